#include "text/latin_breaks.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace brochure::text {

namespace {

/// Line-break classes of UAX #14, as far as Latin text needs them. The quotation marks are told apart by direction.
enum class Class : std::uint8_t {
    alien,
    letter,
    digit,
    space,
    glue,
    open,
    close,
    exclamation,
    infix,
    slash,
    hyphen,
    dash_after,
    em_dash,
    quote,
    quote_open,
    quote_close,
    prefix,
    postfix,
    leader,
    line_feed,
    start
};
using enum Class;

Class classify(UChar32 c) {
    const int type = u_charType(c);
    switch (u_getIntPropertyValue(c, UCHAR_LINE_BREAK)) {
        case U_LB_ALPHABETIC:
        case U_LB_AMBIGUOUS:
            return letter;
        case U_LB_NUMERIC:
            return digit;
        case U_LB_SPACE:
            return space;
        case U_LB_GLUE:
            return glue;
        case U_LB_OPEN_PUNCTUATION:
            return open;
        case U_LB_CLOSE_PARENTHESIS:
            return close;
        case U_LB_EXCLAMATION:
            return exclamation;
        case U_LB_INFIX_NUMERIC:
            return infix;
        case U_LB_BREAK_SYMBOLS:
            return slash;
        case U_LB_HYPHEN:
            return hyphen;
        case U_LB_BREAK_AFTER:
            return c == 0x00AD || c == 0x2013 ? dash_after : alien;
        case U_LB_BREAK_BOTH:
            return em_dash;
        case U_LB_QUOTATION:
            return type == U_INITIAL_PUNCTUATION ? quote_open : type == U_FINAL_PUNCTUATION ? quote_close : quote;
        case U_LB_PREFIX_NUMERIC:
            return prefix;
        case U_LB_POSTFIX_NUMERIC:
            return postfix;
        case U_LB_INSEPARABLE:
            return leader;
        case U_LB_LINE_FEED:
            return line_feed;
        default:
            return alien;
    }
}

constexpr UChar32 latin_end = 0x0180, general_begin = 0x2010, general_end = 0x2040;

/// Classes of Latin letters and of general punctuation, asked of ICU once: properties are compiled in, no file is read.
struct Classes {
    std::array<Class, latin_end> latin;
    std::array<Class, general_end - general_begin> general;
    Classes() {
        for (UChar32 c = 0; c < latin_end; ++c) latin[static_cast<std::size_t>(c)] = classify(c);
        for (UChar32 c = general_begin; c < general_end; ++c)
            general[static_cast<std::size_t>(c - general_begin)] = classify(c);
    }
};

/// The class of the character at `at`, which is moved past it; bad UTF-8 is alien.
Class next_class(const Classes& classes, std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned lead = byte(at);
    if (lead < 0x80) {
        ++at;
        return classes.latin[lead];
    }
    const unsigned second = byte(at + 1);
    if ((second & 0xC0U) != 0x80U) return alien;
    if (lead >= 0xC2 && lead < 0xC6) {
        at += 2;
        return classes.latin[((lead & 0x1FU) << 6U) | (second & 0x3FU)];
    }
    const unsigned third = byte(at + 2);
    if (lead != 0xE2 || second != 0x80 || third < 0x90 || third >= 0xC0) return alien;  // U+2010 to U+203F
    at += 3;
    return classes.general[third - 0x90U];
}

enum class Verdict : std::uint8_t { keep, part, unsure };
using enum Verdict;

/// What the rules say of two neighbours: `beyond` stands before `left`. Rules by their numbers in UAX #14.
Verdict neighbours(Class beyond, Class left, Class right) {
    const auto is_word = [](Class c) { return c == letter || c == digit; };
    switch (right) {  // LB13, LB19, LB21, LB22: never before these
        case close:
        case exclamation:
        case infix:
        case slash:
        case quote:
        case quote_open:
        case quote_close:
        case leader:
            return keep;
        case hyphen:
        case dash_after:
            return left == em_dash ? unsure : keep;
        case glue:
            return left == hyphen || left == dash_after ? unsure : keep;  // LB12a
        default:
            break;
    }
    switch (left) {
        case open:
        case glue:
        case quote:
        case quote_open:
        case quote_close:
            return keep;  // LB14, LB12, LB19
        case letter:
        case digit:
            if (right == em_dash) return part;  // LB31
            return keep;                        // LB23, LB24, LB25, LB28, LB30
        case close:
            return is_word(right) ? keep : unsure;  // LB30
        case infix:
            if (right == letter) return keep;  // LB29
            return right == digit && beyond == digit ? keep : unsure;
        case slash:
            if (right == letter) return part;
            return right == digit && beyond == digit ? keep : unsure;
        case hyphen:
            if (!is_word(beyond)) return unsure;  // LB20a of Unicode 16
            return right == letter ? part : right == digit ? keep : unsure;
        case dash_after:
        case em_dash:
            return is_word(right) ? part : unsure;
        case leader:
            return right == letter ? part : unsure;
        case prefix:
        case postfix:
            return is_word(right) ? keep : unsure;
        default:
            return unsure;
    }
}

/// What they say of two with spaces between; `after` stands behind `right`.
Verdict across_spaces(Class left, Class right, Class after) {
    switch (right) {
        case exclamation:
        case close:
            return keep;  // LB13
        case infix:
        case slash:
            return unsure;
        case quote_close:  // LB15b of Unicode 15.1: not a closing mark when a word follows
            if (after != letter && after != digit) return unsure;
            break;
        default:
            break;
    }
    if (left == open) return keep;                                               // LB14
    if (left == quote_open) return unsure;                                       // LB15a of Unicode 15.1
    if (right == open && (left == quote || left == quote_close)) return unsure;  // LB15 up to Unicode 15.0
    if (left == em_dash && right == em_dash) return unsure;                      // LB17
    return part;                                                                 // LB18
}

}  // namespace

bool latin_rules_hold(std::string_view language) {
    constexpr std::array<std::string_view, 16> languages = {"en", "fr", "de", "es", "it", "pt", "nl", "da",
                                                            "nb", "no", "nn", "sv", "pl", "cs", "hu", "ca"};
    return std::find(languages.begin(), languages.end(), language) != languages.end();
}

bool latin_opportunities(std::string_view text, std::vector<Opportunity>& out) {
    static const Classes classes;
    out.clear();
    Class beyond = start, left = start;  // the two characters before, spaces apart
    bool spaces = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const Class right = next_class(classes, text, at);
        if (right == alien) return false;
        if (right == space) {
            spaces = true;
            continue;
        }
        if (right == line_feed) {
            if (at < text.size()) out.push_back({static_cast<std::uint32_t>(at), true});
            beyond = left = start;
            spaces = false;
            continue;
        }
        Verdict verdict = keep;
        if (spaces) {
            std::size_t ahead = at;
            const Class after = at < text.size() ? next_class(classes, text, ahead) : start;
            verdict = across_spaces(left, right, after);
        } else if (left != start) {
            verdict = neighbours(beyond, left, right);
        }
        if (verdict == unsure) return false;
        if (verdict == part) out.push_back({static_cast<std::uint32_t>(here), false});
        beyond = spaces ? space : left;
        left = right;
        spaces = false;
    }
    if (!text.empty()) out.push_back({static_cast<std::uint32_t>(text.size()), true});
    return true;
}

}  // namespace brochure::text
