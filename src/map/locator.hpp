#pragma once
#include <optional>
#include <vector>

#include "map/drawing.hpp"
#include "map/geography.hpp"
#include "map/labels.hpp"
#include "map/plane.hpp"

namespace brochure::map {

/// A map of a partner's surroundings to be drawn on a page, in points of it: equirectangular, true at the partner's
/// latitude (DESIGN 8).
struct Locator {
    Position home, partner;
    std::vector<Position> nearby;  // cities of reference
    Window frame;                  // what the map fills, wider than high; the partner stands in its middle
    Sizes sizes;
    Length clear = Length::from_pt(4.5);  // home and cities of reference stand so far inside the frame, or are left out
};

/// A country that has a part in the map, as cells of a quarter degree.
struct CountryPart {
    int number = 0;           // ISO 3166-1
    std::vector<Rect> cells;  // in points, uncut
};

struct LocatorMap {
    Drawing drawing;
    Point partner;
    std::optional<Point> home;                 // if it stands on the map
    std::vector<std::optional<Point>> nearby;  // in the order given; empty: not on the map
    std::vector<Line> arcs;                    // for labels to keep clear of
    std::vector<Line> borders;                 // the same, where they can
    std::vector<CountryPart> countries;        // the partner's first, then the largest first
};

/// Degrees of longitude that the map is wide: 30, or 20 where the partner's country is small.
double width_of_locator(Position partner);

/// Sea, land, borders, the way from home, cities of reference, the partner, home.
/// Nearer to a pole than 75 degrees the map is true at 75. Longitudes go on past 180. Where there is neither coast nor
/// border to be seen the map is made wider; and where that does not help, or the map would run past a pole, a globe
/// with the partner in its middle takes its place.
LocatorMap draw_locator(const Locator& locator);

/// The part of a globe around the partner, as near as shows a coast. It has no borders and no countries.
LocatorMap draw_locator_globe(const Locator& locator);

/// Where a country's name begins on its baseline: as far inside the visible part of the country as there is room that
/// no obstacle takes. Empty where the name is wider than the land.
std::optional<Point> place_country(const CountryPart& country, const Label& name, const Obstacles& obstacles);

/// Where a line about the way begins on its baseline: beside the way, nearest to the map's edge where it enters.
std::optional<Point> place_beside_way(const std::vector<Line>& ways, const Label& label, const Obstacles& obstacles);

}  // namespace brochure::map
