#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "map/label_room.hpp"
#include "map/plane.hpp"

namespace brochure::map {
namespace {

constexpr std::array<double, 8> lengths{12, 16, 20, 26, 32, 48, 72, 108};  // pt, of a leader from the place's middle
constexpr int directions = 24;                                             // around a place
constexpr double gap = 2;                                                  // pt between a leader's end and its name
constexpr double clear_of_others = 2;  // pt between a leader and what is not its own
constexpr double steep = 0.35;         // sine, of the angle between a leader and the ways of its place

double distance(const Point& p, const Point& a, const Point& b) {
    const double dx = (b.x - a.x).pt(), dy = (b.y - a.y).pt(), px = (p.x - a.x).pt(), py = (p.y - a.y).pt();
    const double squared = dx * dx + dy * dy;
    const double t = squared > 0 ? std::clamp((px * dx + py * dy) / squared, 0.0, 1.0) : 0;
    return std::hypot(px - t * dx, py - t * dy);
}

class Leader {
public:
    Leader(const Obstacles& obstacles, const PlacedLabels& placed, std::span<const Label> labels)
        : obstacles_{obstacles}, room_{obstacles}, leaders_{placed.leaders} {
        for (std::size_t i = 0; i < labels.size(); ++i)
            if (placed.baselines[i]) room_.take(text_box(*placed.baselines[i], labels[i]));
    }

    // The shortest leader that crosses no way, if there is one, and where its name begins.
    std::optional<std::pair<Line, Point>> lead(const Label& label) {
        for (const double length : lengths)
            for (int k = 0; k < directions; ++k) {
                const double angle = 2 * std::numbers::pi * k / directions;
                const auto [line, baseline] = candidate(label, length, std::cos(angle), std::sin(angle));
                const Box box = text_box(baseline, label);
                if (!room_.is_free(box) || !is_clear(label, line, box) || meets_way(label, line)) continue;
                room_.take(box);
                leaders_.push_back(line);
                return std::pair{line, baseline};
            }
        return std::nullopt;
    }

private:
    // A leader in the direction (dx, dy), and the name at its end: beside it, or above or below where it is steep.
    static std::pair<Line, Point> candidate(const Label& label, double length, double dx, double dy) {
        const auto at = [&](double far) {
            return Point{label.at.x + Length::from_pt(far * dx), label.at.y + Length::from_pt(far * dy)};
        };
        const Point end = at(length);
        const double size = label.size.pt();
        Point baseline{end.x, end.y + Length::from_pt(0.265 * size) -
                                  label.below() / 2};  // the ink's middle is level with the end
        if (std::fabs(dx) >= steep)
            baseline.x = dx > 0 ? end.x + Length::from_pt(gap) : end.x - label.width - Length::from_pt(gap);
        else {
            baseline.x = end.x - label.width / 2;
            baseline.y = dy > 0 ? end.y + Length::from_pt(gap + 0.75 * size)
                                : end.y - Length::from_pt(gap + 0.22 * size) - label.below();
        }
        return {{at(LabelRoom::disc), end}, baseline};
    }

    bool is_clear(const Label& label, const Line& line, const Box& name) const {
        const Point &from = line.front(), &to = line.back();
        const Box around = Box{std::min(from.x, to.x).pt(), std::min(from.y, to.y).pt(), std::max(from.x, to.x).pt(),
                               std::max(from.y, to.y).pt()};
        if (obstacles_.spine && around.left < obstacles_.spine->pt() && around.right > obstacles_.spine->pt())
            return false;
        for (const Point& other : obstacles_.points) {
            if (other.x == label.at.x && other.y == label.at.y) continue;
            if (distance(other, from, to) < LabelRoom::disc + clear_of_others) return false;
            if (map::distance(other, name) < LabelRoom::disc + clear_of_others) return false;
        }
        for (const Box& text : room_.taken())
            if (crosses(from, to, text.wider(clear_of_others / 2))) return false;
        for (const Line& other : leaders_)
            if (cross(from, to, other.front(), other.back()) || crosses(other.front(), other.back(), name.wider(1)))
                return false;
        return true;
    }

    // Whether a leader crosses a way, ends on one or lies along one: then it is not clear whose name it leads to.
    bool meets_way(const Label& label, const Line& leader) const {
        return std::any_of(obstacles_.arcs.begin(), obstacles_.arcs.end(), [&](const Line& arc) {
            return ends_on(leader, arc) || crosses_way(leader, arc) || lies_along(label, leader, arc);
        });
    }

    static bool crosses_way(const Line& leader, const Line& arc) {
        for (std::size_t i = 1; i < arc.size(); ++i)
            if (cross(leader.front(), leader.back(), arc[i - 1], arc[i])) return true;
        return false;
    }

    static bool ends_on(const Line& leader, const Line& arc) {
        for (std::size_t i = 1; i < arc.size(); ++i)
            if (distance(leader.back(), arc[i - 1], arc[i]) < clear_of_others) return true;
        return false;
    }

    // A leader leaves the ways of its own place at an angle, and keeps clear of the others.
    static bool lies_along(const Label& label, const Line& leader, const Line& arc) {
        const Point &from = leader.front(), &to = leader.back();
        const Point middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
        const double away = ends_at(arc, label.at)
                                ? steep * std::hypot((middle.x - label.at.x).pt(), (middle.y - label.at.y).pt())
                                : clear_of_others;
        for (std::size_t i = 1; i < arc.size(); ++i)
            if (distance(middle, arc[i - 1], arc[i]) < away) return true;
        return false;
    }

    const Obstacles& obstacles_;
    LabelRoom room_;
    std::vector<Line> leaders_;
};

}  // namespace

void lead_labels(std::span<const Label> labels, const Obstacles& obstacles, PlacedLabels& placed) {
    Leader leader{obstacles, placed, labels};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (placed.baselines[i]) continue;
        const auto led = leader.lead(labels[i]);
        if (!led) continue;
        placed.leaders.push_back(led->first);
        placed.baselines[i] = led->second;
    }
}

}  // namespace brochure::map
