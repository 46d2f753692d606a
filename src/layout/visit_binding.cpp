#include "layout/visit_binding.hpp"

#include <algorithm>
#include <cstdlib>

#include "content/visit_documents.hpp"
#include "content/visit_times.hpp"
#include "layout/local_dates.hpp"
#include "layout/visit_words.hpp"

namespace brochure::layout {
namespace {

using content::Visit;

class VisitBinder : VisitWords {
public:
    using VisitWords::choose_second;
    VisitBinder(const Sources& sources, Fields& fields, const Subject& subject)
        : VisitWords{sources, fields}, visit_{*sources.visit}, fields_{fields}, langs_{langs()}, subject_{subject} {}

    void bind() {
        both("visit.title", visit_.title);
        both("visit.subtitle", visit_.subtitle);
        both("visit.notice", visit_.notice);
        for (std::size_t i = 0; i < 2; ++i)
            if (!langs_[i].empty() && subject_.asks_for("visit.dates"))
                set("visit.dates", i,
                    fields_.make(span_of_days(visit_.dates.from.value, visit_.dates.to.value, langs_[i]), langs_[i],
                                 visit_.dates.where));
        for (const std::string key : {"people", "emergency", "welcome", "phrases", "contacts", "facts", "certificate",
                                      "participants", "calendar", "briefing", "staff-only"})
            labels("label.visit-" + key, "visit-" + key);
        if (visit_.welcome) welcome(*visit_.welcome);
        if (subject_.asks_for("visit.days")) days();
        if (subject_.asks_for("visit.people")) people();
        if (subject_.asks_for("visit.emergency")) emergency();
        running_foot();
    }

    void person(const Visit::Person& person) {
        // A name that is the same in both stands there once.
        const auto is_same = [&](std::size_t i, const Words& name) {
            const auto first = i == 1 ? titled(person, 0) : Words{};
            return first.text && content::plain(*first.text) == content::plain(*name.text);
        };
        for (std::size_t i = 0; i < 2; ++i)
            if (auto name = titled(person, i); name.text && !is_same(i, name)) {
                const bool guest = person.side == Visit::Side::guest;
                set("person.called", i, guest ? filled("visit-guest-name", i, {{"name", name}}, person.where) : name);
                set("person.name", i, titled_beside_role(person, i));
            }
        both("person.role", person.role);
        both("person.title", person.title);
        both("person.reading", person.reading);
    }

private:
    void welcome(const Visit::Welcome& letter) {
        // A half without the letter has no heading above it.
        for (std::size_t i = 0; i < 2; ++i) {
            if (!in(letter.text, i).text) continue;
            auto words = in(letter.title, i);
            if (!words.text) words = made_word("visit-welcome", i);
            if (words.text) set("welcome.title", i, std::move(words));
        }
        both("welcome.text", letter.text);
        both("welcome.signer", letter.signer);
        both("welcome.office", letter.office);
    }

    void days() {
        DaysField field;
        std::optional<content::Date> before;
        std::vector<const Visit::Item*> items;
        for (const auto& item : visit_.itinerary) items.push_back(&item);
        // Within a day by when things happen, whichever clock they are written by.
        const auto host = content::city_of(sources().content, visit_.host.value);
        const auto starts = [&](const Visit::Item& item) {
            const content::LocalTime clock =
                item.date.value + (item.start ? item.start->value : std::chrono::minutes{});
            const auto zone = content::zone_of(item, host ? host->zone : std::nullopt);
            const auto moment = zone ? map::moment_of(*zone, clock) : std::nullopt;
            return std::pair{item.date.value, moment ? moment->at.time_since_epoch() : clock.time_since_epoch()};
        };
        std::stable_sort(items.begin(), items.end(), [&](auto* a, auto* b) { return starts(*a) < starts(*b); });
        for (const auto* item : items) {
            if (!before || *before != item->date.value) {
                auto& day = field.days.emplace_back();
                for (std::size_t i = 0; i < 2; ++i) {
                    if (langs_[i].empty()) continue;
                    day.name[i] = made(day_heading(item->date.value, langs_[i]), i, item->date.where);
                    day.continued[i] = VisitWords::continued(day.name[i], i, item->date.where);
                }
            }
            before = item->date.value;
            field.days.back().entries.push_back(entry(*item));
        }
        if (!field.days.empty()) fields_.set("visit.days", std::move(field));
    }

