// The sample's leaflet: where DESIGN 2 and 7.8 put things, in which order they are read, and what is told of texts that
// are not printed in full.
#include "leaflet.hpp"

using namespace brochure;

namespace {

/// The numbers in which the two formats differ.
struct Sheet {
    std::string format;
    double flap, back, cover, first, middle, last;  // left edges of the first columns
    double middle_edge, last_edge;                  // of the panels
    double row1, row2, row3, bleed, width, height;
    double label2, label3, label4;
};
const Sheet letter{"leaflet-letter",
                   22.5,
                   285.75,
                   551.25,
                   24.75,
                   290.25,
                   553.5,
                   265.5,
                   531,
                   156,
                   306,
                   456,
                   9,
                   792,
                   612,
                   180,
                   336,
                   480};
const Sheet a4{"leaflet-a4", 29.48, 308.69, 592.15, 33.73,  317.19, 596.40, 283.46, 566.93,
               156,          294,   432,    8.5,    841.89, 595.28, 180,    324,    456};

void check_at(const Leaflet& leaflet, std::size_t page, const std::string& words, double x, double baseline) {
    std::string there;
    for (const auto& at : leaflet.places(page, words))
        there += " " + std::to_string(at.x.pt()) + "," + std::to_string(at.y.pt());
    INFO(leaflet.format << ": " << words << " wanted at " << x << "," << baseline << ", is at" << there);
    CHECK(leaflet.stands(page, words, x, baseline));
}

void check_frame(const Rect& frame, double left, double top, double right, double bottom) {
    INFO("picture at " << frame.left.pt() << ", " << frame.top.pt());
    CHECK(Leaflet::near(frame.left, left));
    CHECK(Leaflet::near(frame.top, top));
    CHECK(Leaflet::near(frame.right(), right));
    CHECK(Leaflet::near(frame.bottom(), bottom));
}

}  // namespace

TEST_CASE("outside, the leaflet's words and rules stand where the design says, in both formats") {
    for (const Sheet& sheet : {letter, a4}) {
        Leaflet leaflet;
        leaflet.format = sheet.format;
        leaflet.compose();
        REQUIRE(leaflet.made);
        REQUIRE(leaflet.made->pages.size() == 2);
        check_at(leaflet, 0, "SISTER CITIES MISSION", sheet.flap, 60);
        check_at(leaflet, 0, "Sister Cities International ", sheet.flap, 96);
        check_at(leaflet, 0, "economic development.", sheet.flap, 336);
        check_at(leaflet, 0, "Sister", sheet.cover, 96);
        check_at(leaflet, 0, "Cities", sheet.cover, 150);
        CHECK(leaflet.rule_at(0, sheet.cover, 174));
        check_at(leaflet, 0, "NORMAN", sheet.cover, 198);
        check_at(leaflet, 0, "Clermont-Ferrand, ", sheet.cover + 114, 198);
        check_at(leaflet, 0, "GOALS", sheet.back, 60);
        check_at(leaflet, 0, "Goals of", sheet.back, 96);
        REQUIRE(leaflet.pictures(0).size() == 1);
        check_frame(leaflet.pictures(0)[0], sheet.cover - (sheet.first), 252, sheet.width + sheet.bleed,
                    sheet.height + sheet.bleed);
    }
}

