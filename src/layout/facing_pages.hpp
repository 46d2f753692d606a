#pragma once
#include <vector>

#include "layout/part.hpp"
#include "layout/sequence.hpp"

namespace brochure::layout {

/// Names, rules and pictures of facing single pages stand level: beside a master that leads its neighbour takes the
/// same one, if its text fits there, and both take the longer name's place and the smaller elastic value (DESIGN 4,
/// 7.6).
void level_facing_pages(const Plan& plan, std::vector<Part>& parts, std::vector<Placement>& placed);

}  // namespace brochure::layout
