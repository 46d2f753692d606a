#pragma once
#include <vector>

#include "map/labels.hpp"

/// Inside the labels' own: boxes of ink, and what room there is for one more.
namespace brochure::map {

struct Box {
    double left, top, right, bottom;
    bool meets(const Box& b) const { return left < b.right && b.left < right && top < b.bottom && b.top < bottom; }
    Box wider(double by) const { return {left - by, top - by, right + by, bottom + by}; }
};

Box box_of(const Rect& rect);

/// The ink of a label: from the height of capitals of its first line to the depth of a descender of its last.
Box text_box(Point baseline, const Label& label);

/// Whether the stretch from `a` to `b` runs through the box.
bool crosses(const Point& a, const Point& b, const Box& box);

/// Whether the stretches from `a` to `b` and from `c` to `d` cross.
bool cross(const Point& a, const Point& b, const Point& c, const Point& d);

double distance(const Point& p, const Box& box);

/// Whether a way begins or ends at the place.
bool ends_at(const Line& way, const Point& place);

/// What of a map is taken by places, ways and names.
class LabelRoom {
public:
    static constexpr double disc = 4.5;  // pt: the largest place with its ring

    explicit LabelRoom(const Obstacles& obstacles);
    /// Whether nothing else has a part in the box; borders are not counted.
    bool is_free(const Box& box) const;
    bool meets_border(const Box& box) const;
    void take(const Box& box) { taken_.push_back(box); }
    const Obstacles& obstacles() const { return obstacles_; }
    /// The boxes of other text.
    const std::vector<Box>& taken() const { return taken_; }

private:
    const Obstacles& obstacles_;
    Box frame_;
    std::vector<Box> taken_, discs_;
};

/// Leads those of `labels` that `placed` has left out to a place farther off, where there is one.
void lead_labels(std::span<const Label> labels, const Obstacles& obstacles, PlacedLabels& placed);

}  // namespace brochure::map
