// What a design says of a place that a page does not have is told at the design, and no writer is blamed for it.
#include "composing.hpp"

using namespace brochure;
using namespace composing;

namespace {

// A page of 300 by 400 with four columns of 48, and one master of a spread with these frames; the text is long.
Made made_with(const std::string& frames) {
    return compose(
        {.files = {{"content/organisation.yaml", at_home + "about: {title: Us, text: " + std::string(60, 'a') + ".}\n"},
                   {"content/publications.yaml", publication("[about]")}},
         .design =
             "swatches: {ink: {srgb: \"#000000\", cmyk: [0, 0, 0, 100]}}\n"
             "styles: {body: {size: 9, leading: 12}}\n"
             "formats:\n"
             "  half-letter: {trim: [300, 400], bleed: 9, margins: {outer: 36, inner: 36, top: 36, bottom: 36}, "
             "columns: {count: 4, width: 48, gutter: 12}, baseline: 12, last-line: 360, values: {rise: 24}}\n"
             "  poster: {trim: [900, 1200], margins: {outer: 36, inner: 36, top: 36, bottom: 36}, columns: {count: "
             "12}}\n"
             "masters:\n  about:\n    frames:\n" +
             frames + "sections: {about: {variants: [about]}}\n"});
}

}  // namespace

TEST_CASE("a place that the page does not have is an error at the design's line and column") {
    const auto& [frame, text] = GENERATE(table<std::string, std::string>({
        {"{flow: text, columns: 1-9, top: 60, bottom: L, style: body}", "there is no column 9 for this flow"},
        {"{flow: text, columns: outer-5, top: 60, bottom: L, style: body}", "there is no column 5 for this flow"},
        {"{text: title, columns: 1-4, baseline: 700, style: body}", "`baseline` is at 700, which is off the page"},
        {"{text: title, columns: 1-4, baseline: L+100-rise, style: body}", "`baseline` is at 436"},
        {"{text: title, columns: 1-4, bottom: 0-40, style: body}", "`bottom` is at -40"},
        {"{flow: text, columns: 1-4, top: 420, style: body}", "`top` is at 420"},
        {"{rule: ink, columns: 1-4, y: H+10}", "`top` is at 410"},
        {"{panel: ink, left: 0, right: 3*W, top: 0, bottom: H}", "`right` is at 900"},
        {"{panel: ink, left: c3, right: c1, top: 0, bottom: H}", "this panel has no width"},
        {"{flow: text, columns: 1-4, top: L, bottom: 60, style: body}", "this flow ends above its beginning"},
    }));
    const Made made =
        made_with("      - {text: title, columns: 1-4, baseline: 48, style: body}\n      - " + frame + "\n");
    INFO(frame);
    CHECK_FALSE(made.publication);
    REQUIRE(made.found.all().size() == 1);
    const auto& fault = made.found.all().front();
    CHECK(fault.severity == Severity::error);
    CHECK(fault.rule == "impossible-place");
    CHECK(fault.where.line == 10);
    CHECK(fault.where.column == 9);
    CHECK(fault.text.find(text) != std::string::npos);
    CHECK(fault.text.find("in the layout 'about'") == 0);
    // The same column is missing on every format of the design: said once for all of them.
    CHECK((fault.text.find("on half-letter") == std::string::npos) ==
          (fault.text.find("there is no column") != std::string::npos));
    CHECK_FALSE(fault.hint.empty());
}

TEST_CASE("what a page has, its bleed too, and what depends on a text is no fault of the design") {
    for (const char* frame : {"{panel: ink, left: -B, right: W+B, top: -B, bottom: H+B}",
                              "{text: title, id: title, columns: 1-4, baseline: 48, style: body}\n"
                              "      - {flow: text, columns: 1-4, top: title.last+24, bottom: L, style: body}",
                              "{flow: text, columns: outer-4, top: 60, bottom: 60+12, style: body}",
                              "{rule: ink, columns: 1-4, y: H-rise}"}) {
        const Made made = made_with(std::string{"      - "} + frame + "\n");
        INFO(frame);
        CHECK(made.publication);
        CHECK_FALSE(made.said("impossible-place"));
    }
}
