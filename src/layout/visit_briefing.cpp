#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "layout/local_dates.hpp"
#include "layout/visit_words.hpp"

// What the hosts' team must know of a visit and guests need not. Nothing that a level allows the team to see is left
// out: what stands in the file is printed in some document.
namespace brochure::layout {
namespace {

using content::Visit;
using Cell = RowsField::Cell;

class BriefingBinder {
public:
    explicit BriefingBinder(VisitWords& words) : words_{words}, visit_{words.visit()} {}

    void bind() {
        hosting(group("visit-hosting"));
        diet(group("visit-diet"));
        notes(group("visit-gifts"), visit_.gifts);
        notes(group("visit-protocol"), visit_.protocol);
        staff_notes(group("visit-staff-notes"));
        lodging(group("visit-lodging"));
        bookings(group("visit-bookings"));
        address_book(group("visit-address-book"));
        std::erase_if(field_.groups, [](const auto& each) { return each.rows.empty(); });
        if (!field_.groups.empty()) words_.fields().set("visit.briefing", std::move(field_));
    }

private:
    using Rows = std::vector<RowsField::Row>;

    Rows& group(const std::string& key) {
        auto& made = field_.groups.emplace_back();
        words_.name_group(made, key);
        return made.rows;
    }
    static RowsField::Row& row(Rows& rows, SourcePosition where) {
        auto& made = rows.emplace_back();
        made.where = where;
        made.cells.resize(2);
        return made;
    }
    static void add(Cell& cell, Words words) { add_line(cell, std::move(words)); }
    void add(Cell& cell, const std::string& text, SourcePosition where) { add(cell, words_.made(text, 0, where)); }
    template <class Value>
    void add(Cell& cell, const std::optional<content::Restricted<Value>>& value) {
        if (!value) return;
        if constexpr (std::is_same_v<Value, std::string>)
            add(cell, value->value, value->where);
        else
            add(cell, words_.in(value->value, 0));
    }
    void name(Cell& cell, const Visit::Person& person) { add(cell, words_.titled_beside_role(person, 0)); }

    void hosting(Rows& rows) {
        for (const auto& each : visit_.hosting) {
            auto& made = row(rows, each.where);
            std::vector<Words> guests;
            for (const auto& guest : each.guests)
                if (const auto* person = content::find_person(visit_, guest.value))
                    guests.push_back(words_.titled_beside_role(*person, 0));
            add(made.cells[0], words_.joined(guests, 0, ", ", each.where));
            auto& with = made.cells[1];
            if (const auto* host = content::find_person(visit_, each.host.value)) {
                name(with, *host);
                add(with, host->phone);
                add(with, host->address);
            }
            const auto when = each.time ? moment(each.time->value, each.where) : Words{};
            add(with, words_.joined({when, words_.in(each.pickup, 0)}, 0, " \u00B7 ", each.where));
            add(with, words_.in(each.note, 0));
        }
    }

    void diet(Rows& rows) {
        for (const auto& person : visit_.people) {
            if (!person.diet && !person.health) continue;
            auto& made = row(rows, person.where);
            name(made.cells[0], person);
            add(made.cells[1], person.diet);
            add(made.cells[1], person.health);
        }
    }

    void notes(Rows& rows, const std::vector<Visit::Note>& notes) {
        for (const auto& note : notes) {
            auto& made = row(rows, note.where);
            add(made.cells[0], words_.in(note.title, 0));
            add(made.cells[1], words_.in(note.text, 0));
        }
    }

    // What the guests' programme has no line of, or not all.
    void staff_notes(Rows& rows) {
        for (const auto& item : visit_.itinerary) {
            const bool elsewhere = has_private_place(item);
            if (!item.staff_note && !is_private(item) && !elsewhere) continue;
            auto& made = row(rows, item.where);
            add(made.cells[0], words_.in(item.title, 0));
            add(made.cells[0], item.start ? moment(item.date.value + item.start->value, item.where)
                                          : day(item.date.value, item.where));
            auto& more = made.cells[1];
            if (is_private(item) || elsewhere) place(more, item);
            if (is_private(item)) {
                add(more, words_.in(item.note, 0));
                if (item.contact)
                    if (const auto* person = content::find_person(visit_, item.contact->value)) name(more, *person);
            }
            add(more, item.staff_note);
        }
    }

