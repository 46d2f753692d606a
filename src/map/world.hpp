#pragma once
#include <optional>
#include <vector>

#include "map/drawing.hpp"
#include "map/geography.hpp"
#include "map/plane.hpp"

namespace brochure::map {

/// Patterson's cylindrical projection: how far above the equator a latitude stands, where a radian of longitude is 1
/// wide. Source: Patterson, Savric and Jenny, "Introducing the Patterson Cylindrical Projection", Cartographic
/// Perspectives 78 (2014), 77-81.
double patterson(double latitude);

/// A world map to be drawn across a page or a spread, in points of it.
struct World {
    Position home;
    std::vector<Position> partners;
    Window frame;                 // what the map fills
    std::optional<Length> spine;  // the fold, which no city may come near
    Length turn;                  // the width of 360 degrees, at most
    double latitude = 19;         // stands at `height`
    Length height;
    Sizes sizes;
    Length sides = Length::from_pt(4.5);  // cities keep so far from the frame's left and right
    Length edge = Length::from_pt(4.5);   // meridians keep so far from them
    double nudge = 0;                     // degrees by which the middle is moved on, one of `nudges`
};

struct WorldMap {
    Drawing drawing;
    Point home;
    std::vector<Point> partners;  // in the order given
    std::size_t sharing = 0;      // of them, those that have no disc of their own
    std::vector<Line> arcs;       // for labels to keep clear of
};

/// The meridian in the middle: that of the smallest span of longitude which holds home and all arcs unwrapped, so that
/// no arc is cut; moved by up to 10 degrees if that keeps cities 12 pt from the spine, on a map up to a tenth smaller
/// if only that gives it the room. -180 to 180.
double central_meridian(const World& world);

/// What the middle may be moved on by where its place leaves a name no room: degrees, 0 first, then the smallest. Each
/// keeps within the 10 degrees, cuts no arc and leaves cities as far from the spine as the first does, or 12 pt.
std::vector<double> nudges(const World& world);

/// Land, graticule every 30 degrees, arcs, partners, home; the sea is the ground. A city less than 12 pt above the
/// frame's foot lifts the map, what is near the north pole sinks it; where that would push others out, and for places
/// and arcs in the far south, the map is drawn smaller, so that all places and arcs stand 12 pt inside the frame; the
/// land about the south pole then goes on to its foot. So it is where the arcs go nearly all round. Land repeats where
/// the frame is wider than a turn; cities and arcs are drawn once. A pole has the longitude at which its arc arrives.
WorldMap draw_world(const World& world);

/// Where home, partners and arcs of this map stand, without the drawing.
WorldMap place_world(const World& world);

}  // namespace brochure::map
