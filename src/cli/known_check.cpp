#include "cli/known_check.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/file.hpp"
#include "cli/cli.hpp"
#include "cli/sources.hpp"
#include "cli/version.hpp"
#include "content/project_files.hpp"
#include "image/hash.hpp"

namespace brochure::cli {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::json;

image::Hash128 hash_of(std::string_view text) {
    image::Hasher hasher;
    hasher.add(std::span{static_cast<const std::uint8_t*>(static_cast<const void*>(text.data())), text.size()});
    return hasher.hash();
}

/// Everything asked for on the command line that a check depends on or names.
std::string question(const Options& options, const Surroundings& surroundings) {
    std::error_code ignored;
    const Json words{version,
                     fs::absolute(options.project, ignored).string(),
                     options.project.string(),
                     options.publications,
                     options.editions,
                     options.cities,
                     options.langs,
                     options.out.value_or("").string(),
                     surroundings.date.value_or(""),
                     surroundings.fonts};
    const auto packed = Json::to_msgpack(words);
    return {packed.begin(), packed.end()};
}

// The hash of the bytes stands before them: a file cut short or muddled does not bear it out.

std::optional<Json> read_entry(const fs::path& file) {
    FileFault ignored;
    const auto bytes = read_file(file, ignored);
    image::Hash128 hash{};
    if (!bytes || bytes->size() < sizeof hash) return std::nullopt;
    std::memcpy(hash.data(), bytes->data(), sizeof hash);
    const std::string_view body = std::string_view{*bytes}.substr(sizeof hash);
    if (hash_of(body) != hash) return std::nullopt;
    return Json::from_msgpack(body.begin(), body.end());
}

void write_entry(const fs::path& file, const Json& entry) {
    const auto packed = Json::to_msgpack(entry);
    const std::string body{packed.begin(), packed.end()};
    const image::Hash128 hash = hash_of(body);
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    // Two runs at once each write a file of their own; the one renamed last stays.
    const fs::path draft = file.string() + "." + std::to_string(::getpid());
    {
        std::ofstream out{draft, std::ios::binary | std::ios::trunc};
        fs::permissions(draft, fs::perms::owner_read | fs::perms::owner_write, ignored);
        out.write(static_cast<const char*>(static_cast<const void*>(hash.data())), sizeof hash);
        out << body << std::flush;
        if (!out) {
            fs::remove(draft, ignored);
            return;
        }
    }
    fs::rename(draft, file, ignored);
    if (ignored) fs::remove(draft, ignored);
}

Json packed(const SourceFiles& files) {
    Json all = Json::array();
    for (int i = 0; i < static_cast<int>(files.size()); ++i)
        all.push_back({files.path(FileId{i}), hash_of(files.text(FileId{i}))});
    return all;
}

/// Reads the texts again in the same order; false if there are others now, or they say something else.
bool same_texts(const Json& before, Project& project, int cores) {
    Diagnostics ignored;
    content::find_files(project.root, project.files, cores, ignored);
    const std::size_t content = project.files.size();
    if (content > before.size()) return false;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto path = before[i][0].get<std::string>();
        const FileId file{static_cast<int>(i)};
        // What stands beside the content (designs, fonts) was opened by name, one after another.
        if (i >= content && (project.files.find(path) || open_file(project, path, ignored) != file)) return false;
        if (project.files.path(file) != path) return false;
        if (hash_of(project.files.text(file)) != before[i][1].get<image::Hash128>()) return false;
    }
    return true;
}

Json packed(const std::vector<fs::path>& sources) {
    Json all = Json::array();
    for (const auto& path : sources) all.push_back({path.string(), stamp_of(path)});
    return all;
}

bool all_older(const Json& sources, std::chrono::nanoseconds moment) {
    return std::all_of(sources.begin(), sources.end(),
                       [&](const Json& each) { return is_older(each[1].get<Stamp>(), moment); });
}

bool unchanged(const Json& sources) {
    return std::all_of(sources.begin(), sources.end(), [](const Json& each) {
        return stamp_of(each[0].get_ref<const std::string&>()) == each[1].get<Stamp>();
    });
}

Json packed(const std::optional<Measured>& measured) {
    if (!measured) return nullptr;
    const auto number = [](const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); };
    Json place;
    if (const auto& at = measured->place) place = {at->left.pt(), at->top.pt(), at->width.pt(), at->height.pt()};
    return {measured->page, place, number(measured->value), number(measured->limit), measured->unit};
}

std::optional<Measured> unpacked_measured(const Json& one) {
    if (one.is_null()) return std::nullopt;
    const auto number = [](const Json& value) {
        return value.is_null() ? std::nullopt : std::optional{value.get<double>()};
    };
    const auto length = [&](int i) { return Length::from_pt(one[1][i].get<double>()); };
    Measured measured{one[0], {}, number(one[2]), number(one[3]), one[4]};
    if (!one[1].is_null()) measured.place = Rect{length(0), length(1), length(2), length(3)};
    return measured;
}

