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
