// What stands on the pages between sections that a booklet has too many.
#include <cmath>

#include "composing.hpp"

using namespace brochure;
using namespace composing;

namespace {

constexpr const char* zones[] = {"Europe/Paris", "Asia/Tokyo", "Africa/Nairobi"};

// A booklet of `partners` cities far apart, each with a photo of 3000 pixels or with none.
Made booklet(const std::string& sections, int partners, bool photos, int pixels = 3000) {
    Project project{.files = {{"content/organisation.yaml", at_home + "goals: {title: Goals, items: [Be good]}\n"},
                              {"content/publications.yaml",
                               "publications: {p: {title: T, design: municipal, format: half-letter, binding: "
                               "saddle-stitch, lang: en-US, sections: " +
                                   sections + "}}\n"}}};
    if (photos) project.photos = {{"a.jpg", photo(pixels, pixels)}};
    for (int i = 0; i < partners; ++i)
        project.files["content/cities/c" + std::to_string(i) + ".yaml"] =
            "city:\n  name: Town " + std::to_string(i) + "\n  country: FR\n  coordinates: [" +
            std::to_string(i < 8 ? 20 + i : -40) + ", " + std::to_string(i < 8 ? 4 + 30 * (i % 3) : 178) +
            "]\n  zone: " + zones[i % 3] + "\n  source: s\n" +
            (photos ? "  photo: {file: a.jpg, alt: A view, credit: me}\n" : "") + "  text: A town of some size.\n";
    return compose(project);
}

// Whether a page has a picture from edge to edge, and how it ends.
std::optional<double> picture_foot(const Made& made, std::size_t page) {
    const auto pictures = made.pictures(page);
    if (pictures.size() != 1 || pictures[0].frame.left.pt() != Approx(-9)) return std::nullopt;
    return pictures[0].frame.bottom().pt();
}

std::size_t pages_with(const Made& made, const std::string& words) {
    std::size_t pages = 0;
    for (std::size_t page = 0; page < made.publication->pages.size(); ++page)
        pages += made.words(page).find(words) != std::string::npos ? 1 : 0;
    return pages;
}

}  // namespace

TEST_CASE("a fill page is a picture that stands nowhere else, with its caption and credit, where one is sharp enough") {
    // Cover, contents, a page to fill, the map, the directory, the back: no page of a city has its photo.
    for (const bool long_caption : {false, true}) {
        Project project{
            .files = {{"content/organisation.yaml", at_home + "goals: {title: Goals, items: [Be good]}\n"},
                      {"content/publications.yaml",
                       publication("[cover, goals, contents, back]", "half-letter, binding: saddle-stitch")},
                      {"content/cities/a.yaml",
                       "city:\n  name: Town\n  country: FR\n  coordinates: [45, 4]\n  zone: Europe/Paris\n"
                       "  source: s\n  text: A town.\n  photo: {file: a.jpg, alt: A view, credit: Ann Lee, "
                       "caption: \"" +
                           std::string{long_caption ? "The old market on a morning in autumn, with the town "
                                                      "hall behind it, the gift of a grateful city to those "
                                                      "who built it and those who came to see it every year"
                                                    : "The market"} +
                           "\"}\n"}}};
        project.photos = {{"a.jpg", photo(3000, 4000)}};
        const Made made = compose(project);
        REQUIRE(made.publication);
        INFO(made.explained.text);
        REQUIRE(made.chose("fill-picture"));
        CHECK(pages_with(made, "Photograph: Ann Lee") == 1);
        for (std::size_t page = 0; page < made.publication->pages.size(); ++page)
            if (const auto foot = picture_foot(made, page)) {
                CHECK(std::fmod(*foot, 12) == Approx(0));
                CHECK(made.run(page, "The")->origin.y.pt() == Approx(*foot + 12));
                for (const auto& item : made.publication->pages[page].items)
                    if (const auto* run = std::get_if<page::PlacedRun>(&item)) CHECK(run->origin.y.pt() <= 564);
            }
        project.photos = {{"a.jpg", photo(600, 800)}};
        const Made coarse = compose(project);
        REQUIRE(coarse.publication);
        CHECK_FALSE(coarse.chose("fill-picture"));
    }
}

TEST_CASE("no picture of a city's own page stands on a fill page too, and no fill page is empty") {
    for (const std::string sections :
         {"cover, mission, contents, cities, goals, back", "cover, goals, contents, cities, back",
          "cover, contents, cities, directory, back", "goals, contents, cities, goals"})
        for (const int partners : {1, 3, 4, 7, 9, 13})
            for (const bool photos : {true, false}) {
                const Made made = booklet("[" + sections + "]", partners, photos);
                REQUIRE(made.publication);
                INFO(sections << " " << partners << "\n" << made.explained.text);
                CHECK_FALSE(made.chose("fill-picture"));
                for (std::size_t page = 0; page + 1 < made.publication->pages.size(); ++page)
                    CHECK_FALSE((made.words(page).empty() && made.pictures(page).empty() &&
                                 made.publication->pages[page].items.size() < 2));
            }
}

