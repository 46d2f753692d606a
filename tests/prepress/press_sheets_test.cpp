#include <algorithm>

#include "catch.hpp"
#include "prepress/prepress.hpp"

using namespace brochure;
using prepress::Marks;

namespace {

Length pt(double v) {
    return Length::from_pt(v);
}

page::Publication sheet_with_folds() {
    page::Publication publication;
    publication.name = "leaflet";
    page::Page& page = publication.pages.emplace_back();
    page.trim = {pt(792), pt(612)};
    page.bleed = pt(9);
    page.folds = {pt(261), pt(526.5)};
    publication.swatches = {{"night", {18, 48, 63}, {92, 66, 50, 48}, false},
                            {"sand", {246, 239, 224}, {3, 5, 13, 0}, false}};
    return publication;
}

struct Extent {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
};
Extent extent_of(const page::Item& item) {
    Extent extent;
    for (const auto& segment : std::get<page::Path>(item).segments) {
        if (segment.kind == page::PathSegment::Kind::close) continue;
        extent.left = std::min(extent.left, segment.a.x.pt()), extent.right = std::max(extent.right, segment.a.x.pt());
        extent.top = std::min(extent.top, segment.a.y.pt()), extent.bottom = std::max(extent.bottom, segment.a.y.pt());
    }
    return extent;
}

std::vector<std::string> rules(const Diagnostics& found) {
    std::vector<std::string> names;
    for (const auto& each : found.all()) names.push_back(each.rule);
    return names;
}

const prepress::PressLimits usual{pt(9), pt(0.25), pt(6), 300, {}, "us-offset"};

}  // namespace

TEST_CASE("a printer's boxes lie in each other, the trim in the middle") {
    const auto publication = sheet_with_folds();
    const bool marked = GENERATE(false, true);
    Marks marks;
    marks.crop = marks.fold = marks.registration = marked;
    const auto sheets = prepress::press_sheets(publication, pt(9), marks);
    REQUIRE(sheets.sheets.size() == 1);
    const prepress::Sheet& sheet = sheets.sheets[0];
    CHECK(sheet.trim.width == pt(792));
    CHECK(sheet.trim.height == pt(612));
    CHECK((sheet.trim.left - sheet.bleed.left).pt() == Approx(9));
    CHECK((sheet.bleed.right() - sheet.trim.right()).pt() == Approx(9));
    CHECK((sheet.media.width - sheet.trim.right()).pt() == Approx(sheet.trim.left.pt()));
    CHECK((sheet.media.height - sheet.trim.bottom()).pt() == Approx(sheet.trim.top.pt()));
    CHECK((sheet.bleed.left.pt() > 20) == marked);
    CHECK(sheet.pages[0].clip == sheet.bleed);
    CHECK(sheet.pages[0].origin == Point{sheet.trim.left, sheet.trim.top});
    CHECK(sheet.marks.empty() != marked);
}

TEST_CASE("a printer gets no more bleed than he wants, and no more than there is") {
    const auto publication = sheet_with_folds();
    CHECK(prepress::press_sheets(publication, pt(5), {}).sheets[0].trim.left == pt(5));
    CHECK(prepress::press_sheets(publication, pt(20), {}).sheets[0].trim.left == pt(9));
}

TEST_CASE("no mark reaches into the bleed or off the sheet, and each stands where it points to") {
    const auto publication = sheet_with_folds();
    Marks marks;
    marks.crop = GENERATE(true, false);
    marks.fold = !marks.crop;
    const auto sheet = prepress::press_sheets(publication, pt(9), marks).sheets[0];
    std::vector<double> upright;
    for (const auto& item : sheet.marks) {
        const Extent e = extent_of(item);
        const bool beside = e.right <= sheet.bleed.left.pt() - 1 || e.left >= sheet.bleed.right().pt() + 1;
        const bool above = e.bottom <= sheet.bleed.top.pt() - 1 || e.top >= sheet.bleed.bottom().pt() + 1;
        CHECK((beside || above));
        CHECK(e.left >= 0);
        CHECK(e.top >= 0);
        CHECK(e.right <= sheet.media.width.pt());
        CHECK(e.bottom <= sheet.media.height.pt());
        const auto& path = std::get<page::Path>(item);
        REQUIRE(path.stroke);
        CHECK(path.stroke->swatch == prepress::registration);
        CHECK(path.element == page::artifact);
        if (e.left == e.right) upright.push_back(e.left - sheet.trim.left.pt());
    }
    for (const double x : marks.crop ? std::vector{0.0, 792.0} : std::vector{261.0, 526.5})
        CHECK(std::count_if(upright.begin(), upright.end(), [&](double v) { return std::abs(v - x) < 1e-6; }) >= 2);
}

TEST_CASE("the slug says which page of how many it is") {
    const auto publication = sheet_with_folds();
    std::string said;
    Marks marks;
    marks.slug = "leaflet-print.pdf";
    marks.set_line = [&](const std::string& words) {
        said = words;
        return std::vector<text::GlyphRun>(1);
    };
    const auto sheet = prepress::press_sheets(publication, pt(9), marks).sheets[0];
    CHECK(said == "leaflet-print.pdf \u00B7 page 1 of 1");
    REQUIRE(sheet.marks.size() == 1);
    const auto& run = std::get<page::PlacedRun>(sheet.marks[0]);
    CHECK(run.origin.y > sheet.bleed.bottom());
    CHECK(run.origin.y < sheet.media.height);
}

