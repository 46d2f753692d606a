#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "base/report.hpp"

namespace brochure {

namespace {

using Json = nlohmann::ordered_json;

// Text that is not UTF-8 (a file's name may be anything) must not make the report fail.
std::string dump(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

const char* name_of(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            break;
    }
    return "error";
}

// A path as a relative URI reference (RFC 3986, 3.3 and 4.2): everything but the unreserved characters and '/' is
// escaped, a colon too, which could be taken for the end of a scheme. An absolute path is a file URI (RFC 8089).
std::string uri_of(std::string_view path) {
    std::string out = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        const bool safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
                          c == '-' || c == '.' || c == '_' || c == '~';
        if (safe) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += "0123456789ABCDEF"[byte >> 4];
        out += "0123456789ABCDEF"[byte & 15];
    }
    return out;
}

std::string rule_of(const Diagnostic& each) {
    return each.rule.empty() ? "general" : each.rule;
}

// A length in points with three decimals, as the display list has them.
double rounded(Length length) {
    return std::round(length.pt() * 1000) / 1000;
}

// What was measured, if anything was: where on which page, how much, and how much may be.
void put_measured(Json& one, const Diagnostic& each) {
    if (!each.measured) return;
    const Measured& m = *each.measured;
    if (m.page > 0) one["page"] = m.page;
    if (m.place)
        one["place"] = {{"left", rounded(m.place->left)},
                        {"top", rounded(m.place->top)},
                        {"width", rounded(m.place->width)},
                        {"height", rounded(m.place->height)}};
    if (m.value) one["measured"] = std::round(*m.value * 1000) / 1000;
    if (m.limit) one["limit"] = std::round(*m.limit * 1000) / 1000;
    if (!m.unit.empty()) one["unit"] = m.unit;
}

Json sarif_result(const Diagnostic& each, const SourceFiles& files, const std::map<std::string, std::size_t>& rules) {
    Json result;
    result["ruleId"] = rule_of(each);
    result["ruleIndex"] = rules.at(rule_of(each));
    result["level"] = name_of(each.severity);
    result["message"]["text"] = each.hint.empty() ? each.text : each.text + "\nHint: " + each.hint;
    if (each.measured) put_measured(result["properties"], each);
    if (each.where.file.index < 0) return result;
    Json place;
    place["artifactLocation"]["uri"] = uri_of(files.path(each.where.file));
    place["region"]["startLine"] = each.where.line;
    place["region"]["startColumn"] = each.where.column;
    Json location;
    location["physicalLocation"] = std::move(place);
    result["locations"] = Json::array({std::move(location)});
    return result;
}

}  // namespace

std::string report_json(const Diagnostics& found, const SourceFiles& files) {
    Json list = Json::array();
    const auto sorted = found.sorted(files);
    std::map<Severity, int> counts;
    for (const auto& each : sorted) {
        const bool placed = each.where.file.index >= 0;
        ++counts[each.severity];
        Json one;
        one["path"] = placed ? files.path(each.where.file) : "";
        one["line"] = placed ? each.where.line : 0;
        one["column"] = placed ? each.where.column : 0;
        one["severity"] = name_of(each.severity);
        one["rule"] = each.rule;
        one["text"] = each.text;
        one["hint"] = each.hint;
        put_measured(one, each);
        list.push_back(std::move(one));
    }
    Json out;
    out["version"] = 1;
    out["diagnostics"] = std::move(list);
    for (const auto severity : {Severity::error, Severity::warning, Severity::note})
        out["counts"][name_of(severity)] = counts[severity];
    return dump(out);
}

std::string report_sarif(const Diagnostics& found, const SourceFiles& files, std::string_view version) {
    const auto sorted = found.sorted(files);
    std::map<std::string, std::size_t> rules;
    for (const auto& each : sorted) rules.emplace(rule_of(each), 0);
    Json listed = Json::array();
    for (auto& [rule, index] : rules) {
        index = listed.size();
        Json one;
        one["id"] = rule;
        listed.push_back(std::move(one));
    }
    Json results = Json::array();
    for (const auto& each : sorted) results.push_back(sarif_result(each, files, rules));
    Json driver;
    driver["name"] = "brochure";
    driver["version"] = version;
    driver["rules"] = std::move(listed);
    Json run;
    run["tool"]["driver"] = std::move(driver);
    run["columnKind"] = "unicodeCodePoints";
    run["results"] = std::move(results);
    Json out;
    out["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
    out["version"] = "2.1.0";
    out["runs"] = Json::array({std::move(run)});
    return dump(out);
}

}  // namespace brochure
