#include "map/apart.hpp"

#include <cmath>

namespace brochure::map {

bool Apart::take(Point point) {
    if (least_.pt() <= 0) return true;
    const long column = std::lround(std::floor(point.x / least_)), row = std::lround(std::floor(point.y / least_));
    for (long c = column - 1; c <= column + 1; ++c)
        for (long r = row - 1; r <= row + 1; ++r)
            if (const auto square = taken_.find({c, r}); square != taken_.end())
                for (const Point& other : square->second)
                    if (std::hypot((other.x - point.x).pt(), (other.y - point.y).pt()) < least_.pt()) return false;
    taken_[{column, row}].push_back(point);
    return true;
}

}  // namespace brochure::map
