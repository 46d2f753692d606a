#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// Optimum-fit line breaking over a whole paragraph: numbers in, numbers out. It knows no fonts, no text, no language.
/// Source: Knuth and Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981), 1119-1184.
namespace brochure::text {

/// A penalty of this or more forbids a break; of minus this or less forces one.
inline constexpr double forbidden = 10000, forced = -10000;

/// A piece of a paragraph. Lengths are points and not negative; shrink is at most the width, hangs are at most the
/// width. A line may end at a glue right after a box, or at a penalty below `forbidden`. Glue and penalties after a
/// break, up to the next box, are dropped (a forced break is not), as are those before a line's end and at the start.
/// Of two places with no box between them the one with the lower penalty counts.
struct BreakItem {
    enum class Kind : std::uint8_t { box, glue, penalty };
    Kind kind = Kind::box;
    bool flagged = false;    // penalty: the line would end with a hyphen, drawn or typed
    std::uint32_t word = 0;  // box: a hash of the word it belongs to, 0 for none; equal words down an edge are avoided
    double width = 0;        // penalty: what a drawn hyphen adds when the line ends here
    double stretch = 0;      // glue: to its widest (justified). Box: what letter-spacing may add at most
    double shrink = 0;       // glue: to its narrowest
    double penalty = 0;      // 50 is an ordinary hyphen, as in TeX
    double hang_start = 0;   // box: how far it hangs out when a line starts with it
    double hang_end = 0;     // box or penalty: how far it hangs out when a line ends with it
};

constexpr BreakItem box(double width, std::uint32_t word = 0) {
    BreakItem item;
    item.word = word;
    item.width = width;
    return item;
}
constexpr BreakItem glue(double width, double stretch = 0, double shrink = 0) {
    BreakItem item;
    item.kind = BreakItem::Kind::glue;
    item.width = width;
    item.stretch = stretch;
    item.shrink = shrink;
    return item;
}
constexpr BreakItem penalty(double value, double width = 0, bool flagged = false) {
    BreakItem item;
    item.kind = BreakItem::Kind::penalty;
    item.flagged = flagged;
    item.width = width;
    item.penalty = value;
    return item;
}

inline constexpr int any_ladder = 1000;

enum class Fill : std::uint8_t { ragged, justified };

/// How breaks are weighed. Demerits are TeX's divided by 10,000 when justified, squared ems of rag when ragged.
struct BreakSettings {
    Fill fill = Fill::ragged;
    double em = 10;             // points
    double last_line_em = 2.5;  // a last line narrower, or of fewer words, is taken only if there is no other way
    int last_line_words = 2;    // parts between spaces, or between places where a line may end without hyphen
    int ladder = 1;             // hyphens allowed in successive lines; 0: none at all; any_ladder: no limit
    // justified, in TeX's units
    double tolerance = 200;  // badness above which a line is loose: such lines are weighed only where others cost more
    double line_penalty = 10;
    double fitness_demerits = 10000;  // a tight line beside a loose one
    double double_hyphen_demerits = 10000, final_hyphen_demerits = 5000;
    // ragged
    double max_rag = 1.0 / 3;    // of the measure; a line shorter than that is taken only if there is no other way
    double penalty_per_em = 20;  // a penalty p costs as much as p / penalty_per_em ems of rag
    double narrow_em = 26;       // below this measure three lines that step in or out like stairs cost:
    double stairs = 3;
    // both
    double repeated_word = 4;  // successive lines that start, or that end, with the same word
};

/// Faults that outweigh everything below them. Only lines that cannot be avoided carry them. A loose line of ragged
/// text is one; a loose justified line costs what TeX's formula says, so that bad lines are as few and as even as can
/// be.
inline constexpr double overfull_demerits = 1e11, ladder_demerits = 1e9, last_line_demerits = 1e8, loose_demerits = 1e5;

/// A line of the result: the items [first, end) are shown; `at` is the item where it ends (the number of items for the
/// last), which shows only when it is a penalty with a width.
struct BrokenLine {
    std::size_t first = 0, end = 0, at = 0;
    double width = 0;  // natural width, points, hyphen included, without what hangs
    double measure = 0;
    double ratio = 0;    // justified: glue is set to width + ratio * (ratio < 0 ? shrink : stretch)
    double letters = 0;  // justified: 0 to 1, the share of the boxes' stretch that is used
    double demerits = 0;
    bool flagged = false;        // ends with a hyphen
    bool overfull = false;       // wider than the measure even at its tightest
    bool loose = false;          // beyond the tolerance (or max_rag)
    bool paragraph_end = false;  // the last line, or one before a forced break: never stretched
};

struct BrokenParagraph {
    std::vector<BrokenLine> lines;
    double demerits = 0;
};

/// Memory that can be kept between paragraphs, so that a long document allocates once. One for each thread.
struct BreakScratch {
    struct Place;
    struct Node;
    BreakScratch();
    ~BreakScratch();
    BreakScratch(BreakScratch&&) noexcept;
    BreakScratch& operator=(BreakScratch&&) noexcept;
    std::vector<Place> places;
    std::vector<Node> nodes;
    std::vector<std::uint32_t> active;
};

/// Chooses the line ends whose total demerits are least; time is linear in the number of items.
/// `measures`: the measure of each line, points; the last one holds for all further lines. Not empty; each above zero.
/// There is always a result. A line is overfull only when it holds a single piece without a place to break.
/// No items: no lines.
BrokenParagraph break_paragraph(std::span<const BreakItem> items, std::span<const double> measures,
                                const BreakSettings& settings, BreakScratch& scratch);
BrokenParagraph break_paragraph(std::span<const BreakItem> items, std::span<const double> measures,
                                const BreakSettings& settings);

/// Fills each line as far as it goes, weighed by the same demerits: what `break_paragraph` must never be worse than.
BrokenParagraph first_fit(std::span<const BreakItem> items, std::span<const double> measures,
                          const BreakSettings& settings);

/// Weighs given line ends: `ends` are item indices where lines end, increasing, the last one items.size().
BrokenParagraph weigh(std::span<const BreakItem> items, std::span<const double> measures, const BreakSettings& settings,
                      std::span<const std::size_t> ends);

}  // namespace brochure::text
