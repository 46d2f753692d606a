#include "content/visit_readers.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "yaml/record.hpp"

namespace brochure::content {

namespace {

using std::chrono::minutes;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The number at the beginning of `text`, of `least` to `most` digits, which is taken away from it.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t size = 0;
    while (size < text.size() && size < most && is_digit(text[size])) ++size;
    if (size < least) return std::nullopt;
    int value = 0;
    std::from_chars(text.data(), text.data() + size, value);
    text.remove_prefix(size);
    return value;
}

bool take(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

void trim(std::string_view& text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
}

std::optional<Date> take_day(std::string_view& text) {
    const auto year = take_number(text, 4, 4);
    if (!year || !take(text, "-")) return std::nullopt;
    const auto month = take_number(text, 2, 2);
    if (!month || !take(text, "-")) return std::nullopt;
    const auto day = take_number(text, 2, 2);
    if (!day || *year < 1900 || *year > 2199) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return Date{date};
}

std::optional<minutes> take_time(std::string_view& text) {
    const auto hour = take_number(text, 1, 2);
    if (!hour || !take(text, ":")) return std::nullopt;
    const auto minute = take_number(text, 2, 2);
    if (!minute || *minute > 59 || *hour > 24 || (*hour == 24 && *minute > 0)) return std::nullopt;
    take(text, ":00");
    return minutes{*hour * 60 + *minute};
}

/// "90 min", "2 h", "1 h 30 min", "1:30".
std::optional<minutes> duration_of(std::string_view text) {
    const auto first = take_number(text, 1, 4);
    if (!first) return std::nullopt;
    if (take(text, ":")) {
        const auto rest = take_number(text, 2, 2);
        take(text, ":00");
        if (!rest || *rest > 59 || !text.empty()) return std::nullopt;
        return minutes{*first * 60 + *rest};
    }
    trim(text);
    if (text == "min") return minutes{*first};
    if (!take(text, "h")) return std::nullopt;
    trim(text);
    if (text.empty()) return minutes{*first * 60};
    const auto rest = take_number(text, 1, 2);
    trim(text);
    if (!rest || *rest > 59 || (!text.empty() && text != "min")) return std::nullopt;
    return minutes{*first * 60 + *rest};
}

constexpr const char* day_words = "a day of the calendar";
constexpr const char* time_words = "a time on a clock of 24 hours";
constexpr const char* duration_words = "a duration";
constexpr const char* day_time_words = "a day and a time";
constexpr const char* airport_words = "an airport's code";
constexpr const char* names_words = "names, as a list or with commas between them";

bool refuse(const yaml::Node& node, const char* rule, const char* wanted, const char* hint, const yaml::Asked& asked) {
    asked.found.error(node.where, rule,
                      "'" + std::string(asked.key) + "' wants " + wanted + ", not " + yaml::what(node), hint);
    return false;
}

/// What stands in the node, blanks at its ends away; a fault if that is no text.
bool read_trimmed(const yaml::Node& node, std::string& text, const yaml::Asked& asked) {
    if (!yaml::read_text(node, text, asked)) return false;
    std::string_view view = text;
    trim(view);
    text = std::string(view);
    return true;
}

}  // namespace

bool DayReader::read(const yaml::Node& node, Date& value, const yaml::Asked& asked) const {
    std::string text;
    if (!read_trimmed(node, text, asked)) return false;
    std::string_view rest = text;
    const auto day = take_day(rest);
    if (!day || !rest.empty())
        return refuse(node, "date", day_words,
                      "year-month-day, for example 2027-05-14; in a spreadsheet give the column that format", asked);
    value = *day;
    return true;
}
yaml::Type DayReader::type() const {
    return yaml::text_like(day_words, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
}

bool TimeReader::read(const yaml::Node& node, minutes& value, const yaml::Asked& asked) const {
    std::string text;
    if (!read_trimmed(node, text, asked)) return false;
    std::string_view rest = text;
    const auto time = take_time(rest);
    if (!time || !rest.empty())
        return refuse(node, "time", time_words, "hours:minutes, for example 9:05 or 18:30", asked);
    value = *time;
    return true;
}
yaml::Type TimeReader::type() const {
    return yaml::text_like(time_words, "^[0-9]{1,2}:[0-9]{2}(:00)?$");
}

bool DurationReader::read(const yaml::Node& node, minutes& value, const yaml::Asked& asked) const {
    std::string text;
    if (!read_trimmed(node, text, asked)) return false;
    const auto duration = duration_of(text);
    if (!duration) return refuse(node, "duration", duration_words, "for example 90 min, 2 h or 1 h 30 min", asked);
    if (duration->count() < 1 || *duration > std::chrono::hours{48})
        return refuse(node, "duration", duration_words, "from one minute to two days", asked);
    value = *duration;
    return true;
}
yaml::Type DurationReader::type() const {
    return yaml::text_like(duration_words);
}

bool DayTimeReader::read(const yaml::Node& node, LocalTime& value, const yaml::Asked& asked) const {
    std::string text;
    if (!read_trimmed(node, text, asked)) return false;
    std::string_view rest = text;
    const auto day = take_day(rest);
    const bool parted = day && (take(rest, " ") || take(rest, "T"));
    trim(rest);
    const auto time = parted ? take_time(rest) : std::nullopt;
    if (!time || !rest.empty()) return refuse(node, "date-time", day_time_words, "for example 2027-05-14 18:30", asked);
    value = *day + *time;
    return true;
}
yaml::Type DayTimeReader::type() const {
    return yaml::text_like(day_time_words, "^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{1,2}:[0-9]{2}(:00)?$");
}

bool AirportReader::read(const yaml::Node& node, std::string& value, const yaml::Asked& asked) const {
    if (!read_trimmed(node, value, asked)) return false;
    for (char& c : value)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    const bool good =
        value.size() == 3 && std::all_of(value.begin(), value.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return good || refuse(node, "airport", airport_words, "three letters, for example KIX", asked);
}
yaml::Type AirportReader::type() const {
    return yaml::text_like(airport_words, "^[A-Za-z]{3}$");
}

bool YesReader::read(const yaml::Node& node, bool& value, const yaml::Asked& asked) const {
    yaml::Node small = node;
    for (char& c : small.scalar)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return yaml::boolean().read(small, value, asked);
}

bool NamesReader::read(const yaml::Node& node, std::vector<Located<std::string>>& values,
                       const yaml::Asked& asked) const {
    if (node.kind == yaml::Kind::sequence) return yaml::list(yaml::text(), 1).read(node, values, asked);
    std::string text;
    if (node.kind != yaml::Kind::scalar || !yaml::read_text(node, text, asked))
        return yaml::refuse(node, names_words, asked);
    values.clear();
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find_first_of(",;", begin), text.size());
        std::string_view name = std::string_view(text).substr(begin, end - begin);
        trim(name);
        if (!name.empty()) values.push_back({std::string(name), node.where});
        begin = end + 1;
    }
    return true;
}
yaml::Type NamesReader::type() const {
    return yaml::either(names_words, {yaml::list_type(yaml::text().type(), 1, 1000), yaml::text_like("names")});
}

bool PlaceReader::read(const yaml::Node& node, Visit::PlaceName& value, const yaml::Asked& asked) const {
    if (node.kind == yaml::Kind::map) return TextReader{Markup::line, files}.read(node, value.name, asked);
    auto& key = value.key.emplace();
    key.where = node.where;
    return read_trimmed(node, key.value, asked);
}
yaml::Type PlaceReader::type() const {
    return yaml::either("the key or name of a place, or a text for each language",
                        {yaml::text_like("the key or name of a place"), yaml::map_type(yaml::text_like("a text"))});
}

RestrictedParts restricted_parts(const yaml::Node& node, const yaml::Asked& asked) {
    RestrictedParts parts;
    if (node.kind != yaml::Kind::map) return parts;
    for (const auto& [key, each] : node.entries) {
        if (key.value == "value") parts.value = &each;
        if (key.value == "level") parts.level = &each;
    }
    parts.restricted = parts.value != nullptr || parts.level != nullptr;
    if (!parts.restricted) return parts;
    for (const auto& [key, each] : node.entries)
        if (key.value != "value" && key.value != "level") {
            parts.good = false;
            yaml::report_unknown_key(key, asked.key, {"value", "level"}, asked.found);
        }
    if (parts.value != nullptr) return parts;
    parts.good = false;
    asked.found.error(node.where, "missing-key", "'value' is missing from '" + std::string(asked.key) + "'",
                      "{value: what it is, level: who may see it}");
    return parts;
}

yaml::Type restricted_type(yaml::Type value) {
    const std::string words = value.words;
    auto pair = yaml::map_type(value);
    return yaml::either(words + ", or {value: …, level: …}", {std::move(value), std::move(pair)});
}

}  // namespace brochure::content
