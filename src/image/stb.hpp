#pragma once
#include "image/file.hpp"
#include "image/heif.hpp"

/// PNG, BMP, TGA, GIF, PSD, PNM and the rest of what stb_image reads. JPEGs go to libjpeg-turbo.
namespace brochure::image {

struct StbInfo {
    int width = 0, height = 0, channels = 0;
};
/// What stb_image makes of the head; empty if it knows the kind not.
std::optional<StbInfo> stb_info(const InputFile& file);

/// Decodes to 8 bits a channel; 16 bits lose their lower half. Truncation and damage are errors in `found`.
std::optional<Bitmap> decode_stb(const InputFile& file, const Photo& photo, Diagnostics& found);

}  // namespace brochure::image
