#include "layout/flow.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/source.hpp"
#include "catch.hpp"
#include "design/font_manifest.hpp"

using namespace brochure;

namespace {

// A workshop with the fonts of the sample project and one style of 12 points leading.
struct Bench {
    design::Design design;
    text::Fonts fonts{manifest(), {PROJECT_DIR "/fonts", {}}};
    layout::Workshop workshop{design, fonts};
    design::Style body, lead;
    content::RichText text;

    Bench() {
        body.name = "body";
        body.indent = Length::from_pt(12);
        lead = body;
        lead.name = "lead";
        lead.size = Length::from_pt(13);
        lead.leading = Length::from_pt(18);
        body.space_before = Length::from_pt(24);
    }
    static design::FontManifest manifest() {
        design::FontManifest fonts;
        fonts.families["text"].name = "text";
        fonts.families["text"].names = {"Vollkorn"};
        return fonts;
    }
    // Paragraphs of so many lines: forced line ends make the count certain.
    std::vector<layout::Piece> paragraphs(std::initializer_list<int> lines, const design::Style& style) {
        for (const int count : lines) {
            auto& span = text.blocks.emplace_back().spans.emplace_back();
            for (int i = 0; i < count; ++i) span.text += std::string(i ? "\n" : "") + "word and word";
        }
        return layout::pieces_of(text, "en-US", style);
    }
};

std::vector<layout::Column> columns(int count, double lines, double top = 60) {
    std::vector<layout::Column> all;
    for (int i = 0; i < count; ++i)
        all.push_back({0, Length::from_pt(200.0 * i), Length::from_pt(180), Length::from_pt(top),
                       Length::from_pt(top + 12 * (lines - 1))});
    return all;
}

std::vector<std::size_t> lines_in_columns(const layout::Filled& filled, std::size_t count) {
    std::vector<std::size_t> lines(count);
    for (const auto& line : filled.lines) ++lines[line.column];
    return lines;
}

}  // namespace

TEST_CASE("every line is set once and in order, or counted as left over") {
    Bench bench;
    const auto pieces = bench.paragraphs({7, 3, 12, 1, 5}, bench.body);
    for (int room = 1; room <= 30; ++room) {
        const auto filled = layout::fill(pieces, {}, columns(2, room), bench.workshop);
        CHECK(filled.lines.size() + filled.left_over == 28);
        CHECK(filled.complete == (filled.left_over == 0));
        for (std::size_t i = 1; i < filled.lines.size(); ++i) {
            const auto &a = filled.lines[i - 1], &b = filled.lines[i];
            CHECK((std::pair{a.piece, a.line} < std::pair{b.piece, b.line}));
            CHECK((std::pair{a.column, a.baseline} < std::pair{b.column, b.baseline}));
        }
    }
}

TEST_CASE("text continues where it stopped") {
    Bench bench;
    const auto pieces = bench.paragraphs({9, 9}, bench.body);
    const auto first = layout::fill(pieces, {}, columns(1, 7), bench.workshop);
    const auto second = layout::fill(pieces, first.next, columns(1, 40), bench.workshop);
    CHECK(first.lines.size() + second.lines.size() == 18);
    CHECK(second.complete);
    CHECK(second.lines.front().piece == first.next.piece);
    CHECK(second.lines.front().line == first.next.line);
}

TEST_CASE("no column begins with a widow or ends with an orphan") {
    Bench bench;
    const auto pieces = bench.paragraphs({5, 5, 5}, bench.body);
    for (int room = 4; room <= 14; ++room) {
        const auto filled = layout::fill(pieces, {}, columns(6, room), bench.workshop);
        CHECK_FALSE(filled.broken_keep);
        CHECK(filled.complete);
        for (std::size_t i = 1; i < filled.lines.size(); ++i) {
            const auto &a = filled.lines[i - 1], &b = filled.lines[i];
            if (a.column == b.column || a.piece != b.piece) continue;
            CHECK(a.line >= 1);
            CHECK(b.line <= 3);
        }
    }
}

TEST_CASE("a heading in a text has the style of headings, is never hyphenated and keeps three lines with it") {
    Bench bench;
    bench.body.hyphenation.on = true;
    bench.design.styles["heading-3"].keep_with_next = 3;
    bench.design.styles["heading-3"].hyphenation.on = true;
    bench.design.styles["heading-3"].weight = 600;
    bench.body.swatch = "cream";
    const auto& heading = bench.workshop.heading_style(bench.body);
    CHECK(heading.weight == 600);
    CHECK(heading.swatch == "cream");
    CHECK_FALSE(heading.hyphenation.on);
    CHECK(&bench.workshop.heading_style(bench.body) == &heading);

    auto pieces = bench.paragraphs({5, 1, 8}, bench.body);
    pieces[1].style = &heading;
    for (int room = 5; room <= 12; ++room) {
        std::map<std::pair<std::size_t, std::size_t>, std::size_t> column;
        const auto filled = layout::fill(pieces, {}, columns(4, room), bench.workshop);
        CHECK_FALSE(filled.broken_keep);
        for (const auto& line : filled.lines) column[{line.piece, line.line}] = line.column;
        for (const std::size_t line : {0, 1, 2}) CHECK(column.at({2, line}) == column.at({1, 0}));
    }
    // What it holds stands close below it, whatever distance its style asks for after others.
    const auto all = layout::fill(pieces, {}, columns(1, 40), bench.workshop).lines;
    CHECK((all[6].baseline - all[5].baseline).pt() == Approx(12));
}

