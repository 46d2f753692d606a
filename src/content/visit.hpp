#pragma once
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.hpp"
#include "content/parts.hpp"
#include "content/rich_text.hpp"

/// A visit of one city's people to another: `content/visits/<slug>.yaml` and the tables (CSV) beside it, as values.
/// `visit_view.hpp` takes away what an audience must not see, `visit_times.hpp` computes what follows from dates and
/// zones. Every text in it has its language: one that was written without is in the first of `languages`.
namespace brochure::content {

/// A day of the calendar, and a day with a time, as a clock on the wall shows them: no zone.
using Date = std::chrono::local_days;
using LocalTime = std::chrono::local_time<std::chrono::minutes>;

/// "2027-05-17" (ISO 8601).
std::string iso(Date date);

/// Who may see a value; each level sees what those before it see. In files: public, delegation, host, staff.
enum class Level { anybody, delegation, host, staff };
std::string_view name_of(Level level);

/// A value and who may see it. Each field has a level of its own, which the author can change where it stands.
template <class T>
struct Restricted {
    T value{};
    Level level = Level::staff;
    SourcePosition where;
};
using RestrictedText = Restricted<Text>;
using RestrictedWord = Restricted<std::string>;

/// The letter of welcome: `Visit::Welcome`. Apart, since the defaults of a nested class are not known inside the outer
/// one, where `std::optional` asks for them.
struct VisitWelcome {
    Text title, text;
    Text signer, office;
    std::optional<Photo> portrait, signature;
    Level level = Level::delegation;
    SourcePosition where;
};

struct Visit {
    enum class Side { guest, host };
    enum class Status { confirmed, planned, cancelled };

    struct Dates {
        Located<Date> from, to;  // both are days of the visit, by the clocks where it takes place
        SourcePosition where;
    };
    using Welcome = VisitWelcome;
    struct Person {
        std::optional<Located<std::string>> id;  // how other records call the person, beside by name
        Text family, given;                      // one version for each script, by language
        Text reading;                            // how the name is said, by the reader's language
        Text title, role;                        // "Dr.", "Mayor of Seika"
        Side side = Side::guest;
        std::vector<Located<std::string>> groups;
        std::optional<Photo> photo;
        std::optional<Located<bool>> minor, consent;
        std::optional<RestrictedWord> phone, email, born;
        std::optional<RestrictedText> diet, health, address, note;
        Level level = Level::delegation;  // of the whole entry
        bool whole = true;                // nothing in it was refused when it was read
        SourcePosition where;
    };
    /// A place that several records call by its key.
    struct Place {
        Text name, address, note;
        std::optional<Located<std::string>> phone;
        std::optional<Located<Coordinates>> coordinates;
        Level level = Level::anybody;  // a private home is not for anybody
        SourcePosition where;
    };
    /// Where something is: a key (or a name) of `places`, or words of its own. After reading `name` holds the words in
    /// both cases.
    struct PlaceName {
        std::optional<Located<std::string>> key;
        Text name;
    };
    struct Item {
        Located<Date> date;
        std::optional<Located<std::chrono::minutes>> start, end, duration;  // start and end: of the day; end up to 24 h
        std::optional<Located<std::string>> zone;                           // without it that of the host city
        Text title;
        std::optional<PlaceName> place;
        Text spot;     // where exactly: "council chamber"
        Text address;  // after reading that of the place, if there is none of its own
        Text transport, dress, meal;
        std::optional<Located<std::string>> contact;  // a person, by id or by name
        Status status = Status::confirmed;
        std::vector<Located<std::string>> groups;  // empty: everybody
        Text note;
        std::optional<RestrictedText> staff_note;
        Level level = Level::delegation;
        bool whole = true;  // nothing in it was refused when it was read
        SourcePosition where;
    };
    struct Lodging {
        Located<Date> from;  // the evening of the first night
        int nights = 1;
        std::optional<PlaceName> place;
        Text address, note;
        std::optional<Located<std::string>> phone;
        std::vector<Located<std::string>> groups;  // empty: everybody
        Level level = Level::delegation;
        bool whole = true;  // nothing in it was refused when it was read
        SourcePosition where;
    };
    /// One end of a flight, by the airport's clock.
    struct Stop {
        Located<std::string> airport;  // IATA, three capital letters
        Text city;
        Located<LocalTime> time;
        Located<std::string> zone;
        SourcePosition where;
    };
    struct Leg {
        std::optional<Located<std::string>> number;  // "UA 34"
        Stop from, to;
        Text note;
        bool whole = true;  // nothing in it was refused when it was read
        SourcePosition where;
    };
    struct Flight {
        Text title;
        std::vector<Leg> legs;
        std::vector<Located<std::string>> groups;  // empty: everybody
        std::optional<RestrictedWord> booking;
        Level level = Level::delegation;
        bool whole = true;  // nothing in it was refused when it was read
        SourcePosition where;
    };
    struct Emergency {
        Text label;
        Located<std::string> phone;
        Text note;
        Level level = Level::delegation;
        SourcePosition where;
    };
    struct Phrase {
        Text text;     // the same words in every language
        Text reading;  // by language of the reader: how the other language's words are said
        SourcePosition where;
    };
    struct Note {
        Text title, text;
        Level level = Level::staff;
        SourcePosition where;
    };
    /// Who stays with whom.
    struct Hosting {
        std::vector<Located<std::string>> guests;  // people, by id or by name
        Located<std::string> host;
        Text pickup;
        std::optional<Located<LocalTime>> time;  // of the pick-up, by the host city's clock
        Text note;
        Level level = Level::host;
        bool whole = true;  // nothing in it was refused when it was read
        SourcePosition where;
    };

