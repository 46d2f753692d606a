#include "map/globe.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

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
        if (globe_.sizes.arc.pt() > 0) arcs();
        for (const Position& partner : globe_.partners)
            place(partner, {{}, globe_.sizes.partner, Ink::partner, Ink::partner_ring, globe_.sizes.partner_ring});
        place(globe_.home, {{}, globe_.sizes.home, Ink::home, Ink::home_ring, globe_.sizes.home_ring});
        return std::move(drawing_);
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

    void arcs() {
        Shape shape{Ink::arc, {}, false, globe_.sizes.arc};
        std::vector<Direction> line;
        for (const auto* places : {&globe_.partners, &globe_.passing})
            for (const Position& partner : *places) {
                line.clear();
                for (const Position& at : great_circle(globe_.home, partner))
                    line.push_back(view_.seen(direction_of(at)));
                add_seen(line, shape);
            }
        if (!shape.lines.empty()) drawing_.push_back(std::move(shape));
    }

    void place(Position at, Disc disc) {
        const auto centre = seen_on_globe(globe_, at);
        if (!centre) return;
        disc.centre = *centre;
        drawing_.push_back(disc);
    }
    Direction seen(double latitude, double longitude) const {
        return view_.seen(direction_of(Position{latitude, longitude}));
    }

    const Globe& globe_;
    View view_;
    double radius_;
    Drawing drawing_;
};

// A disc on the very limb is cut in two.
constexpr double clear_of_limb = 0.02;  // radii towards the eye
constexpr int step = 2;                 // degrees

bool in_sight(Position centre, const std::vector<Direction>& places, const Sight& sight) {
    const View view{centre};
    return std::all_of(places.begin(), places.end(), [&](const Direction& place) {
        const Direction d = view.seen(place);
        return d.z > clear_of_limb && d.y >= sight.lift && std::fabs(d.x) <= sight.side;
    });
}

// The centre nearest to `wanted` from which all places are in sight.
std::optional<Position> nearest_in_sight(Position wanted, const std::vector<Direction>& places, const Sight& sight) {
    if (in_sight(wanted, places, sight)) return wanted;
    const Direction from = direction_of(wanted);
    std::optional<Position> best;
    double nearest = -2;
    for (int latitude = -88; latitude <= 88; latitude += step)
        for (int turn = 0; turn < 360; turn += step) {
            const Position centre{static_cast<double>(latitude), wanted.longitude + turn};
            const Direction d = direction_of(centre);
            const double cosine = d.x * from.x + d.y * from.y + d.z * from.z;
            if (cosine <= nearest || !in_sight(centre, places, sight)) continue;
            nearest = cosine;
            best = centre;
        }
    return best;
}

}  // namespace

Position centre_of_globe(Position home, const std::vector<Position>& partners, std::optional<Sight> sight) {
    Position centre = partners.size() == 1 ? middle_of(home, partners.front()) : home;
    centre.latitude /= 2;
    if (!sight) return centre;
    std::vector<Direction> places{direction_of(home)};
    if (partners.size() == 1) places.push_back(direction_of(partners.front()));
    for (; !places.empty(); places.pop_back())
        if (const auto turned = nearest_in_sight(centre, places, *sight)) return *turned;
    return centre;
}

std::optional<Point> seen_on_globe(const Globe& globe, Position place) {
    const Direction d = View{globe.centre}.seen(direction_of(place));
    if (d.z <= 0) return std::nullopt;
    const Length radius = globe.diameter / 2;
    return Point{globe.middle.x + radius * d.x, globe.middle.y - radius * d.y};
}

Drawing draw_globe(const Globe& globe) {
    return Painter{globe}.draw();
}

}  // namespace brochure::map
