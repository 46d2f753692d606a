#pragma once
#include <span>
#include <vector>

#include "map/plane.hpp"
#include "map/sphere.hpp"

namespace brochure::map {

/// What of closed lines on the globe can be seen, projected straight onto the disc of radius one (orthographic).
/// Lines that pass behind the horizon are cut there, and the cut is closed along the limb with the inside still to the
/// left. `tolerance`: how far, in radii, the limb may lie beside the true circle. `least`: rings smaller than that in
/// both directions are left out.
class Horizon {
public:
    Horizon(double tolerance, double least) : tolerance_{tolerance}, least_{least} {}
    /// Adds a closed line of directions as `View::seen` gives them, the inside to the left.
    void add(std::span<const Direction> closed);
    /// The rings, when all lines have been added; turning from x to y where land lies inside.
    std::vector<Ring> rings();

private:
    struct Chain {
        Ring points;
        double entry = 0, exit = 0;  // angles on the limb
        bool used = false;
    };
    void cut(std::span<const Direction> closed, std::size_t first_visible);
    std::size_t entry_after(double angle) const;
    void follow_limb(Ring& ring, double from, double to) const;

    double tolerance_, least_;
    std::vector<Chain> chains_;
    std::vector<Ring> whole_;
    std::vector<std::size_t> by_entry_;
};

/// The parts of an open line that can be seen, cut at the horizon.
std::vector<Ring> seen_parts(std::span<const Direction> line);

}  // namespace brochure::map
