#include "map/discs.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "map/plane.hpp"

namespace brochure::map {
namespace {

constexpr double dot = 1.5;         // pt, the radius of a place that its disc has left
constexpr double first_step = 3.5;  // pt from a disc's edge to its place at least, so that the leader is seen
constexpr double step = 1.5;        // pt, outwards
constexpr int directions = 32;
constexpr std::size_t most_close = 4;  // discs round one place, so near that their leaders are just seen
constexpr int rounds = 8;              // those that found no room choose earlier in the next one

double distance(Planar a, Planar b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

double distance_to_line(Planar p, Planar a, Planar b) {
    const double length = distance(a, b);
    if (length == 0) return distance(p, a);
    const double along =
        std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / (length * length), 0.0, 1.0);
    return distance(p, {a.x + along * (b.x - a.x), a.y + along * (b.y - a.y)});
}

double side(Planar a, Planar b, Planar c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool cross(Planar a, Planar b, Planar c, Planar d) {
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

class Placing {
public:
    explicit Placing(const NumberedDiscs& discs)
        : discs_{discs}, radius_{discs.diameter.pt() / 2}, apart_{discs.diameter.pt() + discs.gap.pt()} {
        for (const Point& place : discs.places) places_.push_back({place.x.pt(), place.y.pt()});
    }

    // Which order serves all is tried out: the first round's is that of crowding.
    std::vector<std::optional<Point>> run() {
        std::vector<std::size_t> order = by_crowding();
        std::vector<std::optional<Planar>> best;
        std::size_t fewest = places_.size() + 1;
        for (int round = 0; round < rounds && fewest > 0; ++round) {
            placed_.assign(places_.size(), std::nullopt);
            std::vector<std::size_t> failed, other;
            for (const std::size_t i : order) {
                placed_[i] = best_place(i);
                (placed_[i] ? other : failed).push_back(i);
            }
            if (failed.size() < fewest) {
                fewest = failed.size();
                best = placed_;
            }
            order = std::move(failed);
            order.insert(order.end(), other.begin(), other.end());
        }
        std::vector<std::optional<Point>> points;
        for (const auto& place : best)
            points.push_back(place ? std::optional{Point{Length::from_pt(place->x), Length::from_pt(place->y)}}
                                   : std::nullopt);
        return points;
    }

private:
    std::size_t crowd(std::size_t i) const {
        return static_cast<std::size_t>(std::count_if(
            places_.begin(), places_.end(), [&](const Planar& other) { return distance(other, places_[i]) < apart_; }));
    }

    // Those that stand alone keep their places; of the others the most crowded choose first.
    std::vector<std::size_t> by_crowding() const {
        std::vector<std::pair<std::size_t, std::size_t>> keyed;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            const std::size_t neighbours = crowd(i);
            keyed.emplace_back(neighbours == 1 ? 0 : places_.size() + 1 - neighbours, i);
        }
        std::sort(keyed.begin(), keyed.end());
        std::vector<std::size_t> order;
        for (const auto& [key, i] : keyed) order.push_back(i);
        return order;
    }

    bool free(std::size_t i, Planar at) const {
        const auto& frame = discs_.frame;
        if (at.x - radius_ < frame.left.pt() || at.x + radius_ > frame.right().pt() ||
            at.y - radius_ < frame.top.pt() || at.y + radius_ > frame.bottom().pt())
            return false;
        if (const auto& ground = discs_.ground;
            ground && distance(at, {ground->centre.x.pt(), ground->centre.y.pt()}) > ground->radius.pt())
            return false;
        for (std::size_t j = 0; j < places_.size(); ++j) {
            if (j == i) continue;
            if (distance(at, places_[j]) < radius_ + dot + discs_.gap.pt()) return false;
            if (!placed_[j]) continue;
            if (distance(at, *placed_[j]) < apart_) return false;
            if (distance_to_line(at, places_[j], *placed_[j]) < radius_ + 0.5) return false;
            if (distance_to_line(*placed_[j], places_[i], at) < radius_ + 0.5) return false;
            if (cross(places_[i], at, places_[j], *placed_[j])) return false;
        }
        return std::none_of(discs_.taken.begin(), discs_.taken.end(), [&](const Disc& disc) {
            const Planar middle{disc.centre.x.pt(), disc.centre.y.pt()};
            const double room = disc.radius.pt() + disc.ring_weight.pt() / 2 + discs_.gap.pt();
            // A leader may begin under home, and cross it nowhere else.
            const bool below = distance(middle, places_[i]) < room;
            return distance(middle, at) < room + radius_ || (!below && distance_to_line(middle, places_[i], at) < room);
        });
    }

    // Farther is worse; so is a leader that leaves its place towards others, or passes close by one.
    double cost(std::size_t i, Planar at) const {
        const Planar from = places_[i];
        const double out = distance(from, at);
        // Of many in one place each stands as far out as it may: a wider ring holds more.
        double sum = crowd(i) > most_close ? discs_.reach.pt() - out : out;
        for (std::size_t j = 0; j < places_.size(); ++j) {
            const double near = distance(from, places_[j]);
            if (j == i || near > discs_.reach.pt() * 2) continue;
            if (near > 0) {
                const double towards =
                    ((at.x - from.x) * (places_[j].x - from.x) + (at.y - from.y) * (places_[j].y - from.y)) /
                    (near * (out + 1));
                sum += 3 * towards * (1 - near / (discs_.reach.pt() * 2));
            }
            if (distance_to_line(places_[j], from, at) < dot * 2) sum += 8;
        }
        return sum;
    }

    std::optional<Planar> best_place(std::size_t i) const {
        if (free(i, places_[i])) return places_[i];
        std::optional<Planar> best;
        double least = 1e9;
        for (double out = radius_ + first_step; out <= discs_.reach.pt(); out += step)
            for (int d = 0; d < directions; ++d) {
                const double angle = 2 * std::numbers::pi * d / directions;
                const Planar at{places_[i].x + out * std::cos(angle), places_[i].y + out * std::sin(angle)};
                if (const double value = cost(i, at); value < least && free(i, at)) {
                    least = value;
                    best = at;
                }
            }
        return best;
    }

    const NumberedDiscs& discs_;
    double radius_, apart_;
    std::vector<Planar> places_;
    std::vector<std::optional<Planar>> placed_;
};

}  // namespace

std::vector<std::optional<Point>> place_discs(const NumberedDiscs& discs) {
    return Placing{discs}.run();
}

}  // namespace brochure::map
