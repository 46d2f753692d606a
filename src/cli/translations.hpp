#pragma once
#include <string>
#include <vector>

#include "cli/plan.hpp"
#include "layout/coverage.hpp"

namespace brochure::cli {

/// How much of a planned publication there is in one of its languages.
struct Covered {
    std::string publication, city;  // "handout", "colima"; of a visit "visit-seika-2027"
    layout::Coverage coverage;
};

/// Of everything planned that is wanted in another language than the content's own, in the plan's order, each once.
std::vector<Covered> coverage_of(const Plan& plan, const Project& project);

/// Warns of the texts that would stand in another language than their publication, those of one language together: how
/// many, and as notes where the next ones are. Visits tell of theirs themselves.
void tell_missing(const std::vector<Covered>& all, const Plan& plan, Diagnostics& found);

/// A line for each publication and language; empty when nothing is wanted in another language.
std::string coverage_table(const std::vector<Covered>& all);

}  // namespace brochure::cli
