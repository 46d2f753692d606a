// What stands on the pages between sections that a booklet has too many.
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

bool is_fully_covered(const Made& made, std::size_t page) {
    const auto pictures = made.pictures(page);
    return pictures.size() == 1 && pictures[0].frame.left.pt() == Approx(-9) &&
           pictures[0].frame.bottom().pt() == Approx(621) && made.words(page).empty();
}

}  // namespace

TEST_CASE("a fill page is a picture that is on no page near, where there is one that is sharp enough") {
    // Cover, contents, a page to fill, the map, four spreads, the directory, the back.
    const std::string sections = "[cover, contents, cities, directory, back]";
    const Made made = booklet(sections, 4, true), coarse = booklet(sections, 4, true, 1100);
    REQUIRE(made.publication);
    REQUIRE(coarse.publication);
    INFO(made.explained.text);
    REQUIRE(made.publication->pages.size() == 16);
    CHECK(is_fully_covered(made, 2));
    REQUIRE(coarse.publication->pages.size() >= 12);
    CHECK(coarse.pictures(2).empty());
    CHECK_FALSE(coarse.publication->pages[2].items.empty());
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

TEST_CASE("behind the last section there is room to write, not the cover's globe once more") {
    // One of them is so far that the cover needs the whole globe.
    const Made made = booklet("[cover, contents, directory, back]", 9, false, 0);
    REQUIRE(made.publication);
    INFO(made.explained.text);
    REQUIRE(made.publication->pages.size() == 8);
    REQUIRE(made.chose("cover-globe"));
    CHECK(made.words(5).find("Notes") != std::string::npos);
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
