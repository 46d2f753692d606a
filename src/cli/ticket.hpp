#pragma once
#include <string>
#include <utility>
#include <vector>

#include "cli/press_line.hpp"

namespace brochure::cli {

/// What a job ticket says of a print file.
struct Ticketed {
    const content::Content& content;
    const PlannedJob& job;
    const content::Printer& printer;
    const page::Publication& publication;
    const prepress::Preflight& report;
    const Made& made;
};

/// The lines of a job ticket: "Trimmed size", "5.5 × 8.5 in (139.7 × 215.9 mm)".
std::vector<std::pair<std::string, std::string>> ticket_lines(const Ticketed& about);

/// A page for the shop beside its file, on letter or, where formats are metric, A4 paper.
bool write_ticket(const Ticketed& about, const Project& project, text::Fonts& fonts, const std::filesystem::path& file,
                  Diagnostics& found);

}  // namespace brochure::cli
