// What a run that can make nothing leaves: a report for each publication, which says why.
#include <set>
#include <system_error>

#include "base/file.hpp"
#include "cli/composed.hpp"
#include "cli/earlier_reports.hpp"
#include "cli/preflight_file.hpp"

namespace brochure::cli {
namespace fs = std::filesystem;
namespace {

/// A report of files that are not made.
struct Refused {
    const content::City* city = nullptr;
    std::vector<Made> files;
};

// A city's handout is told of the faults of what it shows, and not of those of a thousand other cities; when there are
// none, of one of theirs, for it is not made either.
class Findings {
public:
    Findings(const content::Content& content, const Diagnostics& found) : found_{found} {
        for (const auto& city : content.cities) cities_.insert(city.where.file);
    }
    Diagnostics of(const content::City* city) const {
        if (!city) return Diagnostics{found_};
        Diagnostics mine;
        const Diagnostic* other = nullptr;
        for (const Diagnostic& each : found_.all()) {
            if (each.where.file == city->where.file || !cities_.contains(each.where.file))
                mine.add(each);
            else if (!other && each.severity == Severity::error)
                other = &each;
        }
        if (other && !mine.has_errors()) mine.add(*other);
        return mine;
    }

private:
    const Diagnostics& found_;
    std::set<FileId> cities_;
};

}  // namespace

void PressLine::refuse(const Plan& plan, const Plan& made, const Extent& extent, Outcome& outcome) {
    std::map<fs::path, Refused> all;
    if (extent.write)
        for (auto& [report, files] : earlier_reports(out_, options_)) all[report].files = std::move(files);
    std::set<fs::path> planned;
    for (const PlannedJob& job : plan.jobs)
        for (const Output& output : job.outputs) {
            const fs::path report = out_ / (job.files + "-preflight.json");
            Refused& refused = all[report];
            if (planned.insert(report).second) refused = {job.job.city, {}};
            refused.files.push_back({.publication = job.job.publication->name.value,
                                     .city = job.job.city ? job.job.city->slug : "",
                                     .lang = job.job.lang,
                                     .edition = output.edition_name,
                                     .file = out_ / output.file,
                                     .instruction = {}});
        }
    for (const PlannedJob& job : made.jobs) all.erase(out_ / (job.files + "-preflight.json"));
    Diagnostics fault;
    const bool writes = extent.write && !all.empty() && make_folder(fault);
    const Findings findings{outcome.project->content, outcome.found};
    for (const auto& [report, refused] : all) {
        const Diagnostics found = findings.of(refused.city);
        std::vector<Inspected> editions;
        for (const Made& file : refused.files) editions.push_back({&file, nullptr, found});
        outcome.preflights.push_back(preflight_json(editions, outcome.project->files));
        if (!writes) continue;
        write_file(report, outcome.preflights.back(), fault);
        refused_.insert(report);
    }
    outcome.found.take(std::move(fault));
}

}  // namespace brochure::cli
