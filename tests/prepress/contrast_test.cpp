#include "prepress/contrast.hpp"
#include "catch.hpp"

using namespace brochure;

namespace {

Length pt(double v) {
    return Length::from_pt(v);
}
Rect rect(double left, double top, double width, double height) {
    return {pt(left), pt(top), pt(width), pt(height)};
}

// A photo of ten pixels by ten, all of one lightness.
std::shared_ptr<image::Light> light(std::uint8_t value) {
    return std::make_shared<image::Light>(image::Light{10, 10, std::vector<std::uint8_t>(100, value)});
}

// A page of 400 pt by 600 pt and what is painted on it; text stands at (100, 300), 100 pt long.
struct Sheet {
    page::Publication publication;
    Diagnostics found;
    int weight = 400;
    std::shared_ptr<const image::Light> seen = light(255);
    mutable int asked = 0;

    Sheet() {
        publication.name = "book";
        publication.swatches = {{"black", {0, 0, 0}, {}, false},
                                {"grey", {0x77, 0x77, 0x77}, {}, false},        // 4.48:1 on white
                                {"dark-grey", {0x76, 0x76, 0x76}, {}, false},   // 4.54:1
                                {"light-grey", {0x95, 0x95, 0x95}, {}, false},  // 2.98:1
                                {"white", {255, 255, 255}, {}, false}};
        publication.pages.resize(2);
        for (page::Page& page : publication.pages) page.trim = {pt(400), pt(600)};
    }
    std::vector<page::Item>& items() { return publication.pages[1].items; }
    void say(const std::string& swatch, double size = 10, int line = 5) {
        page::PlacedRun placed;
        placed.origin = {pt(100), pt(300)};
        placed.run.size = pt(size);
        placed.run.swatch = swatch;
        placed.run.advance = pt(100);
        placed.run.glyphs.resize(4);
        placed.run.text = "Good morning ";
        placed.run.where = {FileId{0}, line, 1};
        items().emplace_back(placed);
    }
    void panel(const Rect& where, const std::string& swatch) { items().emplace_back(page::rectangle(where, swatch)); }
    page::Picture& photo(const Rect& where) {
        items().emplace_back(page::PlacedPicture{publication.pictures.size(), where, where, {}});
        return publication.pictures.emplace_back();
    }
    std::size_t faults() {
        found = {};
        prepress::check_contrast(publication,
                                 {[this](text::FaceId) { return weight; },
                                  [this](const image::Photo&) {
                                      ++asked;
                                      return seen;
                                  }},
                                 found);
        return found.count(Severity::error);
    }
};

}  // namespace

TEST_CASE("a text without contrast is an error that names page, text, ratio and line") {
    Sheet sheet;
    sheet.say("grey");
    REQUIRE(sheet.faults() == 1);
    const Diagnostic& one = sheet.found.all()[0];
    CHECK(one.rule == "low-contrast");
    CHECK(one.text ==
          "\"Good morning\" on page 2 of book has a contrast of 4.4:1 to what is behind it, and needs 4.5:1");
    CHECK(one.where.line == 5);
}

TEST_CASE("4.5:1 will do, and for large letters 3:1: 18 points, or 14 and bold") {
    Sheet sheet;
    SECTION("just enough") {
        sheet.say("dark-grey");
        CHECK(sheet.faults() == 0);
    }
    SECTION("18 points") {
        sheet.say("grey", 18);
        CHECK(sheet.faults() == 0);
    }
    SECTION("17.9 points") {
        sheet.say("grey", 17.9);
        CHECK(sheet.faults() == 1);
    }
    SECTION("14 points, bold and not") {
        sheet.say("grey", 14);
        CHECK(sheet.faults() == 1);
        sheet.weight = 700;
        CHECK(sheet.faults() == 0);
    }
    SECTION("13.9 points, bold") {
        sheet.weight = 700;
        sheet.say("grey", 13.9);
        CHECK(sheet.faults() == 1);
    }
    SECTION("large and less than 3:1") {
        sheet.say("light-grey", 40);
        CHECK(sheet.faults() == 1);
    }
}

TEST_CASE("what counts is the topmost of what was painted before") {
    Sheet sheet;
    const Rect all = rect(0, 0, 400, 600);
    SECTION("a panel behind the text") {
        sheet.panel(all, "black");
        sheet.say("white");
        CHECK(sheet.faults() == 0);
    }
    SECTION("a panel behind a panel") {
        sheet.panel(all, "black");
        sheet.panel(all, "white");
        sheet.say("white");
        CHECK(sheet.faults() == 1);
    }
    SECTION("a panel painted later") {
        sheet.say("black");
        sheet.panel(all, "black");
        CHECK(sheet.faults() == 0);
    }
    SECTION("a panel beside the text") {
        sheet.panel(rect(0, 0, 400, 290), "black");
        sheet.say("black");
        CHECK(sheet.faults() == 0);
    }
    SECTION("a panel behind a fifth of the text") {
        sheet.panel(rect(180, 0, 100, 600), "black");
        sheet.say("black");
        CHECK(sheet.faults() == 1);
    }
    SECTION("a panel behind less than a twentieth of it") {
        sheet.panel(rect(197, 0, 100, 600), "black");
        sheet.say("black");
        CHECK(sheet.faults() == 0);
    }
    SECTION("no text, no fault") {
        sheet.panel(all, "grey");
        CHECK(sheet.faults() == 0);
    }
}