TEST_CASE("inside, words, rules and pictures stand where the design says, in both formats") {
    for (const Sheet& sheet : {letter, a4}) {
        Leaflet leaflet;
        leaflet.format = sheet.format;
        leaflet.compose();
        REQUIRE(leaflet.made);
        check_at(leaflet, 1, "ABOUT", sheet.first, 60);
        check_at(leaflet, 1, "Sister Cities", sheet.first, 96);
        check_at(leaflet, 1, "International", sheet.first, 126);
        check_at(leaflet, 1, "Founded in", sheet.first, 156);
        for (const double y : {252, 312, 372, 432}) CHECK(leaflet.rule_at(1, sheet.first, y));
        check_at(leaflet, 1, "More than", sheet.first, 267);
        check_at(leaflet, 1, "1,100", sheet.first, 300);
        check_at(leaflet, 1, "U.S.", sheet.first + 114, 300);
        check_at(leaflet, 1, "2,000", sheet.first, 360);
        check_at(leaflet, 1, "120", sheet.first, 420);
        check_at(leaflet, 1, "FROM NORMAN", sheet.first, 450);
        for (const auto& [name, y] :
             {std::pair{"Clermont", 468.0}, {"Colima", 486.0}, {"Seika", 504.0}, {"Arezzo", 522.0}})
            check_at(leaflet, 1, name, sheet.first, y);
        check_at(leaflet, 1, "Distances are", sheet.first, 540);
        check_at(leaflet, 1, "FRANCE", sheet.middle, sheet.label2);
        check_at(leaflet, 1, "MEXICO", sheet.middle, sheet.label4);
        check_at(leaflet, 1, "JAPAN", sheet.last, 60);
        check_at(leaflet, 1, "ITALY", sheet.last, sheet.label3);
        check_at(leaflet, 1, "Clermont-Ferrand is a", sheet.middle, sheet.label2 + 48);
        check_at(leaflet, 1, "Colima is", sheet.middle, sheet.label4 + 48);
        check_at(leaflet, 1, "Seika Town is", sheet.last, 108);
        check_at(leaflet, 1, "Arezzo is a", sheet.last, sheet.label3 + 48);
        const auto frames = leaflet.pictures(1);
        REQUIRE(frames.size() == 4);
        check_frame(frames[0], sheet.middle_edge, -sheet.bleed, sheet.last_edge, sheet.row1);
        check_frame(frames[1], sheet.middle_edge, sheet.row2, sheet.last_edge, sheet.row3);
        check_frame(frames[2], sheet.last_edge, sheet.row1, sheet.width + sheet.bleed, sheet.row2);
        check_frame(frames[3], sheet.last_edge, sheet.row3, sheet.width + sheet.bleed, sheet.height + sheet.bleed);
    }
}

TEST_CASE("miles and hours stand flush right on the columns of the distance table") {
    const Leaflet leaflet = std::move(Leaflet{}.compose());
    std::size_t cells = 0;
    for (const auto& item : leaflet.made->pages.at(1).items)
        if (const auto* run = std::get_if<page::PlacedRun>(&item))
            for (const auto& [words, edge] : {std::pair{"mi", 183.75}, {"h", 240.75}, {"Same time", 240.75}})
                if (run->run.text.ends_with(words) && run->origin.y.pt() > 460 && run->origin.x.pt() < 240) {
                    ++cells;
                    CHECK(Leaflet::near(run->origin.x + run->run.advance, edge));
                }
    CHECK(cells == 8);
}

TEST_CASE("the leaflet is folded where its panels meet") {
    const Leaflet leaflet = std::move(Leaflet{}.compose());
    for (const auto& [page, folds] : {std::pair{0, std::pair{261.0, 526.5}}, {1, std::pair{265.5, 531.0}}}) {
        const auto& there = leaflet.made->pages.at(static_cast<std::size_t>(page)).folds;
        REQUIRE(there.size() == 2);
        CHECK(Leaflet::near(there[0], folds.first));
        CHECK(Leaflet::near(there[1], folds.second));
    }
}

TEST_CASE("the leaflet is read as it is opened: cover, flap, the three panels inside, back") {
    const Leaflet leaflet = std::move(Leaflet{}.compose());
    leaflet.check_order();
    CHECK(leaflet.made->structure[0].children.size() == 6);
    for (std::size_t i = 1; i < leaflet.made->structure.size(); ++i)
        CHECK(leaflet.made->structure[i].parent.index < static_cast<int>(i));
}

// R39: a letter or A4 sheet in three equal parts; R65: the cover first, then what lies behind it.
TEST_CASE("a leaflet that is folded like a Z has panels of one width, and is read as it is opened") {
    for (const auto& [format, width] : {std::pair{"leaflet-z-letter", 264.0}, {"leaflet-z-a4", 280.63}}) {
        INFO(format);
        Leaflet leaflet;
        leaflet.format = format;
        leaflet.compose();
        INFO(leaflet.errors());
        REQUIRE(leaflet.made);
        for (const auto& page : leaflet.made->pages) {
            REQUIRE(page.folds.size() == 2);
            CHECK(Leaflet::near(page.folds[0], width));
            CHECK(Leaflet::near(page.folds[1], 2 * width));
            CHECK(Leaflet::near(page.trim.width, 3 * width));
        }
        const std::string all = leaflet.read_aloud();
        std::size_t before = 0;
        for (const char* words : {"Sister Cities", "Founded in 1956", "Clermont-Ferrand is a", "Colima is the",
                                  "Seika Town is", "Arezzo is a", "is a non-profit citizen", "Develop municipal"}) {
            const auto at = all.find(words, before);
            INFO(words);
            REQUIRE(at != std::string::npos);
            before = at;
        }
    }
}

