#pragma once
#include <vector>

#include "map/geography.hpp"
#include "map/outlines.hpp"

namespace brochure::map {

/// A direction from the middle of the globe, of length one: x towards 0 N 0 E, y towards 0 N 90 E, z towards the pole.
struct Direction {
    double x = 0, y = 0, z = 0;
};

Direction direction_of(Position position);
Direction direction_of(GridPoint point);
Position position_of(Direction direction);

/// The globe as seen by an eye far above `centre`, north up: x to the right, y up, z towards the eye.
class View {
public:
    explicit View(Position centre);
    Direction seen(Direction d) const {
        return {right_.x * d.x + right_.y * d.y, up_.x * d.x + up_.y * d.y + up_.z * d.z,
                towards_.x * d.x + towards_.y * d.y + towards_.z * d.z};
    }

private:
    Direction right_, up_, towards_;
};

}  // namespace brochure::map
