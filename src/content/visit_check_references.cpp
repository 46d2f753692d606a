// What a visit calls by name: cities, people, places, groups.
#include <algorithm>
#include <set>
#include <string>

#include "content/check.hpp"
#include "content/readers.hpp"
#include "content/visit_check.hpp"

namespace brochure::content {

namespace {

void check_city(const Content& content, const Located<std::string>& called, Diagnostics& found) {
    std::vector<std::string_view> known{"home"};
    for (const auto& each : content.cities) known.push_back(each.slug);
    if (called.value.empty() || std::find(known.begin(), known.end(), called.value) != known.end()) return;
    found.error(called.where, "dangling-reference", "there is no city '" + called.value + "'",
                hint_of(called.value, known, "the name of a file in content/cities/ without .yaml, or home"));
}

void check_cities(const Content& content, const Visit& visit, Diagnostics& found) {
    check_city(content, visit.host, found);
    check_city(content, visit.guest, found);
    if (!visit.host.value.empty() && visit.host.value == visit.guest.value)
        found.error(visit.guest.where, "same-city", "host and guest are the same city",
                    "guest: is the city that comes");
}

/// References to people and places, and whether they lead to one thing only.
class References {
public:
    References(const Visit& visit, Diagnostics& found) : visit_{visit}, found_{found} {
        for (const auto& each : visit.people) {
            if (each.id) people_.push_back(each.id->value);
            for (const auto& version : each.family.versions) names_.push_back(full_name(each, version.lang));
        }
        for (const auto& each : names_) people_.push_back(each);
        for (const auto& [key, place] : visit.places) places_.push_back(key.value);
    }

    void check() {
        check_ids();
        for (const auto& each : visit_.itinerary) {
            if (each.contact) person(*each.contact);
            place(each.place);
        }
        for (const auto& each : visit_.lodging) place(each.place);
        for (const auto& each : visit_.hosting) {
            for (const auto& guest : each.guests) on_side(guest, Visit::Side::guest);
            if (!each.host.value.empty()) on_side(each.host, Visit::Side::host);
        }
    }

private:
    // Families are hosts, and who sleeps at theirs is a guest.
    void on_side(const Located<std::string>& called, Visit::Side side) {
        person(called);
        const auto* found = find_person(visit_, called.value);
        if (found == nullptr || !found->whole || found->side == side) return;
        const bool guest = found->side == Visit::Side::guest;
        found_.warning(called.where, "other-side",
                       "'" + called.value + "' is " +
                           (guest ? "a guest and is called a host here" : "a host and is called a guest here"),
                       "mend the name here, or `side:` there");
    }
    void check_ids() {
        std::set<std::string_view> seen;
        for (const auto& each : visit_.people)
            if (each.id && !seen.insert(each.id->value).second)
                found_.error(each.id->where, "duplicate-reference",
                             "another person has the id '" + each.id->value + "' too", "give one of them another");
    }
    // Whom a record calls may be one whose id or name was refused, or stand in a table that was: that is told.
    bool may_be_lost() const {
        const auto& people = visit_.people;
        const auto has_id = [](const auto& each) { return each.id.has_value(); };
        const bool ids = std::any_of(people.begin(), people.end(), has_id);
        return (people.empty() && !visit_.whole) || std::any_of(people.begin(), people.end(), [&](const auto& each) {
                   return !each.whole && !each.id && (ids || each.family.empty());
               });
    }
    void person(const Located<std::string>& called) {
        if (find_person(visit_, called.value) == nullptr) {
            if (may_be_lost()) return;
            found_.error(called.where, "dangling-reference", "there is no person '" + called.value + "'",
                         hint_of(called.value, people_, "the id or the name of one of people:"));
            return;
        }
        const bool is_id = std::any_of(visit_.people.begin(), visit_.people.end(),
                                       [&](const auto& each) { return each.id && each.id->value == called.value; });
        if (!is_id && std::count(names_.begin(), names_.end(), called.value) > 1)
            found_.error(called.where, "ambiguous-reference", "two people are called '" + called.value + "'",
                         "give them an id: each, and write that");
    }
    void place(const std::optional<Visit::PlaceName>& called) {
        if (!called || !called->key || find_place(visit_, called->key->value) != nullptr) return;
        found_.error(called->key->where, "dangling-reference", "there is no place '" + called->key->value + "'",
                     hint_of(called->key->value, places_,
                             "the key or the name of one of places:, or words for each language, {en: …}"));
    }

    const Visit& visit_;
    Diagnostics& found_;
    std::vector<std::string> names_;
    std::vector<std::string_view> people_, places_;
};

void check_groups(const Visit& visit, Diagnostics& found) {
    std::set<std::string_view> known;
    for (const auto& person : visit.people)
        for (const auto& group : person.groups) known.insert(group.value);
    const auto may_be_of_one = [](const auto& person) { return !person.whole && person.groups.empty(); };
    if (visit.people.empty() || std::any_of(visit.people.begin(), visit.people.end(), may_be_of_one)) return;
    const std::vector<std::string_view> list(known.begin(), known.end());
    const auto check = [&](const auto& records) {
        for (const auto& each : records)
            for (const auto& group : each.groups)
                if (!known.contains(group.value))
                    found.warning(group.where, "unknown-group", "nobody is in the group '" + group.value + "'",
                                  hint_of(group.value, list, "a person's group: says where the person belongs"));
    };
    check(visit.itinerary);
    check(visit.lodging);
    check(visit.flights);
}

}  // namespace

void check_references(const Content& content, const Visit& visit, Diagnostics& found) {
    check_cities(content, visit, found);
    References(visit, found).check();
    check_groups(visit, found);
}

}  // namespace brochure::content
