#include "map/sun.hpp"

#include <cmath>
#include <numbers>

namespace brochure::map {
namespace {

constexpr double degree = std::numbers::pi / 180;

struct Sun {
    double declination = 0;       // degrees
    double equation_of_time = 0;  // minutes: a sundial minus a clock
};

/// `century`: Julian centuries since noon UTC of 1 January 2000.
Sun sun_at(double century) {
    const double t = century;
    const double mean_longitude = std::fmod(280.46646 + t * (36000.76983 + t * 0.0003032), 360);
    const double anomaly = (357.52911 + t * (35999.05029 - 0.0001537 * t)) * degree;
    const double eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
    const double centre = std::sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) +
                          std::sin(2 * anomaly) * (0.019993 - 0.000101 * t) + std::sin(3 * anomaly) * 0.000289;
    const double node = (125.04 - 1934.136 * t) * degree;
    const double longitude = (mean_longitude + centre - 0.00569 - 0.00478 * std::sin(node)) * degree;
    const double mean_obliquity = 23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60;
    const double obliquity = (mean_obliquity + 0.00256 * std::cos(node)) * degree;

    const double y = std::tan(obliquity / 2) * std::tan(obliquity / 2);
    const double l = mean_longitude * degree, e = eccentricity;
    const double equation = y * std::sin(2 * l) - 2 * e * std::sin(anomaly) +
                            4 * e * y * std::sin(anomaly) * std::cos(2 * l) - 0.5 * y * y * std::sin(4 * l) -
                            1.25 * e * e * std::sin(2 * anomaly);
    return {std::asin(std::sin(obliquity) * std::sin(longitude)) / degree, 4 * equation / degree};
}

double century_of(double minutes_since_1970) {
    constexpr double epoch = 10957.5;  // days from 1 January 1970 to noon of 1 January 2000
    return (minutes_since_1970 / 1440 - epoch) / 36525;
}

/// The cosine of the hour angle at which the sun's upper edge is on the horizon; beyond -1 and 1 there is none.
double cosine_of_hour_angle(double latitude, double declination) {
    constexpr double zenith = 90.833;
    return (std::cos(zenith * degree) - std::sin(latitude * degree) * std::sin(declination * degree)) /
           (std::cos(latitude * degree) * std::cos(declination * degree));
}

}  // namespace

SunTimes sun_times(Position place, std::chrono::local_days day) {
    const double midnight = static_cast<double>(day.time_since_epoch().count()) * 1440;
    const auto noon_by = [&](const Sun& sun) { return midnight + 720 - 4 * place.longitude - sun.equation_of_time; };
    const double noon = noon_by(sun_at(century_of(midnight + 720 - 4 * place.longitude)));
    SunTimes times;
    for (const int side : {-1, 1}) {  // rise, set
        double at = noon;
        bool found = true;
        // The sun moves on while the hours pass: its place is taken again at the time found.
        for (int round = 0; round < 3 && found; ++round) {
            const Sun sun = sun_at(century_of(at));
            const double cosine = cosine_of_hour_angle(place.latitude, sun.declination);
            found = std::abs(cosine) <= 1;
            if (found) at = noon_by(sun) + side * 4 * std::acos(cosine) / degree;
            if (!found) times.always_up = cosine < -1;
        }
        if (!found) continue;
        (side < 0 ? times.rise : times.set) = Moment{std::chrono::minutes{std::llround(at)}};
    }
    if (times.rise && times.set) times.always_up = false;
    return times;
}

}  // namespace brochure::map
