// The calendar file of a visit, read again by the rules of RFC 5545: lines, folding, escapes, zones, what must be
// there.
#include "content/visit_calendar.hpp"

#include <map>
#include <optional>
#include <set>

#include "project.hpp"

using namespace brochure;
using namespace brochure::content;

namespace {

using Event = std::map<std::string, std::string>;  // by the property's name; times have their zone before them
// What a zone's clocks show from a time on: written as in the file, local by what was shown before.
struct Rule {
    std::string kind, from, before, after;
};
using Zones = std::map<std::string, std::vector<Rule>>;

// Unfolded lines; empty where one does not end on CRLF, or is longer than 75 octets, or begins a fold inside a
// character.
std::optional<std::vector<std::string>> lines_of(const std::string& file) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < file.size();) {
        const auto end = file.find("\r\n", at);
        if (end == std::string::npos || end - at > 75) return std::nullopt;
        const std::string line = file.substr(at, end - at);
        if (line.empty() || line.find('\n') != std::string::npos || line.find('\r') != std::string::npos)
            return std::nullopt;
        if (line[0] == ' ') {
            if (lines.empty() || line.size() < 2 || (static_cast<unsigned char>(line[1]) & 0xC0U) == 0x80U)
                return std::nullopt;
            lines.back() += line.substr(1);
        } else {
            lines.push_back(line);
        }
        at = end + 2;
    }
    return lines;
}

std::string unescaped(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            out += text[i];
            continue;
        }
        REQUIRE(i + 1 < text.size());
        const char next = text[++i];
        REQUIRE(std::string{"\\,;nN"}.find(next) != std::string::npos);
        out += next == 'n' || next == 'N' ? '\n' : next;
    }
    return out;
}

std::vector<Event> events_of(const std::string& file) {
    const auto lines = lines_of(file);
    REQUIRE(lines);
    REQUIRE(lines->front() == "BEGIN:VCALENDAR");
    REQUIRE(lines->back() == "END:VCALENDAR");
    std::vector<Event> events;
    bool inside = false;
    for (const auto& line : *lines) {
        const auto colon = line.find(':');
        REQUIRE(colon != std::string::npos);
        const std::string name = line.substr(0, std::min(colon, line.find(';')));
        const auto zone = line.find(";TZID=");
        const std::string value =
            (zone < colon ? line.substr(zone + 6, colon - zone - 6) + " " : "") + line.substr(colon + 1);
        if (line == "BEGIN:VEVENT") {
            REQUIRE_FALSE(inside);
            inside = true;
            events.emplace_back();
        } else if (line == "END:VEVENT") {
            REQUIRE(inside);
            inside = false;
        } else if (inside) {
            CHECK(events.back().emplace(name, unescaped(value)).second);  // each once
        }
    }
    CHECK_FALSE(inside);
    for (const auto& event : events)
        for (const char* needed : {"UID", "DTSTAMP", "DTSTART", "SUMMARY"}) CHECK(event.contains(needed));
    return events;
}

// Each rule has exactly what RFC 5545 asks for.
Zones zones_of(const std::string& file) {
    const auto lines = lines_of(file);
    REQUIRE(lines);
    Zones zones;
    std::string zone;
    for (std::size_t i = 0; i < lines->size(); ++i) {
        const std::string& line = (*lines)[i];
        if (line == "BEGIN:VTIMEZONE") {
            REQUIRE((*lines)[i + 1].rfind("TZID:", 0) == 0);
            zone = (*lines)[i + 1].substr(5);
            REQUIRE(zones.emplace(zone, std::vector<Rule>{}).second);
        }
        if (line != "BEGIN:STANDARD" && line != "BEGIN:DAYLIGHT") continue;
        const auto value = [&](std::size_t after, const std::string& name) {
            REQUIRE((*lines)[i + after].rfind(name + ":", 0) == 0);
            return (*lines)[i + after].substr(name.size() + 1);
        };
        zones.at(zone).push_back(
            {line.substr(6), value(1, "DTSTART"), value(2, "TZOFFSETFROM"), value(3, "TZOFFSETTO")});
        CHECK((*lines)[i + 4] == "END:" + line.substr(6));
    }
    return zones;
}

