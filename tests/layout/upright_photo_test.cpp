// A photo much higher than wide on a single page: the arrangement that loses least of it, if the text fits beside it.
#include <cmath>
#include <cstdlib>

#include "composing.hpp"

using namespace brochure;
using namespace composing;

namespace {

// A page for each of seven cities with the same photo; some have a text of their own.
Made pages(int width, int height, const std::string& text, const std::map<int, std::string>& own = {}) {
    Project project{
        .files = {{"content/organisation.yaml", at_home},
                  {"content/publications.yaml", publication("[cities]", "half-letter, binding: saddle-stitch")}}};
    project.photos = {{"a.jpg", photo(width, height)}};
    for (int i = 0; i < 7; ++i)
        project.files["content/cities/c" + std::to_string(i) + ".yaml"] =
            "city: {name: Town, country: FR, photo: {file: a.jpg, alt: A view, credit: me}, text: " +
            (own.contains(i) ? own.at(i) : text) + "}\n";
    return compose(project);
}

}  // namespace

TEST_CASE("an upright photo is not cropped more than the text beside it asks for") {
    const std::string sentence = "The river comes down from the hills and divides the old town from the new one. ";
    for (const int width : {1000, 1200, 1500}) {
        // Seven lines and ten: the picture's foot rises, down to 300.
        for (const int sentences : {1, 3, 4, 5}) {
            std::string text;
            for (int i = 0; i < sentences; ++i) text += sentence;
            const Made made = pages(width, 2000, text);
            REQUIRE(made.publication);
            INFO(width << " " << sentences << "\n" << made.explained.text);
            CHECK(made.chose("city-portrait"));
            CHECK_FALSE(made.chose("city-page-upright"));
            const auto crop = made.publication->pictures.front().crop;
            CHECK(std::min(crop.width, crop.height) > 0.6);
        }
    }
    std::string text;
    for (int i = 0; i < 12; ++i) text += sentence;
    CHECK(pages(1000, 2000, text).chose("city-page-upright"));
}

TEST_CASE("a page takes its lead where the text allows, and facing pages of which one has no lead share its foot") {
    const std::string sentence = "The river comes down from the hills and divides the old town from the new one. ";
    const auto with_text = [&](int sentences) {
        std::string text;
        for (int i = 0; i < sentences; ++i) text += sentence;
        return text;
    };
    CHECK(pages(1320, 2000, with_text(3)).chose("city-portrait\n"));
    std::size_t unlike = 0;
    for (int longer = 4; longer < 9; ++longer) {
        // The second page and the third face each other.
        const Made made = pages(1320, 2000, with_text(2), {{2, with_text(longer)}});
        REQUIRE(made.publication);
        INFO(longer << "\n" << made.explained.text);
        const auto left = made.pictures(1), right = made.pictures(2);
        REQUIRE(left.size() == 1);
        REQUIRE(right.size() == 1);
        CHECK(left.front().frame.bottom() == right.front().frame.bottom());
        unlike += made.chose("city-portrait-body") ? 1 : 0;
    }
    CHECK(unlike > 0);
}

TEST_CASE(
    "the names of a wide photo's page and an upright one's stand on one line where they would miss it by a little") {
    const std::string sentence = "The river comes down from the hills and divides the old town from the new one. ";
    std::size_t level = 0;
    for (int sentences = 2; sentences < 12; ++sentences) {
        Project project{
            .files = {{"content/organisation.yaml", at_home},
                      {"content/publications.yaml", publication("[cities]", "half-letter, binding: saddle-stitch")}}};
        project.photos = {{"wide.jpg", photo(2400, 2000)}, {"high.jpg", photo(1320, 2000)}};
        for (int i = 0; i < 7; ++i) {
            std::string text;
            for (int k = 0; k < (i == 1 ? sentences : 2); ++k) text += sentence;
            project.files["content/cities/c" + std::to_string(i) + ".yaml"] =
                "city: {name: Town, country: FR, photo: {file: " + std::string{i == 2 ? "high" : "wide"} +
                ".jpg, alt: A view, credit: me}, text: " + text + "}\n";
        }
        const Made made = compose(project);
        REQUIRE(made.publication);
        INFO(sentences << "\n" << made.explained.text);
        // The second page and the third face each other.
        const auto *wide = made.run(1, "Town"), *high = made.run(2, "Town");
        REQUIRE(wide);
        REQUIRE(high);
        const double apart = std::abs((wide->origin.y - high->origin.y).pt());
        CHECK((apart < 0.01 || apart > 30));
        level += apart < 0.01 ? 1 : 0;
        for (const std::size_t page : {1U, 2U})
            for (const auto& item : made.publication->pages[page].items)
                if (const auto* run = std::get_if<page::PlacedRun>(&item); run && run->run.size.pt() > 9)
                    CHECK(std::fmod(run->origin.y.pt(), 6) == Approx(0).margin(0.01));
    }
    CHECK(level > 0);
}

