#include "cli/cli.hpp"

/// How jemalloc keeps memory. A run makes millions of small pieces, some on one thread for another, and then ends: an
/// arena for each core, nothing given back before the end, large pages for the books that are kept. Without jemalloc
/// nobody reads it.
extern "C" {
extern const char* const malloc_conf;
const char* const malloc_conf =
    "percpu_arena:percpu,dirty_decay_ms:-1,muzzy_decay_ms:-1,metadata_thp:always,tcache_max:65536";
}

int main(int argc, char** argv) {
    return brochure::cli::run(argc, argv);
}
