#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "cli/cli.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/known_check.hpp"

namespace brochure::cli {
namespace {

Outcome made_or_known(const Options& options, const Surroundings& surroundings, PressLine& line, Progress& progress) {
    const KnownCheck known{options, surroundings};
    if (auto outcome = known.recall()) return std::move(*outcome);
    Outcome outcome = line.run({.write = options.command == Options::Command::build});
    progress.end();
    known.keep(outcome, line.fonts());
    return outcome;
}

/// Ends the process with all that it holds: giving back a large project piece by piece would take as long as reading a
/// tenth of it, and the kernel takes it back whole. A leak checker wants to see it given back.
int leave(int status) {
#ifndef __SANITIZE_ADDRESS__
    std::fflush(nullptr);
    std::_Exit(status);
#endif
    return status;
}

}  // namespace

int build(const Options& options, const Surroundings& surroundings) {
    const auto start = std::chrono::steady_clock::now();
    listen_for_interrupt();
    Progress progress{surroundings.progress && options.format == Options::Format::text};
    PressLine line{options, surroundings, progress};
    Outcome outcome = made_or_known(options, surroundings, line, progress);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    const int status = tell(outcome, options, surroundings, taken.count());
    if (outcome.interrupted) end_by_signal();
    return leave(status);
}

}  // namespace brochure::cli
