#include "image/press.hpp"

#include <cstdio>
#include <thread>

#include "catch.hpp"
#include "fixtures.hpp"

using namespace brochure;
using namespace brochure::image;
using namespace fixtures;

namespace {

constexpr const char* profile_file = "/usr/share/texlive/texmf-dist/tex/generic/colorprofiles/FOGRA39L_coated.icc";

std::shared_ptr<const Press> press(double limit = 300) {
    if (!std::filesystem::exists(profile_file)) {
        std::puts("not run: photos in a printer's inks (no texlive-base here)");
        return nullptr;
    }
    auto made = Press::make(slurp(profile_file), Press::Intent::relative_bpc, limit);
    REQUIRE(made);
    return made;
}

std::array<std::uint8_t, 4> ink_of(const PressRows& rows, std::array<std::uint8_t, 3> colour) {
    std::array<std::uint8_t, 4> ink{};
    rows.convert(colour.data(), ink.data(), 1);
    return ink;
}

double total(const Canvas& canvas, int x, int y) {
    const Pixel ink = canvas.at(x, y);
    return (ink[0] + ink[1] + ink[2] + ink[3]) / 2.55;
}

}  // namespace

TEST_CASE("ink over the limit is taken off the colours evenly, and black stays") {
    std::array<std::uint8_t, 8> row{200, 150, 100, 255, 100, 50, 25, 10};
    limit_ink(row.data(), 2, 480);
    CHECK(row[3] == 255);
    CHECK(row[0] + row[1] + row[2] <= 225);
    CHECK(row[0] + row[1] + row[2] >= 222);
    CHECK(row[0] == Approx(2 * row[2]).margin(1.5));
    CHECK(std::vector<int>(row.begin() + 4, row.end()) == std::vector<int>{100, 50, 25, 10});
    std::array<std::uint8_t, 4> dark{10, 10, 10, 255};
    limit_ink(dark.data(), 1, 200);
    CHECK(dark == std::array<std::uint8_t, 4>{0, 0, 0, 255});
}

TEST_CASE("only a profile of a printer with CMYK inks makes a press") {
    CHECK_FALSE(Press::make({}, Press::Intent::perceptual, 300));
    CHECK_FALSE(Press::make(icc_profile("RGB "), Press::Intent::perceptual, 300));
    CHECK_FALSE(Press::make(icc_profile("CMYK"), Press::Intent::perceptual, 300));
}

TEST_CASE("a press profile of an unknown version, or without its tables, is refused with the reason") {
    if (!press()) return;
    const Blob good = slurp(profile_file);
    CHECK(why_no_press(good).empty());
    const auto why_not = [&](std::size_t at, std::uint8_t byte) {
        Blob other = good;
        other[at] = byte;
        CHECK((Press::make(other, Press::Intent::relative_bpc, 300) != nullptr) == why_no_press(other).empty());
        return why_no_press(other);
    };
    CHECK(why_not(8, 4).empty());
    CHECK(why_not(8, 5).find("version 5") != std::string::npos);
    CHECK(why_not(12, 's').find("not one of a printer") != std::string::npos);
    const auto without = [&](std::string_view tags) {
        Blob other = good;
        for (std::size_t at = 128; at + 3 < 500; ++at)
            if (std::equal(tags.begin(), tags.end(), other.begin() + static_cast<std::ptrdiff_t>(at))) other[at] = 'z';
        CHECK_FALSE(Press::make(other, Press::Intent::relative_bpc, 300));
        return why_no_press(other);
    };
    CHECK(without("A2B").find("(A2B)") != std::string::npos);
    CHECK(without("B2A").find("(B2A)") != std::string::npos);
}

TEST_CASE("a photo comes in ink, within the limit, at every pixel") {
    const auto ours = press(240);
    if (!ours) return;
    const Folder folder;
    const auto file = folder.put("a.jpg", jpeg(paint(320, 240, 3, [](int x, int y) {
                                     return Pixel{x / 4, y / 4, (x + y) / 12, 0};
                                 })));
    Order order = fixtures::order(file, 300);
    order.press = ours;
    const Raster raster = prepared(order);
    CHECK(raster.colour == Colour::cmyk);
    CHECK_FALSE(raster.icc);
    CHECK_FALSE(raster.inverted);
    const Canvas canvas = decoded(raster);
    REQUIRE(canvas.channels == 4);
    double most = 0;
    for (int y = 0; y < canvas.height; ++y)
        for (int x = 0; x < canvas.width; ++x) most = std::max(most, total(canvas, x, y));
    CHECK(most <= 241);
    CHECK(most > 200);
    CHECK(raster.ink == Approx(most).margin(4));  // as it was before JPEG rounded it
}

