#pragma once
#include <vector>

#include "layout/part.hpp"
#include "layout/sequence.hpp"

namespace brochure::layout {

/// An error with the rule "overset" for each part whose text does not fit, with its page where `placed` knows it.
void tell_oversets(const Plan& plan, const std::vector<Part>& parts, const std::vector<Placement>& placed,
                   Diagnostics& found);

}  // namespace brochure::layout
