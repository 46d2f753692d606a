#pragma once
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "text/hyphenation.hpp"

/// The last resort for words that are wider than their column, in styles that do not hyphenate.
namespace brochure::text {

/// The words, from byte to byte, that may be divided: letters and digits of any script, what is put onto them and
/// apostrophes between them, and no part of an address.
std::vector<std::pair<std::uint32_t, std::uint32_t>> divisible_words(std::string_view text);

/// A place within a word where it may be divided, in bytes from the word's beginning.
struct Division {
    std::uint32_t offset = 0;
    bool by_pattern = false;  // the patterns of its language say so; else it is just between two letters
    bool hyphen = true;       // one is set there: the letters are of a script that has hyphens
};
/// All of them, in order: three letters stay together at either end, and what belongs to one letter everywhere.
std::vector<Division> divisions(std::string_view word, std::string_view lang, Hyphenator& hyphenator);

}  // namespace brochure::text
