#include "scores.hpp"

#include <algorithm>
#include <cmath>

namespace brochure::typography {
namespace {

constexpr double infinitely_bad = 10000;

double badness(const SetLine& line) {
    if (line.overfull) return infinitely_bad;
    return std::min(infinitely_bad, 100 * std::abs(line.ratio * line.ratio * line.ratio));
}

/// 0 tight, 1 decent, 2 loose, 3 very loose.
int fitness(const SetLine& line) {
    const double bad = badness(line);
    if (line.ratio < 0) return bad > 12 ? 0 : 1;
    return bad > 99 ? 3 : bad > 12 ? 2 : 1;
}

}  // namespace

double Score::spread() const {
    if (counted < 2) return 0;
    const double mean = sum / counted;
    return std::sqrt(std::max(0.0, squares / counted - mean * mean));
}

void Score::add(const Score& other) {
    least = counted == 0 ? other.least : other.counted == 0 ? least : std::min(least, other.least);
    greatest = counted == 0 ? other.greatest : other.counted == 0 ? greatest : std::max(greatest, other.greatest);
    lines += other.lines;
    hyphens += other.hyphens;
    loose += other.loose;
    overfull += other.overfull;
    demerits += other.demerits;
    sum += other.sum;
    squares += other.squares;
    counted += other.counted;
}

Score score(std::span<const SetLine> paragraph, const TexPenalties& penalties) {
    Score total;
    int before = 1;
    bool hyphen_before = false;
    for (const SetLine& line : paragraph) {
        const double bad = badness(line);
        const bool hyphen = line.hyphen != Hyphen::none;
        const double penalty = line.hyphen == Hyphen::drawn ? penalties.hyphen : hyphen ? penalties.typed_hyphen : 0;
        double demerits = (penalties.line + bad) * (penalties.line + bad) + penalty * penalty;
        if (std::abs(fitness(line) - before) > 1) demerits += penalties.adjacent;
        if (hyphen_before && line.last) demerits += penalties.final_hyphen;
        if (hyphen_before && hyphen) demerits += penalties.two_hyphens;
        before = fitness(line);
        hyphen_before = hyphen;

        ++total.lines;
        total.demerits += demerits;
        total.hyphens += hyphen ? 1 : 0;
        total.overfull += line.overfull ? 1 : 0;
        if (line.last) continue;
        total.loose += line.ratio > 0 && bad > penalties.tolerance ? 1 : 0;
        total.least = total.counted == 0 ? line.ratio : std::min(total.least, line.ratio);
        total.greatest = total.counted == 0 ? line.ratio : std::max(total.greatest, line.ratio);
        total.sum += line.ratio;
        total.squares += line.ratio * line.ratio;
        ++total.counted;
    }
    return total;
}

bool same_ends(std::span<const SetLine> a, std::span<const SetLine> b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const SetLine& x, const SetLine& y) {
        return x.spaces == y.spaces && x.hyphen == y.hyphen && x.last == y.last;
    });
}

}  // namespace brochure::typography
