#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"

#include "text/paragraph.hpp"

/// Fonts and styles for the tests of setting text: the families of the sample project, from Debian's packages.
namespace brochure::text::testing {

inline design::FontManifest manifest() {
    design::FontManifest manifest;
    design::FontFamily text;
    text.name = "text";
    text.names = {"Vollkorn"};
    text.fallback_scale_cjk = 0.92;
    text.fallback = {{"ja", {"Noto Serif CJK JP"}},   {"ko", {"Noto Serif CJK KR"}},
                     {"zh", {"Noto Serif CJK SC"}},   {"Hani", {"Noto Serif CJK JP"}},
                     {"Kana", {"Noto Serif CJK JP"}}, {"Hang", {"Noto Serif CJK KR"}},
                     {"Arab", {"Noto Naskh Arabic"}}, {"Hebr", {"Noto Serif Hebrew"}},
                     {"Thai", {"Noto Serif Thai"}},   {"", {"Noto Serif"}}};
    text.where = {{}, 4, 3};
    manifest.families["text"] = text;
    text.name = "data";
    text.names = {"Inter"};
    manifest.families["data"] = text;
    text.names = {"No Such Font"};
    manifest.families["absent"] = text;
    text.names = {"Noto Naskh Arabic"};
    manifest.families["naskh"] = text;
    manifest.packages = {
        {"No Such Font", "fonts-nothing"}, {"Noto *", "fonts-noto-core"}, {"Noto Serif CJK*", "fonts-noto-cjk"}};
    return manifest;
}

/// The fonts of this machine, found once for all tests.
inline Fonts& fonts() {
    static Fonts shared{manifest(), {"", std::filesystem::temp_directory_path() / "brochure-test-fonts"}};
    return shared;
}

inline Span span(std::string text, const design::Style& style, std::string lang = "en-US") {
    Span made;
    made.text = std::move(text);
    made.style = &style;
    made.lang = std::move(lang);
    return made;
}

inline Line set(const std::string& text, const design::Style& style, Diagnostics& found,
                const std::string& lang = "en-US") {
    const std::vector<Span> spans{span(text, style, lang)};
    return set_line(spans, fonts(), found, {});
}

/// Sets text that must give no diagnostics.
inline Line set(const std::string& text, const design::Style& style, const std::string& lang = "en-US") {
    Diagnostics found;
    Line line = set(text, style, found, lang);
    for (const Diagnostic& each : found.all()) UNSCOPED_INFO(each.text);
    CHECK(found.all().empty());
    return line;
}

inline std::vector<Line> lines_of(const std::string& text, const design::Style& style, double measure,
                                  Diagnostics& found, const std::string& lang = "en-US") {
    const std::vector<Span> spans{span(text, style, lang)};
    const Prepared prepared = prepare(spans, fonts(), found);
    return break_lines(prepared, {Length::from_pt(measure), {}}, found);
}

/// What a reader copies from the lines, words joined again where the breaker divided them with a soft hyphen.
inline std::string copied(const Line& line) {
    std::string text;
    for (const GlyphRun& run : line.runs)
        if (const std::string& own = run.has_actual_text ? run.actual_text : run.text; own != "\u00AD") text += own;
    return text;
}
inline std::string copied(const std::vector<Line>& lines) {
    std::string text;
    for (const Line& line : lines) text += copied(line);
    return text;
}

inline double width_of(const Line& line) {
    double width = 0;
    for (const GlyphRun& run : line.runs) width += run.advance.pt();
    return width;
}

inline std::string postscript_name(const GlyphRun& run) {
    return fonts().info(run.face).postscript_name;
}

}  // namespace brochure::text::testing
