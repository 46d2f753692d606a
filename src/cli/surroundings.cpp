#include "cli/surroundings.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>
#include <thread>

namespace brochure::cli {
namespace {

/// The variable's value; empty also when it is set to nothing, which the XDG rules treat alike.
std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::filesystem::path cache_folder() {
    // A relative path in XDG_CACHE_HOME is to be ignored: XDG Base Directory Specification 0.8.
    if (const std::filesystem::path xdg = variable("XDG_CACHE_HOME"); xdg.is_absolute()) return xdg / "brochure";
    if (const std::filesystem::path home = variable("HOME"); home.is_absolute()) return home / ".cache" / "brochure";
    return {};
}

std::string font_variables() {
    std::string all;
    for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "FONTCONFIG_FILE",
                             "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT"})
        all.append(name).append("=").append(variable(name)).append(";");
    std::replace_if(
        all.begin(), all.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return all;
}

}  // namespace

std::optional<std::string> date_of_epoch(const std::string& seconds) {
    std::int64_t value = 0;
    const char* const end = seconds.data() + seconds.size();
    const auto [stop, fault] = std::from_chars(seconds.data(), end, value);
    constexpr std::int64_t year_10000 = 253'402'300'800;
    if (seconds.empty() || fault != std::errc{} || stop != end || value < 0 || value >= year_10000) return std::nullopt;
    const auto time = static_cast<std::time_t>(value);
    std::tm utc{};
    gmtime_r(&time, &utc);
    char text[32];
    const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return std::string{text, length};
}

Surroundings look_around() {
    Surroundings found;
    found.cache = cache_folder();
    found.fonts = font_variables();
    if (const std::string epoch = variable("SOURCE_DATE_EPOCH"); !epoch.empty()) {
        found.date = date_of_epoch(epoch);
        if (!found.date) found.fault = "SOURCE_DATE_EPOCH is not a number of seconds since 1970: \"" + epoch + "\"";
    }
    if (const unsigned cores = std::thread::hardware_concurrency()) found.cores = static_cast<int>(cores);
    const bool terminal = isatty(STDERR_FILENO) != 0;
    const std::string kind = variable("TERM");
    found.progress = terminal && !kind.empty() && kind != "dumb";
    found.colour = found.progress && variable("NO_COLOR").empty();
    return found;
}

}  // namespace brochure::cli
