// Dates, numbers and measures as each language writes them, beside what CLDR publishes (data/locales.tsv).
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "layout/facts.hpp"
#include "layout/local_dates.hpp"
#include "layout/local_units.hpp"

using namespace brochure::layout;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::local_days on(int year, unsigned month, unsigned day) {
    return std::chrono::local_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

const std::string no_break = "\u00A0", narrow = "\u202F";

/// Spaces of any width as spaces.
std::string spaced(std::string text) {
    for (const std::string space : {"\u00A0", "\u2009", "\u202F"})
        for (auto at = text.find(space); at != std::string::npos; at = text.find(space))
            text.replace(at, space.size(), " ");
    return text;
}

bool is_one_of(const std::string& text, const std::string& published) {
    const std::string padded = " or " + published + " or ";
    return padded.find(" or " + spaced(text) + " or ") != std::string::npos;
}

std::vector<std::vector<std::string>> fixtures() {
    std::ifstream file{std::string{TEST_DATA} + "/data/locales.tsv"};
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream cells{line};
        rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, '\t');) rows.back().push_back(cell);
    }
    return rows;
}

}  // namespace

TEST_CASE("dates, numbers and measures of twelve languages are as CLDR publishes them, corrected") {
    const auto rows = fixtures();
    CHECK(rows.size() == 12);
    for (const auto& row : rows) {
        REQUIRE(row.size() == 12);
        const std::string& lang = row[0];
        const std::vector<std::string> own{
            day_name(on(2027, 5, 17), lang),
            span_of_days(on(2027, 5, 17), on(2027, 5, 19), lang),
            span_of_days(on(2027, 5, 30), on(2027, 6, 1), lang),
            span_of_days(on(2027, 12, 30), on(2028, 1, 2), lang),
            whole_number(1234567, lang),
            hundredths(45.78, lang),
            in_kilometres(8024000, lang),
            in_miles(4986 * 1609.344, lang),
            in_hours(7, lang),
            time_in_text(13h + 7min, lang),
            day_heading(on(2027, 6, 1), lang),
        };
        for (std::size_t i = 0; i < own.size(); ++i) {
            INFO(lang << ": " << own[i] << ", published: " << row[i + 1]);
            CHECK(is_one_of(own[i], row[i + 1]));
        }
    }
}

TEST_CASE("no line ends between a number and its unit, a day and its month, or before the dash of a range") {
    for (const auto& row : fixtures()) {
        const std::string& lang = row[0];
        INFO(lang);
        for (const std::string& text : {in_kilometres(8024000, lang), in_miles(8024000, lang), in_hours(7, lang)}) {
            CHECK(text.find(' ') == std::string::npos);
            CHECK(text.find("\u2009") == std::string::npos);
        }
        const std::string range = span_of_days(on(2027, 5, 30), on(2027, 6, 1), lang);
        CHECK(range.find(" \u2013") == std::string::npos);
        CHECK(span_of_days(on(2027, 5, 17), on(2027, 5, 19), lang).find("\u2009") == std::string::npos);
    }
    CHECK(day_name(on(2027, 5, 17), "en-US") == "Monday, May" + no_break + "17");
    CHECK(day_name(on(2027, 5, 17), "fr") == "lundi 17" + no_break + "mai");
    CHECK(day_name(on(2027, 5, 17), "de") == "Montag, 17." + no_break + "Mai");
    CHECK(span_of_days(on(2027, 5, 17), on(2027, 5, 19), "es") == "17\u201319" + no_break + "de mayo de 2027");
    CHECK(day_name(on(2027, 6, 1), "fr-FR") == "mardi 1er" + no_break + "juin");
    CHECK(whole_number(12500, "fr") == "12" + narrow + "500");
}

TEST_CASE("only the first of a French month is an ordinal") {
    CHECK(spaced(day_name(on(2027, 6, 11), "fr")) == "vendredi 11 juin");
    CHECK(spaced(day_name(on(2027, 6, 21), "fr")) == "lundi 21 juin");
    CHECK(spaced(span_of_days(on(2027, 6, 1), on(2027, 6, 8), "fr")) == "1er\u20138 juin 2027");
    CHECK(spaced(span_of_days(on(2027, 6, 1), on(2027, 6, 1), "fr")) == "1er juin 2027");
    CHECK(spaced(span_of_days(on(2027, 10, 10), on(2027, 10, 12), "it")) == "10\u201312 ottobre 2027");
}

TEST_CASE("a single day is no range") {
    CHECK(spaced(span_of_days(on(2027, 5, 17), on(2027, 5, 17), "en-US")) == "May 17, 2027");
    CHECK(span_of_days(on(2027, 5, 17), on(2027, 5, 17), "ja") == "2027年5月17日");
}

TEST_CASE("a time in a table is on 24 hours everywhere, within a sentence as its readers say it") {
    CHECK(time_of_day(14h + 5min) == "14:05");
    CHECK(time_in_text(14h + 5min, "fr") == "14" + no_break + "h" + no_break + "05");
    CHECK(time_in_text(8h, "fr-CA") == "8" + no_break + "h");
    CHECK(time_in_text(19h + 7min, "en-US") == "7:07" + no_break + "p.m.");
    CHECK(time_in_text(19h + 7min, "en") == time_in_text(19h + 7min, "en-US"));
    CHECK(time_in_text(5min, "en-US") == "12:05" + no_break + "a.m.");
    CHECK(time_in_text(19h + 7min, "en-GB") == "19:07");
    CHECK(time_in_text(13h, "es-MX") == "1:00" + no_break + "p.m.");
    CHECK(time_in_text(13h, "es") == "13:00");
}

TEST_CASE("a day at the beginning of a line begins with a capital, within a line as the language has it") {
    CHECK(spaced(day_heading(on(2027, 6, 1), "fr")) == "Mardi 1er juin");
    CHECK(spaced(day_name(on(2027, 6, 1), "fr")) == "mardi 1er juin");
    CHECK(spaced(day_heading(on(2027, 6, 1), "it")) == "Martedì 1 giugno");
}

TEST_CASE("both units stand everywhere, the reader's first") {
    const auto joined_in = [](const std::string& lang) { return spaced(joined(distance_in(8024000, lang))); };
    CHECK(joined_in("en-US") == "4,986 mi / 8,024 km");
    CHECK(joined_in("en-GB") == "4,986 mi / 8,024 km");
    CHECK(joined_in("en-AU") == "8,024 km / 4,986 mi");
    CHECK(joined_in("fr") == "8 024 km / 4 986 mi");
    CHECK(joined_in("es-MX") == "8,024 km / 4,986 mi");
    CHECK(joined_in("zh") == "8,024公里 / 4,986英里");
    CHECK(joined_in("ar") == "8,024 كم / 4,986 ميل");
}

TEST_CASE("a difference of time has the sign and the unit of the language") {
    CHECK(spaced(offset_words(15 * 60, "en-US")) == "+15 h");
    CHECK(spaced(offset_words(-210, "en-US")) == "\u22123:30 h");
    CHECK(spaced(offset_words(0, "fr")) == "0 h");
    CHECK(spaced(offset_words(15 * 60, "ja")) == "+15時間");
    CHECK(spaced(offset_words(-210, "ja")) == "\u22123:30");
    CHECK(spaced(offset_words(9 * 60, "ar")) == "+9 س");
}
