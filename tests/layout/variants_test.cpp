// Which variant of the shipped design a section gets, and that nothing of its content is lost or printed over.
#include <cmath>

#include "composing.hpp"
#include "towns.hpp"

using namespace brochure;
using namespace brochure::testing;

namespace {

std::vector<Town> some(std::size_t count, const std::string& name) {
    std::vector<Town> towns;
    for (std::size_t i = 0; i < count; ++i) {
        Town town;
        town.name = name + std::to_string(i);
        town.latitude = 10 + 5.0 * static_cast<double>(i % 8);
        town.longitude = -60 + 15.0 * static_cast<double>(i % 10);
        towns.push_back(town);
    }
    return towns;
}

}  // namespace

TEST_CASE("a long text without a photo goes on over as many pages as it needs") {
    std::string text;
    for (int i = 0; i < 900; ++i) text += "word" + std::to_string(i) + (i % 9 == 8 ? ". " : " ");
    const auto made = composed({{.name = "Colima", .text = text}}, "[cities]");
    REQUIRE(made.publication);
    CHECK(made.chose("city-no-photo"));
    CHECK(made.publication->pages.size() == 4);
    std::string all;
    for (std::size_t i = 0; i < made.publication->pages.size(); ++i) all += made.words(i);
    for (int i = 0; i < 900; i += 37) CHECK(all.find("word" + std::to_string(i)) != std::string::npos);
}

TEST_CASE("a protected part stays whole inside the trim, not in the bleed that the knife takes") {
    const auto made = composed({{.name = "Colima",
                                 .more = "  layout: landscape\n  photo: {file: square.jpg, alt: A tower, credit: me, "
                                         "focus: [0.5, 0.9], protect: [0.4, 0.1, 0.2, 0.2]}\n"}},
                               "[cities]");
    REQUIRE(made.publication);
    REQUIRE(made.publication->pictures.size() == 1);
    const auto& picture = made.publication->pictures[0];
    const double bleed = 9 / picture.placed.height.pt() * picture.crop.height;
    CHECK(picture.crop.top + bleed == Approx(0.1));
}

TEST_CASE("names and times of many partners share the columns only where both have room") {
    auto towns = some(9, "Town ");
    towns[3].zone = "Asia/Kathmandu";
    CHECK(composed(towns, "[contents]").chose("map-columns\n"));
    towns[3].name = "San Miguel de Allende";
    CHECK(composed(towns, "[contents]").chose("map-columns-wide"));
    towns[3].name = "San Miguel de Allende, Dolores Hidalgo y Comonfort";
    const auto made = composed(towns, "[contents]");
    CHECK(made.chose("map-columns-wide"));
    REQUIRE(made.publication);
    CHECK(made.words(1).find("Comonfort") != std::string::npos);
}

TEST_CASE("no name of 45 letters takes the map from its publication") {
    auto towns = some(6, "Town ");
    towns[2].name = "Krungthepmahanakhonamonrattanakosinmahinthara";  // that no line ends in
    const auto one_line = composed(towns, "[contents]");
    INFO(one_line.explained.text);
    CHECK(one_line.chose("map-columns-one"));
    towns[2].name = "Krung Thep Maha Nakhon Amon Rattanakosin City";
    const auto two_lines = composed(towns, "[contents]");
    CHECK(two_lines.chose("map-rows-low"));  // with the times and distances of all
    // The name's lines, and no other, stand between those of its neighbours.
    REQUIRE(two_lines.publication);
    const auto in_list = [&](const std::string& words) {
        Point at;
        for (const auto& item : two_lines.publication->pages[1].items)
            if (const auto* placed = std::get_if<page::PlacedRun>(&item))
                if (placed->run.text.find(words) != std::string::npos && placed->origin.y.pt() > 432)
                    at = placed->origin;
        return at;
    };
    const double last = in_list("Rattanakosin City").y.pt();
    CHECK(last - in_list("Krung Thep").y.pt() == Approx(24));
    for (const char* other : {"Town 0", "Town 1", "Town 3", "Town 4", "Town 5"}) {
        REQUIRE(in_list(other).y.pt() > 432);
        if (in_list(other).x == in_list("Krung Thep").x) CHECK(std::fabs(in_list(other).y.pt() - last) > 11.9);
    }
    auto many = some(24, "Town ");
    many[5].name = "Santa Rosa de los Osos";
    many[9].name = "Krung Thep Maha Nakhon Amon Rattanakosin City";
    CHECK(composed(many, "[contents]").chose("map-columns-low"));
}

