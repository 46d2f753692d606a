#include "layout/fill_pages.hpp"

#include <algorithm>

namespace brochure::layout {
namespace {

constexpr std::size_t near_pages = 4;  // a picture seen again within so many pages is seen "at once"

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

// The section whose photo stands farthest from this page, of those with so many pages between; none where all are
// nearer.
const Part* far_picture(const std::vector<Part>& parts, const std::vector<Placement>& placed, std::size_t index,
                        std::size_t pages_between) {
    const Part* farthest = nullptr;
    std::size_t most = pages_between - 1;
    for (const auto& other : placed) {
        if (!other.part) continue;
        const Part& part = parts[*other.part];
        if (part.subject.city ? !part.subject.city->photo : part.subject.kind != "cover") continue;
        const std::size_t first = other.page, last = first + other.candidate.pages - 1, here = placed[index].page;
        const std::size_t between = last < here ? here - last : first - here;
        if (between <= most) continue;
        most = between;
        farthest = &part;
    }
    return farthest;
}

// None where the cover's is farther off than any city's: everybody has seen that one, and its credit is not here.
void add_far_photo(const Plan& plan, const Part* from, const std::string& source, Fields& fields) {
    if (!from || !from->subject.city) return;
    const Fields theirs = bind(plan.sources, from->subject, 0, 0);
    if (const auto* photo = theirs.find_as<PhotoField>("photo")) fields.set(source, *photo);
}

// Whether no section follows but the back.
bool is_at_end(const std::vector<Part>& parts, const std::vector<Placement>& placed, std::size_t index) {
    return std::none_of(placed.begin() + static_cast<std::ptrdiff_t>(index), placed.end(), [&](const Placement& other) {
        return other.part && parts[*other.part].subject.kind != "back";
    });
}

const design::Master& blank() {
    static const design::Master master = [] {
        design::Master none;
        none.folio = false;
        return none;
    }();
    return master;
}

/// Chooses the masters of all fill pages, one after another.
class Filling {
public:
    Filling(const Plan& plan, const std::vector<Part>& parts, std::vector<Placement>& placed, bool facing)
        : plan_{plan}, parts_{parts}, placed_{placed}, facing_{facing} {
        pages_ = placed.empty() ? 0 : placed.back().page + (placed.back().part ? placed.back().candidate.pages : 1);
    }

    void choose_all() {
        for (std::size_t i = 0; i < placed_.size(); ++i)
            if (!placed_[i].part) placed_[i].candidate.master = choose(i);
    }

private:
    // What was not seen before, else what was not seen just now, else anything that can stand.
    const design::Master* choose(std::size_t index) {
        const bool inside_back = placed_[index].page + 2 == pages_;
        const auto& names = inside_back && !plan_.design.fill_end.empty() ? plan_.design.fill_end : plan_.design.fill;
        placed_[index].candidate.master = &blank();
        Part part = fill_part(plan_, parts_, placed_, index, !facing_ || placed_[index].page % 2 == 0);
        std::vector<const design::Master*> possible;
        for (const auto& name : names)
            if (const auto& master = plan_.design.masters.at(name); can_stand(part, master, index))
                possible.push_back(&master);
        for (const bool new_one : {true, false})
            for (const auto* master : possible)
                if (!is_near_its_like(*master, index) && !(new_one && is_used(*master, index))) return master;
        return possible.empty() ? &blank() : possible.front();
    }

    bool can_stand(Part& part, const design::Master& master, std::size_t index) const {
        Candidate candidate;
        candidate.master = &master;
        const bool recto = !facing_ || placed_[index].page % 2 == 0;
        const Draft draft = set_candidate(plan_, part, candidate, recto, {}, false).front();
        return draft.faults.empty() &&
               draft.found.all().empty();  // nothing that is shown for want of something else is blurred
    }

    // The pages of two cities differ, whatever master both are set in.
    bool is_used(const design::Master& master, std::size_t index) const {
        for (std::size_t i = 0; i < index; ++i)
            if (!placed_[i].part && placed_[i].candidate.master == &master && city_of(i) == city_of(index)) return true;
        return false;
    }
    const content::City* city_of(std::size_t index) const {
        return city_for(parts_, placed_, index, !facing_ || placed_[index].page % 2 == 0);
    }

    bool is_near_its_like(const design::Master& master, std::size_t index) const {
        return std::any_of(placed_.begin(), placed_.end(), [&](const Placement& other) {
            const std::size_t a = other.page, b = placed_[index].page;
            return other.part && (a < b ? b - a : a - b) < near_pages &&
                   std::find(master.apart.begin(), master.apart.end(), other.candidate.master->name) !=
                       master.apart.end();
        });
    }

    const Plan& plan_;
    const std::vector<Part>& parts_;
    std::vector<Placement>& placed_;
    bool facing_;
    std::size_t pages_ = 0;
};

}  // namespace

void choose_fill_pages(const Plan& plan, const std::vector<Part>& parts, std::vector<Placement>& placed, bool facing) {
    Filling{plan, parts, placed, facing}.choose_all();
}

design::SectionRule fill_rule(const design::Design& design) {
    design::SectionRule rule;
    rule.variants = design.fill;
    rule.variants.insert(rule.variants.end(), design.fill_end.begin(), design.fill_end.end());
    return rule;
}

Part fill_part(const Plan& plan, const std::vector<Part>& parts, const std::vector<Placement>& placed,
               std::size_t index, bool recto) {
    static const design::SectionRule no_rule;
    Part part;
    part.rule = &no_rule;
    part.subject.kind = "fill";
    part.subject.partners = true;
    part.subject.city = city_for(parts, placed, index, recto);
    part.subject.shown = &plan.shown.at("fill");
    part.workshop = std::make_unique<Workshop>(plan.design, plan.fonts);
    part.fields = bind(plan.sources, part.subject, 0, 0);
    constexpr std::size_t far_pages = 6, first_pages = 4;
    add_far_photo(plan, far_picture(parts, placed, index, far_pages), "fill.photo", part.fields);
    add_far_photo(plan, far_picture(parts, placed, index, near_pages - 1), "fill.photo.near", part.fields);
    if (is_at_end(parts, placed, index))
        part.fields.set("fill.end", Present{});
    else if (placed[index].page < first_pages)
        part.fields.set("fill.early", Present{});
    for (const auto& other : placed)
        if (other.part && other.candidate.master) part.fields.set("chosen." + other.candidate.master->name, Present{});
    part.candidates.push_back(placed[index].candidate);
    return part;
}

}  // namespace brochure::layout
