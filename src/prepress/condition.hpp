#pragma once
#include <string>
#include <string_view>

namespace brochure::prepress {

/// The printing condition that words speak of, in one spelling for all of its names: "fogra39" for "Coated FOGRA39
/// (ISO 12647-2:2004)" and for "ISO Coated v2", "tr6" for "CGATS TR 006" and for "GRACoL2006". Empty when they speak of
/// none that is known here.
/// Source: the ICC's registry of characterization data (registry.color.org/cmyk-registry), names and data sets.
std::string condition_in(std::string_view words);

/// Whether both speak of a condition, and of different ones.
bool conditions_differ(std::string_view one, std::string_view other);

}  // namespace brochure::prepress
