#include <set>

#include "base/file.hpp"
#include "cli/composed.hpp"
#include "content/visit_calendar.hpp"

namespace brochure::cli {

// It is told beside the first file that was made of the visit. One that would come out as it is stays untouched.
void PressLine::write_calendars(const std::vector<Composed>& composed, Outcome& outcome) const {
    const content::Content& content = outcome.project->content;
    std::set<std::string> written;
    for (const Composed& one : composed) {
        const content::Publication& publication = *one.job.job.publication;
        if (publication.visit.empty() || !written.insert(publication.visit).second) continue;
        const auto made = std::find_if(outcome.made.begin(), outcome.made.end(),
                                       [&](const Made& each) { return each.publication == publication.name.value; });
        for (const auto& visit : content.visits) {
            if (visit.slug != publication.visit) continue;
            const std::string calendar = content::calendar_of(content, visit, one.job.job.date);
            const std::filesystem::path file = out_ / (publication.group + ".ics");
            if (calendar.empty()) continue;
            FileFault absent;
            const auto before = read_file(file, absent);
            const bool there = before && *before == calendar;
            if (!there && !write_file(file, calendar, outcome.found)) continue;
            if (made != outcome.made.end()) made->with.push_back(file);
        }
    }
}

}  // namespace brochure::cli
