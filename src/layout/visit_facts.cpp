#include <algorithm>
#include <chrono>
#include <string>

#include "content/visit_times.hpp"
#include "layout/euphony.hpp"
#include "layout/facts.hpp"
#include "layout/hour_spans.hpp"
#include "layout/local_dates.hpp"
#include "layout/visit_words.hpp"

// What guests should know of the place and of their way there: practical facts, what is computed of both cities, beds,
// flights.
namespace brochure::layout {
namespace {

using content::Visit;
using Cell = RowsField::Cell;

class FactsBinder {
public:
    explicit FactsBinder(VisitWords& words) : words_{words}, visit_{words.visit()} {}

    void bind() {
        RowsField field;
        auto& practical = field.groups.emplace_back();
        words_.name_group(practical, "visit-practical");
        for (const auto& each : visit_.facts) {
            auto& row = practical.rows.emplace_back();
            row.where = each.where;
            row.cells.resize(2);
            add(row.cells[0], words_.in(each.label, 0));
            add(row.cells[1], words_.in(each.value, 0));
        }
        emergency(field.groups.emplace_back());
        auto& cities = field.groups.emplace_back();
        const auto& content = words_.sources().content;
        const auto host = content::city_of(content, visit_.host.value),
                   guest = content::city_of(content, visit_.guest.value);
        cities.name[0] =
            words_.row({words_.city(false, 0), words_.city(true, 0)}, 0, pair_in(words_.langs()[0]), visit_.where);
        cities.continued[0] = words_.row({cities.name[0], words_.made_word("continued", 0)}, 0, " ", visit_.where);
        if (host && guest) {
            distance(cities, *host, *guest);
            clocks(cities, *host, *guest);
            sun(cities, *host);
        }
        lodging(field.groups.emplace_back());
        flights(field.groups.emplace_back());
        // What may not be shown leaves neither a row without words nor a heading without rows.
        for (auto& group : field.groups)
            std::erase_if(group.rows, [](const auto& row) { return row.cells[0].empty() || row.cells[1].empty(); });
        std::erase_if(field.groups, [](const auto& group) { return group.rows.empty(); });
        if (!field.groups.empty()) words_.fields().set("visit.facts", std::move(field));
    }

private:
    static void add(Cell& cell, Words words) { add_line(cell, std::move(words)); }
    void fact(RowsField::Group& group, Words label, Words value) {
        if (!label.text || !value.text) return;
        auto& row = group.rows.emplace_back();
        row.where = visit_.where;
        row.cells.resize(2);
        add(row.cells[0], std::move(label));
        add(row.cells[1], std::move(value));
    }

    // Both units, those of the reader first.
    void distance(RowsField::Group& group, const content::VisitCity& host, const content::VisitCity& guest) {
        if (!host.coordinates || !guest.coordinates) return;
        const auto& lang = words_.langs()[0];
        const double metres = map::distance_metres({host.coordinates->latitude, host.coordinates->longitude},
                                                   {guest.coordinates->latitude, guest.coordinates->longitude});
        fact(group, words_.made_word("visit-distance", 0),
             words_.made(joined(distance_in(metres, lang)), 0, visit_.where));
    }

    // The clocks of both cities, and again from the day on which they differ by other hours.
    void clocks(RowsField::Group& group, const content::VisitCity& host, const content::VisitCity& guest) {
        if (!host.zone || !guest.zone) return;
        const auto stretches = content::clock_differences(visit_, *host.zone, *guest.zone);
        for (const auto& stretch : stretches) {
            constexpr int day = 24 * 60, noon = 12 * 60;
            const int there = noon + stretch.minutes;
            const std::string time = time_in_text(std::chrono::minutes{((there % day) + day) % day}, words_.langs()[0]);
            const std::string shift = there >= day ? "visit-next-day"
                                      : there < 0  ? "visit-day-before"
                                                   : "visit-same-day";
            const auto since =
                stretches.size() > 1
                    ? words_.made(words_.bracketed(day_name(stretch.from, words_.langs()[0]), 0), 0, visit_.dates.where)
                    : Words{};
            const auto own = [&](const std::string& text) { return words_.made(text, 0, visit_.where); };
            fact(group, words_.row({words_.made_word("visit-time", 0), since}, 0, "", visit_.where),
                 words_.filled(shift, 0,
                               {{"host", words_.city(true, 0)},
                                {"guest", words_.city(false, 0)},
                                {"time", own(time)},
                                {"difference", own(offset_words(stretch.minutes, words_.langs()[0]))}},
                               visit_.where));
            if (!group.rows.empty()) add(group.rows.back().cells[1], hours_awake(stretch.minutes));
        }
    }

    // While both are awake, by the clocks of each.
    Words hours_awake(int difference) {
        const auto awake = map::hours_awake(difference);
        const auto own = [&](const std::string& text) { return words_.made(text, 0, visit_.where); };
        const auto spans = [&](const std::vector<map::Span>& all) {
            return own(hour_spans(
                all, difference % 60 != 0, words_.langs()[0], [&](const std::string& a, const std::string& b) {
                    const Words both =
                        words_.filled("two-spans", 0, {{"first", own(a)}, {"second", own(b)}}, visit_.where);
                    return both.text ? content::plain(*both.text) : a;
                }));
        };
        if (awake.home.empty()) return words_.made_word("no-shared-hours", 0);
        const Words hours = words_.filled("shared-hours", 0,
                                          {{"home", words_.city(true, 0)},
                                           {"city", words_.city(false, 0)},
                                           {"home-hours", spans(awake.home)},
                                           {"city-hours", spans(awake.partner)}},
                                          visit_.where);
        return words_.row({words_.made_word("hours-awake", 0), hours}, 0, words_.colon(0), visit_.where);
    }

