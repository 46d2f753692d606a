// The map of a partner's surroundings on a handout (DESIGN 7.9, 8).
#include "composing.hpp"

using namespace brochure;
using namespace composing;

namespace {

// A partner where Colima is, with the cities around it.
Made handout(const std::string& name) {
    return compose({.files = {{"content/organisation.yaml", at_home},
                              {"content/cities/a.yaml",
                               "city:\n  name: " + name +
                                   "\n  country: MX\n  coordinates: [19.2447, -103.7127]\n  zone: America/Mexico_City\n"
                                   "  source: s\n  text: A town.\n  nearby:\n"
                                   "    - {name: Manzanillo, coordinates: [19.0519, -104.3159], source: s}\n"
                                   "    - {name: Morelia, coordinates: [19.7008, -101.1844], source: s}\n"
                                   "    - {name: Mexico City, coordinates: [19.4285, -99.1277], source: s}\n"
                                   "    - {name: Puerto Vallarta, coordinates: [20.6204, -105.2301], source: s}\n"
                                   "    - {name: León, coordinates: [21.1291, -101.6737], source: s}\n"},
                              {"content/publications.yaml",
                               "publications: {p: {title: T, design: municipal, format: letter, lang: en-US, for-each: "
                               "city, sections: [handout, handout-back]}}\n"}},
                    .city = "a"});
}

}  // namespace

TEST_CASE("the city that a map of the surroundings is about has its name on it, however long and whatever lies near") {
    for (const std::string name :
         {"San Cristóbal de las Casas", "Ciudad Guzmán de Zapotlán", "Santiago de Querétaro Norte",
          "Villa de Álvarez y Colima", "Dolores-Hidalgo-Cuna-de-la-Independencia-Nacional"}) {
        CAPTURE(name);
        const Made made = handout(name);
        for (const auto& one : made.found.all()) UNSCOPED_INFO(one.text << one.hint);
        REQUIRE(made.publication);
        const std::string first = name.substr(0, 5);
        const auto* run = made.run(1, first);
        REQUIRE(run);
        CHECK(run->origin.y.pt() < 312);
    }
}
