#include "content/visit.hpp"

#include <algorithm>
#include <array>

#include "base/annotation.hpp"
#include "content/name_script.hpp"

namespace brochure::content {

namespace {

std::string digits(unsigned value, std::size_t size) {
    auto text = std::to_string(value);
    if (text.size() < size) text.insert(0, size - text.size(), '0');
    return text;
}

std::string words(const Text& text, std::string_view lang) {
    const auto* version = text.find(lang);
    return version != nullptr ? plain(version->value) : std::string{};
}

std::string joined(const std::string& first, const std::string& second) {
    if (first.empty() || second.empty()) return first + second;
    return first + " " + second;
}

// How Japanese writes the names of foreigners: katakana with its long mark, its middle dot and the double hyphen as it
// is typed, and initials.
bool is_katakana(const std::string& text) {
    bool some = false;
    for (std::size_t at = 0; at < text.size();) {
        if (const char c = text[at]; (c >= 'A' && c <= 'Z') || c == '.') {
            ++at;
            continue;
        }
        const std::string_view letter = std::string_view{text}.substr(at, 3);
        const bool kana = letter >= "\u30A0" && letter <= "\u30FF", initial = letter >= "\uFF21" && letter <= "\uFF3A";
        if (!kana && !initial && letter != "\uFF1D" && letter != "\uFF0E") return false;
        some = some || kana;
        at += 3;
    }
    return some;
}

// Whether all its letters are Latin ones, up to U+024F or with further accents.
bool is_latin(const std::string& text) {
    return std::none_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte > 0xC9 && byte < 0xE1) || byte > 0xE2;
    });
}

struct NameVersions {
    const Text::Version *family = nullptr, *given = nullptr;
};
// Both in one script: where only one of them has the reader's, those of another version that has both.
NameVersions versions_of_name(const Visit::Person& person, std::string_view lang) {
    const auto agree = [](const NameVersions& name) {
        return !name.family || !name.given || is_latin(plain(name.family->value)) == is_latin(plain(name.given->value));
    };
    const NameVersions found{person.family.find(lang), person.given.find(lang)};
    if (agree(found)) return found;
    for (const auto& family : person.family.versions)
        if (const NameVersions whole{&family, person.given.find(family.lang)}; agree(whole)) return whole;
    return found;
}
std::string words(const Text::Version* version) {
    return version != nullptr ? plain(version->value) : std::string{};
}

bool is_called(const Visit::Person& person, std::string_view called) {
    if (person.id && person.id->value == called) return true;
    for (const auto& family : person.family.versions) {
        const auto last = plain(family.value);
        const auto given = words(person.given, family.lang);
        if (called == joined(given, last) || called == joined(last, given) || called == last + given) return true;
    }
    return false;
}

}  // namespace

std::string iso(Date date) {
    const std::chrono::year_month_day day{date};
    return digits(static_cast<unsigned>(static_cast<int>(day.year())), 4) + "-" +
           digits(static_cast<unsigned>(day.month()), 2) + "-" + digits(static_cast<unsigned>(day.day()), 2);
}

std::string_view name_of(Level level) {
    constexpr std::array<std::string_view, 4> names{"public", "delegation", "host", "staff"};
    return names[static_cast<std::size_t>(level)];
}

const Visit::Person* find_person(const Visit& visit, std::string_view called) {
    const auto by_id = std::find_if(visit.people.begin(), visit.people.end(),
                                    [&](const auto& each) { return each.id && each.id->value == called; });
    if (by_id != visit.people.end()) return &*by_id;
    const auto by_name = std::find_if(visit.people.begin(), visit.people.end(),
                                      [&](const auto& each) { return is_called(each, called); });
    return by_name != visit.people.end() ? &*by_name : nullptr;
}

const Visit::Place* find_place(const Visit& visit, std::string_view called) {
    for (const auto& [key, place] : visit.places)
        if (key.value == called) return &place;
    for (const auto& [key, place] : visit.places)
        for (const auto& name : place.name.versions)
            if (plain(name.value) == called) return &place;
    return nullptr;
}

std::string full_name(const Visit::Person& person, std::string_view lang) {
    const auto versions = versions_of_name(person, lang);
    const auto family = words(versions.family), given = words(versions.given);
    // A name keeps the order of the language it is in, whoever reads it; a foreign one in katakana has its parts joined
    // by a dot.
    const std::string own = versions.family != nullptr ? versions.family->lang : std::string{};
    if (is_katakana(given) && is_katakana(family)) return given + "\u30FB" + family;
    if (!puts_family_first(own, family + given)) return joined(given, family);
    return writes_names_together(own, family + given) ? family + given : joined(family, given);
}

std::string name_language(const Visit::Person& person, std::string_view lang) {
    const auto versions = versions_of_name(person, lang);
    return versions.family ? versions.family->lang : versions.given ? versions.given->lang : std::string{};
}

std::string name_with_reading(const Visit::Person& person, std::string_view lang) {
    std::string name = full_name(person, lang);
    const auto language = lang.substr(0, lang.find('-'));
    if (language != "ja" && language != "zh" && language != "ko") return name;
    const auto is_theirs = [&](std::string_view tag) { return tag.substr(0, tag.find('-')) == language; };
    const auto* said = person.reading.find(lang);
    if (said == nullptr || !is_theirs(said->lang) || !is_theirs(name_language(person, lang))) return name;
    const std::string reading = words(person.reading, lang);
    const auto name_space = name.find(' '), reading_space = reading.find(' ');
    // Kana above the same kana say nothing.
    const auto above = [](const std::string& base, const std::string& kana) {
        const std::string pair = "{" + base + "|" + kana + "}";
        return with_annotations(pair) != pair ? annotated(base, kana) : base;
    };
    if (name_space == name.npos || reading_space == reading.npos) return above(name, reading);
    return above(name.substr(0, name_space), reading.substr(0, reading_space)) + " " +
           above(name.substr(name_space + 1), reading.substr(reading_space + 1));
}

}  // namespace brochure::content
