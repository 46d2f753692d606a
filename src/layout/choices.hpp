#pragma once
#include <string>

#include "content/content.hpp"
#include "design/design.hpp"

namespace brochure::layout {

/// Whether the design has what the content names of it: the publication's format, its sections, the cities' layouts.
/// Needs neither photos nor fonts; of content with other faults it looks at what could be read.
void check_choices(const content::Content& content, const content::Publication& publication,
                   const design::Design& design, Diagnostics& found);

/// The design's format of that name; null after saying that there is none.
const design::Format* format_named(const design::Design& design, const Located<std::string>& name, Diagnostics& found);

/// The city whose file has that name; null if none has.
const content::City* city_named(const content::Content& content, const std::string& name);

/// Whether the design has that section, `cities` and the names of single cities among them; says so if not.
bool has_section(const design::Design& design, const content::Content& content, const Located<std::string>& name,
                 Diagnostics& found);

/// The master that a city's `layout:` means, a variant of its section with or without "city-" before it; null after
/// saying that there is none.
const std::string* layout_named(const design::SectionRule& rule, const Located<std::string>& name, Diagnostics& found);

}  // namespace brochure::layout
