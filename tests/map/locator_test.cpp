#include "map/locator.hpp"

#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "map/countries.hpp"

using namespace brochure;
using map::Ink;

namespace {

const map::Position norman{35.2226, -97.4395}, clermont{45.7797, 3.0868};

map::Locator around(map::Position partner, map::Position home = norman) {
    map::Locator locator;
    locator.home = home;
    locator.partner = partner;
    locator.frame = {-9, -9, 621, 312};
    return locator;
}

const map::Shape* shape_of(const map::LocatorMap& drawn, Ink ink) {
    for (const auto& item : drawn.drawing)
        if (const auto* shape = std::get_if<map::Shape>(&item); shape && shape->ink == ink) return shape;
    return nullptr;
}

const map::CountryPart* part_of(const map::LocatorMap& drawn, int number) {
    const auto found = std::find_if(drawn.countries.begin(), drawn.countries.end(),
                                    [&](const auto& country) { return country.number == number; });
    return found == drawn.countries.end() ? nullptr : &*found;
}

bool is_number(const map::LocatorMap& drawn) {
    for (const auto& item : drawn.drawing)
        if (const auto* shape = std::get_if<map::Shape>(&item))
            for (const auto& line : shape->lines)
                for (const auto& p : line)
                    if (!std::isfinite(p.x.pt()) || !std::isfinite(p.y.pt())) return false;
    return true;
}

}  // namespace

TEST_CASE("the countries of known places are known") {
    map::Countries countries;
    const auto at = [&](double latitude, double longitude) {
        return countries.at(map::row_of(latitude), map::column_of(longitude));
    };
    CHECK(at(45.78, 3.09) == 250);    // Clermont-Ferrand: France
    CHECK(at(19.24, -103.7) == 484);  // Colima: Mexico
    CHECK(at(34.75, 135.77) == 392);  // Seika: Japan
    CHECK(at(46.8, 8.3) == 756);      // Switzerland
    CHECK(at(-22.3, 30.0) == 710);    // South Africa, with a hole in it:
    CHECK(at(-29.5, 28.25) == 426);   // Lesotho
    CHECK(at(67.5, 178) == 643);      // Russia, west of the date line
    CHECK(at(67.5, -178) == 643);     // and east of it
    CHECK(at(67.5, 182) == 643);      // longitudes may run on
    CHECK(at(-89.9, 12) == 10);       // Antarctica holds the pole
    CHECK(at(45, -30) == 0);          // the Atlantic
    CHECK(at(89.9, 0) == 0);
}

TEST_CASE("a small country gets a map of 20 degrees, others one of 30") {
    CHECK(map::width_of_locator(clermont) == 30);
    CHECK(map::width_of_locator({19.24, -103.7}) == 30);
    CHECK(map::width_of_locator({46.95, 7.45}) == 20);   // Bern
    CHECK(map::width_of_locator({53.35, -6.26}) == 20);  // Dublin
    CHECK(map::width_of_locator({47.9, 106.9}) == 30);   // Ulaanbaatar
    CHECK(map::width_of_locator({45, -30}) == 30);       // no country at all
}

TEST_CASE("the map is true at the partner's latitude, which stands in its middle") {
    auto locator = around(clermont);
    locator.nearby = {{clermont.latitude + 1, clermont.longitude}, {clermont.latitude, clermont.longitude + 1}};
    const auto drawn = map::draw_locator(locator);
    CHECK(drawn.partner.x.pt() == Approx(306));
    CHECK(drawn.partner.y.pt() == Approx(151.5));
    REQUIRE(drawn.nearby.size() == 2);
    const double north = drawn.partner.y.pt() - drawn.nearby[0]->y.pt(), east = drawn.nearby[1]->x.pt() - 306;
    CHECK(east == Approx(630.0 / 30));
    CHECK(east / north == Approx(std::cos(clermont.latitude * M_PI / 180)));
}

