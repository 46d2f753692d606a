#include "layout/part.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "layout/choices.hpp"
#include "layout/scope.hpp"
#include "layout/visit_binding.hpp"

namespace brochure::layout {
namespace {

constexpr std::size_t most_continuations =
    2000;  // 2,000 partners in large print take 500; a file pasted as a text ends in an error

std::string two_decimals(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", value);
    return text;
}

// The sum, and what it is the sum of.
std::string explained(const std::vector<std::pair<std::string, double>>& costs) {
    double sum = 0;
    std::vector<std::pair<std::string, double>> by_name;
    for (const auto& [name, cost] : costs) {
        sum += cost;
        const auto same =
            std::find_if(by_name.begin(), by_name.end(), [&name = name](const auto& one) { return one.first == name; });
        if (same == by_name.end())
            by_name.emplace_back(name, cost);
        else
            same->second += cost;
    }
    std::string parts;
    for (const auto& [name, cost] : by_name) {
        if (cost > 0.005) parts += (parts.empty() ? "" : ", ") + name + " " + two_decimals(cost);
    }
    return two_decimals(sum) + (parts.empty() ? "" : " (" + parts + ")");
}

// The master that takes what `master` leaves over; null: there is none.
const design::Master* continuation_of(const Plan& plan, const Part& part, const design::Master& master) {
    const std::string& name = master.continues.empty() ? part.rule->continues : master.continues;
    return name.empty() || name == "none" ? nullptr : &plan.design.masters.at(name);
}

struct Tried {
    std::vector<std::pair<std::string, double>> costs;
    Candidate candidate;
    std::vector<Draft> drafts;
    std::vector<std::string> faults;
    std::optional<double> few_ppi;
    bool other_count = false;
    std::size_t too_low = 0;  // of the faults
    std::size_t left_over = 0;
    const design::Frame* overset = nullptr;
    Progress rest;
};

std::string why_not(const Tried& tried) {
    std::string why;
    for (const auto& fault : tried.faults) why += (why.empty() ? "" : "; ") + fault;
    if (tried.left_over > 0)
        why += (why.empty() ? "" : "; ") + std::to_string(tried.left_over) +
               (tried.left_over == 1 ? " line of text does not fit" : " lines of text do not fit");
    return why;
}

// What the author wants for a city's own pages; null: nothing.
const Located<std::string>* named_layout(const Plan& plan, const Part& part) {
    if (part.subject.kind != "city" || !part.subject.city) return nullptr;
    return layout_for(*part.subject.city, plan.sources.job.publication);
}

class Trial {
public:
    Trial(const Plan& plan, Part& part) : plan_{plan}, part_{part} {}

    // Variants in the order of preference; the first group with one that can stand is taken.
    void run() {
        const auto& rule = *part_.rule;
        if (const auto* named = named_variant()) return only(*named);
        auto first = rule.variants, second = rule.otherwise;
        if (single() && !second.empty()) {
            std::swap(first, second);
            second.clear();
        }
        for (const auto* group : {&first, &second})
            if (take(*group, false)) return;
        if (!goes_on(first) && !goes_on(second)) return report();
        part_.explained += "  and going on over further pages:\n";
        for (const auto* group : {&second, &first})
            if (take(*group, true)) return;
        report();
    }

private:
    const design::Master* named_variant() {
        const auto* name = named_layout(plan_, part_);
        if (!name || single()) return nullptr;
        const std::string* variant = layout_named(*part_.rule, name->value);
        if (!variant || plan_.kinds.at("city") > section_limit(*variant)) return nullptr;
        forced_ = true;
        return &plan_.design.masters.at(*variant);
    }

    bool single() const { return plan_.single.contains(part_.subject.kind); }

    std::size_t section_limit(const std::string& variant) const {
        const auto& range = plan_.design.masters.at(variant).range;
        const auto most = range.find("section-count-max");
        return most == range.end() ? static_cast<std::size_t>(-1) : static_cast<std::size_t>(most->second);
    }

    void only(const design::Master& master) {
        Tried tried = attempt(master, false);
        explain(tried);
        part_.explained += "  (no other: the city's file or the publication names this layout)\n";
        if ((tried.faults.empty() || is_only_too_long(tried)) && tried.left_over == 0) return accept(tried);
        const auto& name = *named_layout(plan_, part_);
        if (tried.faults.empty()) {
            overset(tried, " in the layout '" + name.value + "'", ", or take out the line that names the layout");
            return;
        }
        part_.found.error(name.where, "layout-impossible",
                          "the layout '" + name.value + "' is not possible here: " + why_not(tried),
                          "take the line out: the best-fitting layout is then chosen");
    }

    // Set as it is: the finished page is then seen to have a text that does not fit, and that is told where it stands.
    static bool is_only_too_long(const Tried& tried) {
        return tried.too_low > 0 && tried.faults.size() == tried.too_low && tried.left_over == 0;
    }

