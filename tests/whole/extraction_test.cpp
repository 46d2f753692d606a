// What a reading program is given is what was written: the source text, every sentence once and in order.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "catch.hpp"
#include "sandbox.hpp"

namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// As it is read: one space between words however lines end, straight quotes, no soft hyphens. A hyphen at a line's end
/// keeps its word together.
std::string as_read(std::string text) {
    for (const auto& [from, to] : {std::pair{"\u2019", "'"},
                                   {"\u2018", "'"},
                                   {"\u201c", "\""},
                                   {"\u201d", "\""},
                                   {"\u00a0", " "},
                                   {"\u202f", " "},
                                   {"\u2011", "-"},
                                   {"\u00ad\n", ""},
                                   {"\u00ad", ""},
                                   {"-\n", "-"}})
        replace_all(text, from, to);
    std::string read;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
        if (!space)
            read += c;
        else if (!read.empty() && read.back() != ' ')
            read += ' ';
    }
    if (!read.empty() && read.back() == ' ') read.pop_back();
    return read;
}

/// A block of the source is a paragraph or a list item; headings and captions are blocks without a full stop.
std::vector<std::string> source_blocks() {
    std::ifstream in{PROJECT_DIR "/tests/content/data/sister-cities.txt"};
    std::vector<std::string> blocks;
    for (std::string line; std::getline(in, line);) {
        replace_all(line, "\u2022", "");
        const auto first = line.find_first_not_of(" \t\r");
        if (!as_read(line).empty()) blocks.push_back(line.substr(first));
    }
    return blocks;
}

/// A full stop ends a sentence when a capital follows and no initial ("D.") or abbreviation ("U.S.") stands before.
std::vector<std::string> sentences(const std::string& block) {
    std::vector<std::string> found;
    std::size_t start = 0;
    for (std::size_t i = 1; i < block.size(); ++i) {
        if (block[i] != '.' || !std::islower(static_cast<unsigned char>(block[i - 1]))) continue;
        const auto next = block.find_first_not_of(' ', i + 1);
        if (next != std::string::npos && std::islower(static_cast<unsigned char>(block[next]))) continue;
        found.push_back(as_read(block.substr(start, i + 1 - start)));
        start = i + 1;
    }
    if (!as_read(block.substr(start)).empty()) found.push_back(as_read(block.substr(start)));
    return found;
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

const Sandbox& built() {
    static const Sandbox box;
    static const Run run = box.brochure({"build"});
    INFO(run.err);
    REQUIRE(run.status == 0);
    return box;
}

}  // namespace

TEST_CASE("the source is split into blocks and sentences as a reader would") {
    const auto blocks = source_blocks();
    REQUIRE(blocks.size() ==
            24);  // 5 headings, 2 paragraphs, 5 goals; for each city a caption, a heading and a paragraph
    CHECK(blocks.front() == "Sister Cities");
    CHECK(blocks[6].starts_with("Develop municipal partnerships"));  // without its bullet
    CHECK(blocks.back().starts_with("Arezzo"));
    CHECK(sentences("Led by Dwight D. Eisenhower, of U.S. cities. It grew.The end.") ==
          std::vector<std::string>{"Led by Dwight D. Eisenhower, of U.S. cities.", "It grew.", "The end."});
}

TEST_CASE("every sentence of the source is in the brochure's text exactly once and in order within its block") {
    for (const char* file : {"out/brochure-screen.pdf", "out/brochure-print.pdf", "out/brochure-12-screen.pdf",
                             "out/brochure-a5-screen.pdf", "out/brochure-large-print.pdf",
                             "out/brochure-a5-large-print.pdf", "out/leaflet-large-print.pdf"}) {
        const std::string text = as_read(structure_text(built(), file));
        REQUIRE(text.size() > 3000);
        for (const auto& block : source_blocks()) {
            if (block.size() < 60) continue;  // a heading or a caption: the next test
            std::size_t last = 0;
            for (const auto& sentence : sentences(block)) {
                INFO(file << ": " << sentence);
                CHECK(count_of(text, sentence) == 1);
                const auto at = text.find(sentence);
                CHECK(at >= last);
                last = at;
            }
        }
    }
}

