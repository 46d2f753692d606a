#pragma once
#include "base/length.hpp"

namespace brochure {

/// The origin is the top left corner of the trim; x grows to the right and y downwards, as we read.
struct Point {
    Length x, y;
    bool operator==(const Point&) const = default;
};
struct Size {
    Length width, height;
    bool operator==(const Size&) const = default;
};
struct Rect {
    Length left, top, width, height;
    constexpr Length right() const { return left + width; }
    constexpr Length bottom() const { return top + height; }
    bool operator==(const Rect&) const = default;
};

/// A part of a photo in fractions of its width and height as seen (after EXIF turning), from the top left: 0 to 1.
struct Region {
    double left = 0, top = 0, width = 1, height = 1;
    bool operator==(const Region&) const = default;
};

}  // namespace brochure
