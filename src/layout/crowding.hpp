#pragma once
#include "base/diagnostics.hpp"
#include "design/design.hpp"
#include "page/page.hpp"

namespace brochure::layout {

/// Finds text that stands on other text or too near the edge of its page: frames for a few words take whatever they are
/// given, and nothing may be clipped or covered (R4). An error for each block, at the place where it is written, names
/// the page and how many lines, or points, are too many.
void check_crowding(const page::Publication& publication, const design::Format& format, Diagnostics& found);

}  // namespace brochure::layout
