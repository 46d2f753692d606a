#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace brochure::map {

/// A position on the grid of the packed outlines: multiples of 0.002 degrees. Longitudes may pass 180 degrees.
struct GridPoint {
    std::int32_t longitude = 0, latitude = 0;
    bool operator==(const GridPoint&) const = default;
};
inline constexpr double grid_degrees = 0.002;

/// Lines one behind the other: line i is `points[starts[i]]` to `points[starts[i + 1] - 1]`.
struct Outlines {
    std::vector<GridPoint> points;
    std::vector<std::uint32_t> starts{0};
    std::size_t size() const { return starts.size() - 1; }
    std::span<const GridPoint> line(std::size_t i) const {
        return std::span{points}.subspan(starts[i], starts[i + 1] - starts[i]);
    }
};

enum class Detail { coarse, fine };  // 1:110m, 1:50m

/// Coasts of Natural Earth: closed lines, the last point not that of the start, land to the left. The one round the
/// south pole ends 360 degrees west of its start. `tolerance`: how far, in degrees of a great circle, a line may lie
/// beside the true one; points that this does not need are left out.
Outlines land(Detail detail, double tolerance);
/// The lines between countries.
Outlines borders(Detail detail, double tolerance);

/// Reads the packing that src/map/data/README.md describes; ends where the bytes do.
Outlines unpack(std::span<const unsigned char> bytes, double tolerance);

}  // namespace brochure::map
