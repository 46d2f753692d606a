#include "map/horizon.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace brochure::map {
namespace {

constexpr double full_turn = 2 * std::numbers::pi;

// Where the short way from `a` to `b`, one before and one behind the horizon, meets the limb.
Planar limb_between(const Direction& a, const Direction& b) {
    const double t = a.z / (a.z - b.z);
    const double x = a.x + t * (b.x - a.x), y = a.y + t * (b.y - a.y), length = std::hypot(x, y);
    return length > 0 ? Planar{x / length, y / length} : Planar{1, 0};
}

double angle_of(const Planar& p) {
    const double angle = std::atan2(p.y, p.x);
    return angle < 0 ? angle + full_turn : angle;
}

}  // namespace

void Horizon::add(std::span<const Direction> closed) {
    std::size_t visible = 0, start = closed.size();
    for (std::size_t i = 0; i < closed.size(); ++i) {
        if (closed[i].z <= 0) continue;
        ++visible;
        if (start == closed.size() && closed[i == 0 ? closed.size() - 1 : i - 1].z <= 0) start = i;
    }
    if (visible == 0) return;
    if (visible < closed.size()) return cut(closed, start);
    Ring ring;
    ring.reserve(closed.size());
    double left = 1, right = -1, bottom = 1, top = -1;
    for (const auto& d : closed) {
        ring.push_back({d.x, d.y});
        left = std::min(left, d.x);
        right = std::max(right, d.x);
        bottom = std::min(bottom, d.y);
        top = std::max(top, d.y);
    }
    if (ring.size() > 2 && (right - left > least_ || top - bottom > least_)) whole_.push_back(std::move(ring));
}

void Horizon::cut(std::span<const Direction> closed, std::size_t first) {
    const std::size_t count = closed.size();
    Ring points;
    for (std::size_t k = 0; k < count; ++k) {
        const Direction& here = closed[(first + k) % count];
        const Direction& before = closed[(first + k + count - 1) % count];
        if (here.z > 0) {
            if (points.empty()) points.push_back(limb_between(before, here));
            points.push_back({here.x, here.y});
        } else if (!points.empty()) {
            points.push_back(limb_between(before, here));
            Chain chain;
            chain.entry = angle_of(points.front());
            chain.exit = angle_of(points.back());
            chain.points = std::move(points);
            chains_.push_back(std::move(chain));
            points = {};
        }
    }
}

// The chain that enters next when one walks counterclockwise along the limb.
std::size_t Horizon::entry_after(double angle) const {
    const auto at = std::lower_bound(by_entry_.begin(), by_entry_.end(), angle,
                                     [&](std::size_t chain, double value) { return chains_[chain].entry < value; });
    return at == by_entry_.end() ? by_entry_.front() : *at;
}

void Horizon::follow_limb(Ring& ring, double from, double to) const {
    if (to < from) to += full_turn;
    // A chord of this angle lies `tolerance` inside the circle at its middle.
    const double step = 2 * std::acos(1 - std::clamp(tolerance_, 1e-6, 0.5));
    const int steps = static_cast<int>((to - from) / step);
    for (int i = 1; i <= steps; ++i) {
        const double angle = from + (to - from) * i / (steps + 1);
        ring.push_back({std::cos(angle), std::sin(angle)});
    }
}

std::vector<Ring> Horizon::rings() {
    by_entry_.resize(chains_.size());
    for (std::size_t i = 0; i < chains_.size(); ++i) by_entry_[i] = i;
    std::sort(by_entry_.begin(), by_entry_.end(),
              [&](std::size_t a, std::size_t b) { return chains_[a].entry < chains_[b].entry; });
    std::vector<Ring> rings = std::move(whole_);
    for (std::size_t first = 0; first < chains_.size(); ++first) {
        Ring ring;
        for (std::size_t at = first; !chains_[at].used;) {
            Chain& chain = chains_[at];
            chain.used = true;
            ring.insert(ring.end(), chain.points.begin(), chain.points.end());
            at = entry_after(chain.exit);
            follow_limb(ring, chain.exit, chains_[at].entry);
        }
        if (ring.size() > 2) rings.push_back(std::move(ring));
    }
    // Nothing crosses the limb, but what is seen is a sea: land goes all the way round.
    double sum = 0;
    for (const auto& ring : rings) sum += doubled_area(ring);
    if (chains_.empty() && sum < 0) {
        Ring limb{{1, 0}};
        follow_limb(limb, 0, full_turn);
        rings.push_back(std::move(limb));
    }
    return rings;
}

std::vector<Ring> seen_parts(std::span<const Direction> line) {
    std::vector<Ring> parts;
    Ring part;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool visible = line[i].z > 0;
        if (i > 0 && visible != (line[i - 1].z > 0)) part.push_back(limb_between(line[i - 1], line[i]));
        if (visible) part.push_back({line[i].x, line[i].y});
        if ((!visible || i + 1 == line.size()) && !part.empty()) {
            if (part.size() > 1) parts.push_back(part);
            part.clear();
        }
    }
    return parts;
}

}  // namespace brochure::map
