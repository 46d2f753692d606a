#include <cstdio>

#include "cli/cli.hpp"
#include "cli/commands.hpp"

namespace brochure::cli {

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
    return options.command == Options::Command::watch ? watch(options, surroundings) : build(options, surroundings);
}

}  // namespace brochure::cli
