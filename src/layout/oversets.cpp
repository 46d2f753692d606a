#include "layout/oversets.hpp"

#include "design/design.hpp"
#include "text/paragraph.hpp"

namespace brochure::layout {
namespace {

// " on page 7" (the last one, where a part is placed more than once), or nothing.
std::string page_of(const Overset& text, std::size_t part, const Plan& plan, const std::vector<Placement>& placed) {
    std::string page;
    for (const Placement& placement : placed) {
        if (placement.part != part) continue;
        const bool turned = placement.candidate.master->spread && text::is_right_to_left(plan.sources.job.lang);
        page = " on page " + std::to_string(placement.page + (turned ? 1 - text.page : text.page) + 1);
    }
    return page;
}

}  // namespace

void tell_oversets(const Plan& plan, const std::vector<Part>& parts, const std::vector<Placement>& placed,
                   Diagnostics& found) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!parts[i].overset) continue;
        const Overset& text = *parts[i].overset;
        found.error(text.where, "overset",
                    text.what + " does not fit" + page_of(text, i, plan, placed) + " of " +
                        plan.sources.job.publication->name.value + ": " + std::to_string(text.lines) +
                        (text.lines == 1 ? " line is" : " lines are") + " left over",
                    text.hint);
    }
}

}  // namespace brochure::layout
