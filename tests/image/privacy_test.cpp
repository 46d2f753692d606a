#include "catch.hpp"
#include "fixtures.hpp"

using namespace brochure;
using namespace fixtures;

namespace {

/// Green where it may be seen, magenta where the crop hides it.
Canvas with_secret(int width, int height, const Region& open) {
    return paint(width, height, 3, [&](int x, int y) {
        const bool seen = x >= open.left * width && x < (open.left + open.width) * width && y >= open.top * height &&
                          y < (open.top + open.height) * height;
        return seen ? Pixel{40, 180, 60} : Pixel{255, 0, 255};
    });
}

double secret_share(const Canvas& canvas) {
    int n = 0;
    for (int y = 0; y < canvas.height; ++y)
        for (int x = 0; x < canvas.width; ++x) n += is_near(canvas.at(x, y), {255, 0, 255}, 60);
    return double(n) / (double(canvas.width) * canvas.height);
}

}  // namespace

TEST_CASE("pixels that a crop hides do not reach the output when they are more than a tenth") {
    const Folder folder;
    const Region crop = GENERATE(Region{0.2, 0.3, 0.5, 0.5}, Region{0, 0, 0.8, 1}, Region{0.03, 0.1, 0.9, 0.85},
                                 Region{0.61, 0.47, 0.11, 0.13});
    const double ppi = GENERATE(200.0, 700.0);
    const int orientation = GENERATE(1, 3);
    const bool as_png = GENERATE(false, true);
    const bool progressive = GENERATE(false, true);
    if (as_png && (orientation != 1 || progressive)) return;
    const Region stored = orientation == 1
                              ? crop
                              : Region{1 - crop.left - crop.width, 1 - crop.top - crop.height, crop.width, crop.height};
    const Canvas canvas = with_secret(640, 480, stored);
    const auto file = folder.put(
        "a", as_png ? png(canvas) : jpeg(canvas, {.progressive = progressive, .segments = {exif(orientation)}}));
    const auto raster = prepared(order(file, ppi, crop));
    // A cut at block borders leaves at most a border of one block; a crop of whole pixels leaves less.
    CHECK(secret_share(decoded(raster)) < 0.1);
    CHECK(raster.shows.width * raster.shows.height < crop.width * crop.height / 0.9 + 1e-9);
}

TEST_CASE("a cut changes no pixel and begins at a block border") {
    const Folder folder;
    const Canvas canvas = scenery(640, 480);
    const bool subsampled = GENERATE(false, true);
    const Blob original = jpeg(canvas, {.progressive = GENERATE(false, true), .subsampled = subsampled});
    const auto raster = prepared(order(folder.put("a.jpg", original), 200, {0.21, 0.23, 0.6, 0.7}));
    const int border = subsampled ? 16 : 8;
    const int left = static_cast<int>(raster.shows.left * 640 + 0.5),
              top = static_cast<int>(raster.shows.top * 480 + 0.5);
    CHECK(left % border == 0);
    CHECK(top % border == 0);
    CHECK(left == 134 / border * border);
    const Canvas whole = decoded_jpeg(original), part = decoded(raster);
    int differing = 0;
    // Fancy upsampling looks over a block's border, so that the outermost pixels may differ by a hair.
    for (int y = 2; y < part.height - 2; ++y)
        for (int x = 2; x < part.width - 2; ++x) differing += part.at(x, y) != whole.at(left + x, top + y);
    CHECK(differing == 0);
    CHECK(raster.length < original.size() * 6 / 10);
}

TEST_CASE("cuts of grey and CMYK photos keep their channels and profile") {
    const Folder folder;
    const int channels = GENERATE(1, 4);
    const Blob profile = icc_profile(channels == 1 ? "GRAY" : "CMYK");
    const Blob original = jpeg(scenery(320, 240, channels), {.segments = icc_segments(profile, 999)});
    const auto raster = prepared(order(folder.put("a.jpg", original), 200, {0.3, 0.3, 0.5, 0.5}));
    REQUIRE(raster.icc);
    CHECK(*raster.icc == profile);
    CHECK(raster.inverted == (channels == 4));
    const Canvas part = decoded(raster), whole = decoded_jpeg(original);
    const int left = static_cast<int>(raster.shows.left * 320 + 0.5),
              top = static_cast<int>(raster.shows.top * 240 + 0.5);
    CHECK(part.at(40, 40) == whole.at(left + 40, top + 40));
}

TEST_CASE("a crop that hides a tenth or less lets the JPEG through whole") {
    const Folder folder;
    const Blob original = jpeg(scenery(400, 300));
    const auto raster = prepared(order(folder.put("a.jpg", original), 200, {0.05, 0, 0.92, 1}));
    CHECK(bytes_of(raster) == original);
    CHECK(raster.shows == Region{});
}

TEST_CASE("private metadata is in no output, however it is made") {
    const Folder folder;
    const int orientation = GENERATE(1, 6);
    const double ppi = GENERATE(200.0, 600.0);
    const Region crop = GENERATE(Region{}, Region{0.2, 0.2, 0.5, 0.5});
    const std::vector<Segment> segments{exif(orientation, "SECRET by Jane Doe"),
                                        {0xFE, text("SECRET")},
                                        {0xE1, text("http://ns.adobe.com/xap/1.0/ SECRET")},
                                        {0xED, text("SECRET")}};
    const auto raster = prepared(
        order(folder.put("a.jpg", jpeg(scenery(400, 300), {.segments = segments}) + text("SECRET")), ppi, crop));
    CHECK_FALSE(contains(bytes_of(raster), "SECRET"));
    CHECK_FALSE(contains(bytes_of(raster), "Exif"));
}
