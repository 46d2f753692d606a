// Sheets of office paper, folded and turned in the mind as a hand would: what is then read is the publication.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "catch.hpp"
#include "prepress/office.hpp"

using namespace brochure;
using namespace brochure::prepress;

namespace {

page::Publication publication(std::size_t pages, Size trim, const std::string& lang = "en-US") {
    page::Publication made;
    made.lang = lang;
    made.pages.resize(pages);
    for (page::Page& page : made.pages) page.trim = trim, page.bleed = 9_pt;
    return made;
}

const Size half_letter{396_pt, 612_pt}, letter{612_pt, 792_pt}, a5{148_mm, 210_mm};

Copier copier(Length caliper = {}) {
    return {{{8.5_in, 11_in}, {210_mm, 297_mm}, {11_in, 17_in}}, 0.25_in, caliper};
}

Size turned(Size paper) {
    return {paper.height, paper.width};
}

/// The pages of a stack of folded sheets as the hand turns them. A sheet's back, seen by turning it like a leaf, has
/// its left half behind the front's right half.
std::vector<std::optional<std::size_t>> leafed_through(const std::vector<Pair>& sides, bool right_to_left) {
    const std::size_t outer = right_to_left ? 0 : 1;  // of a front: the half that is the first leaf's face
    std::vector<std::optional<std::size_t>> read;
    const std::size_t sheets = sides.size() / 2;
    for (std::size_t s = 0; s < sheets; ++s) {
        read.push_back(sides[2 * s][outer]);
        read.push_back(sides[2 * s + 1][1 - outer]);
    }
    for (std::size_t s = sheets; s-- > 0;) {
        read.push_back(sides[2 * s + 1][outer]);
        read.push_back(sides[2 * s][1 - outer]);
    }
    return read;
}

}  // namespace

TEST_CASE("a folded booklet of up to 64 pages is read in order, bound on either side (R42)") {
    for (std::size_t pages = 1; pages <= 64; ++pages)
        for (const bool right_to_left : {false, true}) {
            INFO(pages << (right_to_left ? " right to left" : " left to right"));
            const auto sides = booklet_order(pages, right_to_left);
            REQUIRE(sides.size() == (pages + 3) / 4 * 2);
            const auto read = leafed_through(sides, right_to_left);
            REQUIRE(read.size() == sides.size() * 2);
            bool in_order = true;
            for (std::size_t i = 0; i < read.size(); ++i)
                in_order = in_order && read[i] == (i < pages ? std::optional{i} : std::nullopt);
            CHECK(in_order);
        }
}

TEST_CASE("two half letter pages fill a letter sheet, each clipped to what a printer reaches") {
    const auto booklet16 = publication(16, half_letter);
    const auto sheets = booklet(booklet16, copier());
    REQUIRE(sheets);
    CHECK(sheets->edition == Edition::office);
    CHECK(sheets->flip == Flip::short_edge);
    REQUIRE(sheets->sheets.size() == 8);
    const Sheet& front = sheets->sheets[0];
    CHECK(front.media == Size{792_pt, 612_pt});
    REQUIRE(front.pages.size() == 2);
    CHECK(front.pages[0].page == 15);
    CHECK(front.pages[0].origin == Point{});
    CHECK(front.pages[0].clip == Rect{18_pt, 18_pt, 378_pt, 576_pt});  // up to the spine, without a gap there
    CHECK(front.pages[1].page == 0);
    CHECK(front.pages[1].origin == Point{396_pt, {}});
    CHECK(front.pages[1].clip == Rect{396_pt, 18_pt, 378_pt, 576_pt});
    CHECK(front.marks.empty());  // there is nothing to cut
}

TEST_CASE("inner sheets of a booklet move towards the spine by a caliper each") {
    const auto booklet16 = publication(16, half_letter);
    const auto sheets = booklet(booklet16, copier(0.3_pt));
    REQUIRE(sheets);
    for (std::size_t side = 0; side < 8; ++side) {
        const double creep = 0.3 * static_cast<double>(side / 2);
        CHECK_THAT(sheets->sheets[side].pages[0].origin.x.pt(), Catch::Matchers::WithinAbs(creep, 1e-9));
        CHECK_THAT(sheets->sheets[side].pages[1].origin.x.pt(), Catch::Matchers::WithinAbs(396 - creep, 1e-9));
    }
}

TEST_CASE("the smallest paper that holds two pages is taken") {
    const auto paper_of = [](Size page) { return booklet(publication(4, page), copier())->sheets[0].media; };
    CHECK(paper_of(half_letter) == Size{11_in, 8.5_in});
    CHECK(paper_of(a5) == Size{297_mm, 210_mm});
    CHECK(paper_of(letter) == Size{17_in, 11_in});
}

