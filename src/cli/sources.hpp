#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "cli/project.hpp"

namespace brochure::cli {

/// What the system says of a file or folder without reading it: device, inode, size, time of change of its content and
/// of its state, nanoseconds since 1970. All zero: there is none.
using Stamp = std::array<std::int64_t, 5>;
Stamp stamp_of(const std::filesystem::path& path);

/// Whether the file was left alone for the two seconds before `moment`, since 1970: file systems tell times that
/// coarsely.
bool is_older(const Stamp& stamp, std::chrono::nanoseconds moment);

/// The program and the libraries it has loaded.
std::vector<std::filesystem::path> program_files();

/// Every file and folder outside the project's texts that setting the project has looked at; empty when they cannot be
/// told.
std::optional<std::vector<std::filesystem::path>> sources_of(const Project& project, const text::Fonts& fonts);

}  // namespace brochure::cli
