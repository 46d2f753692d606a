#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "content/visit.hpp"

/// Every text, picture and zone of a visit, in one place for whoever must see them all.
namespace brochure::content {

std::vector<const Photo*> pictures_of(const Visit& visit);
/// Of its items and flights, each once; that of the host city is the city's.
std::vector<std::string> zones_of(const Visit& visit);

/// What a text is for: what everybody reads is wanted in every language, a name or a reading is as it is.
enum class TextKind { words, name };

namespace detail {

template <class V, class F>
void texts_of_photo(V& photo, Level level, F& f) {
    if (!photo) return;
    f(photo->alt, level, TextKind::words);
    f(photo->caption, level, TextKind::words);
}

template <class V, class F>
void texts_of_person(V& person, F& f) {
    const Level level = person.level;
    for (auto* each : {&person.family, &person.given, &person.reading, &person.title}) f(*each, level, TextKind::name);
    f(person.role, level, TextKind::words);
    texts_of_photo(person.photo, level, f);
    for (auto* each : {&person.diet, &person.health, &person.note})
        if (*each) f((*each)->value, std::max(level, (*each)->level), TextKind::words);
    if (person.address) f(person.address->value, std::max(level, person.address->level), TextKind::name);
}

template <class V, class F>
void texts_of_item(V& item, F& f) {
    for (auto* each : {&item.title, &item.spot, &item.transport, &item.dress, &item.meal, &item.note})
        f(*each, item.level, TextKind::words);
    if (item.place) f(item.place->name, item.level, TextKind::words);
    f(item.address, item.level, TextKind::name);
    if (item.staff_note) f(item.staff_note->value, std::max(item.level, item.staff_note->level), TextKind::words);
}

}  // namespace detail

/// Calls `f(text, level, kind)` for every text, the level being that of the narrowest record around it. `visit`: a
/// Visit, const or not.
template <class V, class F>
void for_each_text(V& visit, F f) {
    constexpr auto words = TextKind::words;
    for (auto* each : {&visit.title, &visit.subtitle, &visit.notice}) f(*each, Level::anybody, words);
    detail::texts_of_photo(visit.photo, Level::anybody, f);
    if (visit.welcome) {
        auto& letter = *visit.welcome;
        for (auto* each : {&letter.title, &letter.text, &letter.office}) f(*each, letter.level, words);
        f(letter.signer, letter.level, TextKind::name);
        detail::texts_of_photo(letter.portrait, letter.level, f);
        detail::texts_of_photo(letter.signature, letter.level, f);
    }
    for (auto& each : visit.people) detail::texts_of_person(each, f);
    for (auto& [key, each] : visit.places) {
        f(each.name, each.level, words);
        f(each.address, each.level, TextKind::name);
        f(each.note, each.level, words);
    }
    for (auto& each : visit.itinerary) detail::texts_of_item(each, f);
    for (auto& each : visit.lodging) {
        if (each.place) f(each.place->name, each.level, words);
        f(each.address, each.level, TextKind::name);
        f(each.note, each.level, words);
    }
    for (auto& flight : visit.flights) {
        f(flight.title, flight.level, words);
        for (auto& leg : flight.legs)
            for (auto* each : {&leg.from.city, &leg.to.city, &leg.note}) f(*each, flight.level, words);
    }
    for (auto& each : visit.emergency)
        for (auto* text : {&each.label, &each.note}) f(*text, each.level, words);
    for (auto& each : visit.phrases) {
        f(each.text, Level::anybody, words);
        f(each.reading, Level::anybody, TextKind::name);
    }
    for (auto* list : {&visit.gifts, &visit.protocol})
        for (auto& each : *list)
            for (auto* text : {&each.title, &each.text}) f(*text, each.level, words);
    for (auto& each : visit.hosting)
        for (auto* text : {&each.pickup, &each.note}) f(*text, each.level, words);
    for (auto& each : visit.facts)
        for (auto* text : {&each.label, &each.value}) f(*text, Level::anybody, words);
}

}  // namespace brochure::content
