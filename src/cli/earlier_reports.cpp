#include "cli/earlier_reports.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>

#include "base/file.hpp"

namespace brochure::cli {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& object, const char* key) {
    const auto at = object.find(key);
    return at != object.end() && at->is_string() ? at->get<std::string>() : std::string{};
}

bool chosen(const std::vector<std::string>& asked, const std::string& name) {
    return asked.empty() || std::find(asked.begin(), asked.end(), name) != asked.end();
}

std::vector<Made> files_of(const Json& report, const fs::path& out) {
    std::vector<Made> files;
    const auto editions = report.find("editions");
    if (editions == report.end() || !editions->is_array()) return files;
    for (const Json& each : *editions) {
        if (!each.is_object()) continue;
        files.push_back({.publication = text_of(report, "publication"),
                         .city = text_of(report, "city"),
                         .lang = text_of(report, "lang"),
                         .edition = text_of(each, "edition"),
                         .file = out / fs::path{text_of(each, "file")}.filename(),
                         .instruction = {}});
    }
    return files;
}

/// Whether a file of which the report says that it was made is still there.
bool has_a_file(const Json& report, const fs::path& out) {
    const auto editions = report.find("editions");
    if (editions == report.end() || !editions->is_array()) return true;
    return std::any_of(editions->begin(), editions->end(), [&](const Json& each) {
        if (!each.is_object()) return true;
        std::error_code unknown;
        const auto made = each.find("made");
        return (made == each.end() || *made != false) &&
               fs::exists(out / fs::path{text_of(each, "file")}.filename(), unknown);
    });
}

/// Whether the content has such a publication, for such a city.
bool is_known(const content::Content& content, const std::string& publication, const std::string& city) {
    const auto& all = content.publications;
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.name.value == publication; });
    if (same == all.end()) return false;
    if (!same->for_each || city.empty()) return !same->for_each && city.empty();
    return std::any_of(content.cities.begin(), content.cities.end(),
                       [&](const auto& each) { return each.slug == city; });
}

template <class Function>
void for_each_report(const fs::path& out, const Options& options, Function&& function) {
    std::error_code fault;
    for (fs::directory_iterator entry{out, fault}, end; !fault && entry != end; entry.increment(fault)) {
        if (!entry->path().filename().string().ends_with("-preflight.json")) continue;
        FileFault unreadable;
        const auto text = read_file(entry->path(), unreadable);
        if (!text) continue;
        const Json report = Json::parse(*text, nullptr, false);
        if (!report.is_object() || !text_of(report, "program").starts_with("brochure ")) continue;
        if (chosen(options.publications, text_of(report, "publication")) &&
            chosen(options.cities, text_of(report, "city")) && chosen(options.langs, text_of(report, "lang")))
            function(entry->path(), report);
    }
}

}  // namespace

std::map<fs::path, std::vector<Made>> earlier_reports(const fs::path& out, const Options& options) {
    std::map<fs::path, std::vector<Made>> all;
    for_each_report(out, options, [&](const fs::path& file, const Json& report) {
        if (auto files = files_of(report, out); !files.empty()) all.emplace(file, std::move(files));
    });
    return all;
}

void remove_ghosts(const fs::path& out, const Options& options, const content::Content& content) {
    std::vector<fs::path> ghosts;
    for_each_report(out, options, [&](const fs::path& file, const Json& report) {
        if (!is_known(content, text_of(report, "publication"), text_of(report, "city")) && !has_a_file(report, out))
            ghosts.push_back(file);
    });
    std::error_code ignored;
    for (const fs::path& file : ghosts) fs::remove(file, ignored);
}

}  // namespace brochure::cli
