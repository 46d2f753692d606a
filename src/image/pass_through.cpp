#include "image/pass_through.hpp"

#include <algorithm>

#include "image/icc.hpp"

namespace brochure::image {
namespace {

/// Adobe Technical Note 5116, 18: version 100, no flags, then how the components were transformed.
constexpr std::uint8_t adobe_rgb[] = {0xFF, 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};

/// SOI and the application segments that change how the picture looks.
std::vector<std::uint8_t> opening(const InputFile& file, const JpegLayout& layout) {
    std::vector<std::uint8_t> bytes{0xFF, 0xD8};
    if (layout.jfif) {
        auto jfif = file.bytes({layout.jfif_segment.offset, 18});
        if (jfif.size() == 18) {
            jfif[2] = 0, jfif[3] = 16, jfif[16] = jfif[17] = 0;  // no thumbnail: it may show what was cropped away
            bytes.insert(bytes.end(), jfif.begin(), jfif.end());
        }
    }
    if (layout.adobe) {
        // libjpeg, which most readers use, lets JFIF's YCbCr outweigh Adobe's word for RGB; PDF does the reverse.
        const bool contradicts = layout.components == 3 && layout.jfif && *layout.adobe != 1;
        auto adobe = file.bytes({layout.adobe_segment.offset, 16});
        if (adobe.size() == 16 && !contradicts) {
            adobe[2] = 0, adobe[3] = 14;
            bytes.insert(bytes.end(), adobe.begin(), adobe.end());
        }
    } else if (layout.is_rgb()) {
        // Told from YCbCr by its component names alone, which PDF does not look at (ISO 32000-1, table 13).
        bytes.insert(bytes.end(), std::begin(adobe_rgb), std::end(adobe_rgb));
    }
    return bytes;
}

}  // namespace

Raster pass_through(const InputFile& file, const JpegLayout& layout, const Photo& photo, Diagnostics& found) {
    Raster raster;
    raster.filter = Raster::Filter::dct;
    raster.width = layout.width;
    raster.height = layout.height;
    raster.colour = layout.components == 1 ? Colour::grey : layout.components == 3 ? Colour::rgb : Colour::cmyk;
    raster.inverted = photo.adobe_inverted;
    auto head = opening(file, layout);
    raster.length = head.size();
    raster.data.reserve(layout.kept.size() + 1);
    raster.data.push_back(std::make_shared<const std::vector<std::uint8_t>>(std::move(head)));
    for (const Range& range : layout.kept) {
        raster.data.push_back(FileRange{photo.file, range.offset, range.length});
        raster.length += range.length;
    }
    raster.icc = jpeg_profile(file, layout, raster.colour, photo, found);
    raster.identity = layout.kept_hash;
    return raster;
}

}  // namespace brochure::image
