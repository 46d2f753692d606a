#pragma once
#include <chrono>
#include <optional>

#include "map/geography.hpp"
#include "map/local_time.hpp"

namespace brochure::map {

/// When the sun's upper edge crosses the horizon on one day. At high latitudes it may do neither; then `always_up` says
/// which of the two it is.
struct SunTimes {
    std::optional<Moment> rise, set;
    bool always_up = false;
};

/// For the day that the local date `day` is at this place by the sun: rise and set around its noon, each to the minute.
/// Good to a minute or two between 72 degrees north and south, to ten minutes beyond (NOAA's own statement).
/// Source: NOAA Global Monitoring Laboratory, "General Solar Position Calculations" and "Solar Calculation Details",
/// after J. Meeus, Astronomical Algorithms; zenith 90.833 degrees for refraction and the sun's disc.
SunTimes sun_times(Position place, std::chrono::local_days day);

}  // namespace brochure::map
