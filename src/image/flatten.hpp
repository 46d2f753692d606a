#pragma once
#include "image/unpack.hpp"

namespace brochure::image {

/// A raster of ink with a soft mask, as a file without transparency has it: where the picture shines through, it is
/// mixed with `below`, the ink under each of its pixels; where it is clear, a stencil leaves what is below as it is, so
/// that a photo keeps its own pixels there and text its edges. Without loss: what was JPEG becomes deflated.
/// `below`: four channels, of the raster's width and height. Nothing when the raster is of light, or its bytes have
/// gone.
std::optional<Raster> flattened(const Raster& raster, const Pixels& below);

}  // namespace brochure::image
