#include "cli/project.hpp"

#include <optional>
#include <set>
#include <system_error>
#include <vector>

#include "base/file.hpp"
#include "base/parallel.hpp"
#include "content/labels.hpp"
#include "content/visit_walk.hpp"
#include "image/light.hpp"
#include "layout/choices.hpp"
#include "layout/sources.hpp"
#include "yaml/reader.hpp"

namespace brochure::cli {
namespace fs = std::filesystem;
namespace {

std::set<std::string> known_designs(const fs::path& root) {
    std::set<std::string> names;
    const std::string folder = "content/designs/";
    for (const auto& [path, text] : design::embedded())
        if (path.starts_with(folder)) names.insert(fs::path{path}.stem().string());
    std::error_code fault;
    for (fs::directory_iterator entry{root / folder, fault}, end; !fault && entry != end; entry.increment(fault))
        if (entry->path().extension() == ".yaml") names.insert(entry->path().stem().string());
    return names;
}

std::string in_small_letters(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// "did you mean 'colima.jpg'?" for the name most like `name`, capitals aside; empty when none is like it.
std::string meant_by(const std::string& name, const std::set<std::string>& known) {
    std::map<std::string, std::string> small;
    for (const auto& each : known) small.emplace(in_small_letters(each), each);
    const std::string wanted = in_small_letters(name);
    std::vector<std::string_view> words;
    words.reserve(small.size());
    for (const auto& [word, each] : small) words.push_back(word);
    const auto same = small.find(wanted);
    const std::string nearest{same != small.end() ? std::string_view{same->first} : yaml::nearest(wanted, words)};
    return nearest.empty() ? std::string{} : "did you mean '" + small.at(nearest) + "'?";
}

/// The files below `images`, by the names that content would give them.
std::set<std::string> known_pictures(const fs::path& images) {
    std::set<std::string> names;
    constexpr std::size_t most = 10'000;
    std::error_code fault;
    for (fs::recursive_directory_iterator at{images, fault}, end; !fault && at != end && names.size() < most;
         at.increment(fault)) {
        std::error_code unknown;
        if (at->is_regular_file(unknown)) names.insert(at->path().lexically_relative(images).generic_string());
    }
    return names;
}

/// Whether the text of that name is the program's own, the project having none.
bool is_shipped(const Project& project, const std::string& path) {
    std::error_code unknown;
    return (path == content::built_in_labels_file || design::embedded().contains(path)) &&
           !fs::exists(project.root / path, unknown);
}

/// A design with errors goes into `faulty`: what it lacks says nothing about the content.
void read_design(Project& project, const Located<std::string>& name, std::set<std::string>& faulty,
                 yaml::KnownTrees* known_trees, Diagnostics& found) {
    if (project.designs.contains(name.value) || faulty.contains(name.value)) return;
    const std::string path = "content/designs/" + name.value + ".yaml";
    const auto file = open_file(project, path, found);
    if (file) {
        const auto before = found.count(Severity::error);
        design::Design read = design::read(*file, project.files, found, known_trees);
        layout::check_sources(read, found);
        if (found.count(Severity::error) == before)
            project.designs.emplace(name.value, std::move(read));
        else
            faulty.insert(name.value);
    } else if (!found.has_failures()) {
        const auto known = known_designs(project.root);
        std::string hint = meant_by(name.value, known);
        if (hint.empty()) {
            hint = "a design is a file " + path + "; there are: ";
            for (const auto& each : known) hint += (each == *known.begin() ? "" : ", ") + each;
        }
        found.error(name.where, "unknown-design", "there is no design '" + name.value + "'", std::move(hint));
    }
}

/// The designs that the publications' designs name for the large-print edition; formats of theirs that are named have
/// to be there.
void read_large_print_designs(Project& project, std::set<std::string>& faulty, yaml::KnownTrees* known_trees,
                              Diagnostics& found) {
    std::vector<design::LargePrint> named;
    for (const auto& [name, design] : project.designs)
        if (design.large_print) named.push_back(*design.large_print);
    for (const auto& large : named) {
        read_design(project, large.design, faulty, known_trees, found);
        const auto design = project.designs.find(large.design.value);
        if (design == project.designs.end()) continue;
        for (const auto& [from, format] : large.formats) layout::format_named(design->second, format, found);
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
    add(content.organisation.logo);
    for (const auto& city : content.cities)
        for (const auto* picture : {&city.photo, &city.logo}) add(*picture);
    for (const auto& visit : content.visits)
        for (const auto* picture : content::pictures_of(visit)) add(*picture);
    return named;
}

std::unique_ptr<Project> read_project(const fs::path& root, int cores, Diagnostics& found, yaml::KnownTrees* known) {
    auto project = std::make_unique<Project>();
    project->root = root;
    project->content = content::read(root, project->files, cores, found, known);
    std::set<std::string> faulty;
    for (const auto& publication : project->content.publications)
        if (!publication.design.value.empty()) read_design(*project, publication.design, faulty, known, found);
    read_large_print_designs(*project, faulty, known, found);
    if (const auto manifest = open_file(*project, "fonts/fonts.yaml", found))
        project->manifest = design::read_fonts(*manifest, project->files, found, known);
    return project;
}

std::vector<design::Design> other_designs(const Project& project) {
    std::vector<design::Design> designs;
    SourceFiles files;
    for (const auto& name : known_designs(project.root)) {
        if (project.designs.contains(name)) continue;
        const std::string path = "content/designs/" + name + ".yaml";
        FileFault fault;
        auto text = read_file(project.root / path, fault);
        const auto shipped = design::embedded().find(path);
        if (!text && shipped != design::embedded().end()) text = shipped->second;
        Diagnostics found;
        if (text) designs.push_back(design::read(files.add(path, std::move(*text)), files, found));
        if (found.has_errors()) designs.pop_back();
    }
    return designs;
}

SourceFiles seen_from_here(const Project& project) {
    SourceFiles seen;
    std::string folder = (project.root / "x").lexically_normal().generic_string();
    folder.pop_back();
    for (FileId file{0}; file.index < static_cast<int>(project.files.size()); ++file.index) {
        const std::string& path = project.files.path(file);
        seen.add(is_shipped(project, path) ? path : folder + path, project.files.text(file));
    }
    return seen;
}

layout::Photos with_stand_ins(const Project& project, layout::Photos photos) {
    for (const auto& [name, where] : photos_of(project.content)) {
        image::Photo stand_in;
        stand_in.width = 6000;
        stand_in.height = 4000;
        stand_in.where = where;
        photos.try_emplace(name, std::move(stand_in));
    }
    return photos;
}

const layout::Photos& PhotoShelf::probe(const Project& project, int cores, const image::Cache& cache,
                                        Diagnostics& found) {
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
        Task& task = tasks[i];
        task.photo = image::probe(images / task.name, task.where, task.found);
        // Text may come to stand on the cover's picture.
        if (task.photo && project.content.organisation.cover &&
            project.content.organisation.cover->file.value == task.name)
            task.photo->light = image::light_of(*task.photo, cache);
    });
    std::optional<std::set<std::string>> there;
    for (auto& task : tasks) {
        for (Diagnostic each : task.found.all()) {
            if (each.rule == "photo-missing") {
                if (!there) there = known_pictures(images);
                if (const auto meant = meant_by(task.name, *there); !meant.empty()) each.hint = meant;
            }
            found.add(std::move(each));
        }
        if (!task.photo) continue;
        kept.emplace(task.name, std::move(*task.photo));
        stamps_[task.name] = task.stamp;
    }
    photos_ = std::move(kept);
    return photos_;
}

}  // namespace brochure::cli
