#include "map/labels.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace brochure::map {
namespace {

// The fold is an edge of two pages, from which text keeps 18 (DESIGN 2); DESIGN 8 alone asks for 12.
constexpr double clear_of_spine = 18, clear_of_arc = 1.5, clear_of_text = 2;  // pt
constexpr double disc = 4.5;                                                  // pt: the largest place with its ring
constexpr std::array<double, 3> offsets{9, 15, 22};                           // DESIGN 8, and a little farther

struct Box {
    double left, top, right, bottom;
    bool meets(const Box& b) const { return left < b.right && b.left < right && top < b.bottom && b.top < bottom; }
    Box wider(double by) const { return {left - by, top - by, right + by, bottom + by}; }
};

Box box_of(const Rect& rect) {
    return {rect.left.pt(), rect.top.pt(), rect.right().pt(), rect.bottom().pt()};
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

double distance(const Point& p, const Box& box) {
    const double x = std::max({box.left - p.x.pt(), p.x.pt() - box.right, 0.0});
    const double y = std::max({box.top - p.y.pt(), p.y.pt() - box.bottom, 0.0});
    return std::hypot(x, y);
}

// The ink of a line of text: from the height of capitals to the depth of a descender.
Box text_box(Point baseline, const Label& label) {
    return {baseline.x.pt(), baseline.y.pt() - 0.75 * label.size.pt(), baseline.x.pt() + label.width.pt(),
            baseline.y.pt() + 0.22 * label.size.pt()};
}

std::array<Point, 8> candidates(const Label& label, double off) {
    const double x = label.at.x.pt(), y = label.at.y.pt(), w = label.width.pt(), size = label.size.pt();
    const double right = x + off, left = x - off - w, below = y + off, level = y + 0.36 * size, above = y - off / 2;
    const auto point = [](double px, double py) { return Point{Length::from_pt(px), Length::from_pt(py)}; };
    return {point(right, below),
            point(right, level),
            point(left, below),
            point(left, level),
            point(right, above),
            point(left, above),
            point(x - w / 2, y + off + 5),
            point(x - w / 2, y - off)};
}

class Placer {
public:
    explicit Placer(const Obstacles& obstacles) : obstacles_{obstacles}, frame_{box_of(obstacles.frame)} {
        for (const Rect& rect : obstacles.boxes) taken_.push_back(box_of(rect));
        for (const Point& p : obstacles.points)
            discs_.push_back({p.x.pt() - disc, p.y.pt() - disc, p.x.pt() + disc, p.y.pt() + disc});
    }
    std::optional<Point> place(const Label& label) {
        for (const double off : offsets)
            for (const Point& at : candidates(label, off))
                if (const Box box = text_box(at, label); is_free(box) && is_nearest(label, box)) {
                    taken_.push_back(box);
                    return at;
                }
        return std::nullopt;
    }

    bool stands(Point at, const Label& label, Length clear) const {
        return is_free(text_box(at, label).wider(clear.pt()));
    }

private:
    // Whether nobody can take the label for that of another place: its own is the nearest by a point.
    bool is_nearest(const Label& label, const Box& box) const {
        constexpr double clearly = 1;  // pt
        const double own = distance(label.at, box);
        return std::none_of(obstacles_.points.begin(), obstacles_.points.end(), [&](const Point& other) {
            const bool same = other.x == label.at.x && other.y == label.at.y;
            return !same && distance(other, box) < own + clearly;
        });
    }

    bool is_free(const Box& box) const {
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
        const Box near = box.wider(clear_of_arc);
        for (const Line& arc : obstacles_.arcs)
            for (std::size_t i = 1; i < arc.size(); ++i)
                if (crosses(arc[i - 1], arc[i], near)) return false;
        return true;
    }

    const Obstacles& obstacles_;
    Box frame_;
    std::vector<Box> taken_, discs_;
};

}  // namespace

std::vector<std::optional<Point>> place_labels(std::span<const Label> labels, const Obstacles& obstacles) {
    Placer placer{obstacles};
    std::vector<std::optional<Point>> placed;
    for (const Label& label : labels) placed.push_back(placer.place(label));
    return placed;
}

std::optional<Point> first_free(std::span<const Point> candidates, const Label& label, const Obstacles& obstacles,
                                Length clear) {
    const Placer placer{obstacles};
    const auto found = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const Point& at) { return placer.stands(at, label, clear); });
    return found == candidates.end() ? std::nullopt : std::optional{*found};
}

Rect ink_of(Point baseline, const Label& label) {
    const Box box = text_box(baseline, label);
    return {Length::from_pt(box.left), Length::from_pt(box.top), Length::from_pt(box.right - box.left),
            Length::from_pt(box.bottom - box.top)};
}

}  // namespace brochure::map
