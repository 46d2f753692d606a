#include "text/long_words.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "text/addresses.hpp"
#include "text/utf8.hpp"

namespace brochure::text {
namespace {

bool is_accent(std::uint32_t code) {
    return code >= 0x0300 && code <= 0x036F;
}

bool is_divisible(std::uint32_t code) {
    constexpr std::uint32_t last_armenian = 0x058F, first_extended = 0x1E00, last_extended = 0x1FFF;
    return (code <= last_armenian || (code >= first_extended && code <= last_extended)) &&
           (u_isalpha(static_cast<UChar32>(code)) || is_accent(code));
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
    std::vector<std::uint32_t> letters;
    for (std::uint32_t at = 0; at < word.size();) {
        const std::uint32_t here = at;
        if (!is_accent(next_code(word, at))) letters.push_back(here);
    }
    std::vector<Division> places;
    for (std::size_t i = least; i + least <= letters.size(); ++i)
        places.push_back({letters[i], std::any_of(points.begin(), points.end(), [&](const HyphenPoint& point) {
                              return point.offset == letters[i];
                          })});
    return places;
}

}  // namespace brochure::text