TEST_CASE("a map without a title of its own is headed by the number of partners, one in words for one") {
    const auto nine = composed(some(9, "Town "), "[contents]"), one = composed(some(1, "Town "), "[contents]");
    REQUIRE(nine.publication);
    REQUIRE(one.publication);
    REQUIRE(nine.run(0, "Nine partners"));
    CHECK(nine.run(0, "Nine partners")->origin.y.pt() == Approx(96));
    REQUIRE(one.run(0, "One partner"));
    for (const char* words : {"with our partner.", "The distance is a great circle", "Sister city"})
        CHECK(one.words(0).find(words) != std::string::npos);
    CHECK(one.words(0).find("partners") == std::string::npos);
    CHECK(composed(some(1, "Town "), "[directory]").words(0).find("The line is the great circle") != std::string::npos);
}

TEST_CASE("a fill page beside the page of one city shows no other city's way") {
    auto towns = some(4, "Town ");
    for (const std::size_t on_spread : {1U, 3U})
        towns[on_spread].more = "  photo: {file: square.jpg, alt: A tower, credit: me}\n";
    const auto made = composed(towns, "[cover, c101, c102, c103, c104, back]", "saddle-stitch");
    REQUIRE(made.publication);
    // It stands before the page of one, not behind it; a page that has its city's globe needs it no second time.
    INFO(made.explained.text);
    REQUIRE(made.explained.text.find("page 6: fill page -> fill-distances") != std::string::npos);
    CHECK(made.words(5).find("Great circle") == std::string::npos);
    CHECK(made.words(6).find("Town 2") != std::string::npos);
}

TEST_CASE("the arcs of a cover's globe end on the page or at the horizon") {
    CHECK(composed({{.name = "Arles"}}, "[cover]").chose("cover-night"));
    // All of some find room on a large globe that is turned for them; of those all round, on a small one that is whole.
    auto around = some(9, "Town ");
    for (std::size_t i = 0; i < around.size(); ++i)
        around[i].latitude = -30, around[i].longitude = static_cast<double>(i) * 40 - 160;
    for (const auto& [towns, variant] : {std::pair{some(9, "Town "), "cover-night"}, {around, "cover-globe"}}) {
        const auto made = composed(towns, "[cover]");
        CHECK(made.chose(variant));
        REQUIRE(made.publication);
        CHECK(made.text("ways-left-out").empty());
        std::size_t arcs = 0;
        for (const auto& item : made.publication->pages[0].items) {
            const auto* path = std::get_if<page::Path>(&item);
            if (!path || !path->stroke || path->stroke->weight != Length::from_pt(1.2)) continue;
            ++arcs;
            for (const auto& segment : path->segments) {
                CHECK((segment.a.x.pt() >= 0 && segment.a.x.pt() <= 396));
                CHECK((segment.a.y.pt() >= 0 && segment.a.y.pt() <= 612));
            }
        }
        CHECK(arcs > 0);
    }
}

