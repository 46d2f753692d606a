#include "image/resample.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "catch.hpp"
#include "fixtures.hpp"

using namespace brochure::image;
using namespace fixtures;

namespace {

Canvas resampled(const Canvas& in, int width, int height, Blend blend) {
    Canvas out{width, height, in.channels, {}};
    Resampler r{in.width,
                in.channels,
                make_kernel(0, in.width, width),
                make_kernel(0, in.height, height),
                blend,
                [&](const std::uint8_t* row) {
                    out.pixels.insert(out.pixels.end(), row, row + std::size_t(width) * in.channels);
                }};
    for (int y = 0; y < in.height; ++y) r.push(&in.pixels[std::size_t(y) * in.width * in.channels]);
    REQUIRE(out.pixels.size() == std::size_t(width) * height * in.channels);
    return out;
}

double to_light(double v) {
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}
double from_light(double v) {
    return v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
}

/// Keys's kernel, widened by `stretch`, at the pixel centre `centre` of `count` values; the edges go on.
template <class Value>
double convolved(double centre, double stretch, int count, Value&& value) {
    double sum = 0, all = 0;
    for (int p = static_cast<int>(std::floor(centre - 2 * stretch)); p <= centre + 2 * stretch + 1; ++p) {
        const double x = std::abs(p - centre) / stretch;
        const double w = x < 1 ? (1.5 * x - 2.5) * x * x + 1 : x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
        sum += w * value(std::clamp(p, 0, count - 1));
        all += w;
    }
    return sum / all;
}

/// What numbers of any fineness would give.
int exactly(const Canvas& in, int width, int height, int x, int y, int channel) {
    const auto at = [](int i, int from, int to) { return (i + 0.5) * from / to - 0.5; };
    const auto stretch = [](int from, int to) { return std::max(1.0, double(from) / to); };
    const double light = convolved(at(x, in.width, width), stretch(in.width, width), in.width, [&](int column) {
        return convolved(at(y, in.height, height), stretch(in.height, height), in.height, [&](int row) {
            return to_light(in.pixels[(std::size_t(row) * in.width + column) * in.channels + channel] / 255.0);
        });
    });
    return static_cast<int>(std::lround(from_light(std::clamp(light, 0.0, 1.0)) * 255));
}

}  // namespace

TEST_CASE("sixteen bits give the bytes that exact numbers would, or their neighbours") {
    // Dark and light edges, where the kernel overshoots, and every reduction from none to twenty to one.
    const Canvas in = paint(160, 120, 3, [](int x, int y) {
        return Pixel{(x * 37 + y * 91) % 256, x / 8 % 2 * 255, (x + y) / 16};
    });
    const int width = GENERATE(8, 37, 80, 156, 160, 300), height = GENERATE(6, 59, 117);
    const Canvas got = resampled(in, width, height, Blend::light);
    int most = 0, different = 0;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c) {
                const int off = std::abs(got.at(x, y)[c] - exactly(in, width, height, x, y, c));
                most = std::max(most, off);
                different += off > 0 ? 1 : 0;
            }
    INFO(width << " x " << height);
    CHECK(most <= 1);
    CHECK(different < width * height * 3 / 20);
}

TEST_CASE("every colour value stays itself when an even area is resampled") {
    const int channels = GENERATE(1, 3, 4);
    const Blend blend = GENERATE(Blend::light, Blend::values);
    for (int v = 0; v < 256; ++v) {
        const Canvas even = paint(19, 13, channels, [&](int, int) { return Pixel{v, v, v, v}; });
        const Canvas got = resampled(even, 7, 5, blend);
        CHECK(std::all_of(got.pixels.begin(), got.pixels.end(), [&](int p) { return p == v; }));
    }
}

TEST_CASE("black and white lines mix to the grey of half the light, not of half the number") {
    const Canvas lines = paint(160, 160, 3, [](int x, int) {
        const int v = x % 2 ? 255 : 0;
        return Pixel{v, v, v};
    });
    CHECK(is_near(resampled(lines, 40, 40, Blend::light).at(20, 20), {188, 188, 188}, 2));
    CHECK(is_near(resampled(lines, 40, 40, Blend::values).at(20, 20), {128, 128, 128}, 2));
}

TEST_CASE("a kernel's weights add up to one and stay inside their interval") {
    for (const double from : {0.0, 3.25, 17.9})
        for (const double length : {1.0, 10.5, 200.0})
            for (const int count : {1, 7, 100}) {
                const Kernel kernel = make_kernel(from, from + length, count);
                REQUIRE(kernel.taps.size() == static_cast<std::size_t>(count));
                for (std::size_t i = 0; i < kernel.taps.size(); ++i) {
                    const Taps& t = kernel.taps[i];
                    const auto first = kernel.weights.begin() + static_cast<std::ptrdiff_t>(i * kernel.width);
                    CHECK(std::accumulate(first, first + t.count, 0) == Kernel::one);
                    CHECK(std::all_of(first + t.count, first + static_cast<std::ptrdiff_t>(kernel.width),
                                      [](int weight) { return weight == 0; }));
                    REQUIRE(static_cast<std::size_t>(t.count) <= kernel.width);
                    CHECK(t.start >= std::floor(from));
                    CHECK(t.start + t.count <= std::ceil(from + length));
                }
            }
}

TEST_CASE("the same size is a plain copy") {
    const Canvas in = scenery(31, 17);
    CHECK(resampled(in, 31, 17, Blend::light).pixels == in.pixels);
}
