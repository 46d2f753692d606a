#pragma once
#include <span>
#include <string>
#include <vector>

/// What is counted of set lines, the same for every side of the comparison.
namespace brochure::typography {

enum class Hyphen { none, drawn, typed };

/// A line as it was set. `ratio`: how much of the spaces' stretch (above 0) or shrink (below) is used, 1 all of it.
struct SetLine {
    double ratio = 0;
    Hyphen hyphen = Hyphen::none;
    bool last = false, overfull = false;
    int spaces = 0;
};

/// The penalties of TeX's formula, those of plain TeX but for a typed hyphen's (50 there).
struct TexPenalties {
    double line = 10, hyphen = 50, typed_hyphen = 20, adjacent = 10000, two_hyphens = 10000, final_hyphen = 5000;
    double tolerance = 200;
};

struct Score {
    int lines = 0, hyphens = 0, loose = 0, overfull = 0;
    double demerits = 0;
    double sum = 0, squares = 0, least = 0, greatest = 0;  // of the ratios of all lines but a paragraph's last
    int counted = 0;

    double spread() const;  // standard deviation of the ratios
    void add(const Score& other);
};

/// Scores a paragraph. Demerits: Knuth, The TeXbook, chapter 14; an overfull line counts as one of badness 10000.
Score score(std::span<const SetLine> paragraph, const TexPenalties& penalties = {});

/// Whether two settings of a paragraph have the same line ends, as far as spaces and hyphens tell.
bool same_ends(std::span<const SetLine> a, std::span<const SetLine> b);

}  // namespace brochure::typography
