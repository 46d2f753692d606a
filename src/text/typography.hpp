#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace brochure::text {

/// Says where in the input a byte of `typeset`'s output came from. Both sides grow together.
class OffsetMap {
public:
    /// The input offset of the output byte at `output`; what was inserted maps to where it was inserted. Offsets past
    /// the end map to the end.
    std::size_t input(std::size_t output) const;
    /// Where the input byte at `input` went; a removed byte maps to what follows it.
    std::size_t output(std::size_t input) const;

    /// Notes that `removed` bytes at `input` became `written` bytes at `output`, and that all between edits is unchanged.
    void edit(std::size_t input, std::size_t removed, std::size_t output, std::size_t written);
    void clear() { edits_.clear(); }
    bool identity() const { return edits_.empty(); }

private:
    struct Edit { std::size_t input, removed, output, written; };
    std::vector<Edit> edits_;            // in order
};

/// Sets typewritten text as the trade does, by the conventions of `lang` (BCP 47). Input and output are UTF-8; `map` is
/// replaced. Applying it twice changes nothing more. Inside URLs and e-mail addresses nothing changes; a text without
/// anything to do costs one pass and one copy.
///
/// All substitutions (a check that compares printed words with written ones has to undo these and no others):
///   "..." '...'       quotation marks of the language, outer and inner, also nested
///   '                 apostrophe U+2019 (don't, '90s, l'arte); 5' 10" after digits: prime U+2032 and U+2033
///   ...               U+2026 (three dots exactly)
///   " -- " " --- "    dash of the language: en spaced U+2014 unspaced; others U+2013 between spaces, no-break before it
///   --                between digits U+2013; between words as above, closed up
///   1984-1990         en dash between two years of four digits, or "pp. 7-12"; other hyphens stay (phone numbers, ISO dates)
///   -5                true minus U+2212 at the start or after a space or bracket, before a digit
///   spaces            runs of spaces and tabs become one space; U+00A0 and U+202F stay as typed
///   no-break U+00A0   between a number and its unit (50 km, 15 °C, 6 %), after p. pp. No. nº § and titles (Mr. Dr.) before
///                     what they belong to, between initials and the name after them (Dwight D. Eisenhower breaks only
///                     after Dwight), between abbreviation and noun (U.S. cities), before a Roman numeral of a ruler is left
///   French            U+202F before ; ! ? and inside « », U+00A0 before : (fr-CA: only inside « » and before :)
///   ja, zh, ko        nothing but spaces is touched
std::string typeset(std::string_view text, std::string_view lang, OffsetMap& map);
std::string typeset(std::string_view text, std::string_view lang);

}  // namespace brochure::text
