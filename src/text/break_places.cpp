#include "text/break_places.hpp"

#include <algorithm>
#include <cmath>

namespace brochure::text {

using Place = BreakScratch::Place;

namespace {

constexpr double tiny = 0.001;  // points; widths are sums, and a thousandth is forgiven
constexpr double per_tex_demerit = 1.0 / 10000;

/// Walks over the items once, keeping the sums and the places whose next line has not begun yet.
class Collector {
public:
    Collector(std::span<const BreakItem> items, std::vector<Place>& places) : items_{items}, places_{places} {}

    void run() {
        places_.clear();
        Place start;
        start.forced = true;
        places_.push_back(start);
        for (at_ = 0; at_ < items_.size(); ++at_) {
            const BreakItem& item = items_[at_];
            if (item.kind == BreakItem::Kind::box)
                add_box(item);
            else if (item.kind == BreakItem::Kind::glue)
                add_glue(item);
            else
                add_penalty(item);
        }
        finish();
    }

private:
    void add_box(const BreakItem& item) {
        if (boundary_ && seen_box_) ++sums_.words;
        boundary_ = false;
        seen_box_ = true;
        begin_line(item.word, item.hang_start);
        sums_.width += item.width;
        sums_.letters += item.stretch;
        shown_ = sums_;
        last_box_ = at_ + 1;
        after_box_ = true;
    }

    void add_glue(const BreakItem& item) {
        if (after_box_) add_place(nullptr, false);
        sums_.width += item.width;
        sums_.stretch += item.stretch;
        sums_.shrink += item.shrink;
        boundary_ = true;
        after_box_ = false;
    }

    void add_penalty(const BreakItem& item) {
        after_box_ = false;
        if (item.penalty >= forbidden) return;
        if (item.penalty <= forced) {
            drop_idle_places();
            begin_line(0, 0);  // a line may be empty between two forced ends
            add_place(&item, true);
            boundary_ = true;
            return;
        }
        if (!item.flagged) boundary_ = true;
        if (!line_is_new()) add_place(&item, false);
    }

    void finish() {
        drop_idle_places();
        if (pending_ == places_.size()) add_place(nullptr, true);
        if (places_.size() == 1)
            places_.clear();  // nothing but glue
        else
            begin_line(0, 0);  // a forced end at the end closes the last line itself
    }

    // Nothing shows since the start or the last forced end.
    bool line_is_new() const { return pending_ < places_.size() && places_[pending_].forced; }

    // What ends a line right before a forced end would leave an empty line.
    void drop_idle_places() {
        while (places_.size() > pending_ && !places_.back().forced) places_.pop_back();
    }

    void begin_line(std::uint32_t word, double hang) {
        if (pending_ == places_.size()) return;
        started_ = at_;
        for (; pending_ < places_.size(); ++pending_) {
            Place& place = places_[pending_];
            place.next = static_cast<std::uint32_t>(at_);
            place.after = sums_;
            place.word_start = word;
            place.hang_start = hang;
        }
    }

    void add_place(const BreakItem* item, bool is_forced) {
        Place place;
        place.at = static_cast<std::uint32_t>(at_);
        const bool empty = last_box_ <= started_ && is_forced;
        place.end = static_cast<std::uint32_t>(empty ? started_ : last_box_);
        place.before = empty ? sums_ : shown_;
        place.forced = is_forced;
        if (!empty) {
            const BreakItem& last = items_[last_box_ - 1];
            place.word_end = last.word;
            place.hang_end = last.hang_end;
        }
        if (item && !is_forced) {
            place.penalty = item->penalty;
            place.flagged = item->flagged;
            place.hyphen = item->width;
            if (item->width > 0) place.hang_end = item->hang_end;
        }
        // Two places without a box between them are one; the cheaper stands for both.
        Place& before = places_.back();
        const bool same = pending_ < places_.size() && !before.forced && !is_forced;
        if (!same)
            places_.push_back(place);
        else if (place.penalty < before.penalty)
            before = place;
    }

