#include <zlib.h>

#include "catch.hpp"
#include "fixtures.hpp"
#include "image/png.hpp"

using namespace brochure;
using namespace fixtures;
using image::Colour;
using image::Raster;

TEST_CASE("PNGs of every depth and colour type, plain and interlaced, keep every pixel") {
    const Folder folder;
    const bool interlaced = GENERATE(false, true);
    const int bits = GENERATE(1, 2, 4, 8, 16);
    const int channels = GENERATE(1, 2, 3, 4);
    if (bits < 8 && channels != 1) return;
    const int most = bits >= 8 ? 255 : (1 << bits) - 1;
    const Canvas canvas = paint(53, 37, channels, [&](int x, int y) {
        return Pixel{x * 7 & most, (x + y * 5) & most, y * 3 & most, (x * y + 1) & most};
    });
    const auto o = order(folder.put("a.png", png(canvas, {.bits = bits, .interlaced = interlaced})));
    CHECK(o.photo.bits == bits);
    CHECK(o.photo.alpha == (channels % 2 == 0));
    const auto raster = prepared(o);
    CHECK(raster.filter == Raster::Filter::flate);
    CHECK(raster.predictor_png);
    const Canvas got = decoded(raster);
    const int colours = channels - (channels % 2 == 0);
    REQUIRE(got.channels == colours);
    REQUIRE(bool(raster.soft_mask) == (channels % 2 == 0));
    const Canvas mask = raster.soft_mask ? decoded(*raster.soft_mask) : Canvas{};
    int wrong = 0;
    for (int y = 0; y < 37; ++y)
        for (int x = 0; x < 53; ++x) {
            for (int c = 0; c < colours; ++c) wrong += got.at(x, y)[c] != canvas.at(x, y)[c] * 255 / most;
            if (raster.soft_mask) wrong += mask.at(x, y)[0] != canvas.at(x, y)[channels - 1];
        }
    CHECK(wrong == 0);
}

TEST_CASE("palettes, and palettes with transparency, become colours and a soft mask") {
    const Folder folder;
    const bool clear = GENERATE(false, true);
    const int bits = GENERATE(1, 2, 4, 8);
    PngOptions options{.bits = bits, .palette = true, .chunks = {{"PLTE", {255, 0, 0, 0, 128, 255}}}};
    if (clear) options.chunks.push_back({"tRNS", {255, 60}});
    const auto raster =
        prepared(order(folder.put("a.png", png(paint(20, 20, 1, [](int x, int) { return Pixel{x >= 10}; }), options))));
    CHECK(decoded(raster).at(3, 3) == Pixel{255, 0, 0});
    CHECK(decoded(raster).at(15, 3) == Pixel{0, 128, 255});
    REQUIRE(bool(raster.soft_mask) == clear);
    if (clear) CHECK(decoded(*raster.soft_mask).at(15, 3)[0] == 60);
}

TEST_CASE("an alpha channel that hides nothing makes no soft mask") {
    const Folder folder;
    const Canvas canvas = paint(20, 20, 4, [](int x, int y) { return Pixel{x, y, 7, 255}; });
    CHECK(prepared(order(folder.put("a.png", png(canvas)))).soft_mask == nullptr);
}

TEST_CASE("a plain 8-bit PNG goes in with its data as they are") {
    const Folder folder;
    const int channels = GENERATE(1, 3);
    const auto file =
        folder.put("a.png", png(scenery(90, 70, channels), {.chunks = {{"tEXt", text("Author Jane")}}, .idats = 4}));
    const auto raster = prepared(order(file));
    for (const auto& piece : raster.data) CHECK(std::holds_alternative<image::FileRange>(piece));
    CHECK(raster.data.size() == 4);
    CHECK_FALSE(contains(bytes_of(raster), "Jane"));
    CHECK(decoded(raster).pixels == scenery(90, 70, channels).pixels);
}

TEST_CASE("a PNG over the cap is resampled and stays lossless") {
    const Folder folder;
    const Canvas canvas = paint(400, 300, 3, [](int x, int y) { return Pixel{x / 2, y / 2, 99}; });
    const auto raster = prepared(order(folder.put("a.png", png(canvas)), 600));
    CHECK(raster.width == 200);
    CHECK(raster.filter == Raster::Filter::flate);
    CHECK(is_near(decoded(raster).at(100, 75), {100, 75, 99}, 2));
}

TEST_CASE("what lies under clear pixels does not bleed out when resampled") {
    const Folder folder;
    const Canvas canvas = paint(400, 300, 4, [](int x, int) {
        return x % 2 ? Pixel{0, 200, 0, 255} : Pixel{255, 0, 255, 0};
    });
    const auto raster = prepared(order(folder.put("a.png", png(canvas)), 600));
    CHECK(is_near(decoded(raster).at(100, 75), {0, 200, 0}, 3));
    CHECK(is_near(decoded(*raster.soft_mask).at(100, 75), {128}, 2));
}

