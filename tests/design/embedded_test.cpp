#include <fstream>
#include <sstream>
#include <vector>

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

TEST_CASE("the shipped design's type is that of DESIGN 4") {
    struct Row {
        const char* style;
        double size, leading, tracking;
        int weight;
    };
    const std::vector<Row> rows{
        {"cover", 64, 60, -18, 400},
        {"display", 54, 42, -14, 400},
        {"display-letter", 60, 60, -14, 400},
        {"display-2", 32, 36, -10, 400},
        {"display-leaflet", 25, 24, -14, 400},
        {"heading-1", 30, 36, -8, 400},
        {"heading-leaflet", 26, 30, -8, 400},
        {"heading-2", 16, 18, 0, 500},
        {"heading-2-letter", 20, 18, 0, 500},
        {"heading-3", 11, 12, 0, 600},
        {"entry-name", 11.5, 12, 0, 500},
        {"field", 24, 36, -10, 400},
        {"field-leaflet", 14, 24, -10, 400},
        {"statement", 19, 24, -3, 400},
        {"statement-leaflet", 15.25, 24, -3, 400},
        {"lead", 13, 18, 0, 400},
        {"lead-letter", 15, 18, 0, 400},
        {"goal", 11.75, 18, 0, 400},
        {"body", 9.25, 12, 0, 400},
        {"body-letter", 9.75, 12, 0, 400},
        {"numeral", 54, 60, -20, 400},
        {"numeral-small", 38, 36, -20, 400},
        {"goal-number", 24, 24, 0, 400},
        {"label", 6.75, 12, 70, 600},
        {"data", 8, 12, 0, 400},
        {"data-strong", 8, 12, 0, 600},
        {"caption", 7, 9, 3, 400},
        {"map-label", 7, 9, 10, 600},
        {"clock-name", 7.5, 12, 10, 600},
        {"folio", 7, 12, 10, 500},
        {"folio-name", 7, 12, 10, 400},
    };
    SourceFiles files;
    Diagnostics found;
    const auto& text = design::embedded().at("content/designs/municipal.yaml");
    const auto read = design::read(files.add("content/designs/municipal.yaml", std::string{text}), files, found);
    for (const Row& row : rows) {
        INFO(row.style);
        const auto& style = read.styles.at(row.style);
        CHECK(style.size.pt() == Approx(row.size));
        CHECK(style.leading.pt() == Approx(row.leading));
        CHECK(style.tracking == Approx(row.tracking));
        CHECK(style.weight == row.weight);
        CHECK(style.italic == false);
    }
    CHECK(read.styles.at("display").sizes == std::vector{Length::from_pt(54), Length::from_pt(48), Length::from_pt(40),
                                                         Length::from_pt(32), Length::from_pt(26)});
    CHECK(read.styles.at("label").capitals);
}
