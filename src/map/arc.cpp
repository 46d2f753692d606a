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
constexpr double shortest_stretch = 10;     // metres: what still leaps then passes over the pole

GeographicLib::GeodesicLine line_between(Position from, Position to) {
    return Geodesic::WGS84().InverseLine(from.latitude, from.longitude, to.latitude, to.longitude,
                                         Geodesic::LATITUDE | Geodesic::LONGITUDE | Geodesic::DISTANCE_IN);
}

/// Walks along a line between two places and takes down where it comes by.
class Walk {
public:
    Walk(Position from, Position to, double widest)
        : line_{line_between(from, to)}, to_{to}, widest_{widest}, way_{from} {}

    std::vector<Position> go() {
        const double length = line_.Distance();
        const int stretches = std::max(least_stretches, static_cast<int>(std::ceil(length / longest_stretch)));
        way_.reserve(static_cast<std::size_t>(stretches) + 1);
        for (int i = 1; i <= stretches; ++i)
            step(length * (i - 1) / stretches, length * i / stretches,
                 i < stretches ? at(length * i / stretches) : to_);
        return std::move(way_);
    }

private:
    Position at(double metres) const {
        Position place;
        line_.Position(metres, place.latitude, place.longitude);
        return place;
    }

    // On to `end`, `to` metres from the line's beginning; by halves where that would turn too far at once.
    void step(double from, double to, Position end) {
        end.longitude = unwrapped(end.longitude, way_.back().longitude);
        if (std::fabs(end.longitude - way_.back().longitude) > widest_ && to - from > 2 * shortest_stretch) {
            const double half = (from + to) / 2;
            step(from, half, at(half));
            return step(half, to, end);
        }
        way_.push_back(end);
    }

    GeographicLib::GeodesicLine line_;
    Position to_;
    double widest_;  // degrees of longitude, which run together at the poles
    std::vector<Position> way_;
};

}  // namespace

double unwrapped(double longitude, double near) {
    return longitude - 360 * std::round((longitude - near) / 360);
}

std::vector<Position> great_circle(Position from, Position to, double widest) {
    return Walk{from, to, widest}.go();
}

Position middle_of(Position from, Position to) {
    const auto line = line_between(from, to);
    Position middle;
    line.Position(line.Distance() / 2, middle.latitude, middle.longitude);
    return middle;
}

}  // namespace brochure::map