TEST_CASE("a booklet of pages that no paper holds is an error that names what the printer has") {
    Diagnostics found;
    const SourcePosition where{FileId{1}, 7, 3};
    CHECK_FALSE(office_sheets(publication(4, {11_in, 17_in}), Binding::stapled, copier(), where, found));
    REQUIRE(found.all().size() == 1);
    const Diagnostic& said = found.all().front();
    CHECK(said.rule == "no-paper");
    CHECK(said.severity == Severity::error);
    CHECK(said.where == where);
    CHECK(said.text ==
          "the office printer has no paper for two pages side by side of 11 x 17 in (it has letter, A4, 11 x 17 in)");
}

TEST_CASE("an Arabic booklet is bound on the right") {
    const auto arabic = publication(8, half_letter, "ar");
    const auto sheets = booklet(arabic, copier());
    REQUIRE(sheets);
    CHECK(sheets->sheets[0].pages[0].page == 0);
    CHECK(sheets->sheets[0].pages[1].page == 7);
}

TEST_CASE("a leaflet and a letter page are a sheet each, turned on the edge that a leaf turns on") {
    const auto leaflet = publication(2, {792_pt, 612_pt});
    const auto lying = loose_leaves(leaflet, copier());
    REQUIRE(lying);
    CHECK(lying->flip == Flip::short_edge);
    CHECK(lying->sheets[1].pages[0].page == 1);
    CHECK(lying->sheets[0].pages[0].clip == Rect{18_pt, 18_pt, 756_pt, 576_pt});
    const auto handout = publication(2, letter);
    CHECK(loose_leaves(handout, copier())->flip == Flip::long_edge);
    const auto poster = publication(1, letter);
    CHECK(loose_leaves(poster, copier())->flip == Flip::none);
}

TEST_CASE("small pages are copied onto the sheet that least is cut away from, fronts behind backs") {
    const auto card = publication(2, {4_in, 9_in});  // two on letter; A4 would leave more
    const auto sheets = loose_leaves(card, copier());
    REQUIRE(sheets);
    for (const Sheet& sheet : sheets->sheets) {
        CHECK(sheet.media == Size{8.5_in, 11_in});
        REQUIRE(sheet.pages.size() == 2);
        CHECK_FALSE(sheet.pages[0].again);
        CHECK(sheet.pages[1].again);
        CHECK(sheet.pages[0].page == sheet.pages[1].page);
        // As far from the left edge as its neighbour is from the right one: turned over, each lies behind the other.
        const Length left = sheet.pages[0].origin.x, right = sheet.pages[1].origin.x + 4_in;
        CHECK_THAT((left + right).pt(), Catch::Matchers::WithinAbs(612, 1e-9));
        // Cuts: three upright ones, and one above and one below, a tick at either end.
        CHECK(sheet.marks.size() == 2 * 3 + 2);  // ticks for the upright cuts, a line along each of the others
    }
}

TEST_CASE("marks to cut along stand outside the copies and within what the printer reaches") {
    const auto badge = publication(1, {90_mm, 55_mm});
    const auto sheets = loose_leaves(badge, copier());
    REQUIRE(sheets);
    const Sheet& sheet = sheets->sheets[0];
    REQUIRE(sheet.pages.size() >= 8);
    Rect block{sheet.pages[0].origin.x, sheet.pages[0].origin.y, {}, {}};
    for (const Placed& placed : sheet.pages) {
        block.width = std::max(block.width, placed.origin.x + 90_mm - block.left);
        block.height = std::max(block.height, placed.origin.y + 55_mm - block.top);
    }
    REQUIRE_FALSE(sheet.marks.empty());
    for (const page::Item& item : sheet.marks)
        for (const page::PathSegment& end : std::get<page::Path>(item).segments) {
            CHECK((end.a.x < block.left || end.a.x > block.right() || end.a.y < block.top || end.a.y > block.bottom()));
            CHECK((end.a.x >= 18_pt && end.a.x <= sheet.media.width - 18_pt));
            CHECK((end.a.y >= 18_pt && end.a.y <= sheet.media.height - 18_pt));
        }
}

