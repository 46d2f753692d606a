#include "catch.hpp"
#include "yaml/given.hpp"

using namespace brochure;

namespace {

std::string repeated(const std::string& part, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += part;
    return out;
}

}  // namespace

TEST_CASE("values may be nested as deep as the limit and no deeper") {
    yaml::Limits limits;
    limits.depth = 5;
    CHECK(Given("[[[[[x]]]]]", limits).told().empty());
    CHECK(Given("a: [[[[x]]]]", limits).told().empty());
    CHECK(Given("[[[[[[x]]]]]]", limits).told() == "1:6 too-deep: values are nested more than 5 deep\n");
}

TEST_CASE("nesting 10,000 deep ends in one clear error") {
    const int deep = 10'000;
    const auto text = GENERATE_COPY(values<std::string>({
        repeated("[", deep) + repeated("]", deep),
        repeated("[", deep),
        repeated("{", deep),
        repeated("{a: ", deep) + repeated("}", deep),
        repeated("[a, ", deep),
        repeated("- ", deep) + "x",
        "x: " + repeated("[\n ", deep),
    }));
    Given given(text);
    CHECK_FALSE(given.node);
    REQUIRE(given.found.all().size() == 1);
    CHECK(given.found.all()[0].rule == "too-deep");
}

TEST_CASE("indentation 10,000 deep ends in one clear error") {
    std::string text;
    for (int i = 0; i < 3'000; ++i) text += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
    CHECK(Given(text).told() == "65:65 too-deep: values are nested more than 64 deep\n");
}

TEST_CASE("an alias bomb ends in one clear error") {
    std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c <= 'j'; ++c) {
        const std::string before = std::string("*") + static_cast<char>(c - 1);
        bomb += std::string(1, c) + ": &" + c + " [" + before + repeated(", " + before, 9) + "]\n";
    }
    Given given(bomb);
    CHECK_FALSE(given.node);
    REQUIRE(given.found.all().size() == 1);
    CHECK(given.found.all()[0].text == "the file has more than 200000 values");
}

TEST_CASE("aliases to a long text are counted by its length") {
    Given given("a: &a \"" + std::string(1'000'000, 'x') + "\"\nb: [" + repeated("*a, ", 1'000) + "]\n");
    CHECK_FALSE(given.node);
    REQUIRE(given.found.all().size() == 1);
    CHECK(given.found.all()[0].rule == "too-many-values");
}

TEST_CASE("a text of 10 MB ends in one clear error") {
    CHECK(Given("a: \"" + std::string(10'000'000, 'x') + "\"\n").told() ==
          "1:1 file-too-large: the file has 10000006 bytes, more than the 8388608 allowed\n");
    CHECK(Given("a: |\n  " + std::string(2'000'000, 'x') + "\n").told() ==
          "1:4 text-too-long: this text has 2000001 bytes, more than the 1048576 allowed\n");
    CHECK(Given("a: " + std::string(1'000'000, 'x') + "\n").told().empty());
}

TEST_CASE("a file of very many values ends in one clear error") {
    CHECK(Given(repeated("- a\n", 199'999)).told().empty());
    CHECK(Given(repeated("- a\n", 200'000)).told() ==
          "200000:3 too-many-values: the file has more than 200000 values\n");
}

TEST_CASE("many values in one long line outside ASCII are read in linear time") {
    Given given("[" + repeated("é, ", 150'000) + "x]\n");
    REQUIRE(given.node);
    CHECK(given.node->items.back().where.column == 450'002);
}
