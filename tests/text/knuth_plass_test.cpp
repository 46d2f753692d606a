#include "text/knuth_plass.hpp"

#include <algorithm>
#include <random>
#include <string_view>

#include "catch.hpp"

using namespace brochure::text;

namespace {

constexpr double space = 5;

/// A paragraph of words with these widths, one space between.
std::vector<BreakItem> words(std::initializer_list<double> widths) {
    std::vector<BreakItem> items;
    for (const double width : widths) {
        if (!items.empty()) items.push_back(glue(space, 2.5, 1));
        items.push_back(box(width));
    }
    return items;
}

std::vector<std::size_t> counts_of_boxes(const std::vector<BreakItem>& items, const BrokenParagraph& paragraph) {
    std::vector<std::size_t> counts;
    for (const BrokenLine& line : paragraph.lines)
        counts.push_back(static_cast<std::size_t>(
            std::count_if(items.begin() + static_cast<std::ptrdiff_t>(line.first),
                          items.begin() + static_cast<std::ptrdiff_t>(line.end),
                          [](const BreakItem& item) { return item.kind == BreakItem::Kind::box; })));
    return counts;
}

using Counts = std::vector<std::size_t>;
const double measure_100[] = {100};

BreakSettings plain() {
    BreakSettings settings;
    settings.last_line_em = 0;
    settings.last_line_words = 1;
    settings.stairs = 0;
    return settings;
}

BreakSettings justified() {
    BreakSettings settings = plain();
    settings.fill = Fill::justified;
    return settings;
}

/// A paragraph of `count` pieces: words, hyphens, no-break spaces, now and then a forced end.
std::vector<BreakItem> random_items(std::mt19937& random, std::size_t count) {
    const auto up_to = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
    std::vector<BreakItem> items;
    for (std::size_t i = 0; i < count; ++i) {
        BreakItem word = box(4 + static_cast<double>(up_to(40)), up_to(4));
        word.stretch = up_to(3);
        if (up_to(8) == 0) word.hang_start = 2;
        if (up_to(8) == 0) word.hang_end = 2;
        items.push_back(word);
        switch (up_to(10)) {
            case 0:
            case 1:
            case 2:
                items.push_back(penalty(50, 3, true));
                break;
            case 3:
                items.push_back(penalty(20, 0, up_to(2) == 0));
                break;
            case 4:
                items.push_back(penalty(forbidden));
                items.push_back(glue(space, 2.5, 1));
                break;
            case 5:
                if (up_to(4) == 0) {
                    items.push_back(penalty(forced));
                    break;
                }
                [[fallthrough]];
            default:
                items.push_back(glue(space, 2.5, 1));
                break;
        }
    }
    return items;
}

BreakSettings random_settings(std::mt19937& random) {
    BreakSettings settings;
    settings.fill = random() % 2 == 0 ? Fill::ragged : Fill::justified;
    settings.ladder = static_cast<int>(random() % 4);
    settings.last_line_words = static_cast<int>(1 + random() % 2);
    settings.stairs = random() % 2 == 0 ? 0 : 3;
    return settings;
}

/// The least demerits of all ways to end lines, found by trying them.
double cheapest_by_trying(const std::vector<BreakItem>& items, const std::vector<double>& measures,
                          const BreakSettings& settings) {
    std::vector<std::size_t> places;
    for (std::size_t i = 1; i < items.size(); ++i) {
        const bool at_glue = items[i].kind == BreakItem::Kind::glue && items[i - 1].kind == BreakItem::Kind::box;
        const bool at_penalty =
            items[i].kind == BreakItem::Kind::penalty && items[i].penalty < forbidden && items[i].penalty > forced;
        if (at_glue || at_penalty) places.push_back(i);
    }
    double best = 1e300;
    for (std::size_t chosen = 0; chosen < (std::size_t{1} << places.size()); ++chosen) {
        std::vector<std::size_t> ends;
        for (std::size_t k = 0; k < places.size(); ++k)
            if ((chosen >> k) & 1U) ends.push_back(places[k]);
        const BrokenParagraph way = weigh(items, measures, settings, ends);
        // A line with a place to break inside may not be overfull.
        const bool allowed = std::none_of(way.lines.begin(), way.lines.end(), [&](const BrokenLine& line) {
            return line.overfull && std::any_of(places.begin(), places.end(), [&](std::size_t place) {
                       const bool within = place > line.first && place < line.at;
                       const bool box_after =
                           std::any_of(items.begin() + static_cast<std::ptrdiff_t>(place),
                                       items.begin() + static_cast<std::ptrdiff_t>(line.end),
                                       [](const BreakItem& item) { return item.kind == BreakItem::Kind::box; });
                       return within && box_after;
                   });
        });
        if (allowed) best = std::min(best, way.demerits);
    }
    return best;
}

}  // namespace

