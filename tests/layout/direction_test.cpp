// Which side headings, labels, facts and running text begin at, in publications of either direction.
#include <algorithm>
#include <cmath>

#include "towns.hpp"

using namespace brochure;
using namespace brochure::testing;

namespace {

constexpr double page_width = 396;

/// Where some words stand on a page, points.
struct Stretch {
    double left = 1e9, right = -1e9;
};

/// The run with `words` in the largest type, the last of those that are equal, from its left end to its right.
Stretch place_of(const composing::Made& made, const std::string& words) {
    Stretch place;
    Length size;
    for (const auto& page : made.publication->pages)
        for (const auto& item : page.items)
            if (const auto* placed = std::get_if<page::PlacedRun>(&item);
                placed && placed->run.size >= size && placed->run.text.find(words) != std::string::npos) {
                size = placed->run.size;
                place = {placed->origin.x.pt(), (placed->origin.x + placed->run.advance).pt()};
            }
    if (place.left > place.right) FAIL("not printed: " << words);
    return place;
}

const std::string arabic = "مدينة كوليما هي عاصمة الولاية التي تحمل الاسم نفسه وتقع في واد جنوب البركان قرب الساحل.";

Town arabic_town() {
    return {.name = "كليرمون",
            .text = arabic,
            .more =
                "  layout: plate\n  photo: {file: square.jpg, alt: A tower, credit: me}\n  facts: [{label: اللقب, "
                "value: كوليما الجديدة, source: x}]\n"};
}

}  // namespace

TEST_CASE("names, labels and facts of a left-to-right publication begin at the left, whatever their script") {
    const auto made = composed({arabic_town()}, "[cities]");
    REQUIRE(made.publication);
    const double column = place_of(made, "FROM NORMAN").left;
    CHECK(place_of(made, "FRANCE").left == Approx(column).margin(0.5));
    CHECK(place_of(made, "كليرمون").left == Approx(column).margin(3));
    CHECK(place_of(made, "اللقب").left == Approx(column).margin(0.5));
    CHECK(place_of(made, "الجديدة").left == Approx(column).margin(0.5));
}

TEST_CASE("running text from right to left begins at the right of its column") {
    const auto text = place_of(composed({arabic_town()}, "[cities]"), "مدينة كوليما");
    const auto latin =
        place_of(composed({{.name = "Colima", .text = "Colima lies near the coast."}}, "[cities]"), "Colima lies");
    CHECK(text.left > latin.left + 3);
    CHECK(text.right > page_width - 60);
}

TEST_CASE("an Arabic name stands under its clock, in line with its time") {
    const auto made = composed({{.name = "كوليما"}, {.name = "Seika", .zone = "Asia/Tokyo"}}, "[contents]");
    REQUIRE(made.publication);
    const auto name = place_of(made, "كوليما");
    CHECK(name.left == Approx(place_of(made, "19:00").left).margin(0.5));
    CHECK(name.right < place_of(made, "Seika").left);
}

TEST_CASE("a publication of a right-to-left language keeps everything on its pages, and labels begin at the right") {
    for (const std::string lang : {"ar", "he"}) {
        INFO(lang);
        const auto made = composed({arabic_town()}, "[cover, contents, cities]", "none", lang);
        for (const auto& one : made.found.all()) UNSCOPED_INFO(one.text);
        REQUIRE(made.publication);
        CHECK_FALSE(made.found.has_errors());
        for (const auto& page : made.publication->pages)
            for (const auto& item : page.items)
                if (const auto* placed = std::get_if<page::PlacedRun>(&item)) {
                    CHECK(placed->origin.x.pt() > 0);
                    CHECK((placed->origin.x + placed->run.advance).pt() < page_width);
                }
        // Labels are in Arabic, and in English where the program does not know the language.
        const double edge = place_of(made, lang == "ar" ? "التوقيت" : "FROM NORMAN").right;
        CHECK(place_of(made, "اللقب").right == Approx(edge).margin(0.5));
        CHECK(place_of(made, "الجديدة").right == Approx(edge).margin(0.5));
    }
}

