#include <algorithm>
#include <fstream>
#include <iterator>

#include "shape_fixture.hpp"
#include "text/prepare.hpp"
#include "text/shape.hpp"

using namespace brochure;
using namespace brochure::text;
using namespace brochure::text::testing;

namespace {

design::Style style_with(std::vector<design::Feature> features, const std::string& family = "text") {
    design::Style style;
    style.family = family;
    style.features = std::move(features);
    return style;
}

std::vector<std::uint32_t> glyph_ids(const Line& line) {
    std::vector<std::uint32_t> ids;
    for (const GlyphRun& run : line.runs)
        for (const Glyph& glyph : run.glyphs) ids.push_back(glyph.id);
    return ids;
}

}  // namespace

TEST_CASE("letters are kerned") {
    const design::Style style = style_with({}), loose = style_with({{"kern", 0}});
    CHECK(width_of(set("AVATO", style)) < width_of(set("AVATO", loose)) - 0.5);
}

TEST_CASE("a ligature is one glyph for two characters of text") {
    const design::Style style = style_with({});
    const Line line = set("office", style);
    REQUIRE(line.runs.size() == 1);
    CHECK(line.runs[0].text == "office");
    REQUIRE(line.runs[0].glyphs.size() < 6);
    std::vector<std::uint32_t> clusters;
    for (const Glyph& glyph : line.runs[0].glyphs) clusters.push_back(glyph.cluster);
    CHECK(std::is_sorted(clusters.begin(), clusters.end()));
    CHECK(std::find(clusters.begin(), clusters.end(), 1) != clusters.end());  // the ligature begins at the first f
    CHECK(std::find(clusters.begin(), clusters.end(), 2) == clusters.end());  // and covers the second
}

TEST_CASE("letters tracked apart are not tied into ligatures") {
    design::Style style;
    style.tracking = 70;
    CHECK(set("office", style).runs[0].glyphs.size() == 6);
}

TEST_CASE("figures follow the features a style names") {
    const auto old_style = glyph_ids(set("1234567890", style_with({})));
    const auto lining = glyph_ids(set("1234567890", style_with({{"lnum", 1}})));
    CHECK(old_style != lining);
    const Line tabular = set("1117777", style_with({{"tnum", 1}}, "data"));
    for (const Glyph& glyph : tabular.runs[0].glyphs) CHECK(glyph.advance == Approx(tabular.runs[0].glyphs[0].advance));
    const Line proportional = set("17", style_with({}, "data"));
    CHECK(proportional.runs[0].glyphs[0].advance != Approx(proportional.runs[0].glyphs[1].advance));
}

TEST_CASE("figures of text are old-style, by default or asked for by name") {
    const std::string figures = "1234567890";
    const auto plain = glyph_ids(set(figures, style_with({}))),
               old_style = glyph_ids(set(figures, style_with({{"onum", 1}})));
    const auto lining = glyph_ids(set(figures, style_with({{"lnum", 1}})));
    CHECK(plain == old_style);
    for (std::size_t i = 0; i < figures.size(); ++i) CHECK(lining[i] != old_style[i]);
    CHECK(glyph_ids(set(figures, style_with({{"lnum", 1}, {"lnum", 0}}))) ==
          plain);  // a style may switch off what it inherits
}

TEST_CASE("hyphens and brackets beside capitals rise with the feature a style names") {
    // Between small letters, since Inter's contextual forms see to capitals by themselves.
    const auto flat = set("n-n (n)", style_with({}, "data")), risen = set("n-n (n)", style_with({{"case", 1}}, "data"));
    CHECK(glyph_ids(flat) != glyph_ids(risen));
    CHECK(copied(flat) == copied(risen));
}

TEST_CASE("small capitals are the font's own") {
    const auto small = glyph_ids(set("small", style_with({{"smcp", 1}})));
    CHECK(small != glyph_ids(set("small", style_with({}))));
    CHECK(small != glyph_ids(set("SMALL", style_with({}))));  // not capitals at another size
    CHECK(set("small", style_with({{"smcp", 1}})).runs[0].size == style_with({}).size);
}

TEST_CASE("forms of letters follow the language") {
    const design::Style style = style_with({});
    CHECK(glyph_ids(set("ş ţ", style, "en-US")) != glyph_ids(set("ş ţ", style, "ro")));  // comma below, not cedilla
    CHECK(glyph_ids(set("бгдпт", style, "ru")) != glyph_ids(set("бгдпт", style, "sr")));
    CHECK(glyph_ids(set("бгдпт", style, "bg")) != glyph_ids(set("бгдпт", style, "ru")));
    CHECK(glyph_ids(set("ş ţ", style_with({{"locl", 0}}), "ro")) == glyph_ids(set("ş ţ", style, "en-US")));
}