TEST_CASE("a paragraph without items has no lines") {
    CHECK(break_paragraph({}, measure_100, {}).lines.empty());
}

TEST_CASE("a paragraph of nothing but spaces has no lines") {
    const std::vector<BreakItem> items = {glue(5), glue(5)};
    CHECK(break_paragraph(items, measure_100, {}).lines.empty());
}

TEST_CASE("words that fit stand on one line") {
    const auto items = words({30, 30, 30});
    const auto result = break_paragraph(items, measure_100, {});
    REQUIRE(result.lines.size() == 1);
    CHECK(result.lines[0].width == Approx(100));
    CHECK(result.lines[0].paragraph_end);
    CHECK_FALSE(result.lines[0].overfull);
}

TEST_CASE("ragged lines share the rag instead of leaving it to one line") {
    // First fit sets 3, 1 and 2 words and leaves 60 points open; the optimum sets two on each line.
    const auto items = words({30, 30, 30, 40, 55, 30});
    CHECK(counts_of_boxes(items, first_fit(items, measure_100, plain())) == Counts{3, 2, 1});
    const auto even = break_paragraph(items, measure_100, plain());
    CHECK(even.demerits <= first_fit(items, measure_100, plain()).demerits);
    const auto narrow = words({25, 25, 30, 70, 45, 45});
    CHECK(counts_of_boxes(narrow, break_paragraph(narrow, measure_100, plain())) == Counts{3, 1, 2});
}

TEST_CASE("a last line of one word is avoided where the paragraph has another way") {
    const auto items = words({45, 45, 45, 45, 45});
    BreakSettings settings = plain();
    CHECK(counts_of_boxes(items, break_paragraph(items, measure_100, settings)) == Counts{2, 2, 1});
    settings.last_line_words = 2;
    CHECK(counts_of_boxes(items, break_paragraph(items, measure_100, settings)).back() == 2);
}

TEST_CASE("a last line shorter than the least width is avoided") {
    const auto items = words({45, 45, 45, 40, 5, 5});
    BreakSettings settings = plain();
    settings.last_line_em = 2.5;
    const auto result = break_paragraph(items, measure_100, settings);
    CHECK(result.lines.back().width >= 25);
}

TEST_CASE("a last line of one word stands when there is no other way") {
    const auto items = words({80, 80});
    BreakSettings settings;
    CHECK(counts_of_boxes(items, break_paragraph(items, measure_100, settings)) == Counts{1, 1});
}

TEST_CASE("part of a word never makes the last line alone where another break mends it") {
    auto items = words({45, 45, 45});
    items.push_back(glue(space));
    items.push_back(box(40));
    items.push_back(penalty(50, 3, true));
    items.push_back(box(40));
    const auto result = break_paragraph(items, measure_100, plain());
    CHECK_FALSE(result.lines[result.lines.size() - 2].flagged);
}

TEST_CASE("words bound by a no-break space count as two in the last line") {
    auto items = words({90, 30});
    items.push_back(penalty(forbidden));
    items.push_back(glue(space));
    items.push_back(box(30));
    const auto result = break_paragraph(items, measure_100, {});
    REQUIRE(result.lines.size() == 2);
    CHECK(result.demerits < last_line_demerits);
}

TEST_CASE("no more hyphens in succession than the ladder allows") {
    std::vector<BreakItem> items;
    for (int i = 0; i < 12; ++i) {
        items.push_back(box(48));
        items.push_back(penalty(50, 4, true));
        items.push_back(box(38));
        items.push_back(glue(space));
    }
    for (const int ladder : {0, 1, 2}) {
        BreakSettings settings = plain();
        settings.ladder = ladder;
        int row = 0, longest = 0;
        for (const BrokenLine& line : break_paragraph(items, measure_100, settings).lines) {
            row = line.flagged ? row + 1 : 0;
            longest = std::max(longest, row);
        }
        CHECK(longest <= ladder);
    }
}

TEST_CASE("a word wider than the measure gets a line to itself, overfull") {
    const auto items = words({40, 150, 40});
    for (const auto& settings : {plain(), justified()}) {
        const auto result = break_paragraph(items, measure_100, settings);
        CHECK(counts_of_boxes(items, result) == Counts{1, 1, 1});
        CHECK_FALSE(result.lines[0].overfull);
        CHECK(result.lines[1].overfull);
    }
}

