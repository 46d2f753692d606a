#pragma once
#include <cstdint>
#include <vector>

/// EXIF's eight orientations (TIFF 6.0, tag 274), on rectangles and on pixels.
namespace brochure::image {

/// Whole pixels, right and bottom exclusive.
struct PixelRect {
    int left = 0, top = 0, right = 0, bottom = 0;
    int width() const { return right - left; }
    int height() const { return bottom - top; }
    bool operator==(const PixelRect&) const = default;
};

/// Whether the orientation exchanges width and height.
constexpr bool is_sideways(int orientation) {
    return orientation >= 5;
}

/// A rectangle of the photo as seen (`width` by `height` pixels), as it lies in the file.
PixelRect as_stored(const PixelRect& seen, int width, int height, int orientation);

/// Turns pixels as stored (`width` by `height`, `channels` bytes each) into pixels as seen.
std::vector<std::uint8_t> turned(const std::vector<std::uint8_t>& pixels, int width, int height, int channels,
                                 int orientation);

}  // namespace brochure::image
