#pragma once
#include <cstddef>
#include <string_view>

namespace brochure::text {

/// What it costs when a line ends at `end`, right after a short word that leads to the next one; 0 after any other
/// word. As a penalty of the line breaker (BreakSettings::penalty_per_em). In a title a conjunction of its language
/// counts more than an article or a preposition; `in_name`: all count as much, those of other languages too, as a place
/// keeps its own in every text. `language`: "fr-CA"; of those without a list only "&" is known.
double joiner_penalty(std::string_view text, std::size_t end, std::string_view language, bool in_name = false);

}  // namespace brochure::text
