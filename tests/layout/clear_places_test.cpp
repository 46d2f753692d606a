// What long names, many fields and long captions push out of their places: nothing stands on a rule, a clock or a note,
// and what belongs together stands level.
#include "composing.hpp"

using namespace brochure;
using namespace composing;

namespace {

std::string home(const std::string& city) {
    return "organisation:\n  name: O\n  home: {city: " + city +
           ", country: US, coordinates: [35.2, -97.4], zone: America/Chicago, source: s}\n";
}

std::string pages_of(const std::string& sections, const std::string& format = "half-letter") {
    return "publications: {p: {title: T, design: municipal, format: " + format +
           ", binding: saddle-stitch, lang: en-US, sections: " + sections + "}}\n";
}

const std::string long_text =
    "A town of some size on a hill. A path of nine miles leads round the lake and back to the harbour, and from there "
    "over the bridge to the old market, where the fair is held in May and in October of every year.";

std::string town(const std::string& name, const std::string& zone, const std::string& photo = {}) {
    return "city: {name: " + name + ", country: MX, coordinates: [19.2, -103.7], source: s, zone: " + zone +
           ", text: \"" + long_text + "\"" + photo + "}\n";
}

Made at(const std::string& city) {
    return compose({.files = {{"content/organisation.yaml", home(city)},
                              {"content/publications.yaml", pages_of("[contents, a, b, back]")},
                              {"content/cities/a.yaml", town("Colima", "America/Chicago")},
                              {"content/cities/b.yaml", town("Arezzo", "Europe/Rome")}}});
}

/// The page with a run of these words in their place of a given size.
std::optional<std::size_t> page_with(const Made& made, const std::string& words) {
    for (std::size_t page = 0; page < made.publication->pages.size(); ++page)
        if (made.run(page, words)) return page;
    return std::nullopt;
}

std::size_t pages_with(const Made& made, const std::string& words) {
    std::size_t count = 0;
    for (std::size_t page = 0; page < made.publication->pages.size(); ++page)
        if (made.run(page, words)) ++count;
    return count;
}

}  // namespace

TEST_CASE("a home whose name is wider than a fact's place has its distance under a short label") {
    const Made near = at("Norman"), far = at("Rancho Cucamonga");
    REQUIRE(near.publication);
    REQUIRE(far.publication);
    CHECK(page_with(near, "FROM NORMAN"));
    CHECK_FALSE(page_with(near, "DISTANCE"));
    CHECK(page_with(far, "DISTANCE"));
    CHECK_FALSE(page_with(far, "FROM RANCHO"));
}

TEST_CASE("below the map the note stands 24 under the sentence, and a clock clear of its home's name") {
    for (const std::string city : {"Norman", "Rancho Cucamonga", "San Luis Obispo de Tolosa"}) {
        CAPTURE(city);
        const Made made = at(city);
        REQUIRE(made.publication);
        const auto page = page_with(made, "When it is noon");
        REQUIRE(page);
        const auto* note = made.run(*page, "Distances are");
        REQUIRE(note != nullptr);
        Length lead;
        for (const auto& item : made.publication->pages[*page].items)
            if (const auto* placed = std::get_if<page::PlacedRun>(&item))
                if (placed->run.size.pt() == Approx(13)) lead = std::max(lead, placed->origin.y);
        CHECK((note->origin.y - lead).pt() >= 24 - 1e-6);
    }
}

TEST_CASE("however many fields there are, the contact and its address stand once, on the last of their pages") {
    const std::size_t count = GENERATE(6, 7, 13, 18, 22, 40);
    CAPTURE(count);
    std::string organisation = at_home +
                               "contacts: {name: Office, email: office@example.org, web: \"https://example.org\"}\n"
                               "involve:\n  title: Exchanges\n  items:\n";
    for (std::size_t i = 0; i < count; ++i)
        organisation +=
            "    - {label: Field " + std::to_string(i) + ", value: \"Ana Romero\\nana@example.org\\n+1 405\"}\n";
    const Made made = compose({.files = {{"content/organisation.yaml", organisation},
                                         {"content/publications.yaml", publication("[involve]", "half-letter")}}});
    REQUIRE(made.publication);
    const std::size_t last = made.publication->pages.size() - 1;
    CHECK(pages_with(made, "Office") == 1);
    CHECK(made.run(last, "Office") != nullptr);
    const auto& items = made.publication->pages[last].items;
    CHECK(std::count_if(items.begin(), items.end(), [](const auto& item) {
              const auto* placed = std::get_if<page::PlacedRun>(&item);
              return placed && placed->run.text == "example.org";
          }) == 1);
    for (std::size_t page = 0; page <= last; ++page) {
        CAPTURE(page, made.words(page));
        CHECK(made.run(page, "Field") != nullptr);  // no heading over no fields
    }
    if (last == 1) CHECK(made.run(1, "Field " + std::to_string(count - 3)) != nullptr);
}

