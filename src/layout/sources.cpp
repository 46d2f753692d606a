#include "layout/sources.hpp"

#include <algorithm>
#include <array>

#include "yaml/reader.hpp"

namespace brochure::layout {
namespace {

constexpr std::array<SourceName, 172> names{{
    {"organisation", "The organisation's name."},
    {"organisation.logo", "The organisation's logo or seal."},
    {"city.logo", "The city's."},
    {"home", "The home city."},
    {"home-line", "The home city with its region."},
    {"contacts", "Address, telephone, e-mail and web, a line each."},
    {"contacts.place", "Who answers, and the address."},
    {"contacts.calls", "Telephone, e-mail and web, a line each."},
    {"contacts.web", "The web address."},
    {"contacts.name", "Who answers."},
    {"contacts.reach", "Address, telephone and e-mail, a line each."},
    {"contacts.direct", "Telephone and e-mail."},
    {"contacts.rows", "The committee, a row each; without one, rows of what else is known."},
    {"contacts.rows.narrow", "The same in two columns: name, telephone and e-mail of a person in one cell."},
    {"contacts.aside", "The same as `contacts.reach`, where those rows are the committee's."},
    {"contacts.short", "The web address, or else e-mail or telephone."},
    {"committee", "The committee: names, roles, how to reach them."},
    {"committee.first", "The first of them."},
    {"meetings", "When and where the committee meets."},
    {"meetings.short", "The same for a place of two lines: more are set one after another."},
    {"title", "The section's title; on a cover, that of the cover."},
    {"label", "The small line above a title."},
    {"continued", "The title with \"(continued)\"."},
    {"partners", "The partners' names, or their number."},
    {"figures", "The key figures."},
    {"goals", "The goals, a list."},
    {"goals.label", "The line above the goals."},
    {"goals.title", "The title above them."},
    {"mission.label", "The line above the mission."},
    {"mission.text", "The mission."},
    {"mission.text.short", "The shorter text that the author gives."},
    {"mission.lead", "Its first sentences."},
    {"mission.body", "The rest of it."},
    {"about.label", "What the organisation is: the line above the title."},
    {"about.title", "What the organisation is: a title."},
    {"about.text", "The text; the mission's, if there is no other."},
    {"about.text.short", "The shorter text that the author gives."},
    {"involve", "Fields of work and whom to ask; rows of a table."},
    {"involve.label", "The line above the fields of work."},
    {"involve.title", "The title above them."},
    {"cities", "The partners: name, country, distance; rows of a table."},
    {"cities.title", "The title above them."},
    {"cities.times", "Name, country, the time there when it is noon at home, distance; rows of a table."},
    {"cities.distances", "Name, distance and hours from home; rows of a table."},
    {"cities.from-home", "From where those are counted."},
    {"cities.1.name", "The first partner's name; in the same way every source of a city, and of the first twelve."},
    {"entries", "The titles of all sections with their page numbers, rows of a table."},
    {"directory", "All partners, by region and name, for a directory."},
    {"directory.near", "Home and the partners on the side of the globe that shows most of them."},
    {"directory.far", "The partners on its other side."},
    {"directory.note", "What the globes show, and which time the hours go by."},
    {"directory.dots", "There where partners are too many to be numbered on a globe."},
    {"directory.pointer", "A line that says where all partners are listed."},
    {"arcs", "The great circles from home to every partner."},
    {"clocks", "The time at home and with every partner."},
    {"clocks.sentence", "What the clocks show, in words."},
    {"clocks.note", "Which time they go by, and what a dark face means."},
    {"clocks.note.times", "The same without the faces."},
    {"arc", "The great circle from home to the city."},
    {"arc.caption", "What it is, in words."},
    {"place", "The city's surroundings, for a locator."},
    {"hours", "The hours awake at home and in the city."},
    {"hours.label", "What those hours are called."},
    {"hours.words", "The hours in words."},
    {"hours.note", "Which time they go by."},
    {"name", "The city's name."},
    {"country", "Its country."},
    {"text", "The section's text."},
    {"text.short", "The shorter text that the author of a city's gives."},
    {"lead", "Its first sentences, or those named as lead."},
    {"body", "The rest of it."},
    {"phrases", "Phrases of its language: meaning, original, pronunciation; rows of a table."},
    {"label.phrases", "A title for them."},
    {"facts", "Distance, local time, position, and the city's own facts."},
    {"photo", "The city's photo."},
    {"photo.caption", "Its caption with the credit."},
    {"photo.caption.2", "In a document in two languages: the caption in the second."},
    {"photo.caption.left", "The same, for a picture on the left."},
    {"photo.caption.right", "The same, for a picture on the right."},
    {"cover.title", "The cover's title."},
    {"cover", "The cover's picture."},
    {"cover.caption", "Its caption with the credit."},
    {"cover.caption.left", "The same, for a picture on the left."},
    {"cover.caption.right", "The same, for a picture on the right."},
    {"label.contact", "The word for contact."},
    {"label.mission", "The word for mission."},
    {"label.about", "The word for about."},
    {"label.goals", "The word for goals."},
    {"label.cities", "The word for sister cities."},
    {"label.contents", "The word for contents."},
    {"label.directory", "The word for a directory."},
    {"label.committee", "The word for committee."},
    {"label.meetings", "The word for meetings."},
    {"label.involve", "The word for getting involved."},
    {"label.contacts", "The word for contacts."},
    {"label.before-call", "A title for the hours awake."},
    {"label.qr", "What a QR code is called."},
    {"label.notes", "A title for a page to write on."},
    {"fill.photo", "Of a fill page: a photo of a partner's that stands nowhere else in the publication."},
    {"fill.photo.caption", "Its caption with the credit."},
    {"fill.early", "Of a fill page: there on the first four pages, before the last section."},
    {"fill.end", "Of a fill page: there behind the last section but the back."},
    {"chosen.cover-globe",
     "Of a fill page: there where the publication has a page of that master; in the same way every master."},
    {"sections.mission", "There where the publication has that section too; in the same way every section."},
    {"visit.title", "A visit's title."},
    {"visit.title.2", "The same in the second language."},
    {"visit.subtitle", "The line below it."},
    {"visit.subtitle.2", "The same in the second language."},
    {"visit.notice", "What readers of every document must know."},
    {"visit.notice.2", "The same in the second language."},
    {"visit.dates", "From the first day to the last."},
    {"visit.dates.2", "The same in the second language."},
    {"visit.foot", "Title and subtitle for the foot of a page."},
    {"visit.foot.2", "The same in the second language."},
    {"welcome.title", "The title of the letter of welcome."},
    {"welcome.title.2", "The same in the second language."},
    {"welcome.text", "The letter."},
    {"welcome.text.2", "The same in the second language."},
    {"welcome.signer", "Who signs it."},
    {"welcome.signer.2", "The same in the second language."},
    {"welcome.office", "That person's office."},
    {"welcome.office.2", "The same in the second language."},
    {"person.name", "The name of the person whom a badge is for."},
    {"person.name.2", "The same in the second language."},
    {"person.called", "The same as hosts address a guest on a table or a certificate: in Japanese with 様."},
    {"person.called.2", "The same in the second language."},
    {"person.role", "That person's role."},
    {"person.role.2", "The same in the second language."},
    {"person.title", "How the person is addressed."},
    {"person.title.2", "The same in the second language."},
    {"person.reading", "How the name is said."},
    {"person.reading.2", "The same in the second language."},
    {"label.visit-people", "The heading above it."},
    {"label.visit-people.2", "The same in the second language."},
    {"label.visit-emergency", "The heading above it."},
    {"label.visit-emergency.2", "The same in the second language."},
    {"label.visit-welcome", "The heading above it."},
    {"label.visit-welcome.2", "The same in the second language."},
    {"label.visit-phrases", "The heading above it."},
    {"label.visit-phrases.2", "The same in the second language."},
    {"label.visit-contacts", "The heading above it."},
    {"label.visit-contacts.2", "The same in the second language."},
    {"label.visit-facts", "The heading above it."},
    {"label.visit-facts.2", "The same in the second language."},
    {"label.visit-certificate", "The heading above it."},
    {"label.visit-certificate.2", "The same in the second language."},
    {"visit.days", "The days of a visit: when, what and where."},
    {"visit.people", "Who comes and who receives, in order of precedence."},
    {"visit.emergency", "Emergency numbers, the local one first."},
    {"welcome.portrait", "The signer's picture."},
    {"welcome.signature", "A picture of the signature."},
    {"visit.participants", "All who take part, by side: names and roles in both languages."},
    {"visit.contacts", "Those whose telephone number the delegation may know."},
    {"visit.numbers", "Emergency numbers and those of the places where the guests sleep."},
    {"visit.local-number", "The first of the emergency numbers."},
    {"visit.local-label", "What that number is for."},
    {"visit.local-label.2", "The same in the second language."},
    {"visit.phrases", "Useful words: the reader's, the other language's, how they are said."},
    {"visit.facts", "Practical facts, both cities, lodging and flights."},
    {"visit.briefing", "What the hosts' team must know and guests need not: families, meals, gifts, protocol."},
    {"visit.calendar", "The web address of the calendar file."},
    {"visit.certificate", "The words of a certificate, below the name."},
    {"visit.certificate.2", "The same in the second language."},
    {"person.photo", "A picture of the person: of somebody under age only with consent."},
    {"person.city", "The city that the person comes from or receives in."},
    {"person.city.2", "The same in the second language."},
    {"label.visit-participants", "The heading above it."},
    {"label.visit-participants.2", "The same in the second language."},
    {"label.visit-briefing", "The heading above it."},
    {"label.visit-staff-only", "That the document is not for guests."},
    {"label.visit-calendar", "What the code for the calendar is for."},
    {"label.visit-calendar.2", "The same in the second language."},
}};

// "photo" of "cities.3.photo"; empty for other sources. Pages show the first twelve partners so.
std::string_view of_one_city(std::string_view source) {
    constexpr std::string_view cities = "cities.";
    if (!source.starts_with(cities)) return {};
    source.remove_prefix(cities.size());
    const auto dot = source.find('.');
    if (dot == std::string_view::npos) return {};
    const auto number = source.substr(0, dot);
    const bool known = (number.size() == 1 && number[0] >= '1' && number[0] <= '9') || number == "10" ||
                       number == "11" || number == "12";
    return known ? source.substr(dot + 1) : std::string_view{};
}

// "mission" of "sections.mission"; empty for other sources.
std::string part_meant(std::string_view source, std::string_view prefix) {
    return std::string{source.starts_with(prefix) ? source.substr(prefix.size()) : std::string_view{}};
}

template <class Test>
bool any_source(const design::Master& master, Test test) {
    return std::any_of(master.frames.begin(), master.frames.end(), [&](const design::Frame& frame) {
        return test(frame.source) || std::any_of(frame.when.begin(), frame.when.end(), test) ||
               std::any_of(frame.unless.begin(), frame.unless.end(), test);
    });
}

template <class Test>
bool any_master(const design::Design& design, const design::SectionRule& rule, Test test) {
    const auto found = [&](const std::string& name) {
        const auto master = design.masters.find(name);
        return master != design.masters.end() && test(master->second);
    };
    return std::any_of(rule.variants.begin(), rule.variants.end(), found) ||
           std::any_of(rule.otherwise.begin(), rule.otherwise.end(), found) || found(rule.continues);
}

class Checking {
public:
    Checking(const design::Design& design, Diagnostics& found) : design_{design}, found_{found} {
        for (const auto& source : names) known_.push_back(source.name);
    }
    void check(const std::string& name, SourcePosition where) {
        const std::string section = part_meant(name, "sections.");
        const bool known =
            section == "cities" || design_.sections.contains(section) || is_master(part_meant(name, "chosen."));
        if (name.empty() || known || is_source(name)) return;
        const auto meant = yaml::nearest(name, known_);
        found_.error(where, "unknown-source", "there is no source '" + name + "': this would never show anything",
                     meant.empty() ? "sources are listed in content/designs/sources.md"
                                   : "did you mean '" + std::string{meant} + "'?");
    }

private:
    // One with a fault is told of there, and is no master of the design; sections name it all the same.
    bool is_master(const std::string& name) const {
        const auto names_it = [&](const auto& section) {
            const auto has = [&](const auto& list) { return std::find(list.begin(), list.end(), name) != list.end(); };
            return has(section.second.variants) || has(section.second.otherwise);
        };
        return design_.masters.contains(name) ||
               std::any_of(design_.sections.begin(), design_.sections.end(), names_it);
    }

