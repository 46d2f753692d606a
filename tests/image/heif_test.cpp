#include "catch.hpp"
#include "fixtures.hpp"

using namespace brochure;
using namespace fixtures;
using image::Format;

namespace {

const std::filesystem::path data = std::filesystem::path{TEST_DATA} / "data";

}  // namespace

// The fixtures are quarters(96, 64): red, green / blue, white.
TEST_CASE("HEIC and AVIF are read through libheif") {
    const auto [name, format] =
        GENERATE(std::pair{"quarters.heic", Format::heif}, std::pair{"quarters.avif", Format::avif});
    const auto o = order(data / name);
    CHECK(o.photo.format == format);
    CHECK(o.photo.width == 96);
    CHECK(o.photo.height == 64);
    CHECK(o.photo.orientation == 1);
    const auto raster = prepared(o);
    CHECK(raster.filter == image::Raster::Filter::dct);
    const Canvas got = decoded(raster);
    CHECK(is_near(got.at(10, 10), {255, 0, 0}, 20));
    CHECK(is_near(got.at(85, 10), {0, 255, 0}, 20));
    CHECK(is_near(got.at(10, 55), {0, 0, 255}, 20));
    CHECK(is_near(got.at(85, 55), {255, 255, 255}, 20));
}

TEST_CASE("a HEIC that libheif turns is not turned a second time") {
    const auto o = order(data / "turned.heic");  // stored 64 x 96, with irot and an EXIF orientation that says so too
    CHECK(o.photo.width == 96);
    CHECK(o.photo.height == 64);
    CHECK(is_near(decoded(prepared(o)).at(10, 10), {255, 0, 0}, 20));
    CHECK(is_near(decoded(prepared(o)).at(85, 10), {0, 255, 0}, 20));
}

TEST_CASE("a HEIC is cropped and resampled") {
    const auto raster = prepared(order(data / "quarters.heic", 600, {0.5, 0.5, 0.5, 0.5}));
    CHECK(raster.width == 24);
    CHECK(is_near(decoded(raster).at(12, 8), {255, 255, 255}, 20));
}

TEST_CASE("a cut or damaged HEIC is an error") {
    const Folder folder;
    const Blob whole = slurp(data / "quarters.heic");
    REQUIRE(whole.size() > 200);
    for (const std::size_t n : {std::size_t{30}, std::size_t{100}, whole.size() / 2, whole.size() - 20}) {
        INFO(n);
        const auto file = folder.put("a.heic", Blob(whole.begin(), whole.begin() + n));
        CHECK(rule_for(file) == "photo-damaged");
        Diagnostics found;
        image::probe(file, {}, found);
        for (const auto& fault : found.all()) CHECK(fault.text.find('\n') == std::string::npos);
    }
}
