#include <algorithm>
#include <filesystem>

#include "catch.hpp"
#include "design/font_manifest.hpp"
#include "reading.hpp"

using namespace brochure;

TEST_CASE("every file of the fuzzer's corpus gives a design or faults with a place") {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string{PROJECT_DIR} + "/tests/fuzz/corpus/design"))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    REQUIRE(paths.size() > 5);
    for (const auto& path : paths) {
        INFO(path);
        auto read = reading::text(reading::contents(path.string()));
        design::read_fonts(FileId{0}, read.files, read.found);
        CHECK(read.found.has_errors());  // no file is both a design and a list of fonts
        for (const auto& fault : read.found.all()) {
            CHECK(fault.where.line >= 1);
            CHECK(fault.where.column >= 1);
            CHECK_FALSE(fault.text.empty());
        }
    }
}
