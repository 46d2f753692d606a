#pragma once
#include <cstdint>

/// Bounds that keep the process under 512 MiB whatever it is given.
namespace brochure::image {

constexpr std::uint64_t most_pixels = 300'000'000;       // of any photo
constexpr std::uint64_t most_working_bytes = 320 << 20;  // of decoding one photo, and of all at once
constexpr std::uint64_t most_heif_bytes = 64 << 20;      // of a HEIC or AVIF file: it is held while decoded

/// Pixels that a byte of JPEG can stand for: a block of 64 takes two bits or more, in the best progressive files one.
constexpr std::uint64_t most_jpeg_pixels_per_byte = 512;
/// Above this a JPEG is so much smaller than a photo has any right to be that it is decoded to see whether it lies.
constexpr std::uint64_t suspicious_jpeg_pixels_per_byte = 60;
constexpr std::uint64_t most_deflate_ratio = 1040;          // deflate's limit is 1032
constexpr std::uint64_t most_other_pixels_per_byte = 4096;  // GIF: a code of 12 bits for up to 4,000 pixels

/// A logo is drawn at the size and fineness it is printed in. Time goes with elements and layers times pixels, memory
/// with layers in layers times pixels: measured at these bounds: at worst 5 s and 60 MB.
constexpr std::uint64_t most_svg_bytes = 1 << 20;
constexpr int svg_pixels = 1000;                   // of its longer side: 1.7 in at the fineness below
constexpr double svg_ppi = 600;                    // edges as sharp as a laser printer's
constexpr std::size_t most_svg_elements = 10'000;  // those that are used again and again counted each time
constexpr int most_svg_layers = 200;               // opacity, masks: drawn on sheets of their own
constexpr int most_svg_layers_deep = 8;
constexpr int most_svg_depth = 400;  // elements in elements, what they use included

}  // namespace brochure::image