    void lodging(Rows& rows) {
        for (const auto& each : visit_.lodging) {
            if (!is_private(each)) continue;
            auto& made = row(rows, each.where);
            const auto last = each.from.value + std::chrono::days{each.nights};
            add(made.cells[0], span_of_days(each.from.value, last, words_.langs()[0]), each.where);
            auto& more = made.cells[1];
            place(more, each);
            if (const auto* phone = phone_of(visit_, each)) add(more, phone->value, phone->where);
            add(more, words_.in(each.note, 0));
        }
    }

    void bookings(Rows& rows) {
        for (const auto& flight : visit_.flights) {
            if (!flight.booking && !is_private(flight)) continue;
            auto& made = row(rows, flight.where);
            add(made.cells[0], flight.title.empty() ? way(flight) : words_.in(flight.title, 0));
            for (const auto& leg : flight.legs)
                if (is_private(flight))
                    add(made.cells[1], words_.row({stop(leg.from), stop(leg.to)}, 0, " \u2013 ", leg.where));
            add(made.cells[1], flight.booking);
        }
    }

    void address_book(Rows& rows) {
        for (const auto& person : visit_.people) {
            if (!is_private(person) && !person.phone && !person.email && !person.address && !person.born &&
                !person.note)
                continue;
            auto& made = row(rows, person.where);
            name(made.cells[0], person);
            add(made.cells[0], words_.in(person.role, 0));
            auto& known = made.cells[1];
            add(known, person.phone);
            add(known, person.email);
            add(known, person.address);
            if (person.born)
                add(known, words_.filled("visit-born", 0, {{"date", born(*person.born)}}, person.born->where));
            add(known, person.note);
        }
        for (const auto& each : visit_.emergency) {
            if (!is_private(each)) continue;
            auto& made = row(rows, each.where);
            add(made.cells[0], words_.in(each.label, 0));
            add(made.cells[1], each.phone.value, each.phone.where);
            add(made.cells[1], words_.in(each.note, 0));
        }
    }

    // "KIX – OKC"
    Words way(const Visit::Flight& flight) {
        if (flight.legs.empty()) return {};
        return words_.made(flight.legs.front().from.airport.value + " \u2013 " + flight.legs.back().to.airport.value, 0,
                           flight.where);
    }
    // Written year-month-day.
    Words born(const content::RestrictedWord& date) {
        int year = 0;
        unsigned month = 0, of_month = 0;
        if (std::sscanf(date.value.c_str(), "%d-%u-%u", &year, &month, &of_month) != 3) return {};
        const content::Date on{
            std::chrono::local_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(of_month)}};
        return words_.made(span_of_days(on, on, words_.langs()[0]), 0, date.where);
    }
    bool has_private_place(const Visit::Item& item) const {
        const auto* known = place_of(visit_, item.place);
        return known && known->level > content::Level::delegation;
    }

    template <class Record>
    static bool is_private(const Record& record) {
        return record.level > content::Level::delegation;
    }
    // Its name, its address and how to get in, one below the other.
    template <class Record>
    void place(Cell& cell, const Record& record) {
        if (record.place) add(cell, words_.in(record.place->name, 0));
        const auto* known = place_of(visit_, record.place);
        add(cell, words_.in(record.address.empty() && known ? known->address : record.address, 0));
        if (known) add(cell, words_.in(known->note, 0));
    }

    Words day(content::Date date, SourcePosition where) {
        return words_.made(day_heading(date, words_.langs()[0]), 0, where);
    }
    // "Tuesday, May 18 · 18:30"
    Words moment(content::LocalTime time, SourcePosition where) {
        const auto date = std::chrono::floor<std::chrono::days>(time);
        return words_.joined({day(date, where), words_.made(time_of_day(time - date), 0, where)}, 0, " \u00B7 ", where);
    }
    // "KIX Tuesday, May 18 · 18:30"
    Words stop(const Visit::Stop& stop) {
        return words_.row({words_.made(stop.airport.value, 0, stop.where), moment(stop.time.value, stop.where)}, 0, " ",
                          stop.where);
    }

    VisitWords& words_;
    const Visit& visit_;
    RowsField field_;
};

}  // namespace

void bind_visit_briefing(VisitWords& words) {
    BriefingBinder{words}.bind();
}

}  // namespace brochure::layout
