#include "image/resample.hpp"

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

}  // namespace

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
                for (const Taps& t : kernel.taps) {
                    double sum = 0;
                    for (int i = 0; i < t.count; ++i)
                        sum += kernel.weights[static_cast<std::size_t>(t.first_weight + i)];
                    CHECK(sum == Approx(1).margin(1e-5));
                    CHECK(t.start >= std::floor(from));
                    CHECK(t.start + t.count <= std::ceil(from + length));
                }
            }
}

TEST_CASE("the same size is a plain copy") {
    const Canvas in = scenery(31, 17);
    CHECK(resampled(in, 31, 17, Blend::light).pixels == in.pixels);
}
