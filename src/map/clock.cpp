#include "map/clock.hpp"

#include <cmath>
#include <numbers>

namespace brochure::map {
namespace {

constexpr int day = 24 * 60;

// A line from `from` to `to`, in radii, at a part of a full turn from 12 o'clock.
Line ray(Point middle, Length radius, double turn, double from, double to) {
    const double angle = 2 * std::numbers::pi * turn;
    const auto at = [&](double r) {
        return Point{middle.x + radius * (r * std::sin(angle)), middle.y - radius * (r * std::cos(angle))};
    };
    return {at(from), at(to)};
}

}  // namespace

ClockFace clock_face(Point middle, Length diameter, int minutes) {
    const Length radius = diameter / 2;
    ClockFace face;
    face.hour_hand = ray(middle, radius, minutes / 720.0, 0, 0.52);
    face.minute_hand = ray(middle, radius, (minutes % 60) / 60.0, 0, 0.8);
    for (int hour = 0; hour < 12; ++hour)
        face.hours.push_back(ray(middle, radius, hour / 12.0, hour % 3 == 0 ? 0.72 : 0.8, 0.86));
    return face;
}

int day_difference(int minutes, int offset) {
    const int there = minutes + offset;
    return there < 0 ? -1 : there >= day ? 1 : 0;
}

}  // namespace brochure::map
