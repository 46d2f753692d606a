#pragma once
#include <cstdint>
#include <span>

namespace brochure::image {

/// The orientation tag (1 to 8; 1 when there is none or it makes no sense) of an EXIF block: a TIFF header and what
/// follows, with or without "Exif\0\0" before it. Nothing else is read from EXIF.
int exif_orientation(std::span<const std::uint8_t> block);

}  // namespace brochure::image
