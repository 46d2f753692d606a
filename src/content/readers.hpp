#pragma once
#include <string>
#include <string_view>

#include "content/content.hpp"
#include "content/markup.hpp"
#include "yaml/reader.hpp"

/// Readers for the kinds of value that only content has. Each reports what is wrong at its place and describes itself.
namespace brochure::content {

/// A text, or a map with one for each language. A blank text reads as none.
struct TextReader {
    Markup allowed;
    const SourceFiles* files;
    bool read(const yaml::Node& node, Text& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

/// Values of a certain form, kept as text: what they may be and how they are checked.
enum class Form { country, zone, language, language_or_partner, file, slug, date, email, phone, web };
struct FormReader {
    Form form;
    bool read(const yaml::Node& node, std::string& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};
inline FormReader a(Form form) {
    return {form};
}

/// [degrees north, degrees east].
struct CoordinatesReader {
    bool read(const yaml::Node& node, Coordinates& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

/// [left, top, width, height] as fractions of a picture.
struct RegionReader {
    bool read(const yaml::Node& node, Region& value, const yaml::Asked& asked) const;
    yaml::Type type() const;
};

/// Whether `tag` is a well-formed language tag (BCP 47); brings it into its usual capitals: en-US, zh-Hant.
bool read_language_tag(std::string_view tag, std::string& value);

/// Whether `word` can be the name of a file or a page address on any system: letters of ASCII, digits, - and _, up to
/// 100.
bool is_slug(std::string_view word);

/// The checks behind Form::country and Form::zone: empty when `value` is good, else a hint what was meant, which may be
/// only a rule. Codes: ISO 3166-1 and the IANA time zone database, as ICU knows them.
std::optional<std::string> country_hint(const std::string& value);
std::optional<std::string> zone_hint(const std::string& value);

}  // namespace brochure::content
