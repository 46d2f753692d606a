#include "yaml/position.hpp"
#include "catch.hpp"
#include "yaml/given.hpp"

using namespace brochure;

namespace {

// Where the first `word` of the value under "text" was written.
std::pair<int, int> place_of(const std::string& word, const std::string& yaml) {
    Given given(yaml);
    REQUIRE(given.node);
    const auto* node = given.node->find("text");
    REQUIRE(node != nullptr);
    const auto offset = node->scalar.find(word);
    INFO(node->scalar);
    REQUIRE(offset != std::string::npos);
    const auto where = yaml::position_in(*node, offset, given.files);
    return {where.line, where.column};
}

}  // namespace

TEST_CASE("a character of a plain or quoted text is found in its line") {
    CHECK(place_of("two", "é: x\ntext: öne two\n") == std::pair(2, 11));
    CHECK(place_of("two", "text: \"one two\"\n") == std::pair(1, 12));
    CHECK(place_of("two", "text: 'one two'\n") == std::pair(1, 12));
    CHECK(place_of("one", "\xEF\xBB\xBFtext: one\n") == std::pair(1, 7));
    CHECK(place_of("two", "a: {}\r\ntext: one two\r\n") == std::pair(2, 11));
}

TEST_CASE("escapes and doubled quotes are longer in the source than in the value") {
    CHECK(place_of("two", "text: \"a\\tb \\\"\\u00e9\\\" two\"\n") == std::pair(1, 24));
    CHECK(place_of("two", "text: 'it''s two'\n") == std::pair(1, 14));
    CHECK(place_of("b", "text: \"a\\\\b\"\n") == std::pair(1, 11));
}

TEST_CASE("a character of a folded plain or quoted text is found in its own line") {
    CHECK(place_of("three", "text: one\n  two\n    three\n") == std::pair(3, 5));
    CHECK(place_of("three", "text: \"one\n  two\n\n    three\"\n") == std::pair(4, 5));
    CHECK(place_of("three", "text: \"one\\\n  two\\\n    three\"\n") == std::pair(3, 5));
    CHECK(place_of("three", "text: 'one\r\n  two\r\n    three'\r\n") == std::pair(3, 5));
}

TEST_CASE("a character of a literal text is found in its own line") {
    CHECK(place_of("one", "text: |-\n  one\n") == std::pair(2, 3));
    CHECK(place_of("b", "text: |-\n  one\n\n  é b\n") == std::pair(4, 5));
    CHECK(place_of("one", "text: |\n\n\n    one\n") == std::pair(4, 5));
    CHECK(place_of("two", "text: |2\n    one\n  two\n") == std::pair(3, 3));
    CHECK(place_of("two", "text: |-  # why\r\n  one\r\n  two\r\n") == std::pair(3, 3));
    CHECK(place_of("two", "text: |-\r  one\r  two\r") == std::pair(3, 3));
    CHECK(place_of("two", "text: &name |-\n  one\n   two\n") == std::pair(3, 4));
}

TEST_CASE("a character of a > text is found in its own line") {
    CHECK(place_of("one", "text: >-\n  one\n") == std::pair(2, 3));
    CHECK(place_of("three", "text: >-\n  one\n  two\n\n  and three\n") == std::pair(5, 7));
}

TEST_CASE("an offset at or behind the end gives the end") {
    Given given("text: |-\n  one\n");
    const auto end = yaml::position_in(*given.node->find("text"), 99, given.files);
    CHECK(end.line == 2);
    CHECK(end.column == 6);
}
