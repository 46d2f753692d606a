#include "map/world.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "map/apart.hpp"
#include "map/arc.hpp"
#include "map/coast.hpp"
#include "map/outlines.hpp"
#include "map/simplify.hpp"

namespace brochure::map {
namespace {

constexpr double southernmost = -60;  // degrees: a place in Antarctica does not push the north off the map
constexpr double outline_error =
    0.07;  // pt at the equator: a tenth at 45 degrees, where a degree of longitude is drawn wider
constexpr double line_error = 0.02;   // pt
constexpr double clear_of_edge = 12;  // pt between a city and the spine or the map's foot (DESIGN 8)
constexpr int most_nudge = 10;        // degrees
constexpr double longest_leap = 60;   // degrees of longitude between two places of an arc: it runs over a pole

using Way = std::vector<Position>;

constexpr double polar = 89.999;        // degrees: from here on a place is the pole, and its longitude says nothing
constexpr double north_of_land = 83.6;  // degrees: Greenland's end

// An arc over a pole leaps half a turn there: it runs along the pole, which the map draws as a line.
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

std::vector<Way> ways_of(const World& world) {
    std::vector<Way> ways;
    for (const Position& partner : world.partners) {
        Way way = great_circle(world.home, partner);
        if (std::fabs(partner.latitude) > polar) way.back().longitude = way[way.size() - 2].longitude;
        ways.push_back(along_pole(way));
    }
    return ways;
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

// The map stands where the world says. A city near the frame's foot lifts it, as DESIGN 8 wants; what is near the north
// pole sinks it. Where neither lets the frame hold all places and arcs, from the land's northern end down, the map is
// drawn smaller and repeats: by no more than it takes, but with all of Antarctica if with a part of it.
class Stand {
public:
    Stand(const World& world, const std::vector<Way>& ways)
        : turn{world.turn.pt()}, top_{world.frame.top + clear_of_edge}, bottom_{world.frame.bottom - clear_of_edge} {
        const auto [west, east] = span_of(world, ways);
        const double room = world.frame.right - world.frame.left - 2 * world.sides.pt();
        if (east - west > 0) turn = std::min(turn, room / (east - west) * 360);
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
    double y_of(double latitude) const { return equator - scale() * patterson(latitude); }

    double turn, equator = 0;  // points

private:
    double scale() const { return turn / (2 * std::numbers::pi); }
    void take(double latitude) {
        north_ = std::max(north_, latitude);
        south_ = std::min(south_, latitude);
    }
    double top_, bottom_, north_ = -90, south_ = 90;
};

double meridian_of(const World& world, const std::vector<Way>& ways, double turn) {
    const auto [west, east] = span_of(world, ways);
    const double middle = (west + east) / 2, points_a_degree = turn / 360;
    if (!world.spine) return unwrapped(middle, 0);
    const double spine = (world.spine->pt() - (world.frame.left + world.frame.right) / 2) / points_a_degree;
    const auto room = [&](double meridian) {  // of the city nearest to the spine, points
        double least = std::fabs(unwrapped(world.home.longitude - meridian - spine, 0));
        for (const Position& p : world.partners)
            least = std::min(least, std::fabs(unwrapped(p.longitude - meridian - spine, 0)));
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

class Painter {
public:
    explicit Painter(const World& world)
        : world_{world},
          ways_{ways_of(world)},
          stand_{world, ways_},
          meridian_{meridian_of(world, ways_, stand_.turn)} {}

    WorldMap draw() {
        land();
        graticule();
        if (world_.sizes.arc.pt() > 0) arcs();
        const auto& sizes = world_.sizes;
        Apart apart{sizes.apart};
        for (const Way& way : ways_) {
            map_.partners.push_back(on_page(way.back()));
            if (apart.take(map_.partners.back()))
                map_.drawing.push_back(
                    Disc{map_.partners.back(), sizes.partner, Ink::partner, Ink::partner_ring, sizes.partner_ring});
            else
                ++map_.sharing;
        }
        map_.home = on_page(world_.home);
        map_.drawing.push_back(Disc{map_.home, sizes.home, Ink::home, Ink::home_ring, sizes.home_ring});
        return std::move(map_);
    }

private:
    double middle() const { return (world_.frame.left + world_.frame.right) / 2; }
    double x_of(double longitude) const { return middle() + (longitude - meridian_) * stand_.turn / 360; }
    double y_of(double latitude) const { return stand_.y_of(latitude); }
    // Home stands in the turn around the middle; arcs start there and run on unwrapped.
    Planar planar(const Position& at) const {
        const double turned = unwrapped(world_.home.longitude, meridian_) - world_.home.longitude;
        return {x_of(at.longitude + turned), y_of(at.latitude)};
    }
    Point on_page(const Position& at) const {
        const Planar p = planar(at);
        return {Length::from_pt(p.x), Length::from_pt(p.y)};
    }

    void land() {
        Shape shape{Ink::land, {}, true, {}};
        const auto outlines = map::land(Detail::fine, outline_error / stand_.turn * 360);
        const double turn = stand_.turn;
        for (std::size_t i = 0; i < outlines.size(); ++i) {
            if (outlines.line(i).size() < 3) continue;
            const Ring ring = unrolled(
                outlines.line(i), [&](double x) { return x_of(x); }, [&](double y) { return y_of(y); }, turn);
            for_each_turn(ring, world_.frame, turn,
                          [&](const Ring& moved) { add(clip_ring(moved, world_.frame), shape); });
        }
        map_.drawing.push_back(std::move(shape));
    }

    static void add(const Ring& ring, Shape& shape) {
        if (ring.size() < 2) return;
        Line line;
        line.reserve(ring.size());
        for (const Planar& p : ring) line.push_back({Length::from_pt(p.x), Length::from_pt(p.y)});
        shape.lines.push_back(std::move(line));
    }

    void graticule() {
        Shape shape{Ink::graticule, {}, false, world_.sizes.graticule};
        const auto& frame = world_.frame;
        const double spacing = stand_.turn / 12, zero = x_of(0);
        for (double x = zero + std::ceil((frame.left - zero) / spacing) * spacing; x < frame.right; x += spacing)
            add({{x, frame.top}, {x, frame.bottom}}, shape);
        for (int latitude = 60; latitude >= -60; latitude -= 30)
            if (const double y = y_of(latitude); y > frame.top && y < frame.bottom)
                add({{frame.left, y}, {frame.right, y}}, shape);
        map_.drawing.push_back(std::move(shape));
    }

    void arcs() {
        Shape shape{Ink::arc, {}, false, world_.sizes.arc};
        for (const Way& way : ways_) {
            Ring line;
            for (const Position& at : way) line.push_back(planar(at));
            add(simplify(line, line_error), shape);
        }
        map_.arcs = shape.lines;
        if (!shape.lines.empty()) map_.drawing.push_back(std::move(shape));
    }

    const World& world_;
    std::vector<Way> ways_;
    Stand stand_;
    double meridian_;
    WorldMap map_;
};

}  // namespace

double patterson(double latitude) {
    const double p = latitude * std::numbers::pi / 180, q = p * p;
    return p * (1.0148 + q * q * (0.23185 + q * (-0.14499 + q * 0.02406)));
}

double central_meridian(const World& world) {
    const auto ways = ways_of(world);
    return meridian_of(world, ways, Stand{world, ways}.turn);
}

WorldMap draw_world(const World& world) {
    return Painter{world}.draw();
}

}  // namespace brochure::map
