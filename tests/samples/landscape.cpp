#include "landscape.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <jpeglib.h>

namespace {

using Colour = std::array<double, 3>;

constexpr Colour zenith{118, 158, 186}, low_sky{240, 214, 170}, sun{255, 240, 206};
constexpr std::array<Colour, 4> ridges{{{150, 168, 166}, {106, 136, 126}, {72, 106, 88}, {46, 74, 58}}};

Colour mixed(const Colour& a, const Colour& b, double part) {
    return {a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part};
}

/// Height of a ridge above its foot at `x`, both in picture heights: a few waves of different lengths.
double ridge(std::size_t which, double x) {
    const double k = static_cast<double>(which);
    return 0.05 * std::sin(2.1 * x + 1.7 * k) + 0.03 * std::sin(5.3 * x + 4.1 * k) + 0.01 * std::sin(17 * x + k);
}

/// Colour at a point; `x` in picture heights from the left, `y` from 0 at the top to 1.
Colour colour_at(double x, double y, double aspect) {
    for (std::size_t which = ridges.size(); which-- > 0;)
        if (y > 0.56 + 0.11 * static_cast<double>(which) - ridge(which, x)) return ridges[which];
    const double from_sun = std::hypot(x - 0.64 * aspect, y - 0.34);
    if (from_sun < 0.06) return sun;
    return mixed(mixed(zenith, low_sky, std::min(1.0, y / 0.6)), sun, 0.4 * std::exp(-4 * from_sun));
}

}  // namespace

void draw_landscape(const std::filesystem::path& file, int width, int height) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out{std::fopen(file.c_str(), "wb"), std::fclose};
    if (!out) throw std::runtime_error{"cannot write " + file.string()};
    jpeg_compress_struct jpeg;
    jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_stdio_dest(&jpeg, out.get());
    jpeg.image_width = static_cast<JDIMENSION>(width);
    jpeg.image_height = static_cast<JDIMENSION>(height);
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 80, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    std::vector<JSAMPLE> row(static_cast<std::size_t>(width) * 3);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto colour = colour_at(static_cast<double>(x) / height, static_cast<double>(y) / height,
                                          static_cast<double>(width) / height);
            for (std::size_t c = 0; c < 3; ++c)
                row[static_cast<std::size_t>(x) * 3 + c] = static_cast<JSAMPLE>(std::lround(colour[c]));
        }
        JSAMPROW rows[] = {row.data()};
        jpeg_write_scanlines(&jpeg, rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
}
