#pragma once
#include <vector>

#include "layout/part.hpp"
#include "layout/sequence.hpp"

namespace brochure::layout {

/// A part for the page at `placed[index]`, which would stay empty: its only candidate is the first master that can
/// stand of those the design has for such pages, from the one on whose turn it is. Before a section about a city its
/// fields are that city's. Without such masters the page is blank.
Part fill_part(const Plan& plan, const std::vector<Part>& parts, const std::vector<Placement>& placed,
               std::size_t index, bool recto);

}  // namespace brochure::layout
