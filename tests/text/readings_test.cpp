// Readings above words (furigana): where they stand, what they do to the line, how they are told apart.
#include <algorithm>

#include "base/annotation.hpp"
#include "shape_fixture.hpp"

using namespace brochure;
using namespace brochure::text;
using namespace brochure::text::testing;

namespace {

const std::string seika = annotated("精華町", "せいかちょう");

design::Style running() {  // DESIGN 4: Japanese text, 9/18
    design::Style style;
    style.size = Length::from_pt(9);
    style.leading = Length::from_pt(18);
    return style;
}

struct Extent {
    double left = 1e9, right = -1e9;
};
Extent extent_of(const Line& line, Ruby which) {
    Extent extent;
    for (const GlyphRun& run : line.runs)
        if (run.ruby == which) {
            extent.left = std::min(extent.left, run.x.pt());
            extent.right = std::max(extent.right, (run.x + run.advance).pt());
        }
    return extent;
}

GlyphRun reading_of(const Line& line) {
    const auto found =
        std::find_if(line.runs.begin(), line.runs.end(), [](const GlyphRun& run) { return run.ruby == Ruby::reading; });
    REQUIRE(found != line.runs.end());
    return *found;
}

}  // namespace

TEST_CASE("a reading stands over the middle of its words, half as large and no smaller than five points") {
    const Line line = set("町は" + seika + "です", running(), "ja");
    const Extent base = extent_of(line, Ruby::base), reading = extent_of(line, Ruby::reading);
    CHECK((base.left + base.right) / 2 == Approx((reading.left + reading.right) / 2).margin(0.01));
    CHECK(reading_of(line).size.pt() == Approx(5).margin(0.01));
    design::Style large = running();
    large.size = Length::from_pt(24);
    large.leading = Length::from_pt(40);
    CHECK(reading_of(set(seika, large, "ja")).size.pt() == Approx(0.5 * 24 * 0.92));
}

TEST_CASE("a reading stays between its words and the line above") {
    const design::Style style = running();
    const GlyphRun reading = reading_of(set(seika, style, "ja"));
    REQUIRE(reading.offsets.size() == reading.glyphs.size());
    for (std::size_t i = 0; i < reading.glyphs.size(); ++i) {
        const double rise = reading.offset(i).y;
        CHECK(rise > 0.8 * 9 * 0.92);                                            // above the words' ink
        CHECK(rise + 0.85 * reading.size.pt() < style.leading.pt() - 0.22 * 9);  // below what hangs above
    }
}

TEST_CASE("words narrower than their reading are spaced, and nothing else moves nearer to them") {
    const design::Style style = running();
    const std::string narrow = annotated("峠", "とうげみち");
    const Line line = set("の" + narrow + "の", style, "ja");
    const Extent base = extent_of(line, Ruby::base), reading = extent_of(line, Ruby::reading);
    CHECK(base.right - base.left == Approx(reading.right - reading.left).margin(0.05));
    CHECK(width_of(set("の峠の", style, "ja")) < line.width.pt() - 5);
    CHECK(line.width.pt() == Approx(2 * 9 * 0.92 + (reading.right - reading.left)).margin(0.05));
    const GlyphRun* words = nullptr;
    for (const GlyphRun& run : line.runs)
        if (run.ruby == Ruby::base) words = &run;
    REQUIRE(words != nullptr);
    CHECK(words->offset(0).x > 5);  // in the middle of its room
    CHECK(set(seika, style, "ja").width.pt() > width_of(set("精華町", style, "ja")));
}

TEST_CASE("no line ends within words that have a reading, and every word and reading is set once") {
    std::string text, plain;
    for (int i = 0; i < 8; ++i) {
        text += "町の" + seika + "から" + annotated("京都府", "きょうとふ") + "へ";
        plain += "町の精華町から京都府へ";
    }
    for (double measure = 60; measure < 200; measure += 7.7) {
        Diagnostics found;
        const auto lines = lines_of(text, running(), measure, found, "ja");
        CHECK(found.all().empty());
        std::string words, readings;
        for (const Line& line : lines)
            for (const GlyphRun& run : line.runs) (run.ruby == Ruby::reading ? readings : words) += run.text;
        std::erase(words, ' ');
        CHECK(words == plain);
        for (const Line& line : lines) {
            std::string base, above;
            for (const GlyphRun& run : line.runs) {
                if (run.ruby == Ruby::base) base += run.text;
                if (run.ruby == Ruby::reading) above += run.text;
            }
            CHECK((base.find("精華") == base.npos) == (above.find("せいか") == above.npos));
        }
    }
}

TEST_CASE("where lines leave no room above, the reading stands in brackets after its words") {
    design::Style tight = running();
    tight.leading = Length::from_pt(12);
    const Line line = set(seika + "へ", tight, "ja");
    CHECK(copied(line) == "精華町（せいかちょう）へ");
    for (const GlyphRun& run : line.runs) CHECK(run.ruby == Ruby::none);
}

TEST_CASE("a text that only begins an annotation is set as it is") {
    Diagnostics found;
    const std::vector<Span> spans{[] {
        static const design::Style style = running();
        return span(std::string{annotation_begins} + "町", style, "ja");
    }()};
    const Line line = set_line(spans, fonts(), found);
    CHECK(copied(line).find("町") != std::string::npos);
}
