#include <algorithm>

#include "catch.hpp"
#include "fixtures.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

using namespace fixtures;

TEST_CASE("what once troubled the photo readers troubles them no more") {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(FUZZ_CORPUS)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    REQUIRE_FALSE(files.empty());
    for (const auto& file : files) {
        INFO(file.filename());
        const Blob bytes = slurp(file);
        CHECK(LLVMFuzzerTestOneInput(bytes.data(), bytes.size()) == 0);
    }
}

TEST_CASE("photos with a few bytes changed are drawn or refused, never worse") {
    const Canvas canvas = scenery(40, 30);
    std::uint32_t seed = 1;
    const auto random = [&](std::size_t below) { return (seed = seed * 1664525u + 1013904223u) / 65536 % below; };
    for (const Blob& whole : {jpeg(canvas, {.segments = {exif(6)}}), jpeg(canvas, {.progressive = true}),
                              jpeg(scenery(40, 30, 4), {.ycck = true}), png(canvas),
                              png(scenery(40, 30, 4), {.interlaced = true}), text("P6 40 30 255\n") + canvas.pixels,
                              text("<!DOCTYPE svg [<!ENTITY n \"http://www.w3.org/2000/svg\">]><svg xmlns=\"&n;\" "
                                   "viewBox=\"0 0 9 9\"><style>.a{opacity:.5}"
                                   "</style><g id=\"b\" class=\"a\"><path style=\"fill:red;mask:none\" d=\"M0 "
                                   "0h9v9z\"/></g><use href=\"#b\" x=\"3\"/></svg>")}) {
        for (int i = 0; i < 300; ++i) {
            Blob bytes = whole;
            for (std::size_t n = 1 + random(4); n > 0; --n)
                bytes[random(std::min<std::size_t>(bytes.size(), i % 2 ? 400 : bytes.size()))] =
                    static_cast<std::uint8_t>(random(256));
            CHECK(LLVMFuzzerTestOneInput(bytes.data(), bytes.size()) == 0);
        }
    }
}
