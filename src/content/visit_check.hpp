#pragma once
#include "content/content.hpp"

namespace brochure::content {

/// What one field of a visit cannot know of another: references, dates, overlaps, flights, nights, clocks, consent,
/// translations. Faults of every visit, all in one run.
void check_visits(const Content& content, const SourceFiles& files, Diagnostics& found);

/// Those about when things are: `visit_check_times.cpp`.
void check_times(const Content& content, const Visit& visit, Diagnostics& found);

/// The texts of a visit that have no version in `lang` (nor in a language it falls back to), by their places; names and
/// readings, which are as they are, do not count.
std::vector<SourcePosition> missing_translations(const Visit& visit, std::string_view lang);

}  // namespace brochure::content
