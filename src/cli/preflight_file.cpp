#include "cli/preflight_file.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/report.hpp"
#include "cli/version.hpp"
#include "content/written.hpp"

namespace brochure::cli {
namespace {

using Json = nlohmann::ordered_json;
using prepress::Preflight;
using prepress::Verdict;

double rounded(double value) {
    return std::round(value * 1000) / 1000;
}
double rounded(Length length) {
    return rounded(length.pt());
}

Json rect(const Rect& it) {
    return {{"left", rounded(it.left)},
            {"top", rounded(it.top)},
            {"width", rounded(it.width)},
            {"height", rounded(it.height)}};
}

const char* word_for(Verdict verdict) {
    switch (verdict) {
        case Verdict::passed:
            return "passed";
        case Verdict::warning:
            return "warning";
        case Verdict::not_applicable:
            return "not applicable";
        case Verdict::failed:
            break;
    }
    return "failed";
}

template <class List, class Function>
Json listed(const List& list, Function&& function) {
    Json all = Json::array();
    for (const auto& each : list) all.push_back(function(each));
    return all;
}

Json boxes(const Preflight::Boxes& it) {
    return {{"sheets", it.sheets},
            {"media", {{"width", rounded(it.media.width)}, {"height", rounded(it.media.height)}}},
            {"bleed", rect(it.bleed)},
            {"trim", rect(it.trim)}};
}

Json font(const Preflight::Font& it) {
    return {{"name", it.name}, {"embedded", it.embedded}, {"subset", it.subset}};
}

Json photo(const Preflight::Photo& it) {
    Json one{{"file", it.file}, {"page", it.page}};
    if (it.ppi > 0) one["ppi"] = std::floor(it.ppi + 1e-6);
    if (it.ppi_made > 0) one["ppi in the file"] = std::round(it.ppi_made);
    if (!it.colours.empty()) one["colours"] = it.colours;
    if (it.ink > 0) one["ink"] = std::ceil(it.ink);
    return one;
}

Json code(const prepress::PlacedCode& it) {
    return {{"page", it.page},
            {"place", rect(it.square)},
            {"module", rounded(it.code.module)},
            {"quiet zone", rounded(it.code.quiet)}};
}

Json rule(const prepress::Rule& it) {
    Json one{{"rule", it.name}, {"verdict", word_for(it.verdict)}};
    if (it.measured) one["measured"] = rounded(*it.measured);
    if (it.limit) one["limit"] = rounded(*it.limit);
    if (!it.unit.empty()) one["unit"] = it.unit;
    if (it.forgiven()) one["note"] = "within the tolerance";
    if (it.page > 0) one["page"] = it.page;
    if (it.place) one["place"] = rect(*it.place);
    if (!it.not_measured.empty()) one["not measured"] = it.not_measured;
    return one;
}

// A file that is not there claims nothing.
void add(Json& one, const Preflight& report, bool made) {
    if (made) one["standards"] = report.standards;
    one["pages"] = report.pages;
    one["sheets"] = report.sheets;
    one["boxes"] = listed(report.boxes, boxes);
    one["fonts"] = listed(report.fonts, font);
    one["photos"] = listed(report.photos, photo);
    one["overprint"] = report.overprint;
    one["codes"] = listed(report.codes, code);
    one["figures"] = {{"with words", report.figures - report.figures_without_alt},
                      {"without", report.figures_without_alt}};
    one["rules"] = listed(report.rules, rule);
}

Json findings(const Diagnostics& found, const SourceFiles& files) {
    Diagnostics told;
    for (const Diagnostic& each : found.all())
        if (each.severity != Severity::note) told.add(each);
    if (told.all().empty()) return Json::array();
    return Json::parse(report_json(content::placed(told, files), files))["diagnostics"];
}

}  // namespace

std::string preflight_json(const std::vector<Inspected>& editions, const SourceFiles& files) {
    Json all{{"version", 1}, {"program", std::string{"brochure "} + version}};
    all["publication"] = editions.front().made->publication;
    if (!editions.front().made->city.empty()) all["city"] = editions.front().made->city;
    all["lang"] = editions.front().made->lang;
    all["editions"] = Json::array();
    for (const Inspected& each : editions) {
        const bool made = each.made->fate == Made::Fate::written || each.made->fate == Made::Fate::unchanged;
        Json one{{"edition", each.made->edition}, {"file", each.made->file.filename().string()}, {"made", made}};
        if (std::error_code unknown;
            each.made->fate == Made::Fate::failed && std::filesystem::exists(each.made->file, unknown))
            one["on disk"] = "the file of that name is of an earlier build";
        if (each.report)
            add(one, *each.report, made);
        else if (const auto broken = prepress::broken_rules(each.found.all()); !broken.empty())
            one["rules"] = listed(broken, rule);
        one["findings"] = findings(each.found, files);
        all["editions"].push_back(std::move(one));
    }
    return all.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace brochure::cli
