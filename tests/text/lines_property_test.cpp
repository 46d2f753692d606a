#include <algorithm>
#include <cctype>
#include <random>

#include "shape_fixture.hpp"

using namespace brochure;
using namespace brochure::text;
using namespace brochure::text::testing;

namespace {

/// Strings of words from several scripts, with spaces, marks and soft hyphens; all of it in the fonts.
std::string random_text(std::mt19937& random) {
    static const std::vector<std::string> parts{"office",
                                                "A",
                                                "To",
                                                "fi",
                                                "naïve",
                                                "e\xCC\x81",
                                                "“q”",
                                                "12,345",
                                                "U.S.",
                                                "well-known",
                                                "https://example.org/a/b",
                                                "精華町",
                                                "「は」",
                                                "、",
                                                "ー",
                                                "مرحبا",
                                                "١٢٣",
                                                "שלום",
                                                "(",
                                                ")",
                                                "สวัสดีครับ",
                                                "서울",
                                                "inter\xC2\xADnational",
                                                "x\xE2\x80\x8Dy",
                                                "—",
                                                "…",
                                                "Ångström",
                                                "кот",
                                                "λόγος",
                                                "\xC2\xA0",
                                                "\n",
                                                "-",
                                                "affluent"};
    std::string text;
    const auto count = 1 + random() % 40;
    for (unsigned i = 0; i < count; ++i) {
        text += parts[random() % parts.size()];
        if (random() % 3 != 0) text += ' ';
    }
    return text;
}

/// Without what is not shown: soft hyphens, line ends and spaces.
std::string shown(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "\xC2\xAD") == 0 || text.compare(i, 2, "\xC2\xA0") == 0)
            ++i;
        else if (text[i] != ' ' && text[i] != '\n')
            out += text[i];
    }
    return out;
}

}  // namespace

TEST_CASE("every cluster is set once and in order, whatever the text and the measure") {
    std::mt19937 random{20'240'401};
    design::Style style;
    style.hyphenation.on = true;
    for (int round = 0; round < 400; ++round) {
        const std::string text = random_text(random);
        const std::string lang = std::vector<std::string>{"en-US", "ja", "ar", "he", "th", "de"}[random() % 6];
        style.setting = random() % 2 == 0 ? design::Setting::ragged : design::Setting::justified;
        style.tracking = random() % 4 == 0 ? 20 : 0;
        Diagnostics found;
        const std::vector<Span> spans{span(text, style, lang)};
        const Prepared prepared = prepare(spans, fonts(), found);
        CHECK_FALSE(found.has_errors());
        std::string first;
        for (const double measure : {1e6, 40.0 + static_cast<double>(random() % 200), 12.0}) {
            const auto lines = break_lines(prepared, {Length::from_pt(measure), {}}, found);
            std::string all;
            for (const Line& line : lines) {
                // Logical order: the runs of a line sorted by where their text stands is not known here, so compare
                // letters.
                for (const GlyphRun& run : line.runs) {
                    for (const Glyph& glyph : run.glyphs) {
                        CHECK(glyph.id != 0);
                        CHECK(glyph.cluster < run.text.size());
                    }
                    for (std::size_t i = 1; i < run.glyphs.size(); ++i)
                        CHECK((run.rtl ? run.glyphs[i].cluster <= run.glyphs[i - 1].cluster
                                       : run.glyphs[i].cluster >= run.glyphs[i - 1].cluster));
                    if (!run.has_actual_text) all += shown(run.text);
                }
            }
            std::sort(all.begin(), all.end());
            if (first.empty()) first = all;
            INFO(text);
            CHECK(all == first);
        }
        // Letters are neither lost nor doubled between the input and the lines (typography changes only marks).
        const auto letters = [](const std::string& s) {
            return std::count_if(s.begin(), s.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
        };
        CHECK(letters(first) == letters(shown(text)));
    }
}

TEST_CASE("text of one direction is copied as it was typed, word for word") {
    std::mt19937 random{7};
    design::Style style;
    style.hyphenation.on = true;
    const std::vector<std::string> vocabulary{"office", "affiliate", "partnership",   "Norman", "communities", "a",
                                              "of",     "1956",      "international", "精華町", "서울"};
    for (int round = 0; round < 200; ++round) {
        std::string text;
        for (unsigned i = 0; i < 30; ++i) text += (i == 0 ? "" : " ") + vocabulary[random() % vocabulary.size()];
        style.setting = random() % 2 == 0 ? design::Setting::ragged : design::Setting::justified;
        Diagnostics found;
        CHECK(copied(lines_of(text, style, 40.0 + static_cast<double>(random() % 200), found)) == text);
    }
}

TEST_CASE("cut lines are shaped as they would be on their own") {
    // Breaks inside ligatures and kerned pairs are shaped anew: each line equals its own text set alone.
    design::Style style;
    style.hang = false;
    Diagnostics found;
    const std::string text = "affiliated offices of AV To We fjord difficult fluff Tokyo Yes Type Wave";
    for (double measure = 40; measure < 160; measure += 7)
        for (const Line& line : lines_of(text, style, measure, found)) {
            std::string own = copied(line);
            while (!own.empty() && own.back() == ' ') own.pop_back();
            const Line alone = set(own, style);
            REQUIRE(alone.runs.size() == line.runs.size());
            REQUIRE(alone.runs[0].glyphs.size() == line.runs[0].glyphs.size());
            for (std::size_t i = 0; i < alone.runs[0].glyphs.size(); ++i) {
                CHECK(alone.runs[0].glyphs[i].id == line.runs[0].glyphs[i].id);
                CHECK(alone.runs[0].glyphs[i].advance == Approx(line.runs[0].glyphs[i].advance));
            }
        }
}