TEST_CASE("beside a very short text a page of little more ends its picture and sets its name on the same lines") {
    const std::string one = "The river comes down from the hills and divides the towns. ";
    const std::string very_short =
        "The river comes down from the hills by meadows and mills and divides the two towns.";
    const auto format = GENERATE(values<std::string>({"half-letter", "a5"}));
    const auto [name, text] = GENERATE_COPY(table<std::string, std::string>({
        {"Town in the Mountains", one},  // too wide to stand beside its text
        {"Town", one + one + "It is old. "},
    }));
    Project project{
        .files = {{"content/organisation.yaml", at_home},
                  {"content/publications.yaml", publication("[cities]", format + ", binding: saddle-stitch")}}};
    project.photos = {{"a.jpg", photo(2000, 2100)}};
    for (int i = 0; i < 7; ++i) {
        const std::string own = i == 1 ? text : i == 2 ? very_short : one + one + one + one;
        project.files["content/cities/c" + std::to_string(i) + ".yaml"] =
            "city: {name: " + (i == 1 ? name : "Town") +
            ", country: FR, photo: {file: a.jpg, alt: A view, credit: me}, text: " + own + "}\n";
    }
    const Made made = compose(project);
    REQUIRE(made.publication);
    INFO(made.explained.text);
    CHECK(made.chose("city-page-short"));
    // The second page and the third face each other.
    const auto *longer = made.run(1, "Town"), *shorter = made.run(2, "Town");
    REQUIRE(longer);
    REQUIRE(shorter);
    CHECK(longer->origin.y.pt() == Approx(shorter->origin.y.pt()));
    CHECK(made.pictures(1).at(0).frame.bottom() == made.pictures(2).at(0).frame.bottom());
}

TEST_CASE("beside any page of a wide photo an upright one with a long text ends its picture and sets its name level") {
    const std::string sentence = "The river comes down from the hills and divides the old town from the new one. ";
    const auto [wide_lines, high_lines] = GENERATE(table<int, int>({{9, 12}, {9, 16}, {21, 16}, {21, 12}, {12, 12}}));
    const bool wide_first = GENERATE(true, false);
    Project project{
        .files = {{"content/organisation.yaml", at_home},
                  {"content/publications.yaml", publication("[cities]", "half-letter, binding: saddle-stitch")}}};
    project.photos = {{"wide.jpg", photo(2400, 2000)}, {"high.jpg", photo(1320, 1730)}};
    for (int i = 0; i < 7; ++i) {
        const bool wide = i != (wide_first ? 2 : 1), pair = i == 1 || i == 2;
        std::string text;
        for (int k = 0; k < (!pair ? 3 : wide ? wide_lines : high_lines); ++k) text += sentence;
        project.files["content/cities/c" + std::to_string(i) + ".yaml"] =
            "city: {name: Town, country: FR, photo: {file: " + std::string{wide ? "wide" : "high"} +
            ".jpg, alt: A view, credit: me}, text: " + text + "}\n";
    }
    const Made made = compose(project);
    REQUIRE(made.publication);
    INFO(wide_lines << " " << high_lines << "\n" << made.explained.text);
    const auto *left = made.run(1, "Town"), *right = made.run(2, "Town");
    REQUIRE((left && right));
    CHECK(left->origin.y.pt() == Approx(right->origin.y.pt()));
    CHECK(made.pictures(1).at(0).frame.bottom() == made.pictures(2).at(0).frame.bottom());
}
