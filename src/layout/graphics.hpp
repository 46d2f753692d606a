#pragma once
#include <optional>

#include "base/diagnostics.hpp"
#include "design/design.hpp"

namespace brochure::layout {

/// What a graphic that means something needs beside what is next to it (WCAG 2.2, 1.4.11).
inline constexpr double least_of_graphics = 3;

/// Looks at the design's palettes: ways and places on sea and land, a clock's hands on its face, a code's modules on
/// their ground. A disc stands out if it or its ring does. Less than 3:1 is a warning at the palette. Returns the least
/// that was found; nothing where no palette has such a pair.
std::optional<double> check_graphics(const design::Design& design, Diagnostics& found);

}  // namespace brochure::layout
