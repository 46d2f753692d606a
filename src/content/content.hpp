#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "content/parts.hpp"
#include "content/printer.hpp"
#include "content/rich_text.hpp"
#include "content/visit.hpp"

/// content: the YAML files of a project -> `Content`, checked, every value remembering where it was written.
/// It knows the organisation, its mission, goals, figures and contacts, the partner cities, the visits and what is to
/// be published. It knows nothing of pages. Each record's fields are declared once, in `fields.cpp`; that declaration
/// decodes, validates and documents the record.
namespace brochure::yaml {
class KnownTrees;
}
namespace brochure::content {

struct Figure {
    Text before, number, after;
    SourcePosition where;
};
struct Place {
    Text city, region;
    Located<std::string> country;  // ISO 3166-1 alpha-2, capitals
    std::optional<Located<Coordinates>> coordinates;
    std::optional<Located<std::string>> zone;  // IANA, for example America/Chicago
    std::optional<Located<std::string>> source;
};

/// A titled text. `label` is the small line above the title, `shorter` (`short:`) what a leaflet prints.
struct Section {
    Text label, title, lead, text, shorter;
    SourcePosition where;
};

struct Goals {
    Text label, title;
    std::vector<Text> items;
    SourcePosition where;
};

struct Contacts {
    Text name, address;  // address: one line for each '\n'
    std::optional<Located<std::string>> phone, email, web;
    SourcePosition where;
};

/// A person whom readers may turn to.
struct Person {
    Located<std::string> name;
    Text role;
    std::optional<Located<std::string>> phone, email;
    SourcePosition where;
};

/// How readers can take part: fields of work, and whom to ask.
struct Involve {
    struct Item {
        Text label, value;  // value: one line for each '\n'
        SourcePosition where;
    };
    Text label, title;
    std::vector<Item> items;
    SourcePosition where;
};

struct Organisation {
    Text name;
    Place home;
    std::optional<Photo> logo;  // only `file` and `alt`
    Text cover_title;           // one line of the cover for each '\n'
    std::optional<Photo> cover;
    std::optional<Section> about, mission;
    std::optional<Goals> goals;
    std::optional<Involve> involve;
    Text cities_title;  // the heading over the list of partners
    std::vector<Figure> figures;
    std::optional<Contacts> contacts;
    std::vector<Person> committee;
    Text meetings;                                 // when and where it meets
    std::vector<Located<std::string>> unreviewed;  // languages whose translation nobody has read yet
    SourcePosition where;
};

/// A city of reference on the map of a partner's surroundings.
struct Nearby {
    Text name;
    Located<Coordinates> coordinates;
    std::optional<Located<std::string>> source;
    SourcePosition where;
};

/// Some words of a city's language.
struct Phrase {
    Located<std::string> original;
    std::optional<Located<std::string>> pronunciation;  // for readers of the publication's language
    Text meaning;
    Located<std::string> lang;  // of `original`, BCP 47
    SourcePosition where;
};

struct City {
    std::string slug;  // the file's name without `.yaml`
    Text name;
    std::optional<Located<std::string>> native;  // the name in its own script
    Text country_name;                           // overrides the country's name from ICU
    Located<std::string> country;
    std::optional<Located<Coordinates>> coordinates;
    std::optional<Located<std::string>> zone, source;
    std::optional<Located<std::string>> language;  // of its people, BCP 47; without it the country's
    std::vector<Located<std::string>> unreviewed;  // languages whose translation nobody has read yet
    std::optional<Located<std::string>> email;     // how to write to the partner
    std::optional<Photo> photo, logo;              // of the logo only `file` and `alt`
    std::optional<Located<std::string>> layout;    // a variant of the design, by name
    Text lead, text, shorter;
    std::vector<Fact> facts;
    std::vector<Nearby> nearby;  // ten at most
    std::vector<Phrase> phrases;
    SourcePosition where;
};

/// In the place of a language's tag: that of the city which a publication is about.
inline constexpr std::string_view partner_language = "partner";

struct Publication {
    Located<std::string> name;  // its key under `publications:`
    Located<std::string> design, format;
    std::string binding;  // "saddle-stitch", "none"; of a visit's small papers "cut", "card", "tent"
    std::string lang = "en-US";
    std::vector<Located<std::string>> editions;    // screen, print, office, large-print
    std::vector<Located<std::string>> sections;    // in order; empty: the design's own for this kind
    std::optional<Located<std::string>> for_each;  // "city"
    std::optional<Located<int>> pages;             // wanted page count, if it is fixed
    std::vector<std::pair<Located<std::string>, Located<std::string>>> layouts;  // of a city, by its slug
    std::optional<Located<double>> max_mb;      // of a screen file, in millions of bytes
    std::optional<Located<double>> screen_ppi;  // photos of a screen file are no finer than this
    Text title;
    std::string visit, document;  // the slug of a visit and what of it this is, "programme"; empty: of the organisation
    std::string group;            // by what name it may be asked for together with others: "visit-seika-2027"
    std::string second_lang;      // of a document in two languages
    std::vector<Located<std::string>>
        languages;  // it is made in each of them; `partner`: the city's own. Empty: `lang`
    std::optional<Located<std::string>> other_lang;  // `second-lang:`, every section stands in both, page by page
    std::string untagged;                            // the language of texts that do not name theirs; empty: `lang`
    std::optional<Located<std::string>> date;        // ISO 8601
    std::optional<PrinterSettings> printer;          // for the print edition; without it the one that suits the format
    std::optional<Located<int>> copies;              // to be printed, for the job ticket
    std::optional<Located<std::string>> paper;       // in words, for the job ticket
    std::string sheet;  // of a visit: the office paper that it wants, "a4"; empty: what the copier has serves
    SourcePosition where;
};

struct Content {
    Organisation organisation;
    std::vector<City> cities;  // in the order of `cities:` in organisation.yaml, else by file name
    std::vector<Publication> publications;
    std::vector<Visit> visits;           // by file name
    std::map<std::string, Text> labels;  // words of the program itself: "mission", "from-home", ...
};

/// Reads every `content/**/*.yaml` below `project` (designs and printers excepted) and the tables (CSV) of the visits,
/// reporting every fault.
/// Files are registered in `files` under paths relative to `project`. The result is meaningful only without errors.
/// `cores`: how many threads may parse. Missing but wanted values are notes with the rule "still-to-fill-in".
/// `known`: files that were read before, if they are remembered.
Content read(const std::filesystem::path& project, SourceFiles& files, int cores, Diagnostics& found,
             yaml::KnownTrees* known = nullptr);

}  // namespace brochure::content
