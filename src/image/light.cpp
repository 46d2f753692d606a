#include "image/light.hpp"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "image/heif.hpp"
#include "image/icc.hpp"
#include "image/jpeg_read.hpp"
#include "image/jpeg_scan.hpp"
#include "image/limits.hpp"
#include "image/png.hpp"
#include "image/seen_rows.hpp"
#include "image/stb.hpp"
#include "image/store.hpp"
#include "image/svg.hpp"
#include "image/turn.hpp"

namespace brochure::image {
namespace {

constexpr std::uint32_t recipe = 3;  // raised when the same photo would give other values
constexpr int eighth = 8;

double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}
double encoded(double value) {
    return value <= 0.0031308 ? value * 12.92 : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
}

const std::array<double, 256>& linear_steps() {
    static const auto steps = [] {
        std::array<double, 256> all{};
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = linear(static_cast<double>(i) / 255);
        return all;
    }();
    return steps;
}

std::uint8_t step_of(double luminance) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(encoded(luminance), 0.0, 1.0) * 255));
}

std::optional<Light> light_of_jpeg(const InputFile& file, const Photo& photo) {
    const JpegLayout layout = read_jpeg_body(file);
    if (layout.fault != JpegFault::none || coefficient_bytes(layout) > most_working_bytes) return std::nullopt;
    Light light{(layout.width + eighth - 1) / eighth, (layout.height + eighth - 1) / eighth, {}};
    JpegReader reader{file};
    if (!reader.start(1, {0, 0, light.width, light.height})) return std::nullopt;
    const int channels = reader.channels();
    Diagnostics said;  // of a damaged profile, as when the photo is prepared
    const Colour colour = channels == 1 ? Colour::grey : channels == 3 ? Colour::rgb : Colour::cmyk;
    SeenRows seen{channels, channels == 4, jpeg_profile(file, layout, colour, photo, said), photo.adobe_inverted};
    const auto width = static_cast<std::size_t>(reader.width());
    std::vector<std::uint8_t> row(width * std::size_t(channels));
    std::vector<double> luminances(width);
    light.values.reserve(std::size_t(light.width) * light.height);
    for (int y = 0; y < light.height; ++y) {
        if (!reader.read(row.data())) return std::nullopt;
        seen.luminances(row.data(), luminances.data(), light.width);
        for (int x = 0; x < light.width; ++x) light.values.push_back(step_of(luminances[std::size_t(x)]));
    }
    return light;
}

// Each value is the mean of a square of pixels.
Light reduced(const Bitmap& bitmap, const Photo& photo) {
    Light light{(bitmap.width + eighth - 1) / eighth, (bitmap.height + eighth - 1) / eighth, {}};
    const bool clear = bitmap.channels % 2 == 0;
    Diagnostics said;
    const Colour colour = bitmap.channels <= 2 ? Colour::grey : Colour::rgb;
    SeenRows seen{bitmap.channels, false, checked_profile(bitmap.profile, colour, photo, said), false};
    std::vector<double> luminances(static_cast<std::size_t>(bitmap.width));
    for (int top = 0; top < bitmap.height; top += eighth) {
        const int bottom = std::min(top + eighth, bitmap.height);
        std::vector<double> sums(static_cast<std::size_t>(light.width)), covers(sums.size());
        for (int y = top; y < bottom; ++y) {
            const std::uint8_t* const row = bitmap.pixels.get() + y * bitmap.stride;
            seen.luminances(row, luminances.data(), bitmap.width);
            for (int x = 0; x < bitmap.width; ++x) {
                const auto square = static_cast<std::size_t>(x / eighth);
                sums[square] += luminances[static_cast<std::size_t>(x)];
                if (clear) covers[square] += row[x * bitmap.channels + bitmap.channels - 1];
            }
        }
        for (int x = 0; x < light.width; ++x) {
            const double count = (bottom - top) * (std::min((x + 1) * eighth, bitmap.width) - x * eighth);
            light.values.push_back(step_of(sums[std::size_t(x)] / count));
            if (clear) light.alpha.push_back(static_cast<std::uint8_t>(std::lround(covers[std::size_t(x)] / count)));
        }
    }
    return light;
}

std::optional<Light> light_of_bitmap(const InputFile& file, const Photo& photo) {
    // stb_image and libheif want up to 16 bytes a pixel, as when a photo is prepared.
    if (std::uint64_t(photo.width) * std::uint64_t(photo.height) * 16 + photo.bytes > most_working_bytes)
        return std::nullopt;
    Diagnostics said;
    const bool heif = photo.format == Format::heif || photo.format == Format::avif;
    auto bitmap = heif ? decode_heif(photo, said) : decode_stb(file, photo, said);
    if (!bitmap) return std::nullopt;
    if (photo.format == Format::png) bitmap->profile = png_profile(file, read_png(file, true));
    return reduced(*bitmap, photo);
}

