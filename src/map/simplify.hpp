#pragma once
#include <span>
#include <vector>

#include "map/plane.hpp"

namespace brochure::map {

/// The line with fewer points, none of those left out farther than `tolerance` from what is kept. First and last stay.
/// Source: Douglas and Peucker, "Algorithms for the reduction of the number of points required to represent a digitized
/// line", Cartographica 10 (1973), 112-122.
std::vector<Planar> simplify(std::span<const Planar> line, double tolerance);

}  // namespace brochure::map
