#pragma once
#include <map>
#include <utility>
#include <vector>

#include "base/geometry.hpp"

namespace brochure::map {

/// Points that keep a distance from each other, so that many dots do not run together.
class Apart {
public:
    explicit Apart(Length least) : least_{least} {}
    /// Whether the point is as far from all those taken before; it is then taken too. With no distance all are.
    bool take(Point point);

private:
    Length least_;
    std::map<std::pair<long, long>, std::vector<Point>> taken_;  // by squares as wide as the distance
};

}  // namespace brochure::map
