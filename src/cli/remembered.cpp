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

fs::path file_for(const fs::path& root, const fs::path& cache, const std::string& kind) {
    std::error_code ignored;
    const std::string name = fs::absolute(root, ignored).lexically_normal().string();
    image::Hasher hasher;
    hasher.add(std::span{static_cast<const std::uint8_t*>(static_cast<const void*>(name.data())), name.size()});
    return cache / kind / (image::name_of(hasher.hash()) + "." + kind);
}

}  // namespace

std::string program_stamp() {
    std::string all = version;
    for (const auto& file : program_files()) {
        all += '\n' + file.string();
        for (const auto number : stamp_of(file)) all += ' ' + std::to_string(number);
    }
    return all;
}

std::filesystem::path lines_file(const fs::path& root, const fs::path& cache) {
    return file_for(root, cache, "lines");
}

std::unique_ptr<Project> read_remembered(const fs::path& root, const fs::path& cache, int cores, Diagnostics& found) {
    if (cache.empty()) return read_project(root, cores, found);
    yaml::KnownTrees known{file_for(root, cache, "trees"), program_stamp()};
    auto project = read_project(root, cores, found, &known);
    known.keep();
    return project;
}

}  // namespace brochure::cli