    // On the first day and the last, on each on which the clocks were changed, and on which the sun begins to rise and
    // set or ends it.
    void sun(RowsField::Group& group, const content::VisitCity& host) {
        const auto days = content::sun_of(visit_, host);
        std::string told;
        for (std::size_t i = 0; i < days.size(); ++i) {
            if (i > 0 && i + 1 < days.size() && !differs(days[i - 1], days[i])) continue;
            const auto& lang = words_.langs()[0];
            const std::string day = told.empty() ? day_heading(days[i].day, lang) : day_name(days[i].day, lang);
            if (!told.empty()) told += words_.semicolon(0);
            told += (days.size() > 1 ? day + words_.colon(0) : "") + times_of(days[i]);
        }
        fact(group, words_.made_word("visit-sun", 0), words_.made(told, 0, visit_.where));
    }

    static bool differs(const content::SunOnDay& before, const content::SunOnDay& day) {
        constexpr std::chrono::minutes most{30};  // that the sun alone moves from one day to the next, by far
        if (!before.rise || !before.set || !day.rise || !day.set)
            return before.rise.has_value() != day.rise.has_value() || before.set.has_value() != day.set.has_value() ||
                   before.always_up != day.always_up;
        return std::chrono::abs(*day.rise - *before.rise - std::chrono::days{1}) > most;
    }

    // At high latitudes there are days with a rise or a set alone, and with neither.
    std::string times_of(const content::SunOnDay& sun) {
        const auto clock = [&](const std::optional<content::LocalTime>& time) -> std::string {
            if (!time) return "\u2013";
            return time_in_text(*time - std::chrono::floor<std::chrono::days>(*time), words_.langs()[0]);
        };
        if (sun.rise || sun.set) return clock(sun.rise) + " / " + clock(sun.set);
        const Words whole = words_.made_word(sun.always_up ? "visit-sun-up" : "visit-sun-down", 0);
        return whole.text ? content::plain(*whole.text) : "\u2013";
    }

    void lodging(RowsField::Group& group) {
        words_.name_group(group, "visit-lodging");
        for (const auto& each : visit_.lodging) {
            auto& row = group.rows.emplace_back();
            row.where = each.where;
            row.cells.resize(2);
            const auto last = each.from.value + std::chrono::days{each.nights};
            add(row.cells[0], words_.made(span_of_days(each.from.value, last, words_.langs()[0]), 0, each.where));
            add(row.cells[0], words_.groups(each.groups));
            if (each.place) add(row.cells[1], words_.in(each.place->name, 0));
            const auto* place = place_of(visit_, each.place);
            add(row.cells[1], words_.in(each.address.empty() && place ? place->address : each.address, 0));
            if (const auto* phone = phone_of(visit_, each))
                add(row.cells[1], words_.made(phone->value, 0, phone->where));
            if (place) add(row.cells[1], words_.in(place->note, 0));
            add(row.cells[1], words_.in(each.note, 0));
        }
    }

    // Where a number has a note, which finds no room on a card: then all of them.
    void emergency(RowsField::Group& group) {
        const auto has_note = [](const auto& each) { return !each.note.empty(); };
        if (std::none_of(visit_.emergency.begin(), visit_.emergency.end(), has_note)) return;
        words_.name_group(group, "visit-emergency");
        for (const auto& each : visit_.emergency) {
            auto& row = group.rows.emplace_back();
            row.where = each.where;
            row.cells.resize(2);
            add(row.cells[0], words_.made(each.phone.value, 0, each.phone.where));
            add(row.cells[1], words_.in(each.label, 0));
            add(row.cells[1], words_.in(each.note, 0));
        }
    }

    Words stop(const Visit::Stop& stop) {
        const auto day = std::chrono::floor<std::chrono::days>(stop.time.value);
        const auto city = words_.in(stop.city, 0);
        const std::string code = city.text ? words_.bracketed(stop.airport.value, 0) : stop.airport.value;
        const auto place = words_.row({city, words_.made(code, 0, stop.where)}, 0, "", stop.where);
        const auto time = words_.made(time_in_text(stop.time.value - day, words_.langs()[0]), 0, stop.where);
        return words_.row({place, time}, 0, code.ends_with("\uFF09") ? "" : " ", stop.where);
    }

    // Times are those of each airport's clock; "+1" where it is another day there.
    void flights(RowsField::Group& group) {
        words_.name_group(group, "visit-flights");
        for (const auto& flight : visit_.flights)
            for (const auto& leg : flight.legs) {
                auto& row = group.rows.emplace_back();
                row.where = leg.where;
                row.cells.resize(2);
                const auto day = std::chrono::floor<std::chrono::days>(leg.from.time.value);
                add(row.cells[0], words_.in(flight.title, 0));
                if (&leg == &flight.legs.front()) add(row.cells[0], words_.groups(flight.groups));
                add(row.cells[0], words_.made(day_heading(day, words_.langs()[0]), 0, leg.where));
                const int shift = content::day_change(leg);
                const std::string change =
                    shift == 0 ? "" : (shift > 0 ? " +" : " \u2212") + std::to_string(std::abs(shift));
                const auto there = words_.row({stop(leg.to), words_.made(change, 0, leg.where)}, 0, "", leg.where);
                add(row.cells[1], words_.row({stop(leg.from), there}, 0, " \u2013 ", leg.where));
                if (leg.number) add(row.cells[1], words_.made(leg.number->value, 0, leg.number->where));
                add(row.cells[1], words_.in(leg.note, 0));
            }
    }

    VisitWords& words_;
    const Visit& visit_;
};

}  // namespace

void bind_visit_facts(VisitWords& words) {
    FactsBinder{words}.bind();
}

}  // namespace brochure::layout
