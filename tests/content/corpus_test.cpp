#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catch.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

TEST_CASE("what the fuzzer starts from, and what once broke something, is read without breaking anything") {
    std::vector<std::filesystem::path> files;
    for (const auto& each : std::filesystem::directory_iterator(PROJECT_DIR "/tests/fuzz/corpus/content"))
        if (each.is_regular_file()) files.push_back(each.path());
    std::sort(files.begin(), files.end());
    CHECK(files.size() >= 8);
    for (const auto& each : files) {
        INFO(each);
        std::ifstream in(each, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        CHECK(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()) == 0);
        // Cut short, as a file is that an editor has half saved.
        for (const std::size_t part : {std::size_t{1}, bytes.size() / 3, bytes.size() / 2})
            CHECK(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                         std::min(part, bytes.size())) == 0);
    }
}
