// The end of the line: what was composed becomes files, or is looked at as if it did.
#include <map>
#include <set>
#include <system_error>

#include "base/file.hpp"
#include "base/parallel.hpp"
#include "cli/alternatives.hpp"
#include "cli/budget.hpp"
#include "cli/composed.hpp"
#include "cli/dummy.hpp"
#include "cli/fingerprint.hpp"
#include "cli/interrupt.hpp"
#include "cli/preflight_file.hpp"
#include "cli/ticket.hpp"
#include "cli/version.hpp"
#include "prepress/backdrop.hpp"
#include "prepress/claims.hpp"
#include "prepress/office.hpp"

namespace brochure::cli {
namespace fs = std::filesystem;
namespace {

constexpr double least_ppi_in_print = 250, least_ppi_on_screens = 96;  // as layout asks for

// What a design says of the pixels of its photos is its choice, and wins over the printer's.
prepress::PressLimits limits_of(const ReadyPrinter& ready, const PlannedJob& job) {
    const content::Printer& printer = ready.printer;
    return {printer.bleed,
            printer.min_line,
            printer.min_type,
            printer.ink_limit,
            printer.where,
            printer.name,
            job.design->max_ppi ? 0 : printer.ppi,
            least_ppi_in_print};
}

prepress::Binding binding_of(const PlannedJob& job) {
    const std::string& binding = job.job.publication->binding;
    if (binding == "saddle-stitch") return prepress::Binding::stapled;
    if (binding == "cut") return prepress::Binding::cut;
    if (binding == "card") return prepress::Binding::card;
    return binding == "tent" ? prepress::Binding::tent : prepress::Binding::loose;
}

std::vector<std::string> standards_of(const ReadyPrinter* printer, const prepress::Claims& claims) {
    std::vector<std::string> all;
    if (printer && claims.pdf_x)
        all.emplace_back(printer->print.standard == pdf::Print::Standard::x1a ? "PDF/X-1a:2003" : "PDF/X-4");
    if (claims.pdf_ua) all.emplace_back("PDF/UA-1");
    if (claims.pdf_a) all.emplace_back("PDF/A-2a");
    return all;
}

Length safe_of(const PlannedJob& job) {
    const auto format = job.design->formats.find(job.job.format.value_or(job.job.publication->format).value);
    return format == job.design->formats.end() ? Length{} : format->second.safe;
}

// What a file weighs is known once it is written.
void add_size(prepress::Preflight& report, const Made& made, const PlannedJob& job) {
    for (prepress::Rule& rule : report.rules) {
        if (rule.name != "size" || made.bytes == 0) continue;
        rule.measured = static_cast<double>(made.bytes) / 1e6;
        rule.unit = "MB";
        rule.verdict = prepress::Verdict::passed;
        const auto& most = job.job.publication->max_mb;
        if (most && made.edition == "screen") rule.limit = most->value;
    }
}

}  // namespace

/// A file of the plan on its way to the disk.
struct PressLine::Task {
    const Composed* one = nullptr;
    const Output* output = nullptr;
    std::size_t number = 0;      // of the output in its job
    const Made* same = nullptr;  // the file of an earlier task that has the same bytes
    const prepress::Survey* survey = nullptr;
    int cores = 1;
    std::shared_ptr<pdf::SharedParts> shared = {};
    Diagnostics found = {};
    std::string fingerprint = {};
    prepress::LowestContrast contrast = {};  // on the screen or in a printer's inks: what is harder to read
    std::optional<prepress::Preflight> report = {};
};

std::optional<prepress::Sheets> PressLine::sheets_of(Task& task, const ReadyPrinter* printer,
                                                     const Project& project) const {
    const page::Publication& publication = *task.one->publication;
    const PlannedJob& job = task.one->job;
    if (printer) {
        auto sheets = sheets_for(*printer, publication, task.output->file, state_, project, *fonts_);
        prepress::check_boxes(sheets, printer->printer.where, task.found);
        return sheets;
    }
    if (task.output->edition != prepress::Edition::office)
        return prepress::single_pages(publication, task.output->edition);
    if (!copier_) return std::nullopt;  // an error says why
    const SourcePosition where = job.job.publication->where;
    auto sheets = prepress::office_sheets(publication, binding_of(job), copier_for(*job.job.publication, *copier_),
                                          where, task.found);
    if (sheets) prepress::check_margin(*sheets, where, task.found);
    return sheets;
}

std::optional<std::vector<image::Raster>> PressLine::rasters_of(const Task& task) const {
    std::vector<image::Raster> rasters;
    for (const auto& key : task.one->orders[task.number]) {
        const auto& raster = rasters_.at(key);
        if (!raster) return std::nullopt;  // an error says why
        rasters.push_back(*raster);
    }
    return rasters;
}

prepress::Preflight PressLine::inspect(const Task& task, const prepress::Sheets& sheets,
                                       const std::vector<image::Raster>& rasters, const ReadyPrinter* printer,
                                       const prepress::Claims& claims, const Project& project) const {
    const PlannedJob& job = task.one->job;
    prepress::Circumstances about;
    about.rasters = &rasters;
    about.name_of = [this](text::FaceId face) { return fonts_->info(face).postscript_name; };
    about.path_of = [&](const image::Photo& photo) {
        return photo.file.lexically_relative(project.root).generic_string();
    };
    about.contrast = task.contrast;
    about.graphics = task.one->graphics;
    about.safe = safe_of(job);
    about.least_ppi = job.job.screen_only ? least_ppi_on_screens : least_ppi_in_print;
    if (printer) about.press = limits_of(*printer, job);
    about.stapled = binding_of(job) == prepress::Binding::stapled && !job.large_print_of;
    about.standards = standards_of(printer, claims);
    return prepress::preflight(sheets, *task.survey, about);
}

// With what stands on the papers beside the file, which are written when it is.
std::string PressLine::fingerprint_of(const Task& task, const Made& made, const std::vector<image::Raster>& rasters,
                                      const ReadyPrinter* printer, const Project& project) const {
    const page::Publication& publication = *task.one->publication;
    std::string all = fingerprint(publication, rasters, *fonts_);
    if (task.output->edition == prepress::Edition::office)
        all += fingerprint(copier_for(*task.one->job.job.publication, *copier_));
    if (!printer) return all;
    all += fingerprint(*printer) + (printer->printer.slug ? state_ : "");
    for (const auto& [what, text] :
         ticket_lines({project.content, task.one->job, printer->printer, publication, *task.report, made}))
        all += text + '\n';
    return all;
}

void PressLine::write_one(Task& task, Made& made, const Extent& extent, const Project& project) {
    if (!task.one->publication || interrupted()) return;
    const page::Publication& publication = *task.one->publication;
    const PlannedJob& job = task.one->job;
    auto rasters = rasters_of(task);
    if (!rasters) return;
    made.pages = publication.pages.size();
    const auto edition = task.output->edition;
    const ReadyPrinter* printer = printer_of(job, *task.output);
    if (edition == prepress::Edition::print && !printer) return;  // an error says why
    if (extent.write && printer && printer->print.standard == pdf::Print::Standard::x1a)
        prepress::flatten(publication, *rasters);
    task.contrast = task.one->contrast;
    if (printer) {
        prepress::check_press(publication, limits_of(*printer, job), extent.write ? &*rasters : nullptr, task.found);
        const auto printed = prepress::check_contrast(publication, eyes(*printer), task.found);
        if (printed.contrast * task.contrast.needed < task.contrast.contrast * printed.needed) task.contrast = printed;
    }
    // `check` converts no photos into inks: those that a press gets in its own are not looked at.
    const bool own_colours = !printer || !printer->press;
    const std::vector<image::Raster> none;
    const prepress::Claims claims =
        prepress::claims_of(publication, edition, extent.write || own_colours ? *rasters : none, task.found);
    const auto sheets = sheets_of(task, printer, project);
    if (!sheets) return;
    task.report = inspect(task, *sheets, extent.write || !printer ? *rasters : none, printer, claims, project);
    if (task.found.has_errors()) return;
    if (!extent.write) {
        made.fate = Made::Fate::checked;
        return;
    }
    if (extent.skip_unchanged) {
        task.fingerprint = fingerprint_of(task, made, *rasters, printer, project);
        const auto before = written_.find(made.file);
        if (!extent.look_changed && before != written_.end() && before->second == task.fingerprint) {
            std::error_code absent;
            made.bytes = fs::file_size(made.file, absent);
            made.fate = absent ? Made::Fate::failed : Made::Fate::unchanged;
            if (!absent) check_size(job, edition, made, task.found);
            return;
        }
    }
    const pdf::Target target{.producer = std::string{"brochure "} + version,
                             .cores = task.cores,
                             .print = printer ? std::optional{printer->print} : std::nullopt,
                             .claims = claims,
                             .shared = task.shared};
    const bool again = task.same && task.same->fate == Made::Fate::written;
    const auto written =
        again ? pdf::write_again(task.same->file, {task.same->pages, task.same->bytes}, made.file, task.found)
              : pdf::write(*sheets, *rasters, *fonts_, target, made.file, task.found);
    if (written) {
        made.pages = written->pages;
        made.bytes = written->bytes;
        made.fate = Made::Fate::written;
        check_size(job, edition, made, task.found);
        if (sheets->edition == prepress::Edition::office)
            made.instruction = prepress::instruction(*sheets, binding_of(job));
        write_papers(task, made, printer, project);
    }
    progress_.step();
}

void PressLine::write_papers(Task& task, Made& made, const ReadyPrinter* printer, const Project& project) const {
    const PlannedJob& job = task.one->job;
    const page::Publication& publication = *task.one->publication;
    if (printer) {
        const fs::path file = out_ / (job.files + "-ticket.pdf");
        const Ticketed about{project.content, job, printer->printer, publication, *task.report, made};
        if (write_ticket(about, project, *fonts_, file, task.found)) made.with.push_back(file);
    }
    if (task.output->edition == prepress::Edition::office && has_dummy(job, publication)) {
        const fs::path file = out_ / (job.files + "-dummy.pdf");
        if (write_dummy(job, publication, project, *fonts_, file, task.found)) made.with.push_back(file);
    }
}

// Large print of several publications may be one file under several names.
void PressLine::mark_same(std::vector<Task>& tasks, const std::vector<Made>& made) {
    const auto are_same = [](const Task& a, const Task& b) {
        return a.one->publication == b.one->publication && a.one->job.large_print_of && b.one->job.large_print_of &&
               a.one->orders[a.number] == b.one->orders[b.number];
    };
    for (std::size_t i = 0; i < tasks.size(); ++i)
        for (std::size_t k = 0; k < i && tasks[i].one->publication && !tasks[i].same; ++k)
            if (!tasks[k].same && are_same(tasks[i], tasks[k])) tasks[i].same = &made[k];
}

void PressLine::write(const std::vector<Composed>& composed, const Extent& extent, Outcome& outcome) {
    std::map<const page::Publication*, prepress::Survey> surveys;
    const auto above_of = [this](const text::GlyphRun& run) { return text::ink_of(run, *fonts_).above; };
    std::vector<Task> tasks;
    for (const Composed& one : composed) {
        const auto [surveyed, fresh] = surveys.try_emplace(one.publication.get());
        if (fresh && one.publication) surveyed->second = prepress::survey(*one.publication, above_of);
        for (std::size_t i = 0; i < one.job.outputs.size(); ++i) {
            const auto& output = one.job.outputs[i];
            const auto& job = one.job.job;
            tasks.push_back({.one = &one, .output = &output, .number = i, .survey = &surveyed->second});
            outcome.made.push_back({.publication = job.publication->name.value,
                                    .city = job.city ? job.city->slug : "",
                                    .lang = job.lang,
                                    .edition = output.edition_name,
                                    .file = out_ / output.file,
                                    .warnings = one.warnings,
                                    .instruction = {}});
        }
    }
    progress_.begin(extent.write ? "writing" : "checking", tasks.size());
    const auto shared = pdf::shared_parts();
    for (Task& task : tasks) task.cores = share(cores_, tasks.size()), task.shared = shared;
    mark_same(tasks, outcome.made);
    for (const bool again : {false, true})
        parallel_for(tasks.size(), cores_, [&](std::size_t i) {
            if ((tasks[i].same != nullptr) == again) write_one(tasks[i], outcome.made[i], extent, *outcome.project);
        });
    if (!interrupted()) report_files(tasks, extent, outcome);
    if (extent.write && !interrupted()) write_calendars(composed, outcome);
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        if (outcome.made[i].fate == Made::Fate::written && extent.skip_unchanged)
            written_[outcome.made[i].file] = std::move(tasks[i].fingerprint);
        outcome.found.take(std::move(tasks[i].found));
    }
}

