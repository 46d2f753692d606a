#include "image/light.hpp"

#include "catch.hpp"
#include "fixtures.hpp"

using namespace brochure;
using namespace fixtures;

namespace {

const double cream = image::luminance({0xFB, 0xF4, 0xE4});

// Night above, `day` below the middle.
Canvas halves(const Pixel& day) {
    return paint(160, 320, 3, [=](int, int y) { return y < 160 ? Pixel{0x12, 0x30, 0x3F, 0} : day; });
}

}  // namespace

TEST_CASE("contrast is what WCAG counts") {
    CHECK(image::luminance({255, 255, 255}) == Approx(1));
    CHECK(image::luminance({0, 0, 0}) == Approx(0));
    const image::Light white{1, 1, {255}};
    CHECK(image::worst_contrast(white, {}, image::luminance({0, 0, 0}), 0.05) == Approx(21));
    CHECK(image::worst_contrast(white, {}, image::luminance({0x76, 0x76, 0x76}), 0.05) == Approx(4.54).epsilon(0.01));
}

TEST_CASE("a photo's lightness is known where it lies, turned as it is seen, whatever kind of file it is") {
    const Folder folder;
    const Canvas canvas = halves({240, 240, 240, 0});
    for (const auto& file : {folder.put("a.jpg", jpeg(canvas)), folder.put("a.png", png(canvas)),
                             folder.put("p.jpg", jpeg(canvas, {.progressive = true}))}) {
        INFO(file);
        const auto light = image::light_of(probed(file), image::Cache{{}});
        REQUIRE(light);
        CHECK(light->width == 20);
        CHECK(light->height == 40);
        CHECK(image::worst_contrast(*light, {0, 0, 1, 0.45}, cream, 0.05) > 10);
        CHECK(image::worst_contrast(*light, {0, 0.55, 1, 0.45}, cream, 0.05) < 1.5);
        CHECK(image::worst_contrast(*light, {0, 0, 1, 0.6}, cream, 0.05) < 1.5);
    }
    const auto turned =
        image::light_of(probed(folder.put("t.jpg", jpeg(canvas, {.segments = {exif(6)}}))), image::Cache{{}});
    REQUIRE(turned);
    CHECK(turned->width == 40);
    CHECK(image::worst_contrast(*turned, {0.55, 0, 0.45, 1}, cream, 0.05) > 10);  // turned to the right: night there
    CHECK(image::worst_contrast(*turned, {0, 0, 0.45, 1}, cream, 0.05) < 1.5);
}

TEST_CASE("one pixel in twenty may be worse, no more") {
    image::Light sky{10, 10, std::vector<std::uint8_t>(100, 30)};
    for (std::size_t stars = 0; stars < 5; ++stars) sky.values[stars * 7] = 255;
    CHECK(image::worst_contrast(sky, {}, cream, 0.05) > 10);
    sky.values[99] = 255;
    CHECK(image::worst_contrast(sky, {}, cream, 0.05) < 1.5);
}

TEST_CASE("dark text wants a light ground") {
    const image::Light half{2, 1, {20, 230}};
    CHECK(image::worst_contrast(half, {0, 0, 0.5, 1}, 0, 0.05) < 2);
    CHECK(image::worst_contrast(half, {0.5, 0, 0.5, 1}, 0, 0.05) > 10);
}

TEST_CASE("a photo's lightness comes from the cache the second time, and from the photo when it has changed") {
    const Folder folder;
    const image::Cache cache{folder.path() / "cache"};
    const auto file = folder.put("a.jpg", jpeg(halves({240, 240, 240, 0})));
    const auto photo = probed(file);
    const auto first = image::light_of(photo, cache), second = image::light_of(photo, cache);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(second->values == first->values);
    std::size_t rasters = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(cache.folder()))
        rasters += entry.path().extension() == ".raster";
    CHECK(rasters == 1);
    folder.put("a.jpg", jpeg(halves({20, 20, 20, 0})));
    const auto changed = image::light_of(probed(file), cache);
    REQUIRE(changed);
    CHECK(changed->values != first->values);
}

