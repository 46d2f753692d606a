#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "text/knuth_plass.hpp"

namespace brochure::text {

/// Sums over the items before some point of the paragraph.
struct BreakSums {
    double width = 0, stretch = 0, shrink = 0, letters = 0;
    std::uint32_t words = 0;  // boundaries between words so far
};

/// A place where a line may end, with all that a line's cost needs; the first one is the paragraph's start.
struct BreakScratch::Place {
    std::uint32_t at = 0;             // item where the line ends
    std::uint32_t end = 0, next = 0;  // one past the last item shown; the first item of the line after
    BreakSums before, after;          // of the items up to `end` and up to `next`
    double hyphen = 0, penalty = 0;
    double hang_end = 0, hang_start = 0;  // of the line that ends here; of the line after
    std::uint32_t word_end = 0, word_start = 0;
    bool flagged = false, forced = false;
};

/// Finds the places of a paragraph, in order; empty when there is nothing to set, else at least two.
void collect_places(std::span<const BreakItem> items, std::vector<BreakScratch::Place>& places);

/// What of the lines before has a bearing on the next one's demerits. Equal states have equal futures.
struct BreakState {
    std::uint8_t hyphens = 0;  // hyphened lines just before, counted up to the ladder's limit
    std::int8_t shape = -1;    // of the line before: fitness class or rag class; -1 at the start
    std::int8_t step = 0;      // ragged: whether that line stepped in (1) or out (-1) from its own forerunner
    bool operator==(const BreakState&) const = default;
};

/// Weighs one line by the settings.
class LineCost {
public:
    LineCost(std::span<const BreakScratch::Place> places, const BreakSettings& settings)
        : places_{places}, settings_{settings} {}

    struct Weighed {
        double demerits = 0;
        double looseness = 0;  // the part of them for what is missing of the measure; more for each shorter line
        double width = 0, ratio = 0, letters = 0;
        bool overfull = false, loose = false;
        std::int8_t shape = 0;
    };
    /// The line from place `i` to place `j`, apart from what depends on the lines before.
    Weighed line(std::uint32_t i, std::uint32_t j, double measure) const;
    /// What the lines before add to it; `state` is moved on past the line.
    double join(BreakState& state, const Weighed& line, std::uint32_t j, double measure) const;
    /// The looseness of the tightest line that counts as loose.
    double cheapest_loose() const;
    /// The most that places where a line's end is wanted (penalties below zero) can take off a paragraph's demerits.
    double greatest_credit() const;
    /// The least width that a line from `i` to `j` or any later place can have.
    double least_width(std::uint32_t i, std::uint32_t j, double greatest_hang) const;
    /// The most that two states at one place can come to differ by.
    double greatest_join(double narrowest_measure) const;

private:
    void justify(Weighed& line, std::uint32_t i, std::uint32_t j, double measure, bool free_end) const;
    void leave_ragged(Weighed& line, double measure, bool free_end) const;
    double penalty_cost(double penalty) const;
    double last_line(const Weighed& line, std::uint32_t i, std::uint32_t j) const;
    bool steps_matter(double measure) const;

    std::span<const BreakScratch::Place> places_;
    const BreakSettings& settings_;
};

}  // namespace brochure::text
