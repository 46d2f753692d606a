#include <algorithm>
#include <cmath>

#include "content/visit_times.hpp"
#include "layout/euphony.hpp"
#include "layout/facts.hpp"
#include "layout/hour_spans.hpp"
#include "layout/local_dates.hpp"
#include "layout/visit_words.hpp"

// What single documents of a visit show: lists of people and numbers, words, facts, a certificate.
namespace brochure::layout {
namespace {

using content::Visit;
using Cell = RowsField::Cell;

class PaperBinder {
public:
    explicit PaperBinder(VisitWords& words) : words_{words}, visit_{words.visit()} {}

    void bind(const Subject& subject) {
        if (subject.asks_for("visit.participants")) participants();
        if (subject.asks_for("visit.contacts")) contacts();
        if (subject.asks_for("visit.numbers")) numbers();
        if (subject.asks_for("visit.local-number")) local_number();
        if (subject.asks_for("visit.phrases")) phrases();
        if (subject.asks_for("visit.facts")) facts();
        if (subject.asks_for("visit.certificate")) certificate();
        if (subject.asks_for("visit.briefing")) bind_visit_briefing(words_);
        if (visit_.calendar)
            words_.set("visit.calendar", 0,
                       words_.fields().make(visit_.calendar->value, words_.langs()[0], visit_.calendar->where));
    }

private:
    void certificate() {
        for (std::size_t i = 0; i < 2; ++i) {
            if (!words_.has(i)) continue;
            words_.set("visit.certificate", i,
                       words_.filled("visit-certificate-text", i,
                                     {{"host", words_.city(true, i)},
                                      {"guest", words_.city(false, i)},
                                      {"dates", words_.made(dates(i), i, visit_.dates.where)}},
                                     visit_.where));
        }
    }
    std::string dates(std::size_t which) const {
        return span_of_days(visit_.dates.from.value, visit_.dates.to.value, words_.langs()[which]);
    }
    static void add(Cell& cell, Words words) { add_line(cell, std::move(words)); }
    void publish(const std::string& source, RowsField field) {
        std::erase_if(field.groups, [](const auto& group) { return group.rows.empty(); });
        if (!field.groups.empty()) words_.fields().set(source, std::move(field));
    }
    void name_group(RowsField::Group& group, const std::string& key) {
        for (std::size_t i = 0; i < 2; ++i) {
            if (!words_.has(i)) continue;
            group.name[i] = words_.made_word(key, i);
            group.continued[i] = words_.continued(group.name[i], i, visit_.where);
        }
    }

    // The heading of a table that is its page's only one stands above it; where it goes on it names itself.
    void name_continuation(RowsField::Group& group, const std::string& key) {
        for (std::size_t i = 0; i < 2; ++i)
            if (words_.has(i)) group.continued[i] = words_.continued(words_.made_word(key, i), i, visit_.where);
    }

    void participants() {
        RowsField field;
        const bool two = words_.has(1);
        for (std::size_t i = 0; i < (two ? 2 : 1); ++i) {
            field.head.push_back(words_.made_word("visit-name", i));
            field.head.push_back(words_.made_word("visit-role", i));
        }
        for (const auto side : {Visit::Side::guest, Visit::Side::host}) {
            auto& group = field.groups.emplace_back();
            name_group(group, side == Visit::Side::guest ? "visit-guests" : "visit-hosts");
            for (const auto& person : visit_.people) {
                if (person.side != side) continue;
                auto& row = group.rows.emplace_back();
                row.where = person.where;
                for (std::size_t i = 0; i < (two ? 2 : 1); ++i) {
                    add(row.cells.emplace_back(), words_.titled_as_it_is(person, i));
                    add(row.cells.emplace_back(), words_.as_it_is(person.role, i));
                }
                add(row.cells[1], words_.groups(person.groups));
            }
        }
        publish("visit.participants", std::move(field));
    }

