#include "prepress/preflight.hpp"

#include <algorithm>

#include "catch.hpp"
#include "image/flate.hpp"
#include "image/redraw.hpp"
#include "prepress/check_codes.hpp"

using namespace brochure;
using namespace brochure::prepress;

namespace {

Length pt(double value) {
    return Length::from_pt(value);
}

double capitals(const text::GlyphRun& run) {
    return run.size.pt() * 0.7;
}

/// A sheet of one page, 400 x 300 points, folded in the middle, with a line of text, a rule and a QR code.
struct Leaf {
    page::Publication publication;
    std::vector<image::Raster> rasters;

    Leaf() {
        publication.name = "leaf";
        publication.swatches = {{"ink", {}, {0, 0, 0, 100}, true}, {"night", {}, {90, 60, 20, 60}, false}};
        publication.pages.resize(1);
        page().trim = {pt(400), pt(300)};
        page().bleed = pt(9);
        page().folds = {pt(200)};
        publication.structure.resize(3);
        publication.structure[0].role = page::Role::document;
        publication.structure[1].role = page::Role::p;
        publication.structure[2].role = page::Role::figure;
        for (int i : {1, 2}) publication.structure[static_cast<std::size_t>(i)].parent = {0};
        code().alt = "QR code";
        code().box = Rect{pt(300), pt(100), pt(66), pt(66)};
        code().code = page::Code{pt(2), pt(8)};
        add_text(30, 212, 120);
        page().items.emplace_back(page::line({pt(20), pt(50)}, {pt(90), pt(50)}, {"night", pt(0.4), false}));
        page().items.emplace_back(page::rectangle({pt(308), pt(108), pt(50), pt(50)}, "ink", {2}));
    }
    page::Page& page() { return publication.pages[0]; }
    page::Element& code() { return publication.structure[2]; }
    void add_text(double left, double baseline, double width, double size = 7) {
        page::PlacedRun placed{{pt(left), pt(baseline)}, {}, {1}};
        placed.run.face = {0};
        placed.run.size = pt(size);
        placed.run.swatch = "ink";
        placed.run.advance = pt(width);
        placed.run.glyphs.resize(1);
        page().items.emplace_back(std::move(placed));
    }
    Preflight report(std::optional<PressLimits> press = {}) const {
        Circumstances about;
        about.rasters = &rasters;
        about.name_of = [](text::FaceId) { return "Serif-Regular"; };
        about.path_of = [](const image::Photo& photo) { return photo.file.string(); };
        about.contrast = {7, 4.5, 1, {}};
        about.safe = pt(18);
        about.press = std::move(press);
        about.standards = {"PDF/X-4"};
        return preflight(single_pages(publication, about.press ? Edition::print : Edition::screen),
                         survey(publication, capitals), about);
    }
};

PressLimits press() {
    return {pt(9), pt(0.25), pt(6), 280, {}, "town"};
}

const Rule& rule(const Preflight& report, const std::string& name) {
    const auto at =
        std::find_if(report.rules.begin(), report.rules.end(), [&](const Rule& each) { return each.name == name; });
    REQUIRE(at != report.rules.end());
    return *at;
}

void check_measured(const Preflight& report, const char* name, double measured, double limit) {
    INFO(name);
    const Rule& one = rule(report, name);
    CHECK(one.verdict == Verdict::passed);
    REQUIRE(one.measured);
    CHECK(*one.measured == Approx(measured));
    REQUIRE(one.limit);
    CHECK(*one.limit == Approx(limit));
}

}  // namespace

TEST_CASE("a preflight measures what stands on the pages against what the printer takes") {
    const Preflight report = Leaf{}.report(press());
    check_measured(report, "bleed", 9, 9);
    check_measured(report, "safe-zone", 30, 18);
    check_measured(report, "folds", 50, 9);
    check_measured(report, "ink", 230, 280);
    check_measured(report, "line", 0.4, 0.25);
    check_measured(report, "type", 7, 6);
    check_measured(report, "contrast", 7, 4.5);
    check_measured(report, "codes", pt(2).mm(), 0.8);
    CHECK(rule(report, "boxes").verdict == Verdict::passed);
    CHECK(rule(report, "resolution").verdict == Verdict::not_applicable);
    REQUIRE(report.boxes.size() == 1);
    CHECK(report.boxes[0].media == Size{pt(418), pt(318)});
    CHECK(report.boxes[0].trim == Rect{pt(9), pt(9), pt(400), pt(300)});
    REQUIRE(report.fonts.size() == 1);
    CHECK(report.fonts[0].name == "Serif-Regular");
    CHECK(report.overprint == std::vector<std::string>{"ink"});
    CHECK(report.figures == 1);
    CHECK(report.clean());
}

