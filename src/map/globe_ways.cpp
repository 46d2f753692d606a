#include <algorithm>
#include <cmath>
#include <numbers>

#include "map/arc.hpp"
#include "map/globe.hpp"
#include "map/sphere.hpp"

namespace brochure::map {
namespace {

constexpr int step = 4;            // degrees, between two centres that are tried
constexpr int farthest = 60;       // degrees, of the centre that the globe has without ways that leave
constexpr int most_latitude = 60;  // of a centre: a globe is known by its north
constexpr double worth = 40;       // degrees: how far the globe is turned on to keep one way more
constexpr double depth = 0.5;      // of home before the limb, in radii towards the eye
constexpr double home_side = 0.9;  // home keeps so far from the sides, of what it may
constexpr std::size_t every = 3;   // of the places of a way every third is tried: 300 km apart at most

using Directions = std::vector<Direction>;

double cosine_between(const Direction& a, const Direction& b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

Directions thinned(const std::vector<Position>& way) {
    Directions places;
    for (std::size_t i = 0; i < way.size(); i += every) places.push_back(direction_of(way[i]));
    places.push_back(direction_of(way.back()));
    return places;
}

bool leaves(const Directions& way, const View& view, const Sight& sight) {
    return std::any_of(way.begin(), way.end(), [&](const Direction& at) {
        const Direction d = view.seen(at);
        return d.z > 0 && (d.y < sight.foot || std::fabs(d.x) > sight.edge);
    });
}

std::size_t leaving(const std::vector<Directions>& ways, Position centre, const Sight& sight) {
    const View view{centre};
    return static_cast<std::size_t>(
        std::count_if(ways.begin(), ways.end(), [&](const Directions& way) { return leaves(way, view, sight); }));
}

bool shows(Position centre, const Direction& home, const Sight& sight) {
    const Direction d = View{centre}.seen(home);
    return d.z > depth && d.y >= sight.lift && std::fabs(d.x) <= sight.side * home_side;
}

struct Centre {
    Position at;
    double turn;  // degrees from where the globe would stand
};

// All that show home, the nearest to `from` first.
std::vector<Centre> centres(Position from, const Direction& home, const Sight& sight) {
    const Direction start = direction_of(from);
    std::vector<Centre> all;
    for (int latitude = -most_latitude; latitude <= most_latitude; latitude += step)
        for (int turn = -180; turn < 180; turn += step) {
            const Position at{static_cast<double>(latitude), from.longitude + turn};
            const double cosine = std::clamp(cosine_between(direction_of(at), start), -1.0, 1.0);
            const double degrees = std::acos(cosine) * 180 / std::numbers::pi;
            if (degrees <= farthest && shows(at, home, sight)) all.push_back({at, degrees});
        }
    std::stable_sort(all.begin(), all.end(), [](const Centre& a, const Centre& b) { return a.turn < b.turn; });
    return all;
}

}  // namespace

std::optional<Position> centre_for_ways(Position from, Position home, const std::vector<Position>& partners,
                                        const Sight& sight) {
    std::vector<Directions> ways;
    for (const Position& partner : partners) ways.push_back(thinned(great_circle(home, partner)));
    Position best = from;
    std::size_t fewest = leaving(ways, from, sight);
    double least = worth * static_cast<double>(fewest);
    if (fewest == 0) return best;
    for (const Centre& centre : centres(from, direction_of(home), sight)) {
        if (centre.turn >= least) break;
        const std::size_t lost = leaving(ways, centre.at, sight);
        if (const double cost = centre.turn + worth * static_cast<double>(lost); cost < least) {
            least = cost;
            fewest = lost;
            best = centre.at;
        }
    }
    return fewest < ways.size() ? std::optional{best} : std::nullopt;
}

}  // namespace brochure::map
