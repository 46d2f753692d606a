#include "layout/page_count.hpp"

#include "design/design.hpp"

namespace brochure::layout {
namespace {

// Saddle stitching suits "documents of up to 64-80 pages" (qualitydigipress.com, saddle_stitch.html; others say 60 to
// 72).
constexpr std::size_t most_stapled_pages = 80;

}  // namespace

std::optional<Located<int>> wanted_pages(const Job& job) {
    return job.format ? std::nullopt : job.publication->pages;
}

std::size_t pages_of(const std::vector<Placement>& placed) {
    if (placed.empty()) return 0;
    const Placement& last = placed.back();
    return last.page + (last.part ? last.candidate.pages : 1);
}

std::string layout_of(const std::string& kind, const std::vector<Part>& parts, const std::vector<Placement>& placed) {
    for (const Placement& one : placed)
        if (one.part && parts[*one.part].subject.kind == kind) return one.candidate.master->name;
    return {};
}

void check_page_count(const Plan& plan, const std::vector<Part>& parts, const std::vector<Placement>& placed,
                      const std::vector<Traded>& traded, bool saddle, Diagnostics& found) {
    const std::size_t pages = pages_of(placed);
    if (const auto wanted = wanted_pages(plan.sources.job)) {
        const std::string number = std::to_string(wanted->value);
        if (pages != static_cast<std::size_t>(wanted->value))
            found.warning(wanted->where, "page-count",
                          "the publication comes to " + std::to_string(pages) + " pages, not " + number,
                          "change `pages:` or the content",
                          Measured{0, {}, static_cast<double>(pages), static_cast<double>(wanted->value), "pages"});
        for (const Traded& each : traded) {
            if (each.layout.empty()) continue;
            const std::string now = layout_of(each.kind, parts, placed);
            if (now != each.layout)
                found.warning(wanted->where, "given-up-for-pages",
                              "to come to " + number + " pages the section '" + each.kind + "' has the layout " + now +
                                  " instead of " + each.layout,
                              "allow four pages more, or leave `pages:` out, to have that again");
        }
    }
    if (saddle && !plan.sources.job.screen_only && pages > most_stapled_pages)
        found.warning(plan.sources.job.publication->where, "too-thick",
                      std::to_string(pages) + " pages are too many to be stapled: most printers end at " +
                          std::to_string(most_stapled_pages) + ", and thicker booklets do not lie flat",
                      "ask the printer for another binding and write `binding: none`, or print fewer pages",
                      Measured{0, {}, static_cast<double>(pages), static_cast<double>(most_stapled_pages), "pages"});
}

}  // namespace brochure::layout
