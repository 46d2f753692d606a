#include "map/locator.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>

#include "map/arc.hpp"
#include "map/coast.hpp"
#include "map/countries.hpp"
#include "map/outlines.hpp"
#include "map/simplify.hpp"

namespace brochure::map {
namespace {

constexpr double wide = 30, narrow = 20;  // degrees of longitude (DESIGN 8)
constexpr double small_country = 5;       // degrees: the reach of South Korea, Switzerland, Ireland
constexpr double northernmost_true = 75;  // degrees: nearer to a pole a map true there would show almost nothing
constexpr double outline_error = 0.07;    // pt
constexpr double border_error = 0.02;     // pt
constexpr double widest_stretch =
    0.25;                            // degrees of longitude: the way bends by half a degree at most, and seems to curve
constexpr double over_the_edge = 6;  // pt that a line runs on outside the frame, which cuts it
// Degrees of longitude, where the design's show neither a border nor more land, or more sea, than these parts of it.
constexpr std::array<double, 2> wider{45, 60};
constexpr double some = 0.001;

class Painter {
public:
    Painter(const Locator& locator, double width) : locator_{locator} {
        const auto& frame = locator.frame;
        x_scale_ = (frame.right - frame.left) / width;
        const double parallel = std::clamp(locator.partner.latitude, -northernmost_true, northernmost_true);
        y_scale_ = x_scale_ / std::cos(parallel * std::numbers::pi / 180);
        const double half = (frame.bottom - frame.top) / 2 / y_scale_;
        middle_latitude_ = std::clamp(locator.partner.latitude, -90 + half, 90 - half);
    }

    // Whether the map would run past a pole if the partner stood in its middle.
    bool at_pole() const { return middle_latitude_ != locator_.partner.latitude; }

    // Empty if there is nothing to see by which the place is known.
    std::optional<LocatorMap> draw() {
        const auto& [left, top, right, bottom] = locator_.frame;
        Shape sea{Ink::sea, {}, true, {}};
        add({{left, top}, {right, top}, {right, bottom}, {left, bottom}}, sea);
        map_.drawing.push_back(std::move(sea));
        land();
        borders();
        const double whole = (right - left) * (bottom - top);
        if (!has_borders_ && (land_ < some * whole || land_ > (1 - some) * whole)) return std::nullopt;
        way();
        places();
        countries();
        return std::move(map_);
    }

private:
    double x_of(double longitude) const {
        return (locator_.frame.left + locator_.frame.right) / 2 + (longitude - locator_.partner.longitude) * x_scale_;
    }
    double y_of(double latitude) const {
        return (locator_.frame.top + locator_.frame.bottom) / 2 + (middle_latitude_ - latitude) * y_scale_;
    }
    double turn() const { return 360 * x_scale_; }
    Planar planar(Position at) const {
        return {x_of(unwrapped(at.longitude, locator_.partner.longitude)), y_of(at.latitude)};
    }
    static Point point(const Planar& p) { return {Length::from_pt(p.x), Length::from_pt(p.y)}; }
    bool on_map(const Planar& p) const {
        const auto& [left, top, right, bottom] = locator_.frame;
        const double clear = locator_.clear.pt();
        return p.x >= left + clear && p.x <= right - clear && p.y >= top + clear && p.y <= bottom - clear;
    }

    static void add(const Ring& ring, Shape& shape) {
        if (ring.size() < 2) return;
        Line line;
        line.reserve(ring.size());
        for (const Planar& p : ring) line.push_back(point(p));
        shape.lines.push_back(std::move(line));
    }

    // The stretches of a line that have a part in the map, or may have. `error`: how far they may be off, in points.
    void add_seen(const Ring& line, Shape& shape, double error) const {
        Ring part;
        const auto end = [&] {
            if (part.size() > 1) add(error > 0 ? simplify(part, error) : part, shape);
            part.clear();
        };
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Planar &a = line[i - 1], &b = line[i];
            const auto& [left, top, right, bottom] = locator_.frame;
            const bool near = std::max(a.x, b.x) >= left - over_the_edge &&
                              std::min(a.x, b.x) <= right + over_the_edge &&
                              std::max(a.y, b.y) >= top - over_the_edge && std::min(a.y, b.y) <= bottom + over_the_edge;
            if (!near) {
                end();
                continue;
            }
            if (part.empty()) part.push_back(a);
            part.push_back(b);
        }
        end();
    }

    double tolerance() const { return outline_error / y_scale_; }