TEST_CASE("a first indent narrows the first line only") {
    const auto items = words({30, 30, 30, 30, 30, 30});
    const double measures[] = {88, 100};
    const auto result = break_paragraph(items, measures, plain());
    CHECK(result.lines[0].measure == 88);
    CHECK(result.lines[1].measure == 100);
    CHECK(counts_of_boxes(items, result) == Counts{2, 3, 1});
}

TEST_CASE("a forced break ends a line, and two of them leave an empty line") {
    std::vector<BreakItem> items = {box(20),     glue(space), penalty(forced), penalty(forced),
                                    glue(space), box(20),     penalty(forced)};
    const auto result = break_paragraph(items, measure_100, {});
    REQUIRE(result.lines.size() == 3);
    CHECK(result.lines[0].width == 20);
    CHECK(result.lines[1].first == result.lines[1].end);
    CHECK(result.lines[1].width == 0);
    CHECK(result.lines[2].width == 20);
    for (const BrokenLine& line : result.lines) CHECK(line.paragraph_end);
}

TEST_CASE("spaces at line ends do not count") {
    const std::vector<BreakItem> items = {glue(space), box(40), glue(space), penalty(0),
                                          glue(space), box(90), glue(space)};
    const auto result = break_paragraph(items, measure_100, plain());
    REQUIRE(result.lines.size() == 2);
    CHECK(result.lines[0].width == 40);
    CHECK(result.lines[0].first == 1);
    CHECK(result.lines[0].end == 2);
    CHECK(result.lines[1].width == 90);
}

TEST_CASE("the drawn hyphen counts in the line that it ends, and only there") {
    const std::vector<BreakItem> items = {box(60), penalty(50, 4, true), box(60)};
    const auto result = break_paragraph(items, measure_100, plain());
    REQUIRE(result.lines.size() == 2);
    CHECK(result.lines[0].width == 64);
    CHECK(result.lines[0].flagged);
    CHECK(result.lines[1].width == 60);
}

TEST_CASE("what hangs leaves its room to the line") {
    std::vector<BreakItem> items = {box(50), glue(space), box(48)};
    CHECK(break_paragraph(items, measure_100, plain()).lines.size() == 2);
    items[0].hang_start = 2;
    items[2].hang_end = 2;
    const auto result = break_paragraph(items, measure_100, plain());
    REQUIRE(result.lines.size() == 1);
    CHECK(result.lines[0].width == 99);
}

TEST_CASE("justified lines fill the measure and the last one does not") {
    const auto items = words({30, 30, 29, 30, 31, 30, 30});
    const auto result = break_paragraph(items, measure_100, justified());
    for (const BrokenLine& line : result.lines) {
        double width = line.width;
        for (std::size_t i = line.first; i < line.end; ++i)
            width += line.ratio * (line.ratio < 0 ? items[i].shrink : items[i].stretch);
        if (line.paragraph_end)
            CHECK(line.ratio == 0);
        else
            CHECK(width == Approx(100));
    }
}

TEST_CASE("letters are spaced only when the spaces are at their widest, and not beyond their limit") {
    std::vector<BreakItem> items = {box(40), glue(10, 5, 2), box(40), glue(10, 5, 2), box(90)};
    items[0].stretch = items[2].stretch = 2;
    const auto by_words = [&](double measure) {
        const double measures[] = {measure};
        return break_paragraph(items, measures, justified()).lines[0];
    };
    CHECK(by_words(94).ratio == Approx(0.8));
    CHECK(by_words(94).letters == 0);
    CHECK(by_words(97).ratio == Approx(1));
    CHECK(by_words(97).letters == Approx(0.5));
    CHECK(by_words(104).letters == Approx(1));
    CHECK(by_words(104).ratio == Approx(2));
}

TEST_CASE("a line too loose for the tolerance is set when there is no tighter way") {
    const auto items = words({30, 30, 95, 30});
    const auto result = break_paragraph(items, measure_100, justified());
    CHECK(counts_of_boxes(items, result) == Counts{2, 1, 1});
    CHECK(result.lines[0].loose);
}

TEST_CASE("of lines that are all too loose the evenest are chosen, not the fewest") {
    std::vector<BreakItem> items;
    for (const double width : {40, 39, 10, 35, 34, 95}) {
        if (!items.empty()) items.push_back(glue(5, 4, 1));
        items.push_back(box(width));
    }
    // Three and two words would be one fine line and one of 6.5 times the stretch.
    const auto result = break_paragraph(items, measure_100, justified());
    CHECK(counts_of_boxes(items, result) == Counts{2, 3, 1});
    CHECK(result.lines[0].ratio == Approx(4));
    CHECK(result.lines[1].loose);
}

