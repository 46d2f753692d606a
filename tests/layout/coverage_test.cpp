// How much of a publication is there in a language, and what stands in its own language where it is not.
#include "layout/coverage.hpp"

#include "composing.hpp"
#include "layout/choices.hpp"

using namespace brochure;
using namespace composing;

namespace {

const std::string organisation =
    "organisation: {name: O, home: {city: Norman, country: US, coordinates: [35.22, -97.44], zone: America/Chicago, "
    "source: s}}\n"
    "about: {title: {en: About us, fr: Qui nous sommes}, text: {en: We are friends., fr: Nous sommes amis.}}\n"
    "mission: {label: Mission, text: We keep in touch.}\n";
const std::string colima =
    "city:\n  name: {en: Colima, fr: Colima}\n  country: MX\n  text: {en: A city of palms., fr: Une ville de "
    "palmiers.}\n  short: A city.\n  facts: [{label: Founded, value: \"1523\", source: s}]\n";

/// Reads a project with one publication and measures it in `lang`.
std::vector<layout::Coverage> covered(const std::string& publication, const std::string& lang,
                                      const std::string& second = {}) {
    const ReadProject read = composing::read({{{"content/organisation.yaml", organisation},
                                               {"content/cities/colima.yaml", colima},
                                               {"content/publications.yaml", publication}}});
    const auto& [files, content, design, fonts] = read;
    layout::Job job;
    job.publication = &content.publications.at(0);
    job.lang = lang;
    job.second_lang = second;
    if (job.publication->for_each) job.city = &content.cities.at(0);
    auto coverage = layout::coverage_of(content, design, job);
    for (auto& one : coverage)  // told by file and line
        for (auto& where : one.missing) where.file = FileId{files.path(where.file).ends_with("colima.yaml") ? 1 : 0};
    return coverage;
}

}  // namespace

TEST_CASE("of a publication in the content's own language nothing is told") {
    CHECK(covered(publication("[about, cities]"), "en-US").empty());
}

TEST_CASE("texts are missing that the publication shows and the language has not, each once, with its place") {
    const auto all = covered(publication("[about, mission, cities]"), "fr");
    REQUIRE(all.size() == 1);
    CHECK(all[0].lang == "fr");
    CHECK(all[0].words.empty());
    // The title of the publication stands in publications.yaml; the mission's label and text; the fact's label.
    std::vector<std::pair<int, int>> places;
    for (const auto& where : all[0].missing) places.emplace_back(where.file.index, where.line);
    std::sort(places.begin(), places.end());
    CHECK(places == std::vector<std::pair<int, int>>{{0, 1}, {0, 3}, {0, 3}, {1, 6}});
    CHECK(all[0].texts > places.size());
}

TEST_CASE("what no section of the publication shows is not missed") {
    const auto lines = [](const std::vector<layout::Coverage>& all) {
        std::vector<int> list;
        for (const auto& where : all.at(0).missing) list.push_back(where.file.index == 1 ? where.line : 0);
        return list;
    };
    CHECK(lines(covered(publication("[about]"), "fr")) == std::vector<int>{0});  // its title
    const auto leaflet = lines(covered(publication("[leaflet-outside, leaflet-inside]", "leaflet-letter"), "fr"));
    CHECK(std::count(leaflet.begin(), leaflet.end(), 5) == 1);  // the short text of the city
}

TEST_CASE("both languages of a publication are measured, and the program's own words among them") {
    const auto all = covered(publication("[about]"), "en-US", "uk");
    REQUIRE(all.size() == 2);
    CHECK(all[0].lang == "en-US");
    CHECK(all[0].missing.empty());
    CHECK(all[1].lang == "uk");
    CHECK(all[1].missing.size() == 3);
    CHECK(std::find(all[1].words.begin(), all[1].words.end(), "mission") != all[1].words.end());
}

TEST_CASE("a text that is not translated stands in its own language, and says so") {
    const auto made = compose({.files = {{"content/organisation.yaml", organisation},
                                         {"content/publications.yaml", publication("[mission, about]")}},
                               .lang = "fr"});
    REQUIRE(made.publication);
    CHECK(made.publication->lang == "fr");
    REQUIRE(made.run(0, "keep"));
    CHECK(made.run(0, "keep")->run.lang == "en-US");
    REQUIRE(made.run(1, "sommes"));
    CHECK(made.run(1, "sommes")->run.lang == "fr");
}

TEST_CASE("a word of the program that a language has not is tagged as English") {
    const auto made = compose({.files = {{"content/organisation.yaml", organisation},
                                         {"content/publications.yaml",
                                          "publications: {p: {design: municipal, format: half-letter, lang: uk, "
                                          "sections: [about]}}\n"}},
                               .lang = "uk"});
    REQUIRE(made.publication);
    const auto* word = made.run(0, "ABOUT") ? made.run(0, "ABOUT") : made.run(0, "About");
    REQUIRE(word);
    CHECK(word->run.lang == "en");
}

TEST_CASE("partner is the language of the city, with the country where that matters") {
    content::City city;
    const auto meant = [&](const std::string& country) {
        city.country.value = country;
        return layout::language_meant("partner", &city);
    };
    CHECK(meant("FR") == "fr");
    CHECK(meant("IT") == "it");
    CHECK(meant("JP") == "ja");
    CHECK(meant("MX") == "es-MX");
    CHECK(layout::language_meant("de", &city) == "de");
    city.language = Located<std::string>{"nah", {}};
    CHECK(meant("MX") == "nah");
}