TEST_CASE("a list of contents takes a page that would stay empty, and makes no page more") {
    const std::string sections = "[cover, contents, cities, back]";
    const auto made = composed(some(2, "Town "), sections, "saddle-stitch");
    REQUIRE(made.publication);
    REQUIRE(made.publication->pages.size() == 8);
    CHECK(made.words(1).find("Contents") != std::string::npos);
    CHECK(made.words(1).find("Town 0 6") != std::string::npos);
    // Each entry leads to its page when it is clicked.
    std::vector<std::string> leads;
    for (const auto& item : made.publication->pages[1].items)
        if (const auto* area = std::get_if<page::LinkArea>(&item)) {
            auto element = made.publication->structure.at(static_cast<std::size_t>(area->element.index));
            leads.push_back(element.url);
            for (const auto role : {page::Role::link, page::Role::reference, page::Role::toc_item, page::Role::toc}) {
                CHECK(element.role == role);
                element = made.publication->structure.at(static_cast<std::size_t>(element.parent.index));
            }
        }
    CHECK(leads == std::vector<std::string>{"#page=4", "#page=4", "#page=6", "#page=6", "#page=7", "#page=7"});
    CHECK(made.words(5).find("Town 0") != std::string::npos);
    CHECK_FALSE(composed(some(2, "Town "), sections).chose("entries"));
    // Two entries make no list, though pages are left over.
    CHECK_FALSE(composed(some(1, "Town "), sections, "saddle-stitch").chose("entries"));
    // Cover, map, four towns and back fill eight pages by themselves.
    const auto full = composed(some(4, "Town "), sections, "saddle-stitch");
    CHECK(full.publication->pages.size() == 8);
    CHECK_FALSE(full.chose("entries"));
}

TEST_CASE("a booklet too thick for staples is told of, a bound one is not") {
    const std::string sections = "[cover, cities, back]";
    CHECK(composed(some(40, "Town "), sections, "saddle-stitch").text("too-thick").empty());
    CHECK(composed(some(80, "Town "), sections, "saddle-stitch").text("too-thick").starts_with("84 pages"));
    CHECK(composed(some(80, "Town "), sections).text("too-thick").empty());
}

TEST_CASE("a part of an hour is told, and short where the column is narrow") {
    auto towns = some(9, "Town ");
    towns[3].zone = "Asia/Kathmandu";
    const auto made = composed(towns, "[contents]");
    REQUIRE(made.publication);
    CHECK(made.words(1).find("+11:45") != std::string::npos);
}

TEST_CASE("names that the map has no room for are told of") {
    CHECK(composed(some(3, "Town "), "[contents]").text("unnamed-places").empty());
    auto towns = some(20, "Town ");
    for (auto& town : towns) town.latitude = 45, town.longitude = 3;  // all in one place
    const std::string crowded = composed(towns, "[contents]").text("unnamed-places");
    CHECK(crowded.find("Town 19") != std::string::npos);
    CHECK(crowded.find("Norman") == std::string::npos);
}

TEST_CASE("a map without places gives way to a list of the cities") {
    auto towns = some(3, "Town ");
    CHECK(composed(towns, "[contents]").chose("map-clocks"));
    for (auto& town : towns) town.placed = false;
    const auto made = composed(towns, "[contents]");
    CHECK(made.chose("contents-page"));
    REQUIRE(made.publication);
    CHECK(made.words(0).find("Town 2") != std::string::npos);
}

TEST_CASE("one name of three lines takes no clock from the map, and the times stay level") {
    auto towns = some(4, "Town ");
    towns[1].name = "Santa Maria de la Encarnaci\u00F3n y San Juan";
    const auto made = composed(towns, "[contents]");
    INFO(made.explained.text);
    CHECK(made.chose("map-clocks-low"));
    REQUIRE(made.publication);
    std::map<double, int> miles;
    for (const auto& item : made.publication->pages[1].items)
        if (const auto* placed = std::get_if<page::PlacedRun>(&item))
            if (placed->run.text.find(" mi") != std::string::npos ||
                placed->run.text.find("\u00A0mi") != std::string::npos)
                ++miles[placed->origin.y.pt()];
    REQUIRE(miles.size() == 1);
    CHECK(miles.begin()->first <= 564);
    CHECK(miles.begin()->second == 4);
}

TEST_CASE("the cover's list of partners breaks between names where they are short") {
    auto towns = some(3, "Town ");
    towns[1].name = "San Miguel";
    const auto made = composed(towns, "[cover]");
    REQUIRE(made.publication);
    CHECK(made.words(0).find("San\u00A0Miguel") != std::string::npos);
}

