#include <algorithm>

#include "base/parallel.hpp"
#include "content/visit_documents.hpp"
#include "content/visit_view.hpp"
#include "layout/alternating.hpp"
#include "layout/assemble.hpp"
#include "layout/choices.hpp"
#include "layout/credits.hpp"
#include "layout/crowding.hpp"
#include "layout/entries.hpp"
#include "layout/facing_pages.hpp"
#include "layout/fill_pages.hpp"
#include "layout/impossible_places.hpp"
#include "layout/layout.hpp"
#include "layout/oversets.hpp"
#include "layout/page_count.hpp"
#include "layout/part.hpp"
#include "layout/sequence.hpp"
#include "layout/sources.hpp"
#include "layout/subjects.hpp"
#include "layout/unseen.hpp"
#include "text/ink.hpp"
#include "text/paragraph.hpp"

namespace brochure::layout {
namespace {

std::pair<int, int> length_rule(const design::Design& design) {
    int all = 240, first = 170;  // DESIGN 4; a design may say otherwise under `flows:`
    if (const auto found = design.flows.find("by-length"); found != design.flows.end()) {
        all = found->second.all_first;
        first = found->second.first_sentences;
    }
    return {all, first};
}

// Pages of a kind in one language have in common what does not depend on the person.
std::string shared_key(const Subject& subject) {
    return subject.kind + (subject.second ? ".2" : "");
}

class Composer {
public:
    Composer(const Sources& sources, const Sources& second, const design::Design& design, const design::Format& format,
             text::Fonts& fonts)
        : plan_{sources, second, design, format, fonts, {}, {}, {}, {}} {
        saddle_ = !sources.job.format && sources.job.publication->binding == "saddle-stitch";
        for (const auto& section : design.sections)
            for (const auto& name : section.second.variants)
                facing_ = facing_ || (design.masters.at(name).spread && saddle_);
    }

    bool prepare(const std::vector<Subject>& subjects, Diagnostics& found) {
        for (const auto& subject : subjects) plan_.kinds[subject.kind] += subject.second ? 0 : 1;
        plan_.shown.emplace("fill", sources_asked_for(plan_.design, fill_rule(plan_.design)));
        if (is_alternating()) take_single_pages();
        for (const auto& subject : subjects) {
            if (!has_content(plan_.sources, subject)) continue;
            Part part;
            part.subject = subject;
            part.rule = &plan_.design.sections.at(subject.kind);
            part.subject.partners = shows_partners(plan_.design, *part.rule);
            part.subject.each_city = shows_each_city(plan_.design, *part.rule);
            const auto [shown, is_new] = plan_.shown.try_emplace(subject.kind);
            if (is_new) shown->second = sources_asked_for(plan_.design, *part.rule);
            part.subject.shown = &shown->second;
            parts_.push_back(std::move(part));
        }
        const auto [all_first, first_sentences] = length_rule(plan_.design);
        for (const auto& part : parts_)
            if (part.subject.person && !plan_.shared.contains(shared_key(part.subject))) {
                Subject everybody = part.subject;
                everybody.person = nullptr;
                plan_.shared.emplace(shared_key(part.subject),
                                     bind(plan_.of(everybody), everybody, all_first, first_sentences));
            }
        parallel_for(parts_.size(), plan_.sources.job.cores,
                     [&, all = all_first, first = first_sentences](std::size_t i) {
                         Part& part = parts_[i];
                         part.fields = part.subject.person ? bind_person(plan_.of(part.subject), part.subject,
                                                                         plan_.shared.at(shared_key(part.subject)))
                                                           : bind(plan_.of(part.subject), part.subject, all, first);
                         part.workshop = std::make_unique<Workshop>(plan_.design, plan_.fonts);
                         try_variants(plan_, part);
                         part.workshop->rest();
                     });
        if (is_alternating()) arrange_alike(parts_);
        return report_parts(found);
    }

