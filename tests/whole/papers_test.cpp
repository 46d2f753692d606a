// What lies beside the editions: a job ticket for the shop, a folding dummy for whoever folds.
#include <algorithm>
#include <map>
#include <sstream>

#include "catch.hpp"
#include "sandbox.hpp"

namespace {

bool in_order(const std::string& text, const std::vector<std::string>& words) {
    std::size_t at = 0;
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        at = text.find(word, at);
        return at != std::string::npos;
    });
}

std::size_t count_of(const std::string& text, const std::string& words) {
    std::size_t count = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("a job ticket beside a print file says what the shop must know") {
    const Sandbox box;
    box.replace("content/publications.yaml",
                "  leaflet:    ", "  leaflet:\n    copies: 500\n    paper: 100 lb gloss text #");
    const Run run = box.brochure({"build", "--publication", "leaflet", "--edition", "print"});
    REQUIRE(run.status == 0);
    CHECK(has(run.out, "  with out/leaflet-ticket.pdf\n"));
    const std::string text = structure_text(box, "out/leaflet-ticket.pdf");
    INFO(text);
    const std::string x = " \u00D7 ", plus = " + ";
    CHECK(in_order(text, {"Job ticket", "Sister Cities", "500 copies", "100 lb gloss text"}));
    CHECK(has(text, "11" + x + "8.5 in (279.4" + x + "215.9 mm)"));
    CHECK(has(text, "3.625" + plus + "3.6875" + plus + "3.6875 in"));
    CHECK(has(text, "short edge, head to head"));
    CHECK(has(text, "4/4 (CMYK; no spot colours)"));
    CHECK(has(text, "0.125 in (3.2 mm) on every side"));
    CHECK(has(text, "PDF/X-4"));
    CHECK(has(text, "limit 280 %; the heaviest place lays 27"));
    CHECK(has(text, "leaflet-print.pdf, "));
    const std::string tree = box.run("pdfinfo -struct out/leaflet-ticket.pdf").out;
    CHECK(has(tree, "H1"));
    CHECK(count_of(tree, "TH") == count_of(tree, "TD"));
    CHECK(has(box.read("out/leaflet-ticket.pdf"), "<pdfuaid:part>1</pdfuaid:part>"));
    CHECK(has(box.run("pdfinfo out/leaflet-ticket.pdf").out, "612 x 792 pts (letter)"));
}

TEST_CASE("formats in millimetres have their ticket on A4, and nothing but print has one") {
    const Sandbox box;
    REQUIRE(box.brochure({"build", "--publication", "brochure-a5", "--edition", "print"}).status == 0);
    CHECK(has(box.run("pdfinfo out/brochure-a5-ticket.pdf").out, "(A4)"));
    CHECK(has(structure_text(box, "out/brochure-a5-ticket.pdf"), "148 \u00D7 210 mm (5.8268"));
    REQUIRE(box.brochure({"build", "--publication", "leaflet", "--edition", "screen"}).status == 0);
    CHECK_FALSE(std::filesystem::exists(box.project / "out" / "leaflet-ticket.pdf"));
    CHECK_FALSE(std::filesystem::exists(box.project / "out" / "leaflet-dummy.pdf"));
}

TEST_CASE("the dummy of a folded sheet has both sides back to back, its panels numbered as they are read") {
    const Sandbox box;
    const Run run = box.brochure({"build", "--publication", "leaflet", "--edition", "office"});
    REQUIRE(run.status == 0);
    CHECK(has(run.out, "  with out/leaflet-dummy.pdf\n"));
    CHECK(has(box.run("pdfinfo out/leaflet-dummy.pdf").out, "Pages:           1\n"));
    const std::string text = structure_text(box, "out/leaflet-dummy.pdf");
    INFO(text);
    CHECK(in_order(text, {"Outside, page 1", "1\n", "cover", "2\n", "flap", "6\n", "back", "Inside, page 2", "3\n",
                          "first", "4\n", "middle", "5\n", "last"}));
    CHECK(count_of(box.run("pdftotext out/leaflet-dummy.pdf -").out, "fold\n") >= 4);
    // Folded back along the middle of the paper, a point lies behind the one as far below as it is above: what stands
    // on the left of the outside and on the right of the inside must be at one place, the latter head down.
    std::istringstream boxes{box.run("pdftotext -bbox out/leaflet-dummy.pdf - | awk -F'\"' '$8 - $4 > 30 && $9 ~ "
                                     "/^>[1-6]</ {print substr($9, 2, 1), $2, $6}'")
                                 .out};
    std::map<int, double> middle;
    for (int panel = 0; boxes >> panel;) {
        double left = 0, right = 0;
        boxes >> left >> right;
        middle[panel] = (left + right) / 2;
    }
    REQUIRE(middle.size() == 6);
    CHECK(middle[2] == Approx(middle[5]).margin(1));
    CHECK(middle[6] == Approx(middle[4]).margin(1));
    CHECK(middle[1] == Approx(middle[3]).margin(1));
    CHECK(middle[2] < middle[6]);
}

TEST_CASE("the dummy of a stapled booklet shows which pages lie on which sheet") {
    const Sandbox box;
    REQUIRE(box.brochure({"build", "--publication", "brochure", "--edition", "office"}).status == 0);
    const std::string text = structure_text(box, "out/brochure-dummy.pdf");
    INFO(text);
    CHECK(in_order(text, {"Sheet 1, front", "16", "1\n", "Sheet 1, back", "2\n", "15", "Sheet 4, front", "10", "7\n",
                          "Sheet 4, back", "8\n", "9\n"}));
    CHECK(has(box.read("out/brochure-dummy.pdf"), "<pdfuaid:part>1</pdfuaid:part>"));
}

TEST_CASE("the office edition takes papers, margin and caliper from its printer profile") {
    const Sandbox box;
    box.write("content/printers/office.yaml", "papers: [a3]\nmargin: 5mm\n");
    const Run run = box.brochure({"build", "--publication", "brochure", "--edition", "office"});
    INFO(run.err);
    REQUIRE(run.status == 0);
    CHECK(has(run.out, "print on A3 paper"));
    box.write("content/printers/office.yaml", "papers: [a3]\nmargin: 5 ells\n");
    CHECK(has(box.brochure({"build", "--publication", "brochure", "--edition", "office"}).err,
              "content/printers/office.yaml:2:9: error: 'margin' wants"));
}
