// Text in several scripts, set and read back: what Poppler and MuPDF extract is what was written. A character that no
// font has is an error.
#include <algorithm>

#include "catch.hpp"
#include "sandbox.hpp"

namespace {

const std::string ligatures = "The office of affluent fjord officials finds difficult waffles",
                  japanese = "精華町は京都府の南部にある「学研都市」の町です。", arabic = "مرحبا بكم في المدينة",
                  hebrew = "שלום 1,234 עולם Norman טוב", bracketed = "ברוכים (Norman) הבאים", thai = "สวัสดีครับ",
                  greek = "Η Αθήνα είναι πόλη";
/// Letters of which several glyphs show several characters, in another order or with more glyphs than characters.
const std::vector<std::string> syllables{"ไทยน้ำ", "हिन्दी", "ភ្នំពេញ", "தமிழகம்", "বাংলা", "ကမ္ဘာ"};

/// Without spaces and line ends, which columns put in, and without soft hyphens and marks of direction.
std::string squeezed(std::string text) {
    for (const std::string mark : {"\u00ad", "\u200b", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u00a0"})
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) text.erase(at, mark.size());
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f' || c == '\r'; });
    return text;
}

/// The sample, Colima's text in many scripts, built for the screen.
const Sandbox& polyglot() {
    static const Sandbox box;
    static const bool built = [] {
        box.replace("content/cities/colima.yaml", "      Colima is the capital",
                    "      " + ligatures + ".\n\n      " + japanese + "\n\n      " + arabic + "\n\n      " + hebrew +
                        "\n\n      " + bracketed + "\n\n      " + thai + "\n\n      " + greek +
                        ".\n\n      Colima is the capital");
        box.replace("content/cities/colima.yaml", "  layout: landscape\n", "");
        const Run run = box.brochure({"build", "--edition", "screen", "--publication", "brochure"});
        INFO(run.err);
        REQUIRE(run.status == 0);
        return true;
    }();
    REQUIRE(built);
    return box;
}

}  // namespace

TEST_CASE("ligatures, Japanese, Arabic, Hebrew, Thai and Greek are read back by Poppler as they were written") {
    const std::string text = squeezed(polyglot().run("pdftotext -raw out/brochure-screen.pdf -").out);
    for (const auto& words : {ligatures, japanese, thai, greek, arabic, hebrew, bracketed}) {
        INFO(words);
        CHECK(has(text, squeezed(words)));
    }
}

// MuPDF guesses directions a character at a time: a space and a bracket after Hebrew it takes for Hebrew set visually
// (since 1.24), and turns the line's words round. So it is not asked for the line with brackets.
TEST_CASE("MuPDF reads them back too, and so does who listens to the structure") {
    const std::string mupdf = squeezed(polyglot().run("mutool draw -q -F txt -o - out/brochure-screen.pdf").out);
    const std::string heard = squeezed(polyglot().run("pdfinfo -struct-text out/brochure-screen.pdf").out);
    for (const auto& words : {ligatures, japanese, thai, greek, arabic, hebrew}) {
        INFO(words);
        CHECK(has(mupdf, squeezed(words)));
        CHECK(has(heard, squeezed(words)));
    }
    // A bracket that runs from right to left is the glyph of its mirror image, and says so by an ActualText. Poppler
    // heeds that on pages (above) and not in the structure: there the words are looked at without it, and without the
    // quotation marks that pdfinfo puts about each piece.
    const auto bare = [](std::string text) {
        std::erase_if(text, [](char c) { return c == '(' || c == ')' || c == '"'; });
        return text;
    };
    CHECK(has(bare(heard), bare(squeezed(bracketed))));
}

TEST_CASE("syllables of several glyphs are read back once and in order by all three readers") {
    const Sandbox box;
    std::string all;
    for (const auto& word : syllables) all += word + " one ";
    box.replace("content/cities/arezzo.yaml", "Arezzo is a city", all + "Arezzo is a city");
    const Run built = box.brochure({"build", "--edition", "screen", "--publication", "handout", "--city", "arezzo"});
    INFO(built.err);
    REQUIRE(built.status == 0);
    const std::string poppler = squeezed(box.run("pdftotext -raw out/handout-arezzo-screen.pdf -").out),
                      mupdf = squeezed(box.run("mutool draw -q -F txt -o - out/handout-arezzo-screen.pdf").out);
    std::string heard = squeezed(box.run("pdfinfo -struct-text out/handout-arezzo-screen.pdf").out);
    std::erase(heard, '"');
    for (const auto& word : syllables) {
        INFO(word);
        CHECK(has(poppler, word));
        CHECK(has(mupdf, word));
        CHECK(has(heard, word));
    }
}

TEST_CASE("a character that no font has is an error with its name, its code and its place, and nothing is made") {
    const Sandbox box;
    box.replace("content/cities/colima.yaml", "Colima is the capital",
                "\xF0\x93\x80\x80 Colima \xEE\x80\x80 is the capital");
    const Run run = box.brochure({"build", "--edition", "screen", "--publication", "brochure"});
    INFO(run.err);
    CHECK(run.status == 1);
    CHECK(box.made().empty());
    CHECK(has(run.err, "U+E000"));
    // Egyptian hieroglyphs have a font in Debian; it may be installed here, and is then used.
    CHECK((has(run.err, "EGYPTIAN HIEROGLYPH A001") || !has(run.err, "U+13000")));
    const std::string line = run.err.substr(0, run.err.find("U+E000"));
    CHECK(has(line, "content/cities/colima.yaml:"));
    CHECK(has(run.err, "hint: "));
}

TEST_CASE("a character that no font has is told at its own line and column, before and after where a text is divided") {
    const Sandbox box;
    const std::string file = "content/cities/colima.yaml", sought = "\xEE\x80\x80";
    box.replace(file, "central Pacific", "central " + sought + " Pacific");  // the lead
    box.replace(file, "Catedral", sought + " Catedral");
    box.replace(file, "Palacio de Gobierno.", "Palacio de Gobierno.\n\n      A paragraph more: " + sought);
    const Run run = box.brochure({"check"});
    CHECK(run.status == 1);
    const std::string text = box.read(file);
    int count = 0;
    for (auto at = text.find(sought); at != std::string::npos; at = text.find(sought, at + 1), ++count) {
        const auto start = text.rfind('\n', at) + 1;
        const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
        const std::string place = file + ":" + std::to_string(line) + ":" + std::to_string(at - start + 1);
        INFO(place << "\n" << run.err << run.out);
        CHECK(has(run.err + run.out, place + ": error: no font has the character"));
    }
    CHECK(count == 3);
}

TEST_CASE("Hebrew in a style that spaces its letters is extracted as words") {
    const Sandbox box;
    box.replace("content/cities/clermont-ferrand.yaml", "name: Clermont-Ferrand", "name: קלרמון פראן");
    const Run built = box.brochure({"build", "--edition", "screen", "--publication", "brochure"});
    INFO(built.err);
    REQUIRE(built.status == 0);
    const std::string text = box.run("pdftotext -layout out/brochure-screen.pdf -").out;
    // Cover, map, clock, title, two lines about the hours, the globe's caption, the foot.
    std::size_t count = 0;
    for (auto at = text.find("קלרמון פראן"); at != std::string::npos; at = text.find("קלרמון פראן", at + 1)) ++count;
    CHECK(count >= 7);
    CHECK_FALSE(has(text, "פ ר"));
}

TEST_CASE("a publication in Arabic is made, its facts and figures in their places") {
    const Sandbox box;
    box.replace("content/publications.yaml", "lang: en-US", "lang: ar");
    box.replace("content/cities/clermont-ferrand.yaml",
                "  # facts:", "  facts: [{label: الاسم, value: كوليما الجديدة, source: x}]\n  # facts:");
    const Run built = box.brochure({"build", "--publication", "brochure"});
    INFO(built.err);
    CHECK(built.status == 0);
    CHECK(box.made() == std::vector<std::string>{"brochure-large-print.pdf", "brochure-office.pdf",
                                                 "brochure-print.pdf", "brochure-screen.pdf"});
    CHECK(has(squeezed(box.run("pdftotext -raw out/brochure-screen.pdf -").out), "كوليماالجديدة"));
}
