// The strip with the contacts at the foot of a handout: two lines.
#include "composing.hpp"

using namespace brochure;
using namespace composing;

namespace {

Made handout(const std::string& meetings) {
    return compose({.files = {{"content/organisation.yaml", at_home + "meetings: \"" + meetings + "\"\n"},
                              {"content/cities/a.yaml", "city: {name: Town, country: FR, text: A town.}\n"},
                              {"content/publications.yaml",
                               "publications: {p: {title: T, design: municipal, format: letter, lang: en-US, for-each: "
                               "city, sections: [handout]}}\n"}},
                    .city = "a"});
}

constexpr double last_line = 744;

}  // namespace

TEST_CASE("meetings keep their lines in the strip while those are two, and stand in a row where they are more") {
    const Made two = handout("First Tuesday\\nCity Hall");
    REQUIRE(two.publication);
    REQUIRE(two.run(0, "City Hall"));
    CHECK(two.run(0, "First Tuesday")->origin.y.pt() == Approx(last_line - 12));
    CHECK(two.run(0, "City Hall")->origin.y.pt() == Approx(last_line));
    const Made five = handout("First Tuesday.\\n6 pm\\nCity Hall\\nRoom 3\\nSide door");
    for (const auto& one : five.found.all()) UNSCOPED_INFO(one.text);
    REQUIRE(five.publication);
    CHECK(five.words(0).find("pm; City Hall; ") != std::string::npos);
    for (const auto& item : five.publication->pages.at(0).items)
        if (const auto* run = std::get_if<page::PlacedRun>(&item)) CHECK(run->origin.y.pt() <= last_line + 0.01);
}
