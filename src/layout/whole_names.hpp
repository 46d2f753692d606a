#pragma once
#include <string>

#include "content/content.hpp"

namespace brochure::layout {

/// The text with no-break spaces inside the names of the city, in all its languages, and of the home city: a caption of
/// two columns does not part them. Names longer than such a caption is wide stay as they are.
std::string with_whole_names(std::string text, const content::City& city, const content::Organisation& organisation);

}  // namespace brochure::layout