Json packed(const Diagnostics& found) {
    Json all = Json::array();
    for (const auto& one : found.all())
        all.push_back({static_cast<int>(one.severity), one.where.file.index, one.where.line, one.where.column, one.text,
                       one.hint, one.rule, packed(one.measured)});
    return all;
}

Diagnostics unpacked_findings(const Json& all) {
    Diagnostics found;
    for (const auto& one : all)
        found.add({static_cast<Severity>(one[0].get<int>()),
                   {FileId{one[1]}, one[2], one[3]},
                   one[4],
                   one[5],
                   one[6],
                   Blame::author,
                   {},
                   unpacked_measured(one[7])});
    return found;
}

Json packed(const std::vector<Made>& made) {
    Json all = Json::array();
    for (const auto& one : made)
        all.push_back({one.publication, one.city, one.lang, one.edition, one.file.string(), one.pages, one.warnings});
    return all;
}

Json packed(const std::vector<Covered>& coverage) {
    Json all = Json::array();
    for (const auto& [publication, city, one] : coverage) {
        Json missing = Json::array();
        for (const auto& where : one.missing) missing.push_back({where.file.index, where.line, where.column});
        all.push_back({publication, city, one.lang, one.texts, missing, one.words});
    }
    return all;
}

std::vector<Covered> unpacked_coverage(const Json& all) {
    std::vector<Covered> coverage;
    for (const auto& one : all) {
        Covered covered{one[0], one[1], {one[2], one[3], {}, one[5]}};
        for (const auto& where : one[4]) covered.coverage.missing.push_back({FileId{where[0]}, where[1], where[2]});
        coverage.push_back(std::move(covered));
    }
    return coverage;
}

std::vector<Made> unpacked_files(const Json& all) {
    std::vector<Made> made;
    for (const auto& one : all)
        made.push_back({.fate = Made::Fate::checked,
                        .publication = one[0],
                        .city = one[1],
                        .lang = one[2],
                        .edition = one[3],
                        .file = one[4].get<std::string>(),
                        .pages = one[5],
                        .warnings = one[6],
                        .instruction = {}});
    return made;
}

/// Whether there is nothing in it but what an entry holds.
bool can_be_kept(const Outcome& outcome) {
    return outcome.project && outcome.status() == done && outcome.explained.empty() && !outcome.interrupted &&
           std::all_of(outcome.made.begin(), outcome.made.end(),
                       [](const Made& made) { return made.fate == Made::Fate::checked; });
}

}  // namespace

KnownCheck::KnownCheck(const Options& options, const Surroundings& surroundings)
    : options_{options},
      started_{std::chrono::system_clock::now().time_since_epoch()},
      cores_{options.jobs > 0 ? options.jobs : surroundings.cores} {
    if (options.command != Options::Command::check || !options.cache || options.explain || surroundings.cache.empty())
        return;
    file_ = surroundings.cache / "checks" / (image::name_of(hash_of(question(options, surroundings))) + ".check");
}

std::optional<Outcome> KnownCheck::recall() const try {
    if (file_.empty()) return std::nullopt;
    const auto entry = read_entry(file_);
    if (!entry || !unchanged(entry->at("sources"))) return std::nullopt;
    Outcome outcome;
    outcome.project = std::make_unique<Project>();
    outcome.project->root = options_.project;
    if (!same_texts(entry->at("texts"), *outcome.project, cores_)) return std::nullopt;
    outcome.found = unpacked_findings(entry->at("found"));
    outcome.made = unpacked_files(entry->at("made"));
    outcome.coverage = unpacked_coverage(entry->at("coverage"));
    outcome.preflights = entry->at("preflights").get<std::vector<std::string>>();
    return outcome;
} catch (const Json::exception&) {  // an entry of another make
    return std::nullopt;
}

void KnownCheck::keep(const Outcome& outcome, const text::Fonts* fonts) const {
    if (file_.empty() || !fonts || !can_be_kept(outcome)) return;
    auto sources = sources_of(*outcome.project, *fonts);
    if (!sources) return;
    for (auto& file : program_files()) sources->push_back(std::move(file));
    Json entry;
    entry["sources"] = packed(*sources);
    if (!all_older(entry["sources"], started_)) return;
    entry["texts"] = packed(outcome.project->files);
    entry["found"] = packed(outcome.found);
    entry["made"] = packed(outcome.made);
    entry["coverage"] = packed(outcome.coverage);
    entry["preflights"] = outcome.preflights;
    write_entry(file_, entry);
}

}  // namespace brochure::cli
