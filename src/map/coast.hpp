#pragma once
#include <algorithm>
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

constexpr double least_island = 0.3;  // pt: what is smaller both ways is not drawn

/// Calls `draw` with the ring moved by whole turns to every place where it has a part in `frame`, as long as it is no
/// speck. `turn`: the width of 360 degrees.
template <class Draw>
void for_each_turn(const Ring& ring, const Window& frame, double turn, const Draw& draw) {
    double left = ring[0].x, right = left, top = ring[0].y, bottom = top;
    for (const Planar& p : ring) {
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
    }
    if (top > frame.bottom || bottom < frame.top) return;
    if (right - left < least_island && bottom - top < least_island) return;
    for (double n = std::ceil((frame.left - right) / turn); left + n * turn < frame.right; n += 1) {
        Ring moved = ring;
        for (Planar& p : moved) p.x += n * turn;
        draw(moved);
    }
}

}  // namespace brochure::map
