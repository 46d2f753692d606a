#include <cmath>
#include <cstdint>
#include <limits>

#include "base/pack.hpp"
#include "catch.hpp"

using namespace brochure;

namespace {

constexpr std::uint64_t numbers[] = {0, 1, 127, 128, 300, 1u << 31, std::numeric_limits<std::uint64_t>::max()};
constexpr double reals[] = {0.0, -0.0, 0.1, -1e300, std::numeric_limits<double>::infinity()};

std::string packed() {
    std::string bytes;
    for (const auto number : numbers) pack(number, bytes);
    for (const auto number : numbers) pack_whole(number, bytes);
    for (const auto real : reals) pack(real, bytes);
    for (const std::string_view text : {"", "one", "Chaîne"}) pack(text, bytes);
    return bytes;
}

}  // namespace

TEST_CASE("what was packed is taken back bit for bit, and then nothing is left") {
    const std::string bytes = packed();
    Unpacker from{bytes};
    for (const auto number : numbers) CHECK(from.number() == number);
    for (const auto number : numbers) CHECK(from.whole() == number);
    for (const auto real : reals) {
        const double taken = from.real();
        CHECK(taken == real);
        CHECK(std::signbit(taken) == std::signbit(real));
    }
    for (const std::string_view text : {"", "one", "Chaîne"}) CHECK(from.text() == text);
    CHECK(from.at_end());
    CHECK(from.number() == 0);
    CHECK(!from.good());
}

TEST_CASE("bytes cut short give zeros and empty texts, and say so") {
    const std::string bytes = packed();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        Unpacker from{std::string_view{bytes}.substr(0, size)};
        for (std::size_t i = 0; i < std::size(numbers); ++i) from.number();
        for (std::size_t i = 0; i < std::size(numbers); ++i) from.whole();
        for (std::size_t i = 0; i < std::size(reals); ++i) from.real();
        for (int i = 0; i < 3; ++i) from.text();
        CHECK(!from.good());
        CHECK(!from.at_end());
    }
}

TEST_CASE("a count of more things than there are bytes for is none") {
    std::string bytes;
    pack(std::uint64_t{3}, bytes);
    bytes += "123456";
    CHECK(Unpacker{bytes}.count(2) == 3);
    Unpacker from{bytes};
    CHECK(from.count(3) == 0);
    CHECK(!from.good());
}
