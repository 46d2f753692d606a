#pragma once
#include <optional>
#include <span>
#include <vector>

#include "map/drawing.hpp"

namespace brochure::map {

/// What labels keep clear of, beside each other.
struct Obstacles {
    std::vector<Line> arcs;
    std::vector<Point> points;    // all places, those of the labels among them
    std::vector<Rect> boxes;      // other text on the map
    Rect frame;                   // labels stay inside
    std::optional<Length> spine;  // and 12 pt from the fold
};

/// A place and how wide and high its name is when set on one line.
struct Label {
    Point at;
    Length width;
    Length size = Length::from_pt(7);
};

/// Where each label's baseline begins: right below the place, right, left below, left, above right, above left, below,
/// above, the first that is free and nearer to its own place than to any other; then the same a little farther off.
/// Empty for a label that finds no room: it is left out rather than printed over something. Earlier labels have the
/// choice.
std::vector<std::optional<Point>> place_labels(std::span<const Label> labels, const Obstacles& obstacles);

struct PlacedLabels {
    std::vector<std::optional<Point>> baselines;  // as of `place_labels`
    std::vector<Line> leaders;                    // each from a place to its name farther off
};

/// The same, but a label without room by its place stands a little farther off, at the end of a straight line from its
/// place, 32 pt at most, that meets no other place, label, fold or arc: the shortest there is.
PlacedLabels place_with_leaders(std::span<const Label> labels, const Obstacles& obstacles);

/// The first of `candidates`, beginnings of a baseline, at which the label meets nothing, nor comes nearer than
/// `clear`.
std::optional<Point> first_free(std::span<const Point> candidates, const Label& label, const Obstacles& obstacles,
                                Length clear = {});

/// The box that a label's ink takes, for the `boxes` of those that come after it.
Rect ink_of(Point baseline, const Label& label);

}  // namespace brochure::map