TEST_CASE("a section may be a single city, by the name of its file") {
    const auto made = composed(some(3, "Town "), "[c102]");
    REQUIRE(made.publication);
    CHECK(made.publication->pages.size() == 1);
    CHECK(made.words(0).find("Town 1") != std::string::npos);
}

TEST_CASE("what no page shows of a picture is cut off, if it is more than a tenth") {
    for (const bool back : {true, false}) {
        const auto made = composed({{.name = "Colima"}}, back ? "[cover, cities, back]" : "[cover, cities]", "none",
                                   "en-US", "wide.jpg");
        REQUIRE(made.publication);
        REQUIRE(made.publication->pictures.size() == 1);
        const auto& picture = made.publication->pictures[0];
        CHECK(picture.placed.width.pt() == Approx(back ? 810 : 414));
        const double ratio = picture.crop.width * 3900 / (picture.crop.height * 3000);
        CHECK(ratio == Approx(picture.placed.width / picture.placed.height));
        CHECK(picture.crop.left + picture.crop.width <= 1 + 1e-9);
        const auto& front = std::get<page::PlacedPicture>(made.publication->pages[0].items[0]);
        CHECK(front.frame.left.pt() + front.frame.width.pt() == Approx(396 + 9));
    }
}

TEST_CASE("a publication without a list of sections has those that a brochure usually has") {
    const auto made = composed(some(2, "Town "), "~");
    REQUIRE(made.publication);
    CHECK(made.chose("map-clocks"));
    CHECK(made.chose("city-no-photo"));
    CHECK(made.chose("back-night"));
}

TEST_CASE("where one of two facing names has two lines, what stands below both moves down") {
    auto towns = some(8, "Town ");
    for (auto& town : towns) town.more = "  photo: {file: square.jpg, alt: A view, credit: me}\n";
    towns[3].name = "Villefranche-sur-Richelieu et Laon";
    const auto made = composed(towns, "[cities]", "saddle-stitch");
    REQUIRE(made.publication);
    const auto rule = [&](std::size_t page) {
        for (const auto& item : made.publication->pages.at(page).items)
            if (const auto* path = std::get_if<page::Path>(&item);
                path && path->stroke && path->stroke->swatch == "ink")
                return path->segments.front().a.y.pt();
        return 0.0;
    };
    const auto page_of = [&](const std::string& name) {
        for (std::size_t i = 0; i < made.publication->pages.size(); ++i)
            if (made.words(i).find(name) != std::string::npos) return i;
        return made.publication->pages.size();
    };
    const std::size_t page = page_of("Richelieu"), facing = page % 2 == 0 ? page - 1 : page + 1;
    INFO(made.explained.text);
    CHECK(rule(page) == Approx(rule(facing)));
    const auto name = [&](std::size_t at) {
        for (const auto& item : made.publication->pages.at(at).items)
            if (const auto* run = std::get_if<page::PlacedRun>(&item); run && run->run.size.pt() > 20)
                return run->origin.y.pt();
        return 0.0;
    };
    CHECK(name(page) == Approx(name(facing)));
    CHECK(rule(facing) - name(facing) == Approx(36 + 18));           // a second line's leading, and the rule below it
    for (const auto& item : made.publication->pages.at(page).items)  // the only size of Display 2 (DESIGN 4)
        if (const auto* run = std::get_if<page::PlacedRun>(&item); run && run->run.text.starts_with("Villefranche"))
            CHECK((run->run.size.pt() == 32 || run->run.size.pt() == 7));
}

TEST_CASE("a text too long for the standard page takes the arrangement that has more room, and then goes on") {
    std::string text;
    for (int i = 0; i < 310; ++i) text += "word" + std::to_string(i) + (i % 9 == 8 ? ". " : " ");
    const std::string photo = "  photo: {file: square.jpg, alt: A view, credit: me}\n";
    for (const std::size_t words : {150U, 200U, 310U}) {
        const auto part = text.substr(0, text.find("word" + std::to_string(words)));
        auto towns = some(8, "Town ");
        towns[7].text = part;
        for (auto& town : towns) town.more = photo;
        const auto made = composed(towns, "[cities]");
        REQUIRE(made.publication);
        INFO(words << " words\n" << made.explained.text);
        CHECK(made.chose("city-page-long") == (words > 150));
        CHECK(made.publication->pages.size() == (words > 200 ? 9 : 8));
        CHECK(made.words(made.publication->pages.size() - 1).find("word" + std::to_string(words - 1)) !=
              std::string::npos);
    }
}

