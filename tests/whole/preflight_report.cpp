#include "preflight_report.hpp"

#include <algorithm>

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