TEST_CASE("the photo with the most ink is measured, with its place, and one over the limit is told of") {
    Leaf leaf;
    for (const double ink : {120.0, 270.0}) {
        leaf.publication.pictures.push_back({{}, {0, 0, 1, 1}, {pt(50), pt(40)}});
        leaf.rasters.emplace_back().ink = ink;
        const Rect place{pt(10 + ink), pt(60), pt(50), pt(40)};
        leaf.page().items.emplace_back(page::PlacedPicture{leaf.rasters.size() - 1, place, place, {}});
    }
    check_measured(leaf.report(press()), "ink", 270, 280);
    const Rule heaviest = rule(leaf.report(press()), "ink");
    CHECK(heaviest.page == 1);
    CHECK(heaviest.place == Rect{pt(280), pt(60), pt(50), pt(40)});
    leaf.rasters[0].ink = 300;
    Diagnostics found;
    check_press(leaf.publication, press(), &leaf.rasters, found);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].rule == "ink-limit");
    CHECK(found.all()[0].measured == Measured{1, Rect{pt(130), pt(60), pt(50), pt(40)}, 300, 280, "%"});
    CHECK(rule(leaf.report(), "ink").verdict == Verdict::not_applicable);
}

TEST_CASE(
    "black that overprints a photo is laid on the colours of its pixels, square millimetre by square millimetre") {
    Leaf leaf;
    leaf.publication.pictures.push_back({{}, {0, 0, 1, 1}, {pt(200), pt(100)}});
    // A pixel a millimetre: the left half has 210 % of colours and black, the right half 60 %.
    const int width = 70, height = 35;
    image::FlateWriter writer{width, 4};
    std::vector<std::uint8_t> row;
    for (int x = 0; x < width; ++x)
        for (const int part : x < width / 2 ? std::array{178, 178, 178, 102} : std::array{51, 51, 51, 0})
            row.push_back(static_cast<std::uint8_t>(part));
    for (int y = 0; y < height; ++y) writer.write(row.data());
    leaf.rasters.push_back(image::in_memory(image::Raster::Filter::flate, writer.finish(), width, height, 4));
    auto& items = leaf.page().items;
    items.clear();
    const Rect place{pt(50), pt(150), pt(200), pt(100)};
    items.emplace_back(page::PlacedPicture{0, place, place, {}});
    leaf.add_text(180, 200, 40);  // on the light half
    const auto told = [&] {
        Diagnostics found;
        check_press(leaf.publication, press(), &leaf.rasters, found);
        return found.all();
    };
    CHECK(told().empty());
    CHECK(rule(leaf.report(press()), "ink").measured == Approx(160));
    leaf.add_text(100, 220, 40);
    REQUIRE(told().size() == 1);
    CHECK(told()[0].rule == "ink-limit");
    CHECK(told()[0].text.find("'ink' overprints a photo on page 1") != std::string::npos);
    CHECK(told()[0].measured->value == Approx(178 * 3 / 2.55 + 100));
    CHECK(told()[0].measured->place->left == pt(100));
    CHECK(rule(leaf.report(press()), "ink").measured == Approx(178 * 3 / 2.55 + 100));
    items.insert(items.begin() + 1, page::rectangle(place, "night"));  // nothing of the photo is left
    CHECK(told().empty());
}

TEST_CASE("black that overprints a photo with transparent parts is laid on what shows of it and of what is below") {
    Leaf leaf;
    auto& picture = leaf.publication.pictures.emplace_back();
    picture.photo.alpha = true;
    picture.placed = {pt(200), pt(100)};
    leaf.publication.swatches.push_back({"mist", {}, {30, 0, 0, 0}, false});
    const auto raster = [](std::vector<std::uint8_t> pixel) {
        image::FlateWriter writer{70, static_cast<int>(pixel.size())};
        std::vector<std::uint8_t> row;
        for (int x = 0; x < 70; ++x) row.insert(row.end(), pixel.begin(), pixel.end());
        for (int y = 0; y < 35; ++y) writer.write(row.data());
        return image::in_memory(image::Raster::Filter::flate, writer.finish(), 70, 35, static_cast<int>(pixel.size()));
    };
    auto& items = leaf.page().items;
    items.clear();
    const Rect place{pt(50), pt(150), pt(200), pt(100)};
    items.emplace_back(page::rectangle(place, "mist"));
    items.emplace_back(page::PlacedPicture{0, place, place, {}});
    leaf.add_text(180, 200, 40);
    for (const auto& [covers, colours] : {std::pair{0, 30.0}, {51, 24 + 0.2 * 210}, {255, 210.0}}) {
        leaf.rasters = {raster({178, 178, 179, 0})};
        leaf.rasters[0].soft_mask = std::make_shared<const image::Raster>(raster({static_cast<std::uint8_t>(covers)}));
        CHECK(*rule(leaf.report(press()), "ink").measured == Approx(colours + 100).margin(1));
    }
}

