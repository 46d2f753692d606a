#pragma once
#include "base/diagnostics.hpp"
#include "design/design.hpp"
#include "page/page.hpp"
#include "text/ink.hpp"

namespace brochure::layout {

/// Finds text that stands on other text or too near the edge of its page: frames for a few words take whatever they are
/// given, and nothing may be clipped or covered (R4). QR codes, with the white around them, keep clear of edges and
/// folds as text does. An error for each block, at the place where it is written, names the page and how many lines, or
/// points, are too many. `above_of`: how far a run's letters reach up.
void check_crowding(const page::Publication& publication, const design::Format& format, const text::InkAbove& above_of,
                    Diagnostics& found);

}  // namespace brochure::layout
