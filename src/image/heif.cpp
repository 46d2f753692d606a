#include "image/heif.hpp"

#include <libheif/heif.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>

#include "image/file.hpp"
#include "image/icc.hpp"
#include "image/late_library.hpp"
#include "image/limits.hpp"

namespace brochure::image {
namespace {

/// libheif's functions that we call, found by name. Version 1 of its ABI, as in Debian 12 and 13.
struct Library {
    bool loaded = false;
#define HEIF(name) decltype(&::name) name = nullptr;  // NOLINT(bugprone-macro-parentheses): a declaration
// clang-format would move this further to the right each time.
// clang-format off
#define HEIF_FUNCTIONS \
    HEIF(heif_context_alloc) HEIF(heif_context_free) \
    HEIF(heif_context_read_from_memory_without_copy) HEIF(heif_context_get_primary_image_handle) \
    HEIF(heif_image_handle_release) HEIF(heif_image_handle_get_width) \
    HEIF(heif_image_handle_get_height) HEIF(heif_image_handle_has_alpha_channel) \
    HEIF(heif_image_handle_get_luma_bits_per_pixel) HEIF(heif_image_handle_get_color_profile_type) \
    HEIF(heif_image_handle_get_raw_color_profile_size) HEIF(heif_image_handle_get_raw_color_profile) \
    HEIF(heif_image_handle_get_nclx_color_profile) HEIF(heif_nclx_color_profile_free) \
    HEIF(heif_decode_image) HEIF(heif_image_release) \
    HEIF(heif_image_get_plane_readonly) HEIF(heif_image_get_width) \
    HEIF(heif_image_get_height)
    HEIF_FUNCTIONS
// clang-format on
#undef HEIF

    Library() {
        LateLibrary from{"libheif.so.1"};
#define HEIF(name) from.find(name, #name);
        HEIF_FUNCTIONS
#undef HEIF
#undef HEIF_FUNCTIONS
        loaded = from.complete();
    }
};

/// Loaded once a process.
const Library& library() {
    static const Library loaded;
    return loaded;
}

bool is_loaded(const Photo& photo, Diagnostics& found) {
    if (library().loaded) return true;
    found.error(photo.where, "photo-needs-libheif",
                "photo " + quoted(photo.file) + " is a HEIC or AVIF picture, and libheif is not installed",
                "install it (Debian: apt install libheif1), or save the photo as JPEG");
    return false;
}

/// An opened HEIF file and its main picture.
class Heif {
public:
    Heif(const Photo& photo, Diagnostics& found) {
        const auto file = InputFile::open(photo.file, photo.where, found);
        if (!file) return;
        if (file->size() > most_heif_bytes) {
            too_large(photo, found);
            return;
        }
        bytes_ = file->bytes({0, file->size()});
        context_.reset(l_.heif_context_alloc());
        heif_image_handle* handle = nullptr;
        heif_error error =
            l_.heif_context_read_from_memory_without_copy(context_.get(), bytes_.data(), bytes_.size(), nullptr);
        if (error.code == heif_error_Ok) error = l_.heif_context_get_primary_image_handle(context_.get(), &handle);
        handle_.reset(handle);
        if (!handle) report(error, photo, found);
    }
    const heif_image_handle* handle() const { return handle_.get(); }

