#pragma once
#include "cli/options.hpp"
#include "cli/press_line.hpp"
#include "cli/surroundings.hpp"

namespace brochure::cli {

/// `build` and `check`: the line, once. Ends the process with the exit status; returns it only where leaks are looked
/// for.
int build(const Options& options, const Surroundings& surroundings);
/// `watch`: the line again after every saved file, until interrupted.
int watch(const Options& options, const Surroundings& surroundings);

/// Says what is to be said of a run: faults on stderr, results on stdout, or all of it as one document on stdout.
/// Returns the exit status, which is `world_failed` when stdout cannot be written.
int tell(Outcome& outcome, const Options& options, const Surroundings& surroundings, double seconds);

}  // namespace brochure::cli
