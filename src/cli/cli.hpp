#pragma once

/// cli: arguments, files, the clock, exit codes. One file each for `build`, `check` and `watch`; nothing in it that a
/// user of the library would miss.
namespace brochure::cli {

/// Exit statuses that scripts rely on.
enum Status { done = 0, content_has_errors = 1, wrong_usage = 2, world_failed = 3 };

/// Runs the command line and returns the exit status.
int run(int argc, char** argv);

}  // namespace brochure::cli
