#pragma once
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "cli/press_line.hpp"
#include "prepress/contrast.hpp"

namespace brochure::cli {

/// A publication on its way along the line, with the rasters of each edition.
struct PressLine::Composed {
    PlannedJob job;
    std::optional<page::Publication> publication;
    Diagnostics found;
    prepress::LowestContrast contrast;
    std::size_t warnings = 0;
    std::vector<std::vector<std::string>> orders;  // by edition and picture: keys into rasters_
    std::string explained;
};

/// Cores for each of `count` tasks that run side by side.
inline int share(int cores, std::size_t count) {
    return std::max(1, cores / static_cast<int>(std::clamp<std::size_t>(count, 1, static_cast<std::size_t>(cores))));
}

}  // namespace brochure::cli
