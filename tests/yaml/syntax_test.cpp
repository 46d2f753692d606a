#include "catch.hpp"
#include "yaml/given.hpp"

using namespace brochure;

namespace {

struct Case {
    std::string text, told;
};

}  // namespace

TEST_CASE("what is not YAML is told once, with line and column") {
    const auto each = GENERATE(values<Case>({
        {"a: \"foo\nb: 1\n", "1:4 syntax: a quotation mark is never closed\n"},
        {"b: rock 'n' roll\na: 'foo\n", "2:4 syntax: a quotation mark is never closed\n"},
        {"a: [1, 2\nb: 3\n", "2:2 syntax: a '[' is never closed, or a ',' is missing between two items\n"},
        {"[1, 2", "1:1 syntax: a '[' is never closed\n"},
        {"é: b: c\n", "1:5 syntax: a colon that cannot stand here\n"},
        {"a: - b\n", "1:4 syntax: a list item ('- ') that cannot stand here\n"},
        {"a: @foo\n", "1:4 syntax: a text cannot start with this character\n"},
        {"a: *foo\n", "1:4 syntax: this alias names nothing that stands before it\n"},
        {"a: &x [*x]\n", "1:8 syntax: this alias stands inside the value it names\n"},
        {"a: \"x\" y\n", "1:8 syntax: this belongs neither to the map above nor to a new one\n"},
        {"\"x\" y\n", "1:5 syntax: this does not belong to the value before it\n"},
        {"a: [x]]\n", "1:7 syntax: a ']' or '}' that nothing opened\n"},
        {"a: \"\\q\"\n", "1:5 syntax: an unknown escape after '\\'\n"},
        {"%FOO\na: 1\n", "1:1 syntax: a line that starts with '%' is a directive, and this one is not known\n"},
        {"a: 1\n---\nb: 2\n", "2:1 second-document: a second YAML document starts here\n"},
        {"[a]: b\n", "1:1 bad-key: a key must be one text, not a list\n"},
        {"a: {{b}}\n", "1:5 bad-key: a key must be one text, not a map\n"},
        {": x\n", "1:1 bad-key: a key is missing before the colon\n"},
        {"a: &x b\n*x : c\n", "2:1 bad-key: a key cannot be an alias (*name)\n"},
        {"&x a: b\n", "1:4 bad-key: a key cannot have an anchor (&name)\n"},
    }));
    Given given(each.text);
    INFO(each.text);
    CHECK(given.told() == each.told);
    CHECK_FALSE(given.node);
}

TEST_CASE("where a closing quotation mark is missing, the line that opened it is named") {
    const auto each = GENERATE(values<std::pair<std::string, std::string>>({
        {"a: 1\nb: \"foo\nc: 1\n# say \"hi\" now\nd: 2\n", "4:8 line 2"},
        {"b: 'foo\nc: 'bar'\n", "2:5 line 1"},
        {"# it's\nb: \"foo # \"\nc: \"bar\nd: \"baz\"\n", "4:5 line 3"},
        {"b: {c: \"foo,\n d: \"bar\"}\n", "2:6 line 1"},
    }));
    Given given(each.first);
    INFO(each.first << given.told());
    REQUIRE(given.found.all().size() == 1);
    const Diagnostic& fault = given.found.all()[0];
    const std::string place = std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column);
    CHECK(place == each.second.substr(0, each.second.find(' ')));
    CHECK(fault.text == "nothing may follow a text that ends with a quotation mark");
    CHECK(fault.hint.find(" in " + each.second.substr(each.second.find(' ') + 1) + ":") != std::string::npos);
}

TEST_CASE("a tag or a merge is an error, and the rest is still read") {
    Given given("a: !ruby/object x\nb: !!binary y\n<<: {c: 1}\nd: !!set {e: 1}\n");
    REQUIRE(given.node);
    CHECK(given.told() ==
          "1:4 unknown-tag: the tag '!ruby/object' means nothing here\n"
          "2:4 unknown-tag: the tag '!!binary' means nothing here\n"
          "3:1 bad-key: merging maps with '<<' is not part of YAML 1.2\n"
          "4:4 unknown-tag: the tag '!!set' means nothing here\n");
    CHECK(given.node->find("a")->scalar == "x");
}

TEST_CASE("an unknown tag is reported where it stands, whatever stands between it and its value") {
    const auto place = [](const std::string& text) {
        Given given(text);
        REQUIRE(given.found.all().size() == 1);
        const auto where = given.found.all()[0].where;
        return std::to_string(where.line) + ":" + std::to_string(where.column);
    };
    CHECK(place("name: !!python/object:os.system Colima\n") == "1:7");
    CHECK(place("name: &wow! !x # !!\n  - a\n") == "1:13");
    CHECK(place("name: !x\n  &a\n  text\n") == "1:7");
    CHECK(place("- !x {a: 1}\n") == "1:3");
    CHECK(place("!x a: 1\n") == "1:1");
    CHECK(place("name: !x\n") == "1:7");
}

