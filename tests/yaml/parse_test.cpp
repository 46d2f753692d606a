#include "catch.hpp"
#include "yaml/given.hpp"
#include "yaml/position.hpp"

using namespace brochure;
using yaml::Kind;

namespace {

std::pair<int, int> place(const SourcePosition& where) {
    return {where.line, where.column};
}

}  // namespace

TEST_CASE("a scalar stays the text that was written: NO is Norway") {
    Given given("country: NO\nyear: 1956\nquoted: \"yes\"\nspaced:   a b\n");
    REQUIRE(given.node);
    CHECK(given.told().empty());
    CHECK(given.node->find("country")->scalar == "NO");
    CHECK(given.node->find("year")->scalar == "1956");
    CHECK(given.node->find("spaced")->scalar == "a b");
    CHECK_FALSE(given.node->find("country")->quoted);
    CHECK(given.node->find("quoted")->quoted);
    CHECK(given.node->find("nothing") == nullptr);
}

TEST_CASE("keys keep the order in which they were written") {
    Given given("z: 1\na: 2\nm: 3\n");
    REQUIRE(given.node);
    REQUIRE(given.node->entries.size() == 3);
    CHECK(given.node->entries[0].key.value == "z");
    CHECK(given.node->entries[1].key.value == "a");
    CHECK(given.node->entries[2].key.value == "m");
}

TEST_CASE("every node knows where it was written, in code points from 1") {
    Given given("name: Köln\nlist: [é, {日本: x}]\nitems:\n  - a\n  - \"b\"\ntext: |-\n  first\n");
    REQUIRE(given.node);
    const auto& root = *given.node;
    CHECK(place(root.find("name")->where) == std::pair(1, 7));
    const auto* list = root.find("list");
    CHECK(place(list->where) == std::pair(2, 7));
    CHECK(place(list->items[0].where) == std::pair(2, 8));
    CHECK(place(list->items[1].where) == std::pair(2, 11));
    CHECK(place(list->items[1].entries[0].key.where) == std::pair(2, 12));
    CHECK(place(list->items[1].entries[0].value.where) == std::pair(2, 16));
    CHECK(place(root.find("items")->items[1].where) == std::pair(5, 5));
    CHECK(place(root.find("text")->where) == std::pair(6, 7));
    CHECK(root.find("text")->block);
    CHECK(root.find("text")->scalar == "first");
}

TEST_CASE("an absent value stands at its key, an explicit null where it was written") {
    Given given("a:\nb: ~\nc:\n  - x\n  -\n  - y\n");
    REQUIRE(given.node);
    CHECK(given.node->find("a")->kind == Kind::null);
    CHECK(place(given.node->find("a")->where) == std::pair(1, 1));
    CHECK(given.node->find("b")->kind == Kind::null);
    CHECK(place(given.node->find("b")->where) == std::pair(2, 4));
    CHECK(given.node->find("c")->items[1].kind == Kind::null);
    CHECK(place(given.node->find("c")->items[1].where) == std::pair(5, 3));
}

TEST_CASE("a value with a name or a tag stands where its text begins") {
    Given given("a: &name   text\nb: !!str 12\nc: &list\n  # why\n  - 1\nd: *name\n");
    REQUIRE(given.node);
    CHECK(given.told().empty());
    CHECK(place(given.node->find("a")->where) == std::pair(1, 12));
    CHECK(given.node->find("b")->scalar == "12");
    CHECK(place(given.node->find("b")->where) == std::pair(2, 10));
    CHECK(place(given.node->find("c")->where) == std::pair(5, 3));
    CHECK(given.node->find("d")->scalar == "text");
    CHECK(place(given.node->find("d")->where) == std::pair(6, 4));  // an alias: its own
}

TEST_CASE("an alias repeats lists and maps whole") {
    Given given("a: &a {x: [1, 2]}\nb: [&deep [p, q], *deep, *a]\nc: *deep\n");
    REQUIRE(given.node);
    CHECK(given.told().empty());
    const auto& b = *given.node->find("b");
    REQUIRE(b.items.size() == 3);
    CHECK(b.items[1].items[1].scalar == "q");
    CHECK(b.items[2].find("x")->items[1].scalar == "2");
    CHECK(given.node->find("c")->items[0].scalar == "p");
}

TEST_CASE("an alias stands where it is written, and so does every place in its text") {
    Given given("a: &a one\nb: *a\nc: &c 'two'\nd: {e: *c}\nf: &f {g: x}\nh: *f\n");
    REQUIRE(given.node);
    CHECK(place(given.node->find("b")->where) == std::pair(2, 4));
    CHECK(place(given.node->find("d")->find("e")->where) == std::pair(4, 8));
    CHECK(place(yaml::position_in(*given.node->find("d")->find("e"), 2, given.files)) == std::pair(4, 8));
    CHECK(place(given.node->find("h")->where) == std::pair(6, 4));
    CHECK(place(given.node->find("h")->find("g")->where) == std::pair(5, 11));
}

TEST_CASE("an alias after a duplicate key still names the right value") {
    Given given("m: {x: 1, x: &a 2, y: &b 3, z: *b}\nn: [*a, *b]\n");
    REQUIRE(given.node);
    CHECK(given.told() == "1:11 duplicate-key: 'x' is written twice, first in line 1\n");
    CHECK(given.node->find("m")->entries.size() == 3);
    CHECK(given.node->find("m")->find("z")->scalar == "3");
    CHECK(given.node->find("n")->items[0].scalar == "2");
    CHECK(given.node->find("n")->items[1].scalar == "3");
}

TEST_CASE("a byte-order mark is passed over and moves no column") {
    Given given("\xEF\xBB\xBFname: x\nname: y\n");
    REQUIRE(given.node);
    CHECK(place(given.node->find("name")->where) == std::pair(1, 7));
    CHECK(given.told() == "2:1 duplicate-key: 'name' is written twice, first in line 1\n");
}

TEST_CASE("line ends of Windows and of old Macs are line ends") {
    const std::string end = GENERATE("\r\n", "\r", "\n");
    Given given("a: 1" + end + "text: |-" + end + "  é one" + end + "  two" + end + "b: 2" + end);
    REQUIRE(given.node);
    CHECK(given.told().empty());
    CHECK(given.node->find("text")->scalar == "é one\ntwo");
    CHECK(place(given.node->find("b")->where) == std::pair(5, 4));
}

TEST_CASE("a file without a value is nothing, and no fault by itself") {
    const std::string text = GENERATE("", "# only a comment\n", "\n\n", "---\n", "\xEF\xBB\xBF");
    Given given(text);
    REQUIRE(given.node);
    CHECK(given.node->kind == Kind::null);
    CHECK(given.told().empty());
}

TEST_CASE("a duplicate key is an error at the second, which names the line of the first") {
    Given given("city: a\nname: b\ncity: c\n");
    REQUIRE(given.node);
    CHECK(given.told() == "3:1 duplicate-key: 'city' is written twice, first in line 1\n");
    CHECK(given.node->entries.size() == 2);
    CHECK(given.node->find("city")->scalar == "a");
}

TEST_CASE("duplicate keys are found in maps of any size") {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "key" + std::to_string(i) + ": x\n";
    Given given(text + "key7: y\nkey7: z\n");
    CHECK(given.told() ==
          "501:1 duplicate-key: 'key7' is written twice, first in line 8\n"
          "502:1 duplicate-key: 'key7' is written twice, first in line 8\n");
    CHECK(given.node->entries.size() == 500);
}
