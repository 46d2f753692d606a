#include "map/stand.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "map/arc.hpp"

namespace brochure::map {
namespace {

constexpr double southernmost = -60;    // degrees: a place in Antarctica does not push the north off the map
constexpr double clear_of_edge = 12;    // pt between a city and the spine or the map's foot (DESIGN 8)
constexpr int most_nudge = 10;          // degrees
constexpr double longest_leap = 60;     // degrees of longitude between two places of an arc: it runs over a pole
constexpr double polar = 89.999;        // degrees: from here on a place is the pole, and its longitude says nothing
constexpr double north_of_land = 83.6;  // degrees: Greenland's end

Way along_pole(const Way& way) {
    Way whole{way.front()};
    for (const Position& at : way) {
        const Position before = whole.back();
        if (std::fabs(at.longitude - before.longitude) > longest_leap) {
            const double pole = at.latitude + before.latitude < 0 ? -90 : 90;
            whole.push_back({pole, before.longitude});
            whole.push_back({pole, at.longitude});
        }
        whole.push_back(at);
    }
    return whole;
}

// The smallest span of longitude that holds home and all arcs unwrapped.
std::pair<double, double> span_of(const World& world, const std::vector<Way>& ways) {
    double west = world.home.longitude, east = west;
    for (const Way& way : ways)
        for (const Position& at : way) {
            west = std::min(west, at.longitude);
            east = std::max(east, at.longitude);
        }
    return {west, east};
}

double meridian_of(const World& world, const std::vector<Way>& ways, double turn) {
    const auto [west, east] = span_of(world, ways);
    const double middle = (west + east) / 2, points_a_degree = turn / 360;
    if (!world.spine) return unwrapped(middle, 0);
    const double spine = (world.spine->pt() - (world.frame.left + world.frame.right) / 2) / points_a_degree;
    const auto room = [&](double meridian) {  // of the city nearest to the spine, points
        double least = std::fabs(unwrapped(world.home.longitude - meridian - spine, 0));
        for (const Way& way : ways)
            least = std::min(least, std::fabs(unwrapped(way.back().longitude - meridian - spine, 0)));
        return least * points_a_degree;
    };
    // What the map is wider than all arcs: a nudge by more would cut one.
    const double slack =
        (world.frame.right - world.frame.left - (east - west) * points_a_degree) / 2 - world.sides.pt();
    double best = middle;
    for (int halves = 0; halves <= 2 * most_nudge && room(best) < clear_of_edge; ++halves) {
        if (halves > 0 && halves / 2.0 * points_a_degree > slack) break;
        for (const double nudge : {halves / 2.0, -halves / 2.0})
            if (room(middle + nudge) > room(best) + 1e-9) best = middle + nudge;
    }
    return unwrapped(best, 0);
}

}  // namespace

std::vector<Way> ways_of(const World& world) {
    std::vector<Way> ways;
    for (const Position& partner : world.partners) {
        Way way = great_circle(world.home, partner);
        if (std::fabs(partner.latitude) > polar) way.back().longitude = way[way.size() - 2].longitude;
        ways.push_back(along_pole(way));
    }
    return ways;
}

Stand::Stand(const World& world, const std::vector<Way>& ways)
    : turn{world.turn.pt()}, top_{world.frame.top + clear_of_edge}, bottom_{world.frame.bottom - clear_of_edge} {
    const auto [west, east] = span_of(world, ways);
    const double room = world.frame.right - world.frame.left - 2 * world.sides.pt();
    if (east - west > 0) turn = std::min(turn, room / (east - west) * 360);
    find_height(world, ways);
    meridian = meridian_of(world, ways, turn);
}

void Stand::find_height(const World& world, const std::vector<Way>& ways) {
    take(world.home.latitude);
    double south = world.home.latitude;
    for (const Way& way : ways) {
        const double latitude = way.back().latitude;
        take(latitude);
        if (latitude > southernmost) south = std::min(south, latitude);
        if (world.sizes.arc.pt() > 0)
            for (const Position& at : way) take(at.latitude);
    }
    equator = world.height.pt() + scale() * patterson(world.latitude);
    equator -= std::max(0.0, y_of(south) - bottom_);
    if (y_of(south_) <= bottom_) equator += std::max(0.0, top_ - y_of(north_));
    if (y_of(south_) <= bottom_ && y_of(north_) >= top_) return;
    const double highest = patterson(std::max(north_, north_of_land));
    const double lowest = patterson(south_ < southernmost ? -90 : south_);
    turn = std::min(turn, 2 * std::numbers::pi * (bottom_ - top_) / (highest - lowest));
    equator = top_ + scale() * highest;
}

double Stand::y_of(double latitude) const {
    return equator - scale() * patterson(latitude);
}

double Stand::scale() const {
    return turn / (2 * std::numbers::pi);
}

void Stand::take(double latitude) {
    north_ = std::max(north_, latitude);
    south_ = std::min(south_, latitude);
}

}  // namespace brochure::map
