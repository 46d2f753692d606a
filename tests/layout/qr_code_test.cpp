#include "layout/qr_code.hpp"

#include "catch.hpp"

using namespace brochure;

namespace {

/// Whether the middle of a module lies inside the lines: an odd number of them stands to its left.
bool inside(const std::vector<std::vector<std::pair<int, int>>>& lines, int x, int y) {
    int crossed = 0;
    for (const auto& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i) {
            const auto &a = line[i], &b = line[(i + 1) % line.size()];
            if (a.first != b.first || a.first > x) continue;
            crossed += std::min(a.second, b.second) <= y && y < std::max(a.second, b.second);
        }
    return crossed % 2 != 0;
}

}  // namespace

TEST_CASE("the sizes of codes at error level M are those of the standard") {
    // ISO/IEC 18004, table 7: bytes that versions 1, 3, 4 and 5 hold; a version v has 17 + 4 v modules a side.
    CHECK(layout::qr_code(std::string(14, 'a'))->side == 21);
    CHECK(layout::qr_code(std::string(42, 'a'))->side == 29);
    CHECK(layout::qr_code(std::string(43, 'a'))->side == 33);
    CHECK(layout::qr_code(std::string(62, 'a'))->side == 33);
    CHECK(layout::qr_code(std::string(84, 'a'))->side == 37);
    CHECK(layout::qr_code(std::string(85, 'a'))->side == 41);
    CHECK(layout::qr_code(std::string(2331, 'a')));
    CHECK_FALSE(layout::qr_code(std::string(2332, 'a')));
    CHECK_FALSE(layout::qr_code(""));
}

TEST_CASE("the outlines of a code hold its dark modules and no others") {
    for (const std::string words : {"https://example.org", "mailto:office@example.org", "東京"}) {
        const auto code = layout::qr_code(words);
        REQUIRE(code);
        const auto lines = layout::outlines(*code);
        for (int y = -1; y <= code->side; ++y)
            for (int x = -1; x <= code->side; ++x) {
                INFO(words << " " << x << " " << y);
                REQUIRE(inside(lines, x, y) == code->at(x, y));
            }
    }
}

TEST_CASE("modules that touch are one outline, those that meet at a corner are two") {
    layout::QrCode code{3, {true, true, false, true, true, false, false, false, true}};
    const auto lines = layout::outlines(code);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == std::vector<std::pair<int, int>>{{2, 0}, {2, 2}, {0, 2}, {0, 0}});
    CHECK(lines[1] == std::vector<std::pair<int, int>>{{3, 2}, {3, 3}, {2, 3}, {2, 2}});
}
