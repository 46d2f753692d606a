#include <malloc.h>

#include <cstdio>

#include "cli/cli.hpp"
#include "cli/commands.hpp"

namespace brochure::cli {
namespace {

/// A run makes millions of small pieces and then ends. glibc gives memory back as soon as it can, and lets a thread's
/// own heap grow by 4 KB a system call: a third of the time of 2,000 pages. With few cores one heap, grown by the
/// megabyte and never shrunk, is faster; with many, waiting for it would cost more.
void keep_memory(const Surroundings& surroundings) {
    constexpr int megabyte = 1 << 20;
    ::mallopt(M_TOP_PAD, 2 * megabyte);
    ::mallopt(M_TRIM_THRESHOLD, 512 * megabyte);
    ::mallopt(M_MMAP_THRESHOLD, megabyte);
    if (surroundings.cores <= 4) ::mallopt(M_ARENA_MAX, 1);
}

}  // namespace

int run(int argc, char** argv) {
    const auto asked = parse(argc, argv);
    if (const auto* answer = std::get_if<Answer>(&asked)) {
        std::fputs(answer->out.c_str(), stdout);
        std::fputs(answer->err.c_str(), stderr);
        return std::fflush(stdout) == 0 && std::ferror(stdout) == 0 ? answer->status : world_failed;
    }
    const auto& options = std::get<Options>(asked);
    const Surroundings surroundings = look_around();
    if (!surroundings.fault.empty()) {
        std::fprintf(stderr, "brochure: %s\n", surroundings.fault.c_str());
        return wrong_usage;
    }
    keep_memory(surroundings);
    return options.command == Options::Command::watch ? watch(options, surroundings) : build(options, surroundings);
}

}  // namespace brochure::cli