TEST_CASE("the way from home enters from its true side and ends at the partner") {
    for (const auto& [partner, left, above] : {std::tuple{clermont, true, true},
                                               {map::Position{19.2433, -103.725}, false, true},
                                               {map::Position{34.7436, 135.801}, false, true}}) {
        const auto drawn = map::draw_locator(around(partner));
        REQUIRE(drawn.arcs.size() == 1);
        const auto& way = drawn.arcs.front();
        CHECK(way.front().x.pt() == Approx(drawn.partner.x.pt()));
        CHECK(way.front().y.pt() == Approx(drawn.partner.y.pt()));
        CHECK((way.back().x < drawn.partner.x) == left);
        CHECK((way.back().y < drawn.partner.y) == above);
        // It runs on past the edge, which cuts it.
        CHECK((way.back().x.pt() < -9 || way.back().x.pt() > 621 || way.back().y.pt() < -9));
    }
}

TEST_CASE("the way bends by half a degree at once at most, near a pole too") {
    for (const auto& [partner, home] : {std::pair{map::Position{78.2232, 15.6267}, map::Position{-41.29, 174.78}},
                                        {map::Position{69.65, 18.96}, map::Position{64.84, -147.72}},
                                        {clermont, norman}}) {
        const auto drawn = map::draw_locator(around(partner, home));
        REQUIRE_FALSE(drawn.arcs.empty());
        const auto& way = drawn.arcs.front();
        for (std::size_t i = 2; i < way.size(); ++i) {
            const auto direction = [&](std::size_t end) {
                return std::atan2((way[end].y - way[end - 1].y).pt(), (way[end].x - way[end - 1].x).pt());
            };
            CHECK(std::fabs(std::remainder(direction(i) - direction(i - 1), 2 * M_PI)) * 180 / M_PI < 0.5);
        }
    }
}

TEST_CASE("a home on the map is drawn, and the way ends there") {
    const auto drawn = map::draw_locator(around(clermont, {48.8534, 2.3488}));
    REQUIRE(drawn.home);
    REQUIRE(drawn.arcs.size() == 1);
    CHECK(drawn.arcs.front().back().x.pt() == Approx(drawn.home->x.pt()));
    CHECK_FALSE(map::draw_locator(around(clermont)).home);
}

TEST_CASE("land, borders and countries round the partner are there, its own country first") {
    const auto drawn = map::draw_locator(around(clermont));
    REQUIRE(shape_of(drawn, Ink::sea));
    REQUIRE(shape_of(drawn, Ink::land));
    REQUIRE(shape_of(drawn, Ink::border));
    REQUIRE_FALSE(drawn.countries.empty());
    CHECK(drawn.countries.front().number == 250);
    CHECK(part_of(drawn, 756));
    CHECK_FALSE(part_of(drawn, 840));
    for (const auto& line : shape_of(drawn, Ink::land)->lines)
        for (const auto& p : line) {
            CHECK((p.x.pt() > -9.001 && p.x.pt() < 621.001));
            CHECK((p.y.pt() > -9.001 && p.y.pt() < 312.001));
        }
}

TEST_CASE("a map across the date line has the land of both sides, wherever the longitude is counted from") {
    const map::Position suva{-18.1416, 178.4415};
    const auto drawn = map::draw_locator(around(suva));
    const auto* fiji = part_of(drawn, 242);
    REQUIRE(fiji);
    const auto east_of = map::draw_locator(around({-18.1416, suva.longitude - 360}));
    CHECK(shape_of(east_of, Ink::land)->lines.size() == shape_of(drawn, Ink::land)->lines.size());
    CHECK(east_of.partner.x.pt() == Approx(drawn.partner.x.pt()));
    auto locator = around(suva);
    locator.nearby = {{-13.8333, -171.7667}};  // Apia, east of the line
    const auto apia = map::draw_locator(locator).nearby.front();
    REQUIRE(apia);
    CHECK(apia->x.pt() == Approx(306 + (360 - 171.7667 - 178.4415) * 630 / map::width_of_locator(suva)));
}