    DaysField::Entry entry(const Visit::Item& item) {
        DaysField::Entry made_entry;
        made_entry.where = item.where;
        if (item.start) made_entry.time = made(time_of_day(item.start->value), 0, item.start->where);
        if (const auto end = ends(item)) {
            const bool midnight = *end == item.date.value + std::chrono::days{1};
            made_entry.until = made("\u2013" + (midnight ? "24:00" : clock_of(item, *end)), 0, item.where);
        }
        for (std::size_t i = 0; i < 2; ++i) {
            auto& cell = made_entry.cells[i];
            cell.event = as_it_is(item.title, i);
            if (cell.event.text && item.status != Visit::Status::confirmed)
                cell.event =
                    row({cell.event,
                         made_word(item.status == Visit::Status::cancelled ? "visit-cancelled" : "visit-planned", i)},
                        i, " ", item.where);
            const auto* contact = item.contact ? content::find_person(visit_, item.contact->value) : nullptr;
            const auto place = joined({item.place ? as_it_is(item.place->name, i) : Words{}, as_it_is(item.spot, i)}, i,
                                      ", ", item.where);
            if (langs_[i].empty()) continue;
            cell.place = joined(
                {other_clock(item, i), groups(item.groups), place, contact ? name_as_it_is(*contact, i) : Words{}}, i,
                " \u00B7 ", item.where);
            // What follows an address of several lines does not go on in its last one.
            const auto address = as_it_is(item.address, i);
            const auto* known = place_of(visit_, item.place);
            const auto rest = joined({known ? as_it_is(known->note, i) : Words{}, as_it_is(item.transport, i),
                                      as_it_is(item.dress, i), as_it_is(item.meal, i), as_it_is(item.note, i)},
                                     i, " \u00B7 ", item.where);
            const bool lines = address.text && content::plain(*address.text).find('\n') != std::string::npos;
            cell.more =
                lines ? row({address, rest}, i, "\n", item.where) : joined({address, rest}, i, " \u00B7 ", item.where);
        }
        return made_entry;
    }

    // By the clocks of its zone, which may have been changed since it began.
    std::optional<content::LocalTime> ends(const Visit::Item& item) const {
        if (!item.start || (!item.end && !item.duration)) return {};
        if (item.end) return item.date.value + item.end->value;
        const auto host = content::city_of(sources().content, visit_.host.value);
        const auto zone = content::zone_of(item, host ? host->zone : std::nullopt);
        const auto interval = content::interval_of(item, zone);
        const auto end = interval ? map::local_time(*zone, interval->to) : std::nullopt;
        return end ? *end : item.date.value + item.start->value + item.duration->value;
    }

    // "02:00 +1": that day is not the item's own.
    static std::string clock_of(const Visit::Item& item, content::LocalTime time) {
        const auto day = std::chrono::floor<std::chrono::days>(time);
        return time_of_day(time - day) + day_shift((day - item.date.value).count());
    }
    // As that of a flight.
    static std::string day_shift(long days) {
        return days == 0 ? "" : (days > 0 ? " +" : " \u2212") + std::to_string(std::abs(days));
    }

    // "02:00 (Seika) = 12:00 −1 (Norman)" where the time of an entry is not that of the host's clocks; "−1": there it
    // is the day before.
    Words other_clock(const Visit::Item& item, std::size_t which) {
        if (!item.zone || !item.start || langs_[which].empty()) return {};
        const auto host = content::city_of(sources().content, visit_.host.value),
                   guest = content::city_of(sources().content, visit_.guest.value);
        if (host && host->zone && *host->zone == item.zone->value) return {};
        const auto from = content::interval_of(item, {});
        const bool theirs = guest && guest->zone == item.zone->value;
        auto own = clock_there(time_of_day(item.start->value),
                               theirs ? city(false, which) : made(city_of_zone(item.zone->value), which, {}), which,
                               item.where);
        if (!host || !host->zone || !from) return own;
        const auto there = map::local_time(*host->zone, from->from);
        if (!there) return own;
        const auto here = clock_there(clock_of(item, *there), city(true, which), which, item.where);
        return row({own, here}, which, " = ", item.where);
    }

    // "02:00 (Seika)"
    Words clock_there(const std::string& time, const Words& city, std::size_t which, SourcePosition where) {
        const std::string brackets = bracketed("\n", which);
        const auto inside = brackets.find('\n');
        return row({made(time + brackets.substr(0, inside), which, where), city,
                    made(brackets.substr(inside + 1), which, where)},
                   which, "", where);
    }

    // "Asia/Tokyo" -> "Tokyo"
    static std::string city_of_zone(std::string zone) {
        zone = zone.substr(zone.rfind('/') + 1);
        std::replace(zone.begin(), zone.end(), '_', ' ');
        return zone;
    }

