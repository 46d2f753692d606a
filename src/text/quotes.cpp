#include "text/quotes.hpp"

#include <array>

namespace brochure::text {

namespace {

struct Entry {
    std::string_view lang;
    Quotes quotes;
};

constexpr Quotes english = {"“", "”", "‘", "’"}, guillemets = {"«", "»", "“", "”"}, german = {"„", "“", "‚", "‘"},
                 low_high = {"„", "”", "‚", "’"}, swiss = {"«", "»", "‹", "›"}, nordic = {"”", "”", "’", "’"},
                 corners = {"「", "」", "『", "』"};

// CLDR's delimiters (46), but for Italian and Spanish, where the caporali of books stand before the “ ” of the screen.
// A language with its region stands before the language alone.
constexpr std::array<Entry, 49> entries = {{{"ja", corners},
                                            {"zh-Hant", corners},
                                            {"zh-TW", corners},
                                            {"zh-HK", corners},
                                            {"zh-MO", corners},
                                            {"yue", corners},
                                            {"de-CH", swiss},
                                            {"de-LI", swiss},
                                            {"it-CH", swiss},
                                            {"pt-PT", {"«", "»", "“", "”"}},
                                            {"es-MX", english},
                                            {"es-US", english},
                                            {"es-419", english},
                                            {"es-AR", english},
                                            {"es-CO", english},
                                            {"es-CL", english},
                                            {"es-PE", english},
                                            {"fr", guillemets},
                                            {"it", guillemets},
                                            {"es", guillemets},
                                            {"ca", guillemets},
                                            {"gl", guillemets},
                                            {"eu", guillemets},
                                            {"el", guillemets},
                                            {"ar", guillemets},
                                            {"fa", guillemets},
                                            {"hy", guillemets},
                                            {"de", german},
                                            {"cs", german},
                                            {"sk", german},
                                            {"sl", german},
                                            {"is", german},
                                            {"et", german},
                                            {"lt", german},
                                            {"bg", german},
                                            {"pl", {"„", "”", "«", "»"}},
                                            {"ro", {"„", "”", "«", "»"}},
                                            {"hu", {"„", "”", "»", "«"}},
                                            {"hr", low_high},
                                            {"sr", low_high},
                                            {"ru", {"«", "»", "„", "“"}},
                                            {"uk", {"«", "»", "„", "“"}},
                                            {"be", {"«", "»", "„", "“"}},
                                            {"nb", {"«", "»", "‘", "’"}},
                                            {"nn", {"«", "»", "‘", "’"}},
                                            {"no", {"«", "»", "‘", "’"}},
                                            {"da", {"»", "«", "›", "‹"}},
                                            {"sv", nordic},
                                            {"fi", nordic}}};

bool matches(std::string_view lang, std::string_view name) {
    return lang.starts_with(name) &&
           (lang.size() == name.size() || lang[name.size()] == '-' || lang[name.size()] == '_');
}

}  // namespace

Conventions conventions_of(std::string_view lang) {
    Conventions result;
    result.quotes = english;
    for (const Entry& entry : entries)
        if (matches(lang, entry.lang)) {
            result.quotes = entry.quotes;
            break;
        }
    for (const std::string_view name : {"ja", "zh", "ko", "yue"}) result.none |= matches(lang, name);
    result.english = matches(lang, "en");
    // Chicago closes the dash up; British setting has a spaced en dash (New Hart's Rules 4.11).
    result.closed_dash = result.english && !matches(lang, "en-GB");
    result.french = matches(lang, "fr");
    result.french_marks = result.french && !matches(lang, "fr-CA");
    if (result.french) result.inside = "\u202f";
    return result;
}

}  // namespace brochure::text
