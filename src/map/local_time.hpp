#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace brochure::map {

using LocalTime = std::chrono::local_time<std::chrono::minutes>;
/// A moment of UTC.
using Moment = std::chrono::sys_time<std::chrono::minutes>;

/// What a clock of `zone` shows at `moment`. Empty for a zone that the system does not know.
std::optional<LocalTime> local_time(const std::string& zone, Moment moment);

/// A time on a clock of a zone: when that is, and whether the clocks pass over it in spring (then `at` is the moment of
/// the change) or show it twice in autumn (then `at` is the first).
struct Reading {
    Moment at;
    bool skipped = false, twice = false;
};
std::optional<Reading> moment_of(const std::string& zone, LocalTime time);

/// The clocks of `zone` minus UTC at `moment`, minutes.
std::optional<int> utc_offset(const std::string& zone, Moment moment);

/// The moments after `from` and up to `to` at which the clocks of `zone` are put forward or back.
struct ClockChange {
    Moment at;
    int by = 0;  // minutes: 60 is an hour forward
};
std::vector<ClockChange> clock_changes(const std::string& zone, Moment from, Moment to);

}  // namespace brochure::map
