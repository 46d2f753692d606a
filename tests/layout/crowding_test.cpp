#include "layout/crowding.hpp"

#include "catch.hpp"

using namespace brochure;

namespace {

/// A half-letter page of runs 10 pt high; a run of n characters is 5 n points wide.
struct Sheet {
    page::Publication publication;
    design::Format format;
    Diagnostics found;

    Sheet() {
        publication.name = "brochure";
        publication.structure.emplace_back().role = page::Role::document;
        auto& page = publication.pages.emplace_back();
        page.trim = {Length::from_pt(396), Length::from_pt(612)};
        page.label = "7";
        format.trim = page.trim;
    }
    page::ElementId block(page::Role role = page::Role::p, int parent = 0) {
        auto& element = publication.structure.emplace_back();
        element.role = role;
        element.parent = {parent};
        return {static_cast<int>(publication.structure.size()) - 1};
    }
    Sheet& say(page::ElementId element, double x, double y, const std::string& words, int line = 1) {
        page::PlacedRun placed;
        placed.origin = {Length::from_pt(x), Length::from_pt(y)};
        placed.element = element;
        placed.run.size = Length::from_pt(10);
        placed.run.text = words;
        placed.run.advance = Length::from_pt(5.0 * static_cast<double>(words.size()));
        placed.run.glyphs.resize(words.size());
        placed.run.where.line = line;
        publication.pages[0].items.push_back(placed);
        return *this;
    }
    Sheet& code(double left, double top, double side, int line = 1) {
        const auto figure = block(page::Role::figure);
        auto& element = publication.structure.back();
        const auto pt = [](double value) { return Length::from_pt(value); };
        element.alt = "QR code: example.org";
        element.box = Rect{pt(left), pt(top), pt(side), pt(side)};
        element.code = page::Code{pt(2), pt(8)};
        element.where.line = line;
        publication.pages[0].items.emplace_back(page::rectangle(*element.box, "paper", figure));
        publication.pages[0].items.emplace_back(
            page::rectangle({pt(left + 8), pt(top + 8), pt(side - 16), pt(side - 16)}, "ink", figure));
        return *this;
    }
    std::vector<std::string> faults() {
        const auto above_of = [](const text::GlyphRun& run) {
            return run.size.pt() * (run.text == "\u00c5" ? 1 : 0.7);
        };
        layout::check_crowding(publication, format, above_of, found);
        std::vector<std::string> texts;
        for (const auto& fault : found.all()) texts.push_back(std::to_string(fault.where.line) + ": " + fault.text);
        return texts;
    }
};

}  // namespace

TEST_CASE("lines a leading apart and columns a gutter apart are no fault") {
    Sheet sheet;
    const auto left = sheet.block(), right = sheet.block(), heading = sheet.block(page::Role::h1);
    sheet.say(heading, 36, 60, "Heading").say(left, 36, 72, "column one").say(right, 100, 72, "column two");
    sheet.say(left, 36, 84, "goes on").say(right, 100, 84, "goes on too");
    CHECK(sheet.faults().empty());
}

TEST_CASE("a block that runs down into another is an error naming block, page and excess lines") {
    Sheet sheet;
    const auto caption = sheet.block(page::Role::caption), body = sheet.block();
    for (int i = 0; i < 5; ++i) sheet.say(caption, 36, 60 + 9.0 * i, "A caption with far too many words", 12);
    sheet.say(body, 36, 84, "Body text", 30).say(body, 36, 96, "of two lines", 30);
    CHECK(sheet.faults() ==
          std::vector<std::string>{"12: \"A caption with far too many words A capt…\" does not fit on page 7 "
                                   "of brochure: 2 lines too many, they stand on \"Body text of two lines\""});
    CHECK(sheet.found.all()[0].severity == Severity::error);
    CHECK(sheet.found.all()[0].hint == "shorten it by 2 lines");
}

TEST_CASE("a line that cannot end higher leaves the fault to the text below it, if that has a line to lose") {
    Sheet tall;
    const auto name = tall.block(page::Role::h1), role = tall.block();
    tall.say(name, 36, 60, "Yamada Taro", 3)
        .say(role, 36, 64, "Director of the office", 5)
        .say(role, 36, 76, "of parks", 5);
    CHECK(tall.faults() == std::vector<std::string>{"5: \"Director of the office of parks\" does not fit on page 7 of "
                                                    "brochure: \"Yamada Taro\" stands on it"});
    Sheet flat;
    flat.say(flat.block(), 36, 60, "Yamada Taro", 3).say(flat.block(), 36, 64, "Director", 5);
    CHECK(flat.faults() ==
          std::vector<std::string>{"3: \"Yamada Taro\" does not fit on page 7 of brochure: it stands on \"Director\""});
}

TEST_CASE("a line that runs into its neighbour is too wide by so many points") {
    Sheet sheet;
    const auto name = sheet.block(page::Role::head_cell), value = sheet.block(page::Role::data_cell);
    sheet.say(value, 100, 60, "value", 2).say(name, 36, 60, "Clermont-Ferrand", 1);
    CHECK(sheet.faults() ==
          std::vector<std::string>{
              "1: \"Clermont-Ferrand\" does not fit on page 7 of brochure: 16.0 pt too wide, it runs into \"value\""});
}

