// What readers of each language expect of set lines, whatever the measure: where lines may begin and end, what is
// divided, which shapes a character has.
#include <algorithm>
#include <set>

#include "shape_fixture.hpp"

using namespace brochure;
using namespace brochure::text;
using namespace brochure::text::testing;

namespace {

const std::vector<std::string> spaces{" ", "\u00A0", "\u202F"};

/// A line as it is seen: what is copied, without the space at its end.
std::string shown(const Line& line) {
    std::string text;
    for (const GlyphRun& run : line.runs) text += run.text;
    while (text.ends_with(' ')) text.pop_back();
    return text;
}

/// Sets the text on measures from narrow to wide and looks at each line; a word may be wider than the narrowest.
template <class Look>
void at_every_measure(const std::string& text, const std::string& lang, const design::Style& style, const Look& look) {
    for (double measure = 42; measure < 200; measure += 3.7) {
        Diagnostics found;
        const auto lines = lines_of(text, style, measure, found, lang);
        REQUIRE_FALSE(lines.empty());
        for (const Line& line : lines) {
            INFO(lang << " " << measure << ": " << shown(line));
            look(line);
        }
    }
}

design::Style hyphenating(const std::string& lang) {
    design::Style style;
    style.hyphenation.on = true;
    style.hyphenation.always = {lang};
    return style;
}

/// How many lines end in a hyphen that the breaker set.
int hyphens(const std::string& text, const std::string& lang) {
    int count = 0;
    at_every_measure(text, lang, hyphenating(lang), [&](const Line& line) { count += line.hyphenated ? 1 : 0; });
    return count;
}

/// The face and the glyphs a text is drawn with.
std::pair<std::string, std::vector<std::uint32_t>> drawn(const std::string& text, const std::string& lang) {
    static Fonts all = [] {
        auto own = manifest();
        for (auto& [name, family] : own.families)
            for (const auto& [script, face] : {std::pair{"zh-TW", "Noto Serif CJK TC"}, {"Khmr", "Noto Serif Khmer"}})
                family.fallback[script] = {face};
        return Fonts{own, {"", std::filesystem::temp_directory_path() / "brochure-test-fonts-all"}};
    }();
    static const design::Style style;
    Diagnostics found;
    const std::vector<Span> spans{span(text, style, lang)};
    const Line line = set_line(spans, all, found);
    CHECK(found.all().empty());
    REQUIRE(line.runs.size() == 1);
    std::vector<std::uint32_t> ids;
    for (const Glyph& glyph : line.runs[0].glyphs) ids.push_back(glyph.id);
    return {all.info(line.runs[0].face).postscript_name, ids};
}

}  // namespace

TEST_CASE("no French line begins with a mark that has a space before it, or ends with an opening one") {
    const std::string text =
        "Bonjour ! Qui va là ? « Nous », dit-elle ; « nous tous » : « les villes » ! N’est-ce pas ? Oui : tout est "
        "dit.";
    for (const std::string lang : {"fr", "fr-CA"})
        at_every_measure(text, lang, {}, [](const Line& line) {
            for (const std::string mark : {"!", "?", ";", ":", "»"}) CHECK_FALSE(shown(line).starts_with(mark));
            for (const std::string& space : spaces) CHECK_FALSE(shown(line).starts_with(space));
            CHECK_FALSE(shown(line).ends_with("«"));
        });
}

TEST_CASE("Spanish opening marks stand with the word that follows them") {
    at_every_measure("¿Cuándo llegan? ¡Bienvenidos a Colima! Dijo: ¿y ahora?, y luego: «¡por fin!», ¿no?", "es", {},
                     [](const Line& line) {
                         for (const std::string mark : {"¿", "¡", "«", "«¡"}) CHECK_FALSE(shown(line).ends_with(mark));
                         for (const std::string mark : {"?", "!", "»"}) CHECK_FALSE(shown(line).starts_with(mark));
                     });
}

