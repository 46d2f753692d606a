#include "map/local_time.hpp"

#include <date/tz.h>

#include <exception>

namespace brochure::map {
namespace {

using std::chrono::minutes;

// The library's own time points and the standard's count from the same second.
date::sys_seconds instant(Moment moment) {
    return date::sys_seconds{std::chrono::duration_cast<std::chrono::seconds>(moment.time_since_epoch())};
}
Moment moment_of(date::sys_seconds instant) {
    return Moment{std::chrono::floor<minutes>(instant.time_since_epoch())};
}
minutes in_minutes(std::chrono::seconds offset) {
    return std::chrono::duration_cast<minutes>(offset);
}

}  // namespace

std::optional<LocalTime> local_time(const std::string& zone, Moment moment) {
    const auto offset = utc_offset(zone, moment);
    if (!offset) return std::nullopt;
    return LocalTime{moment.time_since_epoch() + minutes{*offset}};
}

std::optional<Reading> moment_of(const std::string& zone, LocalTime time) try {
    const date::local_seconds shown{std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch())};
    const auto info = date::locate_zone(zone)->get_info(shown);
    Reading reading;
    reading.skipped = info.result == date::local_info::nonexistent;
    reading.twice = info.result == date::local_info::ambiguous;
    reading.at =
        reading.skipped ? moment_of(info.first.end) : Moment{time.time_since_epoch() - in_minutes(info.first.offset)};
    return reading;
} catch (const std::exception&) {  // locate_zone's way to say that it knows no such zone
    return std::nullopt;
}

std::optional<int> utc_offset(const std::string& zone, Moment moment) try {
    return static_cast<int>(in_minutes(date::locate_zone(zone)->get_info(instant(moment)).offset).count());
} catch (const std::exception&) { return std::nullopt; }

std::vector<ClockChange> clock_changes(const std::string& zone, Moment from, Moment to) try {
    std::vector<ClockChange> changes;
    const auto& rules = *date::locate_zone(zone);
    auto info = rules.get_info(instant(from));
    while (info.end <= instant(to)) {
        const auto next = rules.get_info(info.end);
        const auto by = in_minutes(next.offset - info.offset);
        if (by.count() != 0) changes.push_back({moment_of(info.end), static_cast<int>(by.count())});
        info = next;
    }
    return changes;
} catch (const std::exception&) { return {}; }

}  // namespace brochure::map
