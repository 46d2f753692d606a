#include "content/visit_field_parts.hpp"
#include "content/visit_readers.hpp"

namespace brochure::content {

using yaml::record;
using yaml::Table;

Table<Visit::Person> visit_person_table(const Fields& shared, const SourceFiles& files) {
    const TextReader line{Markup::line, &files};
    return Table<Visit::Person>("people", "Somebody who comes or receives.")
        .optional("id", &Visit::Person::id, a(Form::slug),
                  "How other records call the person. Without it: by the name as it stands here.", "guest-one")
        .required("family", &Visit::Person::family, line, "The family name, in each script it is written in.",
                  "{en: Yamada, ja: 山田}")
        .optional("given", &Visit::Person::given, line, "The given name, in the same way.", "{en: Hanako, ja: 花子}")
        .optional("reading", &Visit::Person::reading, line,
                  "How the whole name is said, by the language of the reader; in ja family and given name in kana with "
                  "a space between.",
                  "{ja: やまだ はなこ}")
        .optional("title", &Visit::Person::title, line, "A title before the name.", "Dr.")
        .optional("role", &Visit::Person::role, line, "What the person is or does.",
                  "{en: Head of delegation, ja: 団長}")
        .optional("side", &Visit::Person::side,
                  yaml::choice<Visit::Side>({{"guest", Visit::Side::guest}, {"host", Visit::Side::host}}),
                  "guest or host. Without it: guest.", "host")
        .optional("group", &Visit::Person::groups, NamesReader{}, "The groups the person belongs to.", "Blue")
        .optional("photo", &Visit::Person::photo, record(shared.photo), "The person's picture.",
                  "{file: guest-one.jpg, alt: …}")
        .optional("minor", &Visit::Person::minor, YesReader{}, "Whether the person is under age. Without it: no.",
                  "yes")
        .optional("consent", &Visit::Person::consent, YesReader{},
                  "For somebody under age: whether those who may have agreed that picture and name are shown.", "yes")
        .optional("phone", &Visit::Person::phone, restricted(a(Form::phone), Level::host),
                  "The personal telephone. Level: host.", "{value: +1 000 000 0000, level: delegation}")
        .optional("email", &Visit::Person::email, restricted(a(Form::email), Level::host),
                  "The personal e-mail address. Level: host.", "guest@example.org")
        .optional("address", &Visit::Person::address, restricted(TextReader{Markup::lines, &files}, Level::host),
                  "Where the person lives. Level: host.", "|- and the lines below it")
        .optional("diet", &Visit::Person::diet, restricted(line, Level::host),
                  "What the person does not eat. Level: host.", "{en: no shellfish}")
        .optional("health", &Visit::Person::health, restricted(line, Level::staff),
                  "What helpers must know. Level: staff.", "{en: asthma}")
        .optional("born", &Visit::Person::born, restricted(a(Form::date), Level::staff),
                  "The day of birth. Level: staff.", "2010-04-01")
        .optional("note", &Visit::Person::note, restricted(line, Level::staff), "A note. Level: staff.",
                  "{en: arrives a day later}")
        .optional("level", &Visit::Person::level, level(),
                  "Who may see the person named at all. Without it: delegation.", "public");
}

Table<Visit::Hosting> visit_hosting_table(const SourceFiles& files) {
    const TextReader line{Markup::line, &files};
    return Table<Visit::Hosting>("hosting", "Which guests stay with which host.")
        .required("guests", &Visit::Hosting::guests, NamesReader{}, "The guests, by id or name.", "[guest-one]")
        .required("host", &Visit::Hosting::host, yaml::text(), "The host, by id or name.", "host-one")
        .optional("pickup", &Visit::Hosting::pickup, line, "Where the guests are picked up.", "{en: Hotel lobby}")
        .optional("time", &Visit::Hosting::time, DayTimeReader{}, "When, by the clock of the host city.",
                  "2027-05-17 18:30")
        .optional("note", &Visit::Hosting::note, line, "A note.", "{en: There is a cat.}")
        .optional("level", &Visit::Hosting::level, level(), "Who may see it. Without it: host.", "delegation");
}

}  // namespace brochure::content
