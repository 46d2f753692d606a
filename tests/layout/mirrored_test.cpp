// Pages that are read from right to left are the mirror image of those that are read from left to right: columns,
// rules, tables, panels, folds and folios. Words, pictures and maps are not.
#include <algorithm>
#include <cmath>

#include "leaflet.hpp"
#include "towns.hpp"

using namespace brochure;
using namespace brochure::testing;

namespace {

constexpr double half_letter = 396, letter = 612, sheet = 792;

/// Where the first run with these words stands, on whatever page.
struct Place {
    double left = 0, right = 0, y = 0;
};
Place place_of(const page::Publication& publication, const std::string& words) {
    for (const auto& page : publication.pages)
        for (const auto& item : page.items)
            if (const auto* placed = std::get_if<page::PlacedRun>(&item);
                placed && placed->run.text.find(words) != std::string::npos)
                return {placed->origin.x.pt(), (placed->origin.x + placed->run.advance).pt(), placed->origin.y.pt()};
    FAIL("not printed: " << words);
    return {};
}

/// Words that begin where reading begins: their left edge is the other's right one.
void check_turned(const page::Publication& left, const page::Publication& right, const std::string& words,
                  double width) {
    INFO(words);
    const Place a = place_of(left, words), b = place_of(right, words);
    CHECK(a.left == Approx(width - b.right).margin(1.6));  // kerning and optical shift at an edge
    CHECK(a.y == Approx(b.y));
}

// The program knows no words of Hebrew, so that both are in English and break alike.
const Town bern{.name = "Bern",
                .text = "Bern is a town of some size that lies on a river.",
                .more =
                    "  layout: plate\n  photo: {file: square.jpg, alt: A, credit: me}\n  facts: [{label: Sign, value: "
                    "A bear, source: x}]\n"};

/// A visit of one day; `langs`: the languages of its programme.
std::string visit(const std::string& langs) {
    return "visit:\n  title: {en: Programme, he: \u05EA\u05DB\u05E0\u05D9\u05EA, ar: "
           "\u0628\u0631\u0646\u0627\u0645\u062C}\n"
           "  dates: {from: 2027-05-01, to: 2027-05-01}\n  host: home\n  guest: colima\n  languages: [" +
           langs +
           "]\n  documents: [participants]\n  people:\n"
           "    - {id: a, family: {en: Smith}, given: {en: Ann}, role: {en: Mayor}}\n"
           "    - {id: b, family: {en: Jones}, given: {en: Bob}, role: {en: Driver}}\n";
}

/// One person and one entry of a visit in English and Arabic, whichever comes first.
std::string both(const std::string& langs, const std::string& document) {
    return "visit:\n  title: {en: Programme, ar: برنامج}\n  dates: {from: 2027-05-01, to: 2027-05-01}\n  host: home\n"
           "  guest: colima\n  languages: [" +
           langs + "]\n  documents: [" + document +
           "]\n  people: [{id: a, family: {en: Smith, ar: حداد}, given: {en: Ann, ar: سلمى}, role: {en: Driver, ar: "
           "سائقة}}]\n  itinerary: [{date: 2027-05-01, start: 9:00, title: {en: Walk, ar: نزهة}, place: {en: Park, ar: "
           "حديقة}, spot: {en: gate, ar: بوابة}}]\n  emergency: [{label: {en: Police, ar: الشرطة}, phone: '911', "
           "level: "
           "public}]\n";
}

composing::Made made(const std::string& langs, const std::string& document = "") {
    return composing::compose(
        {.files = {{"content/organisation.yaml", composing::at_home},
                   {"content/publications.yaml", "publications: {}\n"},
                   {"content/cities/colima.yaml", "city: {name: Colima, country: MX, text: A city.}\n"},
                   {"content/visits/spring.yaml", document.empty() ? visit(langs) : both(langs, document)}},
         .design = "visit",
         .lang = langs.substr(0, 2)});
}

}  // namespace

TEST_CASE("labels, names, facts and folios of a page stand on the other side, and text in the columns there") {
    const auto left = composed({bern}, "[cities]"), right = composed({bern}, "[cities]", "none", "he");
    REQUIRE((left.publication && right.publication));
    for (const std::string words : {"FROM NORMAN", "SIGN", "A bear", "Bern"})
        check_turned(*left.publication, *right.publication, words, half_letter);
    // Latin text begins at the left of its column, which now is the left one of the page.
    const Place text = place_of(*left.publication, "Bern is a"), turned = place_of(*right.publication, "Bern is a");
    CHECK(text.left > half_letter / 3);
    CHECK(turned.left < half_letter / 6);
    CHECK(turned.y == Approx(text.y));
}

