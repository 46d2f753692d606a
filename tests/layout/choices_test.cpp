#include "layout/choices.hpp"

#include "catch.hpp"

using namespace brochure;

namespace {

design::Design shipped(const std::string& name, SourceFiles& files) {
    Diagnostics found;
    const std::string path = "content/designs/" + name + ".yaml";
    return design::read(files.add(path, std::string{design::embedded().at(path)}), files, found);
}

}  // namespace

TEST_CASE("a layout that only another design of the project has is a note, one that none has an error") {
    SourceFiles files;
    const auto municipal = shipped("municipal", files), gazette = shipped("gazette", files);
    content::Content content;
    content.cities.emplace_back().layout = Located<std::string>{"plate", {}};
    content::Publication publication;
    publication.sections.push_back({"cities", {}});
    const auto told = [&](const std::vector<const design::Design*>& all) {
        Diagnostics found;
        layout::check_choices(content, publication, gazette, all, found);
        REQUIRE(found.all().size() == 1);
        return found.all().front();
    };
    const auto both = told({&municipal, &gazette}), alone = told({&gazette});
    CHECK(both.severity == Severity::note);
    CHECK(both.rule == "layout-elsewhere");
    CHECK(both.text.find("'municipal' has") != std::string::npos);
    CHECK(alone.severity == Severity::error);
    CHECK(alone.rule == "unknown-layout");
    content.cities.front().layout->value = "cathedral";
    CHECK(told({&municipal, &gazette}).severity == Severity::error);
}

TEST_CASE(
    "a publication's own layout for a city wins over the one in the city's file, and is looked for in the design") {
    SourceFiles files;
    const auto municipal = shipped("municipal", files);
    content::Content content;
    auto& city = content.cities.emplace_back();
    city.slug = "seika";
    city.layout = Located<std::string>{"panorama", {}};
    content::Publication publication;
    publication.sections.push_back({"cities", {}});
    CHECK(layout::layout_for(city, nullptr)->value == "panorama");
    CHECK(layout::layout_for(city, &publication)->value == "panorama");
    publication.layouts.push_back({{"seika", {}}, {"landscape", {FileId{0}, 7, 20}}});
    CHECK(layout::layout_for(city, &publication)->value == "landscape");
    Diagnostics found;
    layout::check_choices(content, publication, municipal, {&municipal}, found);
    CHECK(found.all().empty());
    publication.layouts.front().second.value = "landscap";
    layout::check_choices(content, publication, municipal, {&municipal}, found);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all().front().rule == "unknown-layout");
    CHECK(found.all().front().where.line == 7);
}

TEST_CASE("logos and phrases of cities that no page of a publication shows are told once") {
    SourceFiles files;
    const auto municipal = shipped("municipal", files), gazette = shipped("gazette", files);
    content::Content content;
    for (int i = 0; i < 2; ++i) {
        auto& city = content.cities.emplace_back();
        city.logo.emplace();
        city.phrases.emplace_back();
    }
    const auto told = [&](const design::Design& design, bool handout, const std::vector<std::string>& sections) {
        content::Publication publication;
        if (handout) publication.for_each = Located<std::string>{"city", {}};
        for (const auto& section : sections) publication.sections.push_back({section, {}});
        Diagnostics found;
        layout::check_choices(content, publication, design, {&design}, found);
        std::string rules;
        for (const auto& one : found.all()) rules += one.rule + " ";
        return rules;
    };
    CHECK(told(municipal, true, {}).empty());
    CHECK(told(municipal, false, {"cover", "cities"}) == "logo-not-shown ");
    CHECK(told(municipal, false, {}) == "logo-not-shown ");
    CHECK(told(municipal, true, {"handout"}) == "phrases-not-shown ");
    CHECK(told(gazette, false, {"cities"}).empty());
    CHECK(told(gazette, true, {}) == "phrases-not-shown ");
    content.cities.clear();
    CHECK(told(municipal, false, {"cities"}).empty());
}
