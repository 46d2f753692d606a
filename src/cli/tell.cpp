#include <cstdio>
#include <filesystem>

#include "base/report.hpp"
#include "cli/cli.hpp"
#include "cli/commands.hpp"
#include "cli/summary.hpp"
#include "cli/version.hpp"

namespace brochure::cli {
namespace {

/// `build` leaves out the notes ("still to fill in"), which `check` is for.
Diagnostics without_notes(const Diagnostics& found) {
    Diagnostics kept;
    for (const auto& one : found.all())
        if (one.severity != Severity::note) kept.add(one);
    return kept;
}

void tell_people(const Outcome& outcome, const Options& options, const Surroundings& surroundings, double seconds) {
    const bool check = options.command == Options::Command::check;
    const Colours colours = surroundings.colour ? Colours::ansi : Colours::off;
    const std::string faults =
        report_text(check ? outcome.found : without_notes(outcome.found), outcome.project->files, colours);
    std::fputs(faults.c_str(), stderr);
    for (const auto& text : outcome.explained) std::fprintf(stdout, "%s\n", text.c_str());
    std::fputs(summary(outcome, options, seconds).c_str(), stdout);
}

/// In a SARIF log a relative name is one below the folder that the log is about; what lies elsewhere has its whole
/// name.
SourceFiles named_for_sarif(const SourceFiles& files) {
    SourceFiles named;
    for (FileId file{0}; file.index < static_cast<int>(files.size()); ++file.index) {
        std::string path = files.path(file);
        if (path.starts_with("../")) path = std::filesystem::absolute(path).lexically_normal().generic_string();
        named.add(std::move(path), files.text(file));
    }
    return named;
}

}  // namespace

int tell(Outcome& outcome, const Options& options, const Surroundings& surroundings, double seconds) {
    if (!outcome.usage_fault.empty()) {
        std::fprintf(stderr, "brochure: %s\n", outcome.usage_fault.c_str());
        return wrong_usage;
    }
    if (options.project.lexically_normal() != ".") outcome.project->files = seen_from_here(*outcome.project);
    switch (options.format) {
        case Options::Format::text:
            tell_people(outcome, options, surroundings, seconds);
            break;
        case Options::Format::json:
            std::fputs(json_report(outcome, seconds).c_str(), stdout);
            break;
        case Options::Format::sarif:
            std::fputs(report_sarif(outcome.found, named_for_sarif(outcome.project->files), version).c_str(), stdout);
            break;
    }
    // What did not fit into the buffer was written, or not, long before the last flush: the stream's own flag
    // remembers.
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return outcome.status();
    std::fputs("brochure: the report could not be written to the standard output\n", stderr);
    return world_failed;
}

}  // namespace brochure::cli
