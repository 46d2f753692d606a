#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "content/content.hpp"
#include "design/design.hpp"
#include "layout/layout.hpp"
#include "text/fonts.hpp"

namespace brochure::cli {

/// A project's folder, read: everything that the rooms ask for. The content's positions point into `files`.
struct Project {
    std::filesystem::path root;
    SourceFiles files;
    content::Content content;
    std::map<std::string, design::Design> designs;  // those without errors that the publications name
    design::FontManifest manifest;
    std::vector<std::filesystem::path> profiles;  // ICC profiles of printers: where they were looked for
};

/// Why `root` cannot be a project, in words that say what one is; empty when it looks like one.
std::string why_no_project(const std::filesystem::path& root);

/// The project's own text at `path`, else the one embedded under that name; empty when there is neither.
std::optional<FileId> open_file(Project& project, const std::string& path, Diagnostics& found);

/// Every photo of the content, with the place where it is named first.
std::map<std::string, SourcePosition> photos_of(const content::Content& content);

/// Reads content, designs and the font manifest, the project's own files before the embedded ones, reporting every
/// fault. Meaningful only without errors in `found`. `known`: texts that were read before, if they are remembered.
std::unique_ptr<Project> read_project(const std::filesystem::path& root, int cores, Diagnostics& found,
                                      yaml::KnownTrees* known = nullptr);

/// The designs that no publication of the project names: the shipped ones and those of its own. What is wrong with one
/// is nobody's business here; it is left out.
std::vector<design::Design> other_designs(const Project& project);

/// The project's files under the names by which an editor or a shell finds them from the working directory: with the
/// project's folder before them as it was typed, unless that is the working directory. Files that are part of the
/// program keep their names.
SourceFiles seen_from_here(const Project& project);

/// `photos`, and a picture of an ordinary size for each one that the content names and that could not be probed: what
/// does not hang on it can be judged all the same. A stand-in has no bytes.
layout::Photos with_stand_ins(const Project& project, layout::Photos photos);

/// Probes every photo that the content names, in parallel. `known`: what an earlier run found, used again for files
/// that have not changed since (size and time of change).
class PhotoShelf {
public:
    /// `cache`: keeps how light the cover's picture is.
    const layout::Photos& probe(const Project& project, int cores, const image::Cache& cache, Diagnostics& found);

private:
    struct Stamp {
        std::uintmax_t size = 0;
        std::filesystem::file_time_type changed;
        bool operator==(const Stamp&) const = default;
    };
    layout::Photos photos_;
    std::map<std::string, Stamp> stamps_;
};

}  // namespace brochure::cli
