#include <algorithm>
#include <charconv>
#include <cmath>

#include "content/readers.hpp"
#include "content/telephone.hpp"

namespace brochure::content {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// ISO 8601, calendar date, years 1 to 9999 of the Gregorian calendar.
bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = -1;
        const auto end = text.data() + at + size;
        return std::from_chars(text.data() + at, end, value).ptr == end ? value : -1;
    };
    const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
    if (year < 1 || month < 1 || month > 12 || day < 1) return false;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int days[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return day <= days[month - 1];
}

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('@', at + 1) == std::string_view::npos &&
           text.find('.', at + 2) != std::string_view::npos && text.back() != '.' &&
           text.find_first_of(" \t\n<>,;:\"") == std::string_view::npos;
}

bool is_phone(std::string_view text) {
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    return digits >= 2 && digits <= 20 && text.find_first_not_of("+0123456789 -()./") == std::string_view::npos;
}

bool is_web(std::string_view text) {
    if (text.empty() || text.find_first_of(" \t\n<>\"") != std::string_view::npos) return false;
    std::string fault;
    if (text.find("://") != std::string_view::npos)
        return (text.substr(0, 7) == "http://" || text.substr(0, 8) == "https://") &&
               link_address(text, fault).has_value();
    const auto dot = text.find('.');
    return dot != std::string_view::npos && dot > 0 && dot + 1 < std::min(text.find('/'), text.size()) &&
           text.find('@') == std::string_view::npos;
}

// A file below images/, whatever the system: no drive, no root, no step upwards.
bool is_inside(std::string_view path) {
    if (path.empty() || path.front() == '/' || path.find('\\') != std::string_view::npos ||
        path.find(':') != std::string_view::npos)
        return false;
    for (std::size_t begin = 0; begin <= path.size();) {
        const auto end = std::min(path.find('/', begin), path.size());
        if (const auto part = path.substr(begin, end - begin); part.empty() || part == "." || part == "..")
            return false;
        begin = end + 1;
    }
    return true;
}

struct Rule {
    const char *name, *wanted, *hint;
};

constexpr Rule rule_of(Form form) {
    switch (form) {
        case Form::country:
            return {"country", "a country's code", ""};
        case Form::zone:
            return {"zone", "a name of the IANA time zone database", ""};
        case Form::language:
            return {"language-tag", "a language tag", "language tags are like en, fr, pt-BR or zh-Hant"};
        case Form::language_or_partner:
            return {"language-tag", "a language tag, or partner",
                    "language tags are like en, fr, pt-BR or zh-Hant; partner is the language of the city"};
        case Form::file:
            return {"file", "the name of a file in images/",
                    "copy the picture into images/ and write its name: colima.jpg"};
        case Form::slug:
            return {"slug", "a short name of letters, digits and hyphens", "for example clermont-ferrand"};
        case Form::date:
            return {"date", "a date of the calendar", "year-month-day, for example 2027-05-14"};
        case Form::email:
            return {"email", "an e-mail address", "for example office@example.org"};
        case Form::phone:
            return {"phone", "a telephone number", "digits, spaces and + - ( ) only, for example +1 000 000 0000"};
        case Form::web:
            return {"web", "a web address", "for example example.org/sister-cities"};
    }
    return {"", "", ""};
}

bool quote_free(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\n'; });
}

}  // namespace

bool is_slug(std::string_view word) {
    return !word.empty() && word.size() <= 100 && word.front() != '-' &&
           std::all_of(word.begin(), word.end(),
                       [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; });
}

bool FormReader::read(const yaml::Node& node, std::string& value, const yaml::Asked& asked) const {
    if (!yaml::read_text(node, value, asked)) return false;
    bool good = true;
    std::optional<std::string> hint;
    switch (form) {
        case Form::country:
            good = !(hint = country_hint(value));
            break;
        case Form::zone:
            good = !(hint = zone_hint(value));
            break;
        case Form::language_or_partner:
            if (value == partner_language) break;
            [[fallthrough]];
        case Form::language: {
            std::string tag;
            if ((good = read_language_tag(value, tag))) value = std::move(tag);
            break;
        }
        case Form::file:
            good = is_inside(value) && quote_free(value);
            break;
        case Form::slug:
            good = is_slug(value);
            break;
        case Form::date:
            good = is_date(value);
            break;
        case Form::email:
            good = is_email(value);
            break;
        case Form::phone:
            if (!(good = is_phone(value))) break;
            if (const auto fault = telephone_fault(value); !fault.empty())
                asked.found.warning(node.where, "phone", "'" + value + "' " + fault,
                                    "compare it with what is called; a number of another country begins with its code");
            value = written_telephone(value);
            break;
        case Form::web:
            good = is_web(value);
            break;
    }
    if (good) return true;
    const auto rule = rule_of(form);
    asked.found.error(node.where, rule.name,
                      "'" + std::string(asked.key) + "' wants " + rule.wanted + ", not " + yaml::what(node),
                      hint.value_or(rule.hint));
    return false;
}

yaml::Type FormReader::type() const {
    return yaml::text_like(rule_of(form).wanted);
}

bool CoordinatesReader::read(const yaml::Node& node, Coordinates& value, const yaml::Asked& asked) const {
    std::array<double, 2> pair{};
    if (!yaml::list(yaml::number(), 2, 2).read(node, pair, asked)) return false;
    const auto [north, east] = pair;
    value = {north, east};
    const bool swapped = std::abs(east) <= 90 && std::abs(north) <= 180;
    if (std::abs(north) > 90) {
        asked.found.error(node.items[0].where, "coordinates", "degrees north go from -90 to 90",
                          swapped ? "degrees north come first, then degrees east" : "south takes a minus");
        return false;
    }
    if (std::abs(east) > 180) {
        asked.found.error(node.items[1].where, "coordinates", "degrees east go from -180 to 180", "west takes a minus");
        return false;
    }
    return true;
}

yaml::Type CoordinatesReader::type() const {
    auto type = yaml::list_type(yaml::number_type(-180, 180), 2, 2);
    type.words = "degrees north and degrees east, [north, east]";
    return type;
}

bool RegionReader::read(const yaml::Node& node, Region& value, const yaml::Asked& asked) const {
    std::array<double, 4> parts{};
    if (!yaml::list(yaml::number(0, 1), 4, 4).read(node, parts, asked)) return false;
    value = {parts[0], parts[1], parts[2], parts[3]};
    constexpr double rounding = 1e-9;  // 0.7 + 0.3 is a little more than 1
    const bool inside = value.left + value.width <= 1 + rounding && value.top + value.height <= 1 + rounding;
    if (inside && value.width > 0 && value.height > 0) return true;
    asked.found.error(
        node.where, "region",
        "'" + std::string(asked.key) + (inside ? "' has no width or no height" : "' reaches beyond the picture"),
        "left, top, width and height as fractions of the picture: [0.25, 0.1, 0.5, 0.4]");
    return false;
}

yaml::Type RegionReader::type() const {
    auto type = yaml::list_type(yaml::number_type(0, 1), 4, 4);
    type.words = "left, top, width and height as fractions, [0.25, 0.1, 0.5, 0.4]";
    return type;
}

}  // namespace brochure::content