    void land() {
        Shape shape{Ink::land, {}, true, {}};
        const auto outlines = map::land(Detail::fine, tolerance());
        for (std::size_t i = 0; i < outlines.size(); ++i) {
            if (outlines.line(i).size() < 3) continue;
            for_each_turn(
                unrolled(
                    outlines.line(i), [&](double x) { return x_of(x); }, [&](double y) { return y_of(y); }, turn()),
                locator_.frame, turn(), [&](const Ring& ring) {
                    const Ring seen = clip_ring(ring, locator_.frame);
                    land_ += std::fabs(doubled_area(seen)) / 2;
                    add(seen, shape);
                });
        }
        map_.drawing.push_back(std::move(shape));
    }

    void borders() {
        Shape shape{Ink::border, {}, false, locator_.sizes.border};
        const auto outlines = map::borders(Detail::fine, tolerance());
        for (std::size_t i = 0; i < outlines.size(); ++i) {
            Ring ring;
            for (const GridPoint& at : outlines.line(i))
                ring.push_back({x_of(at.longitude * grid_degrees), y_of(at.latitude * grid_degrees)});
            if (ring.size() > 1)
                for_each_turn(ring, locator_.frame, turn(),
                              [&](const Ring& line) { add_seen(line, shape, border_error); });
        }
        has_borders_ = !shape.lines.empty();
        map_.borders = shape.lines;
        if (has_borders_) map_.drawing.push_back(std::move(shape));
    }

    // From the partner outwards: longitudes run on from there. Over a pole they leap, and the way is left off.
    void way() {
        Shape shape{Ink::arc, {}, false, locator_.sizes.arc};
        Ring line;
        double before = locator_.partner.longitude;
        for (const Position& at : great_circle(locator_.partner, locator_.home, widest_stretch)) {
            if (std::fabs(at.longitude - before) > 60) break;
            before = at.longitude;
            line.push_back({x_of(at.longitude), y_of(at.latitude)});
        }
        add_seen(line, shape, 0);
        map_.arcs = shape.lines;
        if (!shape.lines.empty()) map_.drawing.push_back(std::move(shape));
    }

    void places() {
        const auto& sizes = locator_.sizes;
        for (const Position& at : locator_.nearby) {
            const Planar p = planar(at);
            auto& placed = map_.nearby.emplace_back();
            if (!on_map(p)) continue;
            placed = point(p);
            map_.drawing.push_back(Disc{*placed, sizes.nearby, Ink::nearby, Ink::nearby, {}});
        }
        map_.partner = point(planar(locator_.partner));
        map_.drawing.push_back(Disc{map_.partner, sizes.partner, Ink::partner, Ink::partner_ring, sizes.partner_ring});
        if (const Planar home = planar(locator_.home); on_map(home)) {
            map_.home = point(home);
            map_.drawing.push_back(Disc{*map_.home, sizes.home, Ink::home, Ink::home_ring, sizes.home_ring});
        }
    }

    void countries() {
        Countries grid;
        const double cell = 1.0 / Countries::cells_a_degree;
        const auto& [left, top, right, bottom] = locator_.frame;
        const double north = middle_latitude_ + (bottom - top) / 2 / y_scale_;
        const double west = locator_.partner.longitude - (right - left) / 2 / x_scale_;
        std::map<int, std::vector<Rect>> parts;
        for (int row = row_of(north); row < Countries::rows; ++row) {
            const double y = y_of(90 - row * cell);
            if (y >= bottom) break;
            for (int column = column_of(west);; ++column) {
                const double x = x_of(column * cell - 180);
                if (x >= right) break;
                if (const int number = grid.at(row, column); number != 0)
                    parts[number].push_back({Length::from_pt(x), Length::from_pt(y), Length::from_pt(cell * x_scale_),
                                             Length::from_pt(cell * y_scale_)});
            }
        }
        for (auto& [number, cells] : parts) map_.countries.push_back({number, std::move(cells)});
        const int own = grid.at(row_of(locator_.partner.latitude), column_of(locator_.partner.longitude));
        std::stable_sort(map_.countries.begin(), map_.countries.end(), [&](const auto& a, const auto& b) {
            return std::pair{a.number != own, b.cells.size()} < std::pair{b.number != own, a.cells.size()};
        });
    }

    const Locator& locator_;
    double x_scale_ = 1, y_scale_ = 1;  // points a degree
    double middle_latitude_ = 0, land_ = 0;
    bool has_borders_ = false;
    LocatorMap map_;
};

}  // namespace

double width_of_locator(Position partner) {
    Countries countries;
    const double reach = reach_of_country(countries, partner.latitude, partner.longitude);
    return reach > 0 && reach < small_country ? narrow : wide;
}

LocatorMap draw_locator(const Locator& locator) {
    std::vector<double> widths{width_of_locator(locator.partner)};
    widths.insert(widths.end(), wider.begin(), wider.end());
    for (const double width : widths) {
        Painter painter{locator, width};
        if (painter.at_pole()) break;
        if (auto map = painter.draw()) return std::move(*map);
    }
    return draw_locator_globe(locator);
}

}  // namespace brochure::map
