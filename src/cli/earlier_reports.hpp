#pragma once
#include <filesystem>
#include <map>
#include <vector>

#include "cli/options.hpp"
#include "cli/press_line.hpp"

namespace brochure::cli {

/// The preflight reports that earlier builds left in the folder `out`, of what `options` choose, and the files of which
/// each one speaks, as files that were not made. What is no report of this program is passed over. Reads the disk.
std::map<std::filesystem::path, std::vector<Made>> earlier_reports(const std::filesystem::path& out,
                                                                   const Options& options);

/// Removes from the folder `out` those of them that speak of what is no more: a publication that is not in the content
/// now, or was made for each city then and is not now, or of a city that has gone, when no file of theirs was made and
/// is still there. Call it for content without errors.
void remove_ghosts(const std::filesystem::path& out, const Options& options, const content::Content& content);

}  // namespace brochure::cli
