#include "text/no_break.hpp"

#include <algorithm>
#include <array>

namespace brochure::text {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
// From two-byte letters on; U+2000 and beyond (0xE2) are marks and signs.
bool is_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_upper(c) || is_lower(c) || (byte >= 0xC3 && byte != 0xE2);
}

// Sorted by strcmp, for a binary search. "in" is no unit here: "founded in 1956 in Norman".
constexpr auto units = std::to_array<std::string_view>(
    {"%",          "A.D.",       "AD",         "B.C.",      "BC",          "BCE",         "CE",         "CHF",
     "EUR",        "F",          "GB",         "GHz",       "GW",          "GWh",         "Grad",       "Hektar",
     "Hz",         "K",          "Kilometer",  "MB",        "MHz",         "MW",          "MWh",        "Meter",
     "Millionen",  "Minuten",    "Prozent",    "TB",        "USD",         "Uhr",         "V",          "W",
     "a.m.",       "acres",      "am",         "billion",   "centimeters", "centimetres", "chilometri", "cm",
     "degrees",    "degrés",     "ettari",     "feet",      "foot",        "ft",          "g",          "gradi",
     "grados",     "h",          "ha",         "habitants", "hectares",    "hectáreas",   "hours",      "inches",
     "kB",         "kHz",        "kW",         "kWh",       "kg",          "kilometer",   "kilometers", "kilometre",
     "kilometres", "kilomètres", "kilómetros", "km",        "km/h",        "km²",         "l",          "lb",
     "m",          "meters",     "metres",     "metri",     "metros",      "mg",          "mi",         "mile",
     "miles",      "milioni",    "million",    "millions",  "millones",    "min",         "minutes",    "mi²",
     "ml",         "mm",         "mph",        "ms",        "m²",          "m³",          "mètres",     "p.m.",
     "percent",    "pm",         "pt",         "px",        "s",           "sq",          "t",          "yards",
     "yd",         "£",          "¥",          "°",         "°C",          "°F",          "‰",          "€"});
static_assert(std::is_sorted(units.begin(), units.end()));

constexpr auto numbered = std::to_array<std::string_view>(
    {"Art.", "Fig.", "Figs.", "No.",  "Nos.", "Nr.", "Vol.", "art.", "cap.", "ch.", "fig.", "no.",
     "nos.", "n°",   "nº",    "núm.", "p.",   "pp.", "pág.", "vol.", "§",    "§§",  "¶",    "№"});
static_assert(std::is_sorted(numbered.begin(), numbered.end()));

constexpr auto titles = std::to_array<std::string_view>(
    {"Capt.", "Col.", "Dott.", "Dr.",  "Dra.", "Fr.",  "Gen.", "Gov.", "Hon.",  "Ing.",
     "Lic.",  "Lt.",  "Mlle",  "Mme",  "Mr.",  "Mrs.", "Ms.",  "Mt.",  "Pres.", "Prof.",
     "Rep.",  "Rev.", "Sen.",  "Sgt.", "Sig.", "Sr.",  "Sra.", "St.",  "Sta.",  "Ste."});
static_assert(std::is_sorted(titles.begin(), titles.end()));

// "between U.S. and international communities" may break after "U.S."
constexpr auto joiners = std::to_array<std::string_view>(
    {"a",    "also", "and",  "are",  "as",   "at",    "but",   "by",  "can",  "for",  "from",
     "had",  "has",  "have", "in",   "is",   "of",    "on",    "or",  "than", "that", "the",
     "then", "to",   "was",  "were", "when", "where", "which", "who", "will", "with"});
static_assert(std::is_sorted(joiners.begin(), joiners.end()));

template <class List>
bool among(const List& list, std::string_view word) {
    return std::binary_search(list.begin(), list.end(), word);
}

constexpr std::string_view no_break = "\u00a0", narrow = "\u202f";

/// Length of a space that ends at `end`, 0 if none. All kinds look alike to these rules, so that they can be applied
/// twice.
std::size_t space_before(std::string_view text, std::size_t end) {
    if (end >= 1 && (is_lower(text[end - 1]) || is_upper(text[end - 1]))) return 0;  // as most characters
    if (end >= 1 && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '\n')) return 1;
    if (end >= 2 && text.substr(end - 2, 2) == no_break) return 2;
    return end >= 3 && text.substr(end - 3, 3) == narrow ? 3 : 0;
}

bool space_at(std::string_view text, std::size_t at) {
    if (is_lower(text[at]) || is_upper(text[at])) return false;
    return text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text.substr(at, 2) == no_break ||
           text.substr(at, 3) == narrow;
}

/// Whether the word has no mark to be looked for: most have none, and there are forty.
bool has_no_mark(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || is_upper(c) || is_lower(c); });
}

/// The word that ends at `end`, from the last mark within it on.
std::string_view word_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && end - begin < 24 && space_before(text, begin) == 0) --begin;
    std::string_view word = text.substr(begin, end - begin);
    if (has_no_mark(word)) return word;
    // Marks count the same before and after they are set: '"' and the quotation marks, hyphens and dashes, dots.
    for (const std::string_view mark : {"(", "[", "\"", "'", "“", "”", "‘", "’", "„", "‚", "«",
                                        "»", "‹", "›",  "″", "′", "-", "—", "–", "−", "…", "..."})
        if (const std::size_t at = word.rfind(mark); at != word.npos) word.remove_prefix(at + mark.size());
    while (word.starts_with('.')) word.remove_prefix(1);
    return word;
}

