#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace brochure::map {

/// Degrees north and east on WGS84.
struct Position {
    double latitude = 0, longitude = 0;
};

/// Length of the geodesic, metres (GeographicLib, WGS84).
double distance_metres(Position a, Position b);

/// What the clocks of `zone` show minus those of `home`, in minutes, at noon UTC of `date` (ISO 8601); without a date
/// both at standard time. Empty for a zone that the system does not know, or a `date` that is none.
std::optional<int> offset_minutes(const std::string& home, const std::string& zone,
                                  const std::optional<std::string>& date);

/// The file of the system's tzdata that `offset_minutes` has this zone from.
std::filesystem::path zone_file(const std::string& zone);

}  // namespace brochure::map
