#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "cli/cli.hpp"
#include "cli/commands.hpp"

namespace brochure::cli {
namespace {

constexpr int megabyte = 1 << 20;

/// Asks the kernel for large pages behind the heap's next `room` bytes: to hand out a hundred megabytes in pieces of
/// 4 KB takes longer than to fill them. Only what is used is taken. Where there are none, nothing changes.
void ask_for_large_pages(int room) {
    ::mallopt(M_TOP_PAD, room);
    void* piece = std::malloc(megabyte / 2);  // more than there is yet: the heap grows by it, and by `room`
    if (!piece) return;
    constexpr std::uintptr_t large = 2 * megabyte;
    const auto begin = (reinterpret_cast<std::uintptr_t>(piece) + large - 1) / large * large;
    const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0)) / large * large;
    std::free(piece);
    if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

/// A run makes millions of small pieces and then ends. glibc gives memory back as soon as it can, and has more heaps
/// than there are threads at work. One for each core, never shrunk, is faster and takes no more memory than one for
/// all, for which they would wait.
void keep_memory(const Surroundings& surroundings) {
    ::mallopt(M_TRIM_THRESHOLD, 512 * megabyte);
    ::mallopt(M_MMAP_THRESHOLD, megabyte);
    ::mallopt(M_ARENA_MAX, surroundings.cores);
    ask_for_large_pages(256 * megabyte);
    ::mallopt(M_TOP_PAD, 2 * megabyte);
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
