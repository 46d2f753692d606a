#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// The projects of samples/, made whole: pictures are drawn where the content names them, as `1500x1000.jpg`.

/// Names of the samples that have their cities in files.
std::vector<std::string> sample_names();

/// Copies samples/`name` to `root` and draws its pictures. `only`: of the cities just the one with this file name.
void make_sample(const std::string& name, const std::filesystem::path& root,
                 const std::optional<std::string>& only = std::nullopt);

/// samples/partners with the first `count` of its places; more than there are of them are places of the system's time
/// zone database, and, more still, places around those.
void make_partners(std::size_t count, const std::filesystem::path& root);
