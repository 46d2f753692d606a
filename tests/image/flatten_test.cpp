#include "image/flatten.hpp"

#include "catch.hpp"
#include "fixtures.hpp"
#include "image/flate.hpp"
#include "image/redraw.hpp"

using namespace brochure;
using namespace brochure::image;
using namespace fixtures;

namespace {

Raster deflated_raster(const Canvas& canvas) {
    FlateWriter writer{canvas.width, canvas.channels};
    const std::size_t row = static_cast<std::size_t>(canvas.width * canvas.channels);
    for (int y = 0; y < canvas.height; ++y) writer.write(&canvas.pixels[row * static_cast<std::size_t>(y)]);
    return in_memory(Raster::Filter::flate, writer.finish(), canvas.width, canvas.height, canvas.channels);
}

// Columns: clear, half, opaque. Ten wide, so that a row of the stencil has a second byte.
Raster with_mask(const Canvas& colours) {
    Raster raster = deflated_raster(colours);
    raster.soft_mask =
        std::make_shared<const Raster>(deflated_raster(paint(colours.width, colours.height, 1, [](int x, int) -> Pixel {
            return {x % 3 == 0 ? 0 : x % 3 == 1 ? 128 : 255, 0, 0, 0};
        })));
    return raster;
}

Pixels ink(int width, int height, const Pixel& colour) {
    Pixels pixels{width, height, 4, {}};
    for (int i = 0; i < width * height; ++i)
        for (const int c : colour) pixels.bytes.push_back(static_cast<std::uint8_t>(c));
    return pixels;
}

}  // namespace

TEST_CASE("a finished raster gives its pixels back, however it is packed") {
    const Canvas canvas = scenery(37, 21, 3);
    const auto pixels = unpack(deflated_raster(canvas));
    REQUIRE(pixels);
    CHECK(pixels->bytes == canvas.pixels);
    const Blob packed = jpeg(canvas);
    const auto again = unpack(in_memory(Raster::Filter::dct, packed, 37, 21, 3));
    REQUIRE(again);
    CHECK(again->bytes == decoded_jpeg(packed).pixels);
}

TEST_CASE("what is no whole raster gives no pixels") {
    const Folder folder;
    Raster cut = deflated_raster(scenery(37, 21, 3));
    cut.height = 22;
    CHECK_FALSE(unpack(cut));
    cut = in_memory(Raster::Filter::dct, {0xFF, 0xD8, 0xFF}, 37, 21, 3);
    CHECK_FALSE(unpack(cut));
    cut.data = {FileRange{folder.path() / "gone", 0, 10}};
    CHECK_FALSE(unpack(cut));
    CHECK_FALSE(unpack_ink(deflated_raster(scenery(4, 4, 3))));
}

TEST_CASE("where a picture shines through, what is below is mixed in, and where it is clear a stencil leaves it") {
    const Canvas white = paint(10, 2, 4, [](int, int) -> Pixel { return {200, 0, 0, 100}; });
    const auto flat = flattened(with_mask(white), ink(10, 2, {0, 100, 0, 50}));
    REQUIRE(flat);
    const Canvas canvas = decoded(*flat);
    CHECK(canvas.at(1, 0) == Pixel{100, 50, 0, 75});
    CHECK(canvas.at(2, 1) == Pixel{200, 0, 0, 100});
    CHECK(flat->ink == Approx(300 / 2.55));
    REQUIRE(flat->soft_mask);
    const Raster& stencil = *flat->soft_mask;
    CHECK(stencil.bits == 1);
    CHECK(stencil.width == 10);
    const auto bits = unpack([&] {
        Raster bytes = stencil;
        bytes.bits = 8;
        bytes.width = 2;
        return bytes;
    }());
    REQUIRE(bits);
    CHECK(bits->bytes == std::vector<std::uint8_t>{0x92, 0x40, 0x92, 0x40});  // 1001'0010 01
}

TEST_CASE("grey becomes black ink when it is mixed with colours") {
    const Canvas dark = paint(10, 1, 1, [](int, int) -> Pixel { return {55, 0, 0, 0}; });
    const auto flat = flattened(with_mask(dark), ink(10, 1, {100, 0, 0, 0}));
    REQUIRE(flat);
    CHECK(flat->colour == Colour::cmyk);
    CHECK(decoded(*flat).at(2, 0) == Pixel{0, 0, 0, 200});
    CHECK(decoded(*flat).at(1, 0) == Pixel{50, 0, 0, 100});
}

TEST_CASE("the same picture on two grounds is two pictures, on the same ground it is one") {
    const Raster raster = with_mask(paint(10, 1, 4, [](int, int) -> Pixel { return {200, 0, 0, 100}; }));
    const auto a = flattened(raster, ink(10, 1, {100, 0, 0, 0})), b = flattened(raster, ink(10, 1, {100, 0, 0, 0})),
               c = flattened(raster, ink(10, 1, {0, 0, 0, 0}));
    CHECK(a->identity == b->identity);
    CHECK(a->identity != c->identity);
}
