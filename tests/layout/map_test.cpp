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

// A mission page of a home with partners at these coordinates.
Made mission_of(const std::vector<std::string>& coordinates) {
    Project project;
    project.files["content/organisation.yaml"] = home + "mission: {label: Mission, text: Friends.}\n";
    project.files["content/publications.yaml"] = publication("[mission]");
    for (std::size_t i = 0; i < coordinates.size(); ++i)
        project.files["content/cities/c" + std::to_string(100 + i) + ".yaml"] =
            "city: {name: Town " + std::to_string(i) + ", country: NG, coordinates: [" + coordinates[i] +
            "], zone: Africa/Lagos, source: s, text: A town.}\n";
    return compose(project);
}

std::vector<page::Path> strokes(const Made& made, std::size_t page, const std::string& swatch) {
    std::vector<page::Path> all;
    for (const auto& item : made.publication->pages.at(page).items)
        if (const auto* path = std::get_if<page::Path>(&item); path && path->stroke && path->stroke->swatch == swatch)
            all.push_back(*path);
    return all;
}

std::string globe_alt(const Made& made) {
    for (std::size_t i = 0; i < made.publication->structure.size(); ++i)
        if (const auto& element = made.publication->structure.at(i); element.role == page::Role::figure)
            return element.alt;
    return "";
}

}  // namespace

TEST_CASE("no way runs out of a mission page: what would is left out, noted, and not told of") {
    // Kumasi, Mombasa, Arequipa, Merida.
    const Made made = mission_of({"6.69, -1.62", "-4.04, 39.67", "-16.4, -71.54", "20.97, -89.62"});
    REQUIRE(made.publication);
    std::size_t page = 0;
    while (strokes(made, page, "ochre").empty()) ++page;
    std::size_t points = 0;
    for (const auto& path : strokes(made, page, "ochre"))
        for (const auto& segment : path.segments)
            if (segment.kind == page::PathSegment::Kind::move || segment.kind == page::PathSegment::Kind::line) {
                ++points;
                CHECK((segment.a.x.pt() > 0 && segment.a.x.pt() < 396 && segment.a.y.pt() < 612));
            }
    CHECK(points > 20);
    const std::string left_out = made.text("ways-left-out");
    REQUIRE_FALSE(left_out.empty());
    for (int i = 0; i < 4; ++i) {
        const std::string name = "Town " + std::to_string(i);
        INFO(name << "\n" << left_out << "\n" << globe_alt(made));
        CHECK((left_out.find(name) == std::string::npos) != (globe_alt(made).find(name) == std::string::npos));
    }
    // As in the sample, nothing is left out.
    const Made sample = mission_of({"45.78, 3.09", "19.24, -103.71", "34.76, 135.79", "43.46, 11.88"});
    CHECK(sample.text("ways-left-out").empty());
    CHECK(globe_alt(sample).find("Town 3") != std::string::npos);
}

TEST_CASE("a name that has no room by its place is led to from it by a hairline") {
    Project project;
    project.files["content/organisation.yaml"] = home;
    project.files["content/publications.yaml"] = publication("[contents]");
    const std::vector<std::string> asia{"18.79, 98.98", "16.46, 107.59", "26.91, 75.79", "35.87, 128.6",
                                        "36.56, 136.65"};
    for (std::size_t i = 0; i < asia.size(); ++i)
        project.files["content/cities/c" + std::to_string(100 + i) + ".yaml"] =
            "city: {name: Town " + std::to_string(i) + ", country: TH, coordinates: [" + asia[i] +
            "], zone: Asia/Bangkok, source: s, text: A town.}\n";
    const Made made = compose(project);
    REQUIRE(made.publication);
    CHECK(made.text("unnamed-places").empty());
    std::size_t leaders = 0;
    for (std::size_t page = 0; page < made.publication->pages.size(); ++page)
        for (const auto& path : strokes(made, page, "ink"))
            if (path.stroke->weight.pt() == Approx(0.35) && path.fill.empty() && path.element != page::artifact)
                ++leaders;
    CHECK(leaders >= 1);
}

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
