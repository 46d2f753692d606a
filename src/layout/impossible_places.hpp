#pragma once
#include <vector>

#include "base/diagnostics.hpp"
#include "layout/part.hpp"

namespace brochure::layout {

/// Reports what a design says of a place that `format` does not have, at the frame that says so: columns beyond the
/// format's, edges and baselines off the page, frames that end before they begin. Only what the design alone decides is
/// judged, not what depends on a text; and only the masters that these sections may take.
void report_impossible_places(const design::Design& design, const design::Format& format,
                              const std::vector<Subject>& subjects, Diagnostics& found);

}  // namespace brochure::layout
