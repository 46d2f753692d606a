#pragma once
#include <optional>
#include <span>
#include <vector>

#include "map/drawing.hpp"

namespace brochure::map {

/// Discs with numbers, one for each place on a map.
struct NumberedDiscs {
    Length diameter = Length::from_pt(13);  // DESIGN 7.11
    Length reach = Length::from_pt(20);     // how far a disc may stand from its place
    Length gap = Length::from_pt(1);        // between two discs
    std::vector<Point> places;
    std::vector<Disc> taken;          // what else stands on the map
    Rect frame;                       // discs stay inside
    std::optional<Disc> ground = {};  // the globe they stand on: their middles stay inside
};

/// The middle of each disc: on its place, or, where it would cover another disc or place, moved out, so that a leader
/// from the place to the disc crosses none. Empty for one that finds no room within reach.
std::vector<std::optional<Point>> place_discs(const NumberedDiscs& discs);

}  // namespace brochure::map
