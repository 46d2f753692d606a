#include "map/sun.hpp"

#include <cstdlib>

#include "catch.hpp"

using namespace brochure::map;
using std::chrono::minutes;

namespace {

struct Row {
    int month, day, rise, set;  // hours * 100 + minutes, as the tables print them
};

LocalTime on(int year, const Row& row, int time) {
    return std::chrono::local_days{std::chrono::year{year} / row.month / row.day} +
           minutes{time / 100 * 60 + time % 100};
}

void check(Position place, int year, int zone_hours, const Row& row) {
    INFO(year << "-" << row.month << "-" << row.day);
    const auto times = sun_times(place, std::chrono::local_days{std::chrono::year{year} / row.month / row.day});
    REQUIRE(times.rise);
    REQUIRE(times.set);
    const auto local = [&](Moment moment) {
        return LocalTime{moment.time_since_epoch() + std::chrono::hours{zone_hours}};
    };
    CHECK(std::abs((local(*times.rise) - on(year, row, row.rise)).count()) <= 2);
    CHECK(std::abs((local(*times.set) - on(year, row, row.set)).count()) <= 2);
}

}  // namespace

// U.S. Naval Observatory, Astronomical Applications Department, "Rise and Set for the Sun for 2023", Fredonia, Arizona,
// 36.95 N 112.52 W, zone 7h west of Greenwich (aa.usno.navy.mil/calculated/rstt/year).
TEST_CASE("sunrise and sunset are those of the Naval Observatory's table, within two minutes") {
    for (const Row& row : {Row{1, 1, 743, 1724},
                           {2, 1, 733, 1755},
                           {3, 1, 701, 1824},
                           {4, 1, 616, 1852},
                           {5, 1, 536, 1919},
                           {6, 1, 512, 1944},
                           {7, 1, 514, 1954},
                           {8, 1, 535, 1937},
                           {9, 1, 601, 1859},
                           {10, 1, 625, 1814},
                           {11, 1, 654, 1733},
                           {12, 1, 724, 1714}})
        check({36.95, -112.52}, 2023, -7, row);
}

// The same, "Rise and Set for the Sun for 2001", 43 40 N 79 25 W, zone 4h west of Greenwich.
TEST_CASE("sunrise and sunset of Toronto in April 2001") {
    for (const Row& row :
         {Row{4, 1, 659, 1945}, {4, 8, 647, 1953}, {4, 15, 635, 2001}, {4, 22, 623, 2010}, {4, 30, 611, 2019}})
        check({43 + 40 / 60.0, -(79 + 25 / 60.0)}, 2001, -4, row);
}

// Tromsø, 69.65 N 18.96 E: the sun does not set from about 20 May to 22 July, nor rise from 27 November to 15 January.
TEST_CASE("where the sun neither rises nor sets it is said which of the two") {
    const Position tromso{69.65, 18.96};
    const auto summer = sun_times(tromso, std::chrono::local_days{std::chrono::year{2027} / 6 / 21});
    CHECK_FALSE(summer.rise);
    CHECK_FALSE(summer.set);
    CHECK(summer.always_up);
    const auto winter = sun_times(tromso, std::chrono::local_days{std::chrono::year{2027} / 12 / 21});
    CHECK_FALSE(winter.rise);
    CHECK_FALSE(winter.set);
    CHECK_FALSE(winter.always_up);
    CHECK(sun_times(tromso, std::chrono::local_days{std::chrono::year{2027} / 3 / 21}).rise);
    for (const double pole : {90.0, -90.0})
        for (int month = 1; month <= 12; ++month)
            CHECK_FALSE(sun_times({pole, 0}, std::chrono::local_days{std::chrono::year{2027} / month / 5}).rise);
}

TEST_CASE("the sun rises before it sets on the day asked for, at every longitude") {
    for (int east = -180; east <= 180; east += 5) {
        const auto times =
            sun_times({35, static_cast<double>(east)}, std::chrono::local_days{std::chrono::year{2027} / 5 / 17});
        REQUIRE(times.rise);
        REQUIRE(times.set);
        CHECK(*times.rise < *times.set);
        const auto noon = *times.rise + (*times.set - *times.rise) / 2;
        const auto by_the_sun = LocalTime{noon.time_since_epoch() + minutes{east * 4}};
        CHECK(std::chrono::floor<std::chrono::days>(by_the_sun) ==
              std::chrono::local_days{std::chrono::year{2027} / 5 / 17});
    }
}
