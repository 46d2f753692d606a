#include "map/arc.hpp"

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/GeodesicLine.hpp>
#include <algorithm>
#include <cmath>

namespace brochure::map {
namespace {

using GeographicLib::Geodesic;

constexpr int least_stretches = 64;         // DESIGN 8
constexpr double longest_stretch = 100000;  // metres

GeographicLib::GeodesicLine line_between(Position from, Position to) {
    return Geodesic::WGS84().InverseLine(from.latitude, from.longitude, to.latitude, to.longitude,
                                         Geodesic::LATITUDE | Geodesic::LONGITUDE | Geodesic::DISTANCE_IN);
}

}  // namespace

double unwrapped(double longitude, double near) {
    return longitude - 360 * std::round((longitude - near) / 360);
}

std::vector<Position> great_circle(Position from, Position to) {
    const auto line = line_between(from, to);
    const double length = line.Distance();
    const int stretches = std::max(least_stretches, static_cast<int>(std::ceil(length / longest_stretch)));
    std::vector<Position> way{from};
    way.reserve(static_cast<std::size_t>(stretches) + 1);
    for (int i = 1; i <= stretches; ++i) {
        Position at = to;
        if (i < stretches) line.Position(length * i / stretches, at.latitude, at.longitude);
        at.longitude = unwrapped(at.longitude, way.back().longitude);
        way.push_back(at);
    }
    return way;
}

Position middle_of(Position from, Position to) {
    const auto line = line_between(from, to);
    Position middle;
    line.Position(line.Distance() / 2, middle.latitude, middle.longitude);
    return middle;
}

}  // namespace brochure::map
