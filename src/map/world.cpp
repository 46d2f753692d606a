#include "map/world.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

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
constexpr double widest_disc = 4.5;   // pt
constexpr int most_nudge = 10;        // degrees
constexpr double longest_leap = 60;   // degrees of longitude between two places of an arc: it runs over a pole

using Way = std::vector<Position>;

std::vector<Way> ways_of(const World& world) {
    std::vector<Way> ways;
    for (const Position& partner : world.partners) ways.push_back(great_circle(world.home, partner));
    return ways;
}

double meridian_of(const World& world, const std::vector<Way>& ways) {
    double west = world.home.longitude, east = west;
    for (const Way& way : ways)
        for (const Position& at : way) {
            west = std::min(west, at.longitude);
            east = std::max(east, at.longitude);
        }
    const double middle = (west + east) / 2, points_a_degree = world.turn.pt() / 360;
    if (!world.spine) return unwrapped(middle, 0);
    const double spine = (world.spine->pt() - (world.frame.left + world.frame.right) / 2) / points_a_degree;
    const auto room = [&](double meridian) {  // of the city nearest to the spine, points
        double least = std::fabs(unwrapped(world.home.longitude - meridian - spine, 0));
        for (const Position& p : world.partners)
            least = std::min(least, std::fabs(unwrapped(p.longitude - meridian - spine, 0)));
        return least * points_a_degree;
    };
    // What the map is wider than all arcs and the discs at their ends: a nudge by more would cut an arc.
    const double slack = (world.frame.right - world.frame.left - (east - west) * points_a_degree) / 2 - widest_disc;
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
        : world_{world}, ways_{ways_of(world)}, scale_{world.turn.pt() / (2 * std::numbers::pi)} {
        meridian_ = meridian_of(world, ways_);
        equator_ = world.height.pt() + scale_ * patterson(world.latitude);
        double lowest = y_of(world.home.latitude);
        for (const Position& partner : world.partners)
            if (partner.latitude > southernmost) lowest = std::max(lowest, y_of(partner.latitude));
        equator_ -= std::max(0.0, lowest + clear_of_edge - world.frame.bottom);
    }

    WorldMap draw() {
        land();
        graticule();
        if (world_.sizes.arc.pt() > 0) arcs();
        const auto& sizes = world_.sizes;
        for (const Way& way : ways_) {
            map_.partners.push_back(on_page(way.back()));
            map_.drawing.push_back(
                Disc{map_.partners.back(), sizes.partner, Ink::partner, Ink::partner_ring, sizes.partner_ring});
        }
        map_.home = on_page(world_.home);
        map_.drawing.push_back(Disc{map_.home, sizes.home, Ink::home, Ink::home_ring, sizes.home_ring});
        return std::move(map_);
    }

private:
    double middle() const { return (world_.frame.left + world_.frame.right) / 2; }
    double x_of(double longitude) const { return middle() + (longitude - meridian_) * world_.turn.pt() / 360; }
    double y_of(double latitude) const { return equator_ - scale_ * patterson(latitude); }
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
        const auto outlines = map::land(Detail::fine, outline_error / world_.turn.pt() * 360);
        const double turn = world_.turn.pt();
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
        const double spacing = world_.turn.pt() / 12, zero = x_of(0);
        for (double x = zero + std::ceil((frame.left - zero) / spacing) * spacing; x < frame.right; x += spacing)
            add({{x, frame.top}, {x, frame.bottom}}, shape);
        for (int latitude = 60; latitude >= -60; latitude -= 30)
            if (const double y = y_of(latitude); y > frame.top && y < frame.bottom)
                add({{frame.left, y}, {frame.right, y}}, shape);
        map_.drawing.push_back(std::move(shape));
    }

    // An arc over a pole leaps half a turn there: it leaves the map at its edge and comes back on the other side.
    void arcs() {
        Shape shape{Ink::arc, {}, false, world_.sizes.arc};
        for (const Way& way : ways_) {
            Ring part;
            for (std::size_t i = 0; i < way.size(); ++i) {
                if (i > 0 && std::fabs(way[i].longitude - way[i - 1].longitude) > longest_leap) {
                    add(simplify(part, line_error), shape);
                    part.clear();
                }
                part.push_back(planar(way[i]));
            }
            add(simplify(part, line_error), shape);
        }
        map_.arcs = shape.lines;
        if (!shape.lines.empty()) map_.drawing.push_back(std::move(shape));
    }

    const World& world_;
    std::vector<Way> ways_;
    double scale_, meridian_ = 0, equator_ = 0;
    WorldMap map_;
};

}  // namespace

double patterson(double latitude) {
    const double p = latitude * std::numbers::pi / 180, q = p * p;
    return p * (1.0148 + q * q * (0.23185 + q * (-0.14499 + q * 0.02406)));
}

double central_meridian(const World& world) {
    return meridian_of(world, ways_of(world));
}

WorldMap draw_world(const World& world) {
    return Painter{world}.draw();
}

}  // namespace brochure::map
