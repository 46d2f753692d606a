#include "preflight_report.hpp"

#include <algorithm>
#include <fstream>
#include <regex>

#include "catch.hpp"

using Json = nlohmann::json;

Json preflight(const Sandbox& box, const std::string& publication) {
    return Json::parse(box.read("out/" + publication + "-preflight.json"));
}

const Json& rule(const Json& edition, const std::string& name) {
    const Json& rules = edition.at("rules");
    const auto at = std::find_if(rules.begin(), rules.end(), [&](const Json& each) { return each.at("rule") == name; });
    REQUIRE(at != rules.end());
    return *at;
}

std::map<std::string, std::set<std::string>> rules_of_manual() {
    std::map<std::string, std::set<std::string>> all;
    std::ifstream manual{PROJECT_DIR "/content/printers/README.md"};
    const std::regex head{"^\\| `([a-z-]+)` \\|"}, word{"`([a-z-]+)`"};
    for (std::string row; std::getline(manual, row);) {
        std::smatch name;
        if (!std::regex_search(row, name, head)) continue;
        const std::string cell = row.substr(row.rfind('|', row.size() - 2));
        for (std::sregex_iterator at{cell.begin(), cell.end(), word}, end; at != end; ++at)
            all[name[1]].insert((*at)[1]);
    }
    return all;
}

std::set<std::string> broken_rules(const Json& report) {
    std::set<std::string> all;
    for (const auto& publication : report.at("preflight"))
        for (const auto& edition : publication.at("editions"))
            if (edition.contains("rules"))
                for (const auto& each : edition.at("rules"))
                    if (each.at("verdict") == "warning" || each.at("verdict") == "failed") all.insert(each.at("rule"));
    return all;
}
