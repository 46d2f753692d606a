#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/content.hpp"
#include "map/local_time.hpp"
#include "map/sun.hpp"

/// What follows from the dates and zones of a visit. Distances and hours in which both cities are awake: see
/// `map/geography.hpp` and `map/hours.hpp`, which take what stands here.
namespace brochure::content {

/// The city that a visit calls by its slug, or "home"; views into `Content`.
struct VisitCity {
    const Text* name = nullptr;
    std::optional<Coordinates> coordinates;
    std::optional<std::string> zone;
};
std::optional<VisitCity> city_of(const Content& content, std::string_view called);

/// The zone of an item's times: its own or else the host city's. Empty when neither is known.
std::optional<std::string> zone_of(const Visit::Item& item, const std::optional<std::string>& host_zone);

/// When an item begins and ends; without an end both are the same. Empty without a start or a zone.
struct Interval {
    map::Moment from, to;
};
std::optional<Interval> interval_of(const Visit::Item& item, const std::optional<std::string>& host_zone);

/// Whether anybody goes to both: what has no group is for everybody.
bool share_a_group(const Visit::Item& a, const Visit::Item& b);

/// Days on which the guests' clocks at home differ by the same minutes from the hosts': one stretch unless clocks
/// change inside the visit. Counted at noon of the host city.
struct Stretch {
    Date from, to;    // both included
    int minutes = 0;  // the guests' clock minus the hosts'
};
std::vector<Stretch> clock_differences(const Visit& visit, const std::string& host_zone, const std::string& guest_zone);

/// The calendar's days between the dates at both ends of a leg: 1 is printed as "+1", -1 where the date line is crossed
/// eastwards.
int day_change(const Visit::Leg& leg);
/// From take-off to landing; not positive for a leg that cannot be. Empty for an unknown zone.
std::optional<std::chrono::minutes> time_in_air(const Visit::Leg& leg);

/// Sunrise and sunset of each day of the visit on the clocks of a place there; empty without coordinates or zone.
struct SunOnDay {
    Date day;
    std::optional<LocalTime> rise, set;
    bool always_up = false;  // if it neither rises nor sets
};
std::vector<SunOnDay> sun_of(const Visit& visit, const VisitCity& city);

/// The nights of the visit, by their evening: one less than its days.
std::vector<Date> nights_of(const Visit& visit);

}  // namespace brochure::content
