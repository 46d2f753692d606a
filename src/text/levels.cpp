#include "text/levels.hpp"

#include <algorithm>
#include <memory>
#include <string>

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include "text/addresses.hpp"
#include "text/itemise.hpp"
#include "text/utf8.hpp"

namespace brochure::text {
namespace {

constexpr char16_t left_to_right_isolate = 0x2066, first_strong_isolate = 0x2068, pop_isolate = 0x2069;
constexpr std::uint32_t of_none = 0xFFFFFFFF;

/// What there is in a text that has a direction.
struct Strong {
    bool left = false, right = false;  // letters
    bool turns = false;                // anything by which a level is not 0
};

Strong strong_in(std::string_view text) {
    Strong strong;
    for (std::uint32_t at = 0; at < text.size();) {
        switch (u_charDirection(static_cast<UChar32>(next_code(text, at)))) {
            case U_LEFT_TO_RIGHT:
                strong.left = true;
                break;
            case U_RIGHT_TO_LEFT:
            case U_RIGHT_TO_LEFT_ARABIC:
                strong.right = strong.turns = true;
                break;
            case U_ARABIC_NUMBER:
            case U_RIGHT_TO_LEFT_EMBEDDING:
            case U_RIGHT_TO_LEFT_OVERRIDE:
            case U_RIGHT_TO_LEFT_ISOLATE:
                strong.turns = true;
                break;
            default:
                break;
        }
    }
    return strong;
}

/// Addresses, measures, and the words of links that have no letter from right to left, in order and apart.
std::vector<Isolated> left_to_right_stretches(const Prepared::Implementation& paragraph) {
    std::vector<Address> addresses;
    find_addresses(paragraph.text, addresses);
    std::vector<Isolated> all = measures_in(paragraph.text);
    for (const Address& address : addresses) all.push_back({address.begin, address.end});
    for (std::size_t i = 0; i < paragraph.parts.size();) {
        const Part& first = paragraph.parts[i];
        Isolated link{first.begin, first.end};
        for (++i; i < paragraph.parts.size() && paragraph.parts[i].link == first.link; ++i)
            link.end = paragraph.parts[i].end;
        if (first.link.empty()) continue;
        if (!strong_in(std::string_view{paragraph.text}.substr(link.begin, link.end - link.begin)).turns)
            all.push_back(link);
    }
    std::sort(all.begin(), all.end(), [](const Isolated& a, const Isolated& b) { return a.begin < b.begin; });
    std::vector<Isolated> apart;
    for (const Isolated& each : all) {
        if (apart.empty() || each.begin >= apart.back().end)
            apart.push_back(each);
        else
            apart.back().end = std::max(apart.back().end, each.end);
    }
    return apart;
}

/// Parts of a line that are read as one, without the spaces at their ends; in order and apart.
std::vector<Isolated> units_in(const Prepared::Implementation& paragraph) {
    std::vector<Isolated> all;
    for (std::size_t i = 0; i < paragraph.parts.size();) {
        const Part& first = paragraph.parts[i];
        Isolated unit{first.begin, first.end, true};
        for (++i; i < paragraph.parts.size() && paragraph.parts[i].unit == first.unit; ++i)
            unit.end = paragraph.parts[i].end;
        if (first.unit == 0) continue;
        while (unit.begin < unit.end && paragraph.text[unit.begin] == ' ') ++unit.begin;
        while (unit.end > unit.begin && paragraph.text[unit.end - 1] == ' ') --unit.end;
        if (unit.begin < unit.end) all.push_back(unit);
    }
    return all;
}

/// Both, in order, what holds others before them. A stretch that would reach out of a unit is none.
std::vector<Isolated> isolated_in(const Prepared::Implementation& paragraph) {
    const std::vector<Isolated> units = units_in(paragraph);
    std::vector<Isolated> all = left_to_right_stretches(paragraph);
    std::erase_if(all, [&](const Isolated& stretch) {
        return std::any_of(units.begin(), units.end(), [&](const Isolated& unit) {
            const bool apart = stretch.end <= unit.begin || stretch.begin >= unit.end;
            const bool within = stretch.begin >= unit.begin && stretch.end <= unit.end;
            const bool around = unit.begin >= stretch.begin && unit.end <= stretch.end;
            return !apart && !within && !around;
        });
    });
    all.insert(all.end(), units.begin(), units.end());
    std::stable_sort(all.begin(), all.end(), [](const Isolated& a, const Isolated& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    return all;
}

/// A text as ICU's algorithm takes it, and the byte each of its units comes from; `of_none`: it was put in.
struct Units {
    std::u16string text;
    std::vector<std::uint32_t> bytes;

    void add(std::uint32_t code, std::uint32_t byte) {
        if (code > 0xFFFF) {
            text.push_back(U16_LEAD(code));
            bytes.push_back(byte);
            code = U16_TRAIL(code);
        }
        text.push_back(static_cast<char16_t>(code));
        bytes.push_back(byte);
    }
};

Units units_of(std::string_view text, std::span<const Isolated> isolated) {
    Units units;
    units.text.reserve(text.size() + 2 * isolated.size());
    units.bytes.reserve(text.size() + 2 * isolated.size());
    auto next = isolated.begin();
    std::vector<std::size_t> open;  // where they end, the innermost last
    for (std::uint32_t at = 0; at < text.size();) {
        const std::uint32_t begin = at;
        for (; next != isolated.end() && next->begin == begin; ++next) {
            units.add(next->by_first_letter ? first_strong_isolate : left_to_right_isolate, of_none);
            open.push_back(next->end);
        }
        const std::uint32_t code = next_code(text, at);
        // A forced line end is no end of the paragraph: the direction goes on.
        units.add(is_line_end(code) ? 0x2028 : code, begin);
        for (; !open.empty() && at >= open.back(); open.pop_back()) units.add(pop_isolate, of_none);
    }
    return units;
}

/// Accents go with the bracket they stand on (UAX #9, rule N0, its last sentence); ICU 72 and 76 leave them behind.
void keep_marks_with_brackets(std::string_view text, std::vector<std::uint8_t>& levels) {
    bool on_bracket = false;
    std::uint8_t level = 0;
    for (std::uint32_t at = 0; at < text.size();) {
        const std::uint32_t begin = at;
        const auto code = static_cast<UChar32>(next_code(text, at));
        const auto kind = u_charDirection(code);
        if (kind == U_BOUNDARY_NEUTRAL) continue;
        if (kind == U_DIR_NON_SPACING_MARK && on_bracket) {
            levels[begin] = level;
            continue;
        }
        on_bracket = u_getIntPropertyValue(code, UCHAR_BIDI_PAIRED_BRACKET_TYPE) != U_BPT_NONE;
        level = levels[begin];
    }
}

}  // namespace

Levels resolve_levels(std::string_view text, Direction direction, std::span<const Isolated> isolated) {
    const UBiDiLevel base = direction == Direction::right_to_left   ? 1
                            : direction == Direction::left_to_right ? 0
                                                                    : UBIDI_DEFAULT_LTR;
    const Units units = units_of(text, isolated);
    const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi{ubidi_open(), &ubidi_close};
    UErrorCode status = U_ZERO_ERROR;
    ubidi_setPara(bidi.get(), units.text.data(), static_cast<std::int32_t>(units.text.size()), base, nullptr, &status);
    const UBiDiLevel* resolved = ubidi_getLevels(bidi.get(), &status);
    Levels levels;
    if (U_FAILURE(status) || resolved == nullptr) return levels;
    levels.rtl = (ubidi_getParaLevel(bidi.get()) & 1U) != 0;
    levels.bytes.resize(text.size());
    for (std::size_t i = 0; i < units.text.size(); ++i)
        if (units.bytes[i] != of_none) levels.bytes[units.bytes[i]] = resolved[i];
    keep_marks_with_brackets(text, levels.bytes);
    return levels;
}

// From the highest level down to the lowest odd one, what is at that level or above is turned.
std::vector<std::size_t> visual_order(std::span<const std::uint8_t> levels) {
    std::vector<std::size_t> order(levels.size());
    int highest = 0, lowest_odd = 255;
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
        highest = std::max<int>(highest, levels[i]);
        if (levels[i] % 2 == 1) lowest_odd = std::min<int>(lowest_odd, levels[i]);
    }
    for (int level = highest; level >= lowest_odd; --level)
        for (std::size_t i = 0; i < order.size();) {
            std::size_t end = i;
            while (end < order.size() && levels[order[end]] >= level) ++end;
            std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i),
                         order.begin() + static_cast<std::ptrdiff_t>(end));
            i = std::max(end, i + 1);
        }
    return order;
}

