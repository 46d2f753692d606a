#include "layout/fill_pages.hpp"

#include <algorithm>

namespace brochure::layout {
namespace {

// Only fill pages and the back cover follow.
bool is_at_end(const std::vector<Part>& parts, const std::vector<Placement>& placed, std::size_t index) {
    return std::all_of(placed.begin() + static_cast<std::ptrdiff_t>(index), placed.end(), [&](const Placement& later) {
        return !later.part || parts[*later.part].subject.kind == "back";
    });
}

// Which of its kind the page is: of those at the end from the last one backwards.
std::size_t turn_of(const std::vector<Part>& parts, const std::vector<Placement>& placed, std::size_t index,
                    bool at_end) {
    std::size_t turn = 0;
    for (std::size_t i = at_end ? index + 1 : 0; i < (at_end ? placed.size() : index); ++i)
        turn += !placed[i].part && is_at_end(parts, placed, i) == at_end ? 1 : 0;
    return turn;
}

// The city that the fill page leads up to; none where it faces the page of another one, whose map it would seem to be.
const content::City* city_for(const std::vector<Part>& parts, const std::vector<Placement>& placed, std::size_t index,
                              bool recto) {
    const auto city_at = [&](std::size_t i) {
        return i < placed.size() && placed[i].part ? parts[*placed[i].part].subject.city : nullptr;
    };
    const auto* next = city_at(index + 1);
    const auto* facing = recto && index > 0 ? city_at(index - 1) : nullptr;
    return facing && facing != next ? nullptr : next;
}

const design::Master& blank() {
    static const design::Master master = [] {
        design::Master none;
        none.folio = false;
        return none;
    }();
    return master;
}

}  // namespace

Part fill_part(const Plan& plan, const std::vector<Part>& parts, const std::vector<Placement>& placed,
               std::size_t index, bool recto) {
    static const design::SectionRule no_rule;
    Part part;
    part.rule = &no_rule;
    part.subject.kind = "fill";
    part.subject.partners = false;
    part.subject.city = city_for(parts, placed, index, recto);
    part.workshop = std::make_unique<Workshop>(plan.design, plan.fonts);
    Candidate& candidate = part.candidates.emplace_back();
    candidate.master = &blank();
    const bool at_end = is_at_end(parts, placed, index);
    const auto& masters = at_end && !plan.design.fill_end.empty() ? plan.design.fill_end : plan.design.fill;
    if (masters.empty()) return part;
    part.fields = bind(plan.sources, part.subject, 0, 0);
    for (std::size_t i = std::min(turn_of(parts, placed, index, at_end), masters.size() - 1); i < masters.size(); ++i) {
        candidate.master = &plan.design.masters.at(masters[i]);
        if (set_candidate(plan, part, candidate, recto, {}, false).front().faults.empty()) break;
    }
    return part;
}

}  // namespace brochure::layout
