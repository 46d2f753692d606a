#pragma once
#include <vector>

namespace brochure::map {

/// A point of a projection, in units of the projection: on the globe its radius, on the world map a point of paper.
struct Planar {
    double x = 0, y = 0;
    bool operator==(const Planar&) const = default;
};
using Ring = std::vector<Planar>;

/// A rectangle of the plane; y grows in whichever direction the projection has it.
struct Window {
    double left = 0, top = 0, right = 0, bottom = 0;  // top < bottom
};

/// The part of a ring inside the window; where the ring leaves it, the window's edge closes it. Several parts stay one
/// ring, joined along the edge, which a fill does not show.
/// Source: Sutherland and Hodgman, "Reentrant polygon clipping", Communications of the ACM 17 (1974), 32-42.
Ring clip_ring(const Ring& ring, const Window& window);

/// Twice the area inside, positive if the ring turns from the x axis to the y axis.
double doubled_area(const Ring& ring);

}  // namespace brochure::map
