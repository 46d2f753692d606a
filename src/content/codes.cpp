#include <unicode/locid.h>
#include <unicode/timezone.h>
#include <unicode/ucal.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <utility>

#include "content/readers.hpp"

namespace brochure::content {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool same_letters(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool is_country(std::string_view code) {
    if (code.size() != 2) return false;
    for (const char* const* each = uloc_getISOCountries(); *each != nullptr; ++each)
        if (code == *each) return true;
    return false;
}

// What people write for a country whose code is another one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> mistaken{{
    {"UK", "GB"},
    {"EN", "GB"},
    {"ENG", "GB"},
    {"SCO", "GB"},
    {"WAL", "GB"},
    {"GER", "DE"},
    {"SP", "ES"},
    {"JAP", "JP"},
    {"SUI", "CH"},
    {"NED", "NL"},
    {"HOL", "NL"},
    {"DEN", "DK"},
    {"POR", "PT"},
    {"USSR", "RU"},
}};

std::string english_name(const char* code) {
    icu::UnicodeString name;
    std::string out;
    icu::Locale("", code).getDisplayCountry(icu::Locale::getEnglish(), name).toUTF8String(out);
    return out;
}

// By a three-letter code ("FRA") or the English name ("France").
std::string country_meant(const std::string& value) {
    std::string capitals = value;
    for (char& c : capitals) c = upper(c);
    for (const auto& [wrong, right] : mistaken)
        if (capitals == wrong) return std::string(right);
    if (is_country(capitals)) return capitals;
    for (const char* const* each = uloc_getISOCountries(); *each != nullptr; ++each) {
        if (value.size() == 3 && capitals == uloc_getISO3Country((std::string("und_") + *each).c_str())) return *each;
        if (value.size() > 3 && same_letters(value, english_name(*each))) return *each;
    }
    return {};
}

bool is_zone(const std::string& value) {
    // ICU also takes "EST", "GMT+3" and the like, which hide whether clocks change.
    if (value.find('/') == std::string::npos && value != "UTC") return false;
    const icu::UnicodeString name = icu::UnicodeString::fromUTF8(value);
    icu::UnicodeString canonical;
    UBool system = false;
    UErrorCode status = U_ZERO_ERROR;
    icu::TimeZone::getCanonicalID(name, canonical, system, status);
    return U_SUCCESS(status) && system && value != "Etc/Unknown";
}

std::string zone_meant(const std::string& value) {
    std::string wanted = value;
    std::replace(wanted.begin(), wanted.end(), ' ', '_');
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> all(
        icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
    std::string by_place;
    for (const char* each = nullptr; all && (each = all->next(nullptr, status)) != nullptr && U_SUCCESS(status);) {
        if (same_letters(each, wanted)) return each;
        const char* place = std::strrchr(each, '/');
        const auto slash = wanted.rfind('/');
        if (place != nullptr && same_letters(place + 1, slash == std::string::npos ? wanted : wanted.substr(slash + 1)))
            by_place = each;
    }
    return by_place;
}

}  // namespace

std::optional<std::string> country_hint(const std::string& value) {
    if (is_country(value)) return std::nullopt;
    constexpr const char* rule = "two capital letters of ISO 3166: US, FR, MX, JP, IT …";
    const auto meant = country_meant(value);
    if (meant.empty()) return rule;
    return meant + " is " + english_name(meant.c_str());
}

std::optional<std::string> zone_hint(const std::string& value) {
    if (is_zone(value)) return std::nullopt;
    const auto meant = zone_meant(value);
    return meant.empty() ? "an area and a city, as Europe/Paris or America/Mexico_City"
                         : "did you mean '" + meant + "'?";
}

bool read_language_tag(std::string_view tag, std::string& value) {
    if (tag.size() > 64 || tag.empty()) return false;
    value.clear();
    for (std::size_t begin = 0, part = 0; begin <= tag.size(); ++part) {
        const auto end = std::min(tag.find('-', begin), tag.size());
        const auto subtag = tag.substr(begin, end - begin);
        const bool letters =
            std::all_of(subtag.begin(), subtag.end(), [](char c) { return lower(c) >= 'a' && lower(c) <= 'z'; });
        if (subtag.empty() || (part == 0 && (!letters || subtag.size() < 2 || subtag.size() > 3))) return false;
        if (part > 0) value += '-';
        for (std::size_t i = 0; i < subtag.size(); ++i) {
            const bool capital = part > 0 && letters && (subtag.size() == 2 || (subtag.size() == 4 && i == 0));
            value += capital ? upper(subtag[i]) : lower(subtag[i]);
        }
        begin = end + 1;
    }
    if (value.size() <= 3) return true;
    // The rest of the grammar of RFC 5646, 2.1, is ICU's business.
    std::array<char, 200> locale{};
    std::int32_t parsed = 0;
    UErrorCode status = U_ZERO_ERROR;
    uloc_forLanguageTag(value.c_str(), locale.data(), static_cast<std::int32_t>(locale.size()), &parsed, &status);
    return U_SUCCESS(status) && parsed == static_cast<std::int32_t>(value.size());
}

}  // namespace brochure::content
