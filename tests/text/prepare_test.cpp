#include <thread>

#include "shape_fixture.hpp"

using namespace brochure;
using namespace brochure::text;
using namespace brochure::text::testing;

TEST_CASE("paragraphs may be prepared on many threads, and come out the same") {
    const design::Style style;
    const std::vector<std::string> texts{
        "Norman affiliates with offices", "精華町 and Seika", "مرحبا world", "Arezzo — “città”", "สวัสดี", "שלום"};
    Fonts fresh{manifest(), {}};  // loads its faces while several threads ask for them
    const auto set_all = [&](Fonts& with) {
        std::vector<Line> lines;
        for (int round = 0; round < 10; ++round)
            for (const std::string& text : texts) {
                Diagnostics found;
                const std::vector<Span> spans{span(text, style)};
                lines.push_back(set_line(spans, with, found));
            }
        return lines;
    };
    std::vector<std::vector<Line>> results(4);
    std::vector<std::thread> threads;
    for (auto& result : results) threads.emplace_back([&] { result = set_all(fresh); });
    for (auto& thread : threads) thread.join();
    const auto expected = set_all(fonts());
    for (const auto& result : results) {
        REQUIRE(result.size() == expected.size());
        for (std::size_t i = 0; i < result.size(); ++i) {
            REQUIRE(result[i].runs.size() == expected[i].runs.size());
            for (std::size_t r = 0; r < result[i].runs.size(); ++r) {
                CHECK(result[i].runs[r].glyphs == expected[i].runs[r].glyphs);
                CHECK(fresh.info(result[i].runs[r].face).postscript_name == postscript_name(expected[i].runs[r]));
            }
        }
    }
}

TEST_CASE("spans keep their language, link, swatch and place") {
    design::Style style, red;
    red.swatch = "vermilion";
    Diagnostics found;
    std::vector<Span> spans{span("See ", style), span("the site", red, "fr"), span(" now", style)};
    spans[1].link = "https://example.org/";
    spans[1].where = {{}, 9, 4};
    const Line line = set_line(spans, fonts(), found);
    REQUIRE(line.runs.size() == 3);
    CHECK(line.runs[1].text == "the site");
    CHECK(line.runs[1].link == "https://example.org/");
    CHECK(line.runs[1].swatch == "vermilion");
    CHECK(line.runs[1].lang == "fr");
    CHECK(line.runs[1].where.line == 9);
    CHECK(line.runs[0].link.empty());
}

TEST_CASE("typewriter quotes become the language's, over the borders of spans") {
    const design::Style style;
    Diagnostics found;
    std::vector<Span> spans{span("say \"hello ", style), span("there\"", style)};
    spans[1].emphasis = true;
    CHECK(copied(set_line(spans, fonts(), found)) == "say “hello there”");
    CHECK(copied(set("\"Hallo\"", style, "de")) == "„Hallo“");
    // Right after a change of language or emphasis, and right before one.
    std::vector<Span> foreign{span("say '", style), span("bonjour", style, "fr"), span("' to ", style),
                              span("\"x\"", style, "fr")};
    CHECK(copied(set_line(foreign, fonts(), found)) == "say ‘bonjour’ to «\u202Fx\u202F»");
    std::vector<Span> stressed{span("the \"", style), span("boys", style), span("'\" club", style)};
    stressed[1].strong = true;
    CHECK(copied(set_line(stressed, fonts(), found)) == "the “boys’” club");
}

TEST_CASE("natural width is the width of the paragraph on one line") {
    const design::Style style;
    Diagnostics found;
    const std::vector<Span> spans{span("Clermont-Ferrand", style)};
    const Prepared prepared = prepare(spans, fonts(), found);
    CHECK(prepared.natural_width().pt() == Approx(width_of(set("Clermont-Ferrand", style))));
    CHECK(&prepared.style() == &style);
}

TEST_CASE("a language whose hyphenation is not installed is set whole, and its package named") {
    design::Style style;
    style.hyphenation.on = true;
    Diagnostics found;
    const std::vector<Span> spans{span("Rzeczpospolita", style, "pl")},
        welsh{span("Llanfairpwllgwyngyll", style, "cy")};
    prepare(spans, fonts(), found);
    prepare(welsh, fonts(), found);
    CHECK(found.all().size() <= 1);  // no Debian package has patterns for Welsh
    for (const Diagnostic& each : found.all()) {
        CHECK(each.rule == "hyphenation-missing");
        CHECK(each.severity == Severity::warning);
        CHECK(each.hint.find("apt-get install hyphen-") != std::string::npos);
    }
    style.hyphenation.on = false;
    Diagnostics none;
    prepare(welsh, fonts(), none);
    CHECK(none.all().empty());
}
