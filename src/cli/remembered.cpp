#include "cli/remembered.hpp"

#include <string>
#include <system_error>

#include "cli/sources.hpp"
#include "cli/version.hpp"
#include "image/hash.hpp"
#include "yaml/known_trees.hpp"

namespace brochure::cli {
namespace fs = std::filesystem;
namespace {

/// The program and its libraries, the parser among them: another make of them may read the same text differently.
std::string maker() {
    std::string all = version;
    for (const auto& file : program_files()) {
        all += '\n' + file.string();
        for (const auto number : stamp_of(file)) all += ' ' + std::to_string(number);
    }
    return all;
}

fs::path file_for(const fs::path& root, const fs::path& cache) {
    std::error_code ignored;
    const std::string name = fs::absolute(root, ignored).lexically_normal().string();
    image::Hasher hasher;
    hasher.add(std::span{static_cast<const std::uint8_t*>(static_cast<const void*>(name.data())), name.size()});
    return cache / "trees" / (image::name_of(hasher.hash()) + ".trees");
}

}  // namespace

std::unique_ptr<Project> read_remembered(const fs::path& root, const fs::path& cache, int cores, Diagnostics& found) {
    if (cache.empty()) return read_project(root, cores, found);
    yaml::KnownTrees known{file_for(root, cache), maker()};
    auto project = read_project(root, cores, found, &known);
    known.keep();
    return project;
}

}  // namespace brochure::cli
