// The baseline grid holds over columns, pages and spreads: seen from outside, in the finished files.
#include <cmath>
#include <map>
#include <sstream>

#include "catch.hpp"
#include "sandbox.hpp"

namespace {

struct Word {
    int page = 0;
    double left = 0, top = 0, height = 0;
    std::string text;
};

double attribute(const std::string& line, const std::string& name) {
    const auto at = line.find(name + "=\"");
    return at == std::string::npos ? 0 : std::stod(line.substr(at + name.size() + 2));
}

/// The words of the file with their boxes, by `pdftotext -bbox`.
std::vector<Word> words_of(const Sandbox& box, const std::string& file) {
    std::istringstream in{box.run("pdftotext -bbox " + file + " -").out};
    std::vector<Word> words;
    int page = 0;
    for (std::string line; std::getline(in, line);) {
        page += has(line, "<page ") ? 1 : 0;
        if (!has(line, "<word ")) continue;
        const auto open = line.find('>') + 1;
        words.push_back({page, attribute(line, "xMin"), attribute(line, "yMin"),
                         attribute(line, "yMax") - attribute(line, "yMin"),
                         line.substr(open, line.find('<', open) - open)});
    }
    return words;
}

}  // namespace

TEST_CASE("body text stands on one grid of 12 points in all columns and on all pages") {
    const Sandbox box;
    REQUIRE(box.brochure({"build", "--edition", "screen"}).status == 0);
    for (const char* file : {"out/brochure-screen.pdf", "out/brochure-12-screen.pdf", "out/brochure-a5-screen.pdf"}) {
        const auto words = words_of(box, file);
        // "kiosk" is a word of Colima's body; words of its height are set in its face and size.
        double height = 0, phase = 0;
        for (const auto& word : words)
            if (word.text == "kiosk") {
                height = word.height;
                phase = std::fmod(word.top, 12);
            }
        REQUIRE(height > 0);
        std::map<int, std::map<int, int>> columns;  // by page and left edge, the words that stand there
        std::size_t count = 0;
        for (const auto& word : words) {
            if (std::abs(word.height - height) > 0.01) continue;
            ++count;
            ++columns[word.page][static_cast<int>(word.left)];
            const double off = std::abs(std::fmod(word.top, 12) - phase);
            INFO(file << " page " << word.page << ": " << word.text);
            CHECK(std::min(off, 12 - off) < 0.02);
        }
        CHECK(count > 200);
        CHECK(columns.size() >= 5);
    }
}
