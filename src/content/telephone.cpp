#include "content/telephone.hpp"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>

namespace brochure::content {

namespace {

using Plans = i18n::phonenumbers::PhoneNumberUtil;

bool has_country_code(const std::string& typed) {
    const auto first = typed.find_first_not_of(' ');
    return first != std::string::npos && typed[first] == '+';
}

struct Parsed {
    i18n::phonenumbers::PhoneNumber number;
    Plans::ErrorType error = Plans::NO_PARSING_ERROR;
};
Parsed parse(const std::string& typed) {
    Parsed made;
    // "ZZ": of no country, so that the number itself must say which.
    made.error = Plans::GetInstance()->Parse(typed, "ZZ", &made.number);
    return made;
}

}  // namespace

std::string written_telephone(const std::string& typed) {
    if (!has_country_code(typed)) return typed;
    const auto [number, error] = parse(typed);
    if (error != Plans::NO_PARSING_ERROR || !Plans::GetInstance()->IsValidNumber(number)) return typed;
    std::string written;
    Plans::GetInstance()->Format(number, Plans::INTERNATIONAL, &written);
    // E.123 parts the groups by spaces alone.
    std::replace(written.begin(), written.end(), '-', ' ');
    return written;
}

std::string telephone_fault(const std::string& typed) {
    if (!has_country_code(typed)) return {};
    const auto [number, error] = parse(typed);
    if (error == Plans::INVALID_COUNTRY_CODE_ERROR) return "begins with the code of no country";
    if (error != Plans::NO_PARSING_ERROR || number.national_number() == 0) return {};
    const std::string code = "+" + std::to_string(number.country_code());
    switch (Plans::GetInstance()->IsPossibleNumberWithReason(number)) {
        case Plans::TOO_SHORT:
            return "has too few digits for " + code;
        case Plans::TOO_LONG:
            return "has too many digits for " + code;
        case Plans::INVALID_LENGTH:
            return "has another number of digits than numbers of " + code;
        default:
            return {};
    }
}

}  // namespace brochure::content
