#pragma once
#include <string>
#include <vector>

#include "content/visit.hpp"
#include "map/local_time.hpp"

/// A time zone as a calendar file describes it (RFC 5545, 3.6.5).
namespace brochure::content {

/// "20270517T113000".
std::string basic_time(map::LocalTime time);

/// The unfolded lines of the VTIMEZONE of `zone`: what its clocks showed at the beginning of the year of `from`, and
/// each change of theirs up to the end of the year of `to`. Empty for a zone that the system does not know.
std::vector<std::string> calendar_zone(const std::string& zone, Date from, Date to);

}  // namespace brochure::content
