#pragma once
#include <vector>

#include "layout/part.hpp"
#include "layout/sequence.hpp"

namespace brochure::layout {

/// Chooses a master for every page of `placed` that would stay empty: the first that can stand of those the design has
/// for the page inside the back cover, or for all others, and that was not seen before. Without such masters the page
/// is blank.
void choose_fill_pages(const Plan& plan, const std::vector<Part>& parts, std::vector<Placement>& placed, bool facing);

/// The masters that fill pages may have, as if they were one section's.
design::SectionRule fill_rule(const design::Design& design);

/// A part for the fill page at `placed[index]`, whose master is chosen. Beside or before a section about a city its
/// fields are that city's.
Part fill_part(const Plan& plan, const std::vector<Part>& parts, const std::vector<Placement>& placed,
               std::size_t index, bool recto);

}  // namespace brochure::layout
