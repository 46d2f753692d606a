// Visits in Arabic and in Japanese, and a handout in Arabic: what is read back from the files is what was written, each
// page begins at the right side.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "catch.hpp"
#include "sandbox.hpp"

namespace {

std::string contents(const std::string& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// Without what lines and columns put in, without marks of direction, and with the marks as they are set: a text
/// extracted is compared letter by letter.
std::string squeezed(std::string text) {
    const std::vector<std::pair<std::string, std::string>> changes{
        {"\u00ad", ""}, {"\u200e", ""}, {"\u200f", ""}, {"\u202a", ""}, {"\u202b", ""},
        {"\u202c", ""}, {"\u00a0", ""}, {"\u202f", ""}, {"\u3000", ""}, {"\u2019", "'"}};
    for (const auto& [from, to] : changes)
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at))
            text.replace(at, from.size(), to);
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f' || c == '\r'; });
    return text;
}

std::string without_brackets(std::string text) {
    std::erase_if(text, [](char c) { return c == '(' || c == ')' || c == '"'; });
    return text;
}

/// The texts of one language in a visit's file, up to a line that begins with `end`: "ar: words" within a line, or the
/// lines below "ar: |-".
std::vector<std::string> texts_of(const std::string& yaml, const std::string& lang, const std::string& end) {
    std::vector<std::string> all;
    std::istringstream in{yaml};
    bool block = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with(end)) break;
        const auto first = line.find_first_not_of(' ');
        if (first == std::string::npos || line[first] == '#') continue;
        const auto key = line.find(lang + ": ", first);
        if (block && first >= 8 && key != first) {
            all.push_back(line.substr(first));
            continue;
        }
        block = line.ends_with(lang + ": |-");
        if (block) continue;
        for (auto at = line.find(lang + ": "); at != std::string::npos; at = line.find(lang + ": ", at + 1)) {
            if (at > 0 && line[at - 1] != ' ' && line[at - 1] != '{') continue;
            auto begin = at + lang.size() + 2;
            const bool quoted = line[begin] == '"';
            if (quoted) ++begin;
            const auto stop =
                quoted ? line.find('"', begin) : std::min(line.find(", en:", begin), line.find('}', begin));
            all.push_back(line.substr(begin, std::min(stop, line.size()) - begin));
        }
    }
    return all;
}

/// The sample with a visit and a town in Arabic, built for the screen.
const Sandbox& arabic() {
    static const Sandbox box;
    static const bool built = [] {
        box.run("rm -r content/visits");
        box.write("content/visits/ziyara.yaml", contents(TEST_DATA "/data/arabic-visit.yaml"));
        box.write("content/cities/wadi.yaml", contents(TEST_DATA "/data/arabic-city.yaml"));
        box.replace_all("content/publications.yaml", "lang: en-US", "lang: ar");
        box.replace("content/publications.yaml", "    languages: [en-US, partner] ", "    #");
        const Run visit = box.brochure({"build", "--edition", "screen", "--publication", "visit-ziyara"});
        INFO(visit.err);
        REQUIRE(visit.status == 0);
        const Run handout =
            box.brochure({"build", "--edition", "screen", "--publication", "handout", "--city", "wadi"});
        INFO(handout.err);
        REQUIRE(handout.status == 0);
        return true;
    }();
    REQUIRE(built);
    return box;
}

/// What all files of a visit say: as Poppler reads the pages, and as somebody hears who listens to the structure.
struct Read {
    std::string seen, heard;
};
Read read_visit(const Sandbox& box, const std::string& name) {
    Read read;
    for (const auto& file : box.made()) {
        if (!file.starts_with("visit-" + name)) continue;
        read.seen += squeezed(box.run("pdftotext -raw " + shell_word("out/" + file) + " -").out);
        read.heard += squeezed(structure_text(box, shell_word("out/" + file)));
    }
    return read;
}

/// The left edge of a word on a page, from the page's left one, in hundredths of its width; -1: it is not there.
int place_of(const Sandbox& box, const std::string& file, const std::string& word) {
    std::istringstream in{box.run("pdftotext -bbox " + shell_word(file) + " -").out};
    double width = 0;
    for (std::string line; std::getline(in, line);) {
        if (const auto at = line.find("<page width=\""); at != std::string::npos)
            width = std::stod(line.substr(at + 13));
        if (line.find(">" + word + "<") == std::string::npos) continue;
        return static_cast<int>(100 * std::stod(line.substr(line.find("xMin=\"") + 6)) / width);
    }
    return -1;
}

}  // namespace

