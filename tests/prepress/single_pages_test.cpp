#include "catch.hpp"
#include "prepress/prepress.hpp"

using namespace brochure;

namespace {
Length pt(double v) {
    return Length::from_pt(v);
}
page::Publication two_pages() {
    page::Publication publication;
    publication.pages.resize(2);
    for (page::Page& page : publication.pages) {
        page.trim = {pt(396), pt(612)};
        page.bleed = pt(9);
    }
    publication.pages[1].bleed = pt(0);
    return publication;
}
}  // namespace

TEST_CASE("on the screen a sheet is the trimmed page") {
    const auto publication = two_pages();
    const auto sheets = prepress::single_pages(publication, prepress::Edition::screen);
    REQUIRE(sheets.sheets.size() == 2);
    CHECK(sheets.publication == &publication);
    const prepress::Sheet& sheet = sheets.sheets[0];
    CHECK(sheet.media == Size{pt(396), pt(612)});
    CHECK(sheet.trim == Rect{pt(0), pt(0), pt(396), pt(612)});
    CHECK(sheet.bleed == sheet.trim);
    REQUIRE(sheet.pages.size() == 1);
    CHECK(sheet.pages[0].origin == Point{});
    CHECK(sheet.pages[0].clip == sheet.trim);
}

TEST_CASE("for print the page stands in its bleed, which is where it is clipped") {
    const auto publication = two_pages();
    const auto sheets = prepress::single_pages(publication, prepress::Edition::print);
    const prepress::Sheet& sheet = sheets.sheets[0];
    CHECK(sheet.media == Size{pt(414), pt(630)});
    CHECK(sheet.trim == Rect{pt(9), pt(9), pt(396), pt(612)});
    CHECK(sheet.bleed == Rect{pt(0), pt(0), pt(414), pt(630)});
    CHECK(sheet.pages[0].page == 0);
    CHECK(sheet.pages[0].origin == Point{pt(9), pt(9)});
    CHECK(sheet.pages[0].clip == sheet.bleed);
    CHECK(sheets.sheets[1].media == Size{pt(396), pt(612)});
}
