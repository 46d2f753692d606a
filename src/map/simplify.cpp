#include "map/simplify.hpp"

#include <algorithm>
#include <utility>

namespace brochure::map {
namespace {

double squared_distance(const Planar& p, const Planar& a, const Planar& b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    double t = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;
    t = std::clamp(t, 0.0, 1.0);
    const double x = p.x - a.x - t * dx, y = p.y - a.y - t * dy;
    return x * x + y * y;
}

// Marks in `keep` the points between `first` and `last` that a simpler line needs. Halves wait on a stack: a coast of
// ten thousand points may split unevenly, and recursion would go as deep.
void mark(std::span<const Planar> line, std::size_t first, std::size_t last, double tolerance,
          std::vector<char>& keep) {
    std::vector<std::pair<std::size_t, std::size_t>> open{{first, last}};
    while (!open.empty()) {
        const auto [a, b] = open.back();
        open.pop_back();
        double farthest = tolerance * tolerance;
        std::size_t at = 0;
        for (std::size_t i = a + 1; i < b; ++i)
            if (const double d = squared_distance(line[i], line[a], line[b]); d > farthest) {
                farthest = d;
                at = i;
            }
        if (at == 0) continue;
        keep[at] = 1;
        open.emplace_back(a, at);
        open.emplace_back(at, b);
    }
}

}  // namespace

std::vector<Planar> simplify(std::span<const Planar> line, double tolerance) {
    if (line.size() < 3) return {line.begin(), line.end()};
    std::vector<char> keep(line.size());
    keep.front() = keep.back() = 1;
    mark(line, 0, line.size() - 1, tolerance, keep);
    std::vector<Planar> kept;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (keep[i]) kept.push_back(line[i]);
    return kept;
}

}  // namespace brochure::map