TEST_CASE("each cut has its mark, also where copies leave no room beside them") {
    const auto marked = [](const Sheet& sheet, bool upright, double at) {
        return std::count_if(sheet.marks.begin(), sheet.marks.end(), [&](const page::Item& item) {
            const auto& ends = std::get<page::Path>(item).segments;
            const auto along = [&](const Point& p) { return upright ? p.x.pt() : p.y.pt(); };
            return std::abs(along(ends[0].a) - at) < 0.3 && std::abs(along(ends[1].a) - at) < 0.3;
        });
    };
    // Two halves of a letter sheet: the one cut runs between them, in the white that the margin leaves.
    const auto half = publication(2, half_letter);
    const Sheet halves = loose_leaves(half, copier())->sheets[0];
    CHECK(marked(halves, true, 396) == 2);
    CHECK(halves.marks.size() == 2);
    // Two rack cards reach from margin to margin: ticks above and below, and lines along the other cuts.
    const auto card = publication(2, {4_in, 9_in});
    const Sheet cards = loose_leaves(card, copier())->sheets[0];
    for (const double x : {18.0, 306.0, 594.0}) CHECK(marked(cards, true, x) == 2);
    CHECK(marked(cards, false, 72) == 1);
    CHECK(marked(cards, false, 720) == 1);
    // Three rows of cards as wide: nothing is white beside the cuts between the rows, so they run along a line.
    const auto low = publication(2, {4_in, 3_in});
    const Sheet rows = loose_leaves(low, copier())->sheets[0];
    REQUIRE(rows.pages.size() == 6);
    for (const double y : {72.0, 288.0, 504.0, 720.0}) CHECK(marked(rows, false, y) == 1);
    for (const double x : {18.0, 306.0, 594.0}) CHECK(marked(rows, true, x) == 2);
}

TEST_CASE("halves of a sheet lose the same edge on every side, so that both are alike") {
    const auto leaf = publication(2, half_letter);
    const auto sheets = loose_leaves(leaf, copier());
    REQUIRE(sheets);
    REQUIRE(sheets->sheets[0].pages.size() == 2);
    CHECK(sheets->sheets[0].pages[0].clip == Rect{18_pt, 18_pt, 360_pt, 576_pt});
    CHECK(sheets->sheets[0].pages[1].clip == Rect{414_pt, 18_pt, 360_pt, 576_pt});
}

TEST_CASE("badges stand side by side, each on its own, six to a sheet and the rest on the last") {
    const auto badges = publication(8, {4_in, 3_in});
    Diagnostics found;
    const auto sheets = office_sheets(badges, Binding::cut, copier(), {}, found);
    REQUIRE(sheets);
    REQUIRE(sheets->sheets.size() == 2);
    CHECK(sheets->flip == Flip::none);
    std::vector<std::size_t> order;
    for (const Sheet& sheet : sheets->sheets) {
        CHECK_FALSE(sheet.marks.empty());
        for (const Placed& placed : sheet.pages) {
            order.push_back(placed.page);
            CHECK_FALSE(placed.again);  // each is read aloud
            CHECK(placed.clip == Rect{placed.origin.x, placed.origin.y, 4_in, 3_in});
        }
    }
    CHECK(order == std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7});
    CHECK(sheets->sheets[0].pages.size() == 6);
    CHECK(instruction(*sheets, Binding::cut) == "print on letter paper at 100 %; cut it apart");
}

TEST_CASE("who wants A4 gets it from a copier that has letter too, and larger pages the larger papers") {
    const Copier both = copier();
    const Size a4{210_mm, 297_mm}, tabloid{11_in, 17_in};
    Diagnostics found;
    for (const Size& paper : {letter, a4}) {
        const auto sheets =
            office_sheets(publication(8, {4_in, 2.75_in}), Binding::cut, preferring(both, paper), {}, found);
        REQUIRE(sheets);
        for (const Sheet& sheet : sheets->sheets) CHECK((sheet.media == paper || turned(sheet.media) == paper));
    }
    const auto large = office_sheets(publication(1, {10_in, 15_in}), Binding::cut, preferring(both, a4), {}, found);
    REQUIRE(large);
    CHECK(large->sheets[0].media == tabloid);
    const Copier without{{letter}, 0.25_in, {}};
    CHECK(preferring(without, a4).papers == without.papers);
}

