#include "cli/press_line.hpp"

#include <chrono>
#include <set>
#include <system_error>
#include <tuple>

#include "base/file.hpp"
#include "base/parallel.hpp"
#include "cli/cli.hpp"
#include "cli/composed.hpp"
#include "cli/earlier_reports.hpp"
#include "cli/interrupt.hpp"
#include "cli/remembered.hpp"
#include "cli/sources.hpp"
#include "cli/tell_apart.hpp"
#include "content/written.hpp"
#include "image/hash.hpp"
#include "layout/choices.hpp"
#include "layout/graphics.hpp"
#include "prepress/check_codes.hpp"

namespace brochure::cli {
namespace fs = std::filesystem;
namespace {

/// The state of all that was read, in eight letters: two files with the same one have the same content.
std::string state_of(const SourceFiles& files) {
    image::Hasher hasher;
    for (FileId file{0}; file.index < static_cast<int>(files.size()); ++file.index) {
        const std::string& text = files.text(file);
        hasher.add(std::span{static_cast<const std::uint8_t*>(static_cast<const void*>(text.data())), text.size()});
        hasher.add(text.size());
    }
    return image::name_of(hasher.hash()).substr(0, 8);
}

/// Formats, sections and layouts that no design has: told whatever else is wrong.
void check_choices(const Project& project, const Plan& plan, Diagnostics& found) {
    std::vector<const design::Design*> designs;
    for (const auto& [name, design] : project.designs) designs.push_back(&design);
    std::vector<design::Design> others;
    if (!layout::know_all_layouts(project.content, designs)) others = other_designs(project);
    for (const auto& design : others) designs.push_back(&design);
    for (const auto& publication : project.content.publications)
        if (const auto design = project.designs.find(publication.design.value); design != project.designs.end())
            layout::check_choices(project.content, publication, design->second, designs, found);
    std::set<const content::Publication*> checked;
    for (const auto& job : plan.jobs)
        if (job.large_print_of && checked.insert(job.job.publication).second)
            layout::check_large_print(project.content, *job.job.publication, *job.design, found);
}

/// The file of each visit and of its tables, and the visit's slug: of what stands there nothing else is made.
std::map<FileId, std::string> files_of_visits(const content::Content& content) {
    std::map<FileId, std::string> files;
    for (const auto& visit : content.visits) {
        files.emplace(visit.where.file, visit.slug);
        for (const auto file : visit.tables) files.emplace(file, visit.slug);
    }
    return files;
}

/// Whether an error stands in what all publications have in common; one in a visit's own files stops its documents
/// alone.
bool concerns_all(const Diagnostics& found, const content::Content& content) {
    const auto own = files_of_visits(content);
    return std::any_of(found.all().begin(), found.all().end(), [&](const Diagnostic& each) {
        return each.severity == Severity::error && !own.contains(each.where.file);
    });
}

/// Takes out of the plan the documents of visits in which there are errors.
Plan take_refused(Plan& plan, const Diagnostics& found, const content::Content& content) {
    const auto own = files_of_visits(content);
    std::set<std::string> visits;
    for (const auto& each : found.all())
        if (const auto visit = own.find(each.where.file); each.severity == Severity::error && visit != own.end())
            visits.insert(visit->second);
    Plan refused;
    const auto good = std::stable_partition(plan.jobs.begin(), plan.jobs.end(), [&](const PlannedJob& job) {
        return !visits.contains(job.job.publication->visit);
    });
    refused.jobs.assign(good, plan.jobs.end());
    plan.jobs.erase(good, plan.jobs.end());
    return refused;
}

// What it holds of texts, names and telephone numbers is for nobody else on this machine.
void keep_private(const fs::path& cache) {
    if (cache.empty()) return;
    std::error_code ignored;
    fs::create_directories(cache, ignored);
    fs::permissions(cache, fs::perms::owner_all, ignored);
}

/// For each job the first one that comes to the same pages: itself, or one that has large print in common with it.
std::vector<std::size_t> first_alike(const Plan& plan, const content::Content& content) {
    std::vector<std::size_t> first(plan.jobs.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        const PlannedJob& job = plan.jobs[i];
        first[i] = i;
        for (std::size_t k = 0; k < i && job.large_print_of && first[i] == i; ++k)
            if (plan.jobs[k].large_print_of && plan.jobs[k].design == job.design &&
                layout::come_to_the_same(content, *job.design, plan.jobs[k].job, job.job))
                first[i] = first[k];
    }
    return first;
}

/// Whether a finding may come from a stand-in for a photo of the same file.
bool hangs_on_photos(const std::string& rule) {
    return rule == "overset" || rule == "no-layout" || rule == "layout-impossible" || rule == "no-room" ||
           rule == "near-edge" || rule == "near-fold" || rule == "page-count" || rule == "low-resolution" ||
           rule.starts_with("photo-");
}

}  // namespace

int Outcome::status() const {
    if (!usage_fault.empty()) return wrong_usage;
    if (found.has_failures()) return world_failed;
    return found.has_errors() ? content_has_errors : done;
}

PressLine::PressLine(const Options& options, const Surroundings& surroundings, Progress& progress)
    : options_{options},
      surroundings_{surroundings},
      progress_{progress},
      cores_{options.jobs > 0 ? options.jobs : surroundings.cores},
      cache_{options.cache ? surroundings.cache : fs::path{}},
      out_{options.out.value_or((options.project / "out").lexically_normal())} {}
PressLine::~PressLine() = default;

Outcome PressLine::run(const Extent& extent) {
    Outcome outcome;
    outcome.usage_fault = why_no_project(options_.project);
    if (!outcome.usage_fault.empty()) return outcome;
    run_stages(extent, outcome);
    progress_.end();
    outcome.found = content::placed(outcome.found, outcome.project->files);
    outcome.interrupted = interrupted();
    return outcome;
}

void PressLine::run_stages(const Extent& extent, Outcome& outcome) {
    composed_.clear();
    keep_private(cache_);
    outcome.project = read_remembered(options_.project, cache_, cores_, outcome.found);
    const Project& project = *outcome.project;
    Plan planned = plan(options_, project, surroundings_.date, outcome.found);
    // A name that is not known may be one that a fault in the content hides: the content's faults come first.
    if (!planned.fault.empty() && !outcome.found.has_errors()) outcome.usage_fault = planned.fault;
    // What is wrong in the files of one visit keeps nobody from making what has nothing to do with it.
    Plan refused = take_refused(planned, outcome.found, project.content);
    const bool readable = !concerns_all(outcome.found, project.content);
    if (readable) {
        outcome.coverage = coverage_of(planned, project);
        tell_missing(outcome.coverage, planned, outcome.found);
    }
    prepare_fonts(project);
    const std::jthread ahead = warm_up_fonts(planned);
    const layout::Photos& photos = shelf_.probe(project, cores_, image::Cache{cache_}, outcome.found);
    fonts_->check_own(outcome.found);
    const bool complete = !concerns_all(outcome.found, project.content);
    const bool faulty = outcome.found.has_errors();
    const Plan lacking = complete ? take_refused(planned, outcome.found, project.content) : Plan{};
    // What is wrong with a printer keeps nobody from making the other editions.
    printer_faults_ = {};
    printers_ = readable ? ready_printers(options_, *outcome.project, planned, printer_faults_)
                         : std::map<std::string, ReadyPrinter>{};
    outcome.found.take(Diagnostics{printer_faults_});
    copier_faults_ = {};
    copier_ = readable ? ready_copier(options_, *outcome.project, planned, copier_faults_) : std::nullopt;
    outcome.found.take(Diagnostics{copier_faults_});
    state_ = printers_.empty() ? std::string{} : state_of(project.files);
    check_choices(project, planned, outcome.found);
    if (!outcome.usage_fault.empty()) return;
    if (readable && (!complete || !lacking.jobs.empty()))
        judge_the_rest(complete ? lacking : planned, photos, extent, outcome);
    refused.jobs.insert(refused.jobs.end(), lacking.jobs.begin(), lacking.jobs.end());
    refused.jobs.insert(refused.jobs.end(), planned.lost.begin(), planned.lost.end());
    if (!complete) {
        refused.jobs.insert(refused.jobs.end(), planned.jobs.begin(), planned.jobs.end());
        planned.jobs.clear();
    }
    if (faulty) refuse(refused, planned, extent, outcome);
    if (faulty && planned.jobs.empty()) return;
    if (extent.write && !make_folder(outcome.found)) return;
    if (extent.write && !outcome.found.has_errors()) remove_ghosts(out_, options_, project.content);

    composed_ = compose(planned, photos, outcome);
    prepare_rasters(composed_, extent, outcome);
    write(composed_, extent, outcome);
}

// Photos are missing: nothing can be made, but what does not hang on them is judged, so that one run tells every fault.
void PressLine::judge_the_rest(const Plan& plan, const layout::Photos& photos, const Extent& extent, Outcome& outcome) {
    Diagnostics first = std::move(outcome.found);
    std::set<FileId> lacking;
    for (const auto& each : first.all())
        if (each.severity == Severity::error) lacking.insert(each.where.file);
    outcome.found = {};
    auto composed = compose(plan, with_stand_ins(*outcome.project, photos), outcome);
    prepare_rasters(composed, extent, outcome);
    for (const Diagnostic& each : outcome.found.all())
        if (!lacking.contains(each.where.file) || !hangs_on_photos(each.rule)) first.add(each);
    outcome.found = std::move(first);
}

void PressLine::prepare_fonts(const Project& project) {
    std::string made_for;
    std::string manifest;
    if (const auto file = project.files.find("fonts/fonts.yaml")) {
        manifest = project.files.text(*file);
        made_for = std::to_string(file->index) + manifest;
    }
    if (!fonts_ || made_for != fonts_made_for_) {
        known_lines_.reset();
        fonts_ = std::make_unique<text::Fonts>(
            project.manifest, text::Fonts::Places{project.root / "fonts", cache_, surroundings_.fonts});
        // `check` must know of every file that its answer depends on, and is remembered as a whole.
        if (!cache_.empty() && options_.command != Options::Command::check)
            known_lines_ = std::make_unique<text::KnownLines>(*fonts_, lines_file(project.root, cache_),
                                                              program_stamp() + surroundings_.fonts + manifest,
                                                              std::chrono::system_clock::now().time_since_epoch());
    }
    fonts_made_for_ = std::move(made_for);
}

std::jthread PressLine::warm_up_fonts(const Plan& plan) {
    std::set<std::tuple<std::string, int, std::string>> needed;
    for (const auto& job : plan.jobs)
        if (const auto body = job.design->styles.find("body"); body != job.design->styles.end())
            needed.insert({body->second.family, body->second.weight, job.job.lang});
    if (cores_ < 2 || needed.empty()) return {};
    return std::jthread{[this, needed = std::move(needed)] {
        for (const auto& [family, weight, lang] : needed) fonts_->warm_up(family, weight, lang);
    }};
}

prepress::Eyes PressLine::eyes() {
    return {[this](text::FaceId face) { return fonts_->info(face).weight; },
            [this](const image::Photo& photo) {
                const std::pair key{photo.file.string(), photo.orientation};
                {
                    const std::lock_guard lock{lights_mutex_};
                    if (const auto known = lights_.find(key); known != lights_.end()) return known->second;
                }
                auto light = image::light_of(photo, image::Cache{cache_});
                const std::lock_guard lock{lights_mutex_};
                return lights_.try_emplace(key, std::move(light)).first->second;
            }};
}

prepress::Eyes PressLine::eyes(const ReadyPrinter& printer) {
    prepress::Eyes all = eyes();
    all.printed = [inks = printer.inks](const Swatch& swatch) { return inks->luminance_of(swatch.cmyk); };
    return all;
}

std::vector<PressLine::Composed> PressLine::compose(const Plan& plan, const layout::Photos& photos, Outcome& outcome) {
    const content::Content& content = outcome.project->content;
    std::vector<Composed> composed(plan.jobs.size());
    lights_.clear();
    const prepress::Eyes looking = eyes();
    progress_.begin("composing", composed.size());
    const auto compose_one = [&](Composed& one) {
        if (interrupted()) return;
        layout::Job job = one.job.job;
        job.cores = share(cores_, composed.size());
        layout::Explained explained;
        auto made = layout::compose(content, *one.job.design, job, photos, *fonts_, one.found,
                                    options_.explain ? &explained : nullptr);
        one.explained = std::move(explained.text);
        if (made) {
            one.publication = std::make_shared<const page::Publication>(std::move(*made));
            one.contrast = prepress::check_contrast(*one.publication, looking, one.found);
            prepress::check_codes(*one.publication, one.found);
            one.graphics = layout::check_graphics(*one.job.design, one.found);
        }
        progress_.step();
    };
    const std::vector<std::size_t> first = first_alike(plan, content);
    parallel_for(composed.size(), cores_, [&](std::size_t i) {
        composed[i].job = plan.jobs[i];
        if (first[i] == i) compose_one(composed[i]);
    });
    for (std::size_t i = 0; i < composed.size(); ++i) {
        if (first[i] == i) continue;
        // What is wrong with a publication is told under its own name.
        if (composed[i].take(composed[first[i]]))
            progress_.step();
        else
            compose_one(composed[i]);
    }
    if (known_lines_) known_lines_->keep();
    std::vector<FoundIn> found;
    for (auto& one : composed) found.push_back({one.job.name, std::move(one.found)});
    tell_apart(found);
    for (std::size_t i = 0; i < composed.size(); ++i) {
        Composed& one = composed[i];
        one.found = std::move(found[i].found);
        one.warnings = one.found.count(Severity::warning);
        if (one.found.has_errors()) one.publication.reset();
        if (!one.explained.empty()) outcome.explained.push_back(one.job.name + "\n" + one.explained);
        outcome.found.take(Diagnostics{one.found});
    }
    return composed;
}

const ReadyPrinter* PressLine::printer_of(const PlannedJob& job, const Output& output) const {
    if (output.edition != prepress::Edition::print) return nullptr;
    const auto ready = printers_.find(job.job.publication->name.value);
    return ready == printers_.end() ? nullptr : &ready->second;
}

bool PressLine::make_folder(Diagnostics& found) const {
    std::error_code fault, ignored;
    fs::create_directories(out_, fault);
    const auto kind = fs::status(out_, ignored).type();
    if (kind == fs::file_type::directory) {
        remove_abandoned(out_);
        return true;
    }
    const std::string why = kind == fs::file_type::regular ? "that is a file" : fault.message();
    found.failure("unwritable-folder", "cannot write into " + out_.string() + ": " + why,
                  "name another folder with --out");
    return false;
}

}  // namespace brochure::cli
