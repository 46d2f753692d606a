#include "shape_fixture.hpp"

using namespace brochure;
using namespace brochure::text;
using namespace brochure::text::testing;

namespace {

const GlyphRun* run_with(const Line& line, const std::string& text) {
    for (const GlyphRun& run : line.runs)
        if (run.text.find(text) != std::string::npos) return &run;
    return nullptr;
}

std::string face_of(const Line& line, const std::string& text) {
    const GlyphRun* run = run_with(line, text);
    return run == nullptr ? "" : postscript_name(*run);
}

}  // namespace

TEST_CASE("characters the family lacks are set in the stand-in of their language, then of their script") {
    const design::Style style;
    const Line mixed = set("Seika 精華町 and مرحبا and שלום and สวัสดี", style, "en-US");
    CHECK(face_of(mixed, "Seika") == "Vollkorn-Regular");
    CHECK(face_of(mixed, "精華町") == "NotoSerifCJKjp-Regular");
    CHECK(face_of(mixed, "مرحبا") == "NotoNaskhArabic-Regular");
    CHECK(face_of(mixed, "שלום") == "NotoSerifHebrew-Regular");
    CHECK(face_of(mixed, "สวัสดี") == "NotoSerifThai-Regular");
    CHECK(face_of(set("北京", style, "zh-CN"), "北京") == "NotoSerifCJKsc-Regular");
    CHECK(face_of(set("서울 시", style, "ko"), "서울") == "NotoSerifCJKkr-Regular");
}

TEST_CASE("Japanese stands beside Latin at its own part of the size") {
    const design::Style style;
    const Line line = set("Seika 精華町", style, "ja");
    const GlyphRun* japanese = run_with(line, "精華町");
    REQUIRE(japanese != nullptr);
    CHECK(japanese->size.pt() == Approx(0.92 * style.size.pt()));
}

TEST_CASE("a quarter em stands between Japanese and Latin where no space does") {
    const design::Style style;
    const Line line = set("年間2019年", style, "ja");
    REQUIRE(line.runs.size() == 3);
    const double em = 0.92 * style.size.pt();
    const auto gap = [&](std::size_t i) { return (line.runs[i + 1].x - line.runs[i].x - line.runs[i].advance).pt(); };
    CHECK(gap(1) == Approx(0.25 * em));
    CHECK(gap(0) > 0.2 * em);
    CHECK(set("年間 2019", style, "ja").runs.size() >= 2);
}

TEST_CASE("a character no font has is an error with its name, its code, its line and a remedy") {
    const design::Style style;
    Diagnostics found;
    std::vector<Span> spans{span("Colima \xEE\x80\x80!", style)};
    spans[0].where = {{}, 7, 12};
    const Line line = set_line(spans, fonts(), found);
    REQUIRE(found.all().size() == 1);
    const Diagnostic& fault = found.all()[0];
    CHECK(fault.severity == Severity::error);
    CHECK(fault.rule == "no-font");
    CHECK(fault.text.find("U+E000") != std::string::npos);
    CHECK(fault.where.line == 7);
    CHECK_FALSE(fault.hint.empty());
    for (const GlyphRun& run : line.runs)
        for (const Glyph& glyph : run.glyphs) CHECK(glyph.id != 0);
}

TEST_CASE("a character no font has knows the passage before it, as its author wrote it") {
    design::Style style;
    Diagnostics found;
    // What is typeset otherwise (quotation marks, dashes, capitals) is longer or shorter than what was written.
    std::vector<Span> spans{span("He said \"so\" -- ", style),
                            span("in 1990-95... \xEE\x80\x80 and \xEE\x80\x80", style)};
    SECTION("as it is") {}
    SECTION("in capitals") {
        style.capitals = true;
    }
    set_line(spans, fonts(), found);
    REQUIRE(found.all().size() == 2);
    CHECK(found.all()[0].passage == "in 1990-95... \xEE\x80\x80");
    CHECK(found.all()[1].passage == "in 1990-95... \xEE\x80\x80 and \xEE\x80\x80");
}

TEST_CASE("a character in the rest of a divided text knows the passage from where the text was written") {
    const design::Style style;
    Diagnostics found;
    std::vector<Span> spans{span("The rest \xEE\x80\x80.", style)};
    spans[0].before = "A first sentence. ";
    set_line(spans, fonts(), found);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].passage == "A first sentence. The rest \xEE\x80\x80");
}

