#include "cli/interrupt.hpp"

#include <csignal>
#include <cstdlib>

namespace brochure::cli {
namespace {

// A signal handler can reach nothing but globals.
volatile std::sig_atomic_t caught = 0;

extern "C" void take_note(int signal) {
    caught = signal;
}

}  // namespace

void listen_for_interrupt() {
    struct sigaction action {};
    action.sa_handler = take_note;
    action.sa_flags = static_cast<int>(SA_RESETHAND);  // the second one is not for us
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() {
    return caught != 0;
}

void end_by_signal() {
    const int signal = caught != 0 ? caught : SIGINT;
    std::signal(signal, SIG_DFL);
    std::raise(signal);
    std::_Exit(128 + signal);
}

}  // namespace brochure::cli
