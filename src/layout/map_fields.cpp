#include "layout/map_fields.hpp"

#include <algorithm>
#include <array>

#include "layout/euphony.hpp"
#include "layout/facts.hpp"
#include "layout/hour_spans.hpp"
#include "layout/whole_names.hpp"
#include "map/clock.hpp"
#include "map/hours.hpp"

namespace brochure::layout {
namespace {

constexpr int noon = 12 * 60;
constexpr std::size_t names_in_alt = 8;  // with more partners an alternative text gives their number
const std::string en_space = "\u2002";

class Binder {
public:
    Binder(const Sources& sources, Fields& fields)
        : sources_{sources},
          fields_{fields},
          lang_{sources.job.lang},
          home_{plain_in(sources.content.organisation.home.city, lang_)} {}

    using Values = std::map<std::string, std::string>;
    std::string word(std::string_view key, Values values = {}) const {
        values.emplace("home", home_);
        return label(sources_.content, key, lang_, values);
    }
    Words made(std::string text, SourcePosition where) { return fields_.make(std::move(text), lang_, where); }
    // One sentence after another.
    std::string joined(const std::string& a, const std::string& b) const {
        return a.empty() || b.empty() ? a + b : a + (is_written_close(lang_) ? "" : " ") + b;
    }

    std::optional<PlacesField> places() const {
        const auto& home = sources_.content.organisation.home;
        if (!home.coordinates) return std::nullopt;
        PlacesField field;
        field.home = {{home.coordinates->value.latitude, home.coordinates->value.longitude}, home_};
        field.lang = lang_;
        field.where = home.coordinates->where;
        return field;
    }
    static void add(const content::City& city, const std::string& name, PlacesField& field) {
        if (city.coordinates)
            field.partners.push_back({{city.coordinates->value.latitude, city.coordinates->value.longitude}, name});
    }

    void arc(const content::City& city) {
        auto field = places();
        const auto distance = distance_of(sources_, city);
        if (!field || !distance) return;
        const std::string name = plain_in(city.name, lang_);
        add(city, name, *field);
        field->globe_alt = word("globe-alt", {{"city", name}, {"distance", distance->kilometres}});
        field->map_alt = word("map-alt-one", {{"cities", name}});
        fields_.set("arc", *field);
        fields_.set("arc.caption",
                    made(with_whole_names(word("great-circle", {{"city", name}}), city, sources_.content.organisation),
                         city.coordinates->where));
    }

    void place(const content::City& city) {
        const auto home = places();
        const auto distance = distance_of(sources_, city);
        if (!home || !distance) return;
        LocatorField field;
        field.home = {home->home.at, home_};
        const std::string name = plain_in(city.name, lang_);
        const auto position = [](const content::Coordinates& at) { return map::Position{at.latitude, at.longitude}; };
        field.partner = {position(city.coordinates->value), name};
        std::string names;
        for (const auto& place : city.nearby) {
            field.nearby.push_back({position(place.coordinates.value), plain_in(place.name, lang_)});
            names += (names.empty() ? "" : comma_in(lang_)) + field.nearby.back().name;
        }
        field.country = city.country.value;
        field.country_name = country_of(city, lang_);
        field.way = word("way-home", {{"distance", layout::joined(*distance)}});
        field.lang = lang_;
        field.alt = word(names.empty() ? "locator-alt" : "locator-alt-nearby",
                         {{"city", name}, {"country", field.country_name}, {"cities", names}});
        field.where = city.coordinates->where;
        fields_.set("place", std::move(field));
    }

    void arcs() {
        auto field = places();
        if (!field) return;
        std::string names;
        for (const auto& city : sources_.content.cities) {
            const std::string name = plain_in(city.name, lang_);
            add(city, name, *field);
            if (city.coordinates) names += (names.empty() ? "" : comma_in(lang_)) + name;
        }
        if (field->partners.empty()) return;
        if (field->partners.size() > names_in_alt)
            names =
                word("partner-cities", {{"count", whole_number(static_cast<double>(field->partners.size()), lang_)}});
        const bool one = field->partners.size() == 1;
        field->globe_alt = word(one ? "globe-alt-one" : "globe-alt-many", {{"cities", names}});
        field->globe_alt_some = word("globe-alt-many", {{"cities", std::string{PlacesField::cities}}});
        field->map_alt = word(one ? "map-alt-one" : "map-alt", {{"cities", names}});
        fields_.set("arcs", std::move(*field));
    }

