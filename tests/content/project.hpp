#pragma once
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "catch.hpp"
#include "content/content.hpp"

/// A project in a folder of its own, which goes when the test ends.
class Project {
public:
    Project() {
        static int count = 0;
        folder_ = std::filesystem::temp_directory_path() /
                  ("brochure-content-test-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
        std::filesystem::create_directories(folder_ / "content" / "cities");
    }
    ~Project() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    Project(const Project&) = delete;
    Project& operator=(const Project&) = delete;
    Project& file(const std::string& path, const std::string& text) {
        std::filesystem::create_directories((folder_ / path).parent_path());
        std::ofstream(folder_ / path, std::ios::binary) << text;
        return *this;
    }
    const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
};

/// "content/cities/x.yaml:2:3: error: text (hint)", one line each.
inline std::string told(const brochure::Diagnostics& found, const brochure::SourceFiles& files, bool notes = false) {
    std::string out;
    for (const auto& each : found.sorted(files)) {
        if (each.severity == brochure::Severity::note && !notes) continue;
        if (each.where.file.index >= 0)
            out += files.path(each.where.file) + ":" + std::to_string(each.where.line) + ":" +
                   std::to_string(each.where.column) + ": ";
        out += each.severity == brochure::Severity::error     ? "error: "
               : each.severity == brochure::Severity::warning ? "warning: "
                                                              : "note: ";
        out += each.text + (each.hint.empty() ? "" : " (" + each.hint + ")") + "\n";
    }
    return out;
}

inline const char* small_organisation = "organisation: {name: Friends, home: {city: Norman, country: US}}\n";
inline const char* small_publications = "publications: {brochure: {design: municipal, format: half-letter}}\n";
