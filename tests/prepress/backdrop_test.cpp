#include "prepress/backdrop.hpp"

#include <array>

#include "catch.hpp"
#include "image/flate.hpp"
#include "image/redraw.hpp"

using namespace brochure;

namespace {

using Ink = std::array<int, 4>;

Length pt(double v) {
    return Length::from_pt(v);
}
Rect rect(double left, double top, double width, double height) {
    return {pt(left), pt(top), pt(width), pt(height)};
}

image::Raster raster(int width, int height, int channels, const std::vector<std::uint8_t>& bytes) {
    image::FlateWriter writer{width, channels};
    for (int y = 0; y < height; ++y) writer.write(&bytes[static_cast<std::size_t>(y * width * channels)]);
    return image::in_memory(image::Raster::Filter::flate, writer.finish(), width, height, channels);
}

// A photo of two pixels, cyan and magenta, and a logo of four by four, black, half clear all over.
struct Page {
    page::Publication publication;
    std::vector<image::Raster> rasters;
    page::Page& page;

    Page() : page{publication.pages.emplace_back()} {
        page.trim = {pt(100), pt(100)};
        publication.swatches = {{"night", {}, {90, 60, 50, 40}, false}, {"ink", {}, {0, 0, 0, 100}, true}};
        publication.pictures.resize(2);
        rasters.push_back(raster(2, 1, 4, {255, 0, 0, 0, 0, 255, 0, 0}));
        rasters.push_back(raster(4, 4, 1, std::vector<std::uint8_t>(16, 0)));
        rasters[1].soft_mask =
            std::make_shared<const image::Raster>(raster(4, 4, 1, std::vector<std::uint8_t>(16, 128)));
        rasters[1].identity = 1;
    }
    void put(page::Item item) { page.items.push_back(std::move(item)); }
    void photo(const Rect& where) { put(page::PlacedPicture{0, where, where, {}}); }
    void logo(const Rect& where) { put(page::PlacedPicture{1, where, where, {}}); }

    Ink below(double x, double y) {
        prepress::InkOfPictures pictures{rasters};
        const auto pixels =
            prepress::backdrop(publication, page, page.items.size(), rect(0, 0, 100, 100), 100, 100, rasters, pictures);
        const std::uint8_t* const at = pixels.at(static_cast<int>(x), static_cast<int>(y));
        return {at[0], at[1], at[2], at[3]};
    }
};

const Ink paper{0, 0, 0, 0}, night{230, 153, 128, 102}, cyan{255, 0, 0, 0}, magenta{0, 255, 0, 0};

}  // namespace

TEST_CASE("below a picture is what was painted last, edge by edge") {
    Page page;
    page.put(page::rectangle(rect(10, 10, 40, 40), "night"));
    page.photo(rect(30, 30, 40, 40));
    CHECK(page.below(5, 5) == paper);
    CHECK(page.below(9, 20) == paper);
    CHECK(page.below(10, 20) == night);
    CHECK(page.below(29, 40) == night);
    CHECK(page.below(30, 40) == cyan);
    CHECK(page.below(49, 40) == cyan);
    CHECK(page.below(50, 40) == magenta);
    CHECK(page.below(69, 69) == magenta);
    CHECK(page.below(70, 69) == paper);
}

TEST_CASE("a cropped photo lies where its crop is, and shows no farther than its clip") {
    Page page;
    page.publication.pictures[0].crop = {0.5, 0, 0.5, 1};
    page.put(page::PlacedPicture{0, rect(20, 20, 40, 40), rect(20, 20, 10, 40), {}});
    CHECK(page.below(25, 30) == magenta);
    CHECK(page.below(35, 30) == paper);
    CHECK(page.below(15, 30) == paper);
}

TEST_CASE("shapes are filled by the rule that they name, within their clip") {
    Page page;
    page::Path ring = page::rectangle(rect(10, 10, 60, 60), "night");
    const page::Path hole = page::rectangle(rect(30, 30, 20, 20), "night");
    ring.segments.insert(ring.segments.end(), hole.segments.begin(), hole.segments.end());
    ring.even_odd = true;
    ring.clip = rect(0, 0, 60, 100);
    page.put(ring);
    CHECK(page.below(20, 20) == night);
    CHECK(page.below(40, 40) == paper);
    CHECK(page.below(65, 20) == paper);
    page.page.items.clear();
    ring.even_odd = false;
    page.put(ring);
    CHECK(page.below(40, 40) == night);
}

TEST_CASE("a line covers its weight, and black that overprints leaves the inks below it") {
    Page page;
    page.put(page::rectangle(rect(0, 0, 100, 50), "night"));
    page.put(page::line({pt(20), pt(40)}, {pt(80), pt(40)}, {"ink", pt(6)}));
    CHECK(page.below(50, 36) == night);
    CHECK(page.below(50, 37) == Ink{230, 153, 128, 255});
    CHECK(page.below(50, 42) == Ink{230, 153, 128, 255});
    CHECK(page.below(50, 43) == night);
    CHECK(page.below(85, 40) == night);
}

TEST_CASE("a logo that shines through is mixed with what lies under each of its pixels") {
    Page page;
    page.put(page::rectangle(rect(0, 0, 100, 30), "night"));
    page.photo(rect(0, 50, 100, 50));
    page.logo(rect(40, 20, 20, 80));
    auto flat = page.rasters;
    prepress::flatten(page.publication, flat);
    CHECK_FALSE(flat[0].soft_mask);
    CHECK_FALSE(flat[1].soft_mask);
    const auto pixels = image::unpack_ink(flat[1]);
    REQUIRE(pixels);
    const auto at = [&](int x, int y) {
        const std::uint8_t* const p = pixels->at(x, y);
        return Ink{p[0], p[1], p[2], p[3]};
    };
    CHECK(at(0, 0) == Ink{0, 0, 0, 128});  // half black on paper: the middles of its pixels are at 30, 50, 70, 90
    CHECK(at(0, 2) == Ink{127, 0, 0, 128});
    CHECK(at(3, 3) == Ink{0, 127, 0, 128});
    page.page.items.pop_back();
    page.logo(rect(40, 0, 20, 24));
    flat = page.rasters;
    prepress::flatten(page.publication, flat);
    CHECK(int{image::unpack_ink(flat[1])->at(0, 0)[0]} == 115);
}
