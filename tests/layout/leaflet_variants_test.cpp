// The leaflet of other content than the sample's: more or fewer partners, and what is not there.
#include "leaflet.hpp"

using namespace brochure;

namespace {

void rename(content::Text& text, const std::string& words) {
    auto& block = text.versions.at(0).value.blocks.at(0);
    block.spans.resize(1);
    block.spans[0].text = words;
}

/// Every partner's name stands on the page as often as there are partners of that name.
std::size_t count(const std::string& all, const std::string& words) {
    std::size_t times = 0;
    for (auto at = all.find(words); at != std::string::npos; at = all.find(words, at + words.size())) ++times;
    return times;
}

}  // namespace

TEST_CASE("one to fifty partners make a leaflet, and all are on it") {
    const std::vector<std::pair<std::size_t, std::string>> expected{
        {1, "leaflet-inside-1"},           {2, "leaflet-inside-2"},
        {3, "leaflet-inside-3-tall"},      {4, "leaflet-inside"},
        {5, "leaflet-inside-8"},           {8, "leaflet-inside-8"},
        {9, "leaflet-inside-list"},        {18, "leaflet-inside-list"},
        {19, "leaflet-inside-long-list"},  {26, "leaflet-inside-long-list"},
        {30, "leaflet-inside-dense-list"}, {50, "leaflet-inside-dense-list"}};
    const auto name_of = [](std::size_t i) { return "Partner" + std::to_string(100 + i); };
    for (const auto& [partners, variant] : expected) {
        Leaflet leaflet;
        leaflet.partners(partners);
        for (std::size_t i = 0; i < partners; ++i) rename(leaflet.content.cities[i].name, name_of(i));
        leaflet.compose();
        INFO(partners << " partners\n" << leaflet.errors() << leaflet.explained.text);
        REQUIRE(leaflet.made);
        CHECK(leaflet.chose(variant));
        CHECK(leaflet.said("photo-left-out").empty());  // a list has none, as it should
        const std::string inside = leaflet.words(1);
        for (std::size_t i = 0; i < partners; ++i) CHECK(count(inside, name_of(i)) >= 1);
        CHECK(leaflet.pictures(1).size() == (partners > 8 ? 0 : partners > 4 ? 2 : partners));
    }
}

TEST_CASE("more partners than a leaflet holds are an error, and none is left out in silence") {
    Leaflet leaflet;
    leaflet.partners(90).compose();
    CHECK_FALSE(leaflet.made);
    CHECK(leaflet.errors().find("does not fit") != std::string::npos);
    Leaflet nowhere;  // no distances to be listed
    nowhere.partners(60);
    for (auto& city : nowhere.content.cities) city.coordinates.reset(), city.zone.reset();
    nowhere.compose();
    CHECK_FALSE(nowhere.made);
    CHECK(nowhere.errors().find("does not fit") != std::string::npos);
}

TEST_CASE("without partners the goals stand inside and nothing empty is drawn") {
    Leaflet leaflet;
    leaflet.content.cities.clear();
    leaflet.compose();
    INFO(leaflet.errors());
    REQUIRE(leaflet.made);
    CHECK(leaflet.chose("leaflet-inside-alone"));
    CHECK(leaflet.words(1).find("Develop municipal partnerships") != std::string::npos);
    CHECK(leaflet.words(1).find("FROM NORMAN") == std::string::npos);
}

TEST_CASE("a city without a photo has a globe in the picture's place, and the others keep theirs") {
    Leaflet leaflet;
    leaflet.content.cities.at(1).photo.reset();
    leaflet.compose();
    REQUIRE(leaflet.made);
    CHECK(leaflet.chose("leaflet-inside"));
    CHECK(leaflet.pictures(1).size() == 3);
    CHECK(leaflet.read_aloud().find("Globe: great circle from Norman to Colima") != std::string::npos);
}

TEST_CASE("a photo with too few pixels makes way for the globe, with a warning that names the layout and the reason") {
    Leaflet leaflet;
    const auto& photo = *leaflet.content.cities.at(3).photo;
    leaflet.photos[photo.file.value].width = leaflet.photos[photo.file.value].height = 400;
    leaflet.compose();
    REQUIRE(leaflet.made);
    CHECK(leaflet.pictures(1).size() == 3);
    const auto warnings = leaflet.said("photo-left-out");
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].starts_with("the photo is left out: in the layout 'leaflet-inside' the photo has only 106 ppi"));
    for (const auto& one : leaflet.found.all())
        if (one.rule == "photo-left-out") CHECK(one.where == photo.where);
}

TEST_CASE("without a cover picture the cover has the globe on Night") {
    Leaflet leaflet;
    leaflet.content.organisation.cover.reset();
    leaflet.compose();
    REQUIRE(leaflet.made);
    CHECK(leaflet.chose("leaflet-outside"));
    CHECK(leaflet.pictures(0).empty());
}

