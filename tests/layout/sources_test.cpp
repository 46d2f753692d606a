#include "layout/sources.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "layout/fields.hpp"

using namespace brochure;

namespace {

content::Text words(const std::string& words) {
    content::RichText rich;
    rich.blocks.emplace_back().spans.emplace_back().text = words;
    return {{{"en", rich}}, {}};
}

design::Design design_with(const std::string& source) {
    design::Design design;
    design.masters["m"].frames.emplace_back().source = source;
    return design;
}

}  // namespace

TEST_CASE("a source that no section can have is an error with the frame's place, and says what was meant") {
    Diagnostics found;
    layout::check_sources(design_with("photo.captoin"), found);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].text.find("photo.captoin") != std::string::npos);
    CHECK(found.all()[0].hint == "did you mean 'photo.caption'?");
}

TEST_CASE("a condition may name a section that the design has, and no other") {
    auto design = design_with("name");
    design.sections["mission"].label = "none";
    design.masters["m"].frames[0].when = {"sections.mission", "sections.cities", "sections.misson"};
    Diagnostics found;
    layout::check_sources(design, found);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].text.find("sections.misson") != std::string::npos);
}

TEST_CASE("a condition may name a master that could not be read, but that a section uses") {
    auto design = design_with("name");
    design.sections["mission"].variants = {"mission"};
    design.masters["m"].unless = {"chosen.mission", "chosen.misson"};
    Diagnostics found;
    layout::check_sources(design, found);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].text.find("chosen.misson") != std::string::npos);
}

namespace {

const std::string manual = std::string{PROJECT_DIR} + "/content/designs/sources.md";

std::string sources_told() {
    std::string told =
        "# Sources\n\nWhat a frame of a design can show, and what `when:` and `unless:` can ask for (README.md, beside "
        "this "
        "file). Printed from the program: `test_layout \"[print]\"` writes it anew.\n\n| source | what it is "
        "|\n|---|---|\n";
    for (const auto& source : layout::source_names())
        told += "| `" + std::string{source.name} + "` | " + std::string{source.doc} + " |\n";
    return told;
}

}  // namespace

TEST_CASE("the manual lists every source") {
    std::ifstream file{manual, std::ios::binary};
    INFO("out of date: run test_layout \"[print]\"");
    CHECK(std::string{std::istreambuf_iterator<char>{file}, {}} == sources_told());
}

TEST_CASE("write the manual of sources", "[.][print]") {
    std::ofstream{manual, std::ios::binary} << sources_told();
}

TEST_CASE("conditions and running feet are looked at too") {
    Diagnostics found;
    auto design = design_with("name");
    design.masters["m"].frames[0].when = {"phto"};
    design.masters["m"].frames[0].unless = {"cover", "cuver"};
    design.sections["city"].label = "nane";
    design.sections["back"].label = "none";
    layout::check_sources(design, found);
    CHECK(found.all().size() == 3);
}

TEST_CASE("all that a section can show is a source that a design may name") {
    content::Content content;
    auto& organisation = content.organisation;
    organisation.name = organisation.cover_title = organisation.cities_title = words("Sister Cities");
    organisation.home.city = organisation.home.region = words("Norman");
    organisation.mission.emplace().label = words("Mission");
    organisation.mission->text = organisation.about.emplace().text = words("One sentence. Another one.");
    organisation.goals.emplace().items.push_back(words("A goal"));
    organisation.contacts.emplace().address = words("A street");
    organisation.committee.emplace_back().name.value = "A name";
    organisation.meetings = words("Mondays");
    organisation.contacts->name = words("An office");
    organisation.contacts->phone = organisation.contacts->email = Located<std::string>{"a@example.org", {}};
    organisation.about->shorter = words("One sentence.");
    organisation.involve.emplace().title = words("Take part");
    organisation.involve->items.emplace_back().label = words("Cultural");
    organisation.contacts->web = Located<std::string>{"example.org", {}};
    organisation.figures.emplace_back().number = words("4");
    auto& city = content.cities.emplace_back();
    city.name = words("Colima");
    city.country.value = "MX";
    city.text = words("A text.");
    city.coordinates = {{19.24, -103.71}, {}};
    city.zone = {"America/Mexico_City", {}};
    organisation.home.coordinates = {{35.22, -97.44}, {}};
    organisation.home.zone = {"America/Chicago", {}};
    const content::Publication publication;
    layout::Job job;
    job.publication = &publication;
    job.lang = "en";
    const layout::Photos photos;
    const layout::Sources sources{content, job, photos};
    for (const std::string kind :
         {"cover", "mission", "about", "contents", "city", "goals", "involve", "back", "handout", "handout-back"}) {
        const auto fields = layout::bind(sources, {kind, &city, {}}, 240, 170);
        CHECK_FALSE(fields.names().empty());
        for (const auto& name : fields.names()) {
            INFO(kind << " " << name);
            CHECK(layout::is_source(name));
        }
    }
}

TEST_CASE("a value that looks like its own placeholder is put in once") {
    content::Content content;
    content.labels["from-home"] = words("From {home} to {home}");
    CHECK(layout::label(content, "from-home", "en", {{"home", "{home}!"}}) == "From {home}! to {home}!");
}