    bool take(const std::vector<std::string>& variants, bool continued) {
        bool any = false;
        for (const auto& name : variants) {
            Tried tried = attempt(plan_.design.masters.at(name), continued);
            explain(tried);
            if (tried.faults.empty() && tried.left_over == 0) {
                accept(tried);
                any = true;
            } else {
                part_.refused.push_back({tried.candidate.master, why_not(tried), tried.faults.size(), tried.left_over,
                                         tried.other_count, tried.few_ppi});
                failed_.push_back(std::move(tried));
            }
        }
        return any;
    }

    Tried attempt(const design::Master& master, bool continued) {
        Tried tried;
        tried.candidate.master = &master;
        Setting setting = setting_of(plan_, part_, tried.candidate, master.recto.value_or(!master.spread));
        setting.forced = forced_;
        Draft draft = set_master(setting, false);
        tried.faults = draft.faults;
        tried.few_ppi = draft.few_ppi;
        tried.other_count = draft.other_count;
        tried.too_low = draft.too_low;
        tried.candidate.cost = draft.cost();
        tried.costs = draft.costs;
        tried.left_over = draft.left_over;
        tried.overset = draft.overset;
        tried.rest = draft.rest;
        tried.candidate.pages = draft.pages.size();
        // A spread goes on only where the design says so: a city's text is better set on single pages.
        if (continued && tried.left_over > 0 && tried.faults.empty() && (!master.spread || !master.continues.empty())) {
            const auto drafts = set_candidate(plan_, part_, tried.candidate, true, {}, false);
            tried.left_over = drafts.back().left_over;
            tried.rest = drafts.back().rest;
            for (std::size_t i = 1; i < drafts.size(); ++i)
                tried.faults.insert(tried.faults.end(), drafts[i].faults.begin(), drafts[i].faults.end());
            tried.candidate.pages = page_count(drafts);
            tried.costs.emplace_back("continuation", 5.0 * static_cast<double>(drafts.size() - 1));
            tried.candidate.cost += tried.costs.back().second;
        }
        return tried;
    }

    static std::size_t page_count(const std::vector<Draft>& drafts) {
        std::size_t pages = 0;
        for (const auto& draft : drafts) pages += draft.pages.size();
        return pages;
    }

    bool goes_on(const std::vector<std::string>& variants) const {
        return std::any_of(variants.begin(), variants.end(), [&](const auto& name) {
            return continuation_of(plan_, part_, plan_.design.masters.at(name)) != nullptr;
        });
    }

    void accept(const Tried& tried) {
        part_.candidates.push_back(tried.candidate);
        if (!tried.candidate.master->mirror) return;
        part_.candidates.push_back(tried.candidate);
        part_.candidates.back().flipped = true;
    }

    void explain(const Tried& tried) {
        part_.explained += "  " + tried.candidate.master->name + ": cost " + explained(tried.costs);
        if (tried.left_over)
            part_.explained +=
                ", " + std::to_string(tried.left_over) + (tried.left_over == 1 ? " line" : " lines") + " left over";
        for (const auto& fault : tried.faults) part_.explained += ", no: " + fault;
        part_.explained += "\n";
    }

    void report() {
        if (failed_.empty() || part_.found.has_errors()) return;
        const auto best = std::min_element(failed_.begin(), failed_.end(), [](const Tried& a, const Tried& b) {
            return std::pair{a.faults.size(), a.left_over} < std::pair{b.faults.size(), b.left_over};
        });
        if (is_only_too_long(*best)) return accept(*best);
        SourcePosition where = part_.subject.city ? part_.subject.city->where : part_.subject.where;
        if (!best->faults.empty()) {
            part_.found.error(where, "no-layout",
                              "no layout of the design suits '" + part_.subject.kind + "': " + best->faults.front());
            return;
        }
        overset(*best, "", "");
    }

    // Keeps the variant, so that the page number can be told.
    void overset(const Tried& tried, const std::string& layout, const std::string& way_out) {
        Overset over;
        over.where = where_it_stopped(tried);
        over.what = block_of(over.where, tried) + layout;
        over.lines = tried.left_over;
        over.hint =
            "shorten it by about " + std::to_string(over.lines) + (over.lines == 1 ? " line" : " lines") + way_out;
        const bool second = tried.overset && tried.candidate.master->spread && tried.overset->on == design::On::second;
        over.page =
            std::max<std::size_t>(second ? 2 : 1, tried.candidate.pages - (tried.candidate.master->spread ? 1 : 0)) - 1;
        part_.overset = std::move(over);
        part_.candidates.push_back(tried.candidate);
    }

