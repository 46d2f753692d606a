#include "content/visit_fields.hpp"

#include <functional>

#include "content/visit_documents.hpp"
#include "content/visit_field_parts.hpp"
#include "content/visit_readers.hpp"
#include "content/visit_rows.hpp"

namespace brochure::content {

namespace {

using yaml::list;
using yaml::record;
using yaml::Table;

Table<Visit::Dates> dates_table() {
    return Table<Visit::Dates>("dates", "The days of the visit, by the clocks where it takes place.")
        .required("from", &Visit::Dates::from, DayReader{}, "The first day.", "2027-05-17")
        .required("to", &Visit::Dates::to, DayReader{}, "The last day.", "2027-05-19");
}

Table<Visit::Welcome> welcome_table(const Fields& shared, const SourceFiles& files) {
    return Table<Visit::Welcome>("welcome", "The letter that welcomes the guests.")
        .optional("title", &Visit::Welcome::title, TextReader{Markup::line, &files},
                  "Its heading; without it the program's word.", "{en: Welcome, ja: ようこそ}")
        .required("text", &Visit::Welcome::text, TextReader{Markup::blocks, &files}, "The letter.",
                  "{en: We are glad that you are here., ja: ようこそ。}")
        .optional("signer", &Visit::Welcome::signer, TextReader{Markup::line, &files}, "Who signs it.", "Jane Doe")
        .optional("office", &Visit::Welcome::office, TextReader{Markup::line, &files}, "The signer's office.",
                  "{en: Mayor of Norman, ja: ノーマン市長}")
        .optional("portrait", &Visit::Welcome::portrait, record(shared.photo), "The signer's picture.",
                  "{file: mayor.jpg, alt: …}")
        .optional("signature", &Visit::Welcome::signature, record(shared.logo), "A picture of the signature.",
                  "{file: signature.svg, alt: Signature of Jane Doe}")
        .optional("level", &Visit::Welcome::level, level(), "Who may see it. Without it: delegation.", "public");
}

Table<Visit::Emergency> emergency_table(const SourceFiles& files) {
    return Table<Visit::Emergency>("emergency", "Whom to call in an emergency; the local emergency number first.")
        .required("label", &Visit::Emergency::label, TextReader{Markup::line, &files}, "Who answers.",
                  "{en: \"Police, fire, ambulance\", ja: 警察・消防・救急}")
        .required("phone", &Visit::Emergency::phone, a(Form::phone), "The number, with the country's code but for 911.",
                  "\"911\"")
        .optional("note", &Visit::Emergency::note, TextReader{Markup::line, &files}, "When, and for what.",
                  "{en: day and night}")
        .optional("level", &Visit::Emergency::level, level(), "Who may see it. Without it: delegation.", "public");
}

Table<Visit::Phrase> phrase_table(const SourceFiles& files) {
    return Table<Visit::Phrase>("phrases", "Words that guests and hosts need, in both languages.")
        .required("text", &Visit::Phrase::text, TextReader{Markup::line, &files}, "The same words in every language.",
                  "{en: Thank you, ja: ありがとう}")
        .optional("reading", &Visit::Phrase::reading, TextReader{Markup::line, &files},
                  "How the other language's words are said, by the language of the reader.",
                  "{en: ah-ree-gah-toh, ja: サンキュー}");
}

Table<Visit::Note> note_table(std::string_view name, std::string_view doc, const SourceFiles& files) {
    return Table<Visit::Note>(name, doc)
        .required("title", &Visit::Note::title, TextReader{Markup::line, &files}, "What it is about.",
                  "{en: Gift for the mayor}")
        .optional("text", &Visit::Note::text, TextReader{Markup::blocks, &files}, "The note.",
                  "{en: Handed over at the reception.}")
        .optional("level", &Visit::Note::level, level(), "Who may see it. Without it: staff.", "host");
}

Table<Visit> visit_table(const VisitFields& fields, const Fields& shared, const SourceFiles& files) {
    return Table<Visit>("visit", "A visit. The file's name without `.yaml` is how other files call it.")
        .required("title", &Visit::title, TextReader{Markup::line, &files}, "The title of the programme.",
                  "{en: Delegation programme, ja: 訪問団プログラム}")
        .optional("subtitle", &Visit::subtitle, TextReader{Markup::line, &files}, "The line below the title.",
                  "{en: Seika and Norman, ja: 精華町とノーマン市}")
        .optional("notice", &Visit::notice, TextReader{Markup::line, &files},
                  "A notice for readers of every document, for example that it is an example.",
                  "{en: A worked example}")
        .required("dates", &Visit::dates, record(fields.dates), "The days of the visit.",
                  "{from: 2027-05-17, to: 2027-05-19}")
        .required("host", &Visit::host, a(Form::slug),
                  "The city that receives: the file name of a city in `content/cities/`, or home.", "home")
        .required("guest", &Visit::guest, a(Form::slug), "The city that comes, in the same way.", "seika")
        .required("languages", &Visit::languages, list(a(Form::language), 1, 6),
                  "The languages of the documents, the hosts' first. A text without a language is in that.", "[en, ja]")
        .optional("unreviewed", &Visit::unreviewed, list(a(Form::language), 0, 6),
                  "Languages whose translation nobody has read yet who speaks them well; `check` reminds of it.",
                  "[ja]")
        .optional("design", &Visit::design, a(Form::slug), "The look of its documents: a file in `content/designs/`.",
                  "visit")
        .optional("date", &Visit::date, DayReader{},
                  "The day on which you call its documents ready: the PDFs and the calendar file bear it.",
                  "2027-04-30")
        .optional("paper", &Visit::paper, yaml::words({"letter", "a4"}),
                  "The paper of its documents. Without it: letter.", "a4")
        .optional("editions", &Visit::editions, list(yaml::words({"screen", "print", "office", "large-print"}), 1),
                  "What its documents are made for. Without it: screen and office.", "[screen, office]")
        .optional("documents", &Visit::documents,
                  list(yaml::WordsReader{{visit_documents.begin(), visit_documents.end()}}, 1),
                  "Which of its documents are made. Without it: all that there is something to say in, but for the "
                  "`briefing`, which tells the hosts' team what is private.",
                  "[programme, participants]")
        .optional("photo", &Visit::photo, record(shared.photo),
                  "The picture of the programme. Without it: that of the guests' city.", "{file: seika.jpg, alt: …}")
        .optional("calendar", &Visit::calendar, a(Form::web),
                  "The web address where you put the calendar file of the public programme; a QR code leads there.",
                  "https://example.org/visit-seika-2027.ics")
        .optional("welcome", &Visit::welcome, record(fields.welcome), "The letter of welcome.",
                  "{text: …, signer: …, office: …}")
        .optional("people", &Visit::people, rows(fields.person, files, 2000),
                  "Who comes and who receives, in order of precedence.", "people.csv")
        .optional("places", &Visit::places, yaml::map_of(record(fields.place)),
                  "Places, each by a key of your own, so that each is written once.",
                  "{city-hall: {name: City Hall, address: …}}")
        .optional("itinerary", &Visit::itinerary, rows(fields.item, files, 5000), "What happens when and where.",
                  "itinerary.csv")
        .optional("lodging", &Visit::lodging, list(record(fields.lodging), 0, 1000), "Where the guests stay, by night.",
                  "[{from: 2027-05-17, nights: 2, place: hotel}]")
        .optional("flights", &Visit::flights, list(record(fields.flight), 0, 200), "Flights, leg by leg.",
                  "[{title: {en: Outbound}, legs: [ … ]}]")
        .optional("emergency", &Visit::emergency, list(record(fields.emergency), 0, 40),
                  "Emergency numbers, the local one first.", "[{label: Police, phone: \"911\"}]")
        .optional("phrases", &Visit::phrases, list(record(fields.phrase), 0, 200), "Useful words.",
                  "[{text: {en: Thank you, ja: ありがとう}}]")
        .optional("gifts", &Visit::gifts, list(record(fields.gift), 0, 200), "Notes on gifts.", "[{title: …, text: …}]")
        .optional("protocol", &Visit::protocol, list(record(fields.protocol), 0, 200), "Notes on protocol.",
                  "[{title: …, text: …}]")
        .optional("hosting", &Visit::hosting, list(record(fields.hosting), 0, 1000), "Who stays with whom.",
                  "[{guests: [guest-one], host: host-one}]")
        .optional("facts", &Visit::facts, list(record(shared.fact), 0, 60),
                  "Practical facts: money, tipping, electricity, water, dress.",
                  "[{label: Tipping, value: …, source: …}]");
}

}  // namespace

VisitFields::VisitFields(const Fields& shared, const SourceFiles& files)
    : dates{dates_table()},
      welcome{welcome_table(shared, files)},
      person{visit_person_table(shared, files)},
      place{visit_place_table(files)},
      item{visit_item_table(files)},
      lodging{visit_lodging_table(files)},
      stop{visit_stop_table(files)},
      leg{visit_leg_table(*this, files)},
      flight{visit_flight_table(*this, files)},
      emergency{emergency_table(files)},
      phrase{phrase_table(files)},
      gift{note_table("gifts", "A note on a gift, for those who prepare the visit.", files)},
      protocol{note_table("protocol", "A note on forms of address, flags, seating.", files)},
      hosting{visit_hosting_table(files)},
      visit{visit_table(*this, shared, files)},
      visit_file{Table<Visit>("", "`content/visits/<visit>.yaml`")
                     .required("visit", std::identity{}, record(visit), "The visit.",
                               "{title: …, dates: …, host: home, guest: seika, languages: [en, ja]}")} {}

}  // namespace brochure::content
