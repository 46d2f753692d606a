#include "content/visit_view.hpp"

#include <set>

namespace brochure::content {

namespace {

template <class T>
void drop_above(Level level, std::vector<T>& records) {
    std::erase_if(records, [&](const T& each) { return each.level > level; });
}
template <class T>
void drop_above(Level level, std::optional<T>& value) {
    if (value && value->level > level) value.reset();
}

bool is_minor(const Visit::Person& person) {
    return person.minor && person.minor->value;
}
bool has_consent(const Visit::Person& person) {
    return person.consent && person.consent->value;
}

void reduce_person(Level level, Visit::Person& person) {
    for (auto* each : {&person.phone, &person.email, &person.born}) drop_above(level, *each);
    for (auto* each : {&person.diet, &person.health, &person.address, &person.note}) drop_above(level, *each);
    if (is_minor(person) && !has_consent(person)) person.photo.reset();
    if (level == Level::anybody) {
        person.minor.reset();
        person.consent.reset();
    }
}

void reduce_people(Level level, std::vector<Visit::Person>& people) {
    drop_above(level, people);
    std::erase_if(people, [&](const Visit::Person& each) {
        return level == Level::anybody && is_minor(each) && !has_consent(each);
    });
    for (auto& each : people) reduce_person(level, each);
}

/// A record that calls somebody whom `kept` does not hold calls nobody.
void drop_strangers(const Visit& all, Visit& kept) {
    const auto is_gone = [&](const Located<std::string>& called) {
        const auto* before = find_person(all, called.value);
        const auto* after = find_person(kept, called.value);
        // A namesake who is left is somebody else.
        return before == nullptr || after == nullptr || before->where != after->where;
    };
    for (auto& each : kept.itinerary)
        if (each.contact && is_gone(*each.contact)) each.contact.reset();
    for (auto& each : kept.hosting) std::erase_if(each.guests, is_gone);
    std::erase_if(kept.hosting, [&](const Visit::Hosting& each) { return is_gone(each.host) || each.guests.empty(); });
}

/// Its name and address came from the place, so they go with it, as does where exactly in it something is.
template <class Record>
void leave_place(Level level, const Visit& all, Record& record) {
    if (!record.place || !record.place->key) return;
    const auto* place = find_place(all, record.place->key->value);
    if (place != nullptr && place->level <= level) return;
    record.place.reset();
    record.address = {};
    if constexpr (requires { record.spot; }) record.spot = {};
}

std::set<const Visit::Place*> places_called(const Visit& visit, const Visit& records) {
    std::set<const Visit::Place*> called;
    const auto add = [&](const auto& record) {
        if (record.place && record.place->key) called.insert(find_place(visit, record.place->key->value));
    };
    for (const auto& each : records.itinerary) add(each);
    for (const auto& each : records.lodging) add(each);
    return called;
}

/// Places that only what is gone has called, a hotel say, go too.
void reduce_places(Level level, const Visit& all, Visit& kept) {
    for (auto& each : kept.itinerary) leave_place(level, all, each);
    for (auto& each : kept.lodging) leave_place(level, all, each);
    const auto before = places_called(all, all), after = places_called(all, kept);
    kept.places.clear();
    for (const auto& each : all.places) {
        const auto* place = &each.second;
        if (place->level <= level && (after.contains(place) || !before.contains(place))) kept.places.push_back(each);
    }
}

}  // namespace

Visit visit_for(const Visit& visit, Level level) {
    Visit kept = visit;
    drop_above(level, kept.welcome);
    reduce_people(level, kept.people);
    drop_above(level, kept.itinerary);
    drop_above(level, kept.lodging);
    drop_above(level, kept.flights);
    drop_above(level, kept.emergency);
    drop_above(level, kept.gifts);
    drop_above(level, kept.protocol);
    drop_above(level, kept.hosting);
    for (auto& each : kept.itinerary) drop_above(level, each.staff_note);
    for (auto& each : kept.flights) drop_above(level, each.booking);
    drop_strangers(visit, kept);
    reduce_places(level, visit, kept);
    return kept;
}

}  // namespace brochure::content