TEST_CASE("more than six fields of work are all set smaller, on further pages too") {
    for (const std::size_t count : {6U, 7U, 20U}) {
        std::string involve = "involve:\n  title: Exchanges\n  items:\n";
        for (std::size_t i = 0; i < count; ++i) involve += "    - {label: Field" + std::to_string(i) + ", value: me}\n";
        composing::Project project;
        project.files["content/organisation.yaml"] =
            "organisation: {name: O, home: {city: Norman, country: US}}\n" + involve;
        project.files["content/publications.yaml"] = composing::publication("[involve]");
        const auto made = composing::compose(project);
        REQUIRE(made.publication);
        CHECK(made.publication->pages.size() == (count > 12 ? 2 : 1));
        std::size_t fields = 0;
        for (std::size_t page = 0; page < made.publication->pages.size(); ++page)
            for (std::size_t i = 0; i < count; ++i)
                if (const auto* run = made.run(page, "Field" + std::to_string(i));
                    run && run->run.text == "Field" + std::to_string(i)) {
                    CHECK(run->run.size.pt() == (count > 6 ? 16 : 24));
                    ++fields;
                }
        CHECK(fields == count);
    }
}

TEST_CASE(
    "pages that would stay empty show the great circle of what follows, at the end one page of lines to write on") {
    auto towns = some(2, "Town ");
    const std::string photo = "  photo: {file: square.jpg, alt: A view, credit: me}\n";
    for (auto& town : towns) town.more = photo;
    towns[1].more = photo + "  layout: page\n";
    // Cover, a spread, a page, the back: one page is left before that of the second town, two at the end.
    const auto made = composed(towns, "[cover, cities, back]", "saddle-stitch");
    REQUIRE(made.publication);
    INFO(made.explained.text);
    const auto& pages = made.publication->pages;
    REQUIRE(pages.size() == 8);
    const auto ground = [&](std::size_t page) {
        for (const auto& item : pages.at(page).items)
            if (const auto* path = std::get_if<page::Path>(&item); path && !path->fill.empty()) return path->fill;
        return std::string{};
    };
    CHECK(made.words(5).find("Notes") == std::string::npos);
    CHECK(made.explained.text.find("page 4: fill page -> fill-way") != std::string::npos);
    CHECK(made.words(3).find("Great circle from Norman to Town\u00A01") != std::string::npos);
    CHECK(ground(3) == "night");
    CHECK(made.explained.text.find("page 7: fill page -> fill-notes") != std::string::npos);
    for (std::size_t page = 0; page + 1 < pages.size(); ++page) CHECK_FALSE(pages[page].items.empty());
}

TEST_CASE("a fill page repeats neither the cover's globe at once nor another fill page") {
    // Cover, map and four towns: a page is left before the map, right behind the cover.
    const std::string sections = "[cover, contents, cities, back]";
    const auto made = composed(some(2, "Town "), sections, "saddle-stitch");
    REQUIRE(made.publication);
    INFO(made.explained.text);
    CHECK(made.chose("cover-night"));
    CHECK(made.chose("fill-title"));
    CHECK_FALSE(made.chose("fill-globe"));
    CHECK_FALSE(made.words(2).empty());
}

