#include "image/svg.hpp"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>

#include "image/file.hpp"
#include "image/late_library.hpp"
#include "image/limits.hpp"
#include "image/svg_scan.hpp"

namespace brochure::image {
namespace {

/// The functions that we call, found by name: of librsvg, and of the libraries it brings with it.
struct Library {
    bool loaded = false;
    std::uint32_t version = 0;
#define RSVG(name) decltype(&::name) name = nullptr;  // NOLINT(bugprone-macro-parentheses): a declaration
// clang-format off
#define RSVG_FUNCTIONS \
    RSVG(rsvg_handle_new_from_data) RSVG(rsvg_handle_get_intrinsic_size_in_pixels) \
    RSVG(rsvg_handle_get_intrinsic_dimensions) RSVG(rsvg_handle_get_geometry_for_layer) \
    RSVG(rsvg_handle_set_dpi) RSVG(rsvg_handle_render_document) RSVG(g_object_unref) RSVG(g_error_free) \
    RSVG(cairo_image_surface_create_for_data) RSVG(cairo_surface_destroy) RSVG(cairo_surface_flush) \
    RSVG(cairo_surface_status) RSVG(cairo_create) RSVG(cairo_destroy) RSVG(cairo_status)
    RSVG_FUNCTIONS
// clang-format on
#undef RSVG

    Library() {
        LateLibrary from{"librsvg-2.so.2"};
#define RSVG(name) from.find(name, #name);
        RSVG_FUNCTIONS
#undef RSVG
#undef RSVG_FUNCTIONS
        loaded = from.complete();
        for (const char* part : {"rsvg_major_version", "rsvg_minor_version", "rsvg_micro_version"}) {
            const auto* number = static_cast<const unsigned*>(from.data(part));
            version = version * 1000 + (number ? *number : 0);
        }
    }
};

/// Loaded once a process.
const Library& library() {
    static const Library loaded;
    return loaded;
}

struct Free {
    void operator()(RsvgHandle* h) const noexcept { library().g_object_unref(h); }
    void operator()(GError* e) const noexcept { library().g_error_free(e); }
    void operator()(cairo_surface_t* s) const noexcept { library().cairo_surface_destroy(s); }
    void operator()(cairo_t* c) const noexcept { library().cairo_destroy(c); }
};

void report(const Photo& photo, const SvgFault& fault, Diagnostics& found) {
    found.error(photo.where, fault.rule, "drawing " + quoted(photo.file) + " " + fault.what, fault.hint);
}

void damaged(const Photo& photo, GError* said, Diagnostics& found) {
    const std::unique_ptr<GError, Free> error{said};
    std::string words = error && error->message ? error->message : "it cannot be drawn";
    std::replace(words.begin(), words.end(), '\n', ' ');
    words.erase(words.find_last_not_of(' ') + 1);
    report(photo, {"svg-damaged", "is a damaged SVG (" + words + ")", "save it again from the program that made it"},
           found);
}

/// The file's drawing, read over and found harmless. No base address is set: librsvg then loads nothing from outside
/// (its documentation of rsvg_handle_set_base_uri), which svg_fault() has refused by name before.
std::unique_ptr<RsvgHandle, Free> opened(const InputFile& file, const Photo& photo, Diagnostics& found) {
    if (!library().loaded) {
        report(photo,
               {"svg-needs-librsvg", "is an SVG, and librsvg is not installed",
                "install it (Debian: apt install librsvg2-2), or save the logo as PNG"},
               found);
        return nullptr;
    }
    if (file.size() > most_svg_bytes) {
        report(photo, {"svg-too-complex", "takes more than 1 MB", "save it simpler, or as PNG"}, found);
        return nullptr;
    }
    const auto bytes = file.bytes({0, file.size()});
    const std::string_view text{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    if (const auto fault = svg_fault(text)) return report(photo, *fault, found), nullptr;
    GError* error = nullptr;
    std::unique_ptr<RsvgHandle, Free> handle{library().rsvg_handle_new_from_data(bytes.data(), bytes.size(), &error)};
    if (!handle) return damaged(photo, error, found), nullptr;
    library().rsvg_handle_set_dpi(handle.get(), 96);  // CSS: 1in is 96px
    return handle;
}

// Width over height: as it says, else of its view box, else of what is drawn.
double proportions(RsvgHandle* handle) {
    const Library& l = library();
    double width = 0, height = 0;
    if (l.rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) && width > 0 && height > 0)
        return width / height;
    gboolean has_width, has_height, has_box;
    RsvgLength w, h;
    RsvgRectangle box{};
    l.rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &w, &has_height, &h, &has_box, &box);
    if (has_box && box.width > 0 && box.height > 0) return box.width / box.height;
    const RsvgRectangle page{0, 0, 1000, 1000};
    RsvgRectangle ink{};
    if (l.rsvg_handle_get_geometry_for_layer(handle, nullptr, &page, &ink, nullptr, nullptr) && ink.width > 0 &&
        ink.height > 0)
        return 1;  // drawn into whatever place it is given
    return 0;
}

// cairo keeps colour times alpha; a PDF wants them apart. Where nothing is drawn, the colour of the nearest drawing
// goes on for two pixels: viewers blend colour and mask separately, and would draw a fringe.
void separate_alpha(std::vector<std::uint8_t>& pixels, int width, int height) {
    for (std::size_t i = 0; i < pixels.size(); i += 4) {
        std::uint32_t argb = 0;
        std::memcpy(&argb, &pixels[i], 4);
        const std::uint32_t alpha = argb >> 24;
        const auto channel = [&](int shift) {
            const std::uint32_t value = (argb >> shift) & 255;
            return static_cast<std::uint8_t>(
                alpha == 0 ? 255 : std::min<std::uint32_t>(255, (value * 255 + alpha / 2) / alpha));
        };
        const std::uint8_t rgba[4] = {channel(16), channel(8), channel(0), static_cast<std::uint8_t>(alpha)};
        std::memcpy(&pixels[i], rgba, 4);
    }
    std::vector<std::uint8_t> coloured(pixels.size() / 4);
    for (std::size_t i = 0; i < coloured.size(); ++i) coloured[i] = pixels[4 * i + 3] != 0;
    for (int ring = 0; ring < 2; ++ring) {
        const auto before = coloured;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const std::size_t i = std::size_t(y) * width + x;
                if (before[i]) continue;
                const auto take = [&](bool inside, std::size_t from) {
                    if (!inside || coloured[i] || !before[from]) return;
                    std::memcpy(&pixels[4 * i], &pixels[4 * from], 3);
                    coloured[i] = 1;
                };
                take(x > 0, i - 1);
                take(x + 1 < width, i + 1);
                take(y > 0, i - std::size_t(width));
                take(y + 1 < height, i + std::size_t(width));
            }
    }
}

}  // namespace

