#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "map/locator.hpp"

namespace brochure::map {
namespace {

constexpr double clear_of_border = 3;  // pt between a country's name and its end
constexpr double clear_of_others = 5;  // pt between it and ways and other names
constexpr double beside = 6;           // pt between a way and what is said of it
constexpr double far_apart = 24;       // pt along a way between two places for it

struct Box {
    double left, top, right, bottom;
};

/// Whether the box lies in the frame and holds no other text or place.
bool is_clear(const Box& box, const Obstacles& obstacles) {
    const auto inside = [&](double x, double y) {
        return x > box.left && x < box.right && y > box.top && y < box.bottom;
    };
    const Rect& frame = obstacles.frame;
    return box.left >= frame.left.pt() && box.right <= frame.right().pt() && box.top >= frame.top.pt() &&
           box.bottom <= frame.bottom().pt() &&
           std::none_of(obstacles.points.begin(), obstacles.points.end(),
                        [&](const Point& p) { return inside(p.x.pt(), p.y.pt()); }) &&
           std::none_of(obstacles.boxes.begin(), obstacles.boxes.end(), [&](const Rect& other) {
               return other.left.pt() < box.right && box.left < other.right().pt() && other.top.pt() < box.bottom &&
                      box.top < other.bottom().pt();
           });
}

/// The cells of a country by whole steps from the first, to ask whether all of a box lies inside.
class Ground {
public:
    explicit Ground(const CountryPart& country) {
        const Rect& first = country.cells.front();
        left_ = first.left.pt();
        top_ = first.top.pt();
        width_ = first.width.pt();
        height_ = first.height.pt();
        for (const Rect& cell : country.cells)
            cells_.insert(
                {std::lround((cell.top.pt() - top_) / height_), std::lround((cell.left.pt() - left_) / width_)});
    }
    bool holds(const Box& box) const {
        const auto column = [&](double x) { return std::lround(std::floor((x - left_) / width_)); };
        const auto row = [&](double y) { return std::lround(std::floor((y - top_) / height_)); };
        for (long r = row(box.top); r <= row(box.bottom); ++r)
            for (long c = column(box.left); c <= column(box.right); ++c)
                if (!cells_.contains({r, c})) return false;
        return true;
    }

private:
    double left_, top_, width_, height_;
    std::set<std::pair<long, long>> cells_;
};

/// Places along the way from its end to its beginning; where it runs straight on they are not far apart either.
std::vector<Point> stations(const Line& way) {
    std::vector<Point> all;
    for (std::size_t i = way.size(); i-- > 1;) {
        const Length dx = way[i - 1].x - way[i].x, dy = way[i - 1].y - way[i].y;
        const int parts = std::max(1, static_cast<int>(std::hypot(dx.pt(), dy.pt()) / far_apart));
        for (int k = 0; k < parts; ++k)
            all.push_back({way[i].x + dx * (double(k) / parts), way[i].y + dy * (double(k) / parts)});
    }
    if (!way.empty()) all.push_back(way.front());
    return all;
}

Point baseline_of(double middle_x, double middle_y, const Label& label) {
    return {Length::from_pt(middle_x) - label.width / 2.0, Length::from_pt(middle_y) + label.size * 0.36};
}

}  // namespace

std::optional<Point> place_country(const CountryPart& country, const Label& name, const Obstacles& obstacles) {
    if (country.cells.empty()) return std::nullopt;
    const Ground ground{country};
    struct Place {
        double room, x, y;
    };
    std::vector<Place> places;
    const double half = name.width.pt() / 2, high = 0.36 * name.size.pt();  // capitals
    for (const Rect& cell : country.cells)
        for (const double across : {0.5, 1.0})
            for (const double down : {0.5, 1.0}) {
                const double x = (cell.left + cell.width * across).pt(), y = (cell.top + cell.height * down).pt();
                double room = 0;  // to the country's or the map's end and to other names, on every side
                for (double more = clear_of_border; more < 80; more += clear_of_border) {
                    const Box box{x - half - more, y - high - more, x + half + more, y + high + more};
                    if (!ground.holds(box) || !is_clear(box, obstacles)) break;
                    room = more;
                }
                if (room > 0) places.push_back({room, x, y});
            }
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.room > b.room; });
    std::vector<Point> candidates;
    for (const Place& place : places) candidates.push_back(baseline_of(place.x, place.y, name));
    return first_free(candidates, name, obstacles, Length::from_pt(clear_of_others));
}

std::optional<Point> place_beside_way(const std::vector<Line>& ways, const Label& label, const Obstacles& obstacles) {
    std::vector<Point> candidates;
    for (const Line& way : ways)
        for (const Point& at : stations(way))
            for (const double off : {beside, 3 * beside}) {
                const double x = at.x.pt(), y = at.y.pt(), w = label.width.pt(), size = label.size.pt();
                for (const auto& [px, py] : {std::pair{x + off, y - off},
                                             {x + off, y + off + 0.75 * size},
                                             {x - off - w, y + off + 0.75 * size},
                                             {x - off - w, y - off}})
                    candidates.push_back({Length::from_pt(px), Length::from_pt(py)});
            }
    return first_free(candidates, label, obstacles);
}

}  // namespace brochure::map
