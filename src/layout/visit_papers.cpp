#include <algorithm>

#include "layout/local_dates.hpp"
#include "layout/visit_words.hpp"

// What single documents of a visit show: lists of people and numbers, words, a certificate.
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
        if (subject.asks_for("visit.facts")) bind_visit_facts(words_);
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
            words_.name_group(group, side == Visit::Side::guest ? "visit-guests" : "visit-hosts");
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
            const auto* own = phrase.text.find(words_.langs()[0]);
            if (!there || primary_language(there->lang) != primary_language(other)) continue;
            if (!own || primary_language(own->lang) == primary_language(other)) continue;  // it would stand there twice
            auto& row = group.rows.emplace_back();
            row.where = phrase.where;
            row.cells.resize(3);
            add(row.cells[0], words_.in(phrase.text, 0));
            row.cells[1].push_back({&there->value, other});
            add(row.cells[2], words_.in(phrase.reading, 0));
        }
        publish("visit.phrases", std::move(field));
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
