#include "catch.hpp"
#include "fixtures.hpp"
#include "image/exif.hpp"
#include "image/turn.hpp"

using namespace brochure;
using namespace fixtures;

namespace {

/// `canvas` as a camera would store it to be seen as it is under `orientation`: the eight cases spelt out.
Canvas stored(const Canvas& seen, int orientation) {
    const int w = seen.width, h = seen.height;
    switch (orientation) {
        case 1:
            return seen;
        case 2:
            return paint(w, h, 3, [&](int x, int y) { return seen.at(w - 1 - x, y); });
        case 3:
            return paint(w, h, 3, [&](int x, int y) { return seen.at(w - 1 - x, h - 1 - y); });
        case 4:
            return paint(w, h, 3, [&](int x, int y) { return seen.at(x, h - 1 - y); });
        case 5:
            return paint(h, w, 3, [&](int x, int y) { return seen.at(y, x); });
        case 6:
            return paint(h, w, 3, [&](int x, int y) { return seen.at(w - 1 - y, x); });
        case 7:
            return paint(h, w, 3, [&](int x, int y) { return seen.at(w - 1 - y, h - 1 - x); });
        default:
            return paint(h, w, 3, [&](int x, int y) { return seen.at(y, h - 1 - x); });
    }
}

void check_quarters(const Canvas& c) {
    CHECK(is_near(c.at(2, 2), {255, 0, 0}));
    CHECK(is_near(c.at(c.width - 3, 2), {0, 255, 0}));
    CHECK(is_near(c.at(2, c.height - 3), {0, 0, 255}));
    CHECK(is_near(c.at(c.width - 3, c.height - 3), {255, 255, 255}));
}

}  // namespace

TEST_CASE("photos of all eight EXIF orientations come out upright") {
    const int orientation = GENERATE(1, 2, 3, 4, 5, 6, 7, 8);
    const double ppi = GENERATE(200.0, 600.0);  // as they are, and resampled to half
    const bool big_endian = GENERATE(false, true);
    const Folder folder;
    const auto file = folder.put(
        "a.jpg", jpeg(stored(quarters(160, 96), orientation), {.segments = {exif(orientation, "", big_endian)}}));
    const auto o = order(file, ppi);
    CHECK(o.photo.orientation == orientation);
    CHECK(o.photo.width == 160);
    CHECK(o.photo.height == 96);
    const auto raster = prepared(o);
    CHECK(raster.width == (ppi > 300 ? 80 : 160));
    CHECK(raster.height == (ppi > 300 ? 48 : 96));
    check_quarters(decoded(raster));
}

TEST_CASE("the crop of a turned photo is of the photo as seen") {
    const int orientation = GENERATE(1, 2, 3, 4, 5, 6, 7, 8);
    const Folder folder;
    const auto file =
        folder.put("a.jpg", jpeg(stored(quarters(160, 96), orientation), {.segments = {exif(orientation)}}));
    const auto red = prepared(order(file, 600, {0, 0, 0.4, 0.4}));
    CHECK(is_near(decoded(red).at(red.width - 2, red.height - 2), {255, 0, 0}));
    const auto blue = prepared(order(file, 200, {0, 0.6, 0.4, 0.4}));
    CHECK(is_near(decoded(blue).at(blue.width - 2, blue.height - 2), {0, 0, 255}));
}

TEST_CASE("an orientation out of range or of the wrong kind is none") {
    const Folder folder;
    CHECK(probed(folder.put("a.jpg", jpeg(quarters(32, 32), {.segments = {exif(0)}}))).orientation == 1);
    CHECK(probed(folder.put("b.jpg", jpeg(quarters(32, 32), {.segments = {exif(9)}}))).orientation == 1);
    auto cut = exif(6);
    cut.body.resize(20);
    CHECK(probed(folder.put("c.jpg", jpeg(quarters(32, 32), {.segments = {cut}}))).orientation == 1);
}

TEST_CASE("any bytes in an EXIF block are survived") {
    const Segment good = exif(6, "Description");
    for (std::size_t i = 6; i < good.body.size(); ++i)
        for (const int v : {0, 1, 8, 127, 255}) {
            Blob bytes = good.body;
            bytes[i] = static_cast<std::uint8_t>(v);
            const int orientation = image::exif_orientation(bytes);
            CHECK((orientation >= 1 && orientation <= 8));
        }
}

TEST_CASE("turning a rectangle and turning pixels agree") {
    const int orientation = GENERATE(1, 2, 3, 4, 5, 6, 7, 8);
    const int channels = GENERATE(1, 2, 3, 4);
    const Canvas seen = scenery(45, 70, channels);
    const int w = image::is_sideways(orientation) ? 70 : 45, h = image::is_sideways(orientation) ? 45 : 70;
    const Canvas as_stored = paint(w, h, channels, [&](int x, int y) {
        for (int sy = 0; sy < 70; ++sy)
            for (int sx = 0; sx < 45; ++sx)
                if (const auto r = image::as_stored({sx, sy, sx + 1, sy + 1}, 45, 70, orientation);
                    r.left == x && r.top == y)
                    return seen.at(sx, sy);
        FAIL("no pixel seen is stored at " << x << ", " << y);
        return Pixel{};
    });
    CHECK(image::turned(as_stored.pixels, w, h, channels, orientation) == seen.pixels);
}
