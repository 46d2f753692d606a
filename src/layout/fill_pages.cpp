#include "layout/fill_pages.hpp"

#include <algorithm>
#include <set>

namespace brochure::layout {
namespace {

constexpr std::size_t near_pages = 4;  // what is seen again within so many pages is seen "at once"

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

// The photo that a source is of in a section; null: it is none of them.
const content::Photo* photo_of(const Plan& plan, const Subject& subject, const std::string& source) {
    const auto& content = plan.sources.content;
    const auto the = [](const std::optional<content::Photo>& photo) { return photo ? &*photo : nullptr; };
    if (source == "cover") return the(content.organisation.cover);
    if (source == "photo") return subject.city ? the(subject.city->photo) : nullptr;
    for (std::size_t i = 0; i < content.cities.size(); ++i)
        if (source == "cities." + std::to_string(i + 1) + ".photo") return the(content.cities[i].photo);
    return nullptr;
}

// The files of all pictures in the publication's sections.
std::set<std::string> pictures_shown(const Plan& plan, const std::vector<Part>& parts,
                                     const std::vector<Placement>& placed) {
    std::set<std::string> files;
    for (const auto& one : placed)
        if (one.part && one.candidate.master)
            for (const auto& frame : one.candidate.master->frames)
                if (frame.kind == design::FrameKind::picture)
                    if (const auto* photo = photo_of(plan, parts[*one.part].subject, frame.source))
                        files.insert(photo->file.value);
    return files;
}

bool shows_photo(const design::Master* master) {
    return master && std::any_of(master->frames.begin(), master->frames.end(), [](const design::Frame& frame) {
               return frame.kind == design::FrameKind::picture && frame.source == "fill.photo";
           });
}

// The first partner whose photo stands nowhere else in the publication, nor on a fill page before.
void add_unseen_photo(const Plan& plan, const std::vector<Part>& parts, const std::vector<Placement>& placed,
                      std::size_t index, Fields& fields) {
    if (!plan.shown.at("fill").contains("fill.photo")) return;
    auto seen = pictures_shown(plan, parts, placed);
    auto before = std::count_if(placed.begin(), placed.begin() + static_cast<std::ptrdiff_t>(index),
                                [](const auto& one) { return !one.part && shows_photo(one.candidate.master); });
    for (const auto& city : plan.sources.content.cities)
        if (city.photo && seen.insert(city.photo->file.value).second && before-- == 0)
            return fields.adopt("fill.", bind_city(plan.sources, city, 0, 0));
}

// Whether no section follows but the back.
bool is_at_end(const std::vector<Part>& parts, const std::vector<Placement>& placed, std::size_t index) {
    return std::none_of(placed.begin() + static_cast<std::ptrdiff_t>(index), placed.end(), [&](const Placement& other) {
        return other.part && parts[*other.part].subject.kind != "back";
    });
}

Subject fill_subject(const Plan& plan) {
    Subject subject;
    subject.kind = "fill";
    subject.partners = true;
    subject.shown = &plan.shown.at("fill");
    return subject;
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

    // The page inside the back cover has the first choice: what it takes is not wanted beside it.
    void choose_all() {
        if (std::all_of(placed_.begin(), placed_.end(), [](const Placement& one) { return one.part.has_value(); }))
            return;
        bind_fields();
        for (const bool inside_back : {true, false})
            for (std::size_t i = 0; i < placed_.size(); ++i)
                if (!placed_[i].part && is_inside_back(i) == inside_back) placed_[i].candidate.master = choose(i);
    }

private:
    void bind_fields() {
        Subject subject = fill_subject(plan_);
        common_fields_ = bind(plan_.sources, subject, 0, 0);
        if (!plan_.sources.content.cities.empty()) {
            subject.city = &plan_.sources.content.cities.front();
            city_fields_ = bind(plan_.sources, subject, 0, 0);
        }
    }
    bool is_inside_back(std::size_t index) const { return placed_[index].page + 2 == pages_; }

    // What was not seen before, else what was not seen just now, else anything that can stand.
    const design::Master* choose(std::size_t index) {
        const auto& names =
            is_inside_back(index) && !plan_.design.fill_end.empty() ? plan_.design.fill_end : plan_.design.fill;
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

    // The pages of two cities differ, where the master shows them.
    bool is_used(const design::Master& master, std::size_t index) const {
        for (std::size_t i = 0; i < placed_.size(); ++i)
            if (i != index && !placed_[i].part && placed_[i].candidate.master == &master &&
                (city_of(i) == city_of(index) || !shows_city(master)))
                return true;
        return false;
    }
    // Whether it shows what only the fields of a city have.
    bool shows_city(const design::Master& master) const {
        const auto& frames = master.frames;
        return std::any_of(frames.begin(), frames.end(), [&](const design::Frame& frame) {
            return city_fields_.find(frame.source) && !common_fields_.find(frame.source);
        });
    }
    const content::City* city_of(std::size_t index) const {
        return city_for(parts_, placed_, index, !facing_ || placed_[index].page % 2 == 0);
    }

    bool is_near_its_like(const design::Master& master, std::size_t index) const {
        return std::any_of(placed_.begin(), placed_.end(), [&](const Placement& other) {
            const std::size_t a = other.page, b = placed_[index].page;
            return a != b && other.candidate.master && (a < b ? b - a : a - b) < near_pages &&
                   std::find(master.apart.begin(), master.apart.end(), other.candidate.master->name) !=
                       master.apart.end();
        });
    }

    const Plan& plan_;
    const std::vector<Part>& parts_;
    std::vector<Placement>& placed_;
    bool facing_;
    std::size_t pages_ = 0;
    Fields common_fields_, city_fields_;  // of a page without a city, and of one with one
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
    part.subject = fill_subject(plan);
    part.subject.city = city_for(parts, placed, index, recto);
    part.workshop = std::make_unique<Workshop>(plan.design, plan.fonts);
    part.fields = bind(plan.sources, part.subject, 0, 0);
    constexpr std::size_t first_pages = 4;
    add_unseen_photo(plan, parts, placed, index, part.fields);
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
