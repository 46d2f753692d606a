#pragma once
#include <optional>
#include <span>
#include <vector>

#include "map/drawing.hpp"

namespace brochure::map {

/// What labels keep clear of, beside each other.
struct Obstacles {
    std::vector<Line> arcs;
    std::vector<Line> borders;    // only where there is room elsewhere, as near
    std::vector<Point> points;    // all places, those of the labels among them
    std::vector<Rect> boxes;      // other text on the map
    Rect frame;                   // labels stay inside
    std::optional<Length> spine;  // and 12 pt from the fold
};

/// A place and how wide and high its name is when set on so many lines, one `leading` apart.
struct Label {
    Point at;
    Length width;
    Length size = Length::from_pt(7);
    std::size_t lines = 1;
    Length leading{};
    /// From the first baseline to the last.
    Length below() const { return leading * static_cast<double>(lines - 1); }
};

/// Where each label's first baseline begins: right below the place, right, left below, left, above right, above left,
/// below, above, the first that is free and nearer to its own place than to any other; then the same a little farther
/// off. Beside the place one that meets no border goes before those that do. Empty for a label that finds no room: it
/// is left out rather than printed over something. Earlier labels have the choice.
std::vector<std::optional<Point>> place_labels(std::span<const Label> labels, const Obstacles& obstacles);

struct PlacedLabels {
    std::vector<std::optional<Point>> baselines;  // as of `place_labels`
    std::vector<Line> leaders;                    // each from a place to its name farther off
};

/// The same, but a label without room by its place stands a little farther off, at the end of a straight line from its
/// place, 32 pt at most, that meets no other place, label, fold or arc: the shortest there is.
PlacedLabels place_with_leaders(std::span<const Label> labels, const Obstacles& obstacles);

struct ForemostLabels {
    std::vector<std::size_t> forms;  // which form of each name stands
    PlacedLabels placed;             // empty: no form of it has room, though no neighbour is left
    std::vector<bool> dropped;       // of each neighbour: it has given way
};

/// Names that a map is about and that must not be missing. `names[i]`: the same name on one line, then on more. Each
/// stands beside its place in the first form that has room there, or else at the end of a line; where neither does, it
/// is not the name that is left out but a neighbour: one whose going is enough, the nearest of them, or else the
/// nearest and then further ones. `obstacles.points`: the places of the names, without the neighbours.
ForemostLabels place_foremost(std::span<const std::vector<Label>> names, const Obstacles& obstacles,
                              std::span<const Point> neighbours);

/// The first of `candidates`, beginnings of a baseline, at which the label meets nothing, nor comes nearer than
/// `clear`; or, where each of those meets a border, the first of them.
std::optional<Point> first_free(std::span<const Point> candidates, const Label& label, const Obstacles& obstacles,
                                Length clear = {});

/// The box that a label's ink takes, for the `boxes` of those that come after it.
Rect ink_of(Point baseline, const Label& label);

}  // namespace brochure::map