TEST_CASE("lines to write on stand on one of two facing pages only") {
    for (const int partners : {1, 2, 4, 9, 20})
        for (const std::string sections :
             {"cover, contents, directory, back", "cover, directory, back", "cover, contents, back"}) {
            const Made made = booklet("[" + sections + "]", partners, false);
            REQUIRE(made.publication);
            INFO(sections << partners << made.explained.text);
            for (std::size_t page = 1; page + 1 < made.publication->pages.size(); page += 2)
                CHECK_FALSE((made.words(page).find("Notes") != std::string::npos &&
                             made.words(page + 1).find("Notes") != std::string::npos));
        }
}

TEST_CASE("no fill page shows the cover's picture once more") {
    for (const int partners : {1, 2, 5}) {
        Project project{
            .files = {{"content/organisation.yaml",
                       at_home + "cover: {title: Friends, photo: {file: a.jpg, alt: A view, credit: me}}\n"},
                      {"content/publications.yaml", publication("[cover, contents, cities, directory, back]",
                                                                "half-letter, binding: saddle-stitch")}},
            .photos = {{"a.jpg", photo(3375, 2625)}}};
        for (int i = 0; i < partners; ++i)
            project.files["content/cities/c" + std::to_string(i) + ".yaml"] =
                "city: {name: Town " + std::to_string(i) + ", country: FR, text: A town of some size.}\n";
        const Made made = compose(project);
        REQUIRE(made.publication);
        INFO(partners << "\n" << made.explained.text);
        REQUIRE(made.pictures(0).size() == 1);
        for (std::size_t page = 1; page + 1 < made.publication->pages.size(); ++page)
            CHECK(made.pictures(page).empty());
    }
}

TEST_CASE("lines to write on stand behind the last section only, and always inside the back cover") {
    for (const std::string middle : {"contents, cities, directory", "directory, contents, cities", "cities, contents"})
        for (const int partners : {1, 2, 3})
            for (const bool photos : {true, false}) {
                const Made made = booklet("[cover, " + middle + ", goals, back]", partners, photos);
                REQUIRE(made.publication);
                INFO(made.explained.text);
                const auto& pages = made.publication->pages;
                std::size_t goals = 0;
                while (goals < pages.size() && made.words(goals).find("Be good") == std::string::npos) ++goals;
                REQUIRE(goals < pages.size());
                for (std::size_t page = 0; page < goals; ++page)
                    CHECK(made.words(page).find("Notes") == std::string::npos);
                if (goals + 2 < pages.size()) CHECK(made.words(pages.size() - 2).find("Notes") != std::string::npos);
            }
}

TEST_CASE("behind the last section there is room to write, beside it not the cover's globe once more") {
    // One of them is so far that the cover needs the whole globe.
    const Made made = booklet("[cover, contents, directory, back]", 9, false, 0);
    REQUIRE(made.publication);
    INFO(made.explained.text);
    REQUIRE(made.publication->pages.size() == 8);
    REQUIRE(made.chose("cover-globe"));
    CHECK(made.chose("fill-globe-day"));
    CHECK(made.words(6).find("Notes") != std::string::npos);
}

TEST_CASE("a table does not leave one row for a page of its own") {
    Project project{.files = {{"content/publications.yaml", publication("[involve]")}}};
    for (const int count : {6, 7, 8, 9, 10, 11}) {
        std::string rows;
        for (int i = 0; i < count; ++i)
            rows += (i > 0 ? ", " : "") + std::string{"{label: Field "} + std::to_string(i) +
                    ", value: \"Ana\\na@example.org\"}";
        project.files["content/organisation.yaml"] = at_home + "involve: {title: Take part, items: [" + rows + "]}\n";
        const Made made = compose(project);
        REQUIRE(made.publication);
        INFO(count);
        for (std::size_t page = 1; page < made.publication->pages.size(); ++page) {
            std::size_t on_page = 0;
            const std::string words = made.words(page);
            for (std::size_t at = words.find("Field "); at != std::string::npos; at = words.find("Field ", at + 1))
                ++on_page;
            CHECK(on_page != 1);
        }
    }
}

TEST_CASE("goals do not leave one for a page of its own") {
    const std::string two_lines = "Provide opportunities for city officials and citizens to experience other cultures";
    Project project{.files = {{"content/publications.yaml", publication("[goals]")}}};
    for (int count = 4; count < 16; ++count) {
        std::string goals;
        for (int i = 0; i < count; ++i) goals += (i > 0 ? ", " : "") + two_lines + " " + std::to_string(i);
        project.files["content/organisation.yaml"] = at_home + "goals: {title: Goals, items: [" + goals + "]}\n";
        const Made made = compose(project);
        REQUIRE(made.publication);
        INFO(count);
        int all = 0;
        for (std::size_t page = 0; page < made.publication->pages.size(); ++page) {
            int on_page = 0;
            const std::string words = made.words(page);
            for (std::size_t at = words.find("Provide"); at != std::string::npos; at = words.find("Provide", at + 1))
                ++on_page;
            CHECK(on_page != 1);
            all += on_page;
        }
        CHECK(all == count);
    }
}
