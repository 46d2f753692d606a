#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include <hb.h>

#include "text/faces.hpp"
#include "text/fonts_find.hpp"
#include "text/knuth_plass.hpp"
#include "text/paragraph.hpp"

/// What the steps of `prepare` hand to each other, and `break_lines` reads. Offsets are bytes of Prepared's `text`.
namespace brochure::text {

/// A stretch of one span: one style, language and face of the family.
struct Part {
    std::uint32_t begin = 0, end = 0;
    const design::Style* style = nullptr;
    const design::FontFamily* family = nullptr;
    const Face* face = nullptr;  // null: the family has none, said already
    int weight = 400;
    bool italic = false, keep = false, lang_stated = false;
    int unit = 0;  // as in Span
    std::string lang, link;
    SourcePosition where;
    std::uint32_t span = 0, set_begin = 0;  // which span it is of, and where it begins in the typeset text
    hb_language_t language = nullptr;
    double tracking = 0;  // em, added after each cluster
    std::vector<hb_feature_t> features;
    std::string reading_words;  // what stands above it; empty: nothing
    int reading = -1;           // which of Prepared's readings that is, once it is set
};

/// A glyph as HarfBuzz gives it: font units.
struct ShapedGlyph {
    std::uint32_t id = 0, cluster = 0;  // cluster: byte of the paragraph's text
    std::int32_t advance = 0, x = 0, y = 0;
    bool unsafe = false;  // a line that begins with its cluster must be shaped anew
};

/// Characters that are shaped in one go: one part, face, script and direction. Pieces stand in logical order.
struct Piece {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t part = 0;
    const Face* face = nullptr;
    hb_script_t script = HB_SCRIPT_LATIN;
    std::uint8_t level = 0;  // UAX #9; odd: right to left
    bool cjk = false;
    bool gap_before = false;                       // a quarter em between Japanese and Latin
    double size = 0;                               // points
    double tracking = 0;                           // points, after each cluster
    std::uint32_t first_glyph = 0, end_glyph = 0;  // in Prepared's glyphs, in visual order

    bool rtl() const { return (level & 1U) != 0; }
    double scale() const { return size / face->info.units_per_em; }
};

/// Which characters an item of the line breaker stands for.
struct ItemText {
    std::uint32_t begin = 0, end = 0;
    bool hyphen = false;   // a break here draws a hyphen
    bool pattern = false;  // found by the dictionary: only where the measure asks for hyphenation
    bool divided = false;  // within a word wider than its column
};

/// A reading above words: a line of its own, and how far its baseline lies above theirs, points.
struct Reading {
    Line line;
    double rise = 0;
};

struct Prepared::Implementation {
    const design::Style* style = nullptr;
    Fonts::Implementation* fonts = nullptr;
    double size = 0;  // points
    bool rtl = false;
    std::string text;
    // Where a part is set in capitals: the text as written, and where in it each byte of `text` comes from. Else empty.
    std::string written;
    std::vector<std::uint32_t> written_at;
    std::vector<Part> parts;
    std::vector<Piece> pieces;
    std::vector<Reading> readings;
    std::vector<ShapedGlyph> glyphs;
    std::vector<BreakItem> items;
    std::vector<ItemText> places;  // one for each item
    bool has_patterns = false;
    double natural_width = 0;

    /// What was written where `text` has the bytes [begin, end), which begin and end with a character.
    std::string_view as_written(std::uint32_t begin, std::uint32_t end) const {
        if (written_at.empty()) return std::string_view{text}.substr(begin, end - begin);
        const std::size_t from = written_at[begin], to = end < written_at.size() ? written_at[end] : written.size();
        return std::string_view{written}.substr(from, to - from);
    }
};

/// A quarter em of the Japanese size stands between Japanese and Latin (JIS X 4051, 4.7).
inline constexpr double mixed_gap = 0.25;

}  // namespace brochure::text
