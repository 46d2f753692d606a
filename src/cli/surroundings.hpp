#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace brochure::cli {

/// What the process finds around it. Read once, here, and passed down: no other room asks the environment or the clock.
struct Surroundings {
    std::filesystem::path cache;      // $XDG_CACHE_HOME/brochure, else ~/.cache/brochure; empty: neither is set
    std::optional<std::string> date;  // of SOURCE_DATE_EPOCH: "2026-11-23T12:00:00Z"
    int cores = 1;
    bool colour = false;    // stderr is a terminal and NO_COLOR is not set
    bool progress = false;  // stderr is a terminal that can rub out a line
    std::string fonts;      // the variables that tell fontconfig where to look, in one line
    std::string fault;      // a variable that makes no sense, in words; else empty
};
Surroundings look_around();

/// Seconds since 1970 in ISO 8601, UTC; empty for what is no whole number of seconds in the years 1970 to 9999.
std::optional<std::string> date_of_epoch(const std::string& seconds);

}  // namespace brochure::cli
