#pragma once
#include <vector>

#include "layout/part.hpp"
#include "layout/sequence.hpp"

namespace brochure::layout {

/// The section that lists the others with their page numbers, and that a design may have for pages that would else stay
/// empty (DESIGN 2).
inline constexpr const char* entries_kind = "entries";

/// A part of that kind for `parts`, its numbers those of `placed`. Without candidates where the list finds no room on
/// one page, or nothing is to be listed.
Part entries_part(const Plan& plan, const std::vector<Part>& parts, const std::vector<Placement>& placed);

/// Writes the page numbers of `placed` into the list of `parts[at]`.
void number_entries(std::vector<Part>& parts, std::size_t at, const Plan& plan, const std::vector<Placement>& placed);

}  // namespace brochure::layout
