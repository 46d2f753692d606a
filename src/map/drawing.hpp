#pragma once
#include <variant>
#include <vector>

#include "base/geometry.hpp"

/// map: coordinates -> outlines, arcs, labels, distances, hours. Everything here is a plain value in points; which
/// colour is what, and how text looks, is said by those who place it on a page.
namespace brochure::map {

/// What a shape shows; the design says which swatch that is.
enum class Ink { sea, land, graticule, border, arc, home, home_ring, partner, partner_ring, nearby };

using Line = std::vector<Point>;

/// Lines, filled together (closed, their direction says where the inside is) or stroked with `weight`, ends round.
struct Shape {
    Ink ink = Ink::land;
    std::vector<Line> lines;
    bool filled = true;
    Length weight;
};

/// A filled circle, with a line of `ring_weight` drawn along its edge if that is not zero.
struct Disc {
    Point centre;
    Length radius;
    Ink fill = Ink::sea;
    Ink ring = Ink::sea;
    Length ring_weight;
};

/// A map in points, painted in order.
using Drawing = std::vector<std::variant<Shape, Disc>>;

/// The sizes of what is drawn on a map (DESIGN 8).
struct Sizes {
    Length arc = Length::from_pt(1.2);  // zero: the ways are not drawn
    Length graticule = Length::from_pt(0.35);
    Length partner = Length::from_pt(3), partner_ring = Length::from_pt(1);
    Length border = Length::from_pt(0.5), nearby = Length::from_pt(2);
    Length home = Length::from_pt(3.6), home_ring = Length::from_pt(1.6);
    Length apart;  // a partner nearer to another than that shares its disc
};

}  // namespace brochure::map
