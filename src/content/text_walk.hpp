#pragma once
#include <string_view>

#include "content/content.hpp"
#include "content/visit_walk.hpp"

/// Every text of the organisation and of a city, in one place for whoever must see them all. Those of a visit:
/// visit_walk.hpp.
namespace brochure::content {

namespace detail {

template <class P, class F>
void texts_of_picture(P& photo, std::string_view record, std::string_view aspect, F& f) {
    if (!photo) return;
    f(photo->alt, TextKind::words, record, aspect);
    f(photo->caption, TextKind::words, record, aspect);
}

template <class S, class F>
void texts_of_section(S& section, std::string_view record, F& f) {
    if (!section) return;
    f(section->label, TextKind::words, record, "label");
    f(section->title, TextKind::words, record, "title");
    f(section->lead, TextKind::words, record, "lead");
    f(section->text, TextKind::words, record, "text");
    f(section->shorter, TextKind::words, record, "short");
}

}  // namespace detail

/// Calls `f(text, kind, record, aspect)` for every text: what the file calls it, "about" and "title". `organisation`:
/// an Organisation, const or not.
template <class O, class F>
void for_each_text_of_organisation(O& organisation, F f) {
    constexpr auto words = TextKind::words, name = TextKind::name;
    f(organisation.name, name, "organisation", "name");
    f(organisation.home.city, name, "home", "name");
    f(organisation.home.region, name, "home", "name");
    detail::texts_of_picture(organisation.logo, "organisation", "logo", f);
    f(organisation.cover_title, words, "cover", "title");
    detail::texts_of_picture(organisation.cover, "cover", "photo", f);
    detail::texts_of_section(organisation.about, "about", f);
    detail::texts_of_section(organisation.mission, "mission", f);
    if (auto& goals = organisation.goals) {
        f(goals->label, words, "goals", "label");
        f(goals->title, words, "goals", "title");
        for (auto& each : goals->items) f(each, words, "goals", "items");
    }
    if (auto& involve = organisation.involve) {
        f(involve->label, words, "involve", "label");
        f(involve->title, words, "involve", "title");
        for (auto& each : involve->items) {
            f(each.label, words, "involve", "items");
            f(each.value, name, "involve", "items");
        }
    }
    for (auto& each : organisation.figures) {
        for (auto* text : {&each.before, &each.number, &each.after}) f(*text, words, "figures", "items");
    }
    f(organisation.cities_title, words, "cities", "title");
    if (auto& contacts = organisation.contacts) {
        f(contacts->name, name, "contacts", "name");
        f(contacts->address, name, "contacts", "address");
    }
    for (auto& each : organisation.committee) f(each.role, words, "committee", "role");
    f(organisation.meetings, words, "meetings", "text");
}

/// The same for a city, whose record is "city".
template <class C, class F>
void for_each_text_of_city(C& city, F f) {
    constexpr auto words = TextKind::words, name = TextKind::name;
    f(city.name, name, "city", "name");
    f(city.country_name, words, "city", "country-name");
    detail::texts_of_picture(city.photo, "city", "photo", f);
    detail::texts_of_picture(city.logo, "city", "logo", f);
    f(city.lead, words, "city", "lead");
    f(city.text, words, "city", "text");
    f(city.shorter, words, "city", "short");
    for (auto& each : city.facts)
        for (auto* text : {&each.label, &each.value}) f(*text, words, "city", "facts");
    for (auto& each : city.nearby) f(each.name, name, "city", "nearby");
    for (auto& each : city.phrases) f(each.meaning, words, "city", "phrases");
}

}  // namespace brochure::content
