#pragma once
#include <filesystem>
#include <memory>

#include "cli/project.hpp"

namespace brochure::cli {

/// `read_project`, which need not parse again what an earlier run of the same program parsed: the trees of the
/// project's texts are kept in `cache`, one file a project. Empty `cache`: everything is parsed.
std::unique_ptr<Project> read_remembered(const std::filesystem::path& root, const std::filesystem::path& cache,
                                         int cores, Diagnostics& found);

}  // namespace brochure::cli
