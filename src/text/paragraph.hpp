#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/length.hpp"
#include "base/source.hpp"
#include "design/style.hpp"
#include "text/fonts.hpp"

namespace brochure::text {

/// A run of characters of one style, before shaping. `style` is borrowed and outlives everything made from it.
struct Span {
    std::string text;  // UTF-8; '\n' forces a line end; words may have readings (base/annotation.hpp)
    const design::Style* style = nullptr;
    std::string lang = "en-US";  // BCP 47
    bool lang_stated = false;    // somebody said so; else it is the publication's, and the text may be in another
    bool emphasis = false,
         strong = false;  // an italic and a bold face of the family; without one, a warning and upright
    bool keep = false;    // neither hyphenated nor broken: a name marked so
    std::string link;     // an address, or empty
    SourcePosition where;
    std::string before = {};  // what was written from `where` to `text`: no part of the paragraph
    int unit = 0;  // neighbours of one number are isolated from the direction of the words around them; 0: not
};

/// One glyph. Its advance is in points at the run's size, tracking and justification already added.
struct Glyph {
    std::uint32_t id = 0;
    std::uint32_t cluster = 0;  // byte offset of its cluster in GlyphRun::text
    double advance = 0;
    bool operator==(const Glyph&) const = default;
};

/// Where a glyph is drawn, from where its turn comes; points, and y grows upwards here, as in the font.
struct GlyphOffset {
    double x = 0, y = 0;
    bool operator==(const GlyphOffset&) const = default;
};

/// Whether a run belongs to words that have a reading above them (furigana), and to which of the two.
enum class Ruby : std::uint8_t { none, base, reading };

/// Glyphs of one face, size, style, language and direction, in visual order from left to right.
struct GlyphRun {
    FaceId face;
    Length size;
    std::string swatch;
    std::string lang;
    std::string link;
    bool rtl = false;
    int logical = 0;  // its place among the runs of its line as they are read
    Length x;         // its start, from the left edge of the measure; negative when it hangs
    Length advance;   // the sum of its glyphs' advances
    Length gap;       // between Japanese and Latin, after it on its line: no space, though it looks like one
    bool preceded = false, followed = false;  // by another on its line
    std::vector<Glyph> glyphs;
    std::vector<GlyphOffset> offsets;  // of the first glyphs; those beyond, in most scripts all of them, have none
    std::string text;                  // the characters it shows, in logical order, UTF-8
    std::string actual_text;  // given where extraction must differ from `text`: U+00AD for a hyphen the breaker set
    bool has_actual_text = false;
    Ruby ruby = Ruby::none;
    SourcePosition where;

    GlyphOffset offset(std::size_t glyph) const { return glyph < offsets.size() ? offsets[glyph] : GlyphOffset{}; }
    void set_offset(std::size_t glyph, GlyphOffset offset) {
        if (offset == GlyphOffset{}) return;
        if (offsets.size() <= glyph) offsets.resize(glyph + 1);
        offsets[glyph] = offset;
    }
};

/// A set line. Its runs are in visual order, readings above words after them; together the lines hold every cluster of
/// the paragraph once and in order, but for the spaces at line ends. Those spaces belong to `text` of the run before,
/// without a glyph.
struct Line {
    std::vector<GlyphRun> runs;
    Length width;  // natural width of what shows, without what hangs
    bool hyphenated = false, last = false;
    bool overfull = false;  // wider than the measure even at its tightest, or divided so as not to be
    bool rtl = false;       // of a paragraph that is read from right to left
    double ratio = 0;       // justified: how far spaces were stretched (>0) or shrunk (<0)
};

/// Where ragged lines begin: at the edge at which their own text is read from, or at one edge whatever the text.
enum class Side : std::uint8_t { by_text, left, right };

struct Measure {
    Length width;         // `endless`: lines end only where the author ended them
    Length first_indent;  // of the first line
    Side side = Side::by_text;
    int whole_word =
        -1;  // the line, counted from 0, that ends with a whole word, hyphenation notwithstanding; -1: none
};

/// Of a line to be placed by who sets it: it begins at 0, whatever its style and direction.
inline constexpr Length endless = Length::from_pt(1e5);

/// Whether the language is written from right to left (the scripts of ar, he, fa, ur, yi, ...).
bool is_right_to_left(std::string_view lang);

/// A paragraph that has been itemised and shaped: measured once, broken as often as the layout likes.
class Prepared {
public:
    Prepared();
    Prepared(Prepared&&) noexcept;
    Prepared& operator=(Prepared&&) noexcept;
    ~Prepared();
    /// Width of the paragraph on one line, points.
    Length natural_width() const;
    const design::Style& style() const;
    struct Implementation;
    std::unique_ptr<Implementation> implementation;
};

/// Itemises (ICU), replaces straight quotes and spaces by the language's rules, shapes (HarfBuzz) with font fallback
/// and finds the places where a line may end. `spans` share one paragraph style, the first span's, for line breaking.
/// Characters that no font has are errors naming character, code point and, where known, the Debian package.
/// `size_override`: shapes at another size, for styles with a list of sizes; zero: the style's.
Prepared prepare(std::span<const Span> spans, Fonts& fonts, Diagnostics& found, Length size_override = {});

/// Chooses the line ends that make the paragraph's total demerits least, ragged or justified as the style says.
/// `measure.width` is greater than zero. A word wider than the measure gets a line to itself, overfull, and a warning.
/// Source: Knuth and Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981), 1119-1184.
std::vector<Line> break_lines(const Prepared& paragraph, const Measure& measure, Diagnostics& found);

/// Sets a single line without breaking it (labels, folios, cells): `prepare` and one line.
Line set_line(std::span<const Span> spans, Fonts& fonts, Diagnostics& found, Length size_override = {});

}  // namespace brochure::text
