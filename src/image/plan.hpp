#pragma once
#include "image/image.hpp"
#include "image/turn.hpp"

namespace brochure::image {

/// What an order comes down to, before a byte of the picture is read.
struct Plan {
    enum class Way { keep, cut, redraw };
    Way way = Way::keep;
    PixelRect crop;             // of the photo as seen: the least whole pixels that hold the order's crop
    int width = 0, height = 0;  // of the picture to make; that of `crop` unless it is resampled
    bool hides = false;         // the crop hides more than a tenth of the pixels
    bool reduced = false;       // smaller than asked for, to stay within memory
    bool operator==(const Plan&) const = default;
};

Plan plan_of(const Order& order);

/// The part of the photo that `pixels` cover.
Region region_of(const PixelRect& pixels, const Photo& photo);

}  // namespace brochure::image
