#include "cli/sources.hpp"

#include <link.h>
#include <sys/stat.h>

#include "content/visit_walk.hpp"
#include "map/geography.hpp"

namespace brochure::cli {
namespace fs = std::filesystem;
namespace {

std::int64_t nanoseconds(const struct timespec& time) {
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

void add_zones(const content::Content& content, std::vector<fs::path>& sources) {
    if (content.organisation.home.zone) sources.push_back(map::zone_file(content.organisation.home.zone->value));
    for (const auto& city : content.cities)
        if (city.zone) sources.push_back(map::zone_file(city.zone->value));
    for (const auto& visit : content.visits)
        for (const auto& zone : content::zones_of(visit)) sources.push_back(map::zone_file(zone));
}

}  // namespace

Stamp stamp_of(const fs::path& path) {
    struct stat state {};
    if (::stat(path.c_str(), &state) != 0) return {};
    return {static_cast<std::int64_t>(state.st_dev), static_cast<std::int64_t>(state.st_ino), state.st_size,
            nanoseconds(state.st_mtim), nanoseconds(state.st_ctim)};
}

bool is_older(const Stamp& stamp, std::chrono::nanoseconds moment) {
    const std::int64_t latest = moment.count() - 2'000'000'000;
    return stamp[3] < latest && stamp[4] < latest;
}

std::vector<fs::path> program_files() {
    std::vector<fs::path> files{"/proc/self/exe"};
    const auto add = [](dl_phdr_info* library, std::size_t, void* list) {
        // The program itself has no name here, and the kernel's own library no file.
        if (const fs::path name = library->dlpi_name; name.is_absolute())
            static_cast<std::vector<fs::path>*>(list)->push_back(name);
        return 0;
    };
    ::dl_iterate_phdr(add, &files);
    return files;
}

std::optional<std::vector<fs::path>> sources_of(const Project& project, const text::Fonts& fonts) {
    auto sources = fonts.sources();
    if (!sources) return std::nullopt;
    for (const auto& [name, where] : photos_of(project.content)) {
        sources->push_back(project.root / "images" / name);
        if (stamp_of(sources->back()) == Stamp{}) return std::nullopt;  // taken away since it was looked at
    }
    add_zones(project.content, *sources);
    sources->insert(sources->end(), project.profiles.begin(), project.profiles.end());
    return sources;
}

}  // namespace brochure::cli