TEST_CASE("a shape is behind the text only where it is painted") {
    Sheet sheet;
    using Kind = page::PathSegment::Kind;
    const auto disc = [&](double radius, bool ring) {
        page::Path path;
        path.fill = "black";
        path.even_odd = ring;
        const auto add = [&](double r) {
            const double k = r * 0.5523, x = 150, y = 297;
            path.segments.push_back({Kind::move, {pt(x + r), pt(y)}, {}, {}});
            path.segments.push_back({Kind::curve, {pt(x + r), pt(y + k)}, {pt(x + k), pt(y + r)}, {pt(x), pt(y + r)}});
            path.segments.push_back({Kind::curve, {pt(x - k), pt(y + r)}, {pt(x - r), pt(y + k)}, {pt(x - r), pt(y)}});
            path.segments.push_back({Kind::curve, {pt(x - r), pt(y - k)}, {pt(x - k), pt(y - r)}, {pt(x), pt(y - r)}});
            path.segments.push_back({Kind::curve, {pt(x + k), pt(y - r)}, {pt(x + r), pt(y - k)}, {pt(x + r), pt(y)}});
            path.segments.push_back({Kind::close, {}, {}, {}});
        };
        add(radius);
        if (ring) add(60);
        sheet.items().emplace_back(path);
    };
    SECTION("within a disc") {
        disc(60, false);
        sheet.say("white");
        CHECK(sheet.faults() == 0);
    }
    SECTION("the disc is smaller than the text") {
        disc(30, false);
        sheet.say("white");
        CHECK(sheet.faults() == 1);
    }
    SECTION("within the hole of a ring") {
        disc(90, true);
        sheet.say("black");
        CHECK(sheet.faults() == 0);
    }
    SECTION("a line is not behind it") {
        sheet.items().emplace_back(page::line({pt(0), pt(297)}, {pt(400), pt(297)}, {"black", pt(1), false}));
        sheet.say("black");
        CHECK(sheet.faults() == 0);
    }
}

TEST_CASE("over a photo its own pixels count, those of the part that is behind the text") {
    Sheet sheet;
    SECTION("light and dark") {
        sheet.photo(rect(0, 0, 400, 600));
        sheet.say("black");
        CHECK(sheet.faults() == 0);
        sheet.seen = light(40);
        CHECK(sheet.faults() == 1);
    }
    SECTION("the crop decides which pixels") {
        auto half = light(255);
        std::fill(half->values.begin() + 50, half->values.end(), std::uint8_t{0});  // the lower half is black
        sheet.seen = half;
        auto& photo = sheet.photo(rect(0, 0, 400, 600));
        sheet.say("black");
        photo.crop = {0, 0, 1, 0.5};
        CHECK(sheet.faults() == 0);
        photo.crop = {0, 0.5, 1, 0.5};
        CHECK(sheet.faults() == 1);
    }
    SECTION("somebody has looked already") {
        sheet.photo(rect(0, 0, 400, 600)).photo.light = light(0);
        sheet.say("black");
        CHECK(sheet.faults() == 1);
        CHECK(sheet.asked == 0);
    }
    SECTION("nobody knows") {
        sheet.photo(rect(0, 0, 400, 600));
        sheet.say("black");
        sheet.seen = nullptr;
        CHECK(sheet.faults() == 0);
    }
    SECTION("photos without text are not looked at") {
        sheet.photo(rect(0, 0, 400, 200));
        sheet.say("black");
        CHECK(sheet.faults() == 0);
        CHECK(sheet.asked == 0);
    }
    SECTION("a drawing lets through what is behind it") {
        sheet.panel(rect(0, 0, 400, 600), "black");
        sheet.photo(rect(0, 0, 400, 600)).photo.format = image::Format::svg;
        sheet.say("white");
        auto nothing = light(255);
        nothing->alpha.assign(100, 0);
        sheet.seen = nothing;
        CHECK(sheet.faults() == 0);
        std::fill(nothing->alpha.begin(), nothing->alpha.end(), std::uint8_t{255});
        CHECK(sheet.faults() == 1);  // white is drawn
        sheet.seen = nullptr;
        CHECK(sheet.faults() == 0);  // nobody knows
    }
}

