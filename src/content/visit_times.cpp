#include "content/visit_times.hpp"

#include <algorithm>

namespace brochure::content {

namespace {

using std::chrono::days;
using std::chrono::minutes;

}  // namespace

std::optional<VisitCity> city_of(const Content& content, std::string_view called) {
    const auto make = [](const Text& name, const auto& place) {
        VisitCity city;
        city.name = &name;
        if (place.coordinates) city.coordinates = place.coordinates->value;
        if (place.zone) city.zone = place.zone->value;
        return city;
    };
    for (const auto& each : content.cities)
        if (each.slug == called) return make(each.name, each);
    if (called == "home") return make(content.organisation.home.city, content.organisation.home);
    return std::nullopt;
}

std::optional<std::string> zone_of(const Visit::Item& item, const std::optional<std::string>& host_zone) {
    return item.zone ? std::optional<std::string>{item.zone->value} : host_zone;
}

std::optional<Interval> interval_of(const Visit::Item& item, const std::optional<std::string>& host_zone) {
    const auto zone = zone_of(item, host_zone);
    if (!item.start || !zone) return std::nullopt;
    const auto from = map::moment_of(*zone, item.date.value + item.start->value);
    if (!from) return std::nullopt;
    Interval interval{from->at, from->at};
    if (item.duration) interval.to += item.duration->value;
    if (item.end && !item.duration)
        if (const auto to = map::moment_of(*zone, item.date.value + item.end->value)) interval.to = to->at;
    return interval;
}

bool share_a_group(const Visit::Item& a, const Visit::Item& b) {
    if (a.groups.empty() || b.groups.empty()) return true;
    return std::any_of(a.groups.begin(), a.groups.end(), [&](const auto& one) {
        return std::any_of(b.groups.begin(), b.groups.end(),
                           [&](const auto& other) { return one.value == other.value; });
    });
}

std::vector<Stretch> clock_differences(const Visit& visit, const std::string& host_zone,
                                       const std::string& guest_zone) {
    std::vector<Stretch> stretches;
    for (Date day = visit.dates.from.value; day <= visit.dates.to.value; day += days{1}) {
        const auto noon = map::moment_of(host_zone, day + minutes{12 * 60});
        if (!noon) return {};
        const auto here = map::utc_offset(host_zone, noon->at), there = map::utc_offset(guest_zone, noon->at);
        if (!here || !there) return {};
        const int difference = *there - *here;
        if (stretches.empty() || stretches.back().minutes != difference) stretches.push_back({day, day, difference});
        stretches.back().to = day;
    }
    return stretches;
}

int day_change(const Visit::Leg& leg) {
    const auto day = [](LocalTime time) { return std::chrono::floor<days>(time); };
    return static_cast<int>((day(leg.to.time.value) - day(leg.from.time.value)).count());
}

std::optional<minutes> time_in_air(const Visit::Leg& leg) {
    const auto leaves = map::moment_of(leg.from.zone.value, leg.from.time.value);
    const auto lands = map::moment_of(leg.to.zone.value, leg.to.time.value);
    if (!leaves || !lands) return std::nullopt;
    return lands->at - leaves->at;
}

std::vector<SunOnDay> sun_of(const Visit& visit, const VisitCity& city) {
    std::vector<SunOnDay> all;
    if (!city.coordinates || !city.zone) return all;
    const map::Position place{city.coordinates->latitude, city.coordinates->longitude};
    for (Date day = visit.dates.from.value; day <= visit.dates.to.value; day += days{1}) {
        const auto times = map::sun_times(place, day);
        SunOnDay sun{day, {}, {}, times.always_up};
        if (times.rise) sun.rise = map::local_time(*city.zone, *times.rise);
        if (times.set) sun.set = map::local_time(*city.zone, *times.set);
        all.push_back(sun);
    }
    return all;
}

std::vector<Date> nights_of(const Visit& visit) {
    std::vector<Date> nights;
    for (Date day = visit.dates.from.value; day < visit.dates.to.value; day += days{1}) nights.push_back(day);
    return nights;
}

}  // namespace brochure::content