    std::string spans(const std::vector<map::Span>& all, bool with_minutes) const {
        return hour_spans(all, with_minutes, lang_, [&](const std::string& first, const std::string& second) {
            return word("two-spans", {{"first", first}, {"second", second}});
        });
    }

    void hours(const content::City& city) {
        const auto offset = offset_of(sources_, city);
        if (!offset) return;
        const std::string name = plain_in(city.name, lang_);
        const bool with_minutes = *offset % 60 != 0;
        const auto awake = map::hours_awake(*offset);
        const std::string words = awake.home.empty()
                                      ? word("no-shared-hours")
                                      : word("shared-hours", {{"city", name},
                                                              {"home-hours", spans(awake.home, with_minutes)},
                                                              {"city-hours", spans(awake.partner, with_minutes)}});
        std::string note = word("hours-explained", {{"city", name}});
        if (!date_of(sources_)) note = joined(note, word("standard-time-note"));
        HoursField field;
        field.where = city.zone->where;
        field.offset = *offset;
        field.label = made(word("hours-awake"), field.where);
        const auto& organisation = sources_.content.organisation;
        field.words = made(with_whole_names(words, city, organisation), field.where);
        field.note = made(with_whole_names(note, city, organisation), field.where);
        field.lang = lang_;
        field.alt = word("hours-alt", {{"city", name}, {"words", words}});
        fields_.set("hours.label", field.label);
        fields_.set("hours.words", field.words);
        if (!date_of(sources_)) fields_.set("hours.note", made(word("hours-standard"), field.where));
        fields_.set("hours", std::move(field));
    }

    ClocksField::Clock clock(const std::string& name, int offset, SourcePosition where) {
        ClocksField::Clock made_clock;
        made_clock.where = where;
        made_clock.minutes = map::on_clock(noon, offset);
        made_clock.day = map::day_difference(noon, offset);
        const std::string time = clock_digits(made_clock.minutes, true);
        const std::string ahead = offset == 0 ? "\u00B1" + offset_words(0, lang_) : offset_words(offset, lang_);
        made_clock.name = made(name, where);
        made_clock.time = made(time + en_space + ahead, where);
        made_clock.offset = made(ahead, where);
        made_clock.alt = word("clock-alt", {{"city", name}, {"time", time}});
        return made_clock;
    }

    void clocks() {
        const auto& home = sources_.content.organisation.home;
        if (!home.zone) return;
        ClocksField field;
        field.lang = lang_;
        bool before = false, after = false;
        for (const auto& city : sources_.content.cities) {
            const auto offset = offset_of(sources_, city);
            if (!offset) continue;
            auto entry = clock(plain_in(city.name, lang_), *offset, city.zone->where);
            before = before || entry.day < 0;
            after = after || entry.day > 0;
            if (const auto distance = distance_of(sources_, city)) {
                entry.distance = made(distance->first(), city.coordinates->where);
                entry.other_distance = made(distance->second(), city.coordinates->where);
            }
            field.partners.push_back(std::move(entry));
        }
        if (field.partners.empty()) return;
        field.home = clock(home_, 0, home.zone->where);
        field.home.time = made(clock_digits(noon, true), home.zone->where);
        const bool one = field.partners.size() == 1;
        std::string note = word(one ? "distances-note-one" : "distances-note");
        if (!date_of(sources_)) note = joined(note, word("hours-standard"));
        fields_.set("clocks.note.times", made(note, home.zone->where));
        if (before || after)
            note = joined(note, word(before && after ? "dark-clock-other"
                                     : after         ? "dark-clock-after"
                                                     : "dark-clock-before"));
        fields_.set("clocks.sentence", made(word(one ? "noon-one" : "noon"), home.zone->where));
        fields_.set("clocks.note", made(note, home.zone->where));
        fields_.set("clocks", std::move(field));
    }

private:
    const Sources& sources_;
    Fields& fields_;
    std::string lang_, home_;
};

}  // namespace

void bind_arc(const Sources& sources, const content::City& city, Fields& fields) {
    Binder binder{sources, fields};
    binder.arc(city);
    binder.place(city);
    binder.hours(city);
}

void bind_arcs(const Sources& sources, const Subject& subject, Fields& fields) {
    Binder binder{sources, fields};
    if (subject.asks_for("arcs")) binder.arcs();
    constexpr std::array about_clocks{"clocks", "clocks.sentence", "clocks.note", "clocks.note.times"};
    if (std::any_of(about_clocks.begin(), about_clocks.end(),
                    [&](const char* source) { return subject.asks_for(source); }))
        binder.clocks();
}

}  // namespace brochure::layout
