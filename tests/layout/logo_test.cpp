#include <algorithm>

#include "composing.hpp"

using namespace brochure;
using namespace composing;

namespace {

const std::string organisation =
    "organisation:\n  name: O\n  logo: {file: seal.svg, alt: A seal}\n"
    "  home: {city: Norman, country: US, coordinates: [35.22, -97.44], zone: America/Chicago, source: s}\n";

Made back(const std::string& more, const image::Photo& logo) {
    return compose({.files = {{"content/organisation.yaml", organisation + more},
                              {"content/publications.yaml", publication("[back]")}},
                    .photos = {{"seal.svg", logo}}});
}

}  // namespace

TEST_CASE("a logo stands whole at the foot of the back cover, at most 55 either way") {
    const auto [logo, width, height] =
        GENERATE(table<image::Photo, double, double>({{photo(2000, 1000), 55, 27.5}, {photo(500, 2000), 13.75, 55}}));
    const Made made = back("", logo);
    REQUIRE(made.publication);
    const auto pictures = made.pictures(0);
    REQUIRE(pictures.size() == 1);
    CHECK(pictures[0].frame.width.pt() == Approx(width));
    CHECK(pictures[0].frame.height.pt() == Approx(height));
    CHECK(pictures[0].frame.bottom().pt() == Approx(564));
    const auto& page = made.publication->pages[0];
    CHECK(pictures[0].frame.left.pt() == Approx(page.recto ? 42 : 36));
    CHECK(made.publication->pictures[0].crop == Region{});
    const auto& tag = made.publication->structure.at(static_cast<std::size_t>(pictures[0].element.index));
    CHECK(tag.role == page::Role::figure);
    CHECK(tag.alt == "A seal");
    CHECK_FALSE(made.said("logo-crowded"));
}

TEST_CASE("a logo of few pixels is a warning or an error at the logo, and an SVG the way out") {
    const Made coarse = back("", photo(170, 170)), hopeless = back("", photo(100, 100));
    CHECK(coarse.publication);
    REQUIRE(coarse.said("low-resolution"));
    CHECK(coarse.said("low-resolution")->severity == Severity::warning);
    CHECK_FALSE(hopeless.publication);
    REQUIRE(hopeless.said("low-resolution"));
    CHECK(hopeless.said("low-resolution")->severity == Severity::error);
    CHECK(hopeless.said("low-resolution")->where.line == 3);
    CHECK(hopeless.said("low-resolution")->hint.find("SVG") != std::string::npos);
}

TEST_CASE("text in a logo's clear space is a warning that names it") {
    const std::string design =
        "swatches: {ink: {srgb: \"#000000\", cmyk: [0, 0, 0, 100]}}\nstyles: {body: {size: 9, leading: 12}}\n"
        "formats: {half-letter: {trim: [300, 400], margins: {outer: 36, inner: 36, top: 36, bottom: 36}, columns: "
        "{count: 1}}}\n"
        "masters:\n  back:\n    frames:\n      - {logo: organisation.logo, left: 36, right: 76, top: 100, bottom: "
        "140}\n"
        "      - {text: home, left: LEFT, right: 200, baseline: 130, style: body}\n"
        "sections: {back: {variants: [back]}}\n";
    const auto made = [&](const std::string& left) {
        std::string own = design;
        own.replace(own.find("LEFT"), 4, left);
        return compose({.files = {{"content/organisation.yaml", organisation},
                                  {"content/publications.yaml", publication("[back]")}},
                        .design = own,
                        .photos = {{"seal.svg", photo(2000, 2000)}}});
    };
    const Made near = made("85"), far = made("87");  // a quarter of 40 is kept clear
    REQUIRE(near.said("logo-crowded"));
    CHECK(near.said("logo-crowded")->text.find("Norman") != std::string::npos);
    CHECK_FALSE(far.said("logo-crowded"));
}

