#include "map/geography.hpp"

#include <date/tz.h>

#include <GeographicLib/Geodesic.hpp>
#include <algorithm>
#include <exception>
#include <sstream>

namespace brochure::map {
namespace {

using std::chrono::minutes;
using Noon = date::sys_time<std::chrono::seconds>;

/// Noon UTC of an ISO 8601 date ("2027-03-20"; a time after it is ignored).
std::optional<Noon> noon_of(const std::string& text) {
    std::istringstream in{text.substr(0, 10)};
    in.imbue(std::locale::classic());
    date::year_month_day day;
    in >> date::parse("%Y-%m-%d", day);
    if (!in || text.size() < 10 || text[4] != '-' || text[7] != '-' || !day.ok()) return std::nullopt;
    return date::sys_days{day} + std::chrono::hours{12};
}

minutes ahead_of_utc(const date::time_zone& zone, Noon when) {
    return std::chrono::duration_cast<minutes>(zone.get_info(when).offset);
}

/// Standard time by the rules in force. The lesser of winter and summer, since Ireland's standard time is, in law, its
/// summer time. The year is one that present rules reach and whose solstices are clear of Ramadan, when Morocco's
/// clocks go back.
minutes standard_time(const date::time_zone& zone) {
    using namespace date::literals;
    return std::min(ahead_of_utc(zone, date::sys_days{2036_y / 1 / 1}),
                    ahead_of_utc(zone, date::sys_days{2036_y / 7 / 1}));
}

}  // namespace

double distance_metres(Position a, Position b) {
    double metres = 0;
    GeographicLib::Geodesic::WGS84().Inverse(a.latitude, a.longitude, b.latitude, b.longitude, metres);
    return metres;
}

// The zones come from the system's tzdata and not from ICU, whose own tables in Debian 12 are older than the end of
// daylight saving in Mexico (October 2022).
std::optional<int> offset_minutes(const std::string& home, const std::string& zone,
                                  const std::optional<std::string>& date) try {
    const date::time_zone& here = *date::locate_zone(home);
    const date::time_zone& there = *date::locate_zone(zone);
    if (!date) return static_cast<int>((standard_time(there) - standard_time(here)).count());
    const auto noon = noon_of(*date);
    if (!noon) return std::nullopt;
    return static_cast<int>((ahead_of_utc(there, *noon) - ahead_of_utc(here, *noon)).count());
} catch (const std::exception&) {  // locate_zone's way to say that it knows no such zone
    return std::nullopt;
}

std::filesystem::path zone_file(const std::string& zone) {
    return std::filesystem::path{"/usr/share/zoneinfo"} / zone;  // where Debian's libdate-tz looks
}

}  // namespace brochure::map
