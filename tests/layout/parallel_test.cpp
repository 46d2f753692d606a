// Two texts side by side, row by row on the same baselines.
#include <set>

#include "composing.hpp"

using namespace brochure;
using namespace composing;

namespace {

// Columns of 100 with a gutter of 12; 9/12 on the grid.
const std::string design_text = R"(
swatches: {ink: {srgb: "#000000", cmyk: [0, 0, 0, 100]}}
styles:
  body: {family: text, size: 9, leading: 12, hyphenation: off}
  data: {based-on: body, family: data, size: 8}
formats:
  half-letter: {trim: [284, 284], margins: {outer: 36, inner: 36, top: 36, bottom: 36}, columns: {count: 2, width: 100, gutter: 12}}
masters:
  goals:
    frames:
      - {parallel: goals, beside: mission.text, columns: 1-2, top: 60, bottom: 156, gap: 24, styles: [body, data]}
  more:
    frames:
      - {parallel: goals, beside: mission.text, columns: 1-2, top: 60, bottom: 228, gap: 24, styles: [body, data]}
sections: {goals: {variants: [goals], continues: more}}
)";

Made made(const std::string& items, const std::string& mission) {
    return compose(
        {.files = {{"content/organisation.yaml",
                    "organisation: {name: O, home: {city: Norman, country: US, coordinates: [35.22, -97.44], "
                    "zone: America/Chicago, source: s}}\ngoals: {title: G, items: [" +
                        items + "]}\nmission:\n  text: |-\n" + mission},
                   {"content/publications.yaml", publication("[goals]")}},
         .design = design_text});
}

double y(const Made& of, std::size_t page, const std::string& words) {
    const auto* run = of.run(page, words);
    INFO(words);
    REQUIRE(run);
    return run->origin.y.pt();
}

const std::string mission =
    "    Un.\n\n    Deux, une phrase qui prend plus de place que son voisin et qui passe deux lignes.\n\n    Trois.\n";

}  // namespace

TEST_CASE("rows begin on the same baseline below the taller half of the row before, over pages too") {
    const Made pair =
        made("\"One, a sentence that needs several lines in so narrow a column\", Two, Three, Four", mission);
    REQUIRE(pair.publication);
    CHECK(y(pair, 0, "One") == 60);
    CHECK(y(pair, 0, "Un.") == 60);
    const double second = y(pair, 0, "Two");
    CHECK(second > 60 + 12 + 24 - 1);  // the left half is the taller
    CHECK(y(pair, 0, "Deux") == second);
    // The third row has no room below the taller right half of the second.
    REQUIRE(pair.publication->pages.size() == 2);
    CHECK(y(pair, 1, "Three") == 60);
    CHECK(y(pair, 1, "Trois") == 60);
    CHECK(y(pair, 1, "Four") == 84);  // a half that has ended leaves its side empty
    const auto* right = pair.run(0, "Deux");
    CHECK((right->origin.x + right->run.x).pt() == Approx(36 + 112));
}

TEST_CASE("a row is read as a row of a table, left before right") {
    const Made pair = made("One, Two", mission);
    REQUIRE(pair.publication);
    const auto& tree = pair.publication->structure;
    const auto cell_of = [&](const std::string& words) {
        return static_cast<std::size_t>(pair.run(0, words)->element.index);
    };
    const auto left = cell_of("One"), right = cell_of("Un.");
    CHECK(tree[left].role == page::Role::data_cell);
    CHECK(tree[left].parent == tree[right].parent);
    const auto& row = tree[static_cast<std::size_t>(tree[left].parent.index)];
    CHECK(row.role == page::Role::row);
    REQUIRE(row.children.size() == 2);
    CHECK(row.children[0].index == static_cast<int>(left));
}

TEST_CASE("a row that fits on no page goes on on the next ones, whole, and its short half is not said again") {
    std::string endless = "    ";
    for (int i = 0; i < 200; ++i) endless += "mot" + std::to_string(1000 + i) + " ";
    const Made pair = made("One", endless + "\n");
    REQUIRE(pair.publication);
    CHECK(pair.publication->pages.size() > 2);
    std::string all;
    for (std::size_t page = 0; page < pair.publication->pages.size(); ++page) all += pair.words(page);
    std::size_t before = 0;
    for (int i = 0; i < 200; ++i) {
        const auto at = all.find("mot" + std::to_string(1000 + i));
        REQUIRE(at != std::string::npos);
        CHECK(at >= before);
        before = at;
        CHECK(all.find("mot" + std::to_string(1000 + i), at + 1) == std::string::npos);
    }
    CHECK(all.find("One") == all.rfind("One"));
}

TEST_CASE("Chinese and Japanese on either side take the third style, other languages do not") {
    std::string three = design_text;
    for (auto at = three.find("[body, data]"); at != std::string::npos; at = three.find("[body, data]", at + 8))
        three.replace(at, 12, "[body, data, wide]");
    three.insert(three.find("formats:"), "  wide: {based-on: body, leading: 18}\n");
    const auto pitch = [&](const std::string& lang, const std::string& words) {
        const Made pair =
            compose({.files = {{"content/organisation.yaml",
                                "organisation: {name: O, home: {city: Norman, country: US, coordinates: [35.22, "
                                "-97.44], zone: America/Chicago, source: s}}\ngoals: {title: G, items: [One]}\n"
                                "mission: {text: {" +
                                    lang + ": " + words + "}}\n"},
                               {"content/publications.yaml", publication("[goals]")}},
                     .design = three});
        REQUIRE(pair.publication);
        std::set<double> lines;
        for (const auto& item : pair.publication->pages[0].items)
            if (const auto* placed = std::get_if<page::PlacedRun>(&item); placed && placed->run.lang == lang)
                lines.insert(placed->origin.y.pt());
        REQUIRE(lines.size() > 1);
        return *std::next(lines.begin()) - *lines.begin();
    };
    CHECK(pitch("ja", "友好都市との交流を通じて市民の理解を深めていきます。") == 18);
    CHECK(pitch("fr", "Les villes jumelles apprennent à se connaître.") == 12);
}
