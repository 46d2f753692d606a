#pragma once
#include <cstddef>
#include <string_view>

namespace brochure::text {

/// What it costs a title when a line ends at `end`, right after a short word that leads to the next one: a conjunction
/// more than an article or a preposition; 0 after any other word. As a penalty of the line breaker
/// (BreakSettings::penalty_per_em). `language`: "fr-CA"; of those without a list only "&" is known.
double joiner_penalty(std::string_view text, std::size_t end, std::string_view language);

}  // namespace brochure::text
