#pragma once

namespace brochure::cli {

/// From now on SIGINT and SIGTERM ask the program to stop at the next gate instead of killing it in the middle of a
/// file. A second one kills it as usual.
void listen_for_interrupt();
bool interrupted();
/// Ends the process the way the signal would have: a shell then sees that it was interrupted (128 + its number).
[[noreturn]] void end_by_signal();

}  // namespace brochure::cli
