#pragma once
#include <optional>
#include <vector>

#include "image/image.hpp"

/// HEIC and AVIF through libheif, which is loaded only when the first such photo is met: it brings 20 MB of codecs.
namespace brochure::image {

/// Pixels in memory, 8 bits a channel, left where the decoder put them.
struct Bitmap {
    int width = 0, height = 0, channels = 0;  // 1 grey, 2 grey + alpha, 3 RGB, 4 RGBA
    std::shared_ptr<const std::uint8_t> pixels;
    std::ptrdiff_t stride = 0;          // bytes from row to row
    std::vector<std::uint8_t> profile;  // ICC; empty: sRGB
};

/// Width, height, depth and alpha; libheif applies the file's own rotation, so that orientation is 1.
bool probe_heif(Photo& photo, Diagnostics& found);

std::optional<Bitmap> decode_heif(const Photo& photo, Diagnostics& found);

}  // namespace brochure::image