TEST_CASE("the marks of a right-to-left list stand at the right of its lines") {
    auto town = arabic_town();
    town.text = "|\n    " + arabic + "\n\n    - مدينة أولى\n    - مدينة ثانية\n";
    const auto made = composed({town}, "[cities]");
    REQUIRE(made.publication);
    CHECK(place_of(made, "\u2013").left >= place_of(made, "مدينة أولى").right);
}

TEST_CASE("names joined in the publication's language are read in its direction") {
    const auto made = composed({{.name = "كوليما"}, {.name = "Seika"}, {.name = "Arezzo"}}, "[cover]");
    REQUIRE(made.publication);
    CHECK(place_of(made, "كوليما").left < place_of(made, "Seika").left);
}

TEST_CASE("a picture over two pages of a book bound at the right shows its left half on the second of them") {
    const std::string panorama = "  layout: panorama\n  photo: {file: square.jpg, alt: A, credit: me}\n";
    for (const std::string lang : {"en-US", "ar"}) {
        INFO(lang);
        const auto made = composed({{.name = "Bern", .more = panorama}}, "[cover, cities]", "saddle-stitch", lang);
        for (const auto& one : made.found.all()) UNSCOPED_INFO(one.text);
        REQUIRE(made.publication);
        const auto first = made.pictures(1), second = made.pictures(2);
        REQUIRE(first.size() == 1);
        REQUIRE(second.size() == 1);
        const auto& left = lang == "ar" ? second[0] : first[0];
        const auto& right = lang == "ar" ? first[0] : second[0];
        CHECK(left.frame.left.pt() == Approx(-9));
        CHECK(right.frame.left.pt() == Approx(-9 - page_width));
        CHECK(right.frame.right().pt() == Approx(page_width + 9));
        // What is read first stands on the page that is opened first, and its folio at the outer edge.
        CHECK(made.run(1, "Bern") != nullptr);
        REQUIRE(made.run(1, "2") != nullptr);
        const bool outer_is_right = lang == "ar";
        CHECK((made.run(1, "2")->origin.x.pt() > page_width / 2) == outer_is_right);
    }
}

TEST_CASE("a finding on a spread names the page on which the picture stands, in a book bound on either side") {
    for (const std::string lang : {"en-US", "ar"})
        for (const std::string layout : {"plate", "panorama"}) {
            INFO(lang << ", " << layout);
            const std::string photo =
                "  layout: " + layout +
                "\n  photo: {file: square.jpg, alt: A, credit: me, usable: [0.15, 0.15, 0.7, 0.7]}\n";
            const auto made = composed({{.name = "Bern", .more = photo}}, "[cover, cities]", "saddle-stitch", lang);
            REQUIRE(made.publication);
            int told = 0;
            for (const auto& one : made.found.all()) {
                if (one.rule != "low-resolution" || !one.measured || !one.measured->place) continue;
                ++told;
                REQUIRE(one.measured->page > 0);
                const auto there = made.pictures(static_cast<std::size_t>(one.measured->page) - 1);
                CHECK(std::any_of(there.begin(), there.end(),
                                  [&](const auto& picture) { return picture.frame == *one.measured->place; }));
            }
            CHECK(told == 1);
        }
}

TEST_CASE("a cover's picture runs on to the left of a book that is bound at the right") {
    for (const std::string lang : {"en-US", "ar"}) {
        INFO(lang);
        const auto made = composed({{.name = "Bern"}}, "[cover, back]", "saddle-stitch", lang, "wide.jpg");
        for (const auto& one : made.found.all()) UNSCOPED_INFO(one.text);
        REQUIRE(made.publication);
        const auto front = made.pictures(0), back = made.pictures(made.publication->pages.size() - 1);
        REQUIRE(front.size() == 1);
        REQUIRE(back.size() == 1);
        const double on_left = -9, on_right = -9 - page_width;
        CHECK(front[0].frame.left.pt() == Approx(lang == "ar" ? on_left : on_right));
        CHECK(back[0].frame.left.pt() == Approx(lang == "ar" ? on_right : on_left));
    }
}
