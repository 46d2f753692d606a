#include "content/calendar_zone.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace brochure::content {

namespace {

using std::chrono::minutes;

// "-0500"
std::string offset(int from_utc) {
    const int all = std::abs(from_utc);
    char text[64];
    std::snprintf(text, sizeof text, "%c%02d%02d", from_utc < 0 ? '-' : '+', all / 60, all % 60);
    return text;
}

// Clocks that are put forward show daylight time from then on: what follows decides what the rule before is called.
void add_rule(std::vector<std::string>& lines, bool daylight, map::LocalTime from, int before, int after) {
    const std::string kind = daylight ? "DAYLIGHT" : "STANDARD";
    for (const auto& line : {"BEGIN:" + kind, "DTSTART:" + basic_time(from), "TZOFFSETFROM:" + offset(before),
                             "TZOFFSETTO:" + offset(after), "END:" + kind})
        lines.push_back(line);
}

map::Moment new_year(std::chrono::year year) {
    return std::chrono::sys_days{year / std::chrono::January / 1};
}

}  // namespace

std::string basic_time(map::LocalTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const auto of_day = (time - day).count();
    std::string text = iso(day);
    std::erase(text, '-');
    char clock[64];
    std::snprintf(clock, sizeof clock, "T%02ld%02ld00", static_cast<long>(of_day / 60), static_cast<long>(of_day % 60));
    return text + clock;
}

std::vector<std::string> calendar_zone(const std::string& zone, Date from, Date to) {
    const auto year = [](Date day) {
        return std::chrono::year_month_day{std::chrono::sys_days{day.time_since_epoch()}}.year();
    };
    const map::Moment begin = new_year(year(from)), end = new_year(year(to) + std::chrono::years{1});
    const auto first = map::utc_offset(zone, begin);
    if (!first) return {};
    const auto changes = map::clock_changes(zone, begin, end);
    std::vector<std::string> lines{"BEGIN:VTIMEZONE", "TZID:" + zone};
    const bool summer = !changes.empty() && changes.front().by < 0;  // south of the equator the year begins in summer
    add_rule(lines, summer, map::LocalTime{begin.time_since_epoch()}, *first, *first);
    int before = *first;
    for (const auto& change : changes) {
        const map::LocalTime at{change.at.time_since_epoch() + minutes{before}};
        add_rule(lines, change.by > 0, at, before, before + change.by);
        before += change.by;
    }
    lines.emplace_back("END:VTIMEZONE");
    return lines;
}

}  // namespace brochure::content
