#include "image/flatten.hpp"

#include "image/flate.hpp"
#include "image/hash.hpp"
#include "image/press.hpp"
#include "image/redraw.hpp"

namespace brochure::image {
namespace {

void mix(std::uint8_t* ink, const std::uint8_t* below, int covers) {
    for (int c = 0; c < 4; ++c)
        ink[c] = static_cast<std::uint8_t>((ink[c] * covers + below[c] * (255 - covers) + 127) / 255);
}

/// A row of an image mask: a set bit hides the pixel (ISO 32000-1, 8.9.6.3).
std::vector<std::uint8_t> stencil_row(const std::uint8_t* covers, int width) {
    std::vector<std::uint8_t> bits((static_cast<std::size_t>(width) + 7) / 8, 0);
    for (int x = 0; x < width; ++x)
        if (covers[x] == 0) bits[static_cast<std::size_t>(x) / 8] |= static_cast<std::uint8_t>(0x80 >> (x % 8));
    return bits;
}

std::uint64_t identity_of(const std::vector<std::uint8_t>& colours, const std::vector<std::uint8_t>& mask, int width) {
    Hasher hasher;
    hasher.add(colours);
    hasher.add(mask);
    hasher.add(width);
    return hasher.short_hash();
}

}  // namespace

std::optional<Raster> flattened(const Raster& raster, const Pixels& below) {
    auto ink = unpack_ink(raster);
    const auto mask = raster.soft_mask ? unpack(*raster.soft_mask) : std::nullopt;
    if (!ink || !mask) return std::nullopt;
    FlateWriter colours{raster.width, 4}, stencil{(raster.width + 7) / 8, 1};
    InkGauge gauge;
    bool clear = false;
    for (int y = 0; y < raster.height; ++y) {
        std::uint8_t* const row = &ink->bytes[static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.width) * 4];
        const std::uint8_t* const covers = mask->at(0, y);
        for (int x = 0; x < raster.width; ++x) {
            clear = clear || covers[x] == 0;
            if (covers[x] < 255) mix(row + 4 * x, below.at(x, y), covers[x]);
        }
        gauge.look(row, raster.width, 4);
        colours.write(row);
        stencil.write(stencil_row(covers, raster.width).data());
    }
    auto coloured = colours.finish(), hidden = stencil.finish();
    if (coloured.empty() || hidden.empty()) return std::nullopt;
    const std::uint64_t identity = identity_of(coloured, hidden, raster.width);
    Raster flat = in_memory(Raster::Filter::flate, std::move(coloured), raster.width, raster.height, 4);
    flat.shows = raster.shows;
    flat.ink = gauge.per_cent();
    flat.identity = identity;
    if (!clear) return flat;
    Raster bits = in_memory(Raster::Filter::flate, std::move(hidden), raster.width, raster.height, 1);
    bits.bits = 1;
    bits.identity = identity + 1;
    flat.soft_mask = std::make_shared<const Raster>(std::move(bits));
    return flat;
}

}  // namespace brochure::image
