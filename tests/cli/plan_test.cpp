#include "cli/plan.hpp"

#include "catch.hpp"

using namespace brochure;
using namespace brochure::cli;

namespace {

content::Text text(const std::string& lang) {
    content::Text text;
    text.versions.push_back({lang, {}});
    return text;
}

content::Publication publication(const std::string& name, const std::vector<std::string>& editions,
                                 bool for_each = false) {
    content::Publication made;
    made.name.value = name;
    made.design.value = "plain";
    for (const auto& edition : editions) made.editions.push_back({edition, {}});
    if (for_each) made.for_each = Located<std::string>{"city", {}};
    return made;
}

/// A booklet in two editions and a handout for each of two cities, in English with one French text.
Project project() {
    Project project;
    project.content.publications = {publication("booklet", {"screen", "print", "large-print"}),
                                    publication("handout", {"screen"}, true)};
    for (const char* slug : {"colima", "seika"}) {
        content::City city;
        city.slug = slug;
        project.content.cities.push_back(std::move(city));
    }
    project.content.cities[0].text = text("fr");
    project.designs["large"].formats["letter"] = {};
    auto& plain = project.designs["plain"];
    plain.formats["half-letter"] = {};
    plain.large_print = design::LargePrint{{"large", {}}, {{"half-letter", {"letter", {}}}}, {}};
    for (auto& each : project.content.publications) each.format.value = "half-letter";
    return project;
}

std::vector<std::string> files(const Plan& plan) {
    std::vector<std::string> names;
    for (const auto& job : plan.jobs)
        for (const auto& output : job.outputs) names.push_back(output.file);
    return names;
}

Plan planned(const Options& options, Diagnostics& found) {
    static const Project made = project();
    return plan(options, made, std::nullopt, found);
}
Plan planned(const Options& options) {
    Diagnostics found;
    return planned(options, found);
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("without a choice every publication, city and edition is made") {
    Diagnostics found;
    CHECK(files(planned({}, found)) == Names{"booklet-screen.pdf", "booklet-print.pdf", "booklet-large-print.pdf",
                                             "handout-colima-screen.pdf", "handout-seika-screen.pdf"});
    CHECK(found.all().empty());
}

TEST_CASE("the large-print edition is a composition of its own: another design, its format, for reading") {
    Options options;
    options.publications = {"booklet"};
    const Plan plan = planned(options);
    REQUIRE(plan.jobs.size() == 2);
    CHECK(plan.jobs[0].outputs.size() == 2);
    CHECK_FALSE(plan.jobs[0].job.format);
    CHECK(plan.jobs[0].large_print_of == nullptr);
    const PlannedJob& large = plan.jobs[1];
    CHECK(large.large_print_of == plan.jobs[0].design);
    CHECK(large.design != plan.jobs[0].design);
    CHECK(large.job.format->value == "letter");
    CHECK(large.job.screen_only);
    CHECK(large.name == "booklet-large-print");
    CHECK(large.outputs[0].edition == prepress::Edition::screen);
}

TEST_CASE("a design without large print is an error where that edition is wanted") {
    Project made = project();
    made.designs["plain"].large_print.reset();
    made.content.publications[0].editions[2].where = {{0}, 16, 40};
    Diagnostics found;
    CHECK(files(plan({}, made, std::nullopt, found)).size() == 4);
    REQUIRE(found.count(Severity::error) == 1);
    CHECK(found.all()[0].rule == "no-large-print");
    CHECK(found.all()[0].where.line == 16);
}

TEST_CASE("a choice narrows what is made") {
    Options options;
    SECTION("by publication") {
        options.publications = {"handout"};
        CHECK(files(planned(options)) == Names{"handout-colima-screen.pdf", "handout-seika-screen.pdf"});
    }
    SECTION("by city: only what is made for cities") {
        options.cities = {"seika"};
        CHECK(files(planned(options)) == Names{"handout-seika-screen.pdf"});
    }
    SECTION("by edition: also one that the publication does not list") {
        options.editions = {"print"};
        CHECK(files(planned(options)) ==
              Names{"booklet-print.pdf", "handout-colima-print.pdf", "handout-seika-print.pdf"});
    }
    SECTION("by edition: large print alone") {
        options.publications = {"handout"};
        options.editions = {"large-print"};
        CHECK(files(planned(options)) == Names{"handout-colima-large-print.pdf", "handout-seika-large-print.pdf"});
    }
    SECTION("by language: its tag goes into the name") {
        options.publications = {"booklet"};
        options.langs = {"fr", "en"};
        CHECK(files(planned(options)) == Names{"booklet-fr-screen.pdf", "booklet-fr-print.pdf",
                                               "booklet-fr-large-print.pdf", "booklet-en-screen.pdf",
                                               "booklet-en-print.pdf", "booklet-en-large-print.pdf"});
        CHECK(planned(options).jobs[0].job.lang == "fr");
    }
}

TEST_CASE("photos are judged for the strictest edition of the publication, whichever is asked for") {
    Options options;
    options.publications = {"booklet"};
    CHECK_FALSE(planned(options).jobs[0].job.screen_only);
    options.editions = {"screen"};
    CHECK_FALSE(planned(options).jobs[0].job.screen_only);
    options.publications = {"handout"};
    CHECK(planned(options).jobs[0].job.screen_only);
    options.editions = {"print"};
    CHECK_FALSE(planned(options).jobs[0].job.screen_only);
}

TEST_CASE("an unknown name is wrong usage, with the name that was probably meant") {
    Options options;
    SECTION("publication") {
        options.publications = {"hamdout"};
        CHECK(planned(options).fault ==
              "there is no publication 'hamdout'; did you mean 'handout'? (known: booklet, handout)");
    }
    SECTION("city") {
        options.cities = {"colma"};
        CHECK(planned(options).fault == "there is no city 'colma'; did you mean 'colima'? (known: colima, seika)");
    }
    SECTION("edition") {
        options.editions = {"large-pint"};
        CHECK(planned(options).fault.starts_with("there is no edition 'large-pint'; did you mean 'large-print'?"));
    }
    SECTION("language") {
        options.langs = {"tlh"};
        CHECK(planned(options).fault.starts_with("there is no language 'tlh'"));
    }
    SECTION("a language that would leave the folder") {
        options.langs = {"fr-../../x"};
        CHECK(planned(options).fault.starts_with("there is no language"));
    }
    SECTION("a city for a publication that has none") {
        options.publications = {"booklet"};
        options.cities = {"seika"};
        CHECK(planned(options).fault == "the publication 'booklet' is not made for each city; leave out --city");
    }
    CHECK(planned(options).jobs.empty());
}

TEST_CASE("a city beside two publications, one of them not made for each city, is wrong usage") {
    Options options;
    options.publications = {"booklet", "handout"};
    options.cities = {"seika"};
    CHECK(planned(options).fault == "the publication 'booklet' is not made for each city; leave out --city");
}

TEST_CASE("the languages of a project are those of its texts and publications") {
    CHECK(languages_of(project().content) == Names{"en-US", "fr"});
}

TEST_CASE("two publications that would be written to the same file are an error that names both") {
    Project made = project();
    made.content.publications.push_back(publication("handout-seika", {"screen"}));
    Diagnostics found;
    plan({}, made, std::nullopt, found);
    REQUIRE(found.all().size() == 1);
    const auto& error = found.all().back();
    CHECK(error.rule == "same-file");
    CHECK(error.text == "'handout-seika' and 'handout' would both be written to handout-seika-screen.pdf");
}

TEST_CASE("two cities of one name are told of by the content alone") {
    Project made = project();
    made.content.cities.push_back(made.content.cities.front());
    Diagnostics found;
    plan({}, made, std::nullopt, found);
    for (const auto& each : found.all()) CHECK(each.rule != "same-file");
}
