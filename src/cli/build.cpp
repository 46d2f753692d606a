#include <chrono>

#include "cli/cli.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"

namespace brochure::cli {

int build(const Options& options, const Surroundings& surroundings) {
    const auto start = std::chrono::steady_clock::now();
    listen_for_interrupt();
    Progress progress{surroundings.progress && options.format == Options::Format::text};
    PressLine line{options, surroundings, progress};
    const Outcome outcome = line.run({.write = options.command == Options::Command::build});
    progress.end();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    const int status = tell(outcome, options, surroundings, taken.count());
    if (outcome.interrupted) end_by_signal();
    return status;
}

}  // namespace brochure::cli
