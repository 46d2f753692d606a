// The second design: it has a place for everything, and its text comes first.
#include "composing.hpp"

using namespace brochure;
using namespace composing;

namespace {

Made gazette(const std::string& sections, const std::string& format, int partners, int width = 4000,
             int height = 2900) {
    Project project{
        .files = {{"content/organisation.yaml",
                   at_home + "involve: {title: Exchanges, items: [{label: Cultural, value: Ana}, {label: Municipal, "
                             "value: Ben}]}\n"
                             "contacts: {name: Office, email: office@example.org, web: \"https://example.org\"}\n"
                             "committee: [{name: Cleo, role: Chair}]\nmeetings: First Monday\n"},
                  {"content/publications.yaml", publication(sections, format)}},
        .design = "gazette",
        .photos = {{"a.jpg", photo(width, height)}}};
    for (int i = 0; i < partners; ++i)
        project.files["content/cities/c" + std::to_string(100 + i) + ".yaml"] =
            "city:\n  name: Town " + std::to_string(100 + i) +
            "\n  country: FR\n  coordinates: [43, 4]\n  zone: Europe/Paris\n  source: s\n"
            "  photo: {file: a.jpg, alt: A view, credit: me}\n  text: A town of some size.\n";
    return compose(project);
}

}  // namespace

TEST_CASE("fields of work, the directory and the back have a place in the gazette, on letter and A4") {
    const auto format = GENERATE(values<std::string>({"letter", "a4"}));
    const auto [partners, last] = GENERATE(table<int, std::string>({{12, "Town 111"}, {60, "Town 159"}}));
    const Made made = gazette("[involve, directory, back]", format, partners);
    REQUIRE(made.publication);
    CHECK_FALSE(made.found.has_errors());
    CHECK(made.words(0).find("Municipal") != std::string::npos);
    CHECK(made.words(0).find("office@example.org") != std::string::npos);
    std::string entries;
    for (std::size_t page = 1; page + 1 < made.publication->pages.size(); ++page) entries += made.words(page);
    CHECK(entries.find("Town 100") != std::string::npos);
    CHECK(entries.find(last) != std::string::npos);
    const std::string back = made.words(made.publication->pages.size() - 1);
    for (const char* words : {"Office", "Cleo", "First Monday"}) CHECK(back.find(words) != std::string::npos);
}

TEST_CASE("the gazette's front page has the mission only where it has no page of its own") {
    const std::string with_mission = at_home + "mission: {label: Our mission, text: We bring towns together.}\n";
    const auto front = [&](const std::string& sections) {
        Project project{.files = {{"content/organisation.yaml",
                                   with_mission + "cover: {photo: {file: a.jpg, alt: A view, credit: me}}\n"},
                                  {"content/publications.yaml", publication(sections, "letter")}},
                        .design = "gazette",
                        .photos = {{"a.jpg", photo(4000, 2900)}}};
        return compose(project);
    };
    const Made alone = front("[cover]"), both = front("[cover, mission]");
    REQUIRE(alone.publication);
    REQUIRE(both.publication);
    CHECK(alone.words(0).find("We bring towns together") != std::string::npos);
    CHECK(both.words(0).find("We bring towns together") == std::string::npos);
    CHECK(both.words(1).find("We bring towns together") != std::string::npos);
}

TEST_CASE("in the gazette a city's picture stands below its text, within the margins") {
    const Made made = gazette("[cities]", "letter", 1);
    REQUIRE(made.publication);
    const auto pictures = made.pictures(0);
    REQUIRE(pictures.size() == 1);
    REQUIRE(made.run(0, "A town of some size"));
    CHECK(pictures[0].frame.top > made.run(0, "A town of some size")->origin.y + 12.0_pt);
    CHECK(pictures[0].frame.left.pt() == Approx(54));
    CHECK(pictures[0].frame.right().pt() <= 558.01);
}

TEST_CASE("the gazette's pictures are printed in its one ink") {
    const Made made = gazette("[cities]", "letter", 2);
    REQUIRE(made.publication);
    REQUIRE_FALSE(made.publication->pictures.empty());
    for (const auto& picture : made.publication->pictures) CHECK(picture.grey);
}

TEST_CASE("a short text in the gazette leaves the picture the whole width and the page's height") {
    const Made made = gazette("[cities]", "letter", 1);
    REQUIRE(made.publication);
    const auto pictures = made.pictures(0);
    REQUIRE(pictures.size() == 1);
    CHECK(pictures[0].frame.right().pt() == Approx(558));
    CHECK(pictures[0].frame.bottom().pt() == Approx(702));
}

TEST_CASE("beside a short text the gazette shows most of a photo of any shape, on pages and handouts") {
    const auto format = GENERATE(values<std::string>({"letter", "a4"}));
    for (const auto& [width, height] : {std::pair{2000, 4000},
                                        {2000, 3000},
                                        {2000, 2500},
                                        {3000, 2000},
                                        {3800, 2000},
                                        {4400, 2000},
                                        {5200, 2000},
                                        {6000, 2000}}) {
        INFO(width << " x " << height);
        const Made made = gazette("[cities]", format, 1, width, height);
        REQUIRE(made.publication);
        REQUIRE(made.publication->pictures.size() == 1);
        const auto crop = made.publication->pictures.front().crop;
        CHECK(crop.width * crop.height > 0.78);
        const auto frame = made.pictures(0).at(0).frame;
        CHECK(frame.right().pt() < made.publication->pages[0].trim.width.pt() - 45);
        CHECK(frame.bottom().pt() < made.publication->pages[0].trim.height.pt() - 54);
    }
}

TEST_CASE("the gazette's map of up to forty partners stands above the list of all, however it is set") {
    const auto format = GENERATE(values<std::string>({"letter", "a4"}));
    const int partners = GENERATE(1, 8, 9, 10, 13, 16, 17, 26, 40);
    CAPTURE(format, partners);
    const Made made = gazette("[contents]", format, partners);
    REQUIRE(made.publication);
    INFO(made.explained.text);
    CHECK_FALSE(made.found.has_errors());
    CHECK(made.explained.text.find("-> partners-map") != std::string::npos);
    REQUIRE(made.publication->pages.size() == 1);
    const std::string words = made.words(0);
    for (int i = 0; i < partners; ++i) CHECK(words.find("Town " + std::to_string(100 + i)) != std::string::npos);
}

TEST_CASE("figures of many digits stand within their cells, all of them in one size") {
    const Made made =
        compose({.files = {{"content/organisation.yaml",
                            at_home + "about: {title: Who, text: We.}\nfigures: [{number: \"1961\"}, {number: "
                                      "\"14,300\"}, {number: \"7\"}]\n"},
                           {"content/publications.yaml", publication("[about]", "letter")}},
                 .design = "gazette"});
    REQUIRE(made.publication);
    const auto *wide = made.run(0, "14,300"), *next = made.run(0, "7");
    REQUIRE(wide);
    REQUIRE(next);
    CHECK((wide->origin.x + wide->run.advance).pt() < next->origin.x.pt() - 6);
    CHECK(wide->run.size == made.run(0, "1961")->run.size);
}
