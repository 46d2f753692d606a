#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "sandbox.hpp"

/// What `build` left of the preflight of a publication.
nlohmann::json preflight(const Sandbox& box, const std::string& publication);

/// A rule of one edition in it, which must be there.
const nlohmann::json& rule(const nlohmann::json& edition, const std::string& name);
