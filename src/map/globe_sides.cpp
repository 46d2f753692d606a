#include <algorithm>
#include <cmath>

#include "map/globe.hpp"
#include "map/sphere.hpp"

namespace brochure::map {
namespace {

// Towards the eye, in radii. A place counts as seen from 80 degrees off the middle on, home from 70.
constexpr double place_seen = 0.17, home_seen = 0.34;
constexpr int turn_step = 5;         // degrees, between two centres that are tried
constexpr int most_latitude = 40;    // a globe is known by its north
constexpr double well_inside = 0.5;  // beyond it being nearer to the middle is no gain

std::vector<Direction> directions_of(const std::vector<Position>& places) {
    std::vector<Direction> all;
    all.reserve(places.size());
    for (const Position& place : places) all.push_back(direction_of(place));
    return all;
}

double towards_eye(const Direction& centre, const Direction& place) {
    return centre.x * place.x + centre.y * place.y + centre.z * place.z;
}

/// How well a centre shows places: how many are seen, then how far they stand from the limb.
double worth(const Direction& centre, const std::vector<Direction>& places) {
    double sum = 0;
    for (const Direction& place : places) {
        const double z = towards_eye(centre, place);
        if (z > place_seen) sum += 1 + std::min(z, well_inside);
    }
    return sum;
}

/// The centre that shows most of `places`, and home if there is one to be shown.
Position best_centre(const std::vector<Direction>& places, const Direction* home, Position otherwise) {
    Position best = otherwise;
    double most = worth(direction_of(otherwise), places);
    for (int latitude = -most_latitude; latitude <= most_latitude; latitude += turn_step)
        for (int longitude = -180; longitude < 180; longitude += turn_step) {
            const Position centre{static_cast<double>(latitude), static_cast<double>(longitude)};
            const Direction direction = direction_of(centre);
            if (home && towards_eye(direction, *home) < home_seen) continue;
            // Of two that show as much, the one that tilts the globe less.
            const double value = worth(direction, places) - std::abs(latitude) * 1e-4;
            if (value <= most) continue;
            most = value;
            best = centre;
        }
    return best;
}

std::vector<bool> seen_from(Position centre, const std::vector<Direction>& places) {
    const Direction direction = direction_of(centre);
    std::vector<bool> seen;
    for (const Direction& place : places) seen.push_back(towards_eye(direction, place) > place_seen);
    return seen;
}

/// The places for which `seen` is false.
std::vector<Direction> others(const std::vector<Direction>& places, const std::vector<bool>& seen) {
    std::vector<Direction> hidden;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (!seen[i]) hidden.push_back(places[i]);
    return hidden;
}

Sides sides_with(Position near, const std::vector<Direction>& places) {
    Sides sides;
    sides.near = near;
    sides.on_near = seen_from(near, places);
    sides.on_far.assign(places.size(), false);
    const auto hidden = others(places, sides.on_near);
    if (hidden.empty()) return sides;
    sides.far = best_centre(hidden, nullptr, {-near.latitude, near.longitude + 180});
    sides.on_far = seen_from(*sides.far, places);
    return sides;
}

std::size_t seen_on_either(const Sides& sides) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < sides.on_near.size(); ++i) count += sides.on_near[i] || sides.on_far[i] ? 1 : 0;
    return count;
}

}  // namespace

Sides sides_of_globe(Position home, const std::vector<Position>& partners) {
    constexpr int most_turns = 4;
    const auto places = directions_of(partners);
    const Direction from = direction_of(home);
    Sides best = sides_with(best_centre(places, &from, {home.latitude / 2, home.longitude}), places);
    // What neither shows is looked for from home's side again, beside what the other one does not show.
    Sides sides = best;
    for (int i = 0; i < most_turns && seen_on_either(best) < places.size(); ++i) {
        sides = sides_with(best_centre(others(places, sides.on_far), &from, sides.near), places);
        if (seen_on_either(sides) > seen_on_either(best)) best = sides;
    }
    return best;
}

}  // namespace brochure::map