TEST_CASE("headings and captions of the source are in the brochure's text, as they were written") {
    const std::string text = as_read(built().run("pdftotext -raw out/brochure-screen.pdf -").out);
    const std::string tree = built().run("pdfinfo -struct out/brochure-screen.pdf").out;
    for (const auto& block : source_blocks()) {
        if (block.size() >= 60) continue;
        INFO(block);
        const auto comma = block.find(", ");
        if (count_of(block, ",") == 1 && block.size() < 30) {
            // "Colima, Mexico": the city is a heading of its own and the country a label above it.
            CHECK(count_of(tree, "H1 \"" + block.substr(0, comma) + "\"") == 1);
            CHECK(has(text, block.substr(comma + 2) + " " + block.substr(0, comma)));
        } else {
            CHECK(has(text, as_read(block)));
        }
    }
}

TEST_CASE("what stands in one element on several lines is read as several words") {
    const std::string text = structure_text(built(), "out/brochure-screen.pdf");
    for (const char* words : {"4,986 mi 8,024 km\n", "+7 h Standard time\n", "Norman 12:00\n",
                              "45.78\u00b0 N 3.09\u00b0 E\n", "Founded in 1956 by President Dwight D. Eisenhower\n"})
        CHECK(has(as_read(text) + "\n", as_read(words)));
}

TEST_CASE("a handout holds its own city's text and nobody else's") {
    const std::string colima = as_read(structure_text(built(), "out/handout-colima-screen.pdf"));
    const std::string seika = as_read(structure_text(built(), "out/handout-seika-screen.pdf"));
    for (const auto& block : source_blocks()) {
        if (block.size() < 60) continue;
        for (const auto& sentence : sentences(block)) {
            INFO(sentence);
            if (block.starts_with("Colima is")) CHECK(count_of(colima, sentence) == 1);
            if (block.starts_with("Colima is")) CHECK(count_of(seika, sentence) == 0);
            if (block.starts_with("Seika Town is")) CHECK(count_of(seika, sentence) == 1);
        }
    }
}

TEST_CASE(
    "the leaflet has sentences of the source whole, once or not at all, and the last of a text only after its first") {
    for (const char* file : {"out/leaflet-screen.pdf", "out/leaflet-print.pdf"}) {
        const std::string text = as_read(structure_text(built(), file));
        std::size_t left_out = 0;
        for (const auto& block : source_blocks()) {
            if (block.size() < 60) continue;
            const auto all = sentences(block);
            INFO(file << ": " << all.front());
            CHECK(count_of(text, all.front()) == 1);
            std::size_t last = 0;
            for (const auto& sentence : all) {
                INFO(sentence);
                const auto times = count_of(text, sentence);
                CHECK(times <= 1);
                if (times == 0) {
                    ++left_out;
                    CHECK(count_of(text, sentence.substr(0, 40)) == 0);
                    continue;
                }
                CHECK(text.find(sentence) >= last);
                last = text.find(sentence);
            }
        }
        CHECK(left_out == 9);  // as many as the notes of `check` say
    }
}

TEST_CASE("a reader of the finished leaflet hears cover, flap, inside and back in this order") {
    const std::string text = as_read(structure_text(built(), "out/leaflet-screen.pdf"));
    std::size_t last = 0;
    for (const char* words : {"Clermont-Ferrand, Colima, Seika, Arezzo", "is a non-profit citizen", "Founded in 1956",
                              "volcano-themed Vulcania", "Kinki region.", "above sea level.", "Develop municipal"}) {
        INFO(words);
        const auto at = text.find(words);
        REQUIRE(at != std::string::npos);
        CHECK(at > last);
        last = at;
    }
}

TEST_CASE("Poppler and MuPDF extract every sentence whole, in the order of the content stream") {
    for (const char* file : {"out/brochure-screen.pdf", "out/brochure-print.pdf", "out/brochure-12-screen.pdf",
                             "out/brochure-a5-screen.pdf"}) {
        const std::string poppler = as_read(built().run(std::string{"pdftotext -raw "} + file + " -").out);
        const std::string mupdf = as_read(built().run(std::string{"mutool draw -q -F txt -o - "} + file).out);
        for (const auto& block : source_blocks()) {
            if (block.size() < 60) continue;
            std::size_t poppler_last = 0, mupdf_last = 0;
            for (const auto& sentence : sentences(block)) {
                INFO(file << ": " << sentence);
                CHECK(count_of(poppler, sentence) == 1);
                CHECK(count_of(mupdf, sentence) == 1);
                const auto in_poppler = poppler.find(sentence), in_mupdf = mupdf.find(sentence);
                CHECK((in_poppler >= poppler_last && in_mupdf >= mupdf_last));
                poppler_last = in_poppler;
                mupdf_last = in_mupdf;
            }
        }
    }
}
