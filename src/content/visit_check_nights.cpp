// Where the guests sleep: in every night, in one bed.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "content/visit_check.hpp"
#include "content/visit_times.hpp"

namespace brochure::content {

namespace {

using std::chrono::days;

Date last_night(const Visit::Lodging& lodging) {
    return lodging.from.value + days{lodging.nights - 1};
}

void check_inside(const Visit& visit, const Visit::Lodging& each, Diagnostics& found) {
    const auto is_inside = [&](Date day) { return day >= visit.dates.from.value && day <= visit.dates.to.value; };
    if (is_inside(each.from.value) && is_inside(last_night(each))) return;
    found.error(each.from.where, "outside-visit",
                "the night of " + iso(is_inside(each.from.value) ? last_night(each) : each.from.value) +
                    " is not one of the visit",
                "the visit is from " + iso(visit.dates.from.value) + " to " + iso(visit.dates.to.value));
}

bool are_for_the_same(const Visit::Lodging& a, const Visit::Lodging& b) {
    return a.groups.empty() || b.groups.empty() || std::any_of(a.groups.begin(), a.groups.end(), [&](const auto& one) {
               return std::any_of(b.groups.begin(), b.groups.end(),
                                  [&](const auto& other) { return one.value == other.value; });
           });
}

void check_two_beds(const Visit& visit, Diagnostics& found) {
    for (auto each = visit.lodging.begin(); each != visit.lodging.end(); ++each) {
        const auto other = std::find_if(visit.lodging.begin(), each, [&](const Visit::Lodging& before) {
            return before.from.value <= last_night(*each) && each->from.value <= last_night(before) &&
                   are_for_the_same(before, *each);
        });
        if (other != each)
            found.warning(each->from.where, "two-beds",
                          "the guests sleep at two places in the night of " +
                              iso(std::max(each->from.value, other->from.value)) + ", here and in line " +
                              std::to_string(other->where.line),
                          "mend from: or nights:, or say for which group: each is");
    }
}

bool is_in_air(const Visit& visit, Date night) {
    for (const auto& flight : visit.flights)
        for (const auto& leg : flight.legs)
            if (std::chrono::floor<days>(leg.from.time.value) <= night &&
                std::chrono::floor<days>(leg.to.time.value) > night)
                return true;
    return false;
}

/// The groups of guests that have no bed; "" stands for those without a group.
std::vector<std::string> without_bed(const Visit& visit, Date night) {
    std::vector<std::string> groups;
    for (const auto& person : visit.people) {
        if (person.side != Visit::Side::guest) continue;
        if (person.groups.empty()) groups.emplace_back();
        for (const auto& group : person.groups) groups.push_back(group.value);
    }
    if (visit.people.empty()) groups.emplace_back();
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    std::erase_if(groups, [&](const std::string& group) {
        return std::any_of(visit.lodging.begin(), visit.lodging.end(), [&](const Visit::Lodging& each) {
            const bool covers = each.from.value <= night && night < each.from.value + days{each.nights};
            const bool theirs =
                each.groups.empty() || std::any_of(each.groups.begin(), each.groups.end(),
                                                   [&](const auto& name) { return name.value == group; });
            return covers && theirs;
        });
    });
    return groups;
}

/// "in the night of 2027-05-17", "in the nights from 2027-05-17 to 2027-05-19"
std::string nights_from(Date first, Date last) {
    return first == last ? "in the night of " + iso(first) : "in the nights from " + iso(first) + " to " + iso(last);
}

void check_missing_beds(const Visit& visit, Diagnostics& found) {
    std::map<std::string, std::vector<Date>> nights;  // by group
    for (const Date night : nights_of(visit))
        if (!is_in_air(visit, night))
            for (const auto& group : without_bed(visit, night)) nights[group].push_back(night);
    for (const auto& [group, all] : nights)
        for (std::size_t first = 0, last = 0; first < all.size(); first = ++last) {
            while (last + 1 < all.size() && all[last + 1] == all[last] + days{1}) ++last;
            found.warning(visit.lodging.empty() ? visit.dates.where : visit.lodging.front().where, "missing-lodging",
                          "nothing says where " +
                              (group.empty() ? std::string("the guests stay") : "the group '" + group + "' stays") +
                              " " + nights_from(all[first], all[last]),
                          "lodging: {from: " + iso(all[first]) + ", place: \u2026}");
        }
}

}  // namespace

void check_nights(const Visit& visit, Diagnostics& found) {
    for (const auto& each : visit.lodging)
        if (each.whole) check_inside(visit, each, found);
    if (visit.lodging.empty() && !visit.hosting.empty()) return;  // guests of families
    const auto is_whole = [](const auto& each) { return each.whole; };
    if (!std::all_of(visit.lodging.begin(), visit.lodging.end(), is_whole)) return;
    check_two_beds(visit, found);
    check_missing_beds(visit, found);
}

}  // namespace brochure::content