    // Who may be called, and where; nobody's number that its owner keeps from the delegation is here.
    void contacts() {
        RowsField field;
        auto& group = field.groups.emplace_back();
        name_continuation(group, "visit-contacts");
        for (const auto& person : visit_.people) {
            if (!person.phone) continue;
            auto& row = group.rows.emplace_back();
            row.where = person.where;
            row.cells.resize(2);
            add(row.cells[0], words_.titled_beside_role(person, 0));
            add(row.cells[0], words_.in(person.role, 0));
            add(row.cells[1], words_.made(person.phone->value, 0, person.phone->where));
        }
        publish("visit.contacts", std::move(field));
    }

    void number(RowsField::Group& group, const Located<std::string>& phone, const content::Text& label) {
        auto& row = group.rows.emplace_back();
        row.where = phone.where;
        row.cells.resize(2);
        add(row.cells[0], words_.made(phone.value, 0, phone.where));
        for (std::size_t i = 0; i < 2; ++i) add(row.cells[1], words_.in(label, i));
    }

    // The emergency numbers, then those of the places where the guests sleep.
    void numbers() {
        RowsField field;
        auto& group = field.groups.emplace_back();
        name_continuation(group, "visit-emergency");
        for (const auto& each : visit_.emergency) number(group, each.phone, each.label);
        std::vector<std::string> told;
        for (const auto& each : visit_.lodging) {
            const auto* phone = phone_of(visit_, each);
            if (!phone || !each.place || std::find(told.begin(), told.end(), phone->value) != told.end()) continue;
            told.push_back(phone->value);
            number(group, *phone, each.place->name);
        }
        publish("visit.numbers", std::move(field));
    }

    // The first of the emergency numbers, alone.
    void local_number() {
        if (visit_.emergency.empty()) return;
        const auto& local = visit_.emergency.front();
        words_.set("visit.local-number", 0, words_.made(local.phone.value, 0, local.phone.where));
        words_.both("visit.local-label", local.label);
    }

    // Guests read their own language and point at the hosts'; hosts the other way round.
    std::string other_language() const {
        const std::string own = primary_language(words_.langs()[0]);
        for (const auto& lang : visit_.languages)
            if (primary_language(lang.value) != own) return lang.value;
        return {};
    }

    void phrases() {
        const std::string other = other_language();
        if (other.empty()) return;
        RowsField field;
        auto& group = field.groups.emplace_back();
        name_continuation(group, "visit-phrases");
        for (const auto& phrase : visit_.phrases) {
            const auto* there = phrase.text.find(other);
            if (!there || primary_language(there->lang) != primary_language(other)) continue;
            auto& row = group.rows.emplace_back();
            row.where = phrase.where;
            row.cells.resize(3);
            add(row.cells[0], words_.in(phrase.text, 0));
            row.cells[1].push_back({&there->value, other});
            add(row.cells[2], words_.in(phrase.reading, 0));
        }
        publish("visit.phrases", std::move(field));
    }

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
        return words_.row({words_.made_word("hours-awake", 0), own(words_.colon(0)), hours}, 0, "", visit_.where);
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
        name_group(group, "visit-lodging");
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
        name_group(group, "visit-emergency");
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
        name_group(group, "visit-flights");
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

    void facts() {
        RowsField field;
        auto& practical = field.groups.emplace_back();
        name_group(practical, "visit-practical");
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
        publish("visit.facts", std::move(field));
    }

    VisitWords& words_;
    const Visit& visit_;
};

}  // namespace

void bind_visit_papers(VisitWords& words, const Subject& subject) {
    PaperBinder{words}.bind(subject);
}

void bind_city_of(VisitWords& words, const Visit::Person& person) {
    const bool host = person.side == Visit::Side::host;
    for (std::size_t i = 0; i < 2; ++i) {
        if (!words.has(i)) continue;
        auto own = words.city(host, i);
        if (!own.text) continue;
        const auto first = words.city(host, 0);
        if (i > 0 && first.text && content::plain(*own.text) == content::plain(*first.text)) continue;
        words.set("person.city", i, std::move(own));
    }
}

}  // namespace brochure::layout
