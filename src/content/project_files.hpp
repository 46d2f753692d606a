#pragma once
#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "content/content.hpp"

namespace brochure::content {

/// The files of a project that hold content, by what they are for.
struct ProjectFiles {
    std::optional<FileId> organisation, publications, labels;
    std::vector<FileId> cities;  // in the order of their paths
    std::vector<FileId> visits;  // those of YAML; the tables (CSV) that they name are found by path
};

/// Finds and reads `content/**/*.yaml` and `content/visits/**/*.csv` below `project`, in the order of their paths,
/// whatever the folder's own; names that begin with a dot, and the folders designs and printers, are not content. A
/// file that cannot be read is a failure; one in an unknown place a warning. Large lots are read on `cores` threads.
ProjectFiles find_files(const std::filesystem::path& project, SourceFiles& files, int cores, Diagnostics& found);

/// Reads the content of files that are in `files` already; see `read` in content.hpp.
Content read(const ProjectFiles& list, SourceFiles& files, int cores, Diagnostics& found,
             yaml::KnownTrees* known = nullptr);

/// How many threads pay for `count` small files: one costs as much as some ten of them.
constexpr int threads_for(std::size_t count, int cores) {
    return static_cast<int>(std::min(count / 16, static_cast<std::size_t>(std::max(cores, 1))));
}

/// The last part of a file's path without `.yaml`.
std::string slug_of(const std::string& path);

}  // namespace brochure::content