TEST_CASE("baselines stand on the grid in both columns") {
    Bench bench;
    const auto pieces = bench.paragraphs({6, 6, 6}, bench.body);
    for (const auto& line : layout::fill(pieces, {}, columns(2, 10), bench.workshop).lines)
        CHECK(std::fmod(line.baseline.pt(), 12.0) == Approx(0).margin(1e-6));
}

TEST_CASE("body after lead begins on the first grid line at least 24 below it") {
    Bench bench;
    auto pieces = bench.paragraphs({3}, bench.lead);
    content::RichText rest;
    rest.blocks.emplace_back().spans.emplace_back().text = "a\nb";
    for (const auto& piece : layout::pieces_of(rest, "en-US", bench.body)) pieces.push_back(piece);
    const auto filled = layout::fill(pieces, {}, columns(1, 20, 168), bench.workshop);
    REQUIRE(filled.lines.size() == 5);
    CHECK(filled.lines[2].baseline.pt() == Approx(204));
    CHECK(filled.lines[3].baseline.pt() == Approx(228));
    CHECK(filled.lines[4].baseline.pt() == Approx(240));
}

TEST_CASE("balanced columns differ by no more lines than the keeps ask for") {
    Bench bench;
    const auto pieces = bench.paragraphs({11}, bench.body);
    const auto filled = layout::balance(pieces, {}, columns(2, 30), bench.workshop);
    REQUIRE(filled.complete);
    CHECK(lines_in_columns(filled, 2) == std::vector<std::size_t>{6, 5});
}

TEST_CASE("a paragraph of three lines is not divided") {
    Bench bench;
    const auto pieces = bench.paragraphs({4, 3}, bench.body);
    const auto filled = layout::fill(pieces, {}, columns(2, 5), bench.workshop);
    CHECK(lines_in_columns(filled, 2) == std::vector<std::size_t>{4, 3});
}

TEST_CASE("a workshop at rest still breaks paragraphs on any measure, and knows how wide they are") {
    Bench bench, fresh;
    const std::string words = "A paragraph that is long enough to be broken into several lines on a narrow measure.";
    for (Bench* each : {&bench, &fresh}) each->text.blocks.emplace_back().spans.emplace_back().text = words;
    const auto pieces = layout::pieces_of(bench.text, "en-US", bench.body);
    const auto same = layout::pieces_of(fresh.text, "en-US", fresh.body);
    const auto ends = [](const std::vector<text::Line>& lines) {
        std::vector<std::string> all;
        for (const auto& line : lines) all.push_back(line.runs.front().text);
        return all;
    };
    const Length wide = Length::from_pt(200), narrow = Length::from_pt(90);
    const auto& before = bench.workshop.lines(pieces[0], wide);
    bench.workshop.rest();
    CHECK(&bench.workshop.lines(pieces[0], wide) == &before);
    CHECK(ends(before) == ends(fresh.workshop.lines(same[0], wide)));
    CHECK(bench.workshop.natural_width(pieces[0]) == fresh.workshop.natural_width(same[0]));
    CHECK(bench.workshop.lines(pieces[0], narrow).size() > before.size());
    CHECK(ends(bench.workshop.lines(pieces[0], narrow)) == ends(fresh.workshop.lines(same[0], narrow)));
}

TEST_CASE("no column ends within a word where the columns have room for another division") {
    Bench bench;
    bench.body.hyphenation.on = true;
    auto& span = bench.text.blocks.emplace_back().spans.emplace_back();
    for (int i = 0; i < 18; ++i) span.text += "international understanding of communities throughout democratic ";
    const auto pieces = layout::pieces_of(bench.text, "en-US", bench.body);
    const auto room = columns(2, 60);
    const auto& lines = bench.workshop.lines(pieces.front(), room.front().width);
    REQUIRE(std::any_of(lines.begin(), lines.end(), [](const auto& line) { return line.hyphenated; }));
    const auto whole = [&](const layout::Filled& filled) {
        for (std::size_t i = 1; i < filled.lines.size(); ++i)
            if (filled.lines[i].column != filled.lines[i - 1].column && lines[filled.lines[i - 1].line].hyphenated)
                return false;
        return filled.next.line == 0 || !lines[filled.next.line - 1].hyphenated;
    };
    // Wherever the columns end: with one line to spare the last word of each is whole.
    for (std::size_t height = 6; height < lines.size(); ++height) {
        const auto filled = layout::fill(pieces, {}, columns(2, static_cast<double>(height)), bench.workshop);
        if (filled.lines.size() + 2 <= 2 * height) CHECK(whole(filled));
        if (!filled.complete) CHECK(whole(filled));
    }
    const auto level = layout::balance(pieces, {}, room, bench.workshop);
    CHECK(level.complete);
    CHECK(whole(level));
    const auto count = lines_in_columns(level, 2);
    CHECK(std::max(count[0], count[1]) - std::min(count[0], count[1]) <= 3);
}
