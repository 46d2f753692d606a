#include <algorithm>

#include "catch.hpp"
#include "fixtures.hpp"

using namespace brochure;
using namespace fixtures;

namespace {

Blob entropy_coded(const Blob& bytes) {
    std::size_t at = 0;
    segments_of(bytes, &at);
    return {bytes.begin() + at, bytes.end()};
}

bool has(const std::vector<Segment>& all, int code) {
    return std::any_of(all.begin(), all.end(), [&](const Segment& s) { return s.code == code; });
}

}  // namespace

TEST_CASE("a good JPEG goes in with its picture byte for byte") {
    const Folder folder;
    const bool progressive = GENERATE(false, true);
    const int channels = GENERATE(1, 3, 4);
    const int restarts = GENERATE(0, 1);
    const Blob original = jpeg(scenery(150, 100, channels), {.progressive = progressive, .restart_rows = restarts});
    const auto raster = prepared(order(folder.put("a.jpg", original)));
    const Blob passed = bytes_of(raster);
    CHECK(entropy_coded(passed) == entropy_coded(original));
    CHECK(decoded(raster).pixels == decoded_jpeg(original).pixels);
    CHECK(raster.shows == Region{});
    CHECK(raster.filter == image::Raster::Filter::dct);
    CHECK(raster.inverted == (channels == 4));
    CHECK(raster.icc == nullptr);
}

TEST_CASE("a passed JPEG is streamed from its file, not held") {
    const Folder folder;
    const auto raster = prepared(order(folder.put("a.jpg", jpeg(scenery(600, 400)))));
    std::uint64_t held = 0;
    for (const auto& piece : raster.data)
        if (const auto* bytes = std::get_if<image::Bytes>(&piece)) held += (*bytes)->size();
    CHECK(held < 100);
    CHECK(raster.length > 20000);
}

TEST_CASE("application and comment segments stay out, except JFIF and Adobe's") {
    const Folder folder;
    JpegOptions options{.segments = {exif(1, "GPS 35.22 N 97.44 W"),
                                     {0xFE, text("by Jane Doe")},
                                     {0xED, text("Photoshop 3.0")},
                                     {0xE1, text("http://ns.adobe.com/xap/1.0/ Jane")},
                                     {0xE0, text({"JFXX\0\x10thumb", 11})}}};
    const Blob original = jpeg(scenery(64, 64), options);
    REQUIRE(contains(original, "GPS 35.22"));
    const Blob passed = bytes_of(prepared(order(folder.put("a.jpg", original))));
    for (const char* secret : {"GPS", "Jane", "Photoshop", "JFXX", "Exif"}) CHECK_FALSE(contains(passed, secret));
    const auto segments = segments_of(passed);
    CHECK(segments[0].code == 0xE0);
    CHECK_FALSE(has(segments, 0xE1));
    CHECK_FALSE(has(segments, 0xFE));
    const auto cmyk = segments_of(bytes_of(prepared(order(folder.put("b.jpg", jpeg(scenery(64, 64, 4)))))));
    CHECK(has(cmyk, 0xEE));
}

TEST_CASE("a thumbnail in the JFIF segment is left out") {
    const Folder folder;
    Blob jfif = text({"JFIF\0\1\1\0\0\1\0\1\2\2", 14}) + text("THUMBNAIL123");
    const Blob original = jpeg(scenery(64, 64), {.jfif = false, .segments = {{0xE0, jfif}}});
    REQUIRE(contains(original, "THUMBNAIL"));
    const auto raster = prepared(order(folder.put("a.jpg", original)));
    CHECK_FALSE(contains(bytes_of(raster), "THUMBNAIL"));
    CHECK(decoded(raster).pixels == decoded_jpeg(original).pixels);
}

TEST_CASE("what follows the picture stays out: motion photos, second pictures") {
    const Folder folder;
    const Blob picture = jpeg(scenery(64, 64));
    const Blob second = jpeg(scenery(32, 32), {.segments = {exif(1, "SECRET PLACE")}});
    for (const Blob& tail : {second, text("ftypmp42 film"), Blob(1000, 0), Blob(5, 0xFF)}) {
        const auto raster = prepared(order(folder.put("a.jpg", picture + tail)));
        CHECK(bytes_of(raster) == picture);
    }
}

TEST_CASE("metadata between the scans of a progressive JPEG stays out") {
    const Folder folder;
    const Blob original = jpeg(scenery(64, 64), {.progressive = true});
    Blob marked;
    int scans = 0;
    for (std::size_t i = 0; i < original.size(); ++i) {
        if (i + 1 < original.size() && original[i] == 0xFF && original[i + 1] == 0xC4 && scans++ == 3)
            marked = marked + Blob{0xFF, 0xFE, 0, 8} + text("SECRET");
        marked.push_back(original[i]);
    }
    REQUIRE(contains(marked, "SECRET"));
    const auto raster = prepared(order(folder.put("a.jpg", marked)));
    CHECK(bytes_of(raster) == original);
}

