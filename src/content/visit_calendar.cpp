#include "content/visit_calendar.hpp"

#include <cstdint>
#include <cstdio>
#include <map>
#include <set>

#include "content/calendar_zone.hpp"
#include "content/visit_times.hpp"
#include "content/visit_view.hpp"

namespace brochure::content {

namespace {

constexpr std::size_t longest_line = 75;  // octets, without its end (RFC 5545, 3.1)

// TEXT values: backslash, comma, semicolon and the ends of lines (3.3.11).
std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == ',' || c == ';') out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) >= ' ' || c == '\t')
            out += c;
    }
    return out;
}

// A line is folded between characters, never inside one; what goes on begins with a space.
void add_line(std::string& file, const std::string& line) {
    std::size_t room = longest_line;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t next = at + 1;
        while (next < line.size() && (static_cast<unsigned char>(line[next]) & 0xC0U) == 0x80U) ++next;
        if (next - at > room) {
            file += "\r\n ";
            room = longest_line - 1;
        }
        file.append(line, at, next - at);
        room -= next - at;
        at = next;
    }
    file += "\r\n";
}

std::string basic(Date date) {
    std::string text = iso(date);
    std::erase(text, '-');
    return text;
}

// FNV-1a, 64 bits.
std::string digest(const std::string& text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
    return digits;
}

std::string words_in(const Text& text, const std::string& lang) {
    const auto* version = text.find(lang);
    return version ? plain(version->value) : std::string{};
}

class CalendarWriter {
public:
    CalendarWriter(const Content& content, const Visit& visit, const std::optional<std::string>& day)
        : visit_{visit},
          stamp_{visit.date ? iso(visit.date->value) : day.value_or("2000-01-01")},
          lang_{visit.languages.empty() ? "en" : visit.languages.front().value} {
        std::erase(stamp_, '-');
        if (const auto host = city_of(content, visit.host.value)) zone_ = host->zone;
    }

    std::string file() {
        for (const auto& line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//brochure//visit//EN",
                                 "CALSCALE:GREGORIAN", "METHOD:PUBLISH"})
            add(line);
        add("X-WR-CALNAME:" + escaped(words_in(visit_.title, lang_)));
        zones();
        for (const auto& item : visit_.itinerary) event(item);
        add("END:VCALENDAR");
        return file_;
    }

private:
    void add(const std::string& line) { add_line(file_, line); }
    void add(const std::string& name, const std::string& value) {
        if (!value.empty()) add(name + escaped(value));
    }

    // Of the title and the day, so that an event that begins at another time stays the same one.
    std::string uid(const Visit::Item& item) {
        const std::string own = digest(iso(item.date.value) + '\n' + words_in(item.title, lang_));
        const int before = uids_[own]++;
        return visit_.slug + "-" + own + (before > 0 ? "-" + std::to_string(before + 1) : "") + "@brochure.invalid";
    }

    std::string where(const Visit::Item& item) const {
        std::string all;
        for (const auto& part : {item.place ? words_in(item.place->name, lang_) : std::string{},
                                 words_in(item.spot, lang_), words_in(item.address, lang_)})
            if (!part.empty()) all += (all.empty() ? "" : ", ") + part;
        return all;
    }

    std::string in_other_languages(const Visit::Item& item) const {
        std::string all = words_in(item.note, lang_);
        for (const auto& version : item.title.versions)
            if (version.lang != lang_ && plain(version.value) != words_in(item.title, lang_))
                all += (all.empty() ? "" : "\n") + plain(version.value);
        return all;
    }

    // Without a start or a known zone it is an event of the whole day.
    void time(const Visit::Item& item) {
        const auto interval = interval_of(item, zone_);
        if (!interval) {
            add("DTSTART;VALUE=DATE:" + basic(item.date.value));
            return;
        }
        local_time("DTSTART", item, interval->from);
        // Not the clock at its end: when clocks are put back they show the same time twice, or an earlier one.
        const auto lasts = interval->to > interval->from ? interval->to - interval->from : until_next(item, *interval);
        if (lasts.count() > 0) add("DURATION:PT" + std::to_string(lasts.count()) + "M");
    }
    // Without a duration calendars draw a line at the start. What nobody gave an end lasts an hour, or up to the next
    // that the same people go to.
    std::chrono::minutes until_next(const Visit::Item& item, const Interval& own) const {
        std::chrono::minutes longest{60};
        for (const auto& other : visit_.itinerary) {
            const auto when = interval_of(other, zone_);
            if (when && when->from > own.from && share_a_group(item, other))
                longest = std::min(longest, std::chrono::minutes{when->from - own.from});
        }
        return longest;
    }
    // By the clocks of the item's zone: a calendar shows it there at this hour, elsewhere at what it is there.
    void local_time(const std::string& name, const Visit::Item& item, map::Moment moment) {
        const std::string zone = *zone_of(item, zone_);
        if (const auto shown = map::local_time(zone, moment)) add(name + ";TZID=" + zone + ":" + basic_time(*shown));
    }

    // Each zone that an item has its times from, described once.
    void zones() {
        std::set<std::string> told;
        for (const auto& item : visit_.itinerary)
            if (const auto zone = zone_of(item, zone_); zone && item.start && told.insert(*zone).second)
                for (const auto& line : calendar_zone(*zone, visit_.dates.from.value, visit_.dates.to.value)) add(line);
    }

    void event(const Visit::Item& item) {
        add("BEGIN:VEVENT");
        add("UID:" + uid(item));
        add("DTSTAMP:" + stamp_ + "T000000Z");
        time(item);
        add("SUMMARY;LANGUAGE=" + lang_ + ":", words_in(item.title, lang_));
        add("LOCATION;LANGUAGE=" + lang_ + ":", where(item));
        add("DESCRIPTION:", in_other_languages(item));
        add(item.status == Visit::Status::confirmed   ? "STATUS:CONFIRMED"
            : item.status == Visit::Status::cancelled ? "STATUS:CANCELLED"
                                                      : "STATUS:TENTATIVE");
        add("END:VEVENT");
    }

    const Visit& visit_;
    std::string stamp_, lang_, file_;
    std::optional<std::string> zone_;
    std::map<std::string, int> uids_;
};

}  // namespace

std::string calendar_of(const Content& content, const Visit& visit, const std::optional<std::string>& day) {
    const Visit open = visit_for(visit, Level::anybody);
    return open.itinerary.empty() ? std::string{} : CalendarWriter{content, open, day}.file();
}

}  // namespace brochure::content