TEST_CASE("lines that start with the same word are avoided where it costs little") {
    auto items = words({20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20});
    // With four words a line, three lines would start with "the".
    for (const std::size_t the : {0U, 4U, 8U}) items[2 * the].word = 7;
    BreakSettings settings = plain();
    settings.em = 20;
    const auto result = break_paragraph(items, measure_100, settings);
    int starts = 0;
    for (const BrokenLine& line : result.lines) starts += items[line.first].word == 7 ? 1 : 0;
    CHECK(starts < 3);
}

TEST_CASE("lines of a narrow column do not step down like stairs where another way costs little") {
    const auto steps = [](const std::vector<BreakItem>& items, const BreakSettings& settings) {
        const auto result = break_paragraph(items, measure_100, settings);
        int stairs = 0;
        for (std::size_t i = 2; i + 1 < result.lines.size(); ++i) {
            const double a = result.lines[i - 2].width, b = result.lines[i - 1].width, c = result.lines[i].width;
            stairs += (a > b + 8 && b > c + 8) || (a + 8 < b && b + 8 < c) ? 1 : 0;
        }
        return stairs;
    };
    std::mt19937 random{11};
    int without = 0, with = 0;
    for (int run = 0; run < 60; ++run) {
        std::vector<BreakItem> items;
        for (int i = 0; i < 60; ++i) {
            items.push_back(box(8 + static_cast<double>(random() % 30)));
            items.push_back(glue(space));
        }
        BreakSettings settings = plain();
        without += steps(items, settings);
        settings.stairs = 3;
        with += steps(items, settings);
    }
    CHECK(4 * with < 3 * without);
}

TEST_CASE("every box is set once and in order, whatever the paragraph") {
    std::mt19937 random{1};
    for (int run = 0; run < 300; ++run) {
        const auto items = random_items(random, 1 + random() % 60);
        const double measures[] = {30 + static_cast<double>(random() % 60), 40 + static_cast<double>(random() % 60)};
        const auto result = break_paragraph(items, measures, random_settings(random));
        std::size_t at = 0;
        for (const BrokenLine& line : result.lines) {
            for (; at < line.first; ++at) REQUIRE(items[at].kind != BreakItem::Kind::box);
            REQUIRE(line.end >= line.first);
            at = line.end;
        }
        for (; at < items.size(); ++at) REQUIRE(items[at].kind != BreakItem::Kind::box);
    }
}

TEST_CASE("the chosen line ends are the cheapest of all") {
    std::mt19937 random{2};
    for (int run = 0; run < 400; ++run) {
        const auto items = random_items(random, 1 + random() % 9);
        std::vector<double> measures;
        for (auto n = 1 + random() % 3; n > 0; --n) measures.push_back(25 + static_cast<double>(random() % 60));
        const BreakSettings settings = random_settings(random);
        const double found = break_paragraph(items, measures, settings).demerits;
        const double best = cheapest_by_trying(items, measures, settings);
        REQUIRE(found == Approx(best).epsilon(1e-9).margin(1e-6));
    }
}

TEST_CASE("the optimum is never worse than first fit") {
    std::mt19937 random{3};
    BreakScratch scratch;
    for (int run = 0; run < 400; ++run) {
        const auto items = random_items(random, 1 + random() % 200);
        const double measures[] = {40 + static_cast<double>(random() % 200), 60 + static_cast<double>(random() % 200)};
        const BreakSettings settings = random_settings(random);
        const double best = break_paragraph(items, measures, settings, scratch).demerits;
        const double first = first_fit(items, measures, settings).demerits;
        REQUIRE(best <= first * (1 + 1e-9) + 1e-6);
    }
}

TEST_CASE("memory kept between paragraphs changes nothing") {
    std::mt19937 random{4};
    BreakScratch scratch;
    for (int run = 0; run < 50; ++run) {
        const auto items = random_items(random, 40);
        const auto kept = break_paragraph(items, measure_100, {}, scratch),
                   fresh = break_paragraph(items, measure_100, {});
        REQUIRE(kept.demerits == fresh.demerits);
        REQUIRE(kept.lines.size() == fresh.lines.size());
    }
}

TEST_CASE("a paragraph of ten thousand words is set in one go") {
    std::mt19937 random{5};
    const auto items = random_items(random, 20000);
    const double measures[] = {300};
    for (const auto& settings : {plain(), justified()}) {
        const auto result = break_paragraph(items, measures, settings);
        CHECK(result.lines.size() > 1000);
        CHECK(result.demerits < overfull_demerits);
    }
}
