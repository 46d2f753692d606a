#pragma once
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "sandbox.hpp"

/// What `build` left of the preflight of a publication.
nlohmann::json preflight(const Sandbox& box, const std::string& publication);

/// A rule of one edition in it, which must be there.
const nlohmann::json& rule(const nlohmann::json& edition, const std::string& name);

/// The rules of the preflight and the findings that speak against each, as the manual has them.
std::map<std::string, std::set<std::string>> rules_of_manual();

/// The rules that are not passed in any of the editions that a run tells of: `build` or `check` with --format json.
std::set<std::string> broken_rules(const nlohmann::json& report);
