#include "layout/facing_pages.hpp"

#include <algorithm>

namespace brochure::layout {
namespace {

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
        if (!alike()) return;
        const Length a = first_page(left_, false).name_below, b = first_page(right_, true).name_below;
        if (a != b) {
            take({}, std::max(a, b));
            if (!holds(left_, false) || !holds(right_, true)) take({}, {});
        }
        if (!left_.candidate.master->elastic || !right_.candidate.master->elastic) return;
        const auto smaller = std::min(first_page(left_, false).elastic, first_page(right_, true).elastic);
        if (smaller) take(smaller, left_.level.name_below);
    }

private:
    // The same arrangement, or two of which one leads the other: their names stand as far below the elastic value.
    bool alike() const {
        const auto *left = left_.candidate.master, *right = right_.candidate.master;
        return left == right || leads(*left, *right) || leads(*right, *left);
    }
    static bool leads(const design::Master& one, const design::Master& other) {
        return std::find(one.leads.begin(), one.leads.end(), other.name) != one.leads.end();
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

    std::vector<Draft> set(const Placement& one, bool recto) {
        return set_candidate(plan_, parts_[*one.part], one.candidate, recto, one.level, false);
    }
    Draft first_page(const Placement& one, bool recto) { return std::move(set(one, recto).front()); }
    bool holds(const Placement& one, bool recto) {
        const auto drafts = set(one, recto);
        return drafts.size() == one.candidate.pages && drafts.back().left_over == 0;
    }
    void take(std::optional<double> elastic_limit, Length name_below) {
        for (Level* level : {&left_.level, &right_.level}) {
            level->elastic_limit = elastic_limit;
            level->name_below = name_below;
        }
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
