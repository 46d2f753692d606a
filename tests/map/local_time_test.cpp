#include "map/local_time.hpp"

#include "catch.hpp"

using namespace brochure::map;
using std::chrono::minutes;

namespace {

LocalTime at(int year, int month, int day, int hour, int minute) {
    return std::chrono::local_days{std::chrono::year{year} / month / day} + minutes{hour * 60 + minute};
}

}  // namespace

// The moments at which clocks change are those that `zdump -v` of tzdata lists.
TEST_CASE("a local time is a moment, but for the hour that is passed over and the one that comes twice") {
    const auto noon = moment_of("Asia/Tokyo", at(2027, 5, 17, 12, 0));
    REQUIRE(noon);
    CHECK(local_time("America/Chicago", noon->at) == at(2027, 5, 16, 22, 0));
    CHECK_FALSE(noon->skipped);
    const auto skipped = moment_of("America/Chicago", at(2027, 3, 14, 2, 30));
    CHECK(skipped->skipped);
    CHECK(local_time("America/Chicago", skipped->at) == at(2027, 3, 14, 3, 0));
    const auto twice = moment_of("America/Chicago", at(2027, 11, 7, 1, 30));
    CHECK(twice->twice);
    CHECK(utc_offset("America/Chicago", twice->at) == -5 * 60);
    CHECK_FALSE(moment_of("Nowhere/Town", at(2027, 1, 1, 0, 0)));
    CHECK_FALSE(local_time("Nowhere/Town", noon->at));
}

TEST_CASE("the changes of a zone's clocks between two moments") {
    const auto year = [](const char* zone) {
        return clock_changes(zone, moment_of("UTC", at(2027, 1, 1, 0, 0))->at,
                             moment_of("UTC", at(2028, 1, 1, 0, 0))->at);
    };
    const auto chicago = year("America/Chicago");
    REQUIRE(chicago.size() == 2);
    CHECK(chicago[0].at == moment_of("UTC", at(2027, 3, 14, 8, 0))->at);
    CHECK(chicago[0].by == 60);
    CHECK(chicago[1].by == -60);
    CHECK(year("America/Mexico_City").empty());
    CHECK(year("Asia/Tokyo").empty());
    CHECK(year("Australia/Lord_Howe").at(0).by == -30);
    CHECK(year("Nowhere/Town").empty());
}