TEST_CASE("a tent shows its page upright below the fold and upside down above it") {
    const Size face{7.5_in, 2.5_in};
    const auto tents = publication(3, face);
    const auto sheets = cut_pages(tents, copier(), Piece::tent);
    REQUIRE(sheets);
    REQUIRE(sheets->sheets.size() == 2);  // two of them on a letter sheet
    const auto& pages = sheets->sheets[0].pages;
    REQUIRE(pages.size() == 4);
    for (std::size_t i = 0; i < pages.size(); i += 2) {
        const Placed &near = pages[i], &far = pages[i + 1];
        CHECK(near.page == far.page);
        CHECK_FALSE(near.turned);
        CHECK_FALSE(near.again);
        CHECK(far.turned);
        CHECK(far.again);  // said once
        CHECK(near.origin == Point{far.origin.x, far.origin.y + face.height});
        // A mark stands at the fold, on either side, outside the tent.
        std::size_t folds = 0;
        for (const page::Item& item : sheets->sheets[0].marks) {
            const auto& line = std::get<page::Path>(item).segments;
            if (line.front().a.y != near.origin.y || line.back().a.y != near.origin.y) continue;
            ++folds;
            for (const auto& end : line) CHECK((end.a.x < near.origin.x || end.a.x > near.origin.x + face.width));
        }
        CHECK(folds >= 2);
    }
    CHECK(instruction(*sheets, Binding::tent).ends_with("cut it apart and fold every piece in the middle"));
}

TEST_CASE("a badge that no paper holds is an error") {
    const auto posters = publication(2, {30_in, 30_in});
    Diagnostics found;
    CHECK_FALSE(office_sheets(posters, Binding::cut, copier(), {}, found));
    CHECK(found.has_errors());
}

TEST_CASE("the printer's instruction names paper, sides, edge and what the hands do next") {
    const auto booklet16 = publication(16, half_letter);
    CHECK(instruction(*booklet(booklet16, copier()), Binding::stapled) ==
          "print on letter paper at 100 %, both sides, flip on the short edge; fold the stack in the middle and staple "
          "it");
    const auto card = publication(1, {4_in, 9_in});
    CHECK(instruction(*loose_leaves(card, copier()), Binding::loose) == "print on letter paper at 100 %; cut it apart");
}

TEST_CASE("what is folded like a Z is told so, and what has a shorter panel is not") {
    auto leaflet = publication(1, {792_pt, 612_pt});
    leaflet.pages[0].folds = {264_pt, 528_pt};
    CHECK(instruction(*loose_leaves(leaflet, copier()), Binding::loose) ==
          "print on letter paper at 100 %; fold it to and fro where its panels meet, like a Z");
    leaflet.pages[0].folds = {261_pt, 526.5_pt};
    CHECK(instruction(*loose_leaves(leaflet, copier()), Binding::loose) ==
          "print on letter paper at 100 %; fold it where its panels meet");
}

TEST_CASE("text that the copier would cut off is an error with its page, place, measure and limit") {
    auto leaflet = publication(2, {792_pt, 612_pt});
    leaflet.name = "leaflet";
    page::PlacedRun text{{22.5_pt, 100_pt}, {}, {}};
    text.run.size = 10_pt;
    text.run.advance = 200_pt;
    text.run.glyphs.resize(1);
    text.run.where = {FileId{3}, 5, 7};
    leaflet.pages[1].items.emplace_back(text);
    Copier wide = copier();
    const auto told = [&](Length margin) {
        wide.margin = margin;
        Diagnostics found;
        check_margin(*loose_leaves(leaflet, wide), {FileId{1}, 1, 1}, found);
        return found.all();
    };
    CHECK(told(0.25_in).empty());
    CHECK(told(23_pt).empty());  // half a point is forgiven
    const auto found = told(24_pt);
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == "copier-margin");
    CHECK(found[0].severity == Severity::error);
    CHECK(found[0].where == SourcePosition{FileId{3}, 5, 7});
    REQUIRE(found[0].measured);
    CHECK(*found[0].measured == Measured{2, Rect{22.5_pt, 93_pt, 200_pt, 7_pt}, 22.5, 24, "pt"});
}