TEST_CASE("text near the edge of the page or beyond it is an error") {
    Sheet wide;
    wide.say(wide.block(), 300, 60, "beyond the right edge");
    CHECK(wide.faults() ==
          std::vector<std::string>{"1: \"beyond the right edge\" does not fit on page 7 of brochure: 27.0 pt of it "
                                   "are too near the edge of the page or beyond it"});
    Sheet low;
    const auto block = low.block();
    for (int i = 0; i < 4; ++i) low.say(block, 36, 580 + 12.0 * i, "word", 5);
    CHECK(low.faults() ==
          std::vector<std::string>{
              "5: \"word word word word\" does not fit on page 7 of brochure: 2 lines too many for the page"});
    Sheet left;
    left.say(page::artifact, 5, 60, "folio");
    CHECK(left.faults().size() == 1);
}

TEST_CASE("letters that are cut off at the head of the page are an error, and so are their accents") {
    Sheet sheet;
    sheet.say(sheet.block(), 36, 8, "beyond", 1).say(sheet.block(), 100, 24, "too near", 2);
    sheet.say(sheet.block(), 200, 26, "clear", 3).say(sheet.block(), 300, 26, "\u00c5", 4);
    sheet.format.safe = Length::from_pt(18);
    const std::string all = " pt of it are too near the upper edge of the page or beyond it";
    CHECK(sheet.faults() == std::vector<std::string>{"1: \"beyond\" does not fit on page 7 of brochure: 17.0" + all,
                                                     "2: \"too near\" does not fit on page 7 of brochure: 1.0" + all,
                                                     "4: \"\u00c5\" does not fit on page 7 of brochure: 2.0" + all});
    CHECK(sheet.found.all()[0].measured.has_value());
    CHECK(sheet.found.all()[0].rule == "near-edge");
}

TEST_CASE("a QR code with the white around it keeps clear of edges and folds as text does") {
    Sheet sheet;
    sheet.format.safe = Length::from_pt(18);
    sheet.publication.pages[0].folds = {Length::from_pt(198)};
    sheet.code(30, 540, 86, 1).code(10, 100, 86, 2).code(40, 10, 86, 3).code(300, 200, 86, 4);  // each at one edge
    sheet.code(150, 300, 86, 5).code(108, 400, 86, 6);                                          // at the fold
    sheet.code(18, 200, 86, 7).code(103, 200, 86, 8).code(207, 18, 86, 9);                      // as near as may be
    const std::string head = ": \"QR code: example.org\" does not fit on page 7 of brochure: ",
                      near = " pt of it are too near the edge of the page or beyond it";
    CHECK(sheet.faults() == std::vector<std::string>{"1" + head + "32.0" + near, "2" + head + "8.0" + near,
                                                     "3" + head + "8.0" + near, "4" + head + "8.0" + near,
                                                     "5" + head + "it lies across a fold",
                                                     "6" + head + "it comes nearer than 9.0 pt to a fold"});
}

TEST_CASE("a column of a text that runs into the next column of the same text is too wide") {
    Sheet sheet;
    const auto paragraph = sheet.block();
    sheet.say(paragraph, 36, 60, "secretaria@municipio.example.org", 3).say(paragraph, 100, 60, "Jard\u00edn");
    sheet.say(paragraph, 36, 72, "short", 3).say(paragraph, 100, 72, "Libertad");
    REQUIRE(sheet.faults().size() == 1);
    CHECK(sheet.faults()[0].starts_with("3: \"secretaria@municipio"));
}

TEST_CASE("text below the last line is too long, furniture in the foot is not") {
    Sheet sheet;
    sheet.format.last_line = Length::from_pt(564);
    const auto block = sheet.block();
    for (int i = 0; i < 4; ++i) sheet.say(block, 36, 552 + 12.0 * i, "word", 5);
    sheet.say(page::artifact, 36, 588, "14");
    CHECK(sheet.faults() ==
          std::vector<std::string>{
              "5: \"word word word word\" does not fit on page 7 of brochure: 1 line too many for the page"});
}

TEST_CASE("the spans and links of one paragraph may touch, artifacts may not") {
    Sheet sheet;
    const auto paragraph = sheet.block();
    const auto link = sheet.block(page::Role::link, paragraph.index),
               span = sheet.block(page::Role::span, paragraph.index);
    sheet.say(link, 36, 60, "link").say(span, 55, 60, "span");
    CHECK(sheet.faults().empty());
    sheet.say(page::artifact, 36, 588, "14").say(page::artifact, 40, 588, "Goals");
    CHECK(sheet.faults().size() == 1);
}

TEST_CASE("text across a fold, or nearer to it than 9 points, is an error with the page") {
    Sheet sheet;
    sheet.publication.pages[0].folds = {Length::from_pt(198)};
    const auto across = sheet.block(), near = sheet.block(), clear = sheet.block();
    sheet.say(across, 150, 60, "A line of twenty chars", 1);
    sheet.say(near, 205, 84, "near", 2);
    sheet.say(clear, 144, 108, "no nearer", 3).say(clear, 207, 108, "than nine", 3);
    CHECK(sheet.faults() ==
          std::vector<std::string>{
              "1: \"A line of twenty chars\" does not fit on page 7 of brochure: it lies across a fold",
              "2: \"near\" does not fit on page 7 of brochure: it comes nearer than 9.0 pt to a fold"});
}

TEST_CASE("a full-width bracket may hang into the margin with its blank half") {
    const auto faults_of = [](const std::string& words) {
        Sheet sheet;
        sheet.format.safe = Length::from_pt(9);
        sheet.say(sheet.block(), 5, 100, words);
        auto& run = std::get<page::PlacedRun>(sheet.publication.pages[0].items.back()).run;
        run.glyphs.resize(2);
        for (auto& glyph : run.glyphs) glyph.advance = 10;
        run.advance = Length::from_pt(20);
        return sheet.faults().size();
    };
    CHECK(faults_of("（あ") == 0);
    CHECK(faults_of("いあ") == 1);
}
