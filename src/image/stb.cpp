#include "image/stb.hpp"

#include <cstdlib>
#include <cstring>

#include "image/file.hpp"
#include "image/turn.hpp"

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_NO_STDIO
#define STBI_NO_JPEG
#define STBI_NO_LINEAR
#define STBI_NO_FAILURE_STRINGS
#include <stb/stb_image.h>

namespace brochure::image {
namespace {

/// A file as stb_image wants to read it. stb_image takes a missing byte for a zero and carries on, so whether one was
/// asked for is noted here.
struct Reader {
    const InputFile& file;
    std::uint64_t next = 0;
    bool ran_out = false;

    static int read(void* self, char* data, int size) {
        auto& r = *static_cast<Reader*>(self);
        const auto n = r.file.read(r.next, {reinterpret_cast<std::uint8_t*>(data), static_cast<std::size_t>(size)});
        r.next += n;
        // It fills its buffer of 128 bytes with what there is, but asks for runs of pixels by their exact size.
        r.ran_out = r.ran_out || (n < static_cast<std::size_t>(size) && (n == 0 || size != 128));
        return static_cast<int>(n);
    }
    static void skip(void* self, int n) {
        auto& r = *static_cast<Reader*>(self);
        r.next = n < 0 && r.next < static_cast<std::uint64_t>(-std::int64_t{n})
                     ? 0
                     : r.next + static_cast<std::uint64_t>(std::int64_t{n});
        r.ran_out = r.ran_out || r.next > r.file.size();
    }
    static int end(void* self) {
        const auto& r = *static_cast<const Reader*>(self);
        return r.next >= r.file.size();
    }
};

constexpr stbi_io_callbacks callbacks{Reader::read, Reader::skip, Reader::end};

}  // namespace

std::optional<StbInfo> stb_info(const InputFile& file) {
    Reader reader{file};
    StbInfo info;
    if (!stbi_info_from_callbacks(&callbacks, &reader, &info.width, &info.height, &info.channels)) return std::nullopt;
    return info;
}

std::optional<Bitmap> decode_stb(const InputFile& file, const Photo& photo, Diagnostics& found) {
    Reader reader{file};
    Bitmap bitmap;
    const std::shared_ptr<stbi_uc> pixels{
        stbi_load_from_callbacks(&callbacks, &reader, &bitmap.width, &bitmap.height, &bitmap.channels, 0),
        stbi_image_free};
    const bool sideways = is_sideways(photo.orientation);
    const bool as_probed = bitmap.width == (sideways ? photo.height : photo.width) &&
                           bitmap.height == (sideways ? photo.width : photo.height);
    if (!pixels || reader.ran_out || !as_probed) {
        const bool cut = reader.ran_out;
        found.error(
            photo.where, cut ? "photo-cut-short" : "photo-damaged",
            "photo " + quoted(photo.file) +
                (cut ? " ends before its picture does: the file was cut short" : " is damaged: it cannot be decoded"),
            "copy it again, or save it again as PNG or JPEG");
        return std::nullopt;
    }
    bitmap.pixels = pixels;
    bitmap.stride = std::ptrdiff_t{bitmap.width} * bitmap.channels;
    return bitmap;
}

}  // namespace brochure::image
