#include "cli/summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/report.hpp"

namespace brochure::cli {
namespace {

template <class... Values>
std::string format(const char* pattern, Values... values) {
    std::array<char, 64> text{};
    const int length = std::snprintf(text.data(), text.size(), pattern, values...);
    return {text.data(), static_cast<std::size_t>(std::clamp(length, 0, static_cast<int>(text.size()) - 1))};
}

std::size_t columns(const std::string& text) {
    return static_cast<std::size_t>(display_width(text));
}
std::string left(const std::string& text, std::size_t width) {
    return text + std::string(width - std::min(width, columns(text)), ' ');
}
std::string right(const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, columns(text)), ' ') + text;
}

std::string file_lines(const Outcome& outcome, bool checked) {
    std::size_t names = 0, pages = 0;
    for (const auto& made : outcome.made) {
        if (made.fate != Made::Fate::written) continue;
        names = std::max(names, columns(made.file.string()));
        pages = std::max(pages, counted(made.pages, "page", "pages").size());
    }
    std::string lines;
    for (const auto& made : outcome.made) {
        if (made.fate != Made::Fate::written) continue;
        lines += left(made.file.string(), names) + "  " +
                 right(counted(made.pages, "page", made.pages == 1 ? "page " : "pages"), pages) + "  " +
                 right(size_text(made.bytes), 8);
        if (made.warnings > 0) lines += "  " + counted(made.warnings, "warning", "warnings");
        lines += "\n";
        if (!made.instruction.empty()) lines += "  " + made.instruction + "\n";
        for (const auto& beside : made.with) lines += "  with " + beside.string() + "\n";
    }
    for (const auto& made : outcome.made) {
        if (made.fate != Made::Fate::failed || checked) continue;
        lines += "not made: " + made.file.string();
        std::error_code ignored;
        if (std::filesystem::exists(made.file, ignored)) lines += "  (the file of that name is from an earlier run)";
        lines += "\n";
    }
    for (const auto& report : outcome.to_look_at)
        lines += "preflight: not everything passed, see " + report.string() + "\n";
    return lines;
}

}  // namespace

std::string size_text(std::uint64_t bytes) {
    const auto value = static_cast<double>(bytes);
    if (bytes < 1000) return format("%.0f B", value);
    if (bytes < 999'500) return format("%.0f KB", value / 1e3);
    if (bytes < 999'950'000) return format("%.1f MB", value / 1e6);
    return format("%.2f GB", value / 1e9);
}

std::string time_text(double seconds) {
    if (seconds < 10) return format("%.2f s", seconds);
    if (seconds < 99.5) return format("%.0f s", seconds);
    const int whole = static_cast<int>(std::lround(seconds));
    return format("%d min %d s", whole / 60, whole % 60);
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string summary(const Outcome& outcome, const Options& options, double seconds) {
    const bool check = options.command == Options::Command::check;
    std::string text = file_lines(outcome, check);
    if (check) text += coverage_table(outcome.coverage);
    const auto of = [&](Made::Fate fate) {
        return static_cast<std::size_t>(
            std::count_if(outcome.made.begin(), outcome.made.end(), [&](const Made& m) { return m.fate == fate; }));
    };
    // A fault that several files share is listed once, and counted once.
    const auto listed = outcome.project ? outcome.found.sorted(outcome.project->files) : outcome.found.all();
    const auto count = [&](Severity severity) {
        return static_cast<std::size_t>(std::count_if(listed.begin(), listed.end(),
                                                      [&](const Diagnostic& one) { return one.severity == severity; }));
    };
    const std::size_t errors = count(Severity::error), notes = count(Severity::note);
    text += check ? counted(of(Made::Fate::checked), "file", "files") + " checked"
                  : counted(of(Made::Fate::written), "file", "files") + " made";
    if (const auto same = of(Made::Fate::unchanged)) text += ", " + std::to_string(same) + " unchanged";
    if (errors > 0) text += ", " + counted(errors, "error", "errors");
    text += ", " + counted(count(Severity::warning), "warning", "warnings");
    if (notes > 0) text += ", " + counted(notes, "note", "notes") + (check ? "" : " (brochure check lists them)");
    return text + ", " + time_text(seconds) + "\n";
}

}  // namespace brochure::cli
