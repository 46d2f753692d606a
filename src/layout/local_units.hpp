#pragma once
#include <string>

#include <unicode/locid.h>

/// Numbers and measures as each language writes them. Source: CLDR, as ICU has it; figures are European ones in every
/// language, and a number never parts from its unit.
namespace brochure::layout {

/// The language's locale with European figures.
icu::Locale locale_for(const std::string& lang);

/// A whole number, grouped by thousands as the language does it.
std::string whole_number(double value, const std::string& lang);

/// With two decimals and the language's decimal sign: "45.78", "45,78". The value's sign is left out.
std::string hundredths(double value, const std::string& lang);

/// Whole miles and kilometres with the language's units, "8,024\u00A0km", "8,024\u00A0كم".
std::string in_miles(double metres, const std::string& lang);
std::string in_kilometres(double metres, const std::string& lang);

/// Whether distances are read in miles where that language is spoken: in the United States and in Britain.
bool reads_miles(const std::string& lang);

/// Whole hours with the language's unit, "7\u00A0h", "7時間".
std::string in_hours(int hours, const std::string& lang);

}  // namespace brochure::layout
