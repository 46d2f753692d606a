#include <algorithm>
#include <array>
#include <cmath>

#include "map/arc.hpp"
#include "map/globe.hpp"
#include "map/sphere.hpp"

namespace brochure::map {
namespace {

constexpr int step = 2;  // degrees, between two centres that are tried
// How far places stand before the limb, in radii towards the eye: well inside, or else just so that they are seen.
constexpr std::array<double, 2> depths{0.25, 0.02};
constexpr double alone = 0.6;  // a place whose other end is out of sight keeps so far from the sides, of what it may

using Directions = std::vector<Direction>;

struct Wanted {
    Directions places;  // must be in sight
    Directions way;     // what of it is before the limb must not leave the frame; may be empty
    double side = 1;    // of the sight's
};

bool shows(Position centre, const Wanted& wanted, const Sight& sight, double depth) {
    const View view{centre};
    return std::all_of(wanted.places.begin(), wanted.places.end(),
                       [&](const Direction& place) {
                           const Direction d = view.seen(place);
                           return d.z > depth && d.y >= sight.lift && std::fabs(d.x) <= sight.side * wanted.side;
                       }) &&
           std::all_of(wanted.way.begin(), wanted.way.end(), [&](const Direction& at) {
               const Direction d = view.seen(at);
               return d.z <= 0 || d.y >= sight.lift;
           });
}

/// The centre nearest to `from` that shows what is wanted.
std::optional<Position> nearest(Position from, const Wanted& wanted, const Sight& sight, double depth) {
    if (shows(from, wanted, sight, depth)) return from;
    const Direction start = direction_of(from);
    std::optional<Position> best;
    double most = -2;
    for (int latitude = -88; latitude <= 88; latitude += step)
        for (int turn = 0; turn < 360; turn += step) {
            const Position centre{static_cast<double>(latitude), from.longitude + turn};
            const Direction d = direction_of(centre);
            const double cosine = d.x * start.x + d.y * start.y + d.z * start.z;
            if (cosine <= most || !shows(centre, wanted, sight, depth)) continue;
            most = cosine;
            best = centre;
        }
    return best;
}

Position with_ways(Position from, Position home, const std::vector<Position>& partners, const Sight& sight) {
    const auto kept = centre_for_ways(from, home, partners, sight);
    return kept ? *kept : centre_of_globe(home, {partners.front()}, sight);
}

}  // namespace

Position centre_of_globe(Position home, const std::vector<Position>& partners, Sight sight) {
    const bool one = partners.size() == 1;
    Position centre = one ? middle_of(home, partners.front()) : home;
    centre.latitude /= 2;
    const Directions from{direction_of(home)};
    std::vector<Wanted> wishes;
    if (one) {
        const Direction partner = direction_of(partners.front());
        Directions way;
        for (const Position& at : great_circle(home, partners.front())) way.push_back(direction_of(at));
        wishes = {{{from.front(), partner}, {}, 1}, {{partner}, std::move(way), alone}, {{partner}, {}, alone}};
    }
    wishes.push_back({from, {}, 1});
    for (const Wanted& wanted : wishes)
        for (const double depth : depths)
            if (const auto turned = nearest(centre, wanted, sight, depth))
                return one || !sight.cuts_ways() ? *turned : with_ways(*turned, home, partners, sight);
    return centre;
}

}  // namespace brochure::map
