#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "catch.hpp"
#include "yaml/given.hpp"
#include "yaml/position.hpp"

using namespace brochure;

namespace {

// Every scalar's characters have a place in the file.
void check_places(const yaml::Node& node, const SourceFiles& files) {
    for (std::size_t i = 0; i <= node.scalar.size(); i += 1 + node.scalar.size() / 8) {
        const auto where = yaml::position_in(node, i, files);
        CHECK(where.line >= 1);
        CHECK(where.column >= 1);
    }
    for (const auto& item : node.items) check_places(item, files);
    for (const auto& [key, value] : node.entries) check_places(value, files);
}

}  // namespace

TEST_CASE("every file of the fuzzer's corpus gives a tree or a reason why not") {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(PROJECT_DIR "/tests/fuzz/corpus/yaml"))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    REQUIRE(paths.size() > 10);
    for (const auto& path : paths) {
        INFO(path);
        std::ifstream in(path, std::ios::binary);
        Given given(std::string(std::istreambuf_iterator<char>(in), {}));
        CHECK((given.node.has_value() || given.found.has_errors()));
        CHECK_FALSE(given.found.has_failures());
        if (given.node) check_places(*given.node, given.files);
    }
}
