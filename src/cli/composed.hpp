#pragma once
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/press_line.hpp"
#include "prepress/contrast.hpp"

namespace brochure::cli {

/// A publication on its way along the line, with the rasters of each edition. Large print of several publications that
/// comes to the same pages is one publication, under the first one's name.
struct PressLine::Composed {
    PlannedJob job;
    std::shared_ptr<const page::Publication> publication;  // null: it has errors
    Diagnostics found;
    prepress::LowestContrast contrast;
    std::optional<double> graphics;  // the least contrast of those that mean something
    std::size_t warnings = 0;
    std::vector<std::vector<std::string>> orders;  // by edition and picture: keys into rasters_
    std::string explained;

    /// Becomes the same as `other`, unless that has more to tell than notes.
    bool take(const Composed& other) {
        if (!other.publication || other.found.count(Severity::warning) > 0) return false;
        publication = other.publication;
        found = other.found;
        contrast = other.contrast;
        graphics = other.graphics;
        explained = other.explained;
        return true;
    }
};

/// Cores for each of `count` tasks that run side by side.
inline int share(int cores, std::size_t count) {
    return std::max(1, cores / static_cast<int>(std::clamp<std::size_t>(count, 1, static_cast<std::size_t>(cores))));
}

}  // namespace brochure::cli
