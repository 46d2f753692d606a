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

}  // namespace

std::map<fs::path, std::vector<Made>> earlier_reports(const fs::path& out, const Options& options) {
    std::map<fs::path, std::vector<Made>> all;
    std::error_code fault;
    for (fs::directory_iterator entry{out, fault}, end; !fault && entry != end; entry.increment(fault)) {
        if (!entry->path().filename().string().ends_with("-preflight.json")) continue;
        FileFault unreadable;
        const auto text = read_file(entry->path(), unreadable);
        if (!text) continue;
        const Json report = Json::parse(*text, nullptr, false);
        if (!report.is_object() || !text_of(report, "program").starts_with("brochure ")) continue;
        if (!chosen(options.publications, text_of(report, "publication")) ||
            !chosen(options.cities, text_of(report, "city")) || !chosen(options.langs, text_of(report, "lang")))
            continue;
        if (auto files = files_of(report, out); !files.empty()) all.emplace(entry->path(), std::move(files));
    }
    return all;
}

}  // namespace brochure::cli