    std::span<const BreakItem> items_;
    std::vector<Place>& places_;
    BreakSums sums_, shown_;  // of all items so far; up to the last box
    std::size_t at_ = 0, last_box_ = 0, started_ = 0, pending_ = 0;
    bool boundary_ = false, seen_box_ = false, after_box_ = false;
};

double signed_square(double value) {
    return value < 0 ? -value * value : value * value;
}

/// TeX's demerits of a line by its ratio, without TeX's limit of badness 10,000: among lines that are all too loose the
/// evenest are sought still. Beyond ten times the stretch they grow by the square, so that a graver fault outweighs
/// them.
double demerits_of(double effort, double line_penalty) {
    constexpr double steep_to = 10, end = 100;
    const double size = std::min(std::abs(effort), steep_to);
    const double demerits = signed_square(line_penalty + 100 * size * size * size) * per_tex_demerit;
    const double beyond = std::clamp(std::abs(effort), steep_to, end) / steep_to;
    return demerits * beyond * beyond;
}

}  // namespace

void collect_places(std::span<const BreakItem> items, std::vector<Place>& places) {
    Collector{items, places}.run();
}

LineCost::Weighed LineCost::line(std::uint32_t i, std::uint32_t j, double measure) const {
    const Place& from = places_[i];
    const Place& to = places_[j];
    Weighed line;
    line.width = to.before.width - from.after.width;
    if (line.width > 0) line.width += to.hyphen - to.hang_end - from.hang_start;
    if (settings_.fill == Fill::justified)
        justify(line, i, j, measure, to.forced);
    else
        leave_ragged(line, measure, to.forced);
    if (!to.forced) line.demerits += penalty_cost(to.penalty);
    // This line and the next start with the same word; the one before and this one end with it.
    if (from.word_start != 0 && from.word_start == to.word_start) line.demerits += settings_.repeated_word;
    if (i > 0 && from.word_end != 0 && from.word_end == to.word_end) line.demerits += settings_.repeated_word;
    if (to.forced) line.demerits += last_line(line, i, j);  // of a paragraph, or before a line that the author began
    return line;
}

void LineCost::justify(Weighed& line, std::uint32_t i, std::uint32_t j, double measure, bool free_end) const {
    const BreakSums &from = places_[i].after, &to = places_[j].before;
    const double need = measure - line.width;
    double effort = 0;  // the ratio, where letters share the work less
    if (need < 0) {
        const double shrink = to.shrink - from.shrink;
        line.ratio = shrink > 0 ? std::max(-1.0, need / shrink) : (need < -tiny ? -1.0 : 0.0);
        line.overfull = -need > shrink + tiny;
        effort = line.ratio;
    } else if (!free_end) {
        const double words = to.stretch - from.stretch, letters = to.letters - from.letters;
        // A line without spaces to stretch stands as if it had a fiftieth of an em.
        const double least = std::max(words, settings_.em / 50);
        if (need <= words) {
            effort = words > 0 ? need / words : 0;
            line.ratio = effort;
        } else {
            effort = 1 + (need - words) / (least + letters);
            line.letters = letters > 0 ? std::min(1.0, (need - words) / letters) : 0;
            line.ratio = words > 0 ? std::max(1.0, (need - letters) / words) : 0;
        }
    }
    line.shape = effort < -0.5 ? 0 : effort <= 0.5 ? 1 : effort <= 1 ? 2 : 3;
    const double badness = 100 * std::abs(effort * effort * effort);
    line.loose = effort > 0 && badness > settings_.tolerance;
    if (line.overfull) {
        line.demerits = overfull_demerits * (1 + std::min(100.0, -need / settings_.em) / 100);
        return;
    }
    line.demerits = demerits_of(effort, settings_.line_penalty);
    if (effort > 0) line.looseness = line.demerits;
}

double LineCost::cheapest_loose() const {
    if (settings_.fill == Fill::ragged) return loose_demerits;
    return signed_square(settings_.line_penalty + settings_.tolerance) * per_tex_demerit;
}

void LineCost::leave_ragged(Weighed& line, double measure, bool free_end) const {
    const double rag = measure - line.width;
    line.overfull = rag < -tiny;
    if (line.overfull) {
        line.demerits = overfull_demerits * (1 + std::min(100.0, -rag / settings_.em) / 100);
        return;
    }
    if (free_end) return;
    const double share = rag / measure, ems = rag / settings_.em;
    line.shape = share < 0.07 ? 0 : share < 0.15 ? 1 : share < 0.25 ? 2 : 3;
    line.loose = share > settings_.max_rag;
    line.demerits = ems * ems + (line.loose ? loose_demerits : 0);
    line.looseness = line.demerits;
}

double LineCost::penalty_cost(double penalty) const {
    return settings_.fill == Fill::justified ? signed_square(penalty) * per_tex_demerit
                                             : signed_square(penalty / settings_.penalty_per_em);
}

double LineCost::greatest_credit() const {
    double credit = 0;
    for (const Place& place : places_)
        if (!place.forced && place.penalty < 0) credit -= penalty_cost(place.penalty);
    return credit;
}

double LineCost::last_line(const Weighed& line, std::uint32_t i, std::uint32_t j) const {
    const Place& from = places_[i];
    if (from.forced) return 0;  // it is the only line, and nothing could mend it
    const int words = 1 + static_cast<int>(places_[j].before.words - from.after.words);
    const bool part_of_word = from.flagged && words == 1;
    double cost = from.flagged ? settings_.final_hyphen_demerits * per_tex_demerit : 0;
    if (part_of_word || words < settings_.last_line_words || line.width < settings_.last_line_em * settings_.em - tiny)
        cost += last_line_demerits;
    return cost;
}

bool LineCost::steps_matter(double measure) const {
    return settings_.stairs > 0 && measure < settings_.narrow_em * settings_.em;
}

double LineCost::join(BreakState& state, const Weighed& line, std::uint32_t j, double measure) const {
    const Place& to = places_[j];
    const auto limit = static_cast<std::uint8_t>(std::clamp(settings_.ladder, 0, 100));
    const bool limited = settings_.ladder < any_ladder;
    const bool justified = settings_.fill == Fill::justified;
    double cost = 0;
    if (to.flagged) {
        if (limited && state.hyphens >= limit) cost += ladder_demerits;
        if (state.hyphens > 0 && justified) cost += settings_.double_hyphen_demerits * per_tex_demerit;
        // Without a limit it matters only whether there was a hyphen.
        const std::uint8_t most = limited ? std::max<std::uint8_t>(limit, 1) : 1;
        state.hyphens = std::min<std::uint8_t>(static_cast<std::uint8_t>(state.hyphens + 1), most);
    } else {
        state.hyphens = 0;
    }
    if (justified) {
        const int before = state.shape < 0 ? 1 : state.shape;
        if (std::abs(before - line.shape) > 1) cost += settings_.fitness_demerits * per_tex_demerit;
        state.shape = line.shape;
    } else if (to.forced || !steps_matter(measure)) {
        state.shape = -1;
        state.step = 0;
    } else {
        const int moved = state.shape < 0 ? 0 : line.shape - state.shape;
        const auto step = static_cast<std::int8_t>(moved > 0 ? 1 : moved < 0 ? -1 : 0);
        if (step != 0 && step == state.step) cost += settings_.stairs;
        state.step = step;
        state.shape = line.shape;
    }
    return cost;
}

double LineCost::least_width(std::uint32_t i, std::uint32_t j, double greatest_hang) const {
    const BreakSums &from = places_[i].after, &to = places_[j].before;
    const double shrink = settings_.fill == Fill::justified ? to.shrink - from.shrink : 0;
    return to.width - from.width - shrink - places_[i].hang_start - greatest_hang - tiny;
}

double LineCost::greatest_join(double narrowest_measure) const {
    if (settings_.fill == Fill::justified) return settings_.fitness_demerits * per_tex_demerit;
    return steps_matter(narrowest_measure) ? 2 * settings_.stairs : 0;
}

}  // namespace brochure::text