TEST_CASE("a photo's lightness is that which its own profile has it seen with, in light, grey and ink") {
    const Folder folder;
    const auto grey_85 = [](int channels) {
        return paint(64, 64, channels, [](int, int) { return Pixel{85, 85, 85, 255}; });
    };
    const auto chunk = [](const Blob& profile) {
        return std::pair<std::string, Blob>{"iCCP", text({"name\0\0", 6}) + deflated(profile)};
    };
    const auto step = [&](const std::string& name, const Blob& bytes) {
        const auto light = image::light_of(probed(folder.put(name, bytes)), image::Cache{folder.path() / "cache"});
        REQUIRE(light);
        return int{light->values.front()};
    };
    // By a gamma of 1 a third of the light is left, by 1.8 what sRGB has at 107.
    for (const int channels : {1, 3}) {
        const char* const space = channels == 1 ? "GRAY" : "RGB ";
        const auto tagged = [&](double gamma) {
            return jpeg(grey_85(channels), {.segments = icc_segments(icc_profile(space, gamma), 5000)});
        };
        CHECK(step("l.jpg", tagged(1)) == Approx(156).margin(2));
        CHECK(step("m.jpg", tagged(1.8)) == Approx(105).margin(3));
        CHECK(step("p.png", png(grey_85(channels), {.chunks = {chunk(icc_profile(space, 1))}})) ==
              Approx(156).margin(2));
        CHECK(step("h.jpg", jpeg(grey_85(channels), {.segments = icc_segments(hollow_profile(space), 5000)})) ==
              Approx(85).margin(1));
        CHECK(step("n.jpg", jpeg(grey_85(channels))) == Approx(85).margin(1));
    }
    CHECK(step("a.png", png(grey_85(4), {.chunks = {chunk(icc_profile("RGB ", 1))}})) == Approx(156).margin(2));
    // As stored, 255 is no ink: a sixth of each colour, all of them a half, by this press, whose ink has no hue.
    const Canvas ink = paint(64, 64, 4, [](int, int) { return Pixel{128, 255, 255, 255}; });
    CHECK(step("i.jpg", jpeg(ink)) > 180);
    CHECK(step("j.jpg", jpeg(ink, {.segments = icc_segments(icc_profile("CMYK"), 5000)})) ==
          Approx(211).margin(4));  // L* 83
}

TEST_CASE("a photo that cannot be decoded has no lightness") {
    const Folder folder;
    auto bytes = jpeg(halves({240, 240, 240, 0}));
    image::Photo photo = probed(folder.put("a.jpg", bytes));
    folder.put("a.jpg", text("no photo any more"));
    CHECK_FALSE(image::light_of(photo, image::Cache{{}}));
}

TEST_CASE("what is transparent is known with its lightness, from the cache too, in photos and in drawings") {
    const Folder folder;
    const image::Cache cache{folder.path() / "cache"};
    const auto file = folder.put("a.png", png(paint(160, 80, 4, [](int x, int) {
                                     return x < 80 ? Pixel{0, 0, 0, 255} : Pixel{0, 0, 0, 51};
                                 })));
    const auto drawing = folder.put("a.svg", text("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"160\" "
                                                  "height=\"80\"><rect width=\"80\" height=\"80\"/></svg>"));
    for (int i = 0; i < 2; ++i) {
        const auto photo = image::light_of(probed(file), cache), drawn = image::light_of(probed(drawing), cache);
        REQUIRE(photo);
        REQUIRE(drawn);
        REQUIRE(photo->alpha.size() == photo->values.size());
        CHECK(photo->on(200, 0) == Approx(0));
        CHECK(photo->alpha.back() == 51);
        CHECK(photo->values.back() == 204);
        CHECK(photo->on(100, photo->values.size() - 1) == Approx(80));
        REQUIRE(drawn->alpha.size() == drawn->values.size());
        CHECK(drawn->on(200, 0) == Approx(0));
        CHECK(drawn->on(200, drawn->values.size() - 1) == Approx(200));
    }
}
