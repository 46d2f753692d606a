#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "content/markup.hpp"

namespace brochure::content {

namespace {

using Named = std::pair<std::string_view, std::string_view>;

// Those that people write by hand; every other character can be typed. Sorted by name.
constexpr std::array<Named, 25> names{{
    {"amp", "&"},         {"apos", "'"},       {"bull", "\u2022"},  {"copy", "\u00A9"},   {"deg", "\u00B0"},
    {"emsp", "\u2003"},   {"ensp", "\u2002"},  {"euro", "\u20AC"},  {"gt", ">"},          {"hellip", "\u2026"},
    {"laquo", "\u00AB"},  {"ldquo", "\u201C"}, {"lsquo", "\u2018"}, {"lt", "<"},          {"mdash", "\u2014"},
    {"middot", "\u00B7"}, {"nbsp", "\u00A0"},  {"ndash", "\u2013"}, {"quot", "\""},       {"raquo", "\u00BB"},
    {"rdquo", "\u201D"},  {"rsquo", "\u2019"}, {"shy", "\u00AD"},   {"thinsp", "\u2009"}, {"times", "\u00D7"},
}};

std::string utf8(std::uint32_t c) {
    const auto tail = [&](int shift) { return static_cast<char>(0x80 | (c >> shift & 0x3F)); };
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) return {static_cast<char>(0xC0 | c >> 6), tail(0)};
    if (c < 0x10000) return {static_cast<char>(0xE0 | c >> 12), tail(6), tail(0)};
    return {static_cast<char>(0xF0 | c >> 18), tail(12), tail(6), tail(0)};
}

}  // namespace

std::optional<std::string> entity(std::string_view written) {
    if (written.size() < 3 || written.front() != '&' || written.back() != ';') return std::nullopt;
    auto name = written.substr(1, written.size() - 2);
    if (name.front() != '#') {
        const auto at = std::lower_bound(names.begin(), names.end(), name,
                                         [](const Named& each, std::string_view n) { return each.first < n; });
        if (at == names.end() || at->first != name) return std::nullopt;
        return std::string(at->second);
    }
    name.remove_prefix(1);
    const bool hexadecimal = !name.empty() && (name.front() == 'x' || name.front() == 'X');
    if (hexadecimal) name.remove_prefix(1);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value, hexadecimal ? 16 : 10);
    if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
    // No control characters and nothing that is no character (The Unicode Standard, 3.9, D76).
    if (value < 0x20 || (value >= 0x7F && value < 0xA0) || (value >= 0xD800 && value < 0xE000) || value > 0x10FFFF)
        return std::nullopt;
    return utf8(value);
}

}  // namespace brochure::content
