#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "pdf/content.hpp"

namespace brochure::pdf {

class Marker;

/// Shows glyph runs inside a text object. Every glyph comes to lie within half a thousandth of an em of its place,
/// however long the run: what the file's widths leave over is made good as it arises.
class TextWriter {
public:
    TextWriter(std::string& out, const Resources& resources) : out_{out}, resources_{resources} {}

    /// A new text object: its line matrix is the unit matrix again.
    void begin() { line_x_ = line_y_ = 0; }
    /// `x`, `y`: the left end of the baseline in PDF's coordinates. `language`: that which is inherited.
    void show(const text::GlyphRun& run, double x, double y, std::string_view language, Marker& marker);

private:
    void choose(int font, double size);
    void move_to(double x, double y);
    void open_string();
    void close_string();
    void glyph(const Code& code, double target);
    void rise(double y);
    void cluster(const text::GlyphRun& run, const Cluster& cluster);
    void blank(double left);
    void fill_gap(const text::GlyphRun& run);
    void squeezed(const text::GlyphRun& run, std::string_view own_language, Marker& marker);
    bool ligature(const text::GlyphRun& run, const Cluster& cluster);
    std::vector<Code> codes_of(const text::GlyphRun& run, const Cluster& cluster) const;

    std::string& out_;
    const Resources& resources_;
    int font_ = -1;
    double size_ = 0;
    std::int64_t line_x_ = 0, line_y_ = 0;  // thousandths of a point
    // of the run being shown, in thousandths of an em
    double pen_ = 0, target_ = 0, rise_ = 0;
    bool string_open_ = false;
};

}  // namespace brochure::pdf
