// Names and addresses that are longer than most: what stands beside them stays.
#include <algorithm>
#include <cmath>

#include "towns.hpp"

using namespace brochure;
using testing::composed;
using testing::Town;

namespace {

std::vector<Town> towns(std::size_t count, const std::string& long_name) {
    std::vector<Town> all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back({"Town" + std::to_string(i), "Europe/Paris", "A town of some size.",
                       60 - 5.0 * static_cast<double>(i), 12.0 * static_cast<double>(i % 7)});
    all[3].name = long_name;
    return all;
}

}  // namespace

TEST_CASE("a partner's name of one word of 45 letters leaves the map in its place, whatever its script") {
    for (const std::size_t count : {9, 20})
        for (const char* word :
             {"Llanfairpwllgwyngyllgogerychwyrndrobwllllanty", "Llan'fair'pwllgwyn'gyllgogery'chwyrndrobwllll",
              "Thessalonikithessalonikithessalonikithessalon",
              "\u0642\u0633\u0646\u0637\u064A\u0646\u0629\u0627\u0644\u062C\u0632\u0627\u0626\u0631\u0648\u0647\u0631"
              "\u0627\u0646\u0639\u0646\u0627\u0628\u0629\u062A\u0644\u0645\u0633\u0627\u0646\u0633\u0637\u064A\u0641"
              "\u0628\u0627\u062A\u0646\u0629\u0628\u062C\u0627\u064A\u0629\u0633\u0643\u064A\u0643\u062F\u0629"}) {
            const auto made = composed(towns(count, "\"" + std::string{word} + "\""), "[contents]");
            INFO(count << " partners, " << word);
            REQUIRE(made.publication);
            CHECK(made.chose("map-columns"));
            for (const auto& one : made.found.all()) {
                INFO(one.text);
                CHECK(one.severity != Severity::error);
            }
            CHECK(made.said("divided") != nullptr);
        }
}

TEST_CASE("no line of a partner's name ends on a short linking word, on its page or in the list") {
    auto all = towns(12, "San Cristóbal de las Casas");
    all[3].more = "  photo: {file: square.jpg, alt: A picture, credit: me}\n";
    all[4].name = "San Cristóbal de la Encarnación";
    const auto made = composed(all, "[contents, cities]");
    REQUIRE(made.publication);
    std::size_t seen = 0;
    for (std::size_t page = 0; page < made.publication->pages.size(); ++page)
        for (const auto& item : made.publication->pages[page].items)
            if (const auto* placed = std::get_if<page::PlacedRun>(&item)) {
                std::string words = placed->run.text;
                while (words.ends_with(' ')) words.pop_back();
                if (!words.starts_with("San Crist")) continue;
                ++seen;
                INFO("page " << page << ": " << words);
                CHECK_FALSE((words.ends_with(" de") || words.ends_with(" las") || words.ends_with(" la")));
            }
    CHECK(seen >= 2);
}

TEST_CASE("the names of facing pages stand level where one has the facts below it and the other beside it") {
    std::string text;
    for (int i = 0; i < 27; ++i) text += "A path of nine miles leads round the lake and back to the harbour. ";
    const std::string photo = "  photo: {file: square.jpg, alt: A picture, credit: me}\n";
    std::vector<Town> two(2);
    two[0] = {"Suva", "Pacific/Fiji", text.substr(0, text.size() - 136), 45, 3, photo};
    two[1] = {"Castellon de la Plana", "Europe/Madrid", text.substr(0, text.size() - 408), 40, 0, photo};
    for (const bool wide_first : {false, true}) {
        if (wide_first) std::swap(two[0], two[1]);
        auto sections = two;  // on pages 2 and 3
        sections.insert(sections.begin(), {"Paris", "Europe/Paris", "A town of some size.", 48, 2, photo});
        sections.insert(sections.end(), 4, sections.front());
        const auto made = composed(sections, "[cities]", "saddle-stitch");
        REQUIRE(made.publication);
        INFO(made.explained.text.substr(0, 3000));
        std::vector<std::pair<std::size_t, double>> found;
        for (std::size_t page = 0; page < made.publication->pages.size(); ++page)
            for (const char* name : {"Suva", "Castellon"})
                if (const auto* run = made.run(page, name); run && run->run.size.pt() > 20)
                    found.emplace_back(page, run->origin.y.pt());
        REQUIRE(found.size() == 2);
        REQUIRE(found[0].first == 1);
        REQUIRE(found[1].first == 2);
        CHECK(made.chose("city-page-long-wide"));
        CHECK(found[0].second == Approx(found[1].second));
    }
}

