#pragma once
#include <vector>

#include "map/geography.hpp"

namespace brochure::map {

/// Places along the shortest way over the earth from `from` to `to`, both included, at equal distances: at least 64
/// stretches and none longer than 100 km; as many more as it takes that none crosses more than `widest` degrees of
/// longitude, by which it bends on a map: near a pole, then, but for ways that pass over it, or within a few hundred
/// metres. Longitudes are unwrapped: each differs from the one before
/// by at most half a turn, so that they may pass 180 degrees; the first is `from`'s own. (GeographicLib, WGS84.)
std::vector<Position> great_circle(Position from, Position to, double widest = 5);

/// The place half way.
Position middle_of(Position from, Position to);

/// `longitude` plus as many whole turns as bring it within half a turn of `near`.
double unwrapped(double longitude, double near);

}  // namespace brochure::map