bool looks_like_svg(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
    if (!head.starts_with('<') || head.starts_with("<html") || head.starts_with("<!DOCTYPE html")) return false;
    return head.find("<svg") != std::string_view::npos || head.find(":svg") != std::string_view::npos;
}

bool probe_svg(const InputFile& file, Photo& photo, Diagnostics& found) {
    photo.format = Format::svg;
    photo.alpha = true;
    const auto handle = opened(file, photo, found);
    if (!handle) return false;
    const double shape = proportions(handle.get());
    if (!(shape >= 0.02 && shape <= 50)) {
        report(photo, {"svg-no-size", "has no size that could be printed", "give it a width, a height and a viewBox"},
               found);
        return false;
    }
    const auto shorter = [](double ratio) { return std::max(1, static_cast<int>(std::lround(svg_pixels * ratio))); };
    photo.width = shape >= 1 ? svg_pixels : shorter(shape);
    photo.height = shape >= 1 ? shorter(1 / shape) : svg_pixels;
    return true;
}

std::optional<Bitmap> draw_svg(const InputFile& file, const Photo& photo, const Plan& plan, Diagnostics& found) {
    const auto handle = opened(file, photo, found);
    if (!handle) return std::nullopt;
    const Library& l = library();
    auto pixels = std::make_shared<std::vector<std::uint8_t>>(std::size_t(plan.width) * plan.height * 4);
    const std::unique_ptr<cairo_surface_t, Free> surface{l.cairo_image_surface_create_for_data(
        pixels->data(), CAIRO_FORMAT_ARGB32, plan.width, plan.height, plan.width * 4)};
    const std::unique_ptr<cairo_t, Free> cairo{l.cairo_create(surface.get())};
    const double across = double(plan.width) / plan.crop.width(), down = double(plan.height) / plan.crop.height();
    const RsvgRectangle place{-plan.crop.left * across, -plan.crop.top * down, photo.width * across,
                              photo.height * down};
    GError* error = nullptr;
    if (!l.rsvg_handle_render_document(handle.get(), cairo.get(), &place, &error) ||
        l.cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS)
        return damaged(photo, error, found), std::nullopt;
    l.cairo_surface_flush(surface.get());
    separate_alpha(*pixels, plan.width, plan.height);
    Bitmap bitmap;
    bitmap.width = plan.width;
    bitmap.height = plan.height;
    bitmap.channels = 4;
    bitmap.stride = std::ptrdiff_t{plan.width} * 4;
    bitmap.pixels = {pixels, pixels->data()};
    return bitmap;
}

std::uint32_t svg_library_version() {
    return library().version;
}

}  // namespace brochure::image