// One report for all that is made of a publication, its large print too.
void PressLine::report_files(std::vector<Task>& tasks, const Extent& extent, Outcome& outcome) {
    std::map<std::string, std::vector<std::size_t>> by_name;
    for (std::size_t i = 0; i < tasks.size(); ++i) by_name[tasks[i].one->job.files].push_back(i);
    struct Group {
        fs::path file;
        std::vector<std::size_t> members;
        bool clean = true;
        std::string report = {};
        Diagnostics found = {};
    };
    std::vector<Group> groups;
    for (auto& [name, members] : by_name) groups.push_back({out_ / (name + "-preflight.json"), std::move(members)});
    parallel_for(groups.size(), cores_, [&](std::size_t g) {
        Group& group = groups[g];
        std::vector<Inspected> editions;
        bool as_before = true;
        for (const std::size_t i : group.members) {
            Task& task = tasks[i];
            Diagnostics found = task.one->found;
            found.take(Diagnostics{task.found});
            if (const auto& made = task.one->publication)
                found.take(about_pictures(outcome.project->content, *made, outcome.found));
            if (task.output->edition == prepress::Edition::print) {
                const ReadyPrinter* printer = printer_of(task.one->job, *task.output);
                found.take(Diagnostics{printer ? printer->found : printer_faults_});
                found.take(about_swatches(*task.one->job.design, outcome.found));
            }
            if (task.output->edition == prepress::Edition::office) found.take(Diagnostics{copier_faults_});
            if (task.report) {
                add_size(*task.report, outcome.made[i], task.one->job);
                prepress::judge(*task.report, found.all());
            }
            group.clean = group.clean && task.report && task.report->clean();
            as_before = as_before && outcome.made[i].fate == Made::Fate::unchanged;
            editions.push_back({&outcome.made[i], task.report ? &*task.report : nullptr, std::move(found)});
        }
        group.report = preflight_json(editions, outcome.project->files);
        if (extent.write && (!as_before || refused_.contains(group.file)))
            write_file(group.file, group.report, group.found);
    });
    for (Group& group : groups) {
        outcome.preflights.push_back(std::move(group.report));
        if (!extent.write) continue;
        if (!group.clean) outcome.to_look_at.push_back(group.file);
        outcome.found.take(std::move(group.found));
        refused_.erase(group.file);
    }
}

}  // namespace brochure::cli
