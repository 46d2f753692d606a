#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"

// tests/fuzz/visit_fuzz.cpp, under a name of its own beside the other fuzzer's.
extern "C" int fuzz_visit(const std::uint8_t* data, std::size_t size);

TEST_CASE("visits and tables that the fuzzer starts from are read without breaking anything, however they are cut") {
    std::size_t seen = 0;
    for (const auto& each : std::filesystem::directory_iterator(PROJECT_DIR "/tests/fuzz/corpus/visit")) {
        if (!each.is_regular_file()) continue;
        ++seen;
        INFO(each.path());
        std::ifstream in(each.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        const std::size_t step = std::max<std::size_t>(1, bytes.size() / 60);
        for (std::size_t part = 0; part <= bytes.size(); part += step)
            CHECK(fuzz_visit(reinterpret_cast<const std::uint8_t*>(bytes.data()), part) == 0);
        CHECK(fuzz_visit(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()) == 0);
    }
    CHECK(seen >= 8);
}