Levels levels_of(const Prepared::Implementation& paragraph) {
    const Strong strong = strong_in(paragraph.text);
    if (paragraph.parts.empty()) return {};
    // What joins the units of a line is in the line's own language, which the first of them need not be in.
    const auto joins =
        std::find_if(paragraph.parts.begin(), paragraph.parts.end(), [](const Part& part) { return part.unit == 0; });
    const bool of_units = joins != paragraph.parts.end() && std::any_of(paragraph.parts.begin(), paragraph.parts.end(),
                                                                        [](const Part& part) { return part.unit > 0; });
    const Part& first = joins != paragraph.parts.end() ? *joins : paragraph.parts.front();
    const bool speaks_rtl = is_right_to_left(first.lang), certain = speaks_rtl || first.lang_stated;
    const bool rtl =
        speaks_rtl ? of_units || strong.right || !strong.left : first.lang_stated && strong.right && !strong.left;
    if (!rtl && !strong.turns) return {};
    const Direction direction = rtl       ? Direction::right_to_left
                                : certain ? Direction::left_to_right
                                          : Direction::by_text;
    return resolve_levels(paragraph.text, direction, isolated_in(paragraph));
}

bool is_right_to_left(std::string_view lang) {
    if (lang.find("-Arab") != std::string_view::npos || lang.find("-Hebr") != std::string_view::npos) return true;
    if (lang.find("-Latn") != std::string_view::npos || lang.find("-Cyrl") != std::string_view::npos) return false;
    const auto tongue = lang.substr(0, lang.find('-'));
    for (const std::string_view known :
         {"ar", "he", "iw", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "syr", "arc", "nqo", "ks"})
        if (tongue == known) return true;
    return false;
}

}  // namespace brochure::text