TEST_CASE("tracking stands between letters and not after the last") {
    design::Style plain, tracked;
    plain.features = tracked.features = {{"liga", 0}, {"kern", 0}};
    tracked.tracking = 100;
    const double em = plain.size.pt();
    CHECK(width_of(set("abcde", tracked)) == Approx(width_of(set("abcde", plain)) + 4 * 0.1 * em));
}

TEST_CASE("letters that join are never tracked apart") {
    design::Style plain, tracked;
    plain.family = tracked.family = "naskh";
    tracked.tracking = 100;
    CHECK(width_of(set("مرحبا", tracked, "ar")) == Approx(width_of(set("مرحبا", plain, "ar"))));
}

TEST_CASE("capitals follow the language's rules, and are copied and read aloud as they were written") {
    design::Style style;
    style.capitals = true;
    const auto shown = [&](const std::string& text, const std::string& lang) {
        std::string all;
        for (const auto& run : set(text, style, lang).runs) all += run.text;
        return all;
    };
    CHECK(shown("Straße", "de") == "STRASSE");
    CHECK(shown("izmir", "tr") == "İZMİR");
    CHECK(shown("izmir", "en") == "IZMIR");
    for (const std::string word : {"Straße", "Ύδρα, Ελλάδα", "ﬁne Straße 京都", "IN CAPITALS"})
        CHECK(copied(set(word, style, "de")) == word);
}

TEST_CASE("a label in capitals that is broken into lines is read as it was written") {
    design::Style style;
    style.capitals = true;
    Diagnostics found;
    const auto lines = lines_of("Große Straße der Städte und der Partnerschaften", style, 90, found);
    REQUIRE(lines.size() > 2);
    std::string all;
    for (const auto& line : lines) all += copied(line);
    CHECK(all == "Große Straße der Städte und der Partnerschaften");
}

TEST_CASE("consecutive Japanese marks are set at half width") {
    design::Style style;
    const double em = style.size.pt() * 0.92;
    CHECK(width_of(set("市」「市", style, "ja")) < 4 * em - 0.4 * em);
    CHECK(width_of(set("市市市市", style, "ja")) == Approx(4 * em));
}

TEST_CASE("a size given overrides the style's") {
    design::Style style;
    Diagnostics found;
    const std::vector<Span> spans{span("Colima", style)};
    const Line small = set_line(spans, fonts(), found, Length::from_pt(10)),
               large = set_line(spans, fonts(), found, Length::from_pt(40));
    CHECK(width_of(large) == Approx(4 * width_of(small)));
    CHECK(large.runs[0].size == Length::from_pt(40));
}

TEST_CASE("words shaped one by one give what the whole line gives") {
    std::string text =
        "AVATAR To T. W, f) (f “Te” V V Wave Yes, Type: 12 x 34 ... fi ffl L T Ty 'r' r. 7 - 4 -- -> Tj jT P. F, ‘n’ "
        "A/B [T] ¿V? T’ W";
    for (char a = 'A'; a <= 'z'; ++a)
        for (char b = 'A'; b <= 'z'; ++b)
            if (std::isalpha(static_cast<unsigned char>(a)) != 0 && std::isalpha(static_cast<unsigned char>(b)) != 0)
                text += std::string{" "} + a + " " + b + a;
    for (const char* family : {"text", "data"})
        for (const int weight : {400, 600})
            for (const bool italic : {false, true}) {
                design::Style style;
                style.family = family;
                style.weight = weight;
                style.italic = italic;
                Diagnostics found;
                const std::vector<Span> spans{span(text, style)};
                const Prepared prepared = prepare(spans, fonts(), found);
                const auto& p = *prepared.implementation;
                REQUIRE(p.pieces.size() == 1);
                std::vector<ShapedGlyph> whole;
                Shaper{}.shape(p.text, 0, static_cast<std::uint32_t>(p.text.size()), p.pieces[0], p.parts[0], true,
                               whole);
                REQUIRE(whole.size() == p.glyphs.size());
                std::size_t differing = 0;
                for (std::size_t i = 0; i < whole.size(); ++i)
                    differing += whole[i].id != p.glyphs[i].id || whole[i].advance != p.glyphs[i].advance ||
                                 whole[i].cluster != p.glyphs[i].cluster || whole[i].unsafe != p.glyphs[i].unsafe ||
                                 whole[i].x != p.glyphs[i].x || whole[i].y != p.glyphs[i].y;
                INFO(family << weight << italic);
                CHECK(differing == 0);
            }
}