    // A list of its own names everybody; of many, the programme shows who leads the guests and whom its entries name.
    bool is_on_programme(const Visit::Person& person) const {
        constexpr std::size_t few = 9, leaders = 2;
        const auto& wanted = visit_.documents;
        const bool listed = wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [](const auto& each) {
                                return each.value == "participants";
                            });
        if (visit_.people.size() <= few || !listed) return true;
        const auto before = std::count_if(visit_.people.data(), &person,
                                          [](const auto& other) { return other.side == Visit::Side::guest; });
        if (person.side == Visit::Side::guest && before < static_cast<std::ptrdiff_t>(leaders)) return true;
        return std::any_of(visit_.itinerary.begin(), visit_.itinerary.end(), [&](const auto& item) {
            return item.contact && content::find_person(visit_, item.contact->value) == &person;
        });
    }

    void people() {
        CardsField field;
        for (const auto& person : visit_.people) {
            if (!is_on_programme(person)) continue;
            auto& card = field.cards.emplace_back();
            card.where = person.where;
            const auto add = [&](Words words, std::size_t style) {
                if (!words.text) return;
                card.lines.push_back(std::move(words));
                card.styles.push_back(style);
            };
            add(titled_beside_role(person, 0), 0);
            add(titled_beside_role(person, 1), 1);
            add(in(person.role, 0), 2);
            add(in(person.role, 1), 3);
        }
        field.continued = continued("visit-people");
        if (!field.cards.empty()) fields_.set("visit.people", std::move(field));
    }

    // "People (continued)"
    std::array<Words, 2> continued(const std::string& key) {
        std::array<Words, 2> both;
        for (std::size_t i = 0; i < 2; ++i)
            if (!langs_[i].empty()) both[i] = VisitWords::continued(made_word(key, i), i, visit_.where);
        return both;
    }

    // The first number is the local one: it is set as large as its place allows, a number of many figures as the
    // others.
    void emergency() {
        constexpr std::size_t most_figures = 6;  // of the large type in a third of a page
        CardsField field;
        for (const auto& number : visit_.emergency) {
            auto& card = field.cards.emplace_back();
            card.where = number.where;
            card.lines.push_back(made(number.phone.value, 0, number.phone.where));
            card.styles.push_back(field.cards.size() == 1 && number.phone.value.size() <= most_figures ? 0 : 1);
            const auto add = [&](Words words, std::size_t style) {
                if (!words.text) return;
                card.lines.push_back(std::move(words));
                card.styles.push_back(style);
            };
            for (std::size_t i = 0; i < 2; ++i) {
                add(in(number.label, i), 2 + i);
                add(in(number.note, i), 3);
            }
        }
        field.continued = continued("visit-emergency");
        if (!field.cards.empty()) fields_.set("visit.emergency", std::move(field));
    }

    // "Delegation programme: Seika and Norman"
    void running_foot() {
        for (std::size_t i = 0; i < 2; ++i) {
            const auto subtitle = i == 0 ? in(visit_.subtitle, 0) : Words{};
            if (auto words = row({in(visit_.title, i), subtitle}, i, colon(i), visit_.where); words.text)
                set("visit.foot", i, std::move(words));
        }
    }

    const Visit& visit_;
    Fields& fields_;
    const std::array<std::string, 2>& langs_;
    const Subject& subject_;
};

}  // namespace

std::string second_language(const Sources& sources, const Visit::Person& person) {
    const auto& publication = *sources.job.publication;
    if (!content::is_for_everybody(publication.document)) return publication.second_lang;
    const auto& first = sources.job.lang;
    for (const auto& lang : sources.visit->languages) {
        const auto own = content::name_language(person, lang.value);
        if (primary_language(lang.value) == primary_language(first)) continue;
        if (primary_language(own) == primary_language(lang.value)) return lang.value;
    }
    return publication.second_lang;
}

const content::Photo* picture_of(const content::Content& content, const Visit& visit) {
    if (visit.photo) return &*visit.photo;
    for (const auto* called : {&visit.guest, &visit.host})
        for (const auto& city : content.cities)
            if (city.slug == called->value && city.photo) return &*city.photo;
    return nullptr;
}

void bind_visit(const Sources& sources, const Subject& subject, Fields& fields) {
    VisitBinder{sources, fields, subject}.bind();
    VisitWords words{sources, fields};
    bind_visit_papers(words, subject);
}

void bind_visit_person(const Sources& sources, const content::Visit::Person& person, Fields& fields) {
    Subject subject;
    subject.person = &person;
    const std::string second = second_language(sources, person);
    VisitBinder binder{sources, fields, subject};
    binder.choose_second(second);
    binder.person(person);
    VisitWords words{sources, fields};
    words.choose_second(second);
    bind_city_of(words, person);
}

}  // namespace brochure::layout
