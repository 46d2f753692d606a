// Texts longer than their page: they go on, and every word of them stands on some page, once.
#include <set>

#include "composing.hpp"

using namespace brochure;
using namespace composing;

namespace {

// Sentences of some seventy characters, each with a word of its own, four in a paragraph.
std::string text_of(std::size_t characters) {
    std::string text;
    for (int i = 100; text.size() < characters; ++i)
        text += (i % 4      ? ""
                 : i == 100 ? "    "
                            : "\n\n    ") +
                std::string{"The word q"} + std::to_string(i) +
                "q stands here between towns that write to each other. ";
    return text + "\n";
}

// How often each of the text's own words stands on the pages; empty: each once.
std::string not_once(const std::string& text, const Made& made) {
    std::string all, wrong;
    for (std::size_t page = 0; page < made.publication->pages.size(); ++page) all += made.words(page) + " ";
    for (int i = 100; text.find("q" + std::to_string(i) + "q") != std::string::npos; ++i) {
        const std::string word = "q" + std::to_string(i) + "q";
        int times = 0;
        for (auto at = all.find(word); at != std::string::npos; at = all.find(word, at + 1)) ++times;
        if (times != 1) wrong += word + ": " + std::to_string(times) + " ";
    }
    return wrong;
}

Made with_mission(const std::string& design, const std::string& sections, const std::string& format,
                  const std::string& text) {
    return compose(
        {.files = {{"content/organisation.yaml", at_home + "mission:\n  label: Our mission\n  text: |-\n" + text},
                   {"content/publications.yaml", publication(sections, format)}},
         .design = design});
}

Made with_city(const std::string& design, const std::string& format, const std::string& text, image::Photo photo) {
    Project project{.files = {{"content/organisation.yaml", at_home},
                              {"content/publications.yaml", publication("[cities]", format)}},
                    .design = design};
    if (photo.width > 0) project.photos = {{"a.jpg", photo}};
    project.files["content/cities/x.yaml"] =
        "city:\n  name: Xanten\n  country: DE\n  coordinates: [51.66, 6.45]\n  zone: Europe/Berlin\n  source: s\n" +
        std::string{photo.width > 0 ? "  photo: {file: a.jpg, alt: A view, credit: me}\n" : ""} + "  text: |-\n" + text;
    return compose(project);
}

}  // namespace

TEST_CASE("a mission of any length has its place in the gazette, with a section of its own and without") {
    for (const std::size_t characters : {200, 800, 870, 1500, 3000, 6000})
        for (const char* sections : {"[cover]", "[cover, mission]"}) {
            INFO(characters << " characters, " << sections);
            const std::string text = text_of(characters);
            const Made made = with_mission("gazette", sections, "letter", text);
            REQUIRE(made.publication);
            CHECK_FALSE(made.found.has_errors());
            CHECK(not_once(text, made).empty());
        }
}

TEST_CASE("a mission longer than its Night page goes on on another") {
    const auto format = GENERATE(values<std::string>({"half-letter", "a5"}));
    const std::string text = text_of(6000);
    const Made made = with_mission("municipal", "[cover, mission]", format, text);
    REQUIRE(made.publication);
    CHECK(not_once(text, made).empty());
}

TEST_CASE("of a long text of a city no word is lost or set twice where it goes on") {
    for (const auto& [design, format] : {std::pair{"gazette", "letter"}, {"municipal", "half-letter"}})
        for (const std::size_t characters : {1500, 2500, 4000, 6000})
            for (const auto& [width, height] : {std::pair{0, 0}, {2400, 4000}, {4000, 2900}}) {
                INFO(design << ", " << characters << " characters, photo " << width << " x " << height);
                const std::string text = text_of(characters);
                const Made made = with_city(design, format, text, photo(width, height));
                INFO(made.explained.text);
                REQUIRE(made.publication);
                CHECK(not_once(text, made) == "");
            }
}

TEST_CASE("a master in whose columns a text would go on in other lines is not used") {
    const std::string design =
        "swatches: {ink: {srgb: \"#000000\", cmyk: [0, 0, 0, 100]}}\n"
        "styles: {body: {family: text, size: 9, leading: 12}}\n"
        "formats: {a5: {trim: [400, 600], bleed: 9, margins: {outer: 36, inner: 36, top: 48, bottom: 48}, "
        "columns: {count: 2, gutter: 12}, last-line: 540}}\n"
        "masters:\n"
        "  first: {frames: [{flow: text, columns: 1-1, top: 60, bottom: L, style: body}]}\n"
        "  more: {frames: [{flow: text, columns: 1-2, top: 60, bottom: L, style: body}]}\n"
        "sections: {city: {variants: [first], continues: more, label: name}}\n";
    std::string text = text_of(6000);
    for (auto at = text.find("\n\n    "); at != std::string::npos; at = text.find("\n\n    ")) text.replace(at, 6, "");
    const Made made = with_city(design, "a5", text, {});
    CHECK_FALSE(made.publication);
    CHECK(made.explained.text.find("words would be lost") != std::string::npos);
}

TEST_CASE("following paragraphs of a text in large type are indented and stand one leading apart") {
    const Made made = with_mission("municipal", "[mission]", "half-letter", text_of(1300));
    REQUIRE(made.publication);
    REQUIRE(made.chose("mission-long"));
    const auto *first = made.run(0, "q100q"), *second = made.run(0, "q104q"), *third = made.run(0, "q108q");
    REQUIRE((first && second && third));
    CHECK(second->origin.x.pt() == Approx(first->origin.x.pt() + 12).margin(0.1));
    CHECK(third->origin.x.pt() == Approx(first->origin.x.pt() + 12).margin(0.1));
    std::set<long> baselines;
    for (const auto& item : made.publication->pages[0].items)
        if (const auto* run = std::get_if<page::PlacedRun>(&item); run && run->run.size == first->run.size)
            baselines.insert(std::lround(run->origin.y.pt()));
    REQUIRE(baselines.size() > 8);
    CHECK(*baselines.rbegin() - *baselines.begin() == 18 * static_cast<long>(baselines.size() - 1));
}

TEST_CASE("the gazette prints what the author says of a city, whatever the shape of its picture") {
    for (const auto& [width, height] : {std::pair{4000, 2900}, {5200, 2000}, {6000, 2000}, {2400, 4000}, {0, 0}}) {
        INFO("photo " << width << " x " << height);
        Project project{.files = {{"content/organisation.yaml", at_home},
                                  {"content/publications.yaml", publication("[cities]", "letter")}},
                        .design = "gazette"};
        if (width > 0) project.photos = {{"a.jpg", photo(width, height)}};
        project.files["content/cities/x.yaml"] =
            "city:\n  name: Xanten\n  country: DE\n  coordinates: [51.66, 6.45]\n  zone: Europe/Berlin\n  source: s\n" +
            std::string{width > 0 ? "  photo: {file: a.jpg, alt: A view, credit: me}\n" : ""} +
            "  text: A town on the Rhine.\n  facts:\n    - {label: Partner since, value: \"1987\", source: s}\n"
            "    - {label: Population, value: \"21,587\", source: s}\n    - {label: Mayor, value: Ada Roe, source: "
            "s}\n";
        const Made made = compose(project);
        REQUIRE(made.publication);
        CHECK(made.text("fact-without-place") == "");
        for (const char* words : {"1987", "21,587", "Ada Roe"}) CHECK(made.words(0).find(words) != std::string::npos);
    }
}
