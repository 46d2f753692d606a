#include "content/markup.hpp"
#include "catch.hpp"
#include "content/project_files.hpp"

using namespace brochure;
using namespace brochure::content;

namespace {

struct Read {
    RichText text;
    Diagnostics found;
    bool good = false;
};

// Offsets are told as columns, from 0.
Read read(std::string_view written, Markup allowed = Markup::blocks) {
    Read result;
    const auto locate = [](std::size_t offset) { return SourcePosition{{}, 1, static_cast<int>(offset)}; };
    result.good = read_markup(written, allowed, locate, result.text, result.found);
    return result;
}

// A short notation: "p: plain *emphasis* **strong** [text](link)|", "b1", "n1.3" for lists, "h2", "-" without a marker.
std::string shown(const RichText& text) {
    std::string out;
    for (const auto& block : text.blocks) {
        const char* kinds[] = {"p", "h", "b", "n"};
        out += kinds[static_cast<int>(block.kind)];
        if (block.kind != BlockKind::paragraph) out += std::to_string(block.level);
        if (block.kind == BlockKind::numbered) out += "." + std::to_string(block.number);
        if (!block.marker) out += "-";
        out += ":";
        for (const auto& span : block.spans) {
            const std::string mark = span.strong && span.emphasis ? "***"
                                     : span.strong                ? "**"
                                     : span.emphasis              ? "*"
                                                                  : "";
            out += span.link.empty() ? mark + span.text + mark : "[" + mark + span.text + mark + "](" + span.link + ")";
        }
        out += "|";
    }
    return out;
}

std::string fault(std::string_view written, Markup allowed = Markup::blocks) {
    const auto result = read(written, allowed);
    if (result.found.all().empty()) return "none";
    CHECK(result.good == !result.found.has_errors());
    const auto& first = result.found.all().front();
    return std::to_string(result.found.all().size()) + " at " + std::to_string(first.where.column) + ": " + first.text;
}

}  // namespace

TEST_CASE("lines of a text are one paragraph, and an empty line begins another") {
    CHECK(shown(read("one\ntwo\n").text) == "p:one two|");
    CHECK(shown(read("one  \n two\n\n\nthree\n").text) == "p:one\ntwo|p:three|");
    CHECK(shown(read("one\n   \ntwo").text) == "p:one|p:two|");
    CHECK(shown(read("").text).empty());
    CHECK(shown(read(" \n").text).empty());
}

TEST_CASE("a line break between two Japanese characters or beside their punctuation is nothing, else a space") {
    CHECK(shown(read("精華町は\n京都府").text) == "p:精華町は京都府|");
    CHECK(shown(read("精華町 \nSeika\n町").text) == "p:精華町 Seika 町|");
    CHECK(shown(read("町です。\nSCIは（\nUS\n）です").text) == "p:町です。SCIは（US）です|");
    CHECK(shown(read("A town\n– and more").text) == "p:A town – and more|");
    CHECK(shown(read("*精華町*は\n京都府").text) == "p:*精華町*は京都府|");
}

TEST_CASE("text without markup reads the same with and without CommonMark") {
    const std::string text = GENERATE(
        as<std::string>(), "one line", "two\nlines", "a\n\nb", "1956 was a year.\n20 of them",
        "U.S. cities (SCI), 3 x 4 = 12; half-letter: \"so\"", "e-mail # 4 > 3 + 1 ~ 4", "精華町は\n京都府\n\nand");
    CHECK(!has_markup(text));
    // A comment-like entity at the end brings in md4c without changing the rest.
    auto slow = shown(read(text + " &amp;").text);
    CHECK(slow.substr(slow.size() - 3) == " &|");
    CHECK(slow.substr(0, slow.size() - 3) + "|" == shown(read(text).text));
}