TEST_CASE("a weight that the family lacks is told at the style") {
    design::Style style;
    style.name = "heading";
    style.where = {{}, 12, 3};
    style.weight = 100;
    Diagnostics found;
    set("Colima", style, found);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].rule == "no-weight");
    CHECK(found.all()[0].severity == Severity::warning);
    CHECK(found.all()[0].text ==
          "the font family \"text\" has no weight 100 for the style 'heading'; it is set in 400");
    CHECK(found.all()[0].where.line == 12);
    style.weight = 400;
    found = {};
    set("Colima", style, found);
    CHECK(found.all().empty());
}

TEST_CASE("a character that stands everywhere is told of at a few places") {
    const design::Style style;
    Diagnostics found;
    std::string text;
    for (int i = 0; i < 200; ++i) text += "a\xEE\x80\x80 ";
    set(text, style, found);
    CHECK(found.all().size() == 5);
}

TEST_CASE("the package that has a font for the character is named") {
    const design::Style style;
    Diagnostics found;
    set("\xF0\x93\x80\x80", style, found);  // U+13000, an Egyptian hieroglyph
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].text.find("EGYPTIAN HIEROGLYPH A001") != std::string::npos);
    CHECK(found.all()[0].hint.find("fonts-noto-core") != std::string::npos);
}

TEST_CASE("joiners and variation selectors need no font and draw nothing") {
    const design::Style style;
    const Line plain = set("ab", style);
    for (const char* text : {"a\xE2\x80\x8D"
                             "b",
                             "a\xE2\x80\x8C"
                             "b",
                             "a\xEF\xB8\x8E"
                             "b",
                             "a\xC2\xAD"
                             "b",
                             "a\xE2\x80\x8B"
                             "b"}) {
        const Line line = set(text, style);
        CHECK(width_of(line) == Approx(width_of(plain)).margin(0.3));
        std::size_t glyphs = 0;
        for (const GlyphRun& run : line.runs) glyphs += run.glyphs.size();
        CHECK(glyphs == 2);
    }
}

TEST_CASE("composed and decomposed letters are the same to the reader") {
    const design::Style style;
    CHECK(width_of(set("\xC3\xA9", style)) == Approx(width_of(set("e\xCC\x81", style))));
}

TEST_CASE("right-to-left words stand in visual order and keep their letters in logical order") {
    const design::Style style;
    const Line english = set("one שלום עולם two", style);
    REQUIRE(english.runs.size() >= 3);
    CHECK(english.runs.front().text.find("one") == 0);
    CHECK(english.runs.back().text.find("two") != std::string::npos);
    const GlyphRun* hebrew = run_with(english, "שלום עולם");
    REQUIRE(hebrew != nullptr);
    CHECK(hebrew->rtl);
    CHECK(hebrew->glyphs.front().cluster > hebrew->glyphs.back().cluster);

    const Line arabic = set("مرحبا 2019 Norman", style, "ar");
    REQUIRE(arabic.runs.size() >= 2);
    CHECK(arabic.runs.front().text.find("Norman") != std::string::npos);  // leftmost is last
    CHECK(arabic.runs.back().text.find("مرحبا") != std::string::npos);
}

TEST_CASE("emphasis takes the italic, strong the bold, emphasis within italics the upright") {
    design::Style style, italic;
    italic.italic = true;
    Diagnostics found;
    std::vector<Span> spans{span("one ", style), span("two ", style), span("three ", style), span("four", italic)};
    spans[1].emphasis = spans[3].emphasis = true;
    spans[2].strong = true;
    const Line line = set_line(spans, fonts(), found);
    CHECK(found.all().empty());
    CHECK(face_of(line, "one") == "Vollkorn-Regular");
    CHECK(face_of(line, "two") == "Vollkorn-Italic");
    CHECK(face_of(line, "three") == "Vollkorn-Bold");
    CHECK(face_of(line, "four") == "Vollkorn-Regular");
}

TEST_CASE("emphasis without an italic face warns and stands upright") {
    design::Style style;
    style.family = "naskh";
    Diagnostics found;
    std::vector<Span> spans{span("مرحبا", style, "ar")};
    spans[0].emphasis = true;
    const Line line = set_line(spans, fonts(), found);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].rule == "no-italic");
    CHECK(found.all()[0].severity == Severity::warning);
    CHECK(face_of(line, "مرحبا") == "NotoNaskhArabic-Regular");
}

TEST_CASE("a family that is not there is one error naming the package") {
    design::Style style;
    style.family = "absent";
    Diagnostics found;
    set("Colima", style, found);
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].rule == "font-missing");
    CHECK(found.all()[0].hint.find("fonts-nothing") != std::string::npos);
    CHECK(found.all()[0].where.line == 4);
}
