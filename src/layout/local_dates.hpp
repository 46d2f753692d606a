#pragma once
#include <chrono>
#include <string>

/// Days and times of the day as each language writes them. Source: CLDR, as ICU has it, with corrections: the first of
/// a French month is an ordinal, days of one month are joined by a dash without spaces, no day has a leading zero, and
/// a day never parts from its month at a line's end. Figures are European ones in every language, as those of times
/// are.
namespace brochure::layout {

/// Weekday, day and month: "Monday, May 17", "5月17日月曜日".
std::string day_name(std::chrono::local_days day, const std::string& lang);

/// The same at the beginning of a line: "Mardi 1er juin", where the name of a day has no capital of its own.
std::string day_heading(std::chrono::local_days day, const std::string& lang);

/// A time of the day on 24 hours, "09:00" (DESIGN 7.10): the same digits in every language, and no "am" to get wrong.
std::string time_of_day(std::chrono::minutes since_midnight);

/// The same within a sentence, on 12 hours or 24 as is usual where the language is spoken: "7:07 p.m.", "14:05",
/// "14 h 05". "en" alone is that of America. It never parts at a line's end.
std::string time_in_text(std::chrono::minutes since_midnight, const std::string& lang);

/// From the first day to the last, "May 17–19, 2027".
std::string span_of_days(std::chrono::local_days from, std::chrono::local_days to, const std::string& lang);

}  // namespace brochure::layout
