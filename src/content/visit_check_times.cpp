#include <algorithm>
#include <string>

#include "content/visit_check.hpp"
#include "content/visit_times.hpp"

namespace brochure::content {

namespace {

using std::chrono::days;
using std::chrono::minutes;

// A date that was refused is the first day of all, which no visit has.
bool is_known(Date day) {
    return day != Date{};
}

bool is_read(const Visit& visit) {
    return is_known(visit.dates.from.value) && is_known(visit.dates.to.value);
}

std::string from_to(const Visit& visit) {
    return "the visit is from " + iso(visit.dates.from.value) + " to " + iso(visit.dates.to.value);
}

bool is_inside(const Visit& visit, Date day) {
    return day >= visit.dates.from.value && day <= visit.dates.to.value;
}

void check_item(const Visit& visit, const Visit::Item& item, Diagnostics& found) {
    if (!is_inside(visit, item.date.value))
        found.error(item.date.where, "outside-visit", iso(item.date.value) + " is not a day of the visit",
                    from_to(visit));
    const auto* when = item.end ? &*item.end : item.duration ? &*item.duration : nullptr;
    if (!item.start && when != nullptr && item.whole)
        found.error(when->where, "missing-key", "this item has an end but no start", "start: when it begins");
    if (item.start && item.start->value >= days{1})
        found.error(item.start->where, "no-such-time", "an item cannot start at 24:00, where its day is over",
                    "start: 0:00 on the day after, " + iso(item.date.value + days{1}));
    if (item.end && item.duration)
        found.error(item.duration->where, "end-and-duration", "this item has an end and a duration",
                    "leave one of them out");
    if (item.start && item.end && item.end->value <= item.start->value)
        found.error(item.end->where, "end-before-start", "this item ends before it starts",
                    "one that goes past midnight has a duration: in place of an end:");
}

/// A time that the clocks pass over or show twice.
void check_clock(Date day, const Located<minutes>& time, const std::string& zone, Diagnostics& found) {
    const auto reading = map::moment_of(zone, day + time.value);
    if (reading && reading->skipped)
        found.error(time.where, "skipped-time", "there is no such time on that day: the clocks go forward then",
                    "write the time as the clocks of " + zone + " show it");
    if (reading && reading->twice)
        found.warning(time.where, "doubled-time", "the clocks show this time twice on that day; the first is taken",
                      "choose a time that is clear");
}

struct Timed {
    const Visit::Item* item;
    Interval when;
};

std::vector<Timed> timed_items(const Visit& visit, const std::optional<std::string>& zone) {
    std::vector<Timed> all;
    for (const auto& each : visit.itinerary) {
        if (each.status == Visit::Status::cancelled || !each.whole) continue;
        if (each.end && each.start && each.end->value <= each.start->value) continue;  // told already
        if (const auto when = interval_of(each, zone)) all.push_back({&each, *when});
    }
    std::stable_sort(all.begin(), all.end(), [](const Timed& a, const Timed& b) { return a.when.from < b.when.from; });
    return all;
}

void check_overlaps(const std::vector<Timed>& items, Diagnostics& found) {
    for (auto b = items.begin(); b != items.end(); ++b)
        for (auto a = items.begin(); a != b; ++a) {
            const bool apart = a->when.to <= b->when.from && a->when.from != b->when.from;
            if (apart || !share_a_group(*a->item, *b->item)) continue;
            // The one that is written later is told of.
            const auto* late = std::max(a->item, b->item);
            const auto* early = std::min(a->item, b->item);
            const auto* version = early->title.find("");
            found.error(late->start->where, "overlap",
                        "this item overlaps with '" + (version != nullptr ? plain(version->value) : std::string{}) +
                            "' of line " + std::to_string(early->where.line),
                        "give the groups apart with group:, or move one of them");
            break;
        }
}

void check_travel(const std::vector<Timed>& items, const std::optional<std::string>& host_zone, Diagnostics& found) {
    auto before = host_zone;
    for (const auto& [item, when] : items) {
        const auto zone = zone_of(*item, host_zone);
        if (zone && before && *zone != *before && item->zone)
            found.note(item->zone->where, "zone-change", "from here on times are of " + *zone + ", not of " + *before,
                       "say so in a note: guests look at one clock");
        before = zone;
    }
}

void check_flight(const Visit::Flight& flight, Diagnostics& found) {
    constexpr minutes longest = std::chrono::hours{20};
    for (std::size_t i = 0; i < flight.legs.size(); ++i) {
        const auto& leg = flight.legs[i];
        if (!leg.whole || (i > 0 && !flight.legs[i - 1].whole)) continue;
        const auto air = time_in_air(leg);
        if (air && air->count() <= 0)
            found.error(leg.to.time.where, "lands-before-leaving", "this flight lands before it leaves",
                        "both times are on the clocks of their airports; mind the day and the zones");
        else if (air && *air > longest)
            found.warning(leg.to.time.where, "long-flight",
                          "this flight takes " + std::to_string(air->count() / 60) + " hours",
                          "mind the day and the zones; a stop in between is a leg of its own");
        if (i == 0) continue;
        const auto &there = flight.legs[i - 1].to.airport, &here = leg.from.airport;
        if (there.value != here.value)
            found.warning(here.where, "other-airport",
                          "this leg leaves from " + here.value + ", and the one before it lands at " + there.value,
                          "say in a note how the guests get there, or mend the code");
        const auto landed = map::moment_of(flight.legs[i - 1].to.zone.value, flight.legs[i - 1].to.time.value);
        const auto leaves = map::moment_of(leg.from.zone.value, leg.from.time.value);
        if (landed && leaves && leaves->at < landed->at)
            found.error(leg.from.time.where, "leaves-before-landing",
                        "this leg leaves before the one before it has landed", "legs stand in order");
    }
}

// Guests may stay on by themselves, but not for long.
void check_flight_days(const Visit& visit, const Visit::Flight& flight, Diagnostics& found) {
    constexpr days near{7};
    for (const auto& leg : flight.legs) {
        if (!leg.whole) continue;
        const auto leaves = std::chrono::floor<days>(leg.from.time.value);
        if (leaves < visit.dates.from.value - near || leaves > visit.dates.to.value + near)
            found.warning(leg.from.time.where, "outside-visit",
                          iso(leaves) + " is more than a week before or after the visit", from_to(visit));
    }
}

std::string hours_of(int difference) {
    const int size = std::abs(difference);
    const std::string half = size % 60 == 0 ? "" : " h " + std::to_string(size % 60) + " min";
    return (difference < 0 ? "−" : "+") + std::to_string(size / 60) + (half.empty() ? " h" : half);
}

void check_changes(const Content& content, const Visit& visit, Diagnostics& found) {
    const auto host = city_of(content, visit.host.value), guest = city_of(content, visit.guest.value);
    if (!host || !host->zone) return;
    const auto from = map::moment_of(*host->zone, visit.dates.from.value);
    const auto to = map::moment_of(*host->zone, visit.dates.to.value + days{1});
    if (!from || !to) return;
    for (const auto& change : map::clock_changes(*host->zone, from->at, to->at))
        if (const auto when = map::local_time(*host->zone, change.at))
            found.warning(visit.dates.where, "clock-change",
                          "inside the visit the clocks of " + *host->zone + " are put " +
                              (change.by > 0 ? "forward" : "back") + " on " + iso(std::chrono::floor<days>(*when)),
                          "tell the guests; times after that are on the new clock");
    if (!guest || !guest->zone) return;
    const auto differences = clock_differences(visit, *host->zone, *guest->zone);
    for (std::size_t i = 1; i < differences.size(); ++i)
        found.note(visit.dates.where, "difference-change",
                   "from " + iso(differences[i].from) + " on the guests' clocks at home differ by " +
                       hours_of(differences[i].minutes) + ", before by " + hours_of(differences[i - 1].minutes),
                   "both are printed");
}

void check_pickups(const Visit& visit, Diagnostics& found) {
    for (const auto& each : visit.hosting) {
        if (!each.time) continue;
        const auto day = std::chrono::floor<days>(each.time->value);
        if (!is_inside(visit, day))
            found.error(each.time->where, "outside-visit", iso(day) + " is not a day of the visit", from_to(visit));
    }
}

}  // namespace

void check_times(const Content& content, const Visit& visit, Diagnostics& found) {
    for (const auto& each : visit.flights) check_flight(each, found);
    if (!is_read(visit)) return;
    constexpr days longest{366};
    if (visit.dates.to.value < visit.dates.from.value || visit.dates.to.value - visit.dates.from.value > longest) {
        const bool before = visit.dates.to.value < visit.dates.from.value;
        found.error(visit.dates.to.where, "end-before-start",
                    before ? "the visit ends before it begins" : "the visit takes more than a year",
                    "from: the first day, to: the last");
        return;
    }
    const auto host = city_of(content, visit.host.value);
    const auto zone = host ? host->zone : std::nullopt;
    for (const auto& each : visit.itinerary) {
        if (!is_known(each.date.value)) continue;
        check_item(visit, each, found);
        const auto its_zone = zone_of(each, zone);
        for (const auto* time : {each.start ? &*each.start : nullptr, each.end ? &*each.end : nullptr})
            if (time && its_zone) check_clock(each.date.value, *time, *its_zone, found);
    }
    for (const auto& each : visit.flights) check_flight_days(visit, each, found);
    const auto items = timed_items(visit, zone);
    check_overlaps(items, found);
    check_travel(items, zone, found);
    check_changes(content, visit, found);
    check_nights(visit, found);
    check_pickups(visit, found);
}

}  // namespace brochure::content