TEST_CASE("a leaflet of a language that is read from the right is set, its rows from the right too") {
    Leaflet leaflet;
    leaflet.lang = "ar";
    leaflet.compose();
    CHECK(leaflet.errors().empty());
    REQUIRE(leaflet.made);
    // A row of distances: the name at the right, its hours at the left, nothing on each other.
    std::vector<std::pair<double, double>> row;
    std::optional<Length> line;
    for (const auto& item : leaflet.made->pages.at(1).items)
        if (const auto* run = std::get_if<page::PlacedRun>(&item); run && run->run.text == "Arezzo")
            if (run->origin.x.pt() > 532) line = run->origin.y;
    REQUIRE(line);
    for (const auto& item : leaflet.made->pages.at(1).items)
        if (const auto* run = std::get_if<page::PlacedRun>(&item))
            if (run->origin.y == *line && run->origin.x.pt() > 532)
                row.emplace_back(run->origin.x.pt(), (run->origin.x + run->run.advance).pt());
    REQUIRE(row.size() >= 3);
    std::sort(row.begin(), row.end());
    CHECK(row.front().first == Approx(551.25).margin(0.5));
    CHECK(row.back().second == Approx(767.25).margin(0.5));
    for (std::size_t i = 1; i < row.size(); ++i) CHECK(row[i].first >= row[i - 1].second - 0.01);
}

TEST_CASE("a note names the block and how the sentences begin that a short text leaves out") {
    const Leaflet leaflet = std::move(Leaflet{}.compose());
    CHECK(leaflet.errors().empty());
    CHECK(leaflet.said("sentences-left-out") ==
          std::vector<std::string>{
              "the layout 'leaflet-outside' prints the short form of the mission: 1 of its 2 sentences is left out: "
              "\"SCI leads the movement for\u2026\"",
              "the layout 'leaflet-inside' prints the short form of the text of about: 2 of its 3 sentences are left "
              "out: \"As the premier organization\u2026\", \"SCI motivates and empowers\u2026\"",
              "the layout 'leaflet-inside' prints the short form of the text of Clermont-Ferrand: 1 of its 3 sentences "
              "is left out: \"Near the fountains and statues\u2026\"",
              "the layout 'leaflet-inside' prints the short form of the text of Colima: 3 of its 5 sentences are left "
              "out: \"It lies near the central\u2026\", \"Catedral Basílica Menor de\u2026\", \"Next to the "
              "cathedral is the\u2026\"",
              "the layout 'leaflet-inside' prints the short form of the text of Seika: 2 of its 3 sentences are left "
              "out: \"The gently rolling hills\u2026\", \"The average temperature of the\u2026\""});
    CHECK(leaflet.said("figure-left-out").size() == 1);
}

TEST_CASE("without a short text the leaflet prints the whole first sentences that fit, and says how many") {
    Leaflet leaflet;
    for (auto& city : leaflet.content.cities) city.shorter = {};
    leaflet.compose();
    CHECK(leaflet.errors().empty());
    const std::string inside = leaflet.words(1);
    CHECK(inside.find("in a valley south of Colima Volcano.") != std::string::npos);
    CHECK(inside.find("Jardín") == std::string::npos);
    const auto notes = leaflet.said("sentences-left-out");
    CHECK(std::count(notes.begin(), notes.end(),
                     "the layout 'leaflet-inside' has room for 2 of the 5 sentences of the text of Colima; the first "
                     "that is left out begins \"Jardín Libertad, the main\u2026\"") == 1);
}

TEST_CASE("a first sentence that does not fit is an error that names the city and the page") {
    Leaflet leaflet;
    auto& seika = leaflet.content.cities.at(2);
    seika.shorter = {};
    std::string words = "Seika";
    for (int i = 0; i < 30; ++i) words += " and a town with quite long a sentence";
    seika.text.versions.at(0).value.blocks.at(0).spans.at(0).text = words + ".";
    leaflet.compose();
    CHECK_FALSE(leaflet.made);
    CHECK(leaflet.errors().find("the text of seika does not fit on page 2 of leaflet") != std::string::npos);
}