TEST_CASE("without figures the text has their place; without coordinates no distance is printed, nor its heading") {
    Leaflet leaflet;
    leaflet.content.organisation.figures.clear();
    leaflet.content.organisation.home.coordinates.reset();
    leaflet.content.organisation.home.zone.reset();
    leaflet.content.organisation.about->shorter = {};
    leaflet.compose();
    INFO(leaflet.errors());
    REQUIRE(leaflet.made);
    CHECK(leaflet.words(1).find("sister city counterparts abroad.") != std::string::npos);
    for (const double y : {252, 312, 372, 432}) CHECK_FALSE(leaflet.rule_at(1, 24.75, y));
    CHECK(leaflet.words(1).find("FROM NORMAN") == std::string::npos);
}

TEST_CASE("a name of two lines moves its text down by one leading") {
    Leaflet leaflet;
    rename(leaflet.content.cities.at(0).name, "Sainte-Marie-de-la-Montagne");
    leaflet.compose();
    INFO(leaflet.errors());
    REQUIRE(leaflet.made);
    CHECK(leaflet.stands(1, "Clermont-Ferrand is a", 290.25, 252));
    SECTION("and one of three takes a layout with more room for words") {
        rename(leaflet.content.cities.at(0).name, "Sainte-Marie-Madeleine-de-la-Montagne-sous-le-Grand-Mont-Blanc");
        leaflet.compose();
        CHECK(leaflet.chose("leaflet-inside-small"));
        CHECK(leaflet.pictures(1).size() == 4);
        CHECK(leaflet.stands(1, "Colima", 24.75, 510));  // its row of the distances has three lines
    }
}

TEST_CASE("a leaflet's name with high accents keeps clear of the label, one somewhat long keeps to one line") {
    Leaflet leaflet;
    rename(leaflet.content.cities.at(0).name, "\u1EA4p B\u1EAFc");
    rename(leaflet.content.cities.at(1).name, "Sankt Johann im Pongau");
    leaflet.compose();
    INFO(leaflet.errors());
    REQUIRE(leaflet.made);
    std::map<std::string, double> sizes;
    for (const auto& item : leaflet.made->pages.at(1).items)
        if (const auto* placed = std::get_if<page::PlacedRun>(&item); placed && placed->run.size.pt() > 15)
            sizes.emplace(placed->run.text, placed->run.size.pt());
    REQUIRE(sizes.contains("\u1EA4p B\u1EAFc"));
    CHECK(sizes["\u1EA4p B\u1EAFc"] <= 21 / 0.987);  // the accents reach so many em up
    REQUIRE(sizes.contains("Sankt Johann im Pongau"));
    CHECK(sizes["Sankt Johann im Pongau"] < 25);
    REQUIRE(sizes.contains("Arezzo"));
    CHECK(sizes["Arezzo"] == Approx(25));
}

TEST_CASE("a name of 45 letters costs a leaflet no figure and no photo, whichever partner has it") {
    for (const char* format : {"leaflet-letter", "leaflet-a4"})
        for (std::size_t city = 0; city < 4; ++city) {
            Leaflet leaflet;
            leaflet.format = format;
            rename(leaflet.content.cities.at(city).name, "Krung Thep Maha Nakhon Amon Rattanakosin City");
            leaflet.compose();
            INFO(format << ", city " << city << "\n" << leaflet.errors() << leaflet.explained.text);
            REQUIRE(leaflet.made);
            CHECK(leaflet.pictures(1).size() == 4);
            CHECK(leaflet.said("figure-left-out").size() == 1);  // as with any name: there is room for three of four
            CHECK(count(leaflet.words(1), "Rattanakosin") == 2);
        }
}

TEST_CASE("distances that find no room are told of at the name that is too long, not at the last one") {
    Leaflet leaflet;
    leaflet.format = "leaflet-a4";
    const std::string name = "Krung Thep Maha Nakhon Amon Rattanakosin City";
    for (auto& city : leaflet.content.cities) rename(city.name, name);
    leaflet.compose();
    CHECK_FALSE(leaflet.made);
    const auto& all = leaflet.found.all();
    const auto list = std::find_if(all.begin(), all.end(), [](const auto& one) { return one.rule == "overset"; });
    REQUIRE(list != all.end());
    INFO(list->text << leaflet.explained.text);
    CHECK(list->text.starts_with("the list of partners"));
    CHECK(list->where == leaflet.content.cities.at(0).name.versions.at(0).value.blocks.at(0).spans.at(0).where);
}

