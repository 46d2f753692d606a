#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "design/design.hpp"
#include "design/font_manifest.hpp"

using namespace brochure;

namespace {

std::string contents(const std::string& path) {
    std::ifstream in{std::string{PROJECT_DIR} + "/" + path, std::ios::binary};
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("what ships is inside the program byte for byte") {
    CHECK(design::embedded().contains("fonts/fonts.yaml"));
    CHECK(design::embedded().contains("content/labels.yaml"));
    CHECK(design::embedded().contains("content/designs/municipal.yaml"));
    for (const auto& [path, text] : design::embedded()) {
        INFO(path);
        CHECK(text == contents(path));
    }
}

TEST_CASE("every design inside the program is free of faults") {
    for (const auto& [path, text] : design::embedded()) {
        if (path.find("content/designs/") != 0) continue;
        SourceFiles files;
        Diagnostics found;
        const auto read = design::read(files.add(path, std::string{text}), files, found);
        for (const auto& fault : found.all())
            UNSCOPED_INFO(path << ":" << fault.where.line << ":" << fault.where.column << ": " << fault.text);
        CHECK(found.all().empty());
        CHECK_FALSE(read.masters.empty());
    }
}

TEST_CASE("headings, names, statements and captions of the shipped design are never hyphenated") {
    SourceFiles files;
    Diagnostics found;
    const auto& text = design::embedded().at("content/designs/municipal.yaml");
    const auto read = design::read(files.add("content/designs/municipal.yaml", std::string{text}), files, found);
    for (const char* name : {"cover", "display", "display-2", "heading-1", "heading-2", "heading-3", "lead",
                             "statement", "label", "data", "caption"}) {
        INFO(name);
        CHECK_FALSE(read.styles.at(name).hyphenation.on);
    }
    CHECK(read.styles.at("body").hyphenation.on);  // DESIGN 4: below a measure of 160
    CHECK(read.styles.at("body").hyphenation.below_measure == Length::from_pt(160));
    for (const char* name : {"heading-1", "heading-2", "heading-3"}) {
        CHECK(read.styles.at(name).last_line_words == 1);
        CHECK(read.styles.at(name).keep_with_next == 3);
    }
}
