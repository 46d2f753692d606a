// DESIGN 7.4: an undated publication has its hours in standard time, and says so wherever it prints a difference.
#include <algorithm>

#include "composing.hpp"

using namespace brochure;
using namespace composing;

namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
    return text;
}

struct Case {
    std::string variant;
    int width = 0, height = 0;  // of the photo; 0: none
    std::size_t sentences = 8;
    std::string layout = "";
};

Made city(const Case& one, const std::string& zone, const std::string& more = "") {
    std::string text;
    for (std::size_t i = 0; i < one.sentences; ++i) text += "The town lies by the sea and has a tower. ";
    const bool photo_given = one.width > 0;
    return compose(
        {.files = {{"content/organisation.yaml",
                    "organisation:\n  name: O\n  home: {city: Norman, country: US, coordinates: [35.22, -97.44], zone: "
                    "America/Chicago, source: s}\n"},
                   {"content/cities/a.yaml",
                    "city:\n  name: Arles\n  country: FR\n  coordinates: [43.7, 4.6]\n  source: s\n  zone: " + zone +
                        "\n  text: " + text + "\n" +
                        (photo_given ? "  photo: {file: a.jpg, alt: A, credit: c}\n" : "") +
                        (one.layout.empty() ? "" : "  layout: " + one.layout + "\n")},
                   {"content/publications.yaml",
                    "publications: {p: {title: T, design: municipal, format: half-letter, lang: en-US, sections: "
                    "[cities]" +
                        more + "}}\n"}},
         .photos = {{"a.jpg", photo(one.width, one.height)}}});
}

std::string all_words(const Made& made) {
    std::string all;
    for (std::size_t page = 0; page < made.publication->pages.size(); ++page) all += made.words(page) + " ";
    return lower(all);
}

}  // namespace

TEST_CASE("every arrangement of a city says that its difference is one of standard time, unless it has a date") {
    const Case one = GENERATE(values<Case>({{"city-plate", 2000, 3000, 8, "plate"},
                                            {"city-landscape", 3000, 2000, 8, "landscape"},
                                            {"city-panorama", 6000, 2600, 6, "panorama"},
                                            {"city-page-short", 3000, 2400, 2, "page-short"},
                                            {"city-page", 3000, 2400, 20, "page"},
                                            {"city-page-long", 3000, 2000, 41, "page-long"},
                                            {"city-portrait", 2000, 3000, 6, "portrait"},
                                            {"city-no-photo"}}));
    const auto [zone, hours] = GENERATE(table<std::string, std::string>(
        {{"Europe/Paris", "+7\u00A0h"}, {"Asia/Kathmandu", "+11:45\u00A0h"}, {"America/Chicago", "same as"}}));
    CAPTURE(one.variant, zone);
    const Made undated = city(one, zone), dated = city(one, zone, ", date: 2026-01-15");
    REQUIRE(undated.publication);
    CHECK(undated.chose(one.variant + "\n"));
    // Where "Same as Norman (standard time)" is too long, the difference is a number.
    const bool same =
        zone == "America/Chicago" && all_words(undated).find("\u00B10\u00A0h (standard") != std::string::npos;
    CHECK((same || all_words(undated).find(hours) != std::string::npos));
    CHECK(all_words(undated).find("standard time") != std::string::npos);
    REQUIRE(dated.publication);
    CHECK(all_words(dated).find("standard time") == std::string::npos);
}

TEST_CASE("two facing pages give their difference of time the same label, the long one where both have room for it") {
    const auto [zone, label] = GENERATE(
        table<std::string, std::string>({{"America/Chicago", "local time"}, {"Asia/Kathmandu", "local time"}}));
    Project project{.files = {{"content/organisation.yaml", at_home},
                              {"content/publications.yaml",
                               "publications: {p: {title: T, design: municipal, format: half-letter, binding: "
                               "saddle-stitch, lang: en-US, sections: [cover, a, b, back]}}\n"}}};
    for (const auto& [slug, own] : {std::pair<std::string, std::string>{"a", "Europe/Paris"}, {"b", zone}})
        project.files["content/cities/" + slug + ".yaml"] =
            "city: {name: Arles, country: FR, coordinates: [43.7, 4.6], source: s, zone: " + own + ", text: A town.}\n";
    const Made made = compose(project);
    REQUIRE(made.publication);
    const std::string other = label == "local time" ? "(none)" : "local time";
    for (const std::size_t page : {1U, 2U}) {
        CAPTURE(zone, page, made.words(page));
        CHECK(lower(made.words(page)).find(label) != std::string::npos);
        CHECK(lower(made.words(page)).find(other) == std::string::npos);
    }
}

TEST_CASE("a directory without globes says which time its hours go by") {
    const auto made = compose(
        {.files = {
             {"content/organisation.yaml",
              "organisation:\n  name: O\n  home: {city: Norman, country: US, zone: America/Chicago, source: s}\n"},
             {"content/cities/a.yaml",
              "city: {name: Arles, country: FR, zone: Europe/Paris, source: s, text: A town.}\n"},
             {"content/publications.yaml", publication("[directory]")}}});
    REQUIRE(made.publication);
    CHECK(all_words(made).find("+7\u00A0h") != std::string::npos);
    CHECK(all_words(made).find("hours are standard time") != std::string::npos);
}
