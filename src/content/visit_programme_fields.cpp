#include "content/visit_field_parts.hpp"
#include "content/visit_readers.hpp"

namespace brochure::content {

using yaml::list;
using yaml::record;
using yaml::Table;

Table<Visit::Place> visit_place_table(const SourceFiles& files) {
    return Table<Visit::Place>("places", "A place, written once and called by its key or name.")
        .required("name", &Visit::Place::name, TextReader{Markup::line, &files}, "Its name.",
                  "{en: City Hall, ja: 市庁舎}")
        .optional("address", &Visit::Place::address, TextReader{Markup::lines, &files}, "Its address, line by line.",
                  "|- and the lines below it")
        .optional("note", &Visit::Place::note, TextReader{Markup::line, &files}, "How to get in, where to park.",
                  "{en: Entrance on Main Street}")
        .optional("phone", &Visit::Place::phone, a(Form::phone), "Its telephone.", "+1 000 000 0000")
        .optional("coordinates", &Visit::Place::coordinates, CoordinatesReader{},
                  "Degrees north and east; south and west take a minus.", "[35.2226, -97.4395]")
        .optional("level", &Visit::Place::level, level(),
                  "Who may see it; a private home wants `host`. Without it: public.", "host");
}

Table<Visit::Item> visit_item_table(const SourceFiles& files) {
    const TextReader line{Markup::line, &files};
    return Table<Visit::Item>("itinerary", "Something that happens during the visit.")
        .required("date", &Visit::Item::date, DayReader{}, "The day.", "2027-05-17")
        .optional("start", &Visit::Item::start, TimeReader{}, "When it begins. Without it: all day.", "9:00")
        .optional("end", &Visit::Item::end, TimeReader{}, "When it ends, on the same day.", "10:30")
        .optional("duration", &Visit::Item::duration, DurationReader{},
                  "How long it takes, in place of an end; it may go past midnight.", "90 min")
        .optional("zone", &Visit::Item::zone, a(Form::zone),
                  "The time zone of these times. Without it: that of the host city.", "Asia/Tokyo")
        .required("title", &Visit::Item::title, line, "What happens.",
                  "{en: Welcome at City Hall, ja: 市庁舎にて歓迎式}")
        .optional("place", &Visit::Item::place, PlaceReader{&files},
                  "Where: the key or name of one of `places`, or words for each language.", "city-hall")
        .optional("spot", &Visit::Item::spot, line, "Where exactly.", "{en: council chamber, ja: 議場}")
        .optional("address", &Visit::Item::address, TextReader{Markup::lines, &files},
                  "The address, if it is not that of the place.", "|- and the lines below it")
        .optional("transport", &Visit::Item::transport, line, "How one gets there.", "{en: bus at 8:40}")
        .optional("contact", &Visit::Item::contact, yaml::text(), "Whom to ask: a person, by id or name.", "host-one")
        .optional("dress", &Visit::Item::dress, line, "What to wear.", "{en: business dress}")
        .optional("meal", &Visit::Item::meal, line, "What there is to eat, and who pays.", "{en: lunch included}")
        .optional("note", &Visit::Item::note, line, "A note for everybody who sees the item.", "{en: bring a hat}")
        .optional("staff-note", &Visit::Item::staff_note, restricted(line, Level::staff),
                  "A note for those who prepare it. Level: staff.", "{en: order 24 chairs}")
        .optional("status", &Visit::Item::status,
                  yaml::choice<Visit::Status>({{"confirmed", Visit::Status::confirmed},
                                               {"planned", Visit::Status::planned},
                                               {"cancelled", Visit::Status::cancelled}}),
                  "Without it: confirmed.", "planned")
        .optional("group", &Visit::Item::groups, NamesReader{}, "For which groups. Without it: everybody.", "Blue")
        .optional("level", &Visit::Item::level, level(), "Who may see it. Without it: delegation.", "public");
}

Table<Visit::Lodging> visit_lodging_table(const SourceFiles& files) {
    return Table<Visit::Lodging>("lodging", "Where guests stay for one or more nights.")
        .required("from", &Visit::Lodging::from, DayReader{}, "The evening of the first night.", "2027-05-17")
        .optional("nights", &Visit::Lodging::nights, yaml::integer(1, 365), "How many. Without it: one.", "2")
        .required("place", &Visit::Lodging::place, PlaceReader{&files},
                  "Where: the key or name of one of `places`, or words for each language.", "hotel")
        .optional("address", &Visit::Lodging::address, TextReader{Markup::lines, &files},
                  "The address, if it is not that of the place.", "|- and the lines below it")
        .optional("phone", &Visit::Lodging::phone, a(Form::phone), "The telephone, if it is not that of the place.",
                  "+1 000 000 0000")
        .optional("note", &Visit::Lodging::note, TextReader{Markup::line, &files}, "A note.",
                  "{en: breakfast from 6:30}")
        .optional("group", &Visit::Lodging::groups, NamesReader{}, "For which groups. Without it: everybody.", "Blue")
        .optional("level", &Visit::Lodging::level, level(), "Who may see it. Without it: delegation.", "host");
}

Table<Visit::Stop> visit_stop_table(const SourceFiles& files) {
    return Table<Visit::Stop>("stop", "Where and when a flight leaves or lands.")
        .required("airport", &Visit::Stop::airport, AirportReader{}, "The airport's code.", "KIX")
        .optional("city", &Visit::Stop::city, TextReader{Markup::line, &files}, "The city, as readers know it.",
                  "{en: Osaka, ja: 大阪}")
        .required("time", &Visit::Stop::time, DayTimeReader{}, "Day and time on the airport's clock.",
                  "2027-05-17 10:15")
        .required("zone", &Visit::Stop::zone, a(Form::zone), "The airport's time zone.", "Asia/Tokyo");
}

Table<Visit::Leg> visit_leg_table(const VisitFields& fields, const SourceFiles& files) {
    return Table<Visit::Leg>("legs", "One flight from take-off to landing.")
        .optional("number", &Visit::Leg::number, yaml::text(), "The flight's number.", "XX 100")
        .required("from", &Visit::Leg::from, record(fields.stop), "Where and when it leaves.",
                  "{airport: KIX, time: 2027-05-17 10:15, zone: Asia/Tokyo}")
        .required("to", &Visit::Leg::to, record(fields.stop), "Where and when it lands.",
                  "{airport: SFO, time: 2027-05-17 04:40, zone: America/Los_Angeles}")
        .optional("note", &Visit::Leg::note, TextReader{Markup::line, &files}, "A note.", "{en: two meals on board}");
}

Table<Visit::Flight> visit_flight_table(const VisitFields& fields, const SourceFiles& files) {
    return Table<Visit::Flight>("flights", "A journey by air of one leg or more.")
        .optional("title", &Visit::Flight::title, TextReader{Markup::line, &files}, "Its name.",
                  "{en: Outbound, ja: 往路}")
        .required("legs", &Visit::Flight::legs, list(record(fields.leg), 1, 12), "The legs, in order.",
                  "[{from: …, to: …}]")
        .optional("group", &Visit::Flight::groups, NamesReader{}, "For which groups. Without it: everybody.", "Blue")
        .optional("booking", &Visit::Flight::booking, restricted(yaml::text(), Level::staff),
                  "The booking's code. Level: staff.", "ABC123")
        .optional("level", &Visit::Flight::level, level(), "Who may see it. Without it: delegation.", "host");
}

}  // namespace brochure::content
