#include "map/hours.hpp"

#include <cmath>

#include "catch.hpp"
#include "map/clock.hpp"

using namespace brochure;
using namespace brochure::map;

TEST_CASE("the hours in which both cities are awake") {
    const auto clermont = hours_awake(7 * 60);
    CHECK(clermont.home == std::vector<Span>{{480, 840}});      // 08-14 in Norman
    CHECK(clermont.partner == std::vector<Span>{{900, 1260}});  // 15-21 in Clermont-Ferrand
    const auto same = hours_awake(0);
    CHECK(same.home == std::vector<Span>{{480, 1260}});
    CHECK(same.partner == same.home);
}

TEST_CASE("hours fall into two spans where both mornings meet the other evening") {
    const auto awake = hours_awake(12 * 60);
    CHECK(awake.home == std::vector<Span>{{480, 540}, {1200, 1260}});
    CHECK(awake.partner == std::vector<Span>{{1200, 1260}, {480, 540}});
}

TEST_CASE("with thirteen hours of waking every difference leaves an hour, but for those between two hours") {
    for (int hours = -12; hours <= 14; ++hours) CHECK_FALSE(hours_awake(hours * 60).home.empty());
    CHECK(hours_awake(12 * 60 + 30).home.size() == 1);  // half past on one side is lost on the other
}

TEST_CASE("an hour counts only if all of it does") {
    const auto kathmandu = hours_awake(11 * 60 + 45);  // 08:00 there is 20:15 at home the day before
    for (int h = 0; h < 24; ++h) {
        const int there = on_clock(h * 60, 11 * 60 + 45);
        const bool both = h >= 8 && h + 1 <= 21 && there >= 480 && there + 60 <= 1260;
        CHECK(kathmandu.shared[static_cast<std::size_t>(h)] == both);
    }
    CHECK(kathmandu.partner == std::vector<Span>{{1185, 1245}});
    CHECK(hours_awake(12 * 60 + 30).partner == std::vector<Span>{{510, 570}});
}

TEST_CASE("spans hold the shared hours and no more, for every difference") {
    for (int offset = -14 * 60; offset <= 14 * 60; offset += 15) {
        const auto awake = hours_awake(offset);
        REQUIRE(awake.home.size() == awake.partner.size());
        int minutes = 0, cells = 0;
        for (const bool shared : awake.shared) cells += shared ? 60 : 0;
        for (std::size_t i = 0; i < awake.home.size(); ++i) {
            minutes += awake.home[i].to - awake.home[i].from;
            CHECK(awake.partner[i].from == on_clock(awake.home[i].from, offset));
            CHECK(awake.partner[i].to - awake.partner[i].from == awake.home[i].to - awake.home[i].from);
            CHECK(awake.partner[i].from >= 480);
            CHECK(awake.partner[i].to <= 1260);
        }
        CHECK(minutes == cells);
    }
}

TEST_CASE("a clock's hands point where a clock's hands do") {
    const Point middle{Length::from_pt(50), Length::from_pt(50)};
    const auto towards = [&](const Line& hand) {
        const double dx = (hand.back().x - hand.front().x).pt(), dy = (hand.back().y - hand.front().y).pt();
        const double degrees = std::atan2(dx, -dy) * 180 / 3.14159265358979;
        return std::fmod(degrees + 360.0001, 360);
    };
    const auto three = clock_face(middle, Length::from_pt(36), 3 * 60);
    CHECK(towards(three.hour_hand) == Approx(90).margin(0.01));
    CHECK(towards(three.minute_hand) == Approx(0).margin(0.01));
    const auto half_past_seven = clock_face(middle, Length::from_pt(36), 19 * 60 + 30);
    CHECK(towards(half_past_seven.hour_hand) == Approx(225).margin(0.01));
    CHECK(towards(half_past_seven.minute_hand) == Approx(180).margin(0.01));
    CHECK(half_past_seven.hours.size() == 12);
    CHECK(towards(half_past_seven.hours[4]) == Approx(120).margin(0.01));
}

TEST_CASE("noon at home is another day where clocks are far enough ahead or behind") {
    CHECK(day_difference(720, 15 * 60) == 1);
    CHECK(day_difference(720, 12 * 60) == 1);  // midnight begins the day after
    CHECK(day_difference(720, 11 * 60 + 45) == 0);
    CHECK(day_difference(720, -12 * 60) == 0);
    CHECK(day_difference(720, -13 * 60) == -1);
    CHECK(on_clock(720, 15 * 60) == 180);
    CHECK(on_clock(0, -60) == 23 * 60);
}
