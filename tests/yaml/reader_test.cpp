#include "yaml/reader.hpp"
#include "catch.hpp"
#include "yaml/given.hpp"

using namespace brochure;
using yaml::Asked;

namespace {

// What is told when `yaml` is read into a value of type T, and the value.
template <class T, class Reader>
std::pair<T, std::string> read(const Reader& reader, const std::string& yaml) {
    Given given(yaml);
    REQUIRE(given.node);
    T value{};
    const bool good = yaml::read_value(reader, *given.node, value, Asked{"key", {}, given.found});
    CHECK(good == given.found.all().empty());
    return {value, given.told()};
}

}  // namespace

TEST_CASE("a text is any scalar, whatever it looks like") {
    CHECK(read<std::string>(yaml::text(), "NO").first == "NO");
    CHECK(read<std::string>(yaml::text(), "1956").first == "1956");
    CHECK(read<std::string>(yaml::text(), "[a]").second ==
          "1:1 wrong-type: 'key' wants a text, not a list of 1 item\n");
    CHECK(read<std::string>(yaml::text(), "{a: b}").second == "1:1 wrong-type: 'key' wants a text, not a map\n");
    CHECK(read<std::string>(yaml::text(), "~").second == "1:1 wrong-type: 'key' wants a text, not nothing\n");
}

TEST_CASE("a whole number lies in its range and is written without quotation marks") {
    CHECK(read<int>(yaml::integer(1, 12), "12").first == 12);
    CHECK(read<int>(yaml::integer(), "-7").first == -7);
    CHECK(read<int>(yaml::integer(), "+7").first == 7);
    CHECK(read<int>(yaml::integer(1, 12), "13").second ==
          "1:1 wrong-type: 'key' wants a whole number from 1 to 12, not the text \"13\"\n");
    for (const auto* wrong : {"1.5", "12px", "soon", "0x10", "99999999999999999999", "+-1", "[1]", "\"3\""})
        CHECK_FALSE(read<int>(yaml::integer(), wrong).second.empty());
}

TEST_CASE("a number is finite and in its range") {
    CHECK(read<double>(yaml::number(), "-103.7250").first == -103.725);
    CHECK(read<double>(yaml::number(), "1e3").first == 1000);
    CHECK(read<double>(yaml::number(-90, 90), "90").second.empty());
    for (const auto* wrong : {"90.1", ".nan", "nan", "inf", "1,5", "1e999", "", "\"3\""})
        CHECK_FALSE(read<double>(yaml::number(-90, 90), wrong).second.empty());
}

TEST_CASE("a number in quotation marks is told to leave them out") {
    Given given("\"3\"");
    int value = 0;
    CHECK_FALSE(yaml::read_value(yaml::integer(), *given.node, value, Asked{"key", {}, given.found}));
    CHECK(given.found.all()[0].hint == "a number in quotation marks is a text: leave them out");
}

TEST_CASE("yes and no are words without quotation marks") {
    CHECK(read<bool>(yaml::boolean(), "yes").first);
    CHECK(read<bool>(yaml::boolean(), "true").first);
    CHECK_FALSE(read<bool>(yaml::boolean(), "no").first);
    CHECK(read<bool>(yaml::boolean(), "false").second.empty());
    for (const auto* wrong : {"NO", "\"yes\"", "1", "on", "~"})
        CHECK_FALSE(read<bool>(yaml::boolean(), wrong).second.empty());
}

TEST_CASE("a choice knows its words and guesses which was meant") {
    enum class Kind { photograph, illustration };
    const auto kind = yaml::choice<Kind>({{"photograph", Kind::photograph}, {"illustration", Kind::illustration}});
    CHECK(read<Kind>(kind, "illustration").first == Kind::illustration);
    Given given("ilustration");
    Kind value{};
    CHECK_FALSE(yaml::read_value(kind, *given.node, value, Asked{"kind", {}, given.found}));
    CHECK(given.told() == "1:1 unknown-word: 'kind' wants photograph or illustration, not the text \"ilustration\"\n");
    CHECK(given.found.all()[0].hint == "did you mean 'illustration'?");
    CHECK(read<std::string>(yaml::words({"a", "b"}), "b").first == "b");
}

TEST_CASE("a list keeps its good items and tells of every bad one") {
    const auto [values, told] = read<std::vector<int>>(yaml::list(yaml::integer()), "[1, x, 3, y]");
    CHECK(values == std::vector{1, 3});
    CHECK(told ==
          "1:5 wrong-type: 'key' wants a whole number, not the text \"x\"\n"
          "1:11 wrong-type: 'key' wants a whole number, not the text \"y\"\n");
}

TEST_CASE("a list has the count that is wanted") {
    CHECK(read<std::array<double, 2>>(yaml::list(yaml::number()), "[1, 2]").first[1] == 2);
    CHECK(read<std::array<double, 2>>(yaml::list(yaml::number()), "[1]").second ==
          "1:1 wrong-type: 'key' wants a list of 2 items, not a list of 1 item\n");
    CHECK(read<std::vector<int>>(yaml::list(yaml::integer(), 1), "[]").second ==
          "1:1 wrong-type: 'key' wants a list of 1 item or more, not an empty list\n");
    CHECK(read<std::vector<int>>(yaml::list(yaml::integer()), "3").second ==
          "1:1 wrong-type: 'key' wants a list, not the text \"3\"\n");
}

TEST_CASE("a map names the entry that is at fault") {
    const auto [values, told] = read<std::map<std::string, int>>(yaml::map_of(yaml::integer()), "{a: 1, b: x}");
    CHECK(values == std::map<std::string, int>{{"a", 1}});
    CHECK(told == "1:11 wrong-type: 'b' wants a whole number, not the text \"x\"\n");
}

TEST_CASE("values know their place at any depth, and optional ones are filled") {
    using Texts = std::optional<std::vector<Located<std::string>>>;
    const auto [values, told] = read<Texts>(yaml::list(yaml::text()), "[a, bc]");
    REQUIRE(values);
    CHECK(told.empty());
    CHECK((*values)[1].value == "bc");
    CHECK((*values)[1].where.column == 5);
}

TEST_CASE("an ordered map keeps the order and the places of its keys") {
    using Entries = std::vector<std::pair<Located<std::string>, std::string>>;
    const auto values = read<Entries>(yaml::map_of(yaml::text()), "{z: 1, a: 2}").first;
    REQUIRE(values.size() == 2);
    CHECK(values[1].first.value == "a");
    CHECK(values[1].first.where.column == 8);
}

TEST_CASE("a word is guessed when a few letters are wrong, and not else") {
    CHECK(yaml::nearest("phnoe", {"email", "phone", "web"}) == "phone");
    CHECK(yaml::nearest("contry", {"city", "country"}) == "country");
    CHECK(yaml::nearest("xyz", {"city", "web"}).empty());
    CHECK(yaml::nearest("clermont", {"arezzo", "clermont-ferrand"}) == "clermont-ferrand");
    CHECK(yaml::nearest("saint", {"saint-denis-sur-loire", "saint-malo-de-guersac"}).empty());
    CHECK(yaml::nearest("", {"a"}).empty());
    CHECK(yaml::nearest(std::string(100'000, 'x'), {"a"}).empty());
}

TEST_CASE("a fault quotes a long text by its beginning, whole characters only") {
    const auto told = read<int>(yaml::integer(), "\"" + std::string(39, 'x') + "éééé\"").second;
    CHECK(told == "1:1 wrong-type: 'key' wants a whole number, not the text \"" + std::string(39, 'x') + "…\"\n");
}
