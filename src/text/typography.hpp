#pragma once
#include <cstddef>
#include <cstdint>
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

/// What of the text before has a bearing on a quotation mark, for paragraphs that come in several pieces. Start afresh
/// with each paragraph.
struct TypesetState {
    struct Level {
        bool single = false, inner = false;
    };
    std::uint32_t before = 0;  // the last code point set, 0 at the start
    std::vector<Level> open;   // quotations that are not closed yet
};

/// Sets typewritten text as the trade does, by the conventions of `lang` (BCP 47). Input and output are UTF-8; `map` is
/// replaced. Applying it twice changes nothing more. Inside URLs, e-mail addresses and phone numbers nothing changes.
///
/// All substitutions (a check that compares printed words with written ones has to undo these and no others):
///   "..." '...'        quotation marks of the language, outer and inner, also nested
///   '                  apostrophe U+2019 (don't, '90s, l'arte); after digits prime: 5' 10" U+2032, U+2033
///   ...                U+2026, for three or four dots (the fourth stays)
///   word -- word       with one to three hyphens: em dash without spaces (en; not en-GB), else U+00A0, en dash, space
///   word--word         the same dash, closed up; between digits an en dash
///   1984-1990          en dash between two years, and in "pp. 7-12"; other hyphens stay (phone numbers, ISO dates, 10
///   - 12) -5                 true minus U+2212 at the start, after a space, bracket or opening mark, before a digit
///   spaces             runs of spaces and tabs become one space; U+00A0 and U+202F stay as typed
///   U+00A0 for a space between a number and its unit (50 km, 15 °C, 80 kilometres) or "U.S."; after p. pp. No. § ...
///   before
///                      a number; after Mr. Dr. St. ... and initials before a name (Dwight D. Eisenhower may break only
///                      after Dwight); between U.S. and its noun (not before: and, in, ...); before a spaced dash
///   French             U+202F before ; ! ? and inside « » and between thousands, U+00A0 before : whether or not a
///   space was typed
///                      (fr-CA: nothing before ; ! ?)
///   ja, zh, ko         nothing but spaces is touched
std::string typeset(std::string_view text, std::string_view lang, OffsetMap& map, TypesetState& state);
std::string typeset(std::string_view text, std::string_view lang, OffsetMap& map);
std::string typeset(std::string_view text, std::string_view lang);

}  // namespace brochure::text
