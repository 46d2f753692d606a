#pragma once
#include <optional>

#include "image/jpeg_scan.hpp"
#include "image/turn.hpp"

namespace brochure::image {

/// A cut-out JPEG and the part of the whole that it shows.
struct JpegCut {
    std::vector<std::uint8_t> bytes;
    PixelRect shows;
};

/// The part of the whole that a lossless cut to `wanted` shows: its left and top lie on block borders.
PixelRect cut_rect(const JpegLayout& layout, const PixelRect& wanted);

/// Cuts `wanted` out without decoding: the coefficients stay what they are. Empty, with an error in `found`, when the
/// data are damaged. Holds all coefficients in memory.
std::optional<JpegCut> cut_jpeg(const InputFile& file, const JpegLayout& layout, const PixelRect& wanted,
                                const std::filesystem::path& name, SourcePosition where, Diagnostics& found);

}  // namespace brochure::image