TEST_CASE("the profile in iCCP is honoured, and ignored with a warning when it is another colour's") {
    const Folder folder;
    const Blob profile = icc_profile("RGB ");
    const auto chunk = [](const Blob& p) {
        return std::pair<std::string, Blob>{"iCCP", text({"name\0\0", 6}) + deflated(p)};
    };
    for (const double ppi : {200.0, 900.0}) {
        const auto raster =
            prepared(order(folder.put("a.png", png(scenery(64, 64), {.chunks = {chunk(profile)}})), ppi));
        REQUIRE(raster.icc);
        CHECK(*raster.icc == profile);
    }
    CHECK(rule_for(folder.put("b.png", png(scenery(64, 64), {.chunks = {chunk(icc_profile("CMYK"))}}))) ==
          "photo-profile");
}

TEST_CASE("the orientation in a PNG's eXIf is applied") {
    const Folder folder;
    Segment e = exif(6);
    e.body.erase(e.body.begin(), e.body.begin() + 6);
    const Canvas seen = quarters(60, 40);
    const Canvas lying = paint(40, 60, 3, [&](int x, int y) { return seen.at(59 - y, x); });
    const auto o = order(folder.put("a.png", png(lying, {.chunks = {{"eXIf", e.body}}})));
    CHECK(o.photo.orientation == 6);
    CHECK(o.photo.width == 60);
    CHECK(decoded(prepared(o)).pixels == seen.pixels);
}

TEST_CASE("damaged PNG data are an error") {
    const Folder folder;
    Blob bytes = png(scenery(90, 70));
    bytes[bytes.size() / 2] ^= 0x55;
    CHECK(rule_for(folder.put("a.png", bytes)) == "photo-damaged");
}

TEST_CASE("what else stb_image reads is read") {
    const Folder folder;
    const Canvas canvas = quarters(24, 16);
    const auto check = [&](const char* name, const Blob& bytes) {
        INFO(name);
        CHECK(decoded(prepared(order(folder.put(name, bytes)))).pixels == canvas.pixels);
    };
    check("a.ppm", text("P6 24 16 255\n") + canvas.pixels);

    Blob bmp = text("BM") + Blob(52);
    bmp[10] = 54, bmp[14] = 40, bmp[18] = 24, bmp[22] = 16, bmp[26] = 1, bmp[28] = 24;
    Blob tga(18);
    tga[2] = 2, tga[12] = 24, tga[14] = 16, tga[16] = 24;  // bottom up, as BMP
    Blob rows;
    for (int y = 15; y >= 0; --y)
        for (int x = 0; x < 24; ++x)
            for (const int c : {2, 1, 0}) rows.push_back(static_cast<std::uint8_t>(canvas.at(x, y)[c]));
    check("a.bmp", bmp + rows);
    check("a.tga", tga + rows);

    Blob psd =
        text("8BPS") + Blob{0, 1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 16, 0, 0, 0, 24, 0, 8, 0, 3} + Blob(12) + Blob{0, 0};
    for (int c = 0; c < 3; ++c)
        for (int i = 0; i < 24 * 16; ++i) psd.push_back(canvas.pixels[i * 3 + c]);
    check("a.psd", psd);

    // GIF: 4 colours, codes of 3 bits, cleared before each pair of pixels so that they stay so.
    Blob gif = text("GIF89a") + Blob{24, 0, 16, 0, 0xF1, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255} +
               Blob{0x2C, 0, 0, 0, 0, 24, 0, 16, 0, 0, 2};
    Blob packed;
    unsigned held = 0;
    int count = 0;
    const auto code = [&](unsigned c) {
        held |= c << count;
        for (count += 3; count >= 8; count -= 8, held >>= 8) packed.push_back(static_cast<std::uint8_t>(held));
    };
    for (int i = 0; i < 24 * 16; ++i) {
        if (i % 2 == 0) code(4);
        code(static_cast<unsigned>((i % 24 >= 12) + 2 * (i / 24 >= 8)));
    }
    code(5);
    packed.push_back(static_cast<std::uint8_t>(held));
    for (std::size_t at = 0; at < packed.size(); at += 200) {
        const std::size_t n = std::min<std::size_t>(200, packed.size() - at);
        gif.push_back(static_cast<std::uint8_t>(n));
        gif.insert(gif.end(), packed.begin() + at, packed.begin() + at + n);
    }
    check("a.gif", gif + Blob{0, 0x3B});
}