double land_on(const map::LocatorMap& drawn) {
    double twice = 0;
    for (const auto& line : shape_of(drawn, Ink::land)->lines) {
        map::Ring ring;
        for (const Point& p : line) ring.push_back({p.x.pt(), p.y.pt()});
        twice += map::doubled_area(ring);
    }
    return std::fabs(twice) / 2 / (630 * 321);
}

TEST_CASE("a map shows a coast or a border, wherever the partner is") {
    const map::Position south{-90, 0}, antipode{-norman.latitude, norman.longitude + 180};
    for (const map::Position partner : {map::Position{78.2, 15.6},
                                        {89, 30},
                                        {89.9, -40},
                                        {90, 0},
                                        {-77.8, 166.7},
                                        {-89.9, -40},
                                        south,
                                        antipode,
                                        {10, 180},
                                        {10, -180},
                                        {-17, 179.99},
                                        {0, -140},
                                        {41.26, -95.94},
                                        norman,
                                        {48, 68}}) {
        const auto drawn = map::draw_locator(around(partner));
        CAPTURE(partner.latitude, partner.longitude);
        CHECK(is_number(drawn));
        CHECK(drawn.partner.x.pt() == Approx(306));
        CHECK(drawn.partner.y.pt() == Approx(151.5));
        const double land = land_on(drawn);
        const auto* border = shape_of(drawn, Ink::border);
        CHECK((border || (land > 0.0005 && land < 0.9995)));
    }
}

TEST_CASE("at a pole a globe takes the map's place, with the places that it shows") {
    auto locator = around({90, 0}, {85, 20});
    locator.nearby = {{80, -60}, {-10, 20}};
    const auto drawn = map::draw_locator(locator);
    REQUIRE(drawn.home);
    REQUIRE(drawn.nearby.size() == 2);
    CHECK(drawn.nearby[0]);
    CHECK_FALSE(drawn.nearby[1]);
    REQUIRE(drawn.arcs.size() == 1);
    CHECK(drawn.arcs[0].front().x.pt() == Approx(drawn.partner.x.pt()).margin(0.01));
    CHECK(drawn.arcs[0].back() == *drawn.home);
}

TEST_CASE("what is said of a way that runs straight stands near the map's edge") {
    const map::Line way{{300.0_pt, 150.0_pt}, {300.0_pt, -20.0_pt}};
    map::Obstacles obstacles;
    obstacles.arcs = {way};
    obstacles.frame = {18.0_pt, 18.0_pt, 576.0_pt, 288.0_pt};
    const auto at = map::place_beside_way({way}, {{}, 80.0_pt, 7.0_pt}, obstacles);
    REQUIRE(at);
    CHECK(at->y.pt() < 60);
}

TEST_CASE("what is said of the way stands over a border only where it must") {
    const map::Line way{{300.0_pt, 300.0_pt}, {300.0_pt, -20.0_pt}};
    map::Obstacles obstacles;
    obstacles.arcs = {way};
    obstacles.frame = {18.0_pt, 18.0_pt, 576.0_pt, 288.0_pt};
    const map::Label label{{}, 80.0_pt, 7.0_pt};
    const auto anywhere = map::place_beside_way({way}, label, obstacles);
    REQUIRE(anywhere);
    const Length middle = anywhere->x + label.width / 2.0;
    const map::Line border{{middle, anywhere->y - 20.0_pt}, {middle, anywhere->y + 20.0_pt}};
    obstacles.borders = {border};
    const auto elsewhere = map::place_beside_way({way}, label, obstacles);
    REQUIRE(elsewhere);
    const Rect ink = map::ink_of(*elsewhere, label);
    CHECK((ink.left > middle || ink.right() < middle || ink.top > border[1].y || ink.bottom() < border[0].y));
    for (double x = 0; x < 612; x += 10)
        obstacles.borders.push_back({{Length::from_pt(x), 0.0_pt}, {Length::from_pt(x), 320.0_pt}});
    CHECK(map::place_beside_way({way}, label, obstacles) == anywhere);
}