TEST_CASE("beside the arrangement for very long texts stands the same one") {
    std::string text;
    for (int i = 0; i < 200; ++i) text += "word" + std::to_string(i) + (i % 9 == 8 ? ". " : " ");
    auto towns = some(8, "Town ");
    for (auto& town : towns) {
        town.more = "  photo: {file: square.jpg, alt: A view, credit: me}\n";
        town.text = text.substr(0, text.find("word130"));
    }
    towns[2].text = text;  // on a recto
    const auto made = composed(towns, "[cities]", "saddle-stitch");
    REQUIRE(made.publication);
    INFO(made.explained.text);
    const auto foot = [&](std::size_t page) {
        for (const auto& item : made.publication->pages.at(page).items)
            if (const auto* picture = std::get_if<page::PlacedPicture>(&item)) return picture->frame.bottom().pt();
        return 0.0;
    };
    CHECK(made.words(2).find("word199") != std::string::npos);
    CHECK(foot(1) == foot(2));
    CHECK(foot(2) < 200);
    CHECK(foot(3) > 200);
}

TEST_CASE("a handout without a photo shows the globe, and less of it where the text is long") {
    const auto handout = [](const std::string& text) {
        composing::Project project;
        project.city = "lyon";
        project.files["content/organisation.yaml"] = composing::at_home;
        project.files["content/publications.yaml"] =
            "publications: {p: {title: T, design: municipal, format: letter, lang: en-US, for-each: city}}\n";
        project.files["content/cities/lyon.yaml"] =
            "city: {name: Lyon, country: FR, coordinates: [45.76, 4.84], zone: Europe/Paris, source: s, text: " + text +
            "}\n";
        return composing::compose(project);
    };
    std::string text;
    for (int i = 0; i < 45; ++i) text += "A town of some size on two rivers. ";
    const auto few = handout("A town on two rivers."), many = handout(text);
    REQUIRE(few.publication);
    REQUIRE(many.publication);
    CHECK(few.chose("handout-front-no-photo\n"));
    CHECK(many.chose("handout-front-no-photo-long"));
    for (const auto* made : {&few, &many})
        CHECK(std::any_of(made->publication->structure.begin(), made->publication->structure.end(),
                          [](const auto& it) { return it.alt.starts_with("Globe: great circle"); }));
}

TEST_CASE("a long text under a name that leaves no room beside it takes the arrangement with the facts below") {
    std::string text;
    for (int i = 0; i < 55; ++i) text += "A town of some size on two rivers. ";
    const auto made = [&](const std::string& name) {
        return composed(
            {{.name = name, .text = text, .more = "  photo: {file: square.jpg, alt: A picture, credit: me}\n"}},
            "[cities]");
    };
    const auto narrow = made("Plovdiv"), wide = made("Clermont-Ferrand");
    REQUIRE(narrow.publication);
    REQUIRE(wide.publication);
    CHECK(narrow.chose("city-page-long\n"));
    CHECK(wide.chose("city-page-long-wide"));
}

TEST_CASE("a difference of hours and minutes stands on one line in the narrowest place") {
    const auto made =
        composed({{.name = "Nepal",
                   .zone = "Asia/Kathmandu",
                   .text = "A short text.",
                   .more = "  layout: page-short\n  photo: {file: square.jpg, alt: A picture, credit: me}\n"}},
                 "[cities]");
    REQUIRE(made.publication);
    CHECK(made.run(0, "+11:45\u00A0h (standard time)"));
}

TEST_CASE("the globe of a page without a photo shows home and partner above its cut, on A5 too and under a long name") {
    const auto name = GENERATE(values<std::string>({"Longyearbyen", "Santa Maria de la Encarnación y San Cristóbal"}));
    composing::Project project;
    project.files["content/organisation.yaml"] = composing::at_home;
    project.files["content/publications.yaml"] = composing::publication("[cities]", "a5");
    project.files["content/cities/one.yaml"] =
        "city: {name: " + name +
        ", country: NO, coordinates: [78.22, 15.64], zone: Europe/Oslo, source: s, "
        "text: A town far in the north.}\n";
    const auto made = composing::compose(project);
    REQUIRE(made.chose("city-no-photo"));
    int discs = 0;
    for (const auto& item : made.publication->pages.at(0).items)
        if (const auto* path = std::get_if<page::Path>(&item);
            path && path->stroke && (path->fill == "ochre" || path->fill == "cream")) {
            ++discs;
            // Under a name of two lines all of it stands a leading lower.
            CHECK(path->segments.at(0).a.y.pt() < (name.size() < 20 ? 300 : 336) - 8);
            CHECK(path->segments.at(0).a.y.pt() > 132);
        }
    CHECK(discs == 2);
}

