#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace brochure::cli {

/// What the user asked for, as typed: names are not yet looked up.
struct Options {
    enum class Command { build, check, watch };
    enum class Format { text, json, sarif };
    Command command = Command::build;
    std::filesystem::path project = ".";
    std::vector<std::string> publications, editions, cities, langs;  // empty: all, all, all, each one's own
    std::optional<std::filesystem::path> out;                        // else PROJECT/out
    std::optional<std::string> printer;                              // else each publication's own
    bool marks = false;                                              // of the print edition: all of them
    int jobs = 0;                                                    // 0: as many as there are cores
    Format format = Format::text;
    bool cache = true;
    bool explain = false;
};

/// The text for --help, --version or a usage fault, and the exit status that goes with it.
struct Answer {
    std::string out, err;
    int status = 0;
};

/// Reads the command line. An answer instead of options when there is nothing to run.
std::variant<Options, Answer> parse(int argc, const char* const* argv);

}  // namespace brochure::cli
