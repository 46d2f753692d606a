#include "map/label_room.hpp"

#include <algorithm>
#include <cmath>

namespace brochure::map {
namespace {

// The fold is an edge of two pages, from which text keeps 18 (DESIGN 2); DESIGN 8 alone asks for 12.
constexpr double clear_of_spine = 18, clear_of_arc = 1.5, clear_of_text = 2;  // pt

// Which side of the way from `a` to `b` the point is on: its sign.
double side(const Point& a, const Point& b, const Point& p) {
    return (b.x - a.x).pt() * (p.y - a.y).pt() - (b.y - a.y).pt() * (p.x - a.x).pt();
}

}  // namespace

Box box_of(const Rect& rect) {
    return {rect.left.pt(), rect.top.pt(), rect.right().pt(), rect.bottom().pt()};
}

Box text_box(Point baseline, const Label& label) {
    return {baseline.x.pt(), baseline.y.pt() - 0.75 * label.size.pt(), baseline.x.pt() + label.width.pt(),
            baseline.y.pt() + label.below().pt() + 0.22 * label.size.pt()};
}

// Whether a stretch of line runs through the box: it is shortened to the box's width, then to its height.
// Source: Liang and Barsky, "A new concept and method for line clipping", ACM Transactions on Graphics 3 (1984), 1-22.
bool crosses(const Point& a, const Point& b, const Box& box) {
    double from = 0, to = 1;
    const double dx = (b.x - a.x).pt(), dy = (b.y - a.y).pt();
    const auto shorten = [&](double direction, double room) {
        if (direction == 0) return room >= 0;
        const double t = room / direction;
        (direction < 0 ? from : to) = direction < 0 ? std::max(from, t) : std::min(to, t);
        return from <= to;
    };
    return shorten(-dx, a.x.pt() - box.left) && shorten(dx, box.right - a.x.pt()) && shorten(-dy, a.y.pt() - box.top) &&
           shorten(dy, box.bottom - a.y.pt());
}

bool cross(const Point& a, const Point& b, const Point& c, const Point& d) {
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

bool ends_at(const Line& way, const Point& place) {
    constexpr double same = 0.5;  // pt
    const auto near = [&](const Point& end) {
        return std::hypot((end.x - place.x).pt(), (end.y - place.y).pt()) < same;
    };
    return !way.empty() && (near(way.front()) || near(way.back()));
}

double distance(const Point& p, const Box& box) {
    const double x = std::max({box.left - p.x.pt(), p.x.pt() - box.right, 0.0});
    const double y = std::max({box.top - p.y.pt(), p.y.pt() - box.bottom, 0.0});
    return std::hypot(x, y);
}

namespace {

bool meets_one(const std::vector<Line>& lines, const Box& box) {
    for (const Line& line : lines)
        for (std::size_t i = 1; i < line.size(); ++i)
            if (crosses(line[i - 1], line[i], box)) return true;
    return false;
}

}  // namespace

LabelRoom::LabelRoom(const Obstacles& obstacles) : obstacles_{obstacles}, frame_{box_of(obstacles.frame)} {
    for (const Rect& rect : obstacles.boxes) taken_.push_back(box_of(rect));
    for (const Point& p : obstacles.points)
        discs_.push_back({p.x.pt() - disc, p.y.pt() - disc, p.x.pt() + disc, p.y.pt() + disc});
}

bool LabelRoom::is_free(const Box& box) const {
    if (box.left < frame_.left || box.right > frame_.right || box.top < frame_.top || box.bottom > frame_.bottom)
        return false;
    if (obstacles_.spine) {
        const double spine = obstacles_.spine->pt();
        if (box.left < spine + clear_of_spine && box.right > spine - clear_of_spine) return false;
    }
    const Box roomy = box.wider(clear_of_text);
    const auto hit = [&](const Box& other) { return roomy.meets(other); };
    if (std::any_of(taken_.begin(), taken_.end(), hit)) return false;
    if (std::any_of(discs_.begin(), discs_.end(), [&](const Box& other) { return box.meets(other); })) return false;
    return !meets_one(obstacles_.arcs, box.wider(clear_of_arc));
}

bool LabelRoom::meets_border(const Box& box) const {
    return meets_one(obstacles_.borders, box.wider(clear_of_arc));
}

}  // namespace brochure::map