TEST_CASE("rules and panels are mirrored with the page") {
    const auto left = composed({bern}, "[cover, contents, cities]"),
               right = composed({bern}, "[cover, contents, cities]", "none", "he");
    REQUIRE((left.publication && right.publication));
    const auto rules_of = [](const page::Publication& publication, bool turn) {
        std::vector<std::string> all;
        for (std::size_t p = 0; p < publication.pages.size(); ++p)
            for (const auto& item : publication.pages[p].items) {
                const auto* path = std::get_if<page::Path>(&item);
                if (!path || path->element.index >= 0 || path->segments.size() != 2) continue;
                double from = path->segments[0].a.x.pt(), to = path->segments[1].a.x.pt();
                if (turn) std::tie(from, to) = std::pair{half_letter - to, half_letter - from};
                all.push_back(std::to_string(p) + " " + std::to_string(std::lround(from * 10)) + " " +
                              std::to_string(std::lround(to * 10)) + " " + std::to_string(path->segments[0].a.y.pt()));
            }
        return all;
    };
    CHECK(rules_of(*left.publication, false) == rules_of(*right.publication, true));
}

TEST_CASE("the rows of a table begin at the right, their cells in order from there") {
    const auto left = made("en"), right = made("he");
    REQUIRE((left.publication && right.publication));
    for (const std::string words : {"Ann Smith", "Mayor", "Bob Jones", "Driver"})
        check_turned(*left.publication, *right.publication, words, letter);
    CHECK(place_of(*right.publication, "Ann Smith").left > place_of(*right.publication, "Mayor").right);
}

TEST_CASE("a second language that is read the other way begins at its own side of its half") {
    constexpr double margin = 48, half = 306;
    for (const bool arabic_second : {true, false}) {
        INFO((arabic_second ? "en, ar" : "ar, en"));
        const auto list = made(arabic_second ? "en, ar" : "ar, en", "participants");
        const auto programme = made(arabic_second ? "en, ar" : "ar, en", "programme");
        REQUIRE((list.publication && programme.publication));
        // Names stand at the page's margins, roles inside of them.
        CHECK(std::max(place_of(*list.publication, "حداد").right, place_of(*list.publication, "سلمى").right) ==
              Approx(letter - margin).margin(1.6));
        CHECK(place_of(*list.publication, "سائقة").right < place_of(*list.publication, "حداد").left);
        CHECK(place_of(*list.publication, "سائقة").left > half);
        CHECK(place_of(*list.publication, "Ann").left == Approx(margin).margin(1.6));
        CHECK(place_of(*list.publication, "Driver").left > place_of(*list.publication, "Ann").right);
        CHECK(place_of(*list.publication, "Driver").right < half);
        // Of a programme the half of the second language; the first one's has the times at its side.
        if (arabic_second) {
            for (const std::string words : {"نزهة", "حديقة"}) {
                INFO(words);
                CHECK(place_of(*programme.publication, words).right == Approx(letter - margin).margin(1.6));
            }
        } else {
            for (const std::string words : {"Walk", "Park"}) {
                INFO(words);
                CHECK(place_of(*programme.publication, words).left == Approx(margin).margin(1.6));
            }
        }
    }
}

TEST_CASE("Arabic words on a card end at its right edge, and Arabic places have their own comma between them") {
    const auto programme = made("en, ar", "programme");
    REQUIRE(programme.publication);
    const double edge = place_of(*programme.publication, "سائقة").right;
    CHECK(edge > place_of(*programme.publication, "Driver").right + 50);
    CHECK(place_of(*programme.publication, "الشرطة").right == Approx(edge).margin(1.6));
    std::string all;
    for (std::size_t page = 0; page < programme.publication->pages.size(); ++page) all += programme.words(page);
    CHECK(all.find("\u060C") != std::string::npos);
    CHECK(all.find("Park, gate") != std::string::npos);
}

TEST_CASE(
    "a leaflet from right to left opens from the other side: its cover lies at the left, its flap is folded in there") {
    Leaflet left, right;
    right.lang = "he";
    left.compose();
    right.compose();
    REQUIRE((left.made && right.made));
    for (std::size_t page = 0; page < 2; ++page) {
        const auto &a = left.made->pages.at(page).folds, &b = right.made->pages.at(page).folds;
        REQUIRE(a.size() == 2);
        REQUIRE(b.size() == 2);
        CHECK(a[0].pt() == Approx(sheet - b[1].pt()));
        CHECK(a[1].pt() == Approx(sheet - b[0].pt()));
        CHECK(b[0] < b[1]);
    }
    CHECK(place_of(*left.made, "non-profit").right < 261);
    CHECK(place_of(*right.made, "non-profit").left > sheet - 261);
    const auto first_picture = [](const page::Publication& publication) {
        for (const auto& item : publication.pages[0].items)
            if (const auto* picture = std::get_if<page::PlacedPicture>(&item)) return picture->clip.left.pt();
        return 1e9;
    };
    CHECK(first_picture(*left.made) > sheet / 2);
    CHECK(first_picture(*right.made) < 0);
}

TEST_CASE("a leaflet from right to left is read in the same order") {
    Leaflet right;
    right.lang = "he";
    right.compose();
    right.check_order();
}