    // What the author calls the block that found no room. A handout shows texts of the organisation too.
    std::string block_of(SourcePosition where, const Tried& tried) const {
        const auto& organisation = plan_.sources.content.organisation;
        if (tried.overset && tried.overset->source.starts_with("mission.")) return "the mission";
        if (tried.overset && tried.overset->source == "phrases") return "the list of phrases";
        if (tried.overset && tried.overset->source.starts_with("cities") &&
            tried.overset->kind == design::FrameKind::table)
            return "the list of partners";
        const auto holds = [&](const std::optional<content::Section>& section) {
            return section && std::any_of(section->text.versions.begin(), section->text.versions.end(),
                                          [&](const auto& version) { return version.value.where == where; });
        };
        if (holds(organisation.about)) return "the text of about";
        if (holds(organisation.mission)) return "the mission";
        for (const auto& city : plan_.sources.content.cities)
            for (const auto* text : {&city.text, &city.shorter})
                for (const auto& version : text->versions)
                    if (version.value.where == where) return "the text of " + city.slug;
        return "the text of " + (part_.subject.city ? part_.subject.city->slug : part_.subject.kind);
    }

    // The text, or the item of a list, that found no room.
    SourcePosition where_it_stopped(const Tried& tried) const {
        if (tried.overset) {
            const std::string& source = tried.overset->source;
            if (const auto* words = part_.fields.find_as<Words>(source)) return words->text->where;
            const auto rest = tried.rest.find(source);
            if (rest != tried.rest.end() && rest->second.where) return *rest->second.where;
            const std::size_t item = rest == tried.rest.end() ? 0 : rest->second.next.piece;
            if (const auto* list = part_.fields.find_as<ListField>(source); list && item < list->items.size())
                return list->items[item].text->where;
            if (const auto* table = part_.fields.find_as<TableField>(source); table && item < table->rows.size())
                for (const auto& cell : table->rows[item])
                    if (cell.text) return cell.text->where;
        }
        return part_.subject.city ? part_.subject.city->where : part_.subject.where;
    }

    const Plan& plan_;
    Part& part_;
    bool forced_ = false;
    std::vector<Tried> failed_;
};

}  // namespace

Setting setting_of(const Plan& plan, Part& part, const Candidate& candidate, bool recto) {
    const auto& job = plan.of(part.subject).job;
    const bool right_to_left = text::is_right_to_left(job.lang);
    const auto second = part.subject.person ? second_language(plan.of(part.subject), *part.subject.person)
                                            : job.publication->second_lang;
    const bool turned = !second.empty() && text::is_right_to_left(second) != right_to_left;
    Setting setting{.design = plan.design,
                    .format = plan.format,
                    .master = *candidate.master,
                    .fields = part.fields,
                    .workshop = *part.workshop,
                    // Of a spread that is read from right to left the first page lies at the right.
                    .recto = recto != (right_to_left && candidate.master->spread),
                    .flipped = candidate.flipped != (right_to_left && candidate.master->spread),
                    .screen_only = plan.sources.job.screen_only,
                    .right_to_left = right_to_left,
                    .turned_lang = turned ? second : std::string{},
                    .progress = {},
                    .unusable = {},
                    .level = {}};
    if (const auto kind = plan.kinds.find(part.subject.kind); kind != plan.kinds.end())
        setting.same_kind = kind->second;
    setting.forced = named_layout(plan, part) != nullptr;
    return setting;
}

void try_variants(const Plan& plan, Part& part) {
    part.candidates.clear();
    part.refused.clear();
    part.overset.reset();
    part.explained.clear();
    Trial{plan, part}.run();
}

namespace {

// What the page before left over and this master has no frame for stays left over: nothing is lost in silence.
void carry_over(const Draft& before, Draft& after, const design::Master& master) {
    for (const auto& [source, rest] : before.rest) {
        const auto shown =
            std::any_of(master.frames.begin(), master.frames.end(),
                        [&, &name = source](const design::Frame& frame) { return name_of_rest(frame) == name; });
        if (shown) continue;
        after.rest[source] = rest;
        after.left_over += rest.lines;
        after.overset = before.overset;
    }
}

}  // namespace

std::vector<Draft> set_candidate(const Plan& plan, Part& part, const Candidate& candidate, bool recto,
                                 const Level& level, bool draw) {
    std::vector<Draft> drafts;
    Setting setting = setting_of(plan, part, candidate, recto);
    setting.level = level;
    drafts.push_back(set_master(setting, draw));
    Candidate continuation;
    continuation.master = continuation_of(plan, part, *candidate.master);
    if (!continuation.master) return drafts;
    while (drafts.back().left_over > 0 && drafts.size() < most_continuations) {
        const bool side = (drafts.size() + drafts.front().pages.size() - 1) % 2 == 0 ? recto : !recto;
        Setting more = setting_of(plan, part, continuation, side);
        more.forced = false;
        more.continued = true;
        more.progress = drafts.back().rest;
        Draft next = set_master(more, draw);
        carry_over(drafts.back(), next, *continuation.master);
        if (next.left_over >= drafts.back().left_over) break;  // no progress: one line is higher than the page
        drafts.push_back(std::move(next));
    }
    return drafts;
}

}  // namespace brochure::layout
