#include <cmath>

#include "catch.hpp"
#include "fixtures.hpp"

using namespace brochure;
using namespace fixtures;

TEST_CASE("a photo over the cap is resampled to it, and one under it is not") {
    const Folder folder;
    const auto file = folder.put("a.jpg", jpeg(scenery(1200, 800)));
    auto o = order(file, 600);
    const auto raster = prepared(o);
    CHECK(raster.width == 600);
    CHECK(raster.height == 400);
    CHECK(raster.length < std::filesystem::file_size(file) / 2);
    o.max_ppi = 0;
    CHECK(prepared(o).width == 1200);
    o.max_ppi = 600;
    CHECK(prepared(o).width == 1200);
    CHECK(prepared(order(file, 100)).width == 1200);
}

TEST_CASE("fine lines keep the brightness that an eye sees, for they are resampled in light") {
    const Folder folder;
    // Reduced by a third, so that no decoder's own reduction comes in between.
    const Canvas lines = paint(480, 320, 3, [](int x, int) {
        const int v = x % 2 ? 255 : 0;
        return Pixel{v, v, v};
    });
    const bool as_png = GENERATE(false, true);
    const auto file = folder.put("a", as_png ? png(lines) : jpeg(lines, {.quality = 99}));
    const auto raster = prepared(order(file, 450));
    CHECK(raster.width == 320);
    const Canvas got = decoded(raster);
    double sum = 0;
    for (int x = 100; x < 200; ++x) sum += got.at(x, 160)[0];
    CHECK(sum / 100 > 170);  // half the light is 188; half the number, 128, looks far too dark
    CHECK(sum / 100 < 200);
}

TEST_CASE("every reduction shows the same picture in the same place") {
    const Folder folder;
    const int channels = GENERATE(1, 3, 4);
    const bool progressive = GENERATE(false, true);
    const double ppi = GENERATE(310.0, 420.0, 601.0, 1100.0, 2500.0, 9000.0);
    const auto ramp = [](double x, double y, int c) { return static_cast<int>(c % 2 ? 30 + 180 * x : 40 + 170 * y); };
    const Canvas canvas = paint(733, 501, channels, [&](int x, int y) {
        const double u = (x + 0.5) / 733, v = (y + 0.5) / 501;
        return Pixel{ramp(u, v, 0), ramp(u, v, 1), ramp(u, v, 2), ramp(u, v, 3)};
    });
    const auto file = folder.put("a.jpg", jpeg(canvas, {.progressive = progressive}));
    const Region crop = GENERATE(Region{}, Region{0.13, 0.21, 0.5, 0.61}, Region{0.77, 0.02, 0.23, 0.3});
    const auto raster = prepared(order(file, ppi, crop));
    const Canvas got = decoded(raster);
    const Region& s = raster.shows;
    for (const double u : {0.1, 0.5, 0.9})
        for (const double v : {0.1, 0.5, 0.9}) {
            const int x = static_cast<int>(u * got.width), y = static_cast<int>(v * got.height);
            const double px = s.left + s.width * (x + 0.5) / got.width, py = s.top + s.height * (y + 0.5) / got.height;
            Pixel want{};
            for (int c = 0; c < channels; ++c) want[c] = ramp(px, py, c);
            INFO("ppi " << ppi << ", " << got.width << " x " << got.height << ", at " << x << ", " << y);
            CHECK(is_near(got.at(x, y), want, 8));
        }
}

TEST_CASE("a crop decodes to what the whole decodes to there, whatever the sampling and the offset") {
    const Folder folder;
    const Canvas canvas = scenery(400, 300);
    const bool subsampled = GENERATE(false, true);
    const int orientation = 2;  // forces the redraw
    const auto file = folder.put("a.jpg", jpeg(canvas, {.subsampled = subsampled, .segments = {exif(orientation)}}));
    auto whole_order = order(file);
    whole_order.quality = 100;
    const Canvas whole = decoded(prepared(whole_order));
    for (int i = 0; i < 40; ++i) {
        const int left = (i * 37) % 200, top = (i * 53) % 150, width = 60 + (i * 29) % 130, height = 50 + (i * 31) % 90;
        auto o = order(file, 200, {left / 400.0, top / 300.0, width / 400.0, height / 300.0});
        o.quality = 100;
        const auto raster = prepared(o);
        REQUIRE(raster.width == width);
        REQUIRE(raster.height == height);
        const Canvas part = decoded(raster);
        int worst = 0;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                for (int c = 0; c < 3; ++c)
                    worst = std::max(worst, std::abs(part.at(x, y)[c] - whole.at(left + x, top + y)[c]));
        INFO("crop " << left << ", " << top << ", " << width << " x " << height);
        CHECK(worst < 16);
    }
}

TEST_CASE("quality above 90 keeps full colour resolution") {
    const Folder folder;
    auto o = order(folder.put("a.jpg", jpeg(scenery(400, 300))), 600);
    const auto sampling = [&] {
        for (const auto& s : segments_of(bytes_of(prepared(o))))
            if (s.code == 0xC0) return int{s.body[7]};
        return 0;
    };
    CHECK(sampling() == 0x22);
    o.quality = 95;
    CHECK(sampling() == 0x11);
}

