#include <chrono>
#include <cstdio>
#include <filesystem>
#include <set>

#include "cli/cli.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/summary.hpp"
#include "cli/watcher.hpp"

namespace brochure::cli {
namespace {

using namespace std::chrono_literals;

/// Whether a change can alter how text is set without altering what is set: then every file is written again.
bool touches_the_look(const std::vector<std::string>& changed) {
    for (const auto& path : changed)
        if (path.starts_with("fonts/") || path.starts_with("content/designs/") || path == "content") return true;
    return false;
}

std::string list_of(const std::vector<std::string>& changed) {
    constexpr std::size_t most = 3;
    std::string list;
    for (std::size_t i = 0; i < changed.size() && i < most; ++i) list += (i > 0 ? ", " : "") + changed[i];
    if (changed.size() > most) list += " and " + std::to_string(changed.size() - most) + " more";
    return list;
}

void say(const std::string& text) {
    std::fputs(text.c_str(), stdout);
    std::fflush(stdout);
}

/// Files that this program wrote and would not write any more: those of a city or publication that is gone.
class Orphans {
public:
    /// One line for each file of the last complete build that `outcome` has no place for.
    std::string lines_after(const Outcome& outcome) {
        if (outcome.status() != done) return {};
        std::set<std::filesystem::path> made;
        for (const auto& each : outcome.made) made.insert(each.file);
        std::string lines;
        std::error_code ignored;
        for (const auto& file : made_)
            if (!made.contains(file) && std::filesystem::exists(file, ignored))
                lines += file.string() + " is of content that is gone: delete it if nobody needs it\n";
        made_ = std::move(made);
        return lines;
    }

private:
    std::set<std::filesystem::path> made_;
};

}  // namespace

int watch(const Options& options, const Surroundings& surroundings) {
    if (const std::string why = why_no_project(options.project); !why.empty()) {
        std::fprintf(stderr, "brochure: %s\n", why.c_str());
        return wrong_usage;
    }
    listen_for_interrupt();
    // Watching begins before the first build, so that what is saved meanwhile is built too.
    Watcher watcher{options.project, {"content", "images", "fonts"}};
    if (!watcher.works()) {
        std::fputs("brochure: this system gives no more inotify instances; end another watching program first\n",
                   stderr);
        return world_failed;
    }
    Progress progress{surroundings.progress};
    PressLine line{options, surroundings, progress};
    Orphans orphans;
    std::vector<std::string> changed{"content"};
    for (bool first = true; !interrupted(); first = false) {
        const auto start = std::chrono::steady_clock::now();
        if (!first) say(list_of(changed) + " changed\n");
        Outcome outcome = line.run({.write = true, .skip_unchanged = true, .look_changed = touches_the_look(changed)});
        progress.end();
        if (outcome.interrupted) break;
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        const std::string left_behind = orphans.lines_after(outcome);
        const int status = tell(outcome, options, surroundings, taken.count());
        if (first && status == wrong_usage) return status;
        say(left_behind);
        if (first) say("watching content/, images/ and fonts/; Ctrl-C ends\n");
        changed = watcher.wait(20ms);
    }
    say("\nended\n");
    return done;  // the only way to end it, so not a failure
}

}  // namespace brochure::cli
