#include "map/globe.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "map/apart.hpp"
#include "map/arc.hpp"
#include "map/horizon.hpp"
#include "map/outlines.hpp"
#include "map/simplify.hpp"
#include "map/sphere.hpp"

namespace brochure::map {
namespace {

constexpr double coarse_below = 120;   // pt of diameter: DESIGN 8
constexpr double outline_error = 0.1;  // pt
constexpr double limb_error = 0.005;   // pt
constexpr double least_island = 0.3;   // pt
constexpr double line_error = 0.02;    // pt, of arcs and graticule

class Painter {
public:
    explicit Painter(const Globe& globe) : globe_{globe}, view_{globe.centre}, radius_{globe.diameter.pt() / 2} {}

    Drawing draw() {
        drawing_.push_back(Disc{globe_.middle, globe_.diameter / 2, Ink::sea, Ink::sea, {}});
        land();
        graticule();
        if (auto shape = arcs(); !shape.lines.empty()) drawing_.push_back(std::move(shape));
        Apart apart{globe_.sizes.apart};
        for (const Position& partner : globe_.partners)
            if (const auto at = seen_on_globe(globe_, partner); at && apart.take(*at))
                place(partner, {{}, globe_.sizes.partner, Ink::partner, Ink::partner_ring, globe_.sizes.partner_ring});
        place(globe_.home, {{}, globe_.sizes.home, Ink::home, Ink::home_ring, globe_.sizes.home_ring});
        return std::move(drawing_);
    }

    Shape arcs() const {
        Shape shape{Ink::arc, {}, false, globe_.sizes.arc};
        if (globe_.sizes.arc.pt() <= 0) return shape;
        for (const auto* places : {&globe_.partners, &globe_.passing})
            for (const Position& partner : *places) add_way(partner, shape);
        return shape;
    }

    bool is_inside(const Position& partner) const {
        Shape way;
        if (globe_.sizes.arc.pt() > 0) add_way(partner, way);
        const auto at = seen_on_globe(globe_, partner);
        return (!at || whole(*at, (globe_.sizes.partner + globe_.sizes.partner_ring / 2).pt())) &&
               std::all_of(way.lines.begin(), way.lines.end(), [&](const Line& line) {
                   return std::all_of(line.begin(), line.end(),
                                      [&](const Point& p) { return whole(p, (globe_.sizes.arc / 2).pt()); });
               });
    }

private:
    Planar on_page(const Planar& p) const {
        return {globe_.middle.x.pt() + radius_ * p.x, globe_.middle.y.pt() - radius_ * p.y};
    }
    Line line_on_page(const Ring& line) const {
        Line placed;
        placed.reserve(line.size());
        for (const auto& p : line) {
            const auto q = on_page(p);
            placed.push_back({Length::from_pt(q.x), Length::from_pt(q.y)});
        }
        return placed;
    }

    void land() {
        const auto outlines = map::land(globe_.diameter.pt() < coarse_below ? Detail::coarse : Detail::fine,
                                        outline_error / radius_ * 180 / std::numbers::pi);
        Horizon horizon{limb_error / radius_, least_island / radius_};
        std::vector<Direction> seen;
        for (std::size_t i = 0; i < outlines.size(); ++i) {
            seen.clear();
            for (const GridPoint& point : outlines.line(i)) seen.push_back(view_.seen(direction_of(point)));
            horizon.add(seen);
        }
        // The frame in the globe's own units, y upwards.
        const auto& frame = globe_.frame;
        const double x = globe_.middle.x.pt(), y = globe_.middle.y.pt();
        const Window window{(frame.left - x) / radius_, (y - frame.bottom) / radius_, (frame.right - x) / radius_,
                            (y - frame.top) / radius_};
        Shape shape{Ink::land, {}, true, {}};
        for (const auto& ring : horizon.rings())
            if (const auto inside = clip_ring(ring, window); inside.size() > 2)
                shape.lines.push_back(line_on_page(inside));
        drawing_.push_back(std::move(shape));
    }

    void add_way(const Position& partner, Shape& shape) const {
        std::vector<Direction> line;
        for (const Position& at : great_circle(globe_.home, partner)) line.push_back(view_.seen(direction_of(at)));
        add_seen(line, shape);
    }

    void add_seen(const std::vector<Direction>& line, Shape& shape) const {
        for (const auto& part : seen_parts(line))
            shape.lines.push_back(line_on_page(simplify(part, line_error / radius_)));
    }

    // Every 30 degrees, meridians to the poles.
    void graticule() {
        Shape shape{Ink::graticule, {}, false, globe_.sizes.graticule};
        std::vector<Direction> line;
        for (int latitude = -60; latitude <= 60; latitude += 30) {
            line.clear();
            for (int longitude = -180; longitude <= 180; longitude += 3) line.push_back(seen(latitude, longitude));
            add_seen(line, shape);
        }
        for (int longitude = -180; longitude < 180; longitude += 30) {
            line.clear();
            for (int latitude = -90; latitude <= 90; latitude += 3) line.push_back(seen(latitude, longitude));
            add_seen(line, shape);
        }
        drawing_.push_back(std::move(shape));
    }

    void place(Position at, Disc disc) {
        const auto centre = seen_on_globe(globe_, at);
        if (!centre || !whole(*centre, (disc.radius + disc.ring_weight / 2).pt())) return;
        disc.centre = *centre;
        drawing_.push_back(disc);
    }
    // A disc on the limb reaches over it; none is cut by an edge of the frame that cuts the globe.
    bool whole(Point at, double reach) const {
        const auto& edge = globe_.edge;
        return at.x.pt() - reach >= edge.left && at.x.pt() + reach <= edge.right && at.y.pt() - reach >= edge.top &&
               at.y.pt() + reach <= edge.bottom;
    }
    Direction seen(double latitude, double longitude) const {
        return view_.seen(direction_of(Position{latitude, longitude}));
    }

    const Globe& globe_;
    View view_;
    double radius_;
    Drawing drawing_;
};

}  // namespace

std::optional<Point> seen_on_globe(const Globe& globe, Position place) {
    const Direction d = View{globe.centre}.seen(direction_of(place));
    if (d.z <= 0) return std::nullopt;
    const Length radius = globe.diameter / 2;
    return Point{globe.middle.x + radius * d.x, globe.middle.y - radius * d.y};
}

std::vector<Line> arcs_on_globe(const Globe& globe) {
    return Painter{globe}.arcs().lines;
}

std::vector<bool> ways_inside(const Globe& globe) {
    const Painter painter{globe};
    std::vector<bool> inside;
    for (const Position& partner : globe.partners) inside.push_back(painter.is_inside(partner));
    return inside;
}

Drawing draw_globe(const Globe& globe) {
    return Painter{globe}.draw();
}

}  // namespace brochure::map