TEST_CASE("names of facing pages stand level also where one picture's caption is longer") {
    const std::string words = "A view from the hill over the town and the harbour on a clear day in May. ";
    const auto with = [&](const std::string& caption) {
        return ", photo: {file: a.jpg, alt: A picture, caption: \"" + caption + "\", credit: me}";
    };
    for (const bool first : {true, false}) {
        Project project{
            .files = {{"content/organisation.yaml", at_home},
                      {"content/publications.yaml", pages_of("[cover, a, b, c, d, e, f, g, h, i, j, back]")}}};
        for (const std::string slug : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"})
            project.files["content/cities/" + slug + ".yaml"] = town(
                "Town " + slug, "Europe/Rome",
                with((slug == "a" && first) || (slug == "b" && !first) ? words + words + words + words : "A view."));
        project.photos = {{"a.jpg", photo(3000, 3000)}};
        const Made made = compose(project);
        REQUIRE(made.publication);
        const auto place = [&](const std::string& name) {
            for (std::size_t page = 1; page < made.publication->pages.size(); ++page)
                for (const auto& item : made.publication->pages[page].items)
                    if (const auto* placed = std::get_if<page::PlacedRun>(&item))
                        if (placed->run.size.pt() > 20 && placed->run.text.find(name) != std::string::npos)
                            return std::pair{page, placed->origin.y.pt()};
            return std::pair{std::size_t{0}, 0.0};
        };
        const auto a = place("Town a"), b = place("Town b");
        REQUIRE(a.first == 1);
        REQUIRE(b.first == 2);
        CHECK(a.second == Approx(b.second));
    }
}

TEST_CASE("a photo whose credit no page prints is named in a note, once") {
    Project project{
        .files = {{"content/organisation.yaml", at_home + "cover: {photo: {file: a.jpg, alt: A, credit: Jane Roe}}\n"},
                  {"content/publications.yaml", pages_of("[cover, a, back]")},
                  {"content/cities/a.yaml",
                   town("Arezzo", "Europe/Rome", ", photo: {file: b.jpg, alt: B, credit: John Doe}")}}};
    project.photos = {{"a.jpg", photo(3000, 3000)}, {"b.jpg", photo(3000, 3000)}};
    const Made made = compose(project);
    REQUIRE(made.publication);
    CHECK(made.text("credit-not-printed").find("a.jpg (Jane Roe)") != std::string::npos);
    CHECK(made.text("credit-not-printed").find("John Doe") == std::string::npos);
}

TEST_CASE("a role too long for its column of a handout stands on several lines") {
    Project project{.files = {{"content/organisation.yaml",
                               at_home + "committee:\n  - {name: Ana Romero, role: \"Chair, International Relations "
                                         "Committee\", email: ana@example.org}\n"},
                              {"content/publications.yaml",
                               "publications: {p: {title: T, design: municipal, format: letter, lang: en-US, for-each: "
                               "city}}\n"},
                              {"content/cities/a.yaml", town("Arezzo", "Europe/Rome")}}};
    project.city = "a";
    const Made made = compose(project);
    REQUIRE(made.publication);
    const auto* role = made.run(1, "Chair,");
    const auto* name = made.run(1, "Ana Romero");
    REQUIRE(role != nullptr);
    REQUIRE(name != nullptr);
    CHECK(made.run(1, "Committee")->origin.y > role->origin.y);
    CHECK(name->origin.y == role->origin.y);
}
