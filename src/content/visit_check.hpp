#pragma once
#include <set>

#include "content/content.hpp"

namespace brochure::content {

/// What one field of a visit cannot know of another: references, dates, overlaps, flights, nights, clocks, consent,
/// translations. Faults of every visit, all in one run.
void check_visits(const Content& content, const SourceFiles& files, Diagnostics& found);

/// Those about whom and what it calls by name: `visit_check_references.cpp`.
void check_references(const Content& content, const Visit& visit, Diagnostics& found);
/// Those about when things are: `visit_check_times.cpp`.
void check_times(const Content& content, const Visit& visit, Diagnostics& found);
/// And where the guests sleep: `visit_check_nights.cpp`. The visit's dates are good.
void check_nights(const Visit& visit, Diagnostics& found);

/// The texts of a visit that its readers in `lang` want in their language, and those of them that have no version in it
/// (nor in a language it falls back to), by their places. Names and readings, which are as they are, do not count; nor,
/// but in the hosts' language, what the hosts' team keeps to itself.
struct Translated {
    std::set<SourcePosition> texts, missing;
};
Translated translated(const Visit& visit, std::string_view lang);

}  // namespace brochure::content
