#include "content/visit_times.hpp"

#include "map/geography.hpp"
#include "map/hours.hpp"
#include "project.hpp"

using namespace brochure;
using namespace brochure::content;
using std::chrono::minutes;

namespace {

Date day(int year, unsigned month, unsigned date) {
    return Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(date)};
}

Visit from_to(Date from, Date to) {
    Visit visit;
    visit.dates.from.value = from;
    visit.dates.to.value = to;
    return visit;
}

Visit::Leg leg(const char* from_zone, LocalTime leaves, const char* to_zone, LocalTime lands) {
    Visit::Leg leg;
    leg.from.zone.value = from_zone;
    leg.from.time.value = leaves;
    leg.to.zone.value = to_zone;
    leg.to.time.value = lands;
    return leg;
}

}  // namespace

// Offsets: Python's zoneinfo with tzdata 2025b, outside of this program.
TEST_CASE("a difference that changes inside the visit gives two stretches of days") {
    const auto paris =
        clock_differences(from_to(day(2027, 3, 12), day(2027, 3, 15)), "America/Chicago", "Europe/Paris");
    REQUIRE(paris.size() == 2);
    CHECK(paris[0].minutes == 7 * 60);
    CHECK(iso(paris[0].to) == "2027-03-13");
    CHECK(iso(paris[1].from) == "2027-03-14");
    CHECK(paris[1].minutes == 6 * 60);
    const auto mexico =
        clock_differences(from_to(day(2027, 3, 13), day(2027, 3, 14)), "America/Chicago", "America/Mexico_City");
    REQUIRE(mexico.size() == 2);
    CHECK(mexico[0].minutes == 0);
    CHECK(mexico[1].minutes == -60);
    const auto tokyo = clock_differences(from_to(day(2027, 3, 13), day(2027, 3, 14)), "America/Chicago", "Asia/Tokyo");
    REQUIRE(tokyo.size() == 2);
    CHECK(tokyo[0].minutes == 15 * 60);
    CHECK(tokyo[1].minutes == 14 * 60);
    CHECK(clock_differences(from_to(day(2027, 5, 17), day(2027, 5, 19)), "America/Chicago", "Asia/Tokyo").size() == 1);
}

// GNU date with the system's zones, outside of this program: TZ=Asia/Tokyo date -d '2027-05-17 14:55' +%s less the
// same of San Francisco and the time of departure, and so on; and by hand from the offsets in May: +9, -7, +13, -11.
TEST_CASE("a flight's day change and its time in the air, across the date line both ways") {
    const auto out = leg("America/Los_Angeles", day(2027, 5, 16) + minutes{11 * 60 + 10}, "Asia/Tokyo",
                         day(2027, 5, 17) + minutes{14 * 60 + 55});
    CHECK(day_change(out) == 1);
    CHECK(time_in_air(out) == minutes{11 * 60 + 45});
    const auto back = leg("Asia/Tokyo", day(2027, 5, 20) + minutes{16 * 60 + 40}, "America/Los_Angeles",
                          day(2027, 5, 20) + minutes{10 * 60 + 15});
    CHECK(day_change(back) == 0);
    CHECK(time_in_air(back) == minutes{9 * 60 + 35});
    const auto samoa =
        leg("Pacific/Apia", day(2027, 5, 20) + minutes{60}, "Pacific/Pago_Pago", day(2027, 5, 19) + minutes{100});
    CHECK(day_change(samoa) == -1);
    CHECK(time_in_air(samoa) == minutes{40});
    CHECK_FALSE(time_in_air(leg("Nowhere/Town", day(2027, 5, 20), "Asia/Tokyo", day(2027, 5, 20))));
}

// The fixtures of the distance and of the sun's formulas are in tests/map/geography_test.cpp and sun_test.cpp.
TEST_CASE("the sample's visit: distance, clocks, hours awake and the sun") {
    SourceFiles files;
    Diagnostics found;
    const auto content = content::read(PROJECT_DIR, files, 1, found);
    const Visit& visit = content.visits.at(0);
    const auto host = city_of(content, visit.host.value), guest = city_of(content, visit.guest.value);
    REQUIRE(host);
    REQUIRE(guest);
    CHECK(plain(host->name->find("en")->value) == "Norman");
    // Worked out in Python by another method than the program's: Vincenty's inverse formula on WGS84 (Survey Review 23,
    // 1975).
    CHECK(map::distance_metres({host->coordinates->latitude, host->coordinates->longitude},
                               {guest->coordinates->latitude, guest->coordinates->longitude}) ==
          Approx(10'494'684.84).margin(0.1));
    const auto differences = clock_differences(visit, *host->zone, *guest->zone);
    REQUIRE(differences.size() == 1);
    CHECK(differences[0].minutes == 14 * 60);
    const auto awake = map::hours_awake(differences[0].minutes);
    CHECK(awake.home == std::vector<map::Span>{{18 * 60, 21 * 60}});  // 08-11 in Seika, the morning after
    const auto sun = sun_of(visit, *host);
    REQUIRE(sun.size() == 3);
    CHECK(sun[0].rise.value() < day(2027, 5, 17) + minutes{6 * 60 + 40});
    CHECK(sun[0].set.value() > day(2027, 5, 17) + minutes{20 * 60 + 15});
    CHECK(sun[2].set.value() > sun[0].set.value() + minutes{1440 * 2});  // days grow longer
    CHECK(nights_of(visit).size() == 2);
    CHECK_FALSE(city_of(content, "lyon"));
}
