#include "cli/project.hpp"

#include <optional>
#include <set>
#include <system_error>
#include <vector>

#include "base/file.hpp"
#include "base/parallel.hpp"
#include "content/labels.hpp"
#include "layout/sources.hpp"

namespace brochure::cli {
namespace fs = std::filesystem;
namespace {

std::string known_designs(const fs::path& root) {
    std::set<std::string> names;
    const std::string folder = "content/designs/";
    for (const auto& [path, text] : design::embedded())
        if (path.starts_with(folder)) names.insert(fs::path{path}.stem().string());
    std::error_code fault;
    for (fs::directory_iterator entry{root / folder, fault}, end; !fault && entry != end; entry.increment(fault))
        if (entry->path().extension() == ".yaml") names.insert(entry->path().stem().string());
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

void read_design(Project& project, const Located<std::string>& name, Diagnostics& found) {
    if (project.designs.contains(name.value)) return;
    const std::string path = "content/designs/" + name.value + ".yaml";
    const auto file = open_file(project, path, found);
    if (file) {
        const auto read = project.designs.emplace(name.value, design::read(*file, project.files, found)).first;
        layout::check_sources(read->second, found);
    } else if (!found.has_failures()) {
        found.error(name.where, "unknown-design", "there is no design '" + name.value + "'",
                    "a design is a file " + path + "; there are: " + known_designs(project.root));
    }
}

}  // namespace

std::string why_no_project(const fs::path& root) {
    constexpr const char* what =
        "a project is a folder with content/ (YAML files, organisation.yaml first), images/ and fonts/";
    std::error_code fault;
    const auto kind = fs::status(root, fault).type();
    if (kind == fs::file_type::not_found) return "there is no folder " + root.string() + "; " + what;
    if (kind != fs::file_type::directory) return root.string() + " is not a folder; " + what;
    if (!fs::is_directory(root / "content", fault)) return root.string() + " holds no folder content/; " + what;
    return {};
}

std::optional<FileId> open_file(Project& project, const std::string& path, Diagnostics& found) {
    if (const auto known = project.files.find(path)) return known;
    std::error_code ignored;
    if (const fs::path own = project.root / path; fs::exists(own, ignored)) {
        auto text = read_file(own, found);
        return text ? std::optional{project.files.add(path, std::move(*text))} : std::nullopt;
    }
    if (path == content::built_in_labels_file) return project.files.add(path, std::string{content::built_in_labels()});
    const auto& embedded = design::embedded();
    const auto shipped = embedded.find(path);
    if (shipped == embedded.end()) return std::nullopt;
    return project.files.add(path, std::string{shipped->second});
}

std::map<std::string, SourcePosition> photos_of(const content::Content& content) {
    std::map<std::string, SourcePosition> named;
    const auto add = [&](const std::optional<content::Photo>& photo) {
        if (photo) named.try_emplace(photo->file.value, photo->file.where);
    };
    add(content.organisation.cover);
    for (const auto& city : content.cities) add(city.photo);
    return named;
}

std::unique_ptr<Project> read_project(const fs::path& root, int cores, Diagnostics& found) {
    auto project = std::make_unique<Project>();
    project->root = root;
    project->content = content::read(root, project->files, cores, found);
    for (const auto& publication : project->content.publications)
        if (!publication.design.value.empty()) read_design(*project, publication.design, found);
    if (const auto manifest = open_file(*project, "fonts/fonts.yaml", found))
        project->manifest = design::read_fonts(*manifest, project->files, found);
    return project;
}

const layout::Photos& PhotoShelf::probe(const Project& project, int cores, Diagnostics& found) {
    struct Task {
        std::string name;
        SourcePosition where;
        Stamp stamp;
        std::optional<image::Photo> photo;
        Diagnostics found;
    };
    const fs::path images = (project.root / "images").lexically_normal();
    std::vector<Task> tasks;
    layout::Photos kept;
    for (const auto& [name, where] : photos_of(project.content)) {
        std::error_code no_size, no_time;
        const fs::path file = images / name;
        const Stamp stamp{fs::file_size(file, no_size), fs::last_write_time(file, no_time)};
        const auto before = photos_.find(name);
        if (!no_size && !no_time && before != photos_.end() && stamps_[name] == stamp) {
            kept.emplace(name, before->second).first->second.where = where;
        } else {
            tasks.push_back({name, where, stamp, std::nullopt, {}});
        }
    }
    parallel_for(tasks.size(), cores, [&](std::size_t i) {
        tasks[i].photo = image::probe(images / tasks[i].name, tasks[i].where, tasks[i].found);
    });
    for (auto& task : tasks) {
        found.take(std::move(task.found));
        if (!task.photo) continue;
        kept.emplace(task.name, std::move(*task.photo));
        stamps_[task.name] = task.stamp;
    }
    photos_ = std::move(kept);
    return photos_;
}

}  // namespace brochure::cli