TEST_CASE("the borders of a map are known to its labels") {
    const auto drawn = map::draw_locator(around(clermont));
    REQUIRE(shape_of(drawn, Ink::border));
    CHECK(drawn.borders == shape_of(drawn, Ink::border)->lines);
}

TEST_CASE("near a pole the map stays a map") {
    for (const double latitude : {78.2, -77.8}) {
        const auto drawn = map::draw_locator(around({latitude, 15.6}));
        CHECK(is_number(drawn));
        CHECK_FALSE(shape_of(drawn, Ink::land)->lines.empty());
    }
    CHECK(is_number(map::draw_locator(around({0, 0}, {0, 180}))));
    CHECK(is_number(map::draw_locator(around(clermont, clermont))));
}

TEST_CASE("a country's name stands inside its land, clear of what stands there") {
    const auto drawn = map::draw_locator(around(clermont));
    map::Obstacles obstacles;
    obstacles.arcs = drawn.arcs;
    obstacles.points = {drawn.partner};
    obstacles.frame = {18.0_pt, 18.0_pt, 576.0_pt, 288.0_pt};
    const map::Label name{{}, 47.0_pt, 6.75_pt};
    for (const int number : {250, 756, 380, 276}) {
        const auto* country = part_of(drawn, number);
        REQUIRE(country);
        const auto at = map::place_country(*country, name, obstacles);
        INFO(number);
        REQUIRE(at);
        const Rect box = map::ink_of(*at, name);
        // Every corner lies on a cell of the country.
        for (const double x : {box.left.pt(), box.right().pt()})
            for (const double y : {box.top.pt(), box.bottom().pt()})
                CHECK(std::any_of(country->cells.begin(), country->cells.end(), [&](const Rect& cell) {
                    return x >= cell.left.pt() && x <= cell.right().pt() && y >= cell.top.pt() &&
                           y <= cell.bottom().pt();
                }));
    }
    SECTION("a name wider than the land is left out") {
        CHECK_FALSE(map::place_country(*part_of(drawn, 756), {{}, 200.0_pt, 6.75_pt}, obstacles));
    }
    SECTION("nothing is printed over another label") {
        const auto first = map::place_country(*part_of(drawn, 250), name, obstacles);
        obstacles.boxes.push_back(map::ink_of(*first, name));
        const auto second = map::place_country(*part_of(drawn, 250), name, obstacles);
        REQUIRE(second);
        const Rect a = map::ink_of(*first, name), b = map::ink_of(*second, name);
        CHECK((a.right() < b.left || b.right() < a.left || a.bottom() < b.top || b.bottom() < a.top));
    }
}

TEST_CASE("what is said of the way stands beside it, inside the frame") {
    const auto drawn = map::draw_locator(around(clermont));
    map::Obstacles obstacles;
    obstacles.arcs = drawn.arcs;
    obstacles.points = {drawn.partner};
    obstacles.frame = {18.0_pt, 18.0_pt, 576.0_pt, 288.0_pt};
    const map::Label label{{}, 110.0_pt, 7.0_pt};
    const auto at = map::place_beside_way(drawn.arcs, label, obstacles);
    REQUIRE(at);
    CHECK(at->x.pt() >= 18);
    CHECK(at->x.pt() < drawn.partner.x.pt());
    CHECK_FALSE(map::place_beside_way({}, label, obstacles));
}

TEST_CASE("a city of reference that the map's edge would cut is left out") {
    auto locator = around(clermont);
    locator.nearby = {{45.7797, clermont.longitude + 14.7}};  // 6 pt from the right edge
    CHECK(map::draw_locator(locator).nearby.front());
    locator.clear = 13.5_pt;
    CHECK_FALSE(map::draw_locator(locator).nearby.front());
}