    std::string slug;  // the file's name without `.yaml`
    Text title, subtitle, notice;
    Dates dates;
    Located<std::string> host, guest;                               // a slug of a city, or "home"
    std::vector<Located<std::string>> languages;                    // the hosts' first
    std::vector<Located<std::string>> unreviewed;                   // languages whose translation nobody has read yet
    Located<std::string> design{"visit", {}}, paper{"letter", {}};  // paper: letter or a4
    std::vector<Located<std::string>> editions, documents;          // empty: screen and office, all there is data for
    std::optional<Photo> photo;
    std::optional<Located<std::string>> calendar;  // where the calendar file can be had
    std::optional<Welcome> welcome;
    std::vector<Person> people;  // in order of precedence
    std::vector<std::pair<Located<std::string>, Place>> places;
    std::vector<Item> itinerary;
    std::vector<Lodging> lodging;
    std::vector<Flight> flights;
    std::vector<Emergency> emergency;  // the local emergency number first
    std::vector<Phrase> phrases;
    std::vector<Note> gifts, protocol;
    std::vector<Hosting> hosting;
    std::vector<Fact> facts;            // practical: money, tipping, electricity, water
    std::optional<Located<Date>> date;  // on which its documents are called ready
    std::vector<FileId> tables;         // that were read for it
    bool whole = true;
    SourcePosition where;
};

/// The person that a record calls by id, or by name in any of its scripts and either order; null when there is none.
const Visit::Person* find_person(const Visit& visit, std::string_view called);
/// The place of a key, or of a name in any language.
const Visit::Place* find_place(const Visit& visit, std::string_view called);

/// Given and family name in the order of `lang` (family first in ja, zh, ko, vi and hu), the script that it reads.
std::string full_name(const Visit::Person& person, std::string_view lang);
/// The language of the version that this is, where that of `lang` is missing or not whole: of its two parts only one is
/// in that script. Empty: one written without a language.
std::string name_language(const Visit::Person& person, std::string_view lang);
/// The name with the reading above it (base/annotation.hpp), where the person has one in that very language and a name
/// in its script: family and given name each under its own, if both have as many words.
std::string name_with_reading(const Visit::Person& person, std::string_view lang);

}  // namespace brochure::content
