#pragma once
#include <vector>

#include "map/world.hpp"

namespace brochure::map {

/// The places along an arc from home on, longitudes running on.
using Way = std::vector<Position>;

/// The ways to the partners. Over a pole, where longitude leaps, they run along it: the map draws it as a line. A place
/// at a pole has the longitude at which its way arrives.
std::vector<Way> ways_of(const World& world);

/// How the map stands in its frame: at the height that the world says. A city near the frame's foot lifts it, as DESIGN
/// 8 wants; what is near the north pole sinks it. Where neither lets the frame hold all places and arcs, from the
/// land's northern end down, the map is drawn smaller and repeats: by no more than it takes, but with all of Antarctica
/// if with a part of it.
class Stand {
public:
    Stand(const World& world, const std::vector<Way>& ways);
    double y_of(double latitude) const;

    double turn;          // the width of 360 degrees, points
    double equator = 0;   // its height, points
    double meridian = 0;  // in the middle

private:
    double scale() const;
    void take(double latitude);
    void find_height(const World& world, const std::vector<Way>& ways);

    double top_, bottom_, foot_, north_ = -90, south_ = 90;
};

/// What `nudges` of world.hpp returns.
std::vector<double> nudges_of(const World& world, const std::vector<Way>& ways, const Stand& stand);

}  // namespace brochure::map
