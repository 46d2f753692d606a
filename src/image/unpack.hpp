#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "image/image.hpp"

namespace brochure::image {

/// Pixels of 8 bits a channel, row by row from the top.
struct Pixels {
    int width = 0, height = 0, channels = 0;
    std::vector<std::uint8_t> bytes;
    const std::uint8_t* at(int x, int y) const {
        return &bytes[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) *
                      static_cast<std::size_t>(channels)];
    }
};

/// The pixels of a finished raster of 8 bits a channel, without its mask. Nothing when its bytes have gone, as when
/// somebody cleans the cache up.
std::optional<Pixels> unpack(const Raster& raster);

/// The same as ink, four channels of 0 to 255: grey, as a press is given it, is black ink. Nothing for colours of
/// light.
std::optional<Pixels> unpack_ink(const Raster& raster);

}  // namespace brochure::image
