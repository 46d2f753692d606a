#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "image/image.hpp"

namespace brochure::image {

/// Turns rows of a coloured picture into one channel of grey with the curve of sRGB, as DeviceGray is read beside it:
/// as light as the colours were (Little CMS, relative colorimetric). CMYK without a profile of its own is mixed as inks
/// that let light through, weighed as ITU-R BT.709 does.
class GreyRows {
public:
    /// `channels`: 3 RGB, 4 CMYK. `profile`: the picture's own; null: sRGB. `inverted`: CMYK is stored as paper that
    /// shows.
    GreyRows(int channels, const Bytes& profile, bool inverted);
    void convert(const std::uint8_t* row, std::uint8_t* to, int width) const;
    /// The same for rows whose every pixel ends in a value of alpha, which is kept.
    void convert_with_alpha(const std::uint8_t* row, std::uint8_t* to, int width);

private:
    int channels_;
    bool inverted_;
    std::shared_ptr<void> transform_;
    std::vector<std::uint8_t> colours_, greys_;
};

/// Whether the order asks for another colour than the photo has.
inline bool becomes_grey(const Order& order) {
    return order.grey && order.photo.colour != Colour::grey;
}

}  // namespace brochure::image
