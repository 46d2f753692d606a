#pragma once
#include <chrono>
#include <filesystem>
#include <optional>

#include "cli/press_line.hpp"

namespace brochure::cli {

/// Remembers between runs what `check` had to say of a project, as long as nothing has changed that it depends on: the
/// words of the command line, the program and its libraries, the text of every file read (compared by hash), and the
/// photos, fonts, hyphenation patterns and time zones (compared by size, times and inode). Only a check without errors
/// is kept. Safe with several processes at once; a file cut short is no answer.
class KnownCheck {
public:
    /// Made before anything is read: what is younger than that may have changed while it was read, and is not trusted.
    KnownCheck(const Options& options, const Surroundings& surroundings);

    /// What was said before, with the texts that a report quotes; empty when that is not known, or no longer holds.
    std::optional<Outcome> recall() const;
    /// `fonts`: those that the check used; null: nothing was set.
    void keep(const Outcome& outcome, const text::Fonts* fonts) const;

private:
    const Options& options_;
    std::chrono::nanoseconds started_;  // since 1970
    int cores_;
    std::filesystem::path file_;  // empty: nothing is kept
};

}  // namespace brochure::cli
