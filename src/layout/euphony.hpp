#pragma once
#include <string>

namespace brochure::layout {

/// Small words change before some names: Italian "a" to "ad" before an A, French "de" to "d’" before a vowel, Spanish
/// "y" to "e" before an I. `at`: where in `text` a name was put; the word before it is mended. Returns where the name
/// now begins. An h at a French name's beginning keeps "de": whether it is silent is not written.
std::size_t mend_word_before(std::string& text, std::size_t at, const std::string& lang);

/// What stands between the names of a list: ", " or what the language writes for it.
std::string comma_in(const std::string& lang);
/// What stands between the ends of a range: "08–11", in Japanese "08〜11".
std::string range_in(const std::string& lang);
/// What stands between the names of two cities that belong together: "Seika – Norman".
std::string pair_in(const std::string& lang);

/// Whether the language is written without spaces between its parts, and names the larger place first: Chinese and
/// Japanese.
bool is_written_close(const std::string& lang);

}  // namespace brochure::layout
