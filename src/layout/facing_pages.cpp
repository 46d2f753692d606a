#include "layout/facing_pages.hpp"

#include <algorithm>

namespace brochure::layout {
namespace {

constexpr Length near_miss = Length::from_pt(36);  // farther apart nobody takes two names for one line
constexpr double as_good = 0.25;                   // of a variant's cost

class Pair {
public:
    Pair(const Plan& plan, std::vector<Part>& parts, Placement& left, Placement& right)
        : plan_{plan}, parts_{parts}, left_{left}, right_{right} {}

    // The facing page is the first one of what stands on the right: a continuation may follow it.
    bool faces() const {
        return left_.page % 2 == 1 && left_.part && right_.part && left_.candidate.pages == 1 &&
               !right_.candidate.master->spread;
    }

    void level() {
        take_lead(left_, right_);
        take_lead(right_, left_);
        take_lead(left_, right_);  // what the right one led by may now be led by the left one
        // The same fact has the same label on both.
        if (first_page(left_, false).brief_facts != first_page(right_, true).brief_facts)
            left_.level.brief_facts = right_.level.brief_facts = true;
        if (!alike()) return line_up();
        level_lines(&Draft::name_below, &Level::name_below);
        // What stands below captions of unequal length stands level too.
        level_lines(&Draft::caption_below, &Level::caption_below);
        if (!left_.candidate.master->elastic || !right_.candidate.master->elastic) return;
        const auto smaller = std::min(first_page(left_, false).elastic, first_page(right_, true).elastic);
        if (smaller) left_.level.elastic_limit = right_.level.elastic_limit = smaller;
    }

private:
    // The same arrangement, or two of which one leads the other: their names stand as far below the elastic value.
    bool alike() const {
        const auto *left = left_.candidate.master, *right = right_.candidate.master;
        return arrangement(*left) == arrangement(*right) || leads(*left, *right) || leads(*right, *left);
    }
    static const std::string& arrangement(const design::Master& master) {
        return master.same_as.empty() ? master.name : master.same_as;
    }
    static bool leads(const design::Master& one, const design::Master& other) {
        return std::find(one.leads.begin(), one.leads.end(), arrangement(other)) != one.leads.end();
    }

    // The other page takes the leader's arrangement; where it cannot, one that leads both.
    void take_lead(const Placement& leader, Placement& other) {
        const auto &first = *leader.candidate.master, &own = *other.candidate.master;
        if (!leads(first, own)) return;
        const auto possible = [&](const auto& suits) {
            const auto& all = parts_[*other.part].candidates;
            const auto found = std::find_if(all.begin(), all.end(), [&](const Candidate& candidate) {
                return suits(*candidate.master) && candidate.pages == other.candidate.pages;
            });
            return found == all.end() ? nullptr : &*found;
        };
        const auto* taken = possible([&](const design::Master& master) { return &master == &first; });
        if (!taken)
            taken = possible([&](const design::Master& master) { return leads(master, own) && leads(master, first); });
        if (taken) other.candidate = *taken;
    }

    struct LinedUp {
        Placement left, right;
        Length raised;
    };
    // Names of two arrangements that would miss each other by a little: the lower one is raised, in its own master or
    // in one that suits as well. The pair is taken that is raised least.
    void line_up() {
        const auto apart = distance(left_, right_);
        if (!apart || *apart == Length{} || !fits(*apart, near_miss) || !fits(-*apart, near_miss)) return;
        std::optional<LinedUp> best;
        for (const Candidate& left : as_good_as(left_))
            for (const Candidate& right : as_good_as(right_)) {
                Placement a = left_, b = right_;
                a.candidate = left;
                b.candidate = right;
                const auto pair = raised(a, b);
                if (pair && (!best || pair->raised < best->raised)) best = pair;
            }
        if (!best) return;
        left_ = best->left;
        right_ = best->right;
    }

    // How much lower the name on the left stands than that on the right; none where one has no name.
    std::optional<Length> distance(const Placement& left, const Placement& right) {
        const auto a = first_page(left, false).name_at, b = first_page(right, true).name_at;
        return a && b ? std::optional{*a - *b} : std::nullopt;
    }

    std::vector<Candidate> as_good_as(const Placement& one) const {
        std::vector<Candidate> found;
        for (const Candidate& other : parts_[*one.part].candidates)
            if (other.pages == one.candidate.pages && other.cost < one.candidate.cost + as_good) found.push_back(other);
        return found;
    }

    std::optional<LinedUp> raised(Placement left, Placement right) {
        const auto apart = distance(left, right);
        if (!apart || !fits(*apart, near_miss) || !fits(-*apart, near_miss)) return std::nullopt;
        const bool is_left = *apart > Length{};
        const Length by = is_left ? *apart : -*apart;
        if (by > Length{}) {
            Placement& lower = is_left ? left : right;
            const auto elastic = first_page(lower, !is_left).elastic;
            if (!elastic) return std::nullopt;
            lower.level.elastic_limit = *elastic - by.pt();
        }
        const Length below = std::max(first_page(left, false).name_below, first_page(right, true).name_below);
        left.level.name_below = right.level.name_below = below;
        const auto now = distance(left, right);
        if (!now || !fits(*now, {}) || !fits(-*now, {}) || !holds(left, false) || !holds(right, true))
            return std::nullopt;
        return LinedUp{left, right, by};
    }

    std::vector<Draft> set(const Placement& one, bool recto) {
        return set_candidate(plan_, parts_[*one.part], one.candidate, recto, one.level, false);
    }
    Draft first_page(const Placement& one, bool recto) { return std::move(set(one, recto).front()); }
    bool holds(const Placement& one, bool recto) {
        const auto drafts = set(one, recto);
        return drafts.size() == one.candidate.pages && drafts.back().left_over == 0 && drafts.front().possible();
    }
    // Both pages leave the text as many lines as the longer one of the two has, if both hold their words then.
    void level_lines(Length Draft::*below, Length Level::*common) {
        const Length a = first_page(left_, false).*below, b = first_page(right_, true).*below;
        if (a == b) return;
        left_.level.*common = right_.level.*common = std::max(a, b);
        if (!holds(left_, false) || !holds(right_, true)) left_.level.*common = right_.level.*common = Length{};
    }

    const Plan& plan_;
    std::vector<Part>& parts_;
    Placement &left_, &right_;
};

}  // namespace

void level_facing_pages(const Plan& plan, std::vector<Part>& parts, std::vector<Placement>& placed) {
    for (std::size_t i = 0; i + 1 < placed.size(); ++i) {
        Pair pair{plan, parts, placed[i], placed[i + 1]};
        if (pair.faces()) pair.level();
    }
}

}  // namespace brochure::layout