TEST_CASE("every Arabic, Hebrew and Latin word of a visit in Arabic is read back as it was written") {
    const auto read = read_visit(arabic(), "ziyara");
    const auto texts = texts_of(contents(TEST_DATA "/data/arabic-visit.yaml"), "ar", "  facts:");
    CHECK(texts.size() > 40);
    for (const auto& text : texts) {
        INFO(text);
        CHECK(has(read.seen, squeezed(text)));
        // Poppler reads the structure without the ActualText of a bracket that is turned round.
        CHECK(has(without_brackets(read.heard), without_brackets(squeezed(text))));
    }
}

TEST_CASE("words with a ligature of lam and alef are read back whole, in the order of the page too") {
    std::string seen;
    for (const auto& file : arabic().made())
        if (file.starts_with("visit-ziyara"))
            seen += arabic().run("pdftotext -enc UTF-8 " + shell_word("out/" + file) + " -").out;
    std::size_t count = 0;
    for (const auto& text : texts_of(contents(TEST_DATA "/data/arabic-visit.yaml"), "ar", "  facts:")) {
        std::istringstream words{text};
        for (std::string word; words >> word;) {
            const auto lam = word.find("\u0644");
            if (lam == std::string::npos || lam + 4 > word.size()) continue;
            const std::string alef = word.substr(lam + 2, 2);
            if (alef != "\u0627" && alef != "\u0623" && alef != "\u0625") continue;
            while (word.back() == '.' || word.back() == ':') word.pop_back();
            INFO(word);
            CHECK(has(seen, word));
            ++count;
        }
    }
    CHECK(count > 8);
}

TEST_CASE("every Japanese word of the sample's visit is read back as it was written") {
    const Sandbox box;
    const Run built = box.brochure({"build", "--edition", "screen", "--publication", "visit-seika-2027"});
    INFO(built.err);
    REQUIRE(built.status == 0);
    const auto read = read_visit(box, "seika-2027");
    const auto texts = texts_of(box.read("content/visits/seika-2027.yaml"), "ja", "  gifts:");
    CHECK(texts.size() > 40);
    for (const auto& text : texts) {
        INFO(text);
        if (text == "甲殻類は不可" || text == "菜食") continue;  // diets, which are for hosts
        if (text.starts_with("挿絵")) continue;  // the picture is described in the programme's first language
        CHECK(has(read.seen, squeezed(text)));
        CHECK(has(read.heard, squeezed(text)));
    }
    // The quarter of an em between figures and kana is no space, and marks that fill half of their square begin no
    // line.
    const std::string facts = "out/visit-seika-2027-facts-ja-screen.pdf";
    const std::string poppler = box.run("pdftotext -raw " + facts + " -").out;
    // MuPDF goes by the glyphs alone and sees the blank that fills the gap, which is read as U+200B; from 1.25 on it
    // goes by what is said in their stead, and guesses a space after it.
    std::string mupdf = squeezed(box.run("mutool draw -q -F txt -o - " + facts).out);
    const std::string nothing = "\u200b";
    for (auto at = mupdf.find(nothing); at != std::string::npos; at = mupdf.find(nothing, at))
        mupdf.erase(at, nothing.size());
    for (const std::string words :
         {"120ボルト、60ヘルツ。プラグはA型とB型", "15〜20パーセント", "2027年5月17日〜19日",
          "86°F。1マイルは1.6キロメートル", "米ドル（USD）。ほとんどの場所でカードが使えます"}) {
        INFO(words);
        CHECK(has(poppler, words));
        CHECK(has(mupdf, words));
    }
}

TEST_CASE("phone numbers and Latin names in Arabic are read from left to right, amid words from right to left") {
    const std::string text = arabic().run("pdftotext -raw out/handout-wadi-screen.pdf -").out;
    for (const std::string words : {"+962 6 555 0100", "info@example.org", "Wadi az-Zaytun", "17:00"}) {
        INFO(words);
        CHECK(has(squeezed(text), squeezed(words)));
    }
    // On paper the plus stands at the left of its digits.
    const std::string boxes = arabic().run("pdftotext -bbox out/handout-wadi-screen.pdf -").out;
    const auto plus = boxes.find(">+962<");
    CHECK(plus != std::string::npos);
}

TEST_CASE("times stand at the right of an Arabic programme, the second language in its left half") {
    const std::string file = "out/visit-ziyara-programme-ar+en-screen.pdf";
    CHECK(place_of(arabic(), file, "09:00") > 80);
    const int english = place_of(arabic(), file, "Arrival");
    CHECK(english > 0);
    CHECK(english < 50);
}
