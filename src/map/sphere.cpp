#include "map/sphere.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace brochure::map {
namespace {

constexpr double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

struct Turn {
    double sine = 0, cosine = 1;
};
constexpr int steps_a_degree = 500;  // of the grid

// Sine and cosine of any grid angle from those of its whole degrees and of the rest: a coast has sixty thousand points,
// and the library's own functions would take longer than all else that is done to them.
Turn turn_of(std::int32_t steps) {
    struct Tables {
        std::array<Turn, 361> degrees;
        std::array<Turn, steps_a_degree> rests;
    };
    static const Tables tables = [] {
        Tables made;
        for (std::size_t i = 0; i < made.degrees.size(); ++i) {
            const double angle = radians(static_cast<double>(i));
            made.degrees[i] = {std::sin(angle), std::cos(angle)};
        }
        for (std::size_t i = 0; i < made.rests.size(); ++i) {
            const double angle = radians(static_cast<double>(i) * grid_degrees);
            made.rests[i] = {std::sin(angle), std::cos(angle)};
        }
        return made;
    }();
    constexpr std::int32_t round = 360 * steps_a_degree;
    const std::int32_t in_round = ((steps % round) + round) % round;
    const Turn& a = tables.degrees[static_cast<std::size_t>(in_round / steps_a_degree)];
    const Turn& b = tables.rests[static_cast<std::size_t>(in_round % steps_a_degree)];
    return {a.sine * b.cosine + a.cosine * b.sine, a.cosine * b.cosine - a.sine * b.sine};
}

}  // namespace

Direction direction_of(Position position) {
    const double latitude = radians(position.latitude), longitude = radians(position.longitude);
    return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude), std::sin(latitude)};
}

Direction direction_of(GridPoint point) {
    const Turn latitude = turn_of(point.latitude), longitude = turn_of(point.longitude);
    return {latitude.cosine * longitude.cosine, latitude.cosine * longitude.sine, latitude.sine};
}

Position position_of(Direction d) {
    return {std::asin(std::clamp(d.z, -1.0, 1.0)) * 180 / std::numbers::pi,
            std::atan2(d.y, d.x) * 180 / std::numbers::pi};
}

View::View(Position centre) {
    const double latitude = radians(centre.latitude), longitude = radians(centre.longitude);
    right_ = {-std::sin(longitude), std::cos(longitude), 0};
    up_ = {-std::sin(latitude) * std::cos(longitude), -std::sin(latitude) * std::sin(longitude), std::cos(latitude)};
    towards_ = {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude), std::sin(latitude)};
}

}  // namespace brochure::map