TEST_CASE("a swatch with too much ink is told of with the place where it stands first") {
    Leaf leaf;
    PressLimits less = press();
    less.ink = 220;
    Diagnostics found;
    check_press(leaf.publication, less, nullptr, found);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].measured->page == 1);
    CHECK(found.all()[0].measured->place->left == pt(20));
    CHECK(found.all()[0].measured->place->width == pt(70));
}

TEST_CASE("what is for the press alone is not asked of other editions") {
    const Preflight report = Leaf{}.report();
    for (const char* name : {"bleed", "ink"}) CHECK(rule(report, name).verdict == Verdict::not_applicable);
    CHECK_FALSE(rule(report, "line").limit);
    CHECK(report.overprint.empty());
}

TEST_CASE("text across a fold is less than nothing away from it") {
    Leaf leaf;
    leaf.add_text(190, 40, 30);
    CHECK(*rule(leaf.report(), "folds").measured == Approx(-10));
}

TEST_CASE("the zone that is safe is measured from the height of the letters and from the white around a QR code") {
    Leaf leaf;
    leaf.add_text(100, 27, 30, 10);
    CHECK(*rule(leaf.report(), "safe-zone").measured == Approx(20));
    leaf.code().box = Rect{pt(207), pt(246), pt(50), pt(50)};
    CHECK(*rule(leaf.report(), "safe-zone").measured == Approx(4));
    CHECK(*rule(leaf.report(), "folds").measured == Approx(7));
    CHECK(rule(leaf.report(), "safe-zone").page == 1);
}

TEST_CASE("a verdict is that of the gravest finding, and notes have no say") {
    Leaf leaf;
    Preflight report = leaf.report(press());
    Diagnostics found;
    found.note({}, "hairline", "by the way");
    found.warning({}, "small-type", "small");
    found.error({}, "bleed-missing", "none");
    found.warning({}, "bleed-short", "little");
    found.warning({}, "no-pdf-ua", "a heading is left out");
    judge(report, found.all());
    CHECK(rule(report, "line").verdict == Verdict::passed);
    CHECK(rule(report, "type").verdict == Verdict::warning);
    CHECK(rule(report, "bleed").verdict == Verdict::failed);
    CHECK(rule(report, "tags").verdict == Verdict::warning);
    CHECK(rule(report, "alternatives").verdict == Verdict::passed);  // every figure has words
    CHECK_FALSE(report.clean());
}

TEST_CASE("a measure that misses its limit by a little and passes is told apart from one that keeps it") {
    Leaf leaf;
    PressLimits limits = press();
    CHECK_FALSE(rule(leaf.report(limits), "ink").forgiven());
    CHECK_FALSE(rule(leaf.report(limits), "line").forgiven());
    limits.ink = 229.9;
    limits.min_line = pt(0.41);
    Preflight report = leaf.report(limits);
    CHECK(rule(report, "ink").forgiven());
    CHECK(rule(report, "line").forgiven());
    Diagnostics found;
    found.warning({}, "ink-limit", "too much", "less");
    judge(report, found.all());
    CHECK_FALSE(rule(report, "ink").forgiven());
    leaf.code().code = page::Code{pt(2.4), pt(9.6)};
    for (const Rule& each : leaf.report(press()).rules) {
        INFO(each.name);
        CHECK_FALSE(each.forgiven());
    }
}

TEST_CASE("what touches the white around a QR code is an error, what keeps clear of it is none") {
    Leaf leaf;
    Diagnostics found;
    leaf.add_text(240, 120, 60.4);  // up to the white
    check_codes(leaf.publication, found);
    CHECK(found.all().empty());
    leaf.add_text(240, 140, 61.5);
    leaf.code().where = {FileId{0}, 7, 3};
    check_codes(leaf.publication, found);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].rule == "qr-zone");
    CHECK(found.all()[0].where.line == 7);
    CHECK(found.all()[0].measured->page == 1);
    CHECK(found.all()[0].measured->place->left == pt(240));
}

TEST_CASE("black that overprints is laid on the ink of its ground, as far as that shows") {
    Leaf leaf;
    auto& items = leaf.page().items;
    items.insert(items.begin(), page::rectangle({pt(20), pt(160), pt(360), pt(120)}, "night"));
    const Preflight report = leaf.report(press());
    CHECK(rule(report, "ink").measured == Approx(90 + 60 + 20 + 100));  // its text stands on the night, at 212
    CHECK(rule(report, "ink").page == 1);
    Diagnostics found;
    PressLimits less = press();
    less.ink = 250;
    check_press(leaf.publication, less, nullptr, found);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].rule == "ink-limit");
    CHECK(found.all()[0].text.find("'ink' overprints 'night' on page 1") != std::string::npos);
    leaf.publication.swatches.push_back({"paper", {255, 255, 255}, {}, false});
    items.insert(items.begin() + 1, page::rectangle({pt(20), pt(160), pt(360), pt(120)}, "paper"));
    CHECK(rule(leaf.report(press()), "ink").measured == Approx(230));  // nothing of the night is left
}

