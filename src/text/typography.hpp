#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
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

    /// Notes that `removed` bytes at `input` became `written` bytes at `output`, and that all between edits is
    /// unchanged.
    void edit(std::size_t input, std::size_t removed, std::size_t output, std::size_t written);
    void clear() { edits_.clear(); }
    bool identity() const { return edits_.empty(); }

private:
    struct Edit {
        std::size_t input, removed, output, written;
    };
    std::vector<Edit> edits_;  // in order
};

/// A stretch of a paragraph in one language: up to byte `end`, from where the one before ends.
struct Tongue {
    std::size_t end = 0;
    std::string_view lang;  // BCP 47
};

/// Sets typewritten text as the trade does, by the conventions of each stretch's language; the last one holds to the
/// end. Input and output are UTF-8; `map` is replaced. Applying it twice changes nothing more. Inside URLs, e-mail
/// addresses and phone numbers nothing changes. A quotation ends with the marks it began with, whatever languages it
/// holds.
///
/// All substitutions (a check that compares printed words with written ones has to undo these and no others):
///   "..." '...'        quotation marks of the language, outer and inner, also nested
///   '                  apostrophe U+2019 (don't, '90s, l'arte); after digits prime: 5' 10" U+2032, U+2033
///   ...                U+2026, for three or four dots (the fourth stays)
///   word -- word       with one to three hyphens: em dash without spaces (en; not en-GB), else U+00A0, en dash, space
///   word--word         the same dash, closed up; between digits an en dash
///   1984-1990          en dash between two years, and in "pp. 7-12"; other hyphens stay (phone numbers, ISO dates,
///                      10 - 12)
///   -5                 true minus U+2212 at the start, after a space, bracket or opening mark, before a digit
///   spaces             runs of spaces and tabs become one space; U+00A0 and U+202F stay as typed
///   U+00A0             for a space between a number and its unit (50 km, 15 °C, 80 kilometres) or "U.S."; after p. pp.
///                      No. § ... before a number; after Mr. Dr. St. ... and initials before a name, and after the name
///                      before initials (Dwight D. Eisenhower); between U.S. and its noun (not before: and, in, ...);
///                      before a spaced dash
///   French             U+202F before ; ! ? and inside « » and between thousands, U+00A0 before : whether or not a
///                      space was typed (fr-CA: nothing before ; ! ?)
///   ja, zh, ko         only spaces are touched, quotation marks that come in pairs, and apostrophes in Latin words
std::string typeset(std::string_view text, std::span<const Tongue> tongues, OffsetMap& map);
std::string typeset(std::string_view text, std::string_view lang, OffsetMap& map);
std::string typeset(std::string_view text, std::string_view lang);

}  // namespace brochure::text
