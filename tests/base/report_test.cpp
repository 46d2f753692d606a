#include "base/report.hpp"

#include "catch.hpp"

using namespace brochure;

namespace {

// The report of one error at a place of the only line.
std::string at(const std::string& line, int column) {
    SourceFiles files;
    const auto file = files.add("a.yaml", line + "\n");
    Diagnostics found;
    found.error({file, 1, column}, "r", "wrong");
    return report_text(found, files);
}

// The columns in front of the caret, and in front of `mark` in the line above it.
std::pair<int, int> columns(const std::string& report, const std::string& mark) {
    const auto first = report.find('\n') + 1;
    const auto line = report.substr(first, report.find('\n', first) - first);
    const auto second = report.find('\n', first) + 1;
    const auto caret = report.substr(second, report.find('^') - second);
    return {display_width(caret), display_width(line.substr(0, line.find(mark)))};
}

}  // namespace

TEST_CASE("a finding shows place, severity, text, the line, a caret and the hint") {
    SourceFiles files;
    const auto file = files.add("content/a.yaml", "city:\n  contry: JP\n");
    Diagnostics found;
    found.error({file, 2, 3}, "unknown-key", "unknown key 'contry' in 'city'", "did you mean 'country'?");
    CHECK(report_text(found, files) ==
          "content/a.yaml:2:3: error: unknown key 'contry' in 'city'\n"
          "    contry: JP\n"
          "    ^\n"
          "  hint: did you mean 'country'?\n");
}

TEST_CASE("a finding without a file is one line, and so is one without a hint") {
    SourceFiles files;
    Diagnostics found;
    found.failure("disk", "out/a.pdf: cannot be written: No space left on device");
    found.warning({}, "r", "careful");
    found.note({}, "r", "by the way");
    CHECK(report_text(found, files) ==
          "error: out/a.pdf: cannot be written: No space left on device\nwarning: careful\nnote: by the way\n");
    CHECK(report_text(Diagnostics{}, files).empty());
}

TEST_CASE("a finding on an empty line or behind the file shows no line") {
    SourceFiles files;
    const auto file = files.add("a.yaml", "a\n\n");
    Diagnostics found;
    found.error({file, 2, 1}, "r", "x");
    found.error({file, 9, 1}, "r", "y");
    CHECK(report_text(found, files) == "a.yaml:2:1: error: x\na.yaml:9:1: error: y\n");
}

TEST_CASE("the caret stands below the character, after tabs, wide characters and combining marks") {
    struct Case {
        std::string line;
        int column;
    };
    const auto each = GENERATE(values<Case>({
        {"abc: X", 6},
        {"é: X", 4},
        {"\tX", 2},
        {"ab\t\tX", 5},
        {"日本語: X", 6},
        {"日\tX", 3},
        {"e\u0301a\u0308: X", 7},
        {"ｆｕｌｌ: X", 7},
        {"한국: X", 5},
        {"😀: X", 4},
        {"\u200Bzero: X", 8},
    }));
    INFO(each.line);
    const auto [caret, mark] = columns(at(each.line, each.column), "X");
    CHECK(caret == mark);
}

TEST_CASE("under CJK the caret counts two columns for each character") {
    CHECK(at("名前: 東京", 5) == "a.yaml:1:5: error: wrong\n  名前: 東京\n        ^\n");
}

TEST_CASE("the caret stands behind the last character for a place at the end of the line") {
    CHECK(at("abc", 4) == "a.yaml:1:4: error: wrong\n  abc\n     ^\n");
    CHECK(at("日本", 3) == "a.yaml:1:3: error: wrong\n  日本\n      ^\n");
    CHECK(at("abc", 99) == "a.yaml:1:99: error: wrong\n  abc\n     ^\n");
}

TEST_CASE("a long line is cut around the place") {
    const std::string line = std::string(300, 'a') + "X" + std::string(300, 'b');
    const auto report = at(line, 301);
    const auto [caret, mark] = columns(report, "X");
    CHECK(caret == mark);
    CHECK(report.find("…aaa") != std::string::npos);
    CHECK(report.find("bbb…") != std::string::npos);
    CHECK(report.size() < 350);
    CHECK(at("X" + std::string(300, 'b'), 1).find("\n  Xbbb") != std::string::npos);
    CHECK(at(std::string(300, 'a') + "X", 301).find("aX\n") != std::string::npos);
}

TEST_CASE("a long line of wide characters is cut to the same width") {
    std::string line;
    for (int i = 0; i < 300; ++i) line += i == 200 ? "X" : "語";
    const auto report = at(line, 201);
    const auto [caret, mark] = columns(report, "X");
    CHECK(caret == mark);
    CHECK(caret < 120);
}

TEST_CASE("nothing in a file can steer the terminal, and bytes that are not UTF-8 are shown as such") {
    const auto report = at("a: \x1b[31m \xff X", 12);
    CHECK(report.find('\x1b') == std::string::npos);
    CHECK(report.find("\uFFFD[31m \uFFFD X") != std::string::npos);
    SourceFiles files;
    Diagnostics found;
    found.error({}, "r", "the text \"\x1b]0;title\x07\"", "or\nnot");
    CHECK(report_text(found, files) == "error: the text \"\uFFFD]0;title\uFFFD\"\n  hint: or\uFFFDnot\n");
}

TEST_CASE("colours mark the place, the severity and the caret, and nothing else changes") {
    SourceFiles files;
    const auto file = files.add("a.yaml", "abc\n");
    Diagnostics found;
    found.warning({file, 1, 2}, "r", "careful");
    CHECK(report_text(found, files, Colours::ansi) ==
          "\x1b[1ma.yaml:1:2:\x1b[0m \x1b[1;35mwarning:\x1b[0m careful\n  abc\n   \x1b[1;32m^\x1b[0m\n");
}

TEST_CASE("very many findings in a long file are shown in linear time") {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "line\n";
    SourceFiles files;
    const auto file = files.add("a.yaml", text);
    Diagnostics found;
    for (int i = 1; i <= 100'000; ++i) found.error({file, i, 1}, "r", "x");
    CHECK(report_text(found, files).size() > 2'000'000);
}
