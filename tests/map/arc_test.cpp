#include "map/arc.hpp"

#include <algorithm>
#include <cmath>

#include "catch.hpp"

using namespace brochure::map;

namespace {

constexpr Position norman{35.2226, -97.4395}, seika{34.7604, 135.7859};

double apart(Position a, Position b) {
    return distance_metres(a, b);
}

}  // namespace

// Sources: the first is example 1 of the GeographicLib manual (JFK to London Heathrow), the second the baseline from
// Flinders Peak to Buninyong of the Geocentric Datum of Australia Technical Manual (GRS80, whose flattening differs
// from WGS84's by 0.1 mm here), the rest are lines of Karney's GeodTest.dat (doi:10.5281/zenodo.32156).
TEST_CASE("distances are those of published geodesics") {
    struct Published {
        Position a, b;
        double metres;
    };
    for (const auto& [a, b, metres] :
         {Published{{40.6, -73.8}, {51.6, -0.5}, 5551759.400},
          Published{{-37.951033416667, 144.424867888889}, {-37.652821138889, 143.926495527778}, 54972.271},
          Published{{36.530042355041, 0}, {-48.164270779097768864, 5.762344694676510456}, 9398502.0434687},
          Published{{31.371144087006, 0}, {28.909631785856762, 17.071526465331372}, 1665550.2846815},
          Published{{62.912967770911, 0}, {-23.186512533703375483, 68.567247430960081525}, 11254667.2007643}})
        CHECK(apart(a, b) == Approx(metres).margin(0.001));
}

TEST_CASE("an arc begins and ends at its cities, in equal steps that add up to the distance") {
    for (const auto& [from, to] : {std::pair{norman, seika},
                                   {seika, norman},
                                   {norman, Position{19.2447, -103.7127}},
                                   {Position{-17.8, 178}, Position{-13.8, -172}},
                                   {norman, norman}}) {
        const auto way = great_circle(from, to);
        REQUIRE(way.size() >= 65);
        CHECK(way.front().latitude == from.latitude);
        CHECK(way.front().longitude == from.longitude);
        CHECK(way.back().latitude == to.latitude);
        CHECK(std::remainder(way.back().longitude - to.longitude, 360) == Approx(0).margin(1e-9));
        const double whole = apart(from, to), step = whole / static_cast<double>(way.size() - 1);
        CHECK(step <= 100'001);
        for (std::size_t i = 1; i < way.size(); ++i) CHECK(apart(way[i - 1], way[i]) == Approx(step).margin(0.01));
    }
}

TEST_CASE("an arc past a pole turns in small steps, and over it in one") {
    const Position suva{-18.12, 178.45};
    for (const Position past : {Position{89.9, -62.3}, {89.99, 10}, {85, -10}, {-89.9, -40}}) {
        const auto way = great_circle(suva, past);
        for (std::size_t i = 1; i < way.size(); ++i) {
            CHECK(std::fabs(way[i].longitude - way[i - 1].longitude) <= 5);
            CHECK(apart(way[i - 1], way[i]) < 100'001);
        }
        CHECK(way.size() < 400);
    }
    const auto over = great_circle({60, 30}, {60, -150});
    double widest = 0;
    for (std::size_t i = 1; i < over.size(); ++i)
        widest = std::max(widest, std::fabs(over[i].longitude - over[i - 1].longitude));
    CHECK(widest == Approx(180).margin(0.001));
    CHECK(over.size() < 400);
}

TEST_CASE("longitudes run on where an arc crosses the date line") {
    const auto way = great_circle(norman, seika);
    for (std::size_t i = 1; i < way.size(); ++i) CHECK(std::fabs(way[i].longitude - way[i - 1].longitude) < 10);
    CHECK(way.back().longitude == Approx(seika.longitude - 360));
    CHECK(unwrapped(190, 0) == Approx(-170));
    CHECK(unwrapped(-170, 175) == Approx(190));
}

TEST_CASE("the middle of an arc is as far from one end as from the other") {
    const Position middle = middle_of(norman, seika);
    CHECK(apart(norman, middle) == Approx(apart(middle, seika)).epsilon(1e-9));
    CHECK(apart(norman, middle) + apart(middle, seika) == Approx(apart(norman, seika)).epsilon(1e-9));
}

TEST_CASE("an arc to the other side of the earth is one of the shortest") {
    const Position antipode{-norman.latitude, norman.longitude + 180};
    const auto way = great_circle(norman, antipode);
    double sum = 0;
    for (std::size_t i = 1; i < way.size(); ++i) sum += apart(way[i - 1], way[i]);
    CHECK(sum == Approx(20'003'931.46).margin(100));  // half a meridian
}
