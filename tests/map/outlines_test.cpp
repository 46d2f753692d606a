#include "map/outlines.hpp"

#include <array>
#include <cmath>
#include <numbers>

#include "catch.hpp"

using namespace brochure::map;

namespace {

double radians(std::int32_t steps) {
    return steps * grid_degrees * std::numbers::pi / 180;
}

/// The part of the globe that the coasts enclose: between a stretch of coast and the equator lies
/// (difference of longitude) x sine of latitude; the line round the south pole encloses it from the pole.
double part_of_globe(const Outlines& coasts) {
    double sum = 0;
    for (std::size_t i = 0; i < coasts.size(); ++i) {
        const auto line = coasts.line(i);
        double winds = 0;
        for (std::size_t k = 0; k + 1 < line.size(); ++k) {
            const double dx = radians(line[k + 1].longitude - line[k].longitude);
            sum -= dx * (std::sin(radians(line[k].latitude)) + std::sin(radians(line[k + 1].latitude))) / 2;
            winds += dx;
        }
        const bool polar = std::fabs(winds) > std::numbers::pi;
        const double back =
            polar ? std::remainder(radians(line.front().longitude - line.back().longitude), 2 * std::numbers::pi)
                  : radians(line.front().longitude - line.back().longitude);
        sum -= back * (std::sin(radians(line.front().latitude)) + std::sin(radians(line.back().latitude))) / 2;
        if (polar) sum += 2 * std::numbers::pi;
    }
    return sum / (4 * std::numbers::pi);
}

}  // namespace

TEST_CASE("land is three tenths of the globe") {
    // 29.2 % of the earth's surface is land (CIA World Factbook); lakes other than the Caspian count as land here.
    CHECK(part_of_globe(land(Detail::fine, 0)) == Approx(0.292).margin(0.006));
    CHECK(part_of_globe(land(Detail::coarse, 0)) == Approx(0.292).margin(0.008));
}

TEST_CASE("coasts are whole and leap nowhere") {
    for (const Detail detail : {Detail::coarse, Detail::fine}) {
        const auto coasts = land(detail, 0);
        CHECK(coasts.size() == (detail == Detail::fine ? 1420 : 126));
        CHECK(coasts.points.size() == (detail == Detail::fine ? 58952 : 4997));
        std::size_t round_the_pole = 0;
        for (std::size_t i = 0; i < coasts.size(); ++i) {
            const auto line = coasts.line(i);
            REQUIRE(line.size() >= 3);
            for (std::size_t k = 1; k < line.size(); ++k) {
                CHECK(std::abs(line[k].longitude - line[k - 1].longitude) * grid_degrees < 30);
                CHECK(std::abs(line[k].latitude) * grid_degrees <= 90);
            }
            const double gap = (line.back().longitude - line.front().longitude) * grid_degrees;
            if (std::fabs(gap) > 180) {
                ++round_the_pole;
                CHECK(gap == Approx(-360).margin(30));
                CHECK(line.front().latitude * grid_degrees < -60);
            }
        }
        CHECK(round_the_pole == 1);
    }
}

TEST_CASE("a coarser line leaves points out and little land") {
    std::size_t before = land(Detail::fine, 0).points.size();
    for (const double tolerance : {0.01, 0.02, 0.05, 0.1, 0.5}) {
        const auto coasts = land(Detail::fine, tolerance);
        CHECK(coasts.points.size() < before);
        before = coasts.points.size();
        CHECK(part_of_globe(coasts) == Approx(part_of_globe(land(Detail::fine, 0))).margin(0.004));
    }
    CHECK(before < 6000);  // a tenth; islands keep three points each
}

TEST_CASE("borders lie between countries, without coasts") {
    CHECK(borders(Detail::fine, 0).size() == 362);
    CHECK(borders(Detail::coarse, 0).points.size() == 2974);
}

TEST_CASE("bytes that are cut short or nonsense end the reading") {
    CHECK(unpack({}, 0).size() == 0);
    const std::array<unsigned char, 4> cut{2, 200, 1, 0};
    CHECK(unpack(cut, 0).points.size() <= 2);
    const std::array<unsigned char, 6> endless{255, 255, 255, 255, 255, 255};
    CHECK(unpack(endless, 0).points.empty());
}
