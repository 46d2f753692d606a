#include "map/labels.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "map/label_room.hpp"

namespace brochure::map {
namespace {

constexpr std::array<double, 3> offsets{9, 15, 22};  // DESIGN 8, and a little farther

// The box's nearest point to `p`.
Point nearest(const Point& p, const Box& box) {
    return {Length::from_pt(std::clamp(p.x.pt(), box.left, box.right)),
            Length::from_pt(std::clamp(p.y.pt(), box.top, box.bottom))};
}

std::array<Point, 8> candidates(const Label& label, double off) {
    const double x = label.at.x.pt(), y = label.at.y.pt(), w = label.width.pt(), size = label.size.pt();
    const double more = label.below().pt();  // lines under the first
    const double right = x + off, left = x - off - w, below = y + off, level = y + 0.36 * size - more / 2,
                 above = y - off / 2 - more;
    const auto point = [](double px, double py) { return Point{Length::from_pt(px), Length::from_pt(py)}; };
    return {point(right, below),
            point(right, level),
            point(left, below),
            point(left, level),
            point(right, above),
            point(left, above),
            point(x - w / 2, y + off + 5),
            point(x - w / 2, y - off - more)};
}

enum class Borders { avoided, crossed };

class Placer {
public:
    explicit Placer(const Obstacles& obstacles) : obstacles_{obstacles}, room_{obstacles} {}
    std::optional<Point> place(const Label& label) {
        auto at = place_at(label, offsets.front(), Borders::avoided);
        for (std::size_t i = 0; !at && i < offsets.size(); ++i) at = place_at(label, offsets[i], Borders::crossed);
        if (at) room_.take(text_box(*at, label));
        return at;
    }

    bool stands(Point at, const Label& label, Length clear, Borders borders) const {
        const Box box = text_box(at, label).wider(clear.pt());
        return room_.is_free(box) && (borders == Borders::crossed || !room_.meets_border(box));
    }

private:
    std::optional<Point> place_at(const Label& label, double off, Borders borders) const {
        for (const Point& at : candidates(label, off)) {
            const Box box = text_box(at, label);
            if (stands(at, label, {}, borders) && is_nearest(label, box) && !is_behind_arc(label, box)) return at;
        }
        return std::nullopt;
    }

    // Whether nobody can take the label for that of another place: its own is the nearest by a point, and by half of
    // that where it stands farther off than usual. Places whose discs lie on each other are one to the eye.
    bool is_nearest(const Label& label, const Box& box) const {
        constexpr double usual = 10;       // pt, beside the place or below it
        constexpr double discs_touch = 6;  // pt, between their middles (DESIGN 8)
        const double own = distance(label.at, box), clearly = own > usual ? own / 2 : 1;
        return std::none_of(obstacles_.points.begin(), obstacles_.points.end(), [&](const Point& other) {
            const bool same = std::hypot((other.x - label.at.x).pt(), (other.y - label.at.y).pt()) < discs_touch;
            return !same && distance(other, box) < own + clearly;
        });
    }

    // Whether a way that does not end at the place runs between it and its label.
    bool is_behind_arc(const Label& label, const Box& box) const {
        const Point end = nearest(label.at, box);
        for (const Line& arc : obstacles_.arcs) {
            if (ends_at(arc, label.at)) continue;
            for (std::size_t i = 1; i < arc.size(); ++i)
                if (cross(label.at, end, arc[i - 1], arc[i])) return true;
        }
        return false;
    }

    const Obstacles& obstacles_;
    LabelRoom room_;
};

}  // namespace

std::vector<std::optional<Point>> place_labels(std::span<const Label> labels, const Obstacles& obstacles) {
    Placer placer{obstacles};
    std::vector<std::optional<Point>> placed;
    for (const Label& label : labels) placed.push_back(placer.place(label));
    return placed;
}

PlacedLabels place_with_leaders(std::span<const Label> labels, const Obstacles& obstacles) {
    PlacedLabels placed{place_labels(labels, obstacles), {}};
    lead_labels(labels, obstacles, placed);
    return placed;
}

std::optional<Point> first_free(std::span<const Point> candidates, const Label& label, const Obstacles& obstacles,
                                Length clear) {
    const Placer placer{obstacles};
    for (const Borders borders : {Borders::avoided, Borders::crossed}) {
        const auto found = std::find_if(candidates.begin(), candidates.end(),
                                        [&](const Point& at) { return placer.stands(at, label, clear, borders); });
        if (found != candidates.end()) return *found;
    }
    return std::nullopt;
}

Rect ink_of(Point baseline, const Label& label) {
    const Box box = text_box(baseline, label);
    return {Length::from_pt(box.left), Length::from_pt(box.top), Length::from_pt(box.right - box.left),
            Length::from_pt(box.bottom - box.top)};
}

}  // namespace brochure::map