TEST_CASE("without a word about the organisation its name and the figures stand at the head of the first panel") {
    Leaflet leaflet;
    leaflet.content.organisation.about.reset();
    leaflet.content.organisation.mission.reset();
    leaflet.compose();
    INFO(leaflet.errors());
    REQUIRE(leaflet.made);
    CHECK(leaflet.stands(1, "Sister Cities", 24.75, 96));
    CHECK(leaflet.rule_at(1, 24.75, 162));  // below a title of two lines
    CHECK(leaflet.stands(1, "Clermont-Ferrand", 24.75, 378));
    CHECK(leaflet.stands(0, "Sister Cities", 22.5, 96));  // in the mission's place on the flap
}

TEST_CASE("fields of work that find no room on the back are left out, and a note names them") {
    Leaflet leaflet;
    const auto text = [&](const std::string& words) {
        content::Text made = leaflet.content.organisation.name;
        rename(made, words);
        return made;
    };
    content::Involve involve;
    involve.title = text("Exchanges and projects");
    for (int i = 0; i < 16; ++i)
        involve.items.push_back({text("Field" + std::to_string(i)), text("who@example.org"), {}});
    leaflet.content.organisation.involve = involve;
    leaflet.compose();
    INFO(leaflet.errors());
    REQUIRE(leaflet.made);
    CHECK(leaflet.places(0, "and projects").size() == 1);  // the title does not end a line on "and"
    CHECK(leaflet.places(0, "Field9").size() == 1);
    CHECK(leaflet.places(0, "Field11").empty());
    const auto notes = leaflet.said("rows-left-out");
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].find("\"Field15\"") != std::string::npos);
}

TEST_CASE("fields of work, the address and its code stand on the back, on the panel's columns") {
    Leaflet leaflet;
    auto& organisation = leaflet.content.organisation;
    const auto text = [&](const std::string& words) {
        content::Text made = organisation.name;
        rename(made, words);
        return made;
    };
    auto& involve = organisation.involve.emplace();
    involve.title = text("Exchanges and projects");
    for (const char* field : {"Cultural", "Educational", "Municipal", "Business", "Professional", "Technical"})
        involve.items.push_back({text(field), text("office@example.org"), {}});
    auto& contacts = organisation.contacts.emplace();
    contacts.name = text("Sister Cities");
    contacts.address = text("Street and number");
    contacts.web = Located<std::string>{"example.org/sister-cities", {}};
    leaflet.compose();
    INFO(leaflet.errors());
    REQUIRE(leaflet.made);
    CHECK(leaflet.rule_at(0, 285.75, 162));
    CHECK(leaflet.rule_at(0, 285.75, 186));
    CHECK(leaflet.stands(0, "Cultural", 285.75, 180));
    CHECK(leaflet.stands(0, "CONTACT", 285.75, 444));
    CHECK(leaflet.stands(0, "example.org", 285.75, 492));
    const auto code = std::find_if(leaflet.made->structure.begin(), leaflet.made->structure.end(),
                                   [](const auto& element) { return element.alt.starts_with("QR"); });
    REQUIRE(code != leaflet.made->structure.end());
    CHECK(Leaflet::near(code->box->width, 86));
    CHECK(code->box->left.pt() < 399.75);  // the quiet zone: the code itself meets the third column
    CHECK(leaflet.words(0).find("Develop municipal") == std::string::npos);
    SECTION("with an address and no fields of work the partners stand above it") {
        organisation.involve.reset();
        leaflet.compose();
        REQUIRE(leaflet.made);
        CHECK(leaflet.words(0).find("Our sister cities are:") != std::string::npos);
    }
}

TEST_CASE(
    "a back for which there are neither goals nor fields of work nor an address names partners and organisation") {
    Leaflet leaflet;
    leaflet.content.organisation.goals.reset();
    leaflet.compose();
    INFO(leaflet.errors());
    REQUIRE(leaflet.made);
    CHECK(leaflet.words(0).find("Our sister cities are:") != std::string::npos);
    CHECK(leaflet.stands(0, "Norman, Oklahoma", 285.75, 564));
}

TEST_CASE("a leaflet in another language holds, in both formats") {
    for (const char* lang : {"fr-FR", "de-DE", "ja-JP"})
        for (const char* format : {"leaflet-letter", "leaflet-a4"}) {
            Leaflet leaflet;
            leaflet.lang = lang;
            leaflet.format = format;
            leaflet.compose();
            INFO(lang << leaflet.errors());
            REQUIRE(leaflet.made);
            CHECK(leaflet.words(1).find("4,986") == std::string::npos);
        }
}

TEST_CASE("the leaflet's masters refuse a format without panels and say which is missing") {
    Leaflet leaflet;
    leaflet.format = "letter";
    leaflet.compose();
    CHECK_FALSE(leaflet.made);
    CHECK(leaflet.errors().find("the format 'letter' has no panel 'cover'") != std::string::npos);
}

