#pragma once
#include <string_view>

namespace brochure::text {

/// The quotation marks of a language, UTF-8, and what it does with spaces and dashes.
struct Quotes {
    std::string_view open, close;  // outer
    std::string_view inner_open, inner_close;
};

struct Conventions {
    Quotes quotes;
    std::string_view inside;    // the space inside outer guillemets, or empty
    bool french = false;        // no-break spaces before ; ! ? :
    bool french_marks = false;  // before ; ! ? too (not in Canada)
    bool closed_dash = false;   // em dash without spaces instead of a spaced en dash
    bool english = false;
    bool none = false;  // nothing but spaces and quotation marks is touched
};

/// `lang`: BCP 47. Languages that are not known get English marks.
Conventions conventions_of(std::string_view lang);

}  // namespace brochure::text
