#include <chrono>

#include "cli/cli.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/known_check.hpp"

namespace brochure::cli {
namespace {

Outcome made_or_known(const Options& options, const Surroundings& surroundings) {
    const KnownCheck known{options, surroundings};
    if (auto outcome = known.recall()) return std::move(*outcome);
    Progress progress{surroundings.progress && options.format == Options::Format::text};
    PressLine line{options, surroundings, progress};
    Outcome outcome = line.run({.write = options.command == Options::Command::build});
    progress.end();
    known.keep(outcome, line.fonts());
    return outcome;
}

}  // namespace

int build(const Options& options, const Surroundings& surroundings) {
    const auto start = std::chrono::steady_clock::now();
    listen_for_interrupt();
    Outcome outcome = made_or_known(options, surroundings);
    const bool interrupted = outcome.interrupted;
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    const int status = tell(std::move(outcome), options, surroundings, taken.count());
    if (interrupted) end_by_signal();
    return status;
}

}  // namespace brochure::cli