TEST_CASE("the original stays where encoding again would make it larger") {
    const Folder folder;
    const Blob original = jpeg(scenery(400, 300), {.quality = 8});
    const auto raster = prepared(order(folder.put("a.jpg", original), 320));
    CHECK(raster.width == 400);
    CHECK(bytes_of(raster) == original);
    const image::Cache cache{folder.path() / "cache"};
    Diagnostics found;
    for (int i = 0; i < 2; ++i)
        CHECK(bytes_of(*image::prepare(order(folder.path() / "a.jpg", 320), cache, found)) == original);
}

TEST_CASE("a wide-gamut profile, and CMYK, survive encoding again") {
    const Folder folder;
    const int channels = GENERATE(3, 4);
    const Blob profile = icc_profile(channels == 3 ? "RGB " : "CMYK");
    const Canvas canvas = paint(200, 200, channels, [](int, int) { return Pixel{200, 90, 40, 10}; });
    const auto raster = prepared(
        order(folder.put("a.jpg", jpeg(scenery(200, 200, channels), {.segments = icc_segments(profile, 5000)})), 600));
    REQUIRE(raster.icc);
    CHECK(*raster.icc == profile);
    CHECK(raster.width == 100);
    CHECK(raster.inverted == (channels == 4));
    const auto flat = prepared(order(folder.put("b.jpg", jpeg(canvas, {.quality = 100})), 600));
    CHECK(is_near(decoded(flat).at(50, 50), canvas.at(0, 0), 3));
}

TEST_CASE("damage in the picture is an error when it is decoded") {
    const Folder folder;
    Blob bytes = jpeg(scenery(400, 300));
    std::size_t data = 0;
    segments_of(bytes, &data);
    bytes.erase(bytes.begin() + data + 2000, bytes.end() - 2);  // a hole, with EOI behind it
    CHECK(rule_for(folder.put("a.jpg", bytes), 600) == "photo-damaged");
}

TEST_CASE("damage that a decoder reads over is an error, in a photo kept whole and behind the part that shows") {
    const Folder folder;
    Blob bytes = jpeg(scenery(800, 600), {.quality = 95});
    std::size_t data = 0;
    segments_of(bytes, &data);
    const std::size_t middle = (data + bytes.size()) / 2;
    for (std::size_t i = middle; i < middle + 1000; ++i) bytes[i] = 0x55;
    const auto file = folder.put("a.jpg", bytes);
    CHECK(rule_for(file, 200) == "photo-damaged");
    CHECK(rule_for(file, 600, {0, 0, 1, 0.7}) == "photo-damaged");
    CHECK(rule_for(file, 600, {0, 0, 1, 0.3}) == "photo-damaged");
}

TEST_CASE("bytes that a decoder has left over before the end mean damage, padding does not") {
    const Folder folder;
    const Blob whole = jpeg(scenery(400, 300));
    const auto with = [&](const Blob& more) { return Blob(whole.begin(), whole.end() - 2) + more + Blob{0xFF, 0xD9}; };
    CHECK(rule_for(folder.put("a.jpg", with(Blob(41, 0x55)))) == "photo-damaged");
    CHECK(rule_for(folder.put("b.jpg", with(Blob(512, 0)))).empty());
    CHECK(rule_for(folder.put("c.jpg", with({'\r', '\n', 0, 0, 0xFF, 0xFF}))).empty());
    CHECK(rule_for(folder.put("d.jpg", with(Blob(512, 0))), 600).empty());
}

TEST_CASE("the same order makes the same bytes") {
    const Folder folder;
    const auto o = order(folder.put("a.jpg", jpeg(scenery(900, 700))), 700, {0.1, 0.2, 0.6, 0.5});
    const auto a = prepared(o), b = prepared(o);
    CHECK(bytes_of(a) == bytes_of(b));
    CHECK(a.identity == b.identity);
}

TEST_CASE("a photo that is gone or exchanged after probing is an error") {
    const Folder folder;
    const auto file = folder.put("a.jpg", jpeg(scenery(90, 70)));
    const auto o = order(file);
    folder.put("a.jpg", jpeg(scenery(70, 90)));
    Diagnostics found;
    CHECK_FALSE(image::prepare(o, image::Cache{{}}, found));
    CHECK(found.all().at(0).rule == "photo-changed");
    std::filesystem::remove(file);
    CHECK_FALSE(image::prepare(o, image::Cache{{}}, found));
    CHECK(found.all().at(1).rule == "photo-missing");
}

TEST_CASE("a picture that is printed in grey has one channel, as light as its colours were") {
    const Folder folder;
    const bool as_png = GENERATE(false, true);
    const Pixel colour = GENERATE(Pixel{200, 40, 30}, Pixel{30, 160, 60}, Pixel{128, 128, 128});
    const Canvas canvas = paint(160, 120, 3, [&](int, int) { return colour; });
    const auto file = folder.put("a", as_png ? png(canvas) : jpeg(canvas, {.quality = 99}));
    auto wanted = order(file, 100);
    wanted.grey = true;
    const auto raster = prepared(wanted);
    CHECK(raster.colour == image::Colour::grey);
    CHECK_FALSE(raster.icc);
    // The luminance of sRGB (IEC 61966-2-1), and the grey that has it.
    const auto light = [](int v) { return v <= 10 ? v / 255.0 / 12.92 : std::pow((v / 255.0 + 0.055) / 1.055, 2.4); };
    const double y = 0.2126 * light(colour[0]) + 0.7152 * light(colour[1]) + 0.0722 * light(colour[2]);
    const double grey = 255 * (1.055 * std::pow(y, 1 / 2.4) - 0.055);
    CHECK(decoded(raster).at(80, 60)[0] == Approx(grey).margin(5));
}