    // A publication whose best variants pass its page count takes the single-page ones, first for the sections that
    // there are most of.
    void choose() {
        placed_ = sequence();
        const auto wanted = wanted_pages(plan_.sources.job);
        if (!wanted) return;
        std::vector<std::pair<std::size_t, std::string>> by_number;
        for (const auto& [kind, count] : plan_.kinds)
            if (const auto rule = plan_.design.sections.find(kind);
                rule != plan_.design.sections.end() && !rule->second.otherwise.empty())
                by_number.emplace_back(count, kind);
        std::stable_sort(by_number.begin(), by_number.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        const auto most = static_cast<std::size_t>(wanted->value);
        for (const auto& [count, kind] : by_number) {
            if (pages() <= most) return;
            Traded traded{kind, count == 1 ? layout_of(kind, parts_, placed_) : std::string{}};
            plan_.single.insert(kind);
            retry_all(kind);
            traded_.push_back(std::move(traded));
        }
        if (pages() > most) take_back();
    }

    // What was given up and brings the publication no nearer to its page count is given back.
    void take_back() {
        for (auto traded = traded_.end(); traded != traded_.begin();) {
            --traded;
            const std::size_t before = pages();
            plan_.single.erase(traded->kind);
            retry_all(traded->kind);
            if (pages() <= before) {
                traded = traded_.erase(traded);
                continue;
            }
            plan_.single.insert(traded->kind);
            retry_all(traded->kind);
        }
    }

    // Pages that would stay empty are better used for a list of contents after the cover, where that makes no more of
    // them (DESIGN 2).
    void list_contents() {
        if (!saddle_ || !plan_.design.sections.contains(entries_kind) || fills() == 0 || parts_.empty() ||
            parts_[0].subject.kind != "cover")
            return;
        Part list = entries_part(plan_, parts_, placed_);
        if (list.candidates.empty()) return;
        const std::size_t pages_before = pages(), fills_before = fills();
        auto before = placed_;
        parts_.insert(parts_.begin() + 1, std::move(list));
        placed_ = sequence();
        if (pages() == pages_before && fills() < fills_before) return number_entries(parts_, 1, plan_, placed_);
        parts_.erase(parts_.begin() + 1);
        placed_ = std::move(before);
    }

    void check_page_count(Diagnostics& found) const {
        layout::check_page_count(plan_, parts_, placed_, traded_, saddle_, found);
    }

    bool report_parts(Diagnostics& found) {
        bool good = true;
        for (auto& part : parts_) {
            good = good && !part.found.has_errors() && !part.workshop->found().has_errors();
            found.take(std::move(part.found));
            if (part.workshop->found().has_errors()) found.take(std::move(part.workshop->found()));
        }
        const auto& publication = *plan_.sources.job.publication;
        if (parts_.empty())
            found.error(publication.where, "empty-publication",
                        "'" + publication.name.value + "' has no page: for none of its sections there is any content",
                        "add a section to `sections:`, or what its sections show to the content");
        return good && !parts_.empty();
    }

    // Whether a text does not fit; says on which page. Where a section has no layout at all the pages are not known.
    bool report_oversets(Diagnostics& found) {
        const auto over = [](const Part& part) { return part.overset.has_value(); };
        if (std::none_of(parts_.begin(), parts_.end(), over)) return false;
        const bool known =
            std::none_of(parts_.begin(), parts_.end(), [](const Part& part) { return part.candidates.empty(); });
        if (known && placed_.empty()) placed_ = sequence();
        tell_oversets(plan_, parts_, placed_, found);
        return true;
    }

    page::Publication assemble(Diagnostics& found) {
        if (facing_) level_facing_pages(plan_, parts_, placed_);
        choose_fill_pages(plan_, parts_, placed_, facing_);
        page::Publication publication;
        publication.lang = plan_.sources.job.lang;
        Assembler assembler{plan_, publication, facing_};
        Credits credits;
        parallel_in_order(
            placed_.size(), plan_.sources.job.cores, [&](std::size_t i) { return draw(i); },
            [&](std::size_t, Drawn drawn) {
                found.take(std::move(drawn.found));
                credits.take(drawn.credits);
                for (auto& draft : drawn.drafts) assembler.add(std::move(draft));
            });
        assembler.finish();
        credits.tell(plan_.sources.job.publication->name.value, found);
        return publication;
    }

    std::string explain() const {
        std::string text;
        for (const auto& placement : placed_) {
            text += "page " + std::to_string(placement.page + 1) + ": ";
            if (!placement.part) {
                const auto* master = placement.candidate.master;
                text += "fill page" + (master && !master->name.empty() ? " -> " + master->name : "") + "\n";
                continue;
            }
            const Part& part = parts_[*placement.part];
            text += part.subject.kind + (part.subject.city ? " " + part.subject.city->slug : "") + " -> " +
                    placement.candidate.master->name + (placement.candidate.flipped ? " (mirrored)" : "") + "\n" +
                    part.explained;
        }
        return text;
    }

private:
    bool is_alternating() const { return !plan_.sources.job.second_lang.empty(); }
    // Languages alternate from page to page: what usually takes a spread stands on one.
    void take_single_pages() {
        const auto is_spread = [&](const std::string& name) { return plan_.design.masters.at(name).spread; };
        for (const auto& [kind, rule] : plan_.design.sections)
            if (std::any_of(rule.variants.begin(), rule.variants.end(), is_spread) && !rule.otherwise.empty())
                plan_.single.insert(kind);
    }
    // A candidate that wants another master in the publication goes when that is not chosen, if there is another one.
    std::vector<Placement> sequence() {
        for (;;) {
            auto placed = choose_sequence(parts_, facing_, saddle_, parts_.back().subject.kind == "back");
            const auto lonely = std::find_if(placed.begin(), placed.end(), [&](const Placement& one) {
                return one.part && parts_[*one.part].candidates.size() > 1 && is_lonely(*one.candidate.master, placed);
            });
            if (lonely == placed.end()) return placed;
            std::erase_if(parts_[*lonely->part].candidates,
                          [&](const Candidate& one) { return one.master == lonely->candidate.master; });
        }
    }
    static bool is_lonely(const design::Master& master, const std::vector<Placement>& placed) {
        return !master.beside.empty() && std::none_of(placed.begin(), placed.end(), [&](const Placement& other) {
            return other.part && other.candidate.master->name == master.beside;
        });
    }
    std::size_t fills() const {
        return static_cast<std::size_t>(
            std::count_if(placed_.begin(), placed_.end(), [](const Placement& one) { return !one.part; }));
    }
    std::size_t pages() const { return pages_of(placed_); }
    void retry_all(const std::string& kind) {
        parallel_for(parts_.size(), plan_.sources.job.cores, [&](std::size_t i) {
            if (parts_[i].subject.kind == kind) retry(parts_[i]);
        });
        placed_ = sequence();
    }
    void retry(Part& part) {
        const auto kept = part.candidates;
        const auto overset = part.overset;
        try_variants(plan_, part);
        if (part.candidates.empty() || part.overset) {
            part.candidates = kept;
            part.overset = overset;
        }
        part.found = {};
    }

    /// A placement ready to be added, and what is to be said of it.
    struct Drawn {
        std::vector<Draft> drafts;
        Diagnostics found;
        Credits credits;
    };
    Drawn draw(std::size_t index) {
        const Placement& placement = placed_[index];
        const bool recto = is_recto(facing_, placement.page);
        Part fill;
        if (!placement.part) fill = fill_part(plan_, parts_, placed_, index, recto);
        Part& part = placement.part ? parts_[*placement.part] : fill;
        const Candidate& candidate = placement.candidate;
        Drawn drawn;
        drawn.drafts = set_candidate(plan_, part, candidate, recto, placement.level, true);
        std::size_t page = placement.page;
        for (auto& draft : drawn.drafts) {
            if (text::is_right_to_left(plan_.sources.job.lang)) put_right_page_first(draft);
            draft.found.move_pages(static_cast<int>(page));
            drawn.found.take(std::move(draft.found));
            if (part.subject.second) draft.elements.front().lang = plan_.second.job.lang;
            add_folios(plan_, part, draft, page, pages(), facing_);
            page += draft.pages.size();
        }
        drawn.credits.look(part.fields, *candidate.master);
        if (placement.part) warn_of_photo(part, *candidate.master, drawn.found);
        drawn.found.take(std::move(part.workshop->found()));
        // What a section needed to be drawn goes as soon as it is.
        part.workshop.reset();
        part.fields = {};
        return drawn;
    }

    Plan plan_;
    std::vector<Part> parts_;
    std::vector<Placement> placed_;
    std::vector<Traded> traded_;
    bool saddle_ = false, facing_ = false;
};

// What the readers of the publication may see of the visit that it is about.
std::optional<content::Visit> visit_of(const content::Content& content, const Job& job) {
    for (const auto& visit : content.visits)
        if (!job.publication->visit.empty() && visit.slug == job.publication->visit)
            return content::visit_for(visit, content::audience_of(job.publication->document));
    return std::nullopt;
}

}  // namespace

std::optional<page::Publication> compose(const content::Content& content, const design::Design& design, const Job& job,
                                         const Photos& photos, text::Fonts& fonts, Diagnostics& found,
                                         Explained* explained) {
    const auto* format = format_named(design, job.format.value_or(job.publication->format), found);
    if (!format) return std::nullopt;
    const auto visit = visit_of(content, job);
    const Sources sources{content, job, photos, visit ? &*visit : nullptr};
    Job second_job = job;
    if (!job.second_lang.empty()) second_job.lang = job.second_lang;
    const Sources second{content, second_job, photos, sources.visit};
    Diagnostics own;
    const auto subjects = subjects_of(sources, design, own);
    report_impossible_places(design, *format, subjects, own);
    Composer composer{sources, second, design, *format, fonts};
    const bool good = !own.has_errors() && composer.prepare(subjects, own);
    if (good) composer.choose();
    const bool fits = !composer.report_oversets(own) && good;
    std::optional<page::Publication> publication;
    if (fits) {
        composer.list_contents();
        composer.check_page_count(own);
        publication = composer.assemble(own);
    }
    if (explained) explained->text += composer.explain();
    if (publication) {
        describe(*publication, content, design, job);
        cut_unseen_parts(*publication);
        check_crowding(
            *publication, *format, [&](const text::GlyphRun& run) { return text::ink_of(run, fonts).above; }, own);
    }
    if (own.has_errors()) publication.reset();
    found.take(std::move(own));
    return publication;
}

}  // namespace brochure::layout
