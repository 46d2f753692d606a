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

}  // namespace brochure::image
