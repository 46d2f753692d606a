#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void feed(const std::string& bytes) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

TEST_CASE("what the font fuzzer starts from, and what once broke something, is refused or measured") {
    int files = 0;
    for (const auto& each : std::filesystem::directory_iterator(PROJECT_DIR "/tests/fuzz/corpus/font")) {
        feed(bytes_of(each.path()));
        ++files;
    }
    CHECK(files >= 4);
}

TEST_CASE("a font with any one stretch of it overwritten is refused or measured") {
    const std::string whole = bytes_of("/usr/share/fonts/truetype/noto/NotoSerifHebrew-Regular.ttf");
    REQUIRE(whole.size() > 10000);
    for (std::size_t at = 0; at < whole.size(); at += 1 + at / 4) {
        std::string damaged = whole;
        for (std::size_t i = at; i < std::min(at + 16, damaged.size()); ++i)
            damaged[i] = static_cast<char>(0xFF - (i - at));
        feed(damaged);
        feed(whole.substr(0, at));
    }
}