TEST_CASE("a tab as indentation is named as such") {
    const auto each = GENERATE(values<Case>({
        {"a:\n\tb: c\n", "2:1"},
        {"- x\n\t- y\n", "2:1"},
        {"a: |\n\ttext\n", "2:1"},
        {"a:\n  b: 1\n  \tc: 2\n", "3:3"},
        {"a: |\n  x\n\ty\nb: 2\n", "3:1"},
    }));
    Given given(each.text);
    INFO(each.text);
    CHECK(given.told() == each.told + " tab-indentation: a tab is used as indentation\n");
    CHECK_FALSE(given.node);
}

TEST_CASE("a tab inside a text or before a comment is no fault") {
    Given given("a: x\ty\t# why\nb: |-\n  \tone\n  two\n");
    CHECK(given.told().empty());
    REQUIRE(given.node);
    CHECK(given.node->find("a")->scalar == "x\ty");
    CHECK(given.node->find("b")->scalar == "\tone\ntwo");
}

TEST_CASE("bytes that are not UTF-8 are named with line and column in characters") {
    const auto each = GENERATE(values<Case>({
        {"é: 1\nb: ä \xE9\n", "2:6 invalid-utf8: the byte 0xE9 is not UTF-8\n"},
        {"a: \xC0\xAF\n", "1:4 invalid-utf8: the byte 0xC0 is not UTF-8\n"},          // overlong
        {"a: \xED\xA0\x80\n", "1:4 invalid-utf8: the byte 0xED is not UTF-8\n"},      // a surrogate
        {"a: \xF4\x90\x80\x80\n", "1:4 invalid-utf8: the byte 0xF4 is not UTF-8\n"},  // beyond U+10FFFF
        {"a: b\nc: \xE2\x82", "2:4 invalid-utf8: the byte 0xE2 is not UTF-8\n"},      // cut short
        {"\xFF\xFE"
         "a",
         "1:1 invalid-utf8: the byte 0xFF is not UTF-8\n"},  // UTF-16
        {"a: 1\r\nb: é\xE9\r\n", "2:5 invalid-utf8: the byte 0xE9 is not UTF-8\n"},
        {"a: 1\rb: \xE9\r", "2:4 invalid-utf8: the byte 0xE9 is not UTF-8\n"},
    }));
    Given given(each.text);
    CHECK(given.told() == each.told);
    CHECK_FALSE(given.node);
}

TEST_CASE("a file in another encoding is told which it looks like") {
    const auto hint = [](const std::string& text) { return Given(text).found.all().at(0).hint; };
    CHECK(hint("a: \xE9\n") == "save the file with the encoding UTF-8; it looks like Latin-1 or Windows-1252");
    CHECK(hint(std::string("\xFF\xFE") + "a") == "save the file with the encoding UTF-8; it looks like UTF-16");
    CHECK(hint(std::string("\xFE\xFF") + "a") == "save the file with the encoding UTF-8; it looks like UTF-16");
}

TEST_CASE("a NUL or another control character is named, and nothing behind it is lost in silence") {
    using namespace std::string_literals;
    const auto each = GENERATE(values<Case>({
        {"a: x\0y\n"s, "1:5 control-character: the file has a NUL character\n"},
        {"a: 1\nb: \x04\nc: 2\n", "2:4 control-character: the control character U+0004 is not allowed in YAML\n"},
        {"a: \x7F\n", "1:4 control-character: the control character U+007F is not allowed in YAML\n"},
        {"a: \xC2\x9B\n", "1:4 control-character: the control character U+009B is not allowed in YAML\n"},
    }));
    Given given(each.text);
    CHECK(given.told() == each.told);
    CHECK_FALSE(given.node);
}

TEST_CASE("a control character written as an escape is an error, a tab and a line end are not") {
    CHECK(Given("a: \"bell \\u0007\"\n").told() ==
          "1:4 control-character: this text has the control character U+0007\n");
    CHECK(Given("a: \"\\x85\\t\\n, caf\\u00e9\"\n").told().empty());
}

TEST_CASE("a value that YAML takes for a comment is warned of") {
    Given given("ink: #1A1A1A\nphone: # still to come\nrule: ##\ntext: a #b\n");
    REQUIRE(given.node);
    CHECK(given.told() == "1:6 comment-as-value: what follows '#' is a comment, so that 'ink' has no value\n");
    CHECK(given.found.count(Severity::warning) == 1);
}