TEST_CASE("whatever may be markup is not read by the short way") {
    for (const char* text :
         {"*a*", "_a_", "[a](b)", "<b>",    "&amp;", "a\\*",   "`a`", "- a",         "+ a",    "1. a", "12) a",
          "# a", "> a", "a\n===", "a\n---", "    a", "a  \nb", "~~~", "https://a.b", "a@b.cd", "a\tb", "|a|"})
        CHECK(has_markup(text));
    for (const char* text : {"1956 a", "3 000", "a - b", "a # b", "half-letter", "a: b", "a\n1956 b"})
        CHECK(!has_markup(text));
}

TEST_CASE("emphasis and strong emphasis make spans") {
    CHECK(shown(read("a *b* **c** ***d*** e").text) == "p:a *b* **c** ***d*** e|");
    CHECK(shown(read("snake_case stays").text) == "p:snake_case stays|");
    CHECK(shown(read("2 \\* 3").text) == "p:2 * 3|");
}

TEST_CASE("a span knows where its first character was written") {
    const auto result = read("ab *cd*\nef &amp; [gh](https://x.y)");
    const auto& spans = result.text.blocks.at(0).spans;
    REQUIRE(spans.size() == 4);
    CHECK(spans[0].where.column == 0);
    CHECK(spans[1].where.column == 4);
    CHECK(spans[2].where.column == 8);
    CHECK(spans[3].where.column == 18);
    CHECK(read("one\n\n  two").text.blocks.at(1).spans.at(0).where.column == 7);
}

TEST_CASE("links lead to the web, to mail and to telephones, and to nothing else") {
    CHECK(shown(read("[a](https://example.org/b?c=d&amp;e)").text) == "p:[a](https://example.org/b?c=d&e)|");
    CHECK(shown(read("[a](HTTP://example.org) <tel:+1-405>").text) ==
          "p:[a](http://example.org) [tel:+1-405](tel:+1-405)|");
    CHECK(shown(read("<office@example.org>").text) == "p:[office@example.org](mailto:office@example.org)|");
    CHECK(fault("[a](ftp://example.org)") ==
          "1 at 1: the link 'ftp://example.org' leads to 'ftp:': only http, https, mailto and tel are allowed");
    CHECK(fault("[a](javascript:alert\\(1\\))").find("leads to 'javascript:'") != std::string::npos);
    CHECK(fault("[a](example.org)").find("is no address") != std::string::npos);
    CHECK(fault("[a](https:)").find("stops after 'https:'") != std::string::npos);
    CHECK(fault("[a](https:///x)").find("stops after 'https:'") != std::string::npos);
    CHECK(fault("[a]()").find("is no address") != std::string::npos);
    CHECK(fault("[](https://example.org)").find("has no text") != std::string::npos);
}

TEST_CASE("addresses written bare are links") {
    CHECK(shown(read("See https://example.org/a, or office@example.org.").text) ==
          "p:See [https://example.org/a](https://example.org/a), or [office@example.org](mailto:office@example.org).|");
}

TEST_CASE("an address goes into the document in ASCII") {
    CHECK(shown(read("[a](<https://example.org/a b/é%20>)").text) == "p:[a](https://example.org/a%20b/%C3%A9%20)|");
}

TEST_CASE("lists keep their kind, depth, numbers and markers") {
    CHECK(shown(read("- a\n- b\n  - c\n- d").text) == "b1:a|b1:b|b2:c|b1:d|");
    CHECK(shown(read("3. a\n4. b").text) == "n1.3:a|n1.4:b|");
    CHECK(shown(read("- a\n\n  b\n- c").text) == "b1:a|b1-:b|b1:c|");
    CHECK(shown(read("- a\n  1. b\n\n  c").text) == "b1:a|n2.1:b|b1-:c|");
}

TEST_CASE("headings keep their level") {
    CHECK(shown(read("# a\n\n### b\ntext").text) == "h1:a|h3:b|p:text|");
    CHECK(shown(read("#1 friend").text) == "p:#1 friend|");
}

TEST_CASE("hard breaks are line ends") {
    CHECK(shown(read("a\\\nb  \nc\nd").text) == "p:a\nb\nc d|");
}

