#pragma once
#include <array>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "content/content.hpp"
#include "content/translations.hpp"
#include "layout/layout.hpp"
#include "map/geography.hpp"

namespace brochure::layout {

/// A text in the language in which it is set. Borrowed from the content, or from the `Fields` that made it.
struct Words {
    const content::RichText* text = nullptr;
    std::string lang;
};

struct PhotoField {
    const content::Photo* photo = nullptr;
    const image::Photo* probe = nullptr;
    std::string alt, lang;
};

/// A label and its values; narrow places set them on lines of their own, others on one line with `joiner` between.
struct Fact {
    Words label;
    std::vector<Words> values;
    Words joined;
    std::optional<Words> shorter;  // says the same as `joined`, under the same label
    Words line;                    // the label, strong, and what is joined behind it
    // In a place too narrow for the label in one line, or for the values in a line each.
    std::optional<Words> short_label;
    std::vector<Words> short_values;
    Words brief_label, brief;  // what a place for one short line shows where both are too long for it
    bool has_brief() const { return brief.text != joined.text; }
    bool given = false;  // by the author; the others are computed
};
struct FactsField {
    std::vector<Fact> facts;
};
struct FiguresField {
    struct Figure {
        std::optional<Words> before;
        Words number;
        std::optional<Words> after;
    };
    std::vector<Figure> figures;
};
struct ListField {
    std::vector<Words> items;
};
struct TableField {
    std::vector<std::vector<Words>> rows;
};
/// All partners, in the order of regions and of names.
struct DirectoryField {
    struct Entry {
        Words name, country;
        std::optional<Words> details, brief;  // distance, time and contact; the same without the contact
        std::size_t region = 0;               // index
        SourcePosition where;
    };
    std::vector<Words> regions;  // that of places without a known region has no words
    std::vector<Entry> entries;  // number i + 1
    std::string lang;
};
/// Home and partners on a globe or a map.
struct PlacesField {
    struct Place {
        map::Position at;
        std::string name;
        int number = 0;     // printed in its disc; 0: none
        bool shown = true;  // else only the way there is
    };
    Place home;
    std::vector<Place> partners;
    std::optional<map::Position> centre;  // what a globe is turned to; empty: as the arcs are seen best
    bool numbered = false;                // places are numbered, or else, where there are too many, small dots
    std::string lang;
    std::string globe_alt, map_alt;  // what a picture of them tells
    std::string globe_alt_some;      // of a globe that leaves some out: the others' names stand for `cities`
    static constexpr std::string_view cities = "{cities}";
    SourcePosition where;
};
/// A city's surroundings.
struct LocatorField {
    struct Place {
        map::Position at;
        std::string name;
    };
    Place home, partner;
    std::vector<Place> nearby;
    std::string country, country_name;  // the partner's: two letters, and as the author calls it
    std::string way;                    // "To Norman, 4,974 mi / 8,005 km"
    std::string lang, alt;
    SourcePosition where;
};
/// The hours in which people are awake at home and in a partner city.
struct HoursField {
    int offset = 0;  // minutes
    Words label, words, note;
    std::string lang, alt;
    SourcePosition where;
};
/// What clocks show when it is noon at home.
struct ClocksField {
    struct Clock {
        Words name, time, offset;                       // time: "19:00 +7 h"
        std::optional<Words> distance, other_distance;  // the reader's unit first
        int minutes = 0;                                // of the day
        int day = 0;                                    // -1: the day before home's, 1: the day after
        std::string alt;
        SourcePosition where;
    };
    Clock home;
    std::vector<Clock> partners;
    std::string lang;
};
/// The days of a visit, row by row in two languages. What is absent in the second has no words.
struct DaysField {
    struct Cell {
        Words event, place, more;  // more: how to get there, what to wear, a note
    };
    struct Entry {
        Words time, until;
        std::array<Cell, 2> cells;
        SourcePosition where;
    };
    struct Day {
        std::array<Words, 2> name, continued;
        std::vector<Entry> entries;
    };
    std::vector<Day> days;
};
/// People, or whatever else is a name with lines below it.
struct CardsField {
    struct Card {
        std::vector<Words> lines;  // each in the frame's style of that number
        std::vector<std::size_t> styles;
        SourcePosition where;
    };
    std::vector<Card> cards;
    std::array<Words, 2> continued;  // what is said above those that stand on a further page, in both languages
};
/// A table in groups: people of a side, telephone numbers, words in two languages. Every row has as many cells.
struct RowsField {
    using Cell = std::vector<Words>;  // lines, one below the other
    struct Row {
        std::vector<Cell> cells;  // the first names the row
        SourcePosition where;
    };
    struct Group {
        std::array<Words, 2> name, continued;  // in both languages; a group without a name has no words
        std::vector<Row> rows;
    };
    std::vector<Words> head;  // the columns' names; empty: they have none
    std::vector<Group> groups;
};
struct Present {};  // something that only `when:` and `unless:` ask for

using Field =
    std::variant<Words, PhotoField, FactsField, FiguresField, ListField, TableField, DirectoryField, PlacesField,
                 LocatorField, HoursField, ClocksField, DaysField, CardsField, RowsField, Present>;

/// What the frames of one section can show, by source name. A source that is not there is absent from the content.
class Fields {
public:
    const Field* find(std::string_view source) const;
    template <class T>
    const T* find_as(std::string_view source) const {
        const Field* field = find(source);
        return field ? std::get_if<T>(field) : nullptr;
    }
    std::vector<std::string> names() const;
    void set(std::string source, Field value) { values_[std::move(source)] = std::move(value); }
    /// Text made by the program, without markup; '\n' ends a line.
    Words make(std::string text, std::string lang, SourcePosition where);
    Words keep(content::RichText text, std::string lang);
    /// Takes the fields of a part of this subject, `cities.1.name` for what is `name` there.
    void adopt(const std::string& prefix, Fields&& part);
    /// Has what `shared` has, which must outlive it.
    void borrow(const Fields& shared) { values_ = shared.values_; }

private:
    std::map<std::string, Field, std::less<>> values_;
    std::deque<content::RichText> made_;
    std::deque<Fields> adopted_;  // what their words are borrowed from
};

/// Names of sources.
using SourceSet = std::set<std::string, std::less<>>;

/// A section of the publication: its kind ("cover", "city", ...), and the city it is about, if any.
struct Subject {
    std::string kind;
    const content::City* city = nullptr;
    SourcePosition where;                            // where the author asked for it
    bool partners = true;                            // its masters show the partners,
    bool each_city = false;                          // one by one
    const content::Visit::Person* person = nullptr;  // of a badge or certificate
    bool second = false;                             // in the publication's second language
    const SourceSet* shown = nullptr;                // what its masters ask for; null: anything
    /// Whether they ask for `source`, in one language or the other.
    bool asks_for(const std::string& source) const {
        return !shown || shown->contains(source) || shown->contains(source + ".2");
    }
};

/// Everything the binding looks at. Borrowed.
struct Sources {
    const content::Content& content;
    const Job& job;
    const Photos& photos;
    const content::Visit* visit = nullptr;  // as those may see it who get the document
};

/// The fields of one section. `lead` and `body` divide `text` by the design's rule of lengths.
/// `all_first`: a text up to so many characters is all lead; `first_sentences`: else so many characters of whole
/// first sentences are.
Fields bind(const Sources& sources, const Subject& subject, int all_first, int first_sentences);

/// The fields of a page for one person: what it has in common with the others' is borrowed from `shared`, which was
/// bound for the section without a person.
Fields bind_person(const Sources& sources, const Subject& subject, const Fields& shared);

/// The fields of one city.
Fields bind_city(const Sources& sources, const content::City& city, int all_first, int first_sentences);

/// The program's own word for `key` from labels.yaml, with {name} replaced; `key` itself when there is none.
std::string label(const content::Content& content, std::string_view key, const std::string& lang,
                  const std::map<std::string, std::string>& values = {});

/// The language that word is in: `lang`, or, where labels.yaml has it not, the one that it falls back to.
std::string label_language(const content::Content& content, std::string_view key, const std::string& lang);

/// The text for readers of the job's language, and the language in which it stands: its own, where it is not theirs.
/// A name that is in no language in particular is in theirs. No words when there is none.
Words words_in(const content::Text& text, const Sources& sources, content::TextKind kind = content::TextKind::words);

/// A text's plain characters in `lang`, or empty.
std::string plain_in(const content::Text& text, const std::string& lang);

}  // namespace brochure::layout
