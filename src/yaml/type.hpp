#pragma once
#include <optional>
#include <string>
#include <vector>

namespace brochure::yaml {

/// `wanted`: may be left out, but `check` then lists it as still to fill in.
enum class Presence { optional, required, wanted };

struct Description;

/// What a value may look like, as a plain value: faults quote `words`, the JSON Schema and the manual read the rest.
struct Type {
    enum class Form { text, integer, number, boolean, choice, list, map, record, either };
    Form form = Form::text;
    std::string words;                  // "a whole number from 1 to 12", as in "'pages' wants …"
    std::optional<double> least, most;  // of a number, or of the count of a list; both included
    std::vector<std::string> choices;   // the words of a choice, in the order declared
    std::string pattern;                // of a text: a regular expression (ECMA 262), may be empty
    std::vector<Type> of;               // the items of a list or map (one), or the alternatives of `either`
    std::string record;                 // a record's name, may be empty
    std::vector<Description> fields;    // of a record, in the order declared
};

/// One field of a record.
struct Description {
    std::string key, doc, example;
    Presence presence = Presence::optional;
    Type type;
};

/// Makes a `Type` for a reader of your own: `either("a text, or one for each language", {text().type(), …})`.
Type either(std::string words, std::vector<Type> alternatives);
/// A text in a certain form: `text_like("a date, as 2026-05-14", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")`.
Type text_like(std::string words, std::string pattern = {});

}  // namespace brochure::yaml
