// Text that does not fit goes on, or is an error that names block, page and excess; it is never clipped, covered or
// lost (R4).
#include <sstream>

#include "catch.hpp"
#include "sandbox.hpp"

namespace {

std::string repeated(const std::string& words, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += words + " ";
    return text;
}

/// The words of the extracted text, one space between them, folios and feet left out with the other artifacts.
std::string spoken(const Sandbox& box, const std::string& file) {
    std::istringstream in{box.run("pdfinfo -struct-text " + file).out};
    std::string text;
    for (std::string line; std::getline(in, line);) {
        const auto open = line.find('"');
        if (open != std::string::npos && line.back() == '"' && line.size() > open + 1 &&
            line.find_first_not_of(' ') == open)
            text += line.substr(open + 1, line.size() - open - 2);
    }
    return text;
}

}  // namespace

TEST_CASE("a text that does not fit goes on over further pages, and every word is there in order") {
    const Sandbox box;
    box.replace("content/cities/colima.yaml", "  layout: landscape\n", "");
    std::string long_text = "\n";
    for (int i = 1; i <= 900; ++i) {
        long_text += (i % 30 == 1 ? "      Paragraph" : " word") + std::string{" "} + std::to_string(i) + "th";
        if (i % 30 == 0) long_text += ".\n\n";
    }
    box.replace("content/cities/colima.yaml", "  text:\n    en: |-\n", "  text:\n    en: |-" + long_text);
    const Run built = box.brochure({"build", "--publication", "brochure", "--edition", "screen"});
    INFO(built.err);
    REQUIRE(built.status == 0);
    const std::string text = spoken(box, "out/brochure-screen.pdf");
    std::size_t last = 0;
    for (int i = 1; i <= 900; ++i) {
        const auto at = text.find(" " + std::to_string(i) + "th", last);
        INFO(i);
        REQUIRE(at != std::string::npos);
        last = at;
    }
}

TEST_CASE("a text that cannot go on is an error with its line, its page and the lines too many") {
    const Sandbox box;
    box.replace("content/organisation.yaml", "Develop municipal", "Develop " + repeated("municipal", 400));
    box.replace("content/cities/colima.yaml", "Colima is the capital",
                repeated("Colima is the capital and more.", 60) + "Colima is the capital");
    const Run built = box.brochure({"build", "--publication", "brochure", "--edition", "screen"});
    CHECK(built.status == 1);
    CHECK(box.made().empty());
    INFO(built.err);
    CHECK(has(built.err, "content/organisation.yaml:"));
    CHECK(has(built.err, "error: the text of goals does not fit on page 14 of brochure: "));
    CHECK(has(built.err, "error: the text of colima in the layout 'landscape' does not fit on page 9 of brochure: "));
    CHECK(has(built.err, " lines are left over"));
}

TEST_CASE("captions and figures that outgrow their places are errors where they are written") {
    const Sandbox box;
    box.replace("content/cities/seika.yaml", "caption: {en: Seika Town Hall",
                "caption: {en: " + repeated("Seika Town Hall", 140));
    box.replace("content/organisation.yaml", "after: {en: partners,",
                "after: {en: \"" + repeated("partners", 90) + "\",");
    const Run built = box.brochure({"build", "--publication", "brochure", "--edition", "screen"});
    CHECK(built.status == 1);
    CHECK(box.made().empty());
    INFO(built.err);
    CHECK(has(built.err, "error: \"Seika Town Hall Seika Town Hall Seika To…\" does not fit on page 11 of brochure: "));
    CHECK(has(built.err, "does not fit on page 3 of brochure: "));
    CHECK(has(built.err, "content/cities/seika.yaml:21:14: error: "));
}
