#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "cli/project.hpp"

namespace brochure::cli {

/// `read_project`, which need not parse again what an earlier run of the same program parsed: the trees of the
/// project's texts are kept in `cache`, one file a project. Empty `cache`: everything is parsed.
std::unique_ptr<Project> read_remembered(const std::filesystem::path& root, const std::filesystem::path& cache,
                                         int cores, Diagnostics& found);

/// The file in `cache` where lines that an earlier run set are kept for this project (see text/known_lines.hpp).
std::filesystem::path lines_file(const std::filesystem::path& root, const std::filesystem::path& cache);

/// The program and its libraries, as a text that is another one after each of them was changed.
std::string program_stamp();

}  // namespace brochure::cli