TEST_CASE("long German and Italian words are divided, those of Japanese, Chinese and Korean never get a hyphen") {
    CHECK(hyphens("Die Städtepartnerschaftsvereinbarung wurde von den Bürgermeisterinnen unterzeichnet.", "de") > 3);
    CHECK(hyphens("La straordinaria manifestazione internazionale dell’amministrazione comunale.", "it") > 3);
    CHECK(hyphens("精華町は京都府の南部にある町です。学研都市の中心として世界と結ばれています。", "ja") == 0);
    CHECK(hyphens("精华町位于京都府南部，是学研都市的中心，与世界相连。", "zh-CN") == 0);
    CHECK(hyphens("세이카정은 교토부 남부에 있는 마을로 학연도시의 중심입니다.", "ko") == 0);
}

TEST_CASE("a German word that is divided is copied whole") {
    Diagnostics found;
    const std::string text = "Die Städtepartnerschaftsvereinbarung ist da.";
    const auto lines = lines_of(text, hyphenating("de"), 90, found, "de");
    REQUIRE(std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.hyphenated; }));
    CHECK(copied(lines) == text);
}

TEST_CASE("Korean lines end between words, Thai and Khmer ones where their dictionaries part words") {
    at_every_measure("세이카정은 교토부 남부에 있는 마을로 학연도시의 중심입니다", "ko", {}, [](const Line& line) {
        const std::string begin = shown(line).substr(0, 6);
        CHECK((line.overfull || std::string{"세이|교토|남부|있는|마을|학연|중심"}.find(begin) != std::string::npos));
    });
    const std::string thai = "ภาษาไทยง่ายมาก";
    std::set<std::string> starts;
    for (double measure = 12; measure < 60; measure += 1.3) {
        Diagnostics found;
        for (const Line& line : lines_of(thai, {}, measure, found, "th"))
            if (!line.overfull) starts.insert(shown(line).substr(0, 9));
    }
    for (const std::string& start : starts) {
        INFO(start);
        CHECK((start == "ภาษ" || start == "ไทย" || start == "ง่า" || start == "มาก"));
    }
}

TEST_CASE("a character shared by China, Japan and Korea has the shape of the text's language") {
    for (const std::string character : {"直", "骨"}) {
        std::set<std::pair<std::string, std::vector<std::uint32_t>>> shapes;
        for (const auto& [lang, face] : std::vector<std::pair<std::string, std::string>>{{"ja", "NotoSerifCJKjp"},
                                                                                         {"ko", "NotoSerifCJKkr"},
                                                                                         {"zh-CN", "NotoSerifCJKsc"},
                                                                                         {"zh-TW", "NotoSerifCJKtc"}}) {
            INFO(character << " " << lang);
            const auto found = drawn(character, lang);
            CHECK(found.first.starts_with(face));
            shapes.insert(found);
        }
        CHECK(shapes.size() == 4);
    }
    // All these faces hold the same glyphs: what differs is which of them stands for the character.
    CHECK(drawn("直", "ja").second != drawn("直", "zh-CN").second);
    CHECK(drawn("骨", "zh-CN").second != drawn("骨", "ja").second);
    CHECK(drawn("骨", "zh-TW").second != drawn("骨", "zh-CN").second);
}

TEST_CASE("full-width marks that meet are squeezed, wherever the line ends") {
    const design::Style style;
    const double em = style.size.pt() * 0.92;
    const double apart = width_of(set("「市」", style, "ja")) + width_of(set("「市」", style, "ja"));
    CHECK(width_of(set("「市」「市」", style, "ja")) == Approx(apart - em / 2).margin(0.05 * em));
    CHECK(width_of(set("市。」市", style, "ja")) == Approx(3.5 * em).margin(0.05 * em));
    at_every_measure("彼は「市」「町」「村」（など）。」と言った。「はい」「いいえ」と答える。", "ja", style,
                     [](const Line& line) {
                         for (const std::string mark : {"」", "）", "。"}) CHECK_FALSE(shown(line).starts_with(mark));
                         for (const std::string mark : {"「", "（"}) CHECK_FALSE(shown(line).ends_with(mark));
                     });
}

TEST_CASE("a quarter em between Japanese and Latin goes where a line begins or ends") {
    at_every_measure("精華町はNorman市と2005年に姉妹都市となりKyotoやOsakaと結ばれています", "ja", {},
                     [](const Line& line) {
                         CHECK(line.runs.front().x.pt() == Approx(0).margin(0.01));
                         const GlyphRun& last = line.runs.back();
                         CHECK((last.x + last.advance).pt() == Approx(line.width.pt()).margin(0.01));
                     });
}
