#include "composing.hpp"

using namespace brochure;
using namespace composing;

namespace {

const std::string greetings =
    "  phrases:\n    - {original: Bonjour, pronunciation: bohn-zhoor, meaning: Hello, lang: fr}\n"
    "    - {original: Merci, pronunciation: mehr-see, meaning: Thank you, lang: fr}\n";

// The back of a handout for a city with `phrases`; `more` of the organisation.
Made back(const std::string& phrases, const std::string& more = "") {
    return compose(
        {.files =
             {{"content/organisation.yaml",
               "organisation:\n  name: O\n  home: {city: Norman, country: US, coordinates: [35.22, -97.44], zone: "
               "America/Chicago, source: s}\n"
               "committee:\n  - {name: Ana, role: Chair, phone: \"+1 000 000 0002\", email: ana@example.org}\n" +
                   more},
              {"content/cities/a.yaml",
               "city:\n  name: Arles\n  country: FR\n  coordinates: [43.7, 4.6]\n  zone: Europe/Paris\n  source: s\n"
               "  text: A town.\n" +
                   phrases},
              {"content/publications.yaml", publication("[handout-back]", "letter, for-each: city")}},
         .city = "a"});
}

}  // namespace

TEST_CASE("phrases stand on the left of a handout's back, hours and contacts to the right of them") {
    const Made with = back(greetings), without = back("");
    REQUIRE(with.publication);
    REQUIRE(without.publication);
    const auto at = [](const Made& made, const std::string& words) {
        const auto* run = made.run(0, words);
        REQUIRE(run);
        return std::pair{run->origin.x.pt() + run->run.x.pt(), run->origin.y.pt()};
    };
    CHECK(at(with, "A few words of French") == std::pair{48.0, 354.0});
    CHECK(at(with, "Hello") == std::pair{48.0, 384.0});
    CHECK(at(with, "Bonjour").second == 384);
    CHECK(at(with, "Thank you").second == 402);
    CHECK(at(with, "Before you call") == std::pair{312.0, 354.0});
    CHECK(at(with, "Contacts") == std::pair{312.0, 486.0});
    CHECK(at(with, "Chair") == std::pair{312.0, 516.0});
    CHECK(at(with, "ana@example.org").second == 528);  // below the name, in the narrower column
    CHECK(at(without, "Before you call") == std::pair{48.0, 354.0});
    CHECK(at(without, "ana@example.org").second == 516);
    CHECK_FALSE(without.run(0, "A few words"));
}

TEST_CASE("a phrase is read aloud in its own language, as a row of a table") {
    const Made made = back(greetings);
    REQUIRE(made.publication);
    const auto* run = made.run(0, "Bonjour");
    REQUIRE(run);
    const auto& tree = made.publication->structure;
    const auto& span = tree.at(static_cast<std::size_t>(run->element.index));
    CHECK(span.lang == "fr");
    const auto& cell = tree.at(static_cast<std::size_t>(span.parent.index));
    CHECK(cell.role == page::Role::data_cell);
    CHECK(tree.at(static_cast<std::size_t>(cell.parent.index)).role == page::Role::row);
}

TEST_CASE("phrases of several languages name none, and a long one makes its row higher") {
    const Made made = back(
        "  phrases:\n    - {original: Bonjour, meaning: A greeting that one says to everybody one meets, lang: fr}\n"
        "    - {original: Grazie, meaning: Thank you, lang: it}\n");
    REQUIRE(made.publication);
    CHECK(made.run(0, "A few words"));
    CHECK_FALSE(made.run(0, "A few words of"));
    CHECK(made.run(0, "Thank you")->origin.y.pt() > 402);
}

TEST_CASE("many phrases take room from the map, and too many are an error at the first that has none") {
    const auto list = [](int count) {
        std::string all = "  phrases:\n";
        for (int i = 0; i < count; ++i) all += "    - {original: Bonjour, meaning: Hello, lang: fr}\n";
        return all;
    };
    const Made twelve = back(list(12)), sixteen = back(list(16));
    REQUIRE(twelve.publication);
    REQUIRE(sixteen.publication);
    CHECK(twelve.run(0, "A few words")->origin.y.pt() == 354);
    CHECK(sixteen.run(0, "A few words")->origin.y.pt() < 354);
    std::string endless = "  phrases:\n";
    for (int i = 0; i < 20; ++i)
        endless += "    - {original: Bonjour, meaning: A greeting that goes on and on and on and on, lang: fr}\n";
    const Made full = back(endless);
    CHECK_FALSE(full.publication);
    REQUIRE(full.said("overset"));
    CHECK(full.said("overset")->text.find("the list of phrases") != std::string::npos);
    CHECK(full.said("overset")->where.line > 9);
}

TEST_CASE("phrases of a city without coordinates stand on its handout too") {
    const auto made = [](const std::string& phrases) {
        return compose(
            {.files = {{"content/organisation.yaml",
                        "organisation:\n  name: O\n  home: {city: Norman, country: US, zone: America/Chicago, "
                        "source: s}\nabout: {title: Friends, text: We meet.}\nmission: {text: To meet more.}\n"},
                       {"content/cities/a.yaml",
                        "city:\n  name: Arles\n  country: FR\n  zone: Europe/Paris\n  source: s\n"
                        "  text: A town.\n" +
                            phrases},
                       {"content/publications.yaml", publication("[handout-back]", "letter, for-each: city")}},
             .city = "a"});
    };
    const Made with = made(greetings), without = made("");
    REQUIRE(with.publication);
    CHECK(with.chose("handout-back-words"));
    REQUIRE(with.run(0, "Bonjour"));
    CHECK(with.run(0, "Bonjour")->origin.y.pt() == 90);
    for (const char* words : {"Merci", "Thank", "Before", "To meet more", "We meet"}) CHECK(with.run(0, words));
    REQUIRE(without.publication);
    CHECK(without.chose("handout-back\n"));
}
