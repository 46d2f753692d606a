#pragma once
#include <functional>

#include "text/paragraph.hpp"

namespace brochure::text {

/// How far what is drawn of a line reaches up and down from its baseline, points; neither is below 0.
struct Ink {
    double above = 0, below = 0;
};

/// The outlines of the line's glyphs, not the metrics of their fonts, which hold more than any one word needs.
Ink ink_of(const Line& line, const Fonts& fonts);
Ink ink_of(const GlyphRun& run, const Fonts& fonts);

/// How far a run reaches up from its baseline, points.
using InkAbove = std::function<double(const GlyphRun& run)>;

}  // namespace brochure::text
