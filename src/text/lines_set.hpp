#pragma once
#include "text/prepare.hpp"
#include "text/shape.hpp"

namespace brochure::text {

/// A line as the breaker chose it, in characters.
struct LineText {
    std::uint32_t begin = 0, content_end = 0, end = 0;  // [content_end, end): spaces and line ends without ink
    bool hyphen = false;
};

/// How a line is to be fitted.
struct LineFit {
    double measure = 0;  // points; what is left after the indent
    double indent = 0;
    bool justify = false;                 // stretch to the measure; a line that is too wide shrinks in any case
    double letters = 0;                   // share of the letter-spacing allowed
    double hang_start = 0, hang_end = 0;  // points
    bool right = false;                   // a ragged line ends at the right edge
    bool free = false;                    // no measure: the line starts at 0
};

/// Sets lines of one paragraph: cuts them out of the shaped pieces, shapes anew where a cut is unsafe, reorders what
/// runs the other way, adds the hyphen, spreads spaces.
class LineSetter {
public:
    LineSetter(const Prepared::Implementation& paragraph, Shaper& shaper) : p_{paragraph}, shaper_{shaper} {}
    Line set(const LineText& text, const LineFit& fit);

private:
    struct Slice {
        const Piece* piece = nullptr;
        std::uint32_t begin = 0, end = 0;
        std::size_t first_glyph = 0, end_glyph = 0;  // in glyphs_, in visual order
        bool hyphen = false;
    };
    void cut(const LineText& text);
    void cut_piece(const Piece& piece, std::uint32_t begin, std::uint32_t end);
    void add_hyphen();
    void shape_again(const Piece& piece, std::uint32_t begin, std::uint32_t end);
    std::vector<std::size_t> visual_order() const;
    void add_readings(Line& line, const std::vector<std::size_t>& order) const;
    GlyphRun run_of(const Slice& slice, double letter_extra) const;
    void spread(Line& line, double room) const;
    void spread_letters(Line& line, double room, int places) const;

    const Prepared::Implementation& p_;
    Shaper& shaper_;
    std::vector<Slice> slices_;  // in logical order
    std::vector<ShapedGlyph> glyphs_;
};

}  // namespace brochure::text