TEST_CASE("bands of a photo that run through large letters are seen, wherever they lie") {
    Sheet sheet;
    // Half a point to a row of pixels. The letters' height is from 255.2 pt to 300 pt.
    const auto banded = [&](std::initializer_list<std::pair<double, double>> bands, bool upright = false) {
        auto all = std::make_shared<image::Light>(image::Light{240, 100, std::vector<std::uint8_t>(24000, 0)});
        for (const auto& [from, to] : bands)
            for (int y = 0; y < 100; ++y)
                for (int x = 0; x < 240; ++x)
                    if (const double at = upright ? 90 + x / 2.0 : 250 + y / 2.0; at >= from && at < to)
                        all->values[static_cast<std::size_t>(y * 240 + x)] = 255;
        sheet.seen = all;
    };
    sheet.photo(rect(90, 250, 120, 50)).crop = {0, 0, 1, 1};
    sheet.say("white", 64);
    SECTION("none") {
        banded({});
        CHECK(sheet.faults() == 0);
    }
    SECTION("two, between a sixth, a half and five sixths of the height") {
        banded({{264, 276}, {279, 291}});
        CHECK(sheet.faults() == 1);
    }
    SECTION("one of 5 pt") {
        banded({{268, 273}});
        CHECK(sheet.faults() == 1);
    }
    SECTION("upright, of 6 pt, within a quarter of the letters' size") {
        banded({{109, 115}}, true);
        CHECK(sheet.faults() == 1);
    }
    SECTION("less than a twentieth") {
        banded({{268, 269.5}});
        CHECK(sheet.faults() == 0);
    }
}

TEST_CASE("a photo with transparent parts is judged as it is mixed with what lies below it") {
    Sheet sheet;
    const auto clear = [&](std::uint8_t value, std::uint8_t alpha) {
        // `value` is of the photo on white, as it is known.
        auto made = light(static_cast<std::uint8_t>((value * alpha + 255 * (255 - alpha)) / 255));
        made->alpha.assign(100, alpha);
        sheet.seen = made;
    };
    const auto say = [&](const std::string& ground) {
        sheet.panel(rect(0, 0, 400, 600), ground);
        sheet.photo(rect(0, 0, 400, 600)).photo.alpha = true;
        sheet.say("white");
        return sheet.faults();
    };
    SECTION("white that hides all") {
        clear(255, 255);
        CHECK(say("black") == 1);
    }
    SECTION("black that hides all") {
        clear(0, 255);
        CHECK(say("white") == 0);
    }
    SECTION("nothing is there") {
        clear(255, 0);
        CHECK(say("black") == 0);
    }
    SECTION("half of a white on black is a grey that is too light") {
        clear(255, 128);
        REQUIRE(say("black") == 1);
        CHECK(sheet.found.all()[0].text.find("of 3.9:1 to") != std::string::npos);  // white on #808080: 3.95
    }
    SECTION("half of a black on white is the same grey") {
        clear(0, 128);
        CHECK(say("white") == 1);
    }
    SECTION("a little white on black does no harm") {
        clear(255, 60);
        CHECK(say("black") == 0);
    }
}

TEST_CASE("in a printer's inks a text is judged by its build of inks, and the finding says so") {
    Sheet sheet;
    sheet.say("black");
    double black = 0.85;
    const auto look = [&] {
        sheet.found = {};
        return prepress::check_contrast(
            sheet.publication,
            {[](text::FaceId) { return 400; }, [](const image::Photo&) { return nullptr; },
             [&](const Swatch& swatch) { return swatch.name == "black" ? black : image::luminance(swatch.srgb); }},
            sheet.found);
    };
    black = 0.18;
    CHECK(look().contrast == Approx(1.05 / 0.23));
    CHECK(sheet.found.all().empty());
    black = 0.29;  // 3.1:1
    look();
    REQUIRE(sheet.found.all().size() == 1);
    CHECK(sheet.found.all()[0].severity == Severity::warning);
    black = 0.85;
    CHECK(look().contrast == Approx(1.05 / 0.9));
    REQUIRE(sheet.found.all().size() == 1);
    CHECK(sheet.found.all()[0].severity == Severity::error);
    CHECK(sheet.found.all()[0].text.find("in the printer's inks has a contrast of 1.1:1") != std::string::npos);
    CHECK(sheet.found.all()[0].hint.find("'black'") != std::string::npos);
}

TEST_CASE("a paragraph is named once for each page, with its worst place") {
    Sheet sheet;
    sheet.say("grey");
    sheet.panel(rect(0, 0, 400, 600), "grey");
    sheet.say("grey");
    REQUIRE(sheet.faults() == 1);
    CHECK(sheet.found.all()[0].text.find("1.0:1") != std::string::npos);
    sheet.say("grey", 10, 6);
    CHECK(sheet.faults() == 2);
}