    static void report(const heif_error& error, const Photo& photo, Diagnostics& found) {
        const std::string name = "photo " + quoted(photo.file);
        if (error.code == heif_error_Unsupported_feature || error.code == heif_error_Unsupported_filetype ||
            error.code == heif_error_Plugin_loading_error || error.code == heif_error_Decoder_plugin_error)
            return found.error(photo.where, "photo-heif-codec", name + " needs a codec that libheif lacks here",
                               "install libheif-plugin-libde265 and libheif-plugin-dav1d, or save the photo as JPEG");
        std::string said = error.message ? error.message : "";
        std::replace(said.begin(), said.end(), '\n', ' ');  // libheif ends some of its sentences with a line end
        said.erase(said.find_last_not_of(' ') + 1);
        found.error(photo.where, "photo-damaged",
                    name + " is a damaged HEIC or AVIF picture" + (said.empty() ? said : " (" + said + ")"),
                    "copy it again from the telephone or the sender");
    }
    static void too_large(const Photo& photo, Diagnostics& found) {
        found.error(photo.where, "photo-too-large", "photo " + quoted(photo.file) + " is too large to decode",
                    "save it smaller, or as JPEG");
    }

private:
    const Library& l_ = library();
    std::vector<std::uint8_t> bytes_;
    struct Free {
        void operator()(heif_context* c) const noexcept { library().heif_context_free(c); }
        void operator()(heif_image_handle* h) const noexcept { library().heif_image_handle_release(h); }
    };
    std::unique_ptr<heif_context, Free> context_;
    std::unique_ptr<heif_image_handle, Free> handle_;
};

std::vector<std::uint8_t> profile_of(const heif_image_handle* handle) {
    const Library& l = library();
    const auto type = l.heif_image_handle_get_color_profile_type(handle);
    if (type == heif_color_profile_type_rICC || type == heif_color_profile_type_prof) {
        std::vector<std::uint8_t> profile(l.heif_image_handle_get_raw_color_profile_size(handle));
        if (profile.empty() || l.heif_image_handle_get_raw_color_profile(handle, profile.data()).code != heif_error_Ok)
            return {};
        return profile;
    }
    heif_color_profile_nclx* numbers = nullptr;
    if (l.heif_image_handle_get_nclx_color_profile(handle, &numbers).code != heif_error_Ok || !numbers) return {};
    const bool p3 = numbers->color_primaries == heif_color_primaries_SMPTE_EG_432_1;
    l.heif_nclx_color_profile_free(numbers);
    return p3 ? display_p3_profile() : std::vector<std::uint8_t>{};
}

}  // namespace

bool probe_heif(Photo& photo, Diagnostics& found) {
    if (!is_loaded(photo, found)) return false;
    const Heif heif{photo, found};
    if (!heif.handle()) return false;
    const Library& l = library();
    photo.width = l.heif_image_handle_get_width(heif.handle());
    photo.height = l.heif_image_handle_get_height(heif.handle());
    photo.alpha = l.heif_image_handle_has_alpha_channel(heif.handle()) != 0;
    photo.bits = l.heif_image_handle_get_luma_bits_per_pixel(heif.handle());
    if (photo.width > 0 && photo.height > 0) return true;
    found.error(photo.where, "photo-damaged", "photo " + quoted(photo.file) + " has no size", "copy it again");
    return false;
}

std::optional<Bitmap> decode_heif(const Photo& photo, Diagnostics& found) {
    if (!is_loaded(photo, found)) return std::nullopt;
    const Heif heif{photo, found};
    if (!heif.handle()) return std::nullopt;
    const Library& l = library();
    const bool alpha = l.heif_image_handle_has_alpha_channel(heif.handle()) != 0;
    heif_image* decoded = nullptr;
    const heif_error error =
        l.heif_decode_image(heif.handle(), &decoded, heif_colorspace_RGB,
                            alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, nullptr);
    const std::shared_ptr<heif_image> image{decoded, [&l](const heif_image* i) {
                                                if (i) l.heif_image_release(i);
                                            }};
    if (!image || error.code != heif_error_Ok) return Heif::report(error, photo, found), std::nullopt;

    Bitmap bitmap;
    int stride = 0;
    const std::uint8_t* rows = l.heif_image_get_plane_readonly(image.get(), heif_channel_interleaved, &stride);
    bitmap.width = l.heif_image_get_width(image.get(), heif_channel_interleaved);
    bitmap.height = l.heif_image_get_height(image.get(), heif_channel_interleaved);
    bitmap.channels = alpha ? 4 : 3;
    if (!rows || bitmap.width != photo.width || bitmap.height != photo.height) {
        Heif::report({heif_error_Invalid_input, heif_suberror_Unspecified, "its size is not the one it claims"}, photo,
                     found);
        return std::nullopt;
    }
    bitmap.pixels = {image, rows};
    bitmap.stride = stride;
    bitmap.profile = profile_of(heif.handle());
    return bitmap;
}

}  // namespace brochure::image