// "America/Chicago 20270517T113000", as a calendar program reads it -> "20270517T163000 -0500" by that zone's rules.
std::string with_offset(const std::string& time, const Zones& zones) {
    const auto space = time.find(' ');
    REQUIRE(space != std::string::npos);
    const std::string local = time.substr(space + 1);
    std::string offset;
    for (const auto& rule : zones.at(time.substr(0, space)))
        if (rule.from <= local) offset = rule.after;
    return local + " " + offset;
}

std::string calendar(const std::string& itinerary, const std::string& more = "") {
    SourceFiles files;
    Diagnostics found;
    Project project;
    project
        .file(
            "content/organisation.yaml",
            "organisation: {name: O, home: {city: Norman, region: R, country: US, coordinates: [35.22, -97.44], zone: "
            "America/Chicago, source: s}}\n")
        .file("content/cities/seika.yaml",
              "city: {name: Seika, country: JP, coordinates: [34.76, 135.79], zone: Asia/Tokyo, source: s, text: T.}\n")
        .file("content/visits/v.yaml",
              "visit:\n  title: {en: Programme, ja: 予定}\n  dates: {from: 2027-05-17, to: 2027-05-19}\n  host: home\n"
              "  guest: seika\n  languages: [en, ja]\n" +
                  more + "  itinerary:\n" + itinerary);
    const auto content = read(project.folder(), files, 1, found);
    INFO(told(found, files));
    REQUIRE(content.visits.size() == 1);
    return calendar_of(content, content.visits.front());
}

}  // namespace

// Norman is at UTC-5 in May (daylight time), Tokyo at UTC+9; the days of the changes are those of 2027 in the United
// States, the second Sunday of March and the first of November, at 2:00 on the clock that is changed.
TEST_CASE("public items are events by the clocks of the host or of their own zone, and each zone is described once") {
    const std::string file = calendar(
        "    - {date: 2027-05-17, start: 11:30, end: 12:15, title: {en: Welcome, ja: 歓迎}, level: public}\n"
        "    - {date: 2027-05-18, start: 23:00, duration: 90 min, title: {en: Dinner}, level: public, status: "
        "planned}\n"
        "    - {date: 2027-05-19, start: 7:00, zone: Asia/Tokyo, title: {en: Landing}, level: public}\n"
        "    - {date: 2027-05-19, title: {en: Free day}, level: public}\n");
    const auto events = events_of(file);
    const auto zones = zones_of(file);
    REQUIRE(events.size() == 4);
    CHECK(with_offset(events[0].at("DTSTART"), zones) == "20270517T113000 -0500");
    CHECK(events[0].at("DURATION") == "PT45M");
    CHECK(events[0].at("DESCRIPTION") == "歓迎");
    CHECK(events[0].at("STATUS") == "CONFIRMED");
    CHECK(with_offset(events[1].at("DTSTART"), zones) == "20270518T230000 -0500");
    CHECK(events[1].at("DURATION") == "PT90M");
    CHECK(events[1].at("STATUS") == "TENTATIVE");
    CHECK(with_offset(events[2].at("DTSTART"), zones) == "20270519T070000 +0900");
    CHECK(events[2].at("DURATION") == "PT60M");  // nobody said when it ends
    CHECK(events[3].at("DTSTART") == "20270519");
    for (const auto& event : events) CHECK(event.at("DTSTAMP") == "20000101T000000Z");

    REQUIRE(zones.size() == 2);
    const auto& chicago = zones.at("America/Chicago");
    REQUIRE(chicago.size() == 3);
    const auto is = [](const Rule& rule, const Rule& wanted) {
        return rule.kind == wanted.kind && rule.from == wanted.from && rule.before == wanted.before &&
               rule.after == wanted.after;
    };
    CHECK(is(chicago[0], {"STANDARD", "20270101T000000", "-0600", "-0600"}));
    CHECK(is(chicago[1], {"DAYLIGHT", "20270314T020000", "-0600", "-0500"}));
    CHECK(is(chicago[2], {"STANDARD", "20271107T020000", "-0500", "-0600"}));
    REQUIRE(zones.at("Asia/Tokyo").size() == 1);
    CHECK(is(zones.at("Asia/Tokyo")[0], {"STANDARD", "20270101T000000", "+0900", "+0900"}));
}