TEST_CASE("a soft break before a link is not part of the link") {
    CHECK(shown(read("see\n[a](https://b.c)").text) == "p:see [a](https://b.c)|");
}

TEST_CASE("entities are the characters they name") {
    CHECK(shown(read("a&nbsp;b &lt;&gt; &#8211; &#x2014;").text) == "p:a\u00A0b <> \u2013 \u2014|");
    CHECK(fault("a &bogus; b") == "1 at 2: '&bogus;' stands for no character known here");
    CHECK(fault("&#1;") != "none");
    CHECK(fault("&#xD800;") != "none");
    CHECK(fault("&#x110000;") != "none");
    CHECK(fault("R&D") == "none");
}

TEST_CASE("what no page can set is refused where it stands") {
    CHECK(fault("a\n\n<div>b</div>") == "1 at 3: HTML is not set");
    CHECK(fault("a <b>c</b>") == "2 at 2: HTML is not set");
    CHECK(fault("a <!-- b -->") == "1 at 2: HTML is not set");
    CHECK(fault("a\n\n    b") == "1 at 7: code is not set");
    CHECK(fault("```\nb\n```") == "1 at 4: code is not set");
    CHECK(fault("```\n```").find("code is not set") != std::string::npos);
    CHECK(fault("a `b`") == "1 at 2: code is not set");
    CHECK(fault("*a*\n\n`b` c") == "1 at 5: code is not set");
    CHECK(fault("> a") == "1 at 2: a quotation ('>' at the beginning of a line) is not set");
    CHECK(fault("| a | b |\n|---|---|\n| c | d |") == "1 at 2: a table is not set");
    CHECK(fault("a\n\n---\n\nb") == "1 at 3: a rule across the column is not set");
    CHECK(fault("*a*\n\nb ![](b.jpg)") == "1 at 7: a picture inside a text is not set");
    CHECK(fault("[a]: https://b.c") == "1 at 0: a link definition is not set");
}

TEST_CASE("a year at the beginning of a line is a list, and that is told") {
    CHECK(fault("1956. That was the year.") == "1 at 6: '1956.' at the beginning of a line makes this a numbered list");
    CHECK(shown(read("1956\\. That was the year.").text) == "p:1956. That was the year.|");
    CHECK(fault("1956 was the year.") == "none");
    CHECK(fault("12. item") == "none");
}

TEST_CASE("a title is one paragraph") {
    CHECK(fault("a\nb", Markup::line) == "none");
    CHECK(fault("a\n\nb", Markup::line) == "1 at 3: a second paragraph has no place here: this text is one paragraph");
    CHECK(fault("- a", Markup::line) == "1 at 2: a list has no place here: this text is one paragraph");
    CHECK(fault("# a", Markup::line).find("a heading has no place") != std::string::npos);
}

TEST_CASE("lines are kept where they matter") {
    CHECK(shown(read("Sister\nCities\n", Markup::lines).text) == "p:Sister\nCities|");
    CHECK(shown(read("*Sister*\nCities\n", Markup::lines).text) == "p:*Sister\n*Cities|");
}

TEST_CASE("plain gives the characters without markup") {
    CHECK(plain(read("# a\n\n*b* [c](https://d.e)\n\n- f").text) == "a\nb c\nf");
}

TEST_CASE("the version of a text is the language's, its parent's, the untagged one or the first") {
    Text text;
    const auto add = [&](const char* lang) { text.versions.push_back({lang, {}}); };
    CHECK(text.find("en") == nullptr);
    add("fr");
    add("en");
    CHECK(text.find("en-US")->lang == "en");
    CHECK(text.find("de")->lang == "fr");
    add("");
    CHECK(text.find("de")->lang.empty());
    add("fr-CA");
    CHECK(text.find("fr-CA")->lang == "fr-CA");
    CHECK(text.find("fr-BE")->lang == "fr");
}

TEST_CASE("a text of many spans is read in time that grows with its length") {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "*a* b ";
    CHECK(read(text).text.blocks.at(0).spans.size() == 40000);
}
