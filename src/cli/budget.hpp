#pragma once
#include "cli/plan.hpp"
#include "cli/press_line.hpp"

/// How much of what it is made of a file takes along.
namespace brochure::cli {

/// Pictures above this are resampled, pixels per inch: what the publication says of its screen files, what the design
/// says of all, else what a printer's screen, a copier, or a reader who zooms in can make use of. 0: none are.
double most_ppi(const PlannedJob& job, prepress::Edition edition);

/// A screen file over its publication's budget is a warning with the rule "too-large": it is to be sent by mail.
void check_size(const PlannedJob& job, prepress::Edition edition, const Made& made, Diagnostics& found);

}  // namespace brochure::cli