TEST_CASE("an ICC profile becomes the raster's, however its chunks lie") {
    const Folder folder;
    const Blob profile = icc_profile("RGB ");
    auto chunks = icc_segments(profile, profile.size() / 3 + 1);
    REQUIRE(chunks.size() == 3);
    SECTION("in order") {}
    SECTION("in the wrong order") {
        std::swap(chunks[0], chunks[2]);
    }
    const auto raster = prepared(order(folder.put("a.jpg", jpeg(scenery(64, 64), {.segments = chunks}))));
    REQUIRE(raster.icc);
    CHECK(*raster.icc == profile);
    CHECK_FALSE(contains(bytes_of(raster), "ICC_PROFILE"));
}

TEST_CASE("a profile of a version that is newer than those of PDF's standards is kept for them to judge") {
    const Folder folder;
    Blob profile = icc_profile("RGB ");
    profile[8] = 5, profile[9] = 0x10;
    const auto raster =
        prepared(order(folder.put("a.jpg", jpeg(scenery(64, 64), {.segments = icc_segments(profile, 5000)}))));
    REQUIRE(raster.icc);
    CHECK(*raster.icc == profile);
}

TEST_CASE("a profile with parts missing, or of another kind of colour, is ignored with a warning") {
    const Folder folder;
    auto chunks = icc_segments(icc_profile("RGB "), 120);
    SECTION("missing") {
        chunks.erase(chunks.begin() + 1);
    }
    SECTION("twice") {
        chunks.push_back(chunks[0]);
    }
    SECTION("one in the place of another") {
        chunks[1].body[12] = 1;
    }
    SECTION("another kind") {
        chunks = icc_segments(icc_profile("CMYK"), 200);
    }
    SECTION("no tags") {
        chunks = icc_segments(hollow_profile("RGB "), 120);
    }
    SECTION("no profile") {
        chunks = icc_segments(Blob(300, 7), 120);
    }
    const auto o = order(folder.put("a.jpg", jpeg(scenery(64, 64), {.segments = chunks})));
    Diagnostics found;
    const auto raster = image::prepare(o, image::Cache{{}}, found);
    REQUIRE(raster);
    CHECK(raster->icc == nullptr);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].severity == Severity::warning);
    CHECK(found.all()[0].rule == "photo-profile");
}

TEST_CASE("RGB without a marker that says so gets Adobe's, for PDF knows RGB by no other sign") {
    const Folder folder;
    const Canvas canvas = scenery(64, 64);
    const auto raster =
        prepared(order(folder.put("a.jpg", jpeg(canvas, {.subsampled = false, .jfif = false, .rgb = true}))));
    const auto segments = segments_of(bytes_of(raster));
    REQUIRE(has(segments, 0xEE));
    CHECK(segments[0].body.back() == 0);
    CHECK(is_near(decoded(raster).at(20, 20), canvas.at(20, 20)));
}

TEST_CASE("YCCK and CMYK JPEGs keep Adobe's marker and say that they are inverted") {
    const Folder folder;
    const bool ycck = GENERATE(false, true);
    const Canvas canvas = scenery(64, 64, 4);
    const auto raster = prepared(order(folder.put("a.jpg", jpeg(canvas, {.ycck = ycck}))));
    CHECK(raster.colour == image::Colour::cmyk);
    CHECK(raster.inverted);
    const auto segments = segments_of(bytes_of(raster));
    CHECK(segments[0].code == 0xEE);
    CHECK(segments[0].body[11] == (ycck ? 2 : 0));
    CHECK(is_near(decoded(raster).at(20, 20), canvas.at(20, 20), 20));
}

TEST_CASE("stray bytes and fill between segments are passed over, as libjpeg does") {
    const Folder folder;
    const Blob original = jpeg(scenery(64, 64));
    Blob odd(original.begin(), original.begin() + 20);  // SOI and JFIF
    odd = odd + Blob{0xFF, 0xFF, 0xFF} + Blob(original.begin() + 20, original.end());
    CHECK(bytes_of(prepared(order(folder.put("a.jpg", odd)))) == original);
}

TEST_CASE("a JPEG of thousands of scans is refused, not decoded for minutes") {
    const Folder folder;
    const Blob original = jpeg(scenery(64, 64), {.progressive = true});
    std::size_t data = 0;
    const auto segments = segments_of(original, &data);
    Blob scan = Blob{0xFF, 0xDA, 0, static_cast<std::uint8_t>(segments.back().body.size() + 2)} + segments.back().body +
                Blob{1, 2, 3};
    Blob many(original.begin(), original.end() - 2);
    for (int i = 0; i < 2000; ++i) many = many + scan;
    CHECK(rule_for(folder.put("a.jpg", many + Blob{0xFF, 0xD9})) == "photo-damaged");
}

TEST_CASE("the same picture has the same identity whatever was written around it") {
    const Folder folder;
    const Canvas canvas = scenery(64, 64);
    const auto a = prepared(order(folder.put("a.jpg", jpeg(canvas))));
    const auto b = prepared(order(folder.put("b.jpg", jpeg(canvas, {.segments = {{0xFE, text("comment")}}}))));
    const auto c = prepared(order(folder.put("c.jpg", jpeg(canvas, {.quality = 94}))));
    CHECK(a.identity == b.identity);
    CHECK(a.identity != c.identity);
}
