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
constexpr int most_smaller = 50;        // parts in 500, where that keeps cities clear of the spine
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

double once_around(double longitude) {
    const double turned = std::fmod(longitude, 360.0);
    return turned < 0 ? turned + 360 : turned;
}

// The longitudes of home and all partners, from 0 to 360, in order.
std::vector<double> places_around(const World& world, const std::vector<Way>& ways) {
    std::vector<double> places{once_around(world.home.longitude)};
    for (const Way& way : ways) places.push_back(once_around(way.back().longitude));
    std::sort(places.begin(), places.end());
    return places;
}

/// The meridians that may stand in the middle of a map on which a turn is `turn` points wide.
class Middles {
public:
    Middles(const World& world, const std::vector<Way>& ways, const std::vector<double>& places, double turn)
        : world_{world}, places_{places}, points_a_degree_{turn / 360} {
        const auto [west, east] = span_of(world, ways);
        middle_ = (west + east) / 2;
        const double width = world.frame.right - world.frame.left;
        slack_ = (width - (east - west) * points_a_degree_) / 2 - world.sides.pt();
    }

    // The one nearest to the middle of all arcs that keeps cities clear of the spine.
    double best() const {
        double best = middle_;
        for (int halves = 0; halves <= 2 * most_nudge && room(best) < clear_of_edge && is_held(halves / 2.0); ++halves)
            for (const double nudge : {halves / 2.0, -halves / 2.0})
                if (room(middle_ + nudge) > room(best) + 1e-9) best = middle_ + nudge;
        return best;
    }

    // Whether with that one they are.
    bool keeps_clear() const { return room(best()) >= clear_of_edge; }

    // By how much those differ from the best that are as good for the spine, the smallest difference first.
    std::vector<double> others() const {
        const double first = best(), wanted = std::min(clear_of_edge, room(first));
        std::vector<double> all{0};
        for (int halves = -2 * most_nudge; halves <= 2 * most_nudge; ++halves)
            if (const double at = middle_ + halves / 2.0; is_held(halves / 2.0) && at != first && room(at) >= wanted)
                all.push_back(at - first);
        std::stable_sort(all.begin(), all.end(), [](double a, double b) { return std::fabs(a) < std::fabs(b); });
        return all;
    }

private:
    // What the map is wider than all arcs: a nudge by more would cut one.
    bool is_held(double nudge) const { return nudge == 0 || std::fabs(nudge) * points_a_degree_ <= slack_; }

    // Of the city nearest to the spine, points.
    double room(double meridian) const {
        if (!world_.spine) return clear_of_edge;
        const double middle = (world_.frame.left + world_.frame.right) / 2;
        const double spine = (world_.spine->pt() - middle) / points_a_degree_;
        const double there = once_around(meridian + spine);
        const auto next = std::lower_bound(places_.begin(), places_.end(), there);
        const double east = next == places_.end() ? places_.front() + 360 : *next;
        const double west = next == places_.begin() ? places_.back() - 360 : *(next - 1);
        return std::min(east - there, there - west) * points_a_degree_;
    }

    const World& world_;
    const std::vector<double>& places_;
    double points_a_degree_, middle_ = 0, slack_ = 0;
};

}  // namespace

std::vector<Way> ways_of(const World& world) {
    std::vector<Way> ways;
    const bool drawn = world.sizes.arc.pt() > 0;
    for (const Position& partner : world.partners) {
        if (!drawn) {
            ways.push_back({world.home, {partner.latitude, unwrapped(partner.longitude, world.home.longitude)}});
            continue;
        }
        Way way = great_circle(world.home, partner);
        if (std::fabs(partner.latitude) > polar) way.back().longitude = way[way.size() - 2].longitude;
        ways.push_back(along_pole(way));
    }
    return ways;
}

Stand::Stand(const World& world, const std::vector<Way>& ways)
    : turn{world.turn.pt()},
      top_{world.frame.top + clear_of_edge},
      bottom_{world.frame.bottom - clear_of_edge},
      foot_{world.frame.bottom} {
    const auto [west, east] = span_of(world, ways);
    const double room = world.frame.right - world.frame.left - 2 * world.sides.pt();
    if (east - west > 0) turn = std::min(turn, room / (east - west) * 360);
    const auto places = places_around(world, ways);
    for (int smaller = 0; smaller <= most_smaller; ++smaller) {
        const double tried = turn * (1 - smaller / 500.0);
        if (!Middles{world, ways, places, tried}.keeps_clear()) continue;
        turn = tried;
        break;
    }
    find_height(world, ways);
    meridian = unwrapped(Middles{world, ways, places, turn}.best() + world.nudge, 0);
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
    const auto reach = [&](double latitude, double height) {
        turn = std::min(turn, 2 * std::numbers::pi * (height - top_) / (highest - patterson(latitude)));
    };
    reach(south_, bottom_);
    if (south_ < southernmost) reach(-90, foot_);
    equator = top_ + scale() * highest;
}

std::vector<double> nudges_of(const World& world, const std::vector<Way>& ways, const Stand& stand) {
    return Middles{world, ways, places_around(world, ways), stand.turn}.others();
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
