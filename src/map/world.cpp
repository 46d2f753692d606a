#include "map/world.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "map/apart.hpp"
#include "map/arc.hpp"
#include "map/coast.hpp"
#include "map/outlines.hpp"
#include "map/simplify.hpp"
#include "map/stand.hpp"

namespace brochure::map {
namespace {

constexpr double outline_error =
    0.07;  // pt at the equator: a tenth at 45 degrees, where a degree of longitude is drawn wider
constexpr double line_error = 0.02;  // pt
constexpr double pole = -89.99;      // degrees: from here on an outline runs along the pole

class Painter {
public:
    explicit Painter(const World& world) : world_{world}, ways_{ways_of(world)}, stand_{world, ways_} {}

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

    WorldMap place() {
        if (world_.sizes.arc.pt() > 0) arcs();
        for (const Way& way : ways_) map_.partners.push_back(on_page(way.back()));
        map_.home = on_page(world_.home);
        map_.drawing.clear();
        return std::move(map_);
    }

private:
    double middle() const { return (world_.frame.left + world_.frame.right) / 2; }
    double x_of(double longitude) const { return middle() + (longitude - stand_.meridian) * stand_.turn / 360; }
    double y_of(double latitude) const { return stand_.y_of(latitude); }
    // The land at the south pole goes on to the frame's foot: no edge is seen where the earth ends.
    double coast_of(double latitude) const {
        return latitude > pole ? y_of(latitude) : std::max(y_of(latitude), world_.frame.bottom);
    }
    // Home stands in the turn around the middle; arcs start there and run on unwrapped.
    Planar planar(const Position& at) const {
        const double turned = unwrapped(world_.home.longitude, stand_.meridian) - world_.home.longitude;
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
                outlines.line(i), [&](double x) { return x_of(x); }, [&](double y) { return coast_of(y); }, turn);
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
        // None by the trim, where the knife would make an edge of it.
        const double first = frame.left + world_.edge.pt(), last = frame.right - world_.edge.pt();
        for (double x = zero + std::ceil((first - zero) / spacing) * spacing; x < last; x += spacing)
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
    WorldMap map_;
};

}  // namespace

double patterson(double latitude) {
    const double p = latitude * std::numbers::pi / 180, q = p * p;
    return p * (1.0148 + q * q * (0.23185 + q * (-0.14499 + q * 0.02406)));
}

double central_meridian(const World& world) {
    return Stand{world, ways_of(world)}.meridian;
}

std::vector<double> nudges(const World& world) {
    const auto ways = ways_of(world);
    return nudges_of(world, ways, Stand{world, ways});
}

WorldMap place_world(const World& world) {
    return Painter{world}.place();
}

WorldMap draw_world(const World& world) {
    return Painter{world}.draw();
}

}  // namespace brochure::map