TEST_CASE("presses that convert alike share a raster in the cache, others do not") {
    const auto one = press(), same = press(), other = press(260);
    if (!one) return;
    CHECK(one->identity() == same->identity());
    CHECK(one->identity() != other->identity());
    const Folder folder;
    Order order = fixtures::order(folder.put("a.jpg", jpeg(scenery(64, 64))), 300);
    const Raster light = prepared(order);
    order.press = one;
    const Raster ink = prepared(order);
    order.press = other;
    const Raster less = prepared(order);
    CHECK(light.identity != ink.identity);
    CHECK(less.identity != ink.identity);
    // Kept on disk, it comes back as it was made.
    const Cache cache{folder.path() / "cache"};
    Diagnostics found;
    prepare(order, cache, found);
    const auto again = prepare(order, cache, found);
    REQUIRE(again);
    CHECK(again->colour == Colour::cmyk);
    CHECK(bytes_of(*again) == bytes_of(less));
    CHECK(less.ink > 0);
    CHECK(again->ink == less.ink);
    CHECK(light.ink == 0);
}

TEST_CASE("a grey photo stays one channel, darker grey being more black ink") {
    const auto ours = press();
    if (!ours) return;
    const Folder folder;
    Order order = fixtures::order(folder.put("a.png", png(paint(256, 2, 1,
                                                                [](int x, int) {
                                                                    return Pixel{x, 0, 0, 0};
                                                                }))),
                                  300);
    order.press = ours;
    const Raster raster = prepared(order);
    CHECK(raster.colour == Colour::grey);
    const Canvas canvas = decoded(raster);
    CHECK(raster.ink == Approx(100));
    CHECK(canvas.at(0, 0)[0] == 0);      // all the ink there is
    CHECK(canvas.at(255, 0)[0] == 255);  // paper
    for (int x = 1; x < 256; ++x) CHECK(canvas.at(x, 0)[0] >= canvas.at(x - 1, 0)[0]);
}

TEST_CASE("what is grey in a drawing is black ink alone, what is white is paper") {
    const auto ours = press();
    if (!ours) return;
    const PressRows photo{*ours, 3, nullptr, false, false}, drawing{*ours, 3, nullptr, false, true};
    CHECK(ink_of(photo, {0, 0, 0})[0] > 0);
    CHECK(ink_of(drawing, {0, 0, 0}) == std::array<std::uint8_t, 4>{0, 0, 0, 255});
    CHECK(ink_of(drawing, {255, 255, 255}) == std::array<std::uint8_t, 4>{});
    CHECK(ink_of(drawing, {200, 40, 40}) == ink_of(photo, {200, 40, 40}));
}

TEST_CASE("a colour that the page beside prints as a swatch comes in the swatch's ink, and near it nearly") {
    const auto ours = press();
    if (!ours) return;
    const std::array<std::uint8_t, 4> build{235, 168, 128, 122};
    const PressRows plain{*ours, 3, nullptr, false, false},
        matched{*ours, 3, nullptr, false, false, {{{18, 48, 63}, build}}};
    CHECK(ink_of(matched, {18, 48, 63}) == build);
    CHECK(ink_of(plain, {18, 48, 63}) != build);
    CHECK(ink_of(matched, {120, 48, 63}) == ink_of(plain, {120, 48, 63}));
    // From the swatch on there is no step.
    for (int c = 0; c < 4; ++c) {
        int before = ink_of(matched, {18, 48, 63})[static_cast<std::size_t>(c)];
        for (int red = 19; red < 80; ++red) {
            const int now = ink_of(matched, {static_cast<std::uint8_t>(red), 48, 63})[static_cast<std::size_t>(c)];
            CHECK(std::abs(now - before) <= 8);
            before = now;
        }
    }
}

TEST_CASE("one press serves many threads") {
    const auto ours = press();
    if (!ours) return;
    std::vector<std::array<std::uint8_t, 4>> inks(8);
    {
        std::vector<std::jthread> threads;
        for (auto& ink : inks)
            threads.emplace_back([&ink, &ours] { ink = ink_of({*ours, 3, nullptr, false, false}, {90, 120, 30}); });
    }
    for (const auto& ink : inks) CHECK(ink == inks[0]);
}

TEST_CASE("inks send back the less light the more there is of them, and paper all of it") {
    const auto on = press();
    if (!on) return;
    CHECK(on->version() == Approx(2).margin(0.99));
    CHECK(on->luminance_of({0, 0, 0, 0}) == Approx(1).margin(0.005));
    CHECK(on->luminance_of({0, 0, 0, 8}) == Approx(0.86).margin(0.04));
    CHECK(on->luminance_of({0, 0, 0, 100}) == Approx(0.02).margin(0.015));
    CHECK(on->luminance_of({0, 95, 100, 20}) < on->luminance_of({0, 40, 92, 0}));
    CHECK(on->luminance_of({0, 0, 0, 8}) == on->luminance_of({0, 0, 0, 8}));
}

TEST_CASE("ink with the profile of the press keeps its build, within the limit") {
    const auto ours = press(280);
    if (!ours) return;
    const PressRows rows{*ours, 4, ours->profile(), false, false};
    const std::array<std::uint8_t, 8> row{0, 0, 0, 200, 255, 255, 255, 255};
    std::array<std::uint8_t, 8> ink{};
    rows.convert(row.data(), ink.data(), 2);
    CHECK(std::equal(row.begin(), row.begin() + 4, ink.begin()));
    CHECK(ink[4] + ink[5] + ink[6] + ink[7] <= 280 * 2.55);
}
