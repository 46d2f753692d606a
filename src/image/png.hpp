#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "image/file.hpp"

/// The chunks of a PNG file (W3C PNG, third edition), read without decoding a pixel.
namespace brochure::image {

enum class PngFault { none, not_png, cut_short, garbled, bomb };

struct PngLayout {
    PngFault fault = PngFault::none;
    int width = 0, height = 0, bits = 0, colour_type = 0;
    bool interlaced = false, transparent_colour = false, srgb = false;
    std::optional<Range> exif, iccp;
    double gamma = 0;         // of gAMA; 0: none
    std::vector<Range> data;  // IDAT contents, in order

    bool has_palette() const { return colour_type == 3; }
    bool has_alpha() const { return (colour_type & 4) != 0 || transparent_colour; }
    bool is_grey() const { return (colour_type & 3) == 0; }
    int channels() const { return has_palette() ? 1 : (is_grey() ? 1 : 3) + ((colour_type & 4) ? 1 : 0); }
    /// Bytes of the filtered rows once inflated, all passes.
    std::uint64_t inflated() const;
};

/// `head_only`: stops at the first IDAT.
PngLayout read_png(const InputFile& file, bool head_only);

/// Inflates the picture data without keeping it: whether it is whole, undamaged and exactly as long as IHDR says.
bool is_png_data_whole(const InputFile& file, const PngLayout& layout);

/// The profile in iCCP, inflated; empty if there is none, or it is damaged or over 4 MB.
std::vector<std::uint8_t> png_profile(const InputFile& file, const PngLayout& layout);

}  // namespace brochure::image