TEST_CASE("without photo and coordinates the panel is as high as the name in it needs, on pages and handouts") {
    const auto panel_of = [](const composing::Made& made) {
        for (const auto& item : made.publication->pages.at(0).items)
            if (const auto* path = std::get_if<page::Path>(&item); path && path->fill == "night") {
                double foot = 0;
                for (const auto& segment : path->segments) foot = std::max(foot, segment.a.y.pt());
                return foot;
            }
        return 0.0;
    };
    auto towns = some(1, "Town ");
    const double with_globe = panel_of(composed(towns, "[cities]"));
    towns[0].placed = false;
    const auto bare = composed(towns, "[cities]");
    INFO(bare.explained.text);
    CHECK(with_globe == Approx(324));
    CHECK(panel_of(bare) == Approx(144));
    const auto* text = bare.run(0, "A town of some size");
    REQUIRE(text);
    CHECK(text->origin.y.pt() < 240);
}

TEST_CASE("where no cut globe shows both ends of a way, a smaller one stands whole on the panel") {
    const auto [place, country, zone] =
        GENERATE(table<std::string, std::string, std::string>({{"[-41.29, 174.78]", "NZ", "Pacific/Auckland"},
                                                               {"[-31.95, 115.86]", "AU", "Australia/Perth"},
                                                               {"[-90, 0]", "AQ", "Antarctica/South_Pole"},
                                                               {"[-33.93, 18.42]", "ZA", "Africa/Johannesburg"}}));
    INFO(place);
    composing::Project project;
    project.files["content/organisation.yaml"] = composing::at_home;
    project.files["content/publications.yaml"] = composing::publication("[cities]");
    project.files["content/cities/one.yaml"] = "city: {name: Farther, country: " + country + ", coordinates: " + place +
                                               ", zone: " + zone + ", source: s, text: A town far in the south.}\n";
    const auto made = composing::compose(project);
    REQUIRE(made.chose("city-no-photo"));
    int ends = 0;
    for (const auto& item : made.publication->pages.at(0).items)
        if (const auto* path = std::get_if<page::Path>(&item);
            path && path->stroke && (path->fill == "ochre" || path->fill == "cream")) {
            ++ends;
            CHECK(path->segments.at(0).a.y.pt() > 132);
            CHECK(path->segments.at(0).a.y.pt() < 312);
        }
    CHECK(ends == 2);
}

TEST_CASE("the map is not given up for a number of pages that is missed anyway, and told of where it is given up") {
    const auto compose = [](int towns, int pages) {
        composing::Project project;
        project.files["content/organisation.yaml"] = composing::at_home;
        project.files["content/publications.yaml"] =
            "publications: {p: {title: T, design: municipal, format: half-letter, binding: saddle-stitch, pages: " +
            std::to_string(pages) + ", lang: en-US, sections: [cover, contents, cities]}}\n";
        for (int i = 0; i < towns; ++i)
            project.files["content/cities/c" + std::to_string(i) + ".yaml"] =
                "city: {name: Town " + std::to_string(i) + ", country: FR, coordinates: [45, " + std::to_string(i * 9) +
                "], zone: Europe/Paris, source: s, text: A town.}\n";
        return composing::compose(project);
    };
    const auto missed = compose(8, 8);
    CHECK(missed.chose("map-rows"));
    CHECK(missed.said("page-count"));
    CHECK_FALSE(missed.said("given-up-for-pages"));
    const auto reached = compose(6, 8);  // the cover, a list, six towns; with the map there were twelve
    CHECK(reached.chose("contents-page"));
    CHECK_FALSE(reached.said("page-count"));
    CHECK(reached.text("given-up-for-pages") ==
          "to come to 8 pages the section 'contents' has the layout contents-page instead of map-rows");
}
