#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layout/fields.hpp"
#include "layout/local_units.hpp"

namespace brochure::layout {

/// The same distance in both units, whole numbers with their units as a language writes them.
struct Distance {
    std::string miles, kilometres;
    bool miles_first = true;  // its readers' unit
    const std::string& first() const { return miles_first ? miles : kilometres; }
    const std::string& second() const { return miles_first ? kilometres : miles; }
};

/// The country's name in `lang`: the author's word for it, else ICU's.
std::string country_of(const content::City& city, const std::string& lang);

/// The name in `lang` of the country with a number of ISO 3166-1, and its code of two letters; empty for none.
std::string country_of(int number, const std::string& lang);
std::string country_code(int number);

/// The language most people of a country speak, by CLDR's likely subtags; empty when ICU knows none.
std::string language_of(const std::string& country);

/// The same with the country, where the language alone would mean another one: "fr" of FR, "es-MX" of MX.
std::string language_in(const std::string& country);

/// The geodesic from home, whole miles and kilometres with their units, grouped as `lang` does. Empty without
/// coordinates.
std::optional<Distance> distance_of(const Sources& sources, const content::City& city);
Distance distance_in(double metres, const std::string& lang);
/// Both, the reader's unit first (R87).
std::string joined(const Distance& distance);

/// The date for which the publication's times hold; an undated one uses standard time.
std::optional<std::string> date_of(const Sources& sources);
/// The city's clock minus home's on that date, minutes. Empty without zones.
std::optional<int> offset_of(const Sources& sources, const content::City& city);
/// "+7 h", "−3:30 h", "0 h": in one form everywhere.
std::string offset_words(int minutes, const std::string& lang);

/// Distance, local time, position, then what the author gives, in this order (DESIGN 7.5).
FactsField facts_of(const Sources& sources, const content::City& city, Fields& fields);

}  // namespace brochure::layout
