#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/content.hpp"
#include "design/design.hpp"
#include "layout/fields.hpp"

namespace brochure::layout {

/// A name by which a frame of a design can show something, and what that is. A section has those that its content
/// gives.
struct SourceName {
    std::string_view name, doc;
};
std::span<const SourceName> source_names();

/// Whether a frame may name it.
bool is_source(std::string_view name);

/// Whether a master of the section shows the partners, their number included: `partners`, `cities`.
bool shows_partners(const design::Design& design, const design::SectionRule& rule);
/// The same, one by one, as `cities.1.name`.
bool shows_each_city(const design::Design& design, const design::SectionRule& rule);
/// Whether a master of the section shows this source.
bool shows(const design::Design& design, const design::SectionRule& rule, std::string_view source);

/// All that its masters ask for: what frames show, and what must be there or not for them to stand.
SourceSet sources_asked_for(const design::Design& design, const design::SectionRule& rule);

/// The sources that frames of the section's masters show, and those of single cities, "name" for `cities.1.name`, which
/// are as many as the cities. A frame that shows whole sentences shows the short text too, "text.short".
struct ShownSources {
    std::vector<std::string> own, of_cities;
};
ShownSources sources_shown(const design::Design& design, const design::SectionRule& rule);

/// Reports every source that a frame or section of the design names and no section can ever have: a slip of the pen
/// there would leave nothing on the page, in silence.
void check_sources(const design::Design& design, Diagnostics& found);

}  // namespace brochure::layout