    const design::Design& design_;
    Diagnostics& found_;
    std::vector<std::string_view> known_;
};

}  // namespace

std::span<const SourceName> source_names() {
    return names;
}

bool is_source(std::string_view name) {
    if (const auto own = of_one_city(name); !own.empty()) return is_source(own);
    return std::any_of(names.begin(), names.end(), [&](const SourceName& source) { return source.name == name; });
}

bool shows_partners(const design::Design& design, const design::SectionRule& rule) {
    return any_master(design, rule, [](const design::Master& master) {
        return master.range.contains("cities-min") || master.range.contains("cities-max") ||
               any_source(master, [](std::string_view source) {
                   return source == "partners" || source == "cities" || source.starts_with("cities.");
               });
    });
}

bool shows_each_city(const design::Design& design, const design::SectionRule& rule) {
    return any_master(design, rule, [](const design::Master& master) {
        return any_source(master, [](std::string_view source) { return !of_one_city(source).empty(); });
    });
}

bool shows(const design::Design& design, const design::SectionRule& rule, std::string_view source) {
    return any_master(design, rule, [&](const design::Master& master) {
        return std::any_of(master.frames.begin(), master.frames.end(),
                           [&](const design::Frame& frame) { return frame.source == source; });
    });
}

SourceSet sources_asked_for(const design::Design& design, const design::SectionRule& rule) {
    SourceSet shown{rule.label};
    std::set<std::string> seen;
    std::vector<std::string> left{rule.continues};
    left.insert(left.end(), rule.variants.begin(), rule.variants.end());
    left.insert(left.end(), rule.otherwise.begin(), rule.otherwise.end());
    while (!left.empty()) {
        const std::string name = std::move(left.back());
        left.pop_back();
        const auto master = design.masters.find(name);
        if (master == design.masters.end() || !seen.insert(name).second) continue;
        left.push_back(master->second.continues);
        for (const auto* list : {&master->second.when, &master->second.unless})
            shown.insert(list->begin(), list->end());
        for (const auto& frame : master->second.frames) {
            shown.insert(frame.source);
            for (const auto* list : {&frame.when, &frame.unless}) shown.insert(list->begin(), list->end());
            if (const auto beside = frame.options.find("beside"); beside != frame.options.end())
                shown.insert(beside->second);
        }
    }
    return shown;
}

ShownSources sources_shown(const design::Design& design, const design::SectionRule& rule) {
    ShownSources shown;
    any_master(design, rule, [&](const design::Master& master) {
        for (const auto& frame : master.frames) {
            const auto whole = frame.options.find("whole-sentences");
            for (const char* ending : {"", ".short"}) {
                if (*ending && (whole == frame.options.end() || whole->second != "yes")) continue;
                shown.own.push_back(frame.source + ending);
                if (const auto own = of_one_city(shown.own.back()); !own.empty()) shown.of_cities.emplace_back(own);
            }
        }
        return false;
    });
    return shown;
}

void check_sources(const design::Design& design, Diagnostics& found) {
    Checking checking{design, found};
    for (const auto& [name, master] : design.masters) {
        for (const auto* list : {&master.when, &master.unless})
            for (const auto& source : *list) checking.check(source, master.where);
        for (const auto& frame : master.frames) {
            checking.check(frame.source, frame.where);
            for (const auto* list : {&frame.when, &frame.unless})
                for (const auto& source : *list) checking.check(source, frame.where);
            if (const auto beside = frame.options.find("beside"); beside != frame.options.end())
                checking.check(beside->second, frame.where);
        }
    }
    for (const auto& [name, section] : design.sections)
        if (section.label != "none") checking.check(section.label, section.where);
}

}  // namespace brochure::layout
