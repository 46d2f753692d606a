#include <cmath>
#include <nlohmann/json.hpp>

#include "base/report.hpp"
#include "cli/summary.hpp"

namespace brochure::cli {
namespace {

const char* word_for(Made::Fate fate) {
    switch (fate) {
        case Made::Fate::written:
            return "written";
        case Made::Fate::checked:
            return "checked";
        case Made::Fate::unchanged:
            return "unchanged";
        case Made::Fate::failed:
            break;
    }
    return "failed";
}

nlohmann::ordered_json coverage_json(const Outcome& outcome) {
    auto all = nlohmann::ordered_json::array();
    for (const auto& [publication, city, coverage] : outcome.coverage) {
        nlohmann::ordered_json one{{"publication", publication}};
        if (!city.empty()) one["city"] = city;
        one["lang"] = coverage.lang;
        one["texts"] = coverage.texts;
        one["translated"] = coverage.texts - coverage.missing.size();
        one["missing"] = nlohmann::ordered_json::array();
        for (const auto& where : coverage.missing)
            one["missing"].push_back(
                {{"path", outcome.project->files.path(where.file)}, {"line", where.line}, {"column", where.column}});
        if (!coverage.words.empty()) one["words"] = coverage.words;
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace

std::string json_report(const Outcome& outcome, double seconds) {
    using Json = nlohmann::ordered_json;
    Json files = Json::array();
    for (const auto& made : outcome.made) {
        Json file{{"file", made.file.string()},
                  {"result", word_for(made.fate)},
                  {"publication", made.publication},
                  {"edition", made.edition},
                  {"lang", made.lang}};
        if (!made.city.empty()) file["city"] = made.city;
        if (made.fate != Made::Fate::failed) file["pages"] = made.pages;
        if (made.bytes > 0) file["bytes"] = made.bytes;
        if (!made.instruction.empty()) file["instruction"] = made.instruction;
        for (const auto& beside : made.with) file["with"].push_back(beside.string());
        file["warnings"] = made.warnings;
        files.push_back(std::move(file));
    }
    Json all{{"status", outcome.status()}, {"seconds", std::round(seconds * 1000) / 1000}, {"files", std::move(files)}};
    if (!outcome.to_look_at.empty())
        for (const auto& report : outcome.to_look_at) all["preflight"].push_back(report.string());
    if (outcome.project && !outcome.coverage.empty()) all["coverage"] = coverage_json(outcome);
    if (!outcome.explained.empty()) all["explained"] = outcome.explained;
    if (outcome.project) all.update(Json::parse(report_json(outcome.found, outcome.project->files)));
    // File names may hold bytes that are not UTF-8; they are shown with U+FFFD rather than failing the whole report.
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace brochure::cli