TEST_CASE("pictures, lines and shapes that the copier would cut are told of, and those that run off the page are not") {
    auto leaflet = publication(1, {792_pt, 612_pt});
    leaflet.pictures.resize(1);
    leaflet.structure.resize(2);
    auto& items = leaflet.pages[0].items;
    const auto told = [&] {
        Diagnostics found;
        check_margin(*loose_leaves(leaflet, copier()), {FileId{1}, 1, 1}, found);
        return found.all();
    };
    const auto picture = [](const Rect& where) { return page::PlacedPicture{0, where, where, {}}; };
    const Rect code{10_pt, 300_pt, 60_pt, 60_pt};
    items = {page::rectangle({-9_pt, -9_pt, 810_pt, 630_pt}, "night"), picture({0_pt, 100_pt, 200_pt, 200_pt}),
             page::line({-9_pt, 400_pt}, {300_pt, 400_pt}, {"ink", 1_pt}), picture({30_pt, 30_pt, 99_pt, 99_pt})};
    CHECK(told().empty());
    items.emplace_back(page::rectangle(code, "ink", {1}));
    REQUIRE(told().size() == 1);
    CHECK(told()[0].measured == Measured{1, code, 10, 18, "pt"});
    CHECK(told()[0].text.find("a line or a shape: one begins 10 pt from the edge") != std::string::npos);
    items.emplace_back(picture({5_pt, 100_pt, 200_pt, 200_pt}));
    REQUIRE(told().size() == 1);
    CHECK(told()[0].text.find("2 things: one begins 5 pt") != std::string::npos);
    items.pop_back();
    // A globe of which a part runs off the page is drawn to be cut, there.
    items.emplace_back(page::rectangle({-20_pt, 280_pt, 100_pt, 100_pt}, "night", {1}));
    CHECK(told().empty());
    items.emplace_back(page::rectangle({300_pt, 5_pt, 20_pt, 20_pt}, "night", {1}));
    REQUIRE(told().size() == 1);
    CHECK(told()[0].measured == Measured{1, Rect{300_pt, 5_pt, 20_pt, 20_pt}, 5, 18, "pt"});
}

TEST_CASE("a line that runs off to the left and right is told of when the copier loses all of it at the top") {
    auto leaflet = publication(1, {792_pt, 612_pt});
    const auto told = [&](Length y) {
        leaflet.pages[0].items = {page::line({-9_pt, y}, {801_pt, y}, {"ink", 0.5_pt})};
        Diagnostics found;
        check_margin(*loose_leaves(leaflet, copier()), {FileId{1}, 1, 1}, found);
        return found.all();
    };
    CHECK(told(300_pt).empty());
    REQUIRE(told(1_pt).size() == 1);
    CHECK(told(1_pt)[0].measured->value == Approx(1));
    CHECK(told(611_pt).size() == 1);
}

TEST_CASE("the copier cuts nothing off what is white on bare paper") {
    auto leaflet = publication(1, {792_pt, 612_pt});
    leaflet.swatches = {{"paper", {255, 255, 255}, {0, 0, 0, 0}, false}, {"ink", {0, 0, 0}, {0, 0, 0, 100}, true}};
    const auto told = [&](std::vector<page::Item> items) {
        leaflet.pages[0].items = std::move(items);
        Diagnostics found;
        check_margin(*loose_leaves(leaflet, copier()), {FileId{1}, 1, 1}, found);
        return found.all().size();
    };
    const auto panel = page::rectangle({1_pt, 500_pt, 60_pt, 20_pt}, "paper");
    CHECK(told({panel}) == 0);
    CHECK(told({page::rectangle({-9_pt, 450_pt, 99_pt, 99_pt}, "ink"), panel}) == 1);
}

TEST_CASE("a QR code that runs off the page is not drawn to be cut, nor is the white around it") {
    auto leaflet = publication(1, {792_pt, 612_pt});
    const Rect square{300_pt, 530_pt, 90_pt, 90_pt};
    leaflet.structure.resize(2);
    leaflet.structure[1].code = page::Code{2_pt, 8_pt};
    leaflet.structure[1].box = square;
    leaflet.structure[1].where = {FileId{3}, 5, 7};
    leaflet.pages[0].items = {page::rectangle(square, "paper", {1}),
                              page::rectangle({308_pt, 538_pt, 74_pt, 74_pt}, "ink", {1})};
    Diagnostics found;
    check_margin(*loose_leaves(leaflet, copier()), {FileId{1}, 1, 1}, found);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].where == SourcePosition{FileId{3}, 5, 7});
    CHECK(found.all()[0].text.find("cuts off a QR code: one begins -8 pt from the edge") != std::string::npos);
    CHECK(found.all()[0].measured == Measured{1, square, -8, 18, "pt"});
}

TEST_CASE("text at the spine of a booklet is not cut, however wide the copier's margin") {
    auto book = publication(4, half_letter);
    page::PlacedRun text{{380_pt, 300_pt}, {}, {}};
    text.run.size = 10_pt;
    text.run.advance = 16_pt;
    text.run.glyphs.resize(1);
    Diagnostics found;
    book.pages[1].items = {text};  // a verso: the spine is at its right
    check_margin(*booklet(book, copier()), {}, found);
    CHECK(found.all().empty());
    book.pages[2].items = {text};  // a recto: the paper ends there
    check_margin(*booklet(book, copier()), {}, found);
    CHECK(found.count(Severity::error) == 1);
}