std::optional<Light> light_of_drawing(const InputFile& file, const Photo& photo) {
    Diagnostics said;
    const Plan whole{.crop = {0, 0, photo.width, photo.height}, .width = photo.width, .height = photo.height};
    const auto bitmap = draw_svg(file, photo, whole, said);
    return bitmap ? std::optional{reduced(*bitmap, photo)} : std::nullopt;
}

std::optional<Light> decoded(const InputFile& file, const Photo& photo) {
    if (photo.format == Format::jpeg) return light_of_jpeg(file, photo);
    if (photo.format == Format::svg) return light_of_drawing(file, photo);
    return light_of_bitmap(file, photo);
}

Hash128 key_of(const Hash128& content, const Photo& photo) {
    Hasher hasher;
    for (const char c : {'l', 'i', 'g', 'h', 't'}) hasher.add(c);
    for (const std::uint64_t part : content) hasher.add(part);
    hasher.add(recipe);
    hasher.add(std::uint32_t{LCMS_VERSION});
    hasher.add(photo.orientation);
    if (photo.format == Format::svg) hasher.add(svg_library_version());
    return hasher.hash();
}

// In the cache it is a raster whose bytes are the values as they are, and then the alphas.
std::optional<Light> known(const Cache& cache, const Hash128& key) {
    const auto stored = load(cache, key);
    if (!stored || stored->raster.data.size() != 1) return std::nullopt;
    const auto* range = std::get_if<FileRange>(&stored->raster.data.front());
    const auto file = range ? InputFile::open(range->file) : std::nullopt;
    if (!file) return std::nullopt;
    Light light{stored->raster.width, stored->raster.height, file->bytes({range->offset, range->length})};
    const std::size_t pixels = std::size_t(std::max(light.width, 0)) * std::size_t(std::max(light.height, 0));
    if (pixels == 0 || (light.values.size() != pixels && light.values.size() != 2 * pixels)) return std::nullopt;
    light.alpha.assign(light.values.begin() + static_cast<std::ptrdiff_t>(pixels), light.values.end());
    light.values.resize(pixels);
    return light;
}

void keep(const Cache& cache, const Hash128& key, const Light& light) {
    Raster raster;
    raster.filter = Raster::Filter::flate;
    raster.colour = Colour::grey;
    raster.width = light.width;
    raster.height = light.height;
    std::vector<std::uint8_t> all = light.values;
    all.insert(all.end(), light.alpha.begin(), light.alpha.end());
    raster.length = all.size();
    raster.data.push_back(std::make_shared<const std::vector<std::uint8_t>>(std::move(all)));
    store(cache, key, {false, std::move(raster)});
}

}  // namespace

double luminance(const std::array<std::uint8_t, 3>& srgb) {
    const auto& steps = linear_steps();
    return 0.2126 * steps[srgb[0]] + 0.7152 * steps[srgb[1]] + 0.0722 * steps[srgb[2]];
}

double luminance_of_step(double step) {
    return linear(step / 255);
}

double step_of_luminance(double luminance) {
    return encoded(luminance) * 255;
}

std::shared_ptr<const Light> light_of(const Photo& photo, const Cache& cache) {
    const auto file = InputFile::open(photo.file);
    const auto content = file ? content_hash(*file, cache) : std::nullopt;
    if (!content) return nullptr;
    const Hash128 key = key_of(*content, photo);
    if (auto light = known(cache, key)) return std::make_shared<const Light>(std::move(*light));
    try {
        auto light = decoded(*file, photo);
        if (!light) return nullptr;
        if (photo.orientation != 1) {
            light->values = turned(light->values, light->width, light->height, 1, photo.orientation);
            if (!light->alpha.empty())
                light->alpha = turned(light->alpha, light->width, light->height, 1, photo.orientation);
            if (is_sideways(photo.orientation)) std::swap(light->width, light->height);
        }
        keep(cache, key, *light);
        return std::make_shared<const Light>(std::move(*light));
    } catch (const std::bad_alloc&) { return nullptr; }
}

double worst_contrast(const Light& light, const Region& region, double text, double share) {
    const auto place = [](double fraction, int size) {
        return std::clamp(static_cast<int>(std::lround(fraction * size)), 0, size);
    };
    const int left = std::min(place(region.left, light.width), light.width - 1);
    const int top = std::min(place(region.top, light.height), light.height - 1);
    const int right = std::max(left + 1, place(region.left + region.width, light.width));
    const int bottom = std::max(top + 1, place(region.top + region.height, light.height));
    std::array<std::size_t, 256> count{};
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) ++count[light.values[std::size_t(y) * light.width + x]];
    const double forgiven = share * (right - left) * (bottom - top);
    const auto ratio = [&](bool lightest) {
        double passed = 0, ground = 0;
        for (std::size_t i = 0; i < count.size() && passed <= forgiven; ++i) {
            const std::size_t step = lightest ? count.size() - 1 - i : i;
            if (count[step] == 0) continue;
            passed += static_cast<double>(count[step]);
            ground = linear_steps()[step];
        }
        return (std::max(text, ground) + 0.05) / (std::min(text, ground) + 0.05);
    };
    return std::min(ratio(true), ratio(false));
}

}  // namespace brochure::image