TEST_CASE("the stamp is the day on which the visit is called ready; what has no end lasts until the next begins") {
    const auto events =
        events_of(calendar("    - {date: 2027-05-17, start: 9:00, title: {en: Arrival}, level: public}\n"
                           "    - {date: 2027-05-17, start: 9:40, title: {en: Tea}, group: [Blue], level: public}\n"
                           "    - {date: 2027-05-17, start: 10:00, title: {en: Walk}, group: [Red], level: public}\n",
                           "  date: 2027-04-30\n"));
    REQUIRE(events.size() == 3);
    for (const auto& event : events) CHECK(event.at("DTSTAMP") == "20270430T000000Z");
    CHECK(events[0].at("DURATION") == "PT40M");
    CHECK(events[1].at("DURATION") == "PT60M");  // the next is for others
}

TEST_CASE("what lasts over the change of the clocks in autumn lasts as long as it does") {
    const auto events = events_of(
        calendar("    - {date: 2027-10-31, start: 2:15, duration: 45 min, zone: Europe/Paris, title: {en: Call}, "
                 "level: public}\n"
                 "    - {date: 2027-11-06, start: 22:00, duration: 4 h, title: {en: Night}, level: public}\n"));
    REQUIRE(events.size() == 2);
    CHECK(events[0].at("DTSTART") == "Europe/Paris 20271031T021500");
    CHECK(events[0].at("DURATION") == "PT45M");
    CHECK(events[1].at("DURATION") == "PT240M");
    for (const auto& event : events) CHECK_FALSE(event.contains("DTEND"));
}

TEST_CASE("south of the equator the year begins in daylight time") {
    const auto zones = zones_of(calendar(
        "    - {date: 2027-05-17, start: 11:30, zone: Australia/Adelaide, title: {en: Call}, level: public}\n"));
    const auto& rules = zones.at("Australia/Adelaide");
    REQUIRE(rules.size() == 3);
    CHECK(rules[0].kind == "DAYLIGHT");
    CHECK(rules[0].after == "+1030");
    CHECK(rules[1].kind == "STANDARD");
    CHECK(rules[1].from == "20270404T030000");
    CHECK(rules[1].after == "+0930");
    CHECK(rules[2].from == "20271003T020000");
}

TEST_CASE("what is not public is in no calendar, and nothing public makes none") {
    const std::string both = calendar(
        "    - {date: 2027-05-17, start: 9:00, title: {en: Secret}}\n"
        "    - {date: 2027-05-17, start: 10:00, title: {en: Open}, level: public, contact: jane}\n",
        "  people: [{id: jane, family: Hidden}]\n");
    CHECK(events_of(both).size() == 1);
    CHECK(both.find("Secret") == std::string::npos);
    CHECK(both.find("Hidden") == std::string::npos);
    CHECK(calendar("    - {date: 2027-05-17, start: 9:00, title: {en: Secret}}\n").empty());
}

TEST_CASE("long lines are folded between characters, and commas, semicolons and ends of lines are escaped") {
    std::string title;
    for (int i = 0; i < 40; ++i) title += "歓迎式a";
    const auto events = events_of(calendar("    - {date: 2027-05-17, start: 9:00, title: {en: \"" + title +
                                           "\"}, spot: {en: \"a, b; c\\\\d\"}, level: public}\n"));
    REQUIRE(events.size() == 1);
    CHECK(events[0].at("SUMMARY") == title);
    CHECK(events[0].at("LOCATION") == "a, b; c\\d");
}

TEST_CASE("an event keeps its identity when it begins at another time, and two of one title have two") {
    const auto at = [](const std::string& time) {
        return events_of(calendar("    - {date: 2027-05-17, start: " + time +
                                  ", title: {en: Walk}, level: public}\n"
                                  "    - {date: 2027-05-17, start: 20:00, title: {en: Walk}, level: public}\n"));
    };
    const auto before = at("9:00"), after = at("9:30");
    REQUIRE(before.size() == 2);
    CHECK(before[0].at("UID") == after[0].at("UID"));
    CHECK(before[0].at("UID") != before[1].at("UID"));
}
