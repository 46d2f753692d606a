// The map spread (DESIGN 7.4, 8): what stands on it when titles are long and partners are many.
#include "composing.hpp"

using namespace brochure;
using namespace composing;

namespace {

const std::string home =
    "organisation:\n  name: O\n  home: {city: Norman, country: US, coordinates: [35.22, -97.44], zone: "
    "America/Chicago, source: s}\n";

// `count` partners in rows from the Sahara to the Cape.
Made map_of(std::size_t count, const std::string& title) {
    Project project;
    project.files["content/organisation.yaml"] = home + "cities: {title: " + title + "}\n";
    project.files["content/publications.yaml"] = publication("[contents, directory]");
    for (std::size_t i = 0; i < count; ++i)
        project.files["content/cities/c" + std::to_string(100 + i) + ".yaml"] =
            "city: {name: Town " + std::to_string(i) + ", country: NG, coordinates: [" +
            std::to_string(25 - static_cast<int>(i % 12) * 5) + ", " +
            std::to_string(10 + static_cast<int>(i / 12) * 2) + "], zone: Africa/Lagos, source: s, text: A town.}\n";
    return compose(project);
}

// The top of the first figure that is tagged on a page: the map.
double top_of_map(const Made& made) {
    for (std::size_t i = 0; i < made.publication->structure.size(); ++i) {
        const auto& element = made.publication->structure.at(i);
        if (element.role == page::Role::figure && element.box) return element.box->top.pt();
    }
    FAIL("no map");
    return 0;
}

}  // namespace

TEST_CASE("a map begins at its title's last line") {
    const Made one = map_of(2, "Our partners"), two = map_of(2, "Our wonderful friends everywhere overseas");
    REQUIRE(one.publication);
    REQUIRE(two.publication);
    CHECK(top_of_map(one) == Approx(96));
    CHECK(top_of_map(two) == Approx(132));
}

TEST_CASE("a map of too many places for names names home and says what it leaves out") {
    const Made made = map_of(120, "Ours");
    REQUIRE(made.publication);
    const auto* note = made.said("unnamed-places");
    REQUIRE(note);
    CHECK(note->text.find("120 places without their names, as dots") != std::string::npos);
    bool named = false;
    for (std::size_t page = 0; page < 2; ++page) {
        named = named || made.run(page, "Norman");
        CHECK_FALSE(made.run(page, "Town"));
    }
    CHECK(named);
}
