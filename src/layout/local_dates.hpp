#pragma once
#include <chrono>
#include <string>

namespace brochure::layout {

/// Weekday, day and month as the language writes them: "Monday, May 17", "5月17日月曜日". Source: CLDR, as ICU has it.
std::string day_name(std::chrono::local_days day, const std::string& lang);

/// A time of the day on 24 hours, "09:00" (DESIGN 7.10): the same digits in every language, and no "am" to get wrong.
std::string time_of_day(std::chrono::minutes since_midnight);

/// From the first day to the last, "May 17–19, 2027".
std::string span_of_days(std::chrono::local_days from, std::chrono::local_days to, const std::string& lang);

}  // namespace brochure::layout