TEST_CASE(
    "a list's dashes hang before the column where the margin holds them, and stand in it where they would be cut") {
    struct Margin {
        const char* format;
        double dash, text;  // left edges
    };
    for (const Margin& margin : {Margin{"leaflet-letter", 24.75, 33.75}, Margin{"leaflet-a4", 24.73, 33.73}}) {
        Leaflet leaflet;
        leaflet.format = margin.format;
        for (auto* text : {&leaflet.content.organisation.about->text, &leaflet.content.organisation.about->shorter})
            for (auto& version : text->versions)
                for (auto& block : version.value.blocks) {
                    block.kind = content::BlockKind::bullet;
                    block.level = 1;
                }
        leaflet.compose();
        INFO(margin.format << ": " << leaflet.errors());
        REQUIRE(leaflet.made);
        const auto dashes = leaflet.places(1, "\u2013");
        REQUIRE_FALSE(dashes.empty());
        CHECK(Leaflet::near(dashes[0].x, margin.dash));
        const auto words = leaflet.places(1, "Founded");
        REQUIRE_FALSE(words.empty());
        CHECK(
            std::any_of(words.begin(), words.end(), [&](const Point& at) { return Leaflet::near(at.x, margin.text); }));
    }
}

TEST_CASE("words after a leaflet's figure end beside it: two lines cross no rule, and more cost the figure its row") {
    Leaflet two;
    rename(two.content.organisation.figures.at(3).after, "countries and territories worldwide");
    two.compose();
    INFO(two.errors());
    const auto last = two.places(1, "and territories worldwide"), number = two.places(1, "120");
    REQUIRE(last.size() == 1);
    REQUIRE(number.size() == 1);
    CHECK(last.front().y.pt() == Approx(number.front().y.pt()));
    CHECK(two.stands(1, "countries ", last.front().x.pt(), number.front().y.pt() - 12));
    CHECK(two.said("figure-left-out").size() == 1);

    Leaflet three;
    rename(three.content.organisation.figures.at(3).after,
           "countries and territories worldwide on all five continents");
    three.compose();
    REQUIRE(three.made);
    CHECK(three.places(1, "120").empty());
    CHECK(three.places(1, "1956").size() == 1);  // there is room for this one now
    const auto notes = three.said("figure-left-out");
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().find("on all five continents") != std::string::npos);
}

TEST_CASE("words after a leaflet's figures begin below each other, behind the widest of the numbers") {
    Leaflet leaflet;
    rename(leaflet.content.organisation.figures.at(1).number, "20,400");
    leaflet.compose();
    INFO(leaflet.errors());
    const auto cities = leaflet.places(1, "U.S."), partners = leaflet.places(1, "partners");
    REQUIRE(cities.size() == 1);
    REQUIRE(partners.size() == 1);
    CHECK(cities.front().x.pt() > 138.75 + 1);
    CHECK(partners.front().x.pt() == Approx(cities.front().x.pt()));
}

TEST_CASE("Night above the cover picture grows with a long title and long names") {
    for (const char* format : {"leaflet-letter", "leaflet-a4"}) {
        Leaflet leaflet;
        leaflet.format = format;
        rename(leaflet.content.organisation.cover_title, "Partnerships\nand Friendship\nAcross Oceans");
        for (auto& city : leaflet.content.cities) rename(city.name, "Llanfairpwllgwyngyll");
        leaflet.compose();
        INFO(leaflet.errors());
        REQUIRE(leaflet.made);
        const auto names = leaflet.places(0, "Llanfairpwllgwyngyll");
        REQUIRE_FALSE(names.empty());
        const auto lowest =
            std::max_element(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
        REQUIRE(leaflet.pictures(0).size() == 1);
        CHECK(leaflet.pictures(0)[0].top >= lowest->y + Length::from_pt(24));
        // No word of the title is divided: a smaller size of the design holds it.
        CHECK(leaflet.words(0).find("Partnerships") != std::string::npos);
    }
}

TEST_CASE("a long web address rises on the leaflet's back instead of running out of it") {
    for (const char* format : {"leaflet-letter", "leaflet-a4"}) {
        Leaflet leaflet;
        leaflet.format = format;
        auto& contacts = leaflet.content.organisation.contacts.emplace();
        contacts.email = Located<std::string>{"sistercities@normanok.example", {}};
        contacts.phone = Located<std::string>{"+1 405 366 5402", {}};
        contacts.web = Located<std::string>{
            "https://www.normanok.example/your-government/boards-and-commissions/sister-cities", {}};
        leaflet.compose();
        INFO(leaflet.errors());
        REQUIRE(leaflet.made);
        const auto& page = leaflet.made->pages.at(0);
        for (const auto& item : page.items)
            if (const auto* run = std::get_if<page::PlacedRun>(&item))
                CHECK(run->origin.y < page.trim.height - Length::from_pt(18));
        CHECK(leaflet.words(0).find("sister-cities") != std::string::npos);
    }
}
