#include "map/plane.hpp"

#include <algorithm>

namespace brochure::map {
namespace {

// Keeps what lies on the inner side of one edge. `depth`: how far inside a point is, negative outside.
template <class Depth>
Ring clip_edge(const Ring& ring, Depth depth) {
    Ring kept;
    if (ring.empty()) return kept;
    kept.reserve(ring.size() + 8);
    Planar before = ring.back();
    double before_depth = depth(before);
    for (const Planar& point : ring) {
        const double here = depth(point);
        if ((here < 0) != (before_depth < 0)) {
            const double t = before_depth / (before_depth - here);
            kept.push_back({before.x + t * (point.x - before.x), before.y + t * (point.y - before.y)});
        }
        if (here >= 0) kept.push_back(point);
        before = point;
        before_depth = here;
    }
    return kept;
}

}  // namespace

Ring clip_ring(const Ring& ring, const Window& window) {
    if (ring.empty()) return {};
    const auto [left, right] =
        std::minmax_element(ring.begin(), ring.end(), [](const Planar& a, const Planar& b) { return a.x < b.x; });
    const auto [top, bottom] =
        std::minmax_element(ring.begin(), ring.end(), [](const Planar& a, const Planar& b) { return a.y < b.y; });
    if (left->x > window.right || right->x < window.left || top->y > window.bottom || bottom->y < window.top) return {};
    Ring part = ring;
    if (left->x < window.left) part = clip_edge(part, [&](const Planar& p) { return p.x - window.left; });
    if (right->x > window.right) part = clip_edge(part, [&](const Planar& p) { return window.right - p.x; });
    if (top->y < window.top) part = clip_edge(part, [&](const Planar& p) { return p.y - window.top; });
    if (bottom->y > window.bottom) part = clip_edge(part, [&](const Planar& p) { return window.bottom - p.y; });
    return part;
}

double doubled_area(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Planar &a = ring[i], &b = ring[(i + 1) % ring.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum;
}

}  // namespace brochure::map
