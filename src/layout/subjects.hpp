#pragma once
#include <vector>

#include "design/design.hpp"
#include "layout/fields.hpp"
#include "layout/layout.hpp"
#include "layout/sources.hpp"

namespace brochure::layout {

/// What each section of a publication is about, in order: those that it lists, or that a brochure or handout usually
/// has; `cities` taken apart, and what is made of other sections too. Unknown sections are told in `found`.
std::vector<Subject> subjects_of(const Sources& sources, const design::Design& design, Diagnostics& found);

/// Whether there is anything to show. A section whose content is absent leaves nothing (R1): neither a page nor a
/// heading.
bool has_content(const Sources& sources, const Subject& subject);

}  // namespace brochure::layout
