#include "cli/progress.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.hpp"

using brochure::cli::Progress;
using namespace std::chrono_literals;

namespace {

/// What goes to the standard error output while `work` runs.
template <class Work>
std::string told_by(Work work) {
    const auto file = std::filesystem::temp_directory_path() / ("progress-test-" + std::to_string(getpid()));
    const int kept = dup(STDERR_FILENO), into = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    dup2(into, STDERR_FILENO);
    work();
    dup2(kept, STDERR_FILENO);
    close(into);
    close(kept);
    std::ifstream in{file};
    const std::string told{std::istreambuf_iterator<char>{in}, {}};
    std::filesystem::remove(file);
    return told;
}

}  // namespace

TEST_CASE("work of over half a second is told of on one line, which is rubbed out at the end") {
    const auto told = told_by([] {
        Progress progress{true};
        progress.begin("composing", 3);
        progress.step();
        std::this_thread::sleep_for(800ms);
        progress.begin("writing", 2);
        std::this_thread::sleep_for(300ms);
        progress.end();
    });
    CHECK(told.find("\r\033[Kcomposing 1 of 3") == 0);
    CHECK(told.find("\r\033[Kwriting 0 of 2") != std::string::npos);
    CHECK(told.ends_with("\r\033[K"));
    CHECK(told.find('\n') == std::string::npos);
}

TEST_CASE("quick work, and work that nobody watches on a terminal, is not told of") {
    CHECK(told_by([] {
              Progress progress{true};
              progress.begin("composing", 3);
              std::this_thread::sleep_for(200ms);
              progress.end();
          }) == "");
    CHECK(told_by([] {
              Progress progress{false};
              progress.begin("composing", 3);
              std::this_thread::sleep_for(700ms);
          }) == "");
}
