#pragma once
#include "prepress/prepress.hpp"

namespace brochure::prepress {

/// How far the media box reaches beyond the bleed, on every side, for these marks.
Length room_for(const Marks& marks);

/// Marks for a sheet whose boxes are known. `folds`: from the left trim. `number`: "3 of 16".
std::vector<page::Item> marks_around(const Sheet& sheet, const std::vector<Length>& folds, const Marks& marks,
                                     const std::string& number);

}  // namespace brochure::prepress
