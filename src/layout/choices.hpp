#pragma once
#include <string>
#include <vector>

#include "content/content.hpp"
#include "design/design.hpp"

namespace brochure::layout {

/// Whether the design has what the content names of it: the publication's format, its sections, the cities' layouts.
/// Needs neither photos nor fonts; of content with other faults it looks at what could be read. A layout that the
/// design lacks and another one of `designs` has is only a note: cities are written once for all.
void check_choices(const content::Content& content, const content::Publication& publication,
                   const design::Design& design, const std::vector<const design::Design*>& designs, Diagnostics& found);

/// What a publication calls a language, for the one that it is about: `partner` is the language of the city, as the
/// city names it or as most people of its country speak it; a country is named where it is not the one that is meant
/// without
/// ("fr", but "es-MX").
std::string language_meant(const std::string& called, const content::City* city);

/// The format in which a publication's large-print edition is laid out. `design`: the publication's own.
Located<std::string> large_print_format(const content::Publication& publication, const design::Design& design);

/// Whether the design of the large-print edition, `large`, has the sections that the publication names. Layouts that
/// cities name are those of the publication's own design, and mean nothing there.
void check_large_print(const content::Content& content, const content::Publication& publication,
                       const design::Design& large, Diagnostics& found);

/// Whether for every layout that a city or a publication names there is one among `designs` that has it.
bool know_all_layouts(const content::Content& content, const std::vector<const design::Design*>& designs);

/// The design's format of that name; null after saying that there is none.
const design::Format* format_named(const design::Design& design, const Located<std::string>& name, Diagnostics& found);

/// The city whose file has that name; null if none has.
const content::City* city_named(const content::Content& content, const std::string& name);

/// Whether the design has that section, `cities` and the names of single cities among them; says so if not.
bool has_section(const design::Design& design, const content::Content& content, const Located<std::string>& name,
                 Diagnostics& found);

/// The layout that the publication names for a city, else the one that the city names; null: none is named.
const Located<std::string>* layout_for(const content::City& city, const content::Publication* publication);

/// The master that a city's `layout:` means, a variant of its section with or without "city-" before it; null if there
/// is none.
const std::string* layout_named(const design::SectionRule& rule, const std::string& name);

}  // namespace brochure::layout