TEST_CASE("colour that ends at the trim is an error, colour that reaches the bleed or ends inside is none") {
    auto publication = sheet_with_folds();
    const auto ground = [&](double left, double top, double right, double bottom) {
        publication.pages[0].items = {
            page::rectangle({pt(left), pt(top), pt(right - left), pt(bottom - top)}, "night")};
        Diagnostics found;
        prepress::check_press(publication, usual, nullptr, found);
        return rules(found);
    };
    CHECK(ground(-9, -9, 801, 621).empty());
    CHECK(ground(20, 20, 700, 500).empty());
    CHECK(ground(-9, -9, 400, 300).empty());
    CHECK(ground(0, -9, 801, 621) == std::vector<std::string>{"bleed-missing"});
    CHECK(ground(-9, -9, 792, 612) == std::vector<std::string>{"bleed-missing", "bleed-missing"});
    CHECK(ground(-4, 20, 400, 300) == std::vector<std::string>{"bleed-missing"});
}

TEST_CASE("white on bare paper has no edge that a knife could miss, white on a ground or beside one has") {
    auto publication = sheet_with_folds();
    publication.swatches.push_back({"paper", {255, 255, 255}, {0, 0, 0, 0}, false});
    const auto told = [&](std::vector<page::Item> items) {
        publication.pages[0].items = std::move(items);
        Diagnostics found;
        prepress::check_press(publication, usual, nullptr, found);
        return rules(found);
    };
    const auto white = [](double left) { return page::rectangle({pt(left), pt(300), pt(60), pt(20)}, "paper"); };
    CHECK(told({white(0)}).empty());
    CHECK(told({white(1)}).empty());
    CHECK(told({page::line({pt(0), pt(300)}, {pt(60), pt(300)}, {"paper", pt(2), false})}).empty());
    CHECK(told({page::rectangle({pt(-9), pt(400), pt(810), pt(99)}, "night"), white(1)}).empty());
    const auto night = page::rectangle({pt(-9), pt(200), pt(810), pt(200)}, "night");
    CHECK(told({night, white(0)}) == std::vector<std::string>{"bleed-missing"});
    CHECK(told({night, white(1)}) == std::vector<std::string>{"near-trim"});
    CHECK(told({white(1), night}).empty());
}

TEST_CASE("a printer without bleed is warned of colour that runs to the trim, and not of what is white or inside") {
    auto publication = sheet_with_folds();
    publication.swatches.push_back({"paper", {255, 255, 255}, {}, false});
    prepress::PressLimits none = usual;
    none.bleed = {};
    const auto ground = [&](double left, double top, double right, double bottom, const char* swatch) {
        publication.pages[0].items = {page::rectangle({pt(left), pt(top), pt(right - left), pt(bottom - top)}, swatch)};
        Diagnostics found;
        prepress::check_press(publication, none, nullptr, found);
        return rules(found);
    };
    CHECK(ground(-9, -9, 801, 621, "night") == std::vector<std::string>{"no-bleed"});
    CHECK(ground(20, 20, 792, 500, "night") == std::vector<std::string>{"no-bleed"});
    CHECK(ground(20, 20, 700, 500, "night").empty());
    CHECK(ground(801, 20, 900, 500, "night").empty());
    CHECK(ground(-9, -9, 801, 621, "paper").empty());
}

TEST_CASE("what a printer cannot print well is warned of once, with a count") {
    auto publication = sheet_with_folds();
    auto& items = publication.pages[0].items;
    for (int i = 0; i < 3; ++i) items.emplace_back(page::line({pt(50), pt(50)}, {pt(90), pt(50)}, {"night", pt(0.1)}));
    page::PlacedRun small;
    small.run.size = pt(5);
    small.run.swatch = "night";
    small.run.glyphs.resize(1);
    items.emplace_back(small);
    Diagnostics found;
    prepress::PressLimits strict = usual;
    strict.ink = 240;
    strict.bleed = pt(14);
    prepress::check_press(publication, strict, nullptr, found);
    CHECK(rules(found) == std::vector<std::string>{"bleed-short", "small-type", "hairline", "ink-limit"});
    CHECK(found.all()[2].text.find("3 lines") != std::string::npos);
    CHECK(found.all()[3].text.find("256 %") != std::string::npos);
    CHECK_FALSE(found.has_errors());
}

TEST_CASE("a picture touches the grounds that it lies on and those beside it") {
    auto publication = sheet_with_folds();
    publication.pictures.resize(3);
    auto& items = publication.pages[0].items;
    const auto picture = [](std::size_t index, Rect where) { return page::PlacedPicture{index, where, where, {}}; };
    items = {page::rectangle({pt(0), pt(0), pt(400), pt(600)}, "sand"),
             page::rectangle({pt(100), pt(100), pt(200), pt(200)}, "night"),
             picture(0, {pt(20), pt(20), pt(50), pt(50)}), picture(1, {pt(300), pt(100), pt(50), pt(50)}),
             picture(2, {pt(500), pt(100), pt(50), pt(50)})};
    const auto grounds = prepress::grounds_beside(publication);
    REQUIRE(grounds.size() == 3);
    CHECK(grounds[0] == prepress::Grounds{&publication.swatches[1]});
    CHECK(grounds[1].size() == 2);
    CHECK(grounds[2].empty());
}
