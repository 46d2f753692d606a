#include "layout/sequence.hpp"

#include "catch.hpp"

using namespace brochure;
using layout::Candidate;
using layout::Part;

namespace {

design::Master single() {
    return {};
}
design::Master spread() {
    design::Master m;
    m.spread = true;
    return m;
}

Part part_with(std::vector<Candidate> candidates) {
    Part part;
    part.candidates = std::move(candidates);
    return part;
}
Candidate candidate(const design::Master& master, double cost = 0, std::size_t pages = 0) {
    Candidate c;
    c.master = &master;
    c.cost = cost;
    c.pages = pages ? pages : (master.spread ? 2 : 1);
    return c;
}
std::vector<Part> parts_of(std::initializer_list<Candidate> list) {
    std::vector<Part> parts;
    for (const auto& c : list) parts.push_back(part_with({c}));
    return parts;
}

}  // namespace

TEST_CASE("a spread begins on a verso, after a fill page if need be") {
    const auto one = single(), two = spread();
    const auto placed =
        layout::choose_sequence(parts_of({candidate(one), candidate(one), candidate(two)}), true, false, false);
    REQUIRE(placed.size() == 4);
    CHECK_FALSE(placed[2].part.has_value());
    CHECK(placed[3].page == 3);
}

TEST_CASE("a saddle-stitched publication has a multiple of four pages and its back cover last") {
    const auto one = single();
    for (int pages = 1; pages <= 12; ++pages) {
        std::vector<Part> parts;
        for (int i = 0; i < pages; ++i) parts.push_back(part_with({candidate(one)}));
        const auto placed = layout::choose_sequence(parts, true, true, true);
        REQUIRE_FALSE(placed.empty());
        CHECK((placed.back().page + 1) % 4 == 0);
        CHECK(placed.back().part == static_cast<std::size_t>(pages - 1));
        std::size_t next = 0;
        for (const auto& p : placed) CHECK(p.page == next++);
    }
}

TEST_CASE("the cheapest variants win for the publication as a whole") {
    // Alone the spread is cheaper, but it would cost a fill page.
    const auto one = single(), two = spread();
    std::vector<Part> parts = parts_of({candidate(one), candidate(one)});
    parts.push_back(part_with({candidate(two, 0), candidate(one, 1)}));
    const auto placed = layout::choose_sequence(parts, true, false, false);
    CHECK(placed.size() == 3);
    CHECK(placed[2].candidate.master == &one);
}

TEST_CASE("mirrored variants alternate through the book, the first on a verso") {
    auto two = spread();
    two.mirror = true;
    auto flipped = candidate(two);
    flipped.flipped = true;
    const auto one = single();
    std::vector<Part> parts = parts_of({candidate(one)});
    for (int i = 0; i < 3; ++i) parts.push_back(part_with({candidate(two), flipped}));
    const auto placed = layout::choose_sequence(parts, true, false, false);
    REQUIRE(placed.size() == 4);
    CHECK_FALSE(placed[1].candidate.flipped);
    CHECK(placed[2].candidate.flipped);
    CHECK_FALSE(placed[3].candidate.flipped);
}
