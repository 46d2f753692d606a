#include "map/discs.hpp"

#include <cmath>

#include "catch.hpp"
#include "map/globe.hpp"

using namespace brochure;
using namespace brochure::map;

namespace {

Point at(double x, double y) {
    return {Length::from_pt(x), Length::from_pt(y)};
}

double apart(Point a, Point b) {
    return std::hypot((a.x - b.x).pt(), (a.y - b.y).pt());
}

NumberedDiscs on(std::vector<Point> places) {
    NumberedDiscs discs;
    discs.places = std::move(places);
    discs.frame = {Length::from_pt(0), Length::from_pt(0), Length::from_pt(300), Length::from_pt(300)};
    return discs;
}

}  // namespace

TEST_CASE("a disc that has room stands on its place") {
    const auto discs = on({at(50, 50), at(70, 50), at(50, 100)});
    const auto placed = place_discs(discs);
    for (std::size_t i = 0; i < 3; ++i) CHECK(placed[i] == discs.places[i]);
}

TEST_CASE("discs that would overlap move out, twenty points at most, and cover no place") {
    const auto discs = on({at(100, 100), at(104, 101), at(98, 106), at(107, 108), at(100, 100), at(92, 97)});
    const auto placed = place_discs(discs);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        REQUIRE(placed[i]);
        CHECK(apart(*placed[i], discs.places[i]) <= 20.001);
        for (std::size_t j = 0; j < placed.size(); ++j) {
            if (j == i) continue;
            CHECK(apart(*placed[i], *placed[j]) >= 14 - 1e-6);
            CHECK(apart(*placed[i], discs.places[j]) > 6.5);
        }
    }
}

TEST_CASE("discs keep clear of home and of the frame's edge") {
    auto discs = on({at(3, 150), at(150, 150)});
    discs.taken.push_back({at(150, 152), Length::from_pt(3.6), {}, {}, Length::from_pt(1.6)});
    const auto placed = place_discs(discs);
    REQUIRE(placed[0]);
    CHECK(placed[0]->x.pt() >= 6.5);
    REQUIRE(placed[1]);
    CHECK(apart(*placed[1], at(150, 152)) >= 6.5 + 3.6 + 0.8);
}

TEST_CASE("a disc that moves out stays on its globe") {
    auto discs = on({at(197, 150), at(199, 152), at(198, 148), at(196, 155)});
    discs.ground = Disc{at(150, 150), Length::from_pt(50), {}, {}, {}};
    std::size_t kept = 0;
    for (const auto& placed : place_discs(discs)) {
        if (placed) CHECK(apart(*placed, at(150, 150)) <= 50);
        kept += placed ? 1 : 0;
    }
    CHECK(kept >= 3);
}

TEST_CASE("where no more find room some are left out") {
    const auto placed = place_discs(on(std::vector<Point>(40, at(150, 150))));
    const auto kept = std::count_if(placed.begin(), placed.end(), [](const auto& one) { return one.has_value(); });
    CHECK(kept >= 6);
    CHECK(kept < 40);
}

TEST_CASE("two globes show all partners, the first home and most of them") {
    const Position norman{35.2, -97.4};
    const std::vector<Position> partners{{45.8, 3.1}, {19.2, -103.7}, {34.8, 135.8}, {-32.9, 151.8}, {-4, 39.7}};
    const auto sides = sides_of_globe(norman, partners);
    REQUIRE(sides.far);
    for (std::size_t i = 0; i < partners.size(); ++i) CHECK((sides.on_near[i] || sides.on_far[i]));
    CHECK(std::count(sides.on_near.begin(), sides.on_near.end(), true) >= 3);
    Globe near;
    near.centre = sides.near;
    near.diameter = Length::from_pt(200);
    CHECK(seen_on_globe(near, norman));
}

TEST_CASE("partners on all continents are shown too: home's side is turned to what the other one hides") {
    const Position norman{35.2, -97.4};
    const std::vector<Position> partners{{50.1, 14.4},   {53.3, -6.3},   {41.2, -8.6},   {34.0, -5.0},  {6.7, -1.6},
                                         {-24.6, 25.9},  {-4, 39.7},     {19.2, -103.7}, {-33, -71.6},  {-32.9, -60.7},
                                         {-8, -34.9},    {27.7, 85.3},   {18.8, 99},     {34.8, 135.8}, {35.9, 128.6},
                                         {-32.9, 151.8}, {-45.9, 170.5}, {-18.1, 178.4}};
    const auto sides = sides_of_globe(norman, partners);
    REQUIRE(sides.far);
    for (std::size_t i = 0; i < partners.size(); ++i) {
        INFO(i);
        CHECK((sides.on_near[i] || sides.on_far[i]));
    }
}

TEST_CASE("partners that one globe shows need no second") {
    const auto sides = sides_of_globe({52, 13}, {{45.8, 3.1}, {51.3, 12.4}, {41.2, -8.6}});
    CHECK_FALSE(sides.far);
    CHECK(std::count(sides.on_near.begin(), sides.on_near.end(), true) == 3);
}