namespace {

Made handout(int facts, bool logo, const std::string& design = "municipal", bool pictured = false) {
    std::string city =
        "city:\n  name: Arles\n  country: FR\n  coordinates: [43.7, 4.6]\n  zone: Europe/Paris\n  source: s\n"
        "  text: A town.\n" +
        std::string{logo ? "  logo: {file: arms.svg, alt: The arms of Arles}\n" : ""} +
        (pictured ? "  photo: {file: a.jpg, alt: A, credit: c}\n" : "") + (facts > 0 ? "  facts:\n" : "");
    for (int i = 0; i < facts; ++i) city += "    - {label: Fact, value: so, source: s}\n";
    return compose(
        {.files = {{"content/organisation.yaml", organisation},
                   {"content/cities/a.yaml", city},
                   {"content/publications.yaml", publication("[handout]", "letter, for-each: city")}},
         .design = design,
         .photos = {{"seal.svg", photo(500, 500)}, {"arms.svg", photo(2000, 1000)}, {"a.jpg", photo(4000, 2900)}},
         .city = "a"});
}

}  // namespace

TEST_CASE("a city's logo stands below the facts of its handout, and without one nothing is missed") {
    const Made with = handout(1, true), without = handout(1, false);
    REQUIRE(with.publication);
    const auto pictures = with.pictures(0);
    REQUIRE(pictures.size() == 1);
    CHECK(pictures[0].frame.left.pt() == Approx(48));
    CHECK(pictures[0].frame.bottom().pt() == Approx(684));
    CHECK(pictures[0].frame.width.pt() <= 110.001);
    CHECK(pictures[0].frame.height.pt() <= 55.001);
    CHECK(pictures[0].frame.top > with.run(0, "so")->origin.y + 12.0_pt);
    CHECK_FALSE(with.said("logo-crowded"));
    CHECK_FALSE(with.said("logo-left-out"));
    REQUIRE(without.publication);
    CHECK(without.pictures(0).empty());
    CHECK(without.run(0, "so")->origin.y == with.run(0, "so")->origin.y);
}

TEST_CASE("a city's logo without room below the facts is left out, with a note at it") {
    const Made few = handout(1, true, "municipal", true), many = handout(3, true, "municipal", true);
    REQUIRE(few.publication);
    CHECK(few.pictures(0).size() == 2);
    CHECK_FALSE(few.said("logo-left-out"));
    REQUIRE(many.publication);
    CHECK(many.pictures(0).size() == 1);
    REQUIRE(many.said("logo-left-out"));
    CHECK(many.said("logo-left-out")->severity == Severity::note);
    CHECK(many.said("logo-left-out")->where.line == 8);
}

TEST_CASE("the other design shows a city's logo below the facts too") {
    const Made made = handout(1, true, "gazette");
    REQUIRE(made.publication);
    REQUIRE(made.pictures(0).size() == 1);
    CHECK(made.pictures(0)[0].frame.top > made.run(0, "so")->origin.y);
    CHECK_FALSE(made.said("logo-crowded"));
}

TEST_CASE("a picture that is decorative is shown, and nothing of it is read aloud (R61)") {
    for (const bool decorative : {false, true}) {
        INFO("decorative: " << decorative);
        const std::string words = decorative ? "decorative: yes" : "alt: A seal";
        Project project{.files = {{"content/organisation.yaml", organisation},
                                  {"content/publications.yaml", publication("[back]")}},
                        .photos = {{"seal.svg", photo(1000, 1000)}}};
        auto& text = project.files["content/organisation.yaml"];
        text.replace(text.find("alt: A seal"), 11, words);
        const Made made = compose(project);
        REQUIRE(made.publication);
        CHECK_FALSE(made.found.has_errors());
        const auto pictures = made.pictures(0);
        REQUIRE(pictures.size() == 1);
        CHECK((pictures[0].element == page::artifact) == decorative);
        const auto& all = made.publication->structure;
        const auto seals = std::count_if(all.begin(), all.end(), [](const page::Element& element) {
            return element.role == page::Role::figure && (element.alt.empty() || element.alt == "A seal");
        });
        CHECK(seals == (decorative ? 0 : 1));
    }
}
