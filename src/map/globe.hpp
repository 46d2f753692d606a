#pragma once
#include <optional>
#include <vector>

#include "map/drawing.hpp"
#include "map/geography.hpp"
#include "map/plane.hpp"

namespace brochure::map {

/// A globe to be drawn: what it is turned to, where it stands on the page and what of it the frame shows.
struct Globe {
    Position home;
    std::vector<Position> partners;
    Position centre;  // the place in the middle
    Point middle;     // of the disc
    Length diameter;
    Window frame{-1e9, -1e9, 1e9, 1e9};  // page points; land outside it is left out
    Sizes sizes;
};

/// Where the globe is best turned to (DESIGN 8): half the latitude, and the longitude, of the arc's middle, so that the
/// arc bows. With several partners home takes the middle's place.
/// `lift`: how far above the middle, in radii, home and a single partner must stand, for a globe that is cut below;
/// the globe then turns its south to the eye as far as that needs, if turning can help at all.
Position centre_of_globe(Position home, const std::vector<Position>& partners, std::optional<double> lift = {});

/// Sea, land, graticule, arcs, partners, home, clipped at the horizon. Arcs that pass the limb end there; places behind
/// it are not drawn. Outlines are those of 1:110m under 120 pt, else of 1:50m, and true to a tenth of a point.
Drawing draw_globe(const Globe& globe);

}  // namespace brochure::map
