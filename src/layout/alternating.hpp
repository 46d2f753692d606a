#pragma once
#include <vector>

#include "layout/part.hpp"

namespace brochure::layout {

/// Every section twice, the second time in the publication's second language; a cover and a back stand once.
std::vector<Subject> in_two_languages(const std::vector<Subject>& subjects);

/// A section that faces itself in another language has the same layout there, if both can stand in one, and begins at
/// the left.
void arrange_alike(std::vector<Part>& parts);

}  // namespace brochure::layout
