#include "content/project_files.hpp"

#include "base/file.hpp"
#include "base/parallel.hpp"
#include "content/visit_csv.hpp"

namespace brochure::content {

namespace {

namespace fs = std::filesystem;

bool is_yaml(const fs::path& path) {
    return path.extension() == ".yaml" || path.extension() == ".yml";
}

// The project's content files, relative to it, sorted.
std::vector<std::string> list_files(const fs::path& project, Diagnostics& found) {
    std::vector<std::string> paths;
    std::error_code error;
    const fs::path folder = project / "content";
    fs::recursive_directory_iterator at(folder, error), end;
    if (error) {
        if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
            found.error({}, "no-content", "there is no folder content/ here",
                        "copy the one of the sample project and change it");
        else
            found.failure("unreadable", "content: " + error.message());
        return paths;
    }
    for (; at != end; at.increment(error)) {
        if (error) break;
        const auto name = at->path().filename().string();
        if (name.starts_with('.')) {
            at.disable_recursion_pending();
            continue;
        }
        std::error_code unknown;
        if (at->is_directory(unknown) && !is_yaml(at->path())) {
            if (at.depth() == 0 && (name == "designs" || name == "printers")) at.disable_recursion_pending();
        } else if (is_yaml(at->path())) {  // a folder of that name cannot be read, which is told
            at.disable_recursion_pending();
            paths.push_back("content" + at->path().native().substr(folder.native().size()));
        } else if (is_csv(at->path().native())) {
            auto path = "content" + at->path().native().substr(folder.native().size());
            if (path.starts_with("content/visits/")) paths.push_back(std::move(path));
        }
    }
    if (error) found.failure("unreadable", "content: " + error.message());
    std::sort(paths.begin(), paths.end());
    return paths;
}

// `path`: content/…, as the author sees it.
void sort_in(const std::string& path, FileId file, ProjectFiles& into, Diagnostics& found) {
    const std::string name = path.substr(0, path.rfind('.'));
    if (name.starts_with("content/cities/"))
        into.cities.push_back(file);
    else if (name.starts_with("content/visits/") && is_csv(path))
        return;  // read when a visit names it
    else if (name.starts_with("content/visits/"))
        into.visits.push_back(file);
    else if (name == "content/organisation")
        into.organisation = file;
    else if (name == "content/publications")
        into.publications = file;
    else if (name == "content/labels")
        into.labels = file;
    else
        found.warning({file, 1, 1}, "unknown-file", "this file is not read: its name says nothing here",
                      "content/ has organisation.yaml, publications.yaml, labels.yaml and folders cities/ and visits/");
}

}  // namespace

std::string slug_of(const std::string& path) {
    const auto begin = path.rfind('/') + 1;  // npos + 1 is 0
    return path.substr(begin, path.rfind('.') - begin);
}

ProjectFiles find_files(const fs::path& project, SourceFiles& files, int cores, Diagnostics& found) {
    const auto paths = list_files(project, found);
    std::vector<std::optional<std::string>> texts(paths.size());
    std::vector<FileFault> faults(paths.size());
    parallel_for(paths.size(), threads_for(paths.size(), cores),
                 [&](std::size_t i) { texts[i] = read_file(project / paths[i], faults[i]); });
    ProjectFiles result;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (texts[i])
            sort_in(paths[i], files.add(paths[i], std::move(*texts[i])), result, found);
        else
            found.failure("unreadable", (project / paths[i]).lexically_normal().generic_string() +
                                            " cannot be read: " + faults[i].reason);
    }
    return result;
}

}  // namespace brochure::content
