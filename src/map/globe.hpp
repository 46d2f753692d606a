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
    std::vector<Position> passing;  // places to which only the way is drawn
    Position centre;                // the place in the middle
    Point middle;                   // of the disc
    Length diameter;
    Window frame{-1e9, -1e9, 1e9, 1e9};  // page points; land outside it is left out
    Window edge{-1e9, -1e9, 1e9, 1e9};   // page points; a place whose disc does not lie whole inside is left out
    Sizes sizes;
};

/// What a frame shows of a globe, in radii from the middle: places must stand at least `lift` above it, and no farther
/// than `side` to the left or right; ways to several partners run above `foot` and no farther out than `edge`. Without
/// these all of the globe is shown.
struct Sight {
    double lift = -1, side = 1;
    double foot = -1, edge = 1;
    bool cuts_ways() const { return foot > -1 || edge < 1; }
};

/// Where the globe is best turned to (DESIGN 8): half the latitude, and the longitude, of the arc's middle, so that the
/// arc bows. With several partners home takes the middle's place. From there it is turned on, as little as needed,
/// until home and a single partner are in sight, away from the limb if that can be. Where no turn shows both, the
/// partner is in sight and the arc leaves over the horizon; where not even that can be, home.
/// With several partners it is turned on where that keeps more of their ways in the frame; if it cannot keep one, it is
/// turned to home and the first partner.
Position centre_of_globe(Position home, const std::vector<Position>& partners, Sight sight = {});

/// `from`, or the centre not far from it at which fewer of the ways leave the frame: the globe turns on by up to 40
/// degrees for each way that is kept, and home stays well in sight. Empty where all ways leave.
std::optional<Position> centre_for_ways(Position from, Position home, const std::vector<Position>& partners,
                                        const Sight& sight);

/// The two sides of a globe on which all partners are to be seen: `near` shows home and as many of them as it can,
/// `far`, which may be empty, those that are left. `on_near`, `on_far`: of each partner whether it is seen there, well
/// within the limb; one that is on neither stands on the limb of both.
struct Sides {
    Position near;
    std::optional<Position> far;
    std::vector<bool> on_near, on_far;
};
Sides sides_of_globe(Position home, const std::vector<Position>& partners);

/// Where the place stands on the page; empty when it is behind the horizon.
std::optional<Point> seen_on_globe(const Globe& globe, Position place);

/// The arcs that `draw_globe` draws, in front of the horizon.
std::vector<Line> arcs_on_globe(const Globe& globe);

/// Of each partner: whether its way, as far as it lies before the horizon, and its disc stay inside `edge`.
std::vector<bool> ways_inside(const Globe& globe);

/// Sea, land, graticule, arcs, partners, home, clipped at the horizon. Arcs that pass the limb end there; places behind
/// it are not drawn. Outlines are those of 1:110m under 120 pt, else of 1:50m, and true to a tenth of a point.
Drawing draw_globe(const Globe& globe);

}  // namespace brochure::map
