#include "map/geography.hpp"

#include "catch.hpp"

using namespace brochure::map;

namespace {

constexpr Position norman{35.2226, -97.4395}, clermont{45.7797, 3.0863}, colima{19.2433, -103.7250},
    seika{34.7604, 135.7859}, arezzo{43.4628, 11.8807};
const std::string home = "America/Chicago";

double km(Position partner) {
    return distance_metres(norman, partner) / 1000;
}

}  // namespace

TEST_CASE("distances run along the ellipsoid, to the kilometre") {
    CHECK(km(clermont) == Approx(8024).margin(0.6));
    CHECK(km(colima) == Approx(1876).margin(0.6));
    CHECK(km(seika) == Approx(10495).margin(0.6));
    CHECK(km(arezzo) == Approx(8742).margin(0.6));
}

TEST_CASE("distances agree with great circles within half a per cent") {
    CHECK(km(clermont) == Approx(8004).epsilon(0.005));
    CHECK(km(colima) == Approx(1881).epsilon(0.005));
    CHECK(km(seika) == Approx(10473).epsilon(0.005));
    CHECK(km(arezzo) == Approx(8721).epsilon(0.005));
}

TEST_CASE("a place is no distance from itself, and the way back is as long") {
    CHECK(distance_metres(norman, norman) == 0);
    CHECK(distance_metres(seika, norman) == Approx(distance_metres(norman, seika)));
    CHECK(distance_metres({0, 179.5}, {0, -179.5}) == Approx(111'319.5).margin(1));  // across the date line
    CHECK(distance_metres({90, 0}, {-90, 0}) == Approx(20'003'931.5).margin(1));
}

TEST_CASE("the difference of clocks is that of the document's date") {
    struct Fixture {
        const char* zone;
        int january, march_13, march_14, march_20, july, october_31, november_7;
    };
    for (const Fixture& f :
         {Fixture{"Europe/Paris", 7, 7, 6, 6, 7, 6, 7}, Fixture{"Europe/Rome", 7, 7, 6, 6, 7, 6, 7},
          Fixture{"America/Mexico_City", 0, 0, -1, -1, -1, -1, 0}, Fixture{"Asia/Tokyo", 15, 15, 14, 14, 14, 14, 15}}) {
        INFO(f.zone);
        CHECK(offset_minutes(home, f.zone, "2027-01-15") == f.january * 60);
        CHECK(offset_minutes(home, f.zone, "2027-03-13") == f.march_13 * 60);
        CHECK(offset_minutes(home, f.zone, "2027-03-14") == f.march_14 * 60);
        CHECK(offset_minutes(home, f.zone, "2027-03-20") == f.march_20 * 60);
        CHECK(offset_minutes(home, f.zone, "2027-07-01") == f.july * 60);
        CHECK(offset_minutes(home, f.zone, "2027-10-31") == f.october_31 * 60);
        CHECK(offset_minutes(home, f.zone, "2027-11-07") == f.november_7 * 60);
    }
}

TEST_CASE("without a date both clocks show standard time") {
    CHECK(offset_minutes(home, "Europe/Paris", std::nullopt) == 7 * 60);
    CHECK(offset_minutes(home, "America/Mexico_City", std::nullopt) == 0);
    CHECK(offset_minutes(home, "Asia/Tokyo", std::nullopt) == 15 * 60);
    CHECK(offset_minutes(home, home, std::nullopt) == 0);
    CHECK(offset_minutes("UTC", "Europe/Dublin", std::nullopt) == 0);
    // An hour ahead, or none for tzdata that knows of Morocco's reform of 2026; never what its clocks show in Ramadan.
    CHECK(offset_minutes("UTC", "Africa/Casablanca", std::nullopt) ==
          offset_minutes("UTC", "Africa/Casablanca", "2036-06-01"));
    CHECK(offset_minutes("UTC", "Australia/Sydney", std::nullopt) == 10 * 60);
}

TEST_CASE("zones off the full hour are given to the minute") {
    CHECK(offset_minutes("UTC", "Asia/Kathmandu", "2027-01-15") == 5 * 60 + 45);
    CHECK(offset_minutes("UTC", "Australia/Lord_Howe", "2027-01-15") == 11 * 60);  // half an hour of saving
    CHECK(offset_minutes("UTC", "Australia/Lord_Howe", "2027-07-15") == 10 * 60 + 30);
}

TEST_CASE("an unknown zone and a date that is none have no answer") {
    CHECK_FALSE(offset_minutes(home, "Europe/Clermont", "2027-01-15"));
    CHECK_FALSE(offset_minutes("Norman", "Europe/Paris", std::nullopt));
    CHECK_FALSE(offset_minutes(home, "", std::nullopt));
    for (const char* date :
         {"", "2027", "2027-02-30", "2027-13-01", "27-01-15", "2027/01/15", "2027-1-5", "soon, soon."})
        CHECK_FALSE(offset_minutes(home, "Europe/Paris", std::string{date}));
}
