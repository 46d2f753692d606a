#include "text/long_words.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "text/addresses.hpp"
#include "text/utf8.hpp"

namespace brochure::text {
namespace {

// Put onto the letter before: accents, vowel signs, joiners; a consonant after a virama is part of the cluster, too.
bool is_put_on(std::uint32_t code, std::uint32_t before) {
    constexpr std::uint8_t virama = 9;  // canonical combining class (Unicode Standard, 4.3)
    constexpr std::uint32_t non_joiner = 0x200C, joiner = 0x200D;
    const auto type = u_charType(static_cast<UChar32>(code));
    return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_ENCLOSING_MARK ||
           code == non_joiner || code == joiner || before == joiner ||
           (before != 0 && u_getCombiningClass(static_cast<UChar32>(before)) == virama);
}

bool is_apostrophe(std::uint32_t code) {
    constexpr std::uint32_t turned = 0x2018, right = 0x2019, letter = 0x02BC, okina = 0x02BB;
    return code == '\'' || code == turned || code == right || code == letter || code == okina;
}

bool is_divisible(std::uint32_t code) {
    return u_isalnum(static_cast<UChar32>(code)) || is_apostrophe(code) || is_put_on(code, 0);
}

// Latin, Greek, Cyrillic, Armenian and Georgian letters.
bool takes_hyphens(std::uint32_t code) {
    constexpr std::uint32_t last_armenian = 0x058F, first_georgian = 0x10A0, last_georgian = 0x10FF,
                            first_extended = 0x1E00, last_extended = 0x1FFF;
    return u_isalpha(static_cast<UChar32>(code)) &&
           (code <= last_armenian || (code >= first_georgian && code <= last_georgian) ||
            (code >= first_extended && code <= last_extended));
}

// A letter with all that is put onto it.
struct Letter {
    std::uint32_t offset = 0, code = 0;
};

std::vector<Letter> letters_of(std::string_view word) {
    std::vector<Letter> letters;
    std::uint32_t before = 0;
    for (std::uint32_t at = 0; at < word.size();) {
        const std::uint32_t here = at, code = next_code(word, at);
        if (letters.empty() || !is_put_on(code, before)) letters.push_back({here, code});
        before = code;
    }
    return letters;
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> divisible_words(std::string_view text) {
    std::vector<Address> addresses;
    find_addresses(text, addresses);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> words;
    for (std::uint32_t at = 0; at < text.size();) {
        const std::uint32_t begin = at;
        std::uint32_t end = at;
        while (at < text.size() && is_divisible(next_code(text, at))) end = at;
        const bool in_address = std::any_of(addresses.begin(), addresses.end(), [&](const Address& address) {
            return address.begin < end && begin < address.end;
        });
        if (end > begin && !in_address) words.emplace_back(begin, end);
    }
    return words;
}

std::vector<Division> divisions(std::string_view word, std::string_view lang, Hyphenator& hyphenator) {
    constexpr int least = 3;
    std::vector<HyphenPoint> points;
    hyphenator.points(word, lang, {least, least, true}, points);
    const auto letters = letters_of(word);
    std::vector<Division> places;
    for (std::size_t i = least; i + least <= letters.size(); ++i) {
        const Letter &before = letters[i - 1], &after = letters[i];
        if (is_apostrophe(before.code) || is_apostrophe(after.code)) continue;
        const bool by_pattern = std::any_of(points.begin(), points.end(),
                                            [&](const HyphenPoint& point) { return point.offset == after.offset; });
        places.push_back({after.offset, by_pattern, takes_hyphens(before.code) && takes_hyphens(after.code)});
    }
    return places;
}

}  // namespace brochure::text
