#pragma once
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "content/readers.hpp"
#include "content/visit.hpp"
#include "yaml/reader.hpp"

/// Readers for the kinds of value that only visits have.
namespace brochure::content {

/// A day: 2027-05-17, years 1900 to 2199.
struct DayReader {
    bool read(const yaml::Node& node, Date& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

/// A time of day on a clock of 24 hours, 9:05 or 09:05 (seconds, as spreadsheets write them, must be :00); 24:00 is the
/// end of the day.
struct TimeReader {
    bool read(const yaml::Node& node, std::chrono::minutes& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

/// How long something takes: 90 min, 2 h, 1 h 30 min or 1:30; up to two days.
struct DurationReader {
    bool read(const yaml::Node& node, std::chrono::minutes& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

/// A day with a time: 2027-05-17 10:15, or with a T between.
struct DayTimeReader {
    bool read(const yaml::Node& node, LocalTime& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

/// An airport by its IATA code, three letters; capitals after reading.
struct AirportReader {
    bool read(const yaml::Node& node, std::string& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

/// yes, no, true or false in any capitals: spreadsheets write TRUE.
struct YesReader {
    bool read(const yaml::Node& node, bool& value, const yaml::Asked& asked) const;
    yaml::Type type() const { return yaml::boolean().type(); }
};

/// Several names: a list, or a text with commas or semicolons between them.
struct NamesReader {
    bool read(const yaml::Node& node, std::vector<Located<std::string>>& values, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

/// The key of a place, or a text for each language.
struct PlaceReader {
    const SourceFiles* files;
    bool read(const yaml::Node& node, Visit::PlaceName& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

inline yaml::ChoiceReader<Level> level() {
    return yaml::choice<Level>({{"public", Level::anybody},
                                {"delegation", Level::delegation},
                                {"host", Level::host},
                                {"staff", Level::staff}});
}

/// What the maps of `RestrictedReader` hold besides the value: its level, if it is one of them.
struct RestrictedParts {
    const yaml::Node* value = nullptr;
    const yaml::Node* level = nullptr;
    bool restricted = false;  // it is such a map
    bool good = true;
};
RestrictedParts restricted_parts(const yaml::Node& node, const yaml::Asked& asked);
yaml::Type restricted_type(yaml::Type value);

/// A value that not everybody may see: the value alone, or {value: …, level: …} to change who may.
template <class Inner>
struct RestrictedReader {
    Inner inner;
    Level usual;
    template <class T>
    bool read(const yaml::Node& node, Restricted<T>& into, const yaml::Asked& asked) const {
        into.where = node.where;
        into.level = usual;
        const auto parts = restricted_parts(node, asked);
        if (!parts.restricted) return yaml::read_value(inner, node, into.value, asked);
        bool good = parts.good;
        if (parts.value != nullptr) {
            into.where = parts.value->where;
            good = yaml::read_value(inner, *parts.value, into.value, asked) && good;
        }
        if (parts.level != nullptr)
            good = yaml::read_value(level(), *parts.level, into.level, {"level", "host", asked.found}) && good;
        return good;
    }
    yaml::Type type() const { return restricted_type(inner.type()); }
};
template <class Inner>
RestrictedReader<Inner> restricted(Inner inner, Level usual) {
    return {std::move(inner), usual};
}

}  // namespace brochure::content
