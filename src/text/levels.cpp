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

constexpr char16_t left_to_right_isolate = 0x2066, pop_isolate = 0x2069;
constexpr std::uint32_t of_none = 0xFFFFFFFF;

struct Stretch {
    std::size_t begin = 0, end = 0;  // bytes
};

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

/// Addresses, and the words of links that have no letter from right to left, in order and apart.
std::vector<Stretch> left_to_right_stretches(const Prepared::Implementation& paragraph) {
    std::vector<Address> addresses;
    find_addresses(paragraph.text, addresses);
    std::vector<Stretch> all;
    for (const Address& address : addresses) all.push_back({address.begin, address.end});
    for (std::size_t i = 0; i < paragraph.parts.size();) {
        const Part& first = paragraph.parts[i];
        Stretch link{first.begin, first.end};
        for (++i; i < paragraph.parts.size() && paragraph.parts[i].link == first.link; ++i)
            link.end = paragraph.parts[i].end;
        if (first.link.empty()) continue;
        if (!strong_in(std::string_view{paragraph.text}.substr(link.begin, link.end - link.begin)).turns)
            all.push_back(link);
    }
    std::sort(all.begin(), all.end(), [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
    std::vector<Stretch> apart;
    for (const Stretch& each : all) {
        if (apart.empty() || each.begin >= apart.back().end)
            apart.push_back(each);
        else
            apart.back().end = std::max(apart.back().end, each.end);
    }
    return apart;
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

Units units_of(std::string_view text, const std::vector<Stretch>& isolated) {
    Units units;
    units.text.reserve(text.size() + 2 * isolated.size());
    units.bytes.reserve(text.size() + 2 * isolated.size());
    auto next = isolated.begin();
    for (std::uint32_t at = 0; at < text.size();) {
        const std::uint32_t begin = at;
        if (next != isolated.end() && next->begin == begin) units.add(left_to_right_isolate, of_none);
        const std::uint32_t code = next_code(text, at);
        // A forced line end is no end of the paragraph: the direction goes on.
        units.add(is_line_end(code) ? 0x2028 : code, begin);
        if (next != isolated.end() && at >= next->end) {
            units.add(pop_isolate, of_none);
            ++next;
        }
    }
    return units;
}

}  // namespace

Levels levels_of(const Prepared::Implementation& paragraph) {
    const std::string_view text = paragraph.text;
    const Strong strong = strong_in(text);
    Levels levels;
    if (paragraph.parts.empty()) return levels;
    const Part& first = paragraph.parts.front();
    const bool speaks_rtl = is_right_to_left(first.lang), certain = speaks_rtl || first.lang_stated;
    const bool rtl = speaks_rtl ? strong.right || !strong.left : first.lang_stated && strong.right && !strong.left;
    if (!rtl && !strong.turns) return levels;
    const Units units = units_of(text, left_to_right_stretches(paragraph));
    const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi{ubidi_open(), &ubidi_close};
    UErrorCode status = U_ZERO_ERROR;
    ubidi_setPara(bidi.get(), units.text.data(), static_cast<std::int32_t>(units.text.size()),
                  rtl       ? 1
                  : certain ? 0
                            : UBIDI_DEFAULT_LTR,
                  nullptr, &status);
    const UBiDiLevel* resolved = ubidi_getLevels(bidi.get(), &status);
    if (U_FAILURE(status) || resolved == nullptr) return levels;
    levels.rtl = (ubidi_getParaLevel(bidi.get()) & 1U) != 0;
    levels.bytes.resize(text.size());
    for (std::size_t i = 0; i < units.text.size(); ++i)
        if (units.bytes[i] != of_none) levels.bytes[units.bytes[i]] = resolved[i];
    return levels;
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
