#include "image/exif.hpp"

#include <libexif/exif-data.h>

#include <cstring>
#include <memory>
#include <vector>

namespace brochure::image {

int exif_orientation(std::span<const std::uint8_t> block) {
    constexpr std::uint8_t introduction[] = {'E', 'x', 'i', 'f', 0, 0};
    std::vector<std::uint8_t> whole;
    if (block.size() < 6 || std::memcmp(block.data(), introduction, 6) != 0) {
        whole.assign(introduction, introduction + 6);
        whole.insert(whole.end(), block.begin(), block.end());
        block = whole;
    }
    // libexif allocates only what the block holds, and a JPEG segment holds at most 64 KB.
    const std::unique_ptr<ExifData, void (*)(ExifData*)> data{exif_data_new(), exif_data_unref};
    if (!data) return 1;
    exif_data_unset_option(data.get(), EXIF_DATA_OPTION_FOLLOW_SPECIFICATION);
    exif_data_load_data(data.get(), block.data(), static_cast<unsigned>(block.size()));
    const ExifEntry* entry = exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
    if (!entry || entry->format != EXIF_FORMAT_SHORT || entry->size < 2) return 1;
    const int value = exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
    return value >= 1 && value <= 8 ? value : 1;
}

}  // namespace brochure::image