TEST_CASE("a web address of a hundred characters is told by its host where it has one line, and its link is whole") {
    composing::Project project;
    const std::string address =
        "www.example.org/en/city-government/departments/international-affairs/sister-cities/partners/contact-form";
    project.files["content/organisation.yaml"] =
        composing::at_home + "contacts: {name: The office, address: 1 Main Street, web: \"https://" + address + "\"}\n";
    project.files["content/publications.yaml"] =
        "publications: {p: {title: T, design: municipal, format: letter, lang: en-US, for-each: city}}\n";
    project.files["content/cities/x.yaml"] =
        "city:\n  name: Xanten\n  country: DE\n  coordinates: [51.7, 6.5]\n  zone: Europe/Berlin\n  source: s\n"
        "  photo: {file: x.jpg, alt: A picture, credit: me}\n  text: A town of some size on a hill.\n";
    project.photos = {{"x.jpg", composing::photo(3000, 2000)}};
    project.city = "x";
    const auto made = composing::compose(project);
    REQUIRE(made.publication);
    for (const auto& one : made.found.all()) {
        INFO(one.text);
        CHECK(one.severity != Severity::error);
    }
    const auto* host = made.run(0, "www.example.org");
    REQUIRE(host);
    CHECK(host->run.text == "www.example.org");
    CHECK(host->run.link == "https://" + address);
    const auto& structure = made.publication->structure;
    CHECK(std::any_of(structure.begin(), structure.end(),
                      [&](const auto& element) { return element.alt.find(address) != std::string::npos; }));
}

TEST_CASE("what to do about a fact without room names another layout only where the city may have one") {
    for (const bool alone : {false, true}) {
        composing::Project project;
        project.files["content/organisation.yaml"] = composing::at_home;
        project.files["content/publications.yaml"] = composing::publication("[cities]");
        // Of seven cities none has a spread.
        for (int i = 0; i < (alone ? 1 : 7); ++i)
            project.files["content/cities/x" + std::to_string(i) + ".yaml"] =
                "city:\n  name: Xanten\n  country: DE\n  coordinates: [51.7, 6.5]\n  zone: Europe/Berlin\n  source: s\n"
                "  photo: {file: x.jpg, alt: A picture, credit: me}\n  text: A town of some size on a hill.\n"
                "  facts: [{label: Founded, value: 1228}, {label: River, value: Rhine}, {label: People, value: "
                "many}]\n";
        project.photos = {{"x.jpg", composing::photo(5200, 2600)}};
        const auto made = composing::compose(project);
        REQUIRE(made.publication);
        const auto* said = made.said("fact-without-place");
        REQUIRE(said);
        CHECK((said->hint.find("layout:") != std::string::npos) == alone);
        CHECK(said->hint.find("take a fact out") != std::string::npos);
    }
}

TEST_CASE("a city's name of two words is not parted in the captions beside its picture and below its globe") {
    using namespace composing;
    const auto made = [](const std::string& name, const std::string& caption) {
        Project project{
            .files = {{"content/organisation.yaml", at_home}, {"content/publications.yaml", publication("[cities]")}},
            .photos = {{"a.jpg", photo(2000, 3000)}}};
        project.files["content/cities/a.yaml"] =
            "city:\n  name: " + name +
            "\n  country: FR\n  coordinates: [43, 4]\n  zone: Europe/Paris\n  source: s\n"
            "  photo: {file: a.jpg, alt: A view, credit: me, caption: " +
            caption +
            "}\n"
            "  text: A town.\n  layout: portrait\n";
        return compose(project);
    };
    for (const std::string before :
         {"The square of", "The new square of", "The old square in", "A view of the bay of"}) {
        const Made one = made("Nieuw Haven", before + " Nieuw Haven");
        REQUIRE(one.publication);
        INFO(one.words(0));
        CHECK(one.run(0, "Nieuw\u00A0Haven"));
    }
    // A name wider than the column breaks as any text does.
    CHECK(made("Sankt Nikolai im Sausal an der Donau", "The square of Sankt Nikolai im Sausal an der Donau")
              .text("divided")
              .empty());
}

TEST_CASE("the note on the hours of two cities parts neither of their names") {
    composing::Project project{
        .files = {{"content/organisation.yaml",
                   "organisation: {name: O, home: {city: New Haven, region: R, country: US, coordinates: "
                   "[41.31, -72.92], zone: America/New_York, source: s}}\n"},
                  {"content/publications.yaml",
                   "publications: {p: {title: T, design: municipal, format: letter, lang: en-US, "
                   "for-each: city}}\n"},
                  {"content/cities/a.yaml",
                   "city: {name: San Marco, country: IT, coordinates: [43.7, 11.6], zone: Europe/Rome, "
                   "source: s, text: A town.}\n"}},
        .city = "a"};
    const auto made = composing::compose(project);
    REQUIRE(made.publication);
    const std::string back = made.words(1);
    CHECK(back.find("hours in New\u00A0Haven") != std::string::npos);
    CHECK(back.find("hours in San\u00A0Marco") != std::string::npos);
}