std::string_view word_after(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && end - begin < 24 && !space_at(text, end)) ++end;
    std::string_view word = text.substr(begin, end - begin);
    if (has_no_mark(word)) return word;
    for (const std::string_view mark :
         {";", ":", "!", "?", "\"", "'", "«", "»", "“", "”", "„", "‘", "’", "‚", "‹", "›", "″", "′"})
        word = word.substr(0, word.find(mark));
    return word;
}

/// Without the punctuation that ends a clause, except full stops inside "p.m."
std::string_view without_tail(std::string_view word) {
    for (bool again = true; again && !word.empty();) {
        again = false;
        for (const std::string_view mark : {",", ";", ":", "!", "?", ")", "]", "\"", "'", "”",  "’",
                                            "“", "‘", "»", "«", "›", "‹", "″", "′",  "…", "..."})
            if (word.ends_with(mark) && word.size() > mark.size()) {
                word.remove_suffix(mark.size());
                again = true;
            }
    }
    return word;
}

bool is_unit(std::string_view word) {
    word = without_tail(word);
    if (among(units, word)) return true;
    if (word.empty() || word.back() != '.') return false;
    return among(units, without_tail(word.substr(0, word.size() - 1)));
}

bool is_number(std::string_view word) {
    return !word.empty() &&
           (is_digit(word.back()) || word.ends_with("½") || word.ends_with("¼") || word.ends_with("¾"));
}

bool is_year(std::string_view word) {
    return word.size() == 4 && (word[0] == '1' || word[0] == '2') && std::all_of(word.begin(), word.end(), is_digit);
}

/// "D." or "J.-P.": single capitals with a full stop.
bool is_initial(std::string_view word) {
    if (word.size() < 2 || word.back() != '.') return false;
    const std::string_view letter = word.substr(0, word.size() - 1);
    const auto second = static_cast<unsigned char>(letter.back());
    if (letter.size() == 2 && letter[0] == '\xC3') return second >= 0x80 && second <= 0x9E;  // É.
    if (!is_upper(letter.back())) return false;
    return letter.size() == 1 || letter[letter.size() - 2] == '.' || letter[letter.size() - 2] == '-';
}

/// "U.S.", "e.g.": at least two single letters, each with a full stop.
bool is_dotted(std::string_view word) {
    if (word.size() < 4 || word.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < word.size(); i += 2)
        if (!(is_upper(word[i]) || is_lower(word[i])) || word[i + 1] != '.') return false;
    return true;
}

bool begins_upper(std::string_view word) {
    return !word.empty() &&
           (is_upper(word[0]) || (word.size() > 1 && word[0] == '\xC3' && static_cast<unsigned char>(word[1]) <= 0x9E));
}

/// "Dwight" before "D. Eisenhower": a capitalised word, an initial, and a capitalised word after it.
bool is_forename(std::string_view text, std::size_t begin, std::size_t end) {
    if (!is_letter(text[begin - 1]) || !(is_upper(text[end]) || text[end] == '\xC3')) return false;
    const std::string_view initial = word_after(text, end);
    if (!is_initial(initial) || !begins_upper(word_before(text, begin))) return false;
    std::size_t next = end + initial.size();
    const std::size_t space = next;
    while (next < text.size() && space_at(text, next)) next += text[next] == '\xC2' ? 2 : text[next] == '\xE2' ? 3 : 1;
    return next > space && next < text.size() && begins_upper(word_after(text, next));
}

}  // namespace

bool binds(std::string_view text, std::size_t begin, std::size_t end) {
    if (begin == 0 || end >= text.size()) return false;
    if (is_forename(text, begin, end)) return true;
    const char last = text[begin - 1];
    const bool may_bind = is_digit(last) || last == '.' || (last & 0x80) != 0 || last == 'e';
    if (!may_bind) return false;
    const std::string_view before = word_before(text, begin);
    if (before.empty()) return false;
    const std::string_view after = word_after(text, end);
    if (after.empty()) return false;
    if (is_number(before)) {
        if (is_unit(after)) return true;
        return is_dotted(without_tail(after)) && !is_year(before);
    }
    if (is_digit(after[0])) return among(numbered, before);
    if (begins_upper(after)) return is_initial(before) || among(titles, before);
    return is_dotted(before) && is_letter(after[0]) && !among(joiners, without_tail(after));
}

bool separates_thousands(std::string_view text, std::size_t begin, std::size_t end) {
    const auto digits_before = [&] {
        std::size_t n = 0;
        while (n < begin && n < 4 && is_digit(text[begin - n - 1])) ++n;
        return n;
    }();
    std::size_t after = 0;
    while (end + after < text.size() && after < 4 && is_digit(text[end + after])) ++after;
    return digits_before >= 1 && digits_before <= 3 && after == 3;
}

}  // namespace brochure::text
