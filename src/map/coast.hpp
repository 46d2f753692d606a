#pragma once
#include <cmath>
#include <span>

#include "map/outlines.hpp"
#include "map/plane.hpp"

namespace brochure::map {

/// A coast of a cylindrical map in one piece, longitudes running on. `turn`: the width of 360 degrees. Antarctica's
/// goes once round: it is closed along the pole.
template <class X, class Y>
Ring unrolled(std::span<const GridPoint> line, const X& x_of, const Y& y_of, double turn) {
    Ring ring;
    ring.reserve(line.size() + 3);
    for (const GridPoint& point : line)
        ring.push_back({x_of(point.longitude * grid_degrees), y_of(point.latitude * grid_degrees)});
    if (std::fabs(ring.back().x - ring.front().x) > turn / 2) {
        const double side = ring.back().x > ring.front().x ? turn : -turn;
        const Planar first = ring.front();
        const double pole = y_of(line.front().latitude < 0 ? -90 : 90);
        ring.push_back({first.x + side, first.y});
        ring.push_back({first.x + side, pole});
        ring.push_back({first.x, pole});
    }
    return ring;
}

}  // namespace brochure::map
