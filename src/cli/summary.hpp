#pragma once
#include <string>

#include "cli/press_line.hpp"

namespace brochure::cli {

/// The end of a run for people: a line for each file (pages, size), what was not made, warnings and the time.
/// `seconds`: how long it took.
std::string summary(const Outcome& outcome, const Options& options, double seconds);

/// The end of a run for programs: one JSON document, report_json() with "status", "seconds" and "files" added.
std::string json_report(const Outcome& outcome, double seconds);

/// "1.2 MB": thousands, as disks and mail programs count.
std::string size_text(std::uint64_t bytes);
/// "0.04 s", "12 s", "2 min 5 s".
std::string time_text(double seconds);
/// "1 page", "16 pages".
std::string counted(std::size_t count, const std::string& one, const std::string& many);

}  // namespace brochure::cli
