#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "image/image.hpp"

namespace brochure::image {

/// How light the pixels of a picture are seen: by the picture's own profile (Little CMS, relative colorimetric to
/// sRGB), as readers of the PDF show it.
class SeenRows {
public:
    /// `channels`: 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha, or CMYK when `ink`. `profile`: null: sRGB, or inks
    /// that let light through. `inverted`: CMYK is stored as paper that shows.
    SeenRows(int channels, bool ink, const Bytes& profile, bool inverted);
    /// Relative luminance, 0 to 1, of `width` pixels; what is transparent lies on white.
    void luminances(const std::uint8_t* row, double* to, int width);

private:
    double unconverted(const std::uint8_t* pixel) const;
    int channels_;
    bool ink_, inverted_;
    std::shared_ptr<void> transform_;
    std::vector<std::uint8_t> srgb_;
};

}  // namespace brochure::image