TEST_CASE("a photo has no more pixels per inch than the printer leaves it") {
    Leaf leaf;
    image::Photo photo;
    photo.width = photo.height = 500;  // 360 ppi on 100 points
    leaf.publication.pictures.resize(1);
    leaf.publication.pictures[0].photo = photo;
    leaf.publication.pictures[0].crop = {0, 0, 1, 1};
    leaf.publication.pictures[0].placed = {pt(100), pt(100)};
    const Rect place{pt(210), pt(20), pt(100), pt(100)};
    leaf.page().items.emplace_back(page::PlacedPicture{0, place, place, {}});
    const auto told = [&](double ppi) {
        PressLimits limits = press();
        limits.ppi = ppi;
        limits.least_ppi = 250;
        Diagnostics found;
        check_press(leaf.publication, limits, nullptr, found);
        return std::pair{*rule(leaf.report(limits), "resolution").measured, found.all()};
    };
    CHECK(told(0).first == Approx(360));
    CHECK(told(0).second.empty());
    CHECK(told(300).first == Approx(300));
    CHECK(told(300).second.empty());
    const auto [measured, found] = told(72);
    CHECK(measured == Approx(72));
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == "low-resolution");
    CHECK(found[0].severity == Severity::warning);
    CHECK(found[0].measured->page == 1);
    CHECK(found[0].measured->value == 72);
    leaf.publication.pictures[0].placed = {pt(720), pt(720)};  // 50 ppi: what it lacks is not the printer's doing
    CHECK(told(72).first == Approx(50));
    CHECK(told(72).second.empty());
}

TEST_CASE("the bleed that is measured is that of the file, not what the pages could give") {
    const Leaf leaf;
    Circumstances about;
    about.rasters = &leaf.rasters;
    about.name_of = [](text::FaceId) { return ""; };
    about.path_of = [](const image::Photo&) { return ""; };
    about.press = press();
    about.press->bleed = {};
    const auto report = preflight(press_sheets(leaf.publication, {}, {}), survey(leaf.publication, capitals), about);
    CHECK(rule(report, "bleed").measured == 0.0);
    CHECK(rule(report, "bleed").limit == 0.0);
}

TEST_CASE("small black text is of black ink alone and overprints") {
    const auto told = [](Swatch swatch, double size) {
        Leaf leaf;
        leaf.publication.swatches[0] = swatch;
        leaf.page().items.clear();
        leaf.add_text(30, 100, 120, size);
        Diagnostics found;
        check_press(leaf.publication, press(), nullptr, found);
        Preflight report = leaf.report(press());
        judge(report, found.all());
        const bool warned = rule(report, "black-text").verdict == Verdict::warning;
        CHECK(warned == (found.count(Severity::warning) == 1));
        return warned;
    };
    const std::array<std::uint8_t, 3> black{26, 26, 26}, blue{18, 48, 63};
    CHECK_FALSE(told({"ink", black, {0, 0, 0, 100}, true}, 9));
    CHECK(told({"ink", black, {0, 0, 0, 100}, false}, 9));
    CHECK(told({"ink", black, {60, 40, 40, 100}, true}, 9));
    CHECK(told({"ink", black, {70, 60, 60, 60}, true}, 9));
    CHECK(told({"ink", black, {60, 40, 40, 100}, true}, 18));
    CHECK_FALSE(told({"ink", black, {60, 40, 40, 100}, true}, 19));
    CHECK_FALSE(told({"ink", blue, {92, 66, 50, 48}, false}, 9));       // a colour
    CHECK_FALSE(told({"ink", {85, 89, 90}, {0, 0, 0, 80}, false}, 9));  // a grey
}

TEST_CASE("of a file that did not come so far those rules are told that its findings speak against") {
    Diagnostics found;
    found.error({}, "near-edge", "beyond");
    found.warning({}, "hairline", "thin");
    found.note({}, "small-type", "by the way");
    const auto broken = broken_rules(found.all());
    REQUIRE(broken.size() == 2);
    CHECK(broken[0].name == "safe-zone");
    CHECK(broken[0].verdict == Verdict::failed);
    CHECK_FALSE(broken[0].measured);
    CHECK(broken[1].name == "line");
    CHECK(broken[1].verdict == Verdict::warning);
}
