#include "layout/local_units.hpp"

#include <unicode/dcfmtsym.h>
#include <unicode/numberformatter.h>
#include <unicode/ulocdata.h>

#include <cmath>

namespace brochure::layout {
namespace {

constexpr double metres_per_mile = 1609.344;  // the international mile, exact (NIST SP 811, B.6)
const std::string no_break_space = "\u00A0";

// English is written without ICU, whose first formatter costs a millisecond.
bool is_english(const std::string& lang) {
    return lang.rfind("en", 0) == 0;
}

/// Languages of these letters write "h", "km" and "mi" as English does.
bool is_latin(const std::string& lang) {
    for (const char* other : {"ar", "fa", "he", "ja", "ko", "zh"})
        if (lang.rfind(other, 0) == 0) return false;
    return true;
}

std::string measured(double value, const icu::MeasureUnit& unit, const std::string& sign, const std::string& lang) {
    if (is_latin(lang)) return whole_number(value, lang) + no_break_space + sign;
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text = icu::number::NumberFormatter::withLocale(locale_for(lang))
                                  .unit(unit)
                                  .unitWidth(UNUM_UNIT_WIDTH_SHORT)
                                  .formatInt(std::llround(value), status)
                                  .toString(status);
    if (U_FAILURE(status)) return whole_number(value, lang) + no_break_space + sign;
    // Nothing stands between a figure and a Japanese word but what the line setter adds.
    const bool wide = lang.rfind("ja", 0) == 0 && text.length() > 0 && text[text.length() - 1] >= 0x3000;
    text.findAndReplace(icu::UnicodeString{u' '}, wide ? icu::UnicodeString{} : icu::UnicodeString{u'\u00A0'});
    std::string utf8;
    return text.toUTF8String(utf8);
}

}  // namespace

icu::Locale locale_for(const std::string& lang) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(lang, status);
    locale.setKeywordValue("numbers", "latn", status);
    return locale;
}

std::string whole_number(double value, const std::string& lang) {
    std::string digits = std::to_string(std::llround(value));
    if (is_english(lang)) {
        for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
            digits.insert(static_cast<std::size_t>(at), 1, ',');
        return digits;
    }
    UErrorCode status = U_ZERO_ERROR;
    // Italian parts "8.742" as "10.495"; CLDR leaves four digits alone since its version 44 only.
    const bool italian = lang.rfind("it", 0) == 0;
    const icu::UnicodeString text = icu::number::NumberFormatter::withLocale(locale_for(lang))
                                        .grouping(italian ? UNUM_GROUPING_ON_ALIGNED : UNUM_GROUPING_AUTO)
                                        .formatInt(std::llround(value), status)
                                        .toString(status);
    std::string utf8;
    return U_FAILURE(status) ? digits : text.toUTF8String(utf8);
}

std::string hundredths(double value, const std::string& lang) {
    const long count = std::lround(std::fabs(value) * 100);
    std::string sign = ".";
    if (!is_english(lang)) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::DecimalFormatSymbols symbols{locale_for(lang), status};
        sign.clear();
        symbols.getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol).toUTF8String(sign);
    }
    const std::string rest = std::to_string(count % 100);
    return std::to_string(count / 100) + sign + (rest.size() < 2 ? "0" : "") + rest;
}

std::string in_miles(double metres, const std::string& lang) {
    return measured(metres / metres_per_mile, icu::MeasureUnit::getMile(), "mi", lang);
}

std::string in_kilometres(double metres, const std::string& lang) {
    return measured(metres / 1000, icu::MeasureUnit::getKilometer(), "km", lang);
}

bool reads_miles(const std::string& lang) {
    if (lang == "en" || lang == "en-US") return true;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(lang, status);
    const auto system = ulocdata_getMeasurementSystem(locale.getName(), &status);
    return U_SUCCESS(status) && (system == UMS_US || system == UMS_UK);
}

std::string in_hours(int hours, const std::string& lang) {
    return measured(hours, icu::MeasureUnit::getHour(), "h", lang);
}

}  // namespace brochure::layout
