#include "cli/press_line.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <set>
#include <system_error>
#include <tuple>

#include "base/file.hpp"
#include "base/parallel.hpp"
#include "cli/budget.hpp"
#include "cli/cli.hpp"
#include "cli/fingerprint.hpp"
#include "cli/interrupt.hpp"
#include "cli/remembered.hpp"
#include "cli/sources.hpp"
#include "cli/tell_apart.hpp"
#include "cli/version.hpp"
#include "content/written.hpp"
#include "image/hash.hpp"
#include "image/press.hpp"
#include "layout/choices.hpp"
#include "prepress/claims.hpp"
#include "prepress/contrast.hpp"
#include "prepress/office.hpp"

namespace brochure::cli {
namespace fs = std::filesystem;
namespace {

std::string number(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

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

/// Names an order by everything that its raster depends on. A file whose stamp changes is another file.
std::string key_of(const image::Order& order) {
    std::string key = order.photo.file.string() + '\n';
    for (const auto number : stamp_of(order.photo.file)) key.append(std::to_string(number)).append(" ");
    for (const double value :
         {order.crop.left, order.crop.top, order.crop.width, order.crop.height, order.placed.width.pt(),
          order.placed.height.pt(), order.max_ppi, static_cast<double>(order.quality)})
        key.append(" ").append(number(value));
    if (order.press) key.append(" ").append(image::name_of(order.press->identity()));
    if (order.ground)
        for (const int part : *order.ground) key.append(" ").append(std::to_string(part));
    for (const auto& match : order.matches) {
        key.append(" m");
        for (const int part : match.srgb) key.append(" ").append(std::to_string(part));
        for (const int part : match.ink) key.append(" ").append(std::to_string(part));
    }
    return key;
}

std::array<std::uint8_t, 4> in_bytes(const std::array<double, 4>& per_cent) {
    std::array<std::uint8_t, 4> ink;
    for (std::size_t i = 0; i < 4; ++i) ink[i] = static_cast<std::uint8_t>(std::lround(per_cent[i] * 2.55));
    return ink;
}

/// One for each picture of the publication, as the edition wants it.
std::vector<image::Order> orders_of(const page::Publication& publication, const PlannedJob& job,
                                    prepress::Edition edition, const ReadyPrinter* printer) {
    const double ppi = printer ? job.design->max_ppi.value_or(printer->printer.ppi) : most_ppi(job, edition);
    const auto press = printer ? printer->press : nullptr;
    const bool opaque = press && printer->print.standard == pdf::Print::Standard::x1a;
    const auto grounds = press ? prepress::grounds(publication) : std::vector<prepress::Grounds>{};
    std::vector<image::Order> orders;
    orders.reserve(publication.pictures.size());
    for (std::size_t i = 0; i < publication.pictures.size(); ++i) {
        const auto& picture = publication.pictures[i];
        image::Order order{picture.photo, picture.crop, picture.placed, ppi};
        order.press = press;
        if (opaque && picture.photo.alpha) order.ground = in_bytes(grounds[i].below);
        if (press)
            for (const Swatch* swatch : grounds[i].beside)
                order.matches.push_back({swatch->srgb, in_bytes(swatch->cmyk)});
        orders.push_back(std::move(order));
    }
    return orders;
}

prepress::PressLimits limits_of(const ReadyPrinter& ready) {
    const content::Printer& printer = ready.printer;
    return {printer.bleed, printer.min_line, printer.min_type, printer.ink_limit, printer.where, printer.name};
}

/// Cores for each of `count` tasks that run side by side.
int share(int cores, std::size_t count) {
    return std::max(1, cores / static_cast<int>(std::clamp<std::size_t>(count, 1, static_cast<std::size_t>(cores))));
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

prepress::Binding binding_of(const PlannedJob& job) {
    return job.job.publication->binding == "saddle-stitch" ? prepress::Binding::stapled : prepress::Binding::loose;
}

/// The pages on the sheets that an edition is printed or read on; nothing when that cannot be, and `found` says why.
std::optional<prepress::Sheets> sheets_of(const page::Publication& publication, const PlannedJob& job,
                                          prepress::Edition edition, Diagnostics& found) {
    if (edition != prepress::Edition::office) return prepress::single_pages(publication, edition);
    static const prepress::Copier copier{
        {{8.5_in, 11_in}, {210_mm, 297_mm}, {8.5_in, 14_in}, {11_in, 17_in}, {297_mm, 420_mm}}, 0.25_in, 0.1_mm};
    return prepress::office_sheets(publication, binding_of(job), copier, job.job.publication->where, found);
}

/// Whether a finding may come from a stand-in for a photo of the same file.
bool hangs_on_photos(const std::string& rule) {
    return rule == "overset" || rule == "no-layout" || rule == "layout-impossible" || rule == "no-room" ||
           rule == "page-count" || rule == "low-resolution" || rule.starts_with("photo-");
}

}  // namespace

int Outcome::status() const {
    if (!usage_fault.empty()) return wrong_usage;
    if (found.has_failures()) return world_failed;
    return found.has_errors() ? content_has_errors : done;
}

/// A publication on its way along the line, with the rasters of each edition.
struct PressLine::Composed {
    PlannedJob job;
    std::optional<page::Publication> publication;
    Diagnostics found;
    std::size_t warnings = 0;
    std::vector<std::vector<std::string>> orders;  // by edition and picture: keys into rasters_
    std::string explained;
};

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
    outcome.project = read_remembered(options_.project, cache_, cores_, outcome.found);
    const Project& project = *outcome.project;
    const Plan planned = plan(options_, project, surroundings_.date, outcome.found);
    // A name that is not known may be one that a fault in the content hides: the content's faults come first.
    if (!planned.fault.empty() && !outcome.found.has_errors()) outcome.usage_fault = planned.fault;
    const bool readable = !outcome.found.has_errors();
    prepare_fonts(project);
    const std::jthread ahead = warm_up_fonts(planned);
    const layout::Photos& photos = shelf_.probe(project, cores_, image::Cache{cache_}, outcome.found);
    fonts_->check_own(outcome.found);
    const bool complete = !outcome.found.has_errors();
    // What is wrong with a printer keeps nobody from making the other editions.
    printers_ = readable ? ready_printers(options_, *outcome.project, planned, outcome.found)
                         : std::map<std::string, ReadyPrinter>{};
    state_ = printers_.empty() ? std::string{} : state_of(project.files);
    check_choices(project, planned, outcome.found);
    if (!outcome.usage_fault.empty() || !readable) return;
    if (!complete) return judge_the_rest(planned, photos, extent, outcome);
    if (extent.write && !make_folder(outcome.found)) return;

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

std::vector<PressLine::Composed> PressLine::compose(const Plan& plan, const layout::Photos& photos, Outcome& outcome) {
    const content::Content& content = outcome.project->content;
    std::vector<Composed> composed(plan.jobs.size());
    const image::Cache cache{cache_};
    const prepress::Eyes eyes{[&](text::FaceId face) { return fonts_->info(face).weight; },
                              [&](const image::Photo& photo) { return image::light_of(photo, cache); }};
    progress_.begin("composing", composed.size());
    parallel_for(composed.size(), cores_, [&](std::size_t i) {
        Composed& one = composed[i];
        one.job = plan.jobs[i];
        if (interrupted()) return;
        layout::Job job = one.job.job;
        job.cores = share(cores_, composed.size());
        layout::Explained explained;
        one.publication = layout::compose(content, *one.job.design, job, photos, *fonts_, one.found,
                                          options_.explain ? &explained : nullptr);
        one.explained = std::move(explained.text);
        if (one.publication) prepress::check_contrast(*one.publication, eyes, one.found);
        progress_.step();
    });
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
        outcome.found.take(std::move(one.found));
    }
    return composed;
}

const ReadyPrinter* PressLine::printer_of(const PlannedJob& job, const Output& output) const {
    if (output.edition != prepress::Edition::print) return nullptr;
    const auto ready = printers_.find(job.job.publication->name.value);
    return ready == printers_.end() ? nullptr : &ready->second;
}

void PressLine::prepare_rasters(std::vector<Composed>& composed, const Extent& extent, Outcome& outcome) {
    // Publications and editions share pictures: each order is carried out once.
    std::vector<image::Order> orders;
    std::vector<std::string> keys;
    std::map<std::string, std::optional<image::Raster>> needed;
    for (auto& one : composed) {
        if (!one.publication) continue;
        for (const auto& output : one.job.outputs) {
            auto& mine = one.orders.emplace_back();
            // What is wrong with a photo's pixels shows at any size: `check` looks at the one that is made fastest.
            const auto edition = extent.write ? output.edition : prepress::Edition::screen;
            const ReadyPrinter* printer = extent.write ? printer_of(one.job, output) : nullptr;
            if (extent.write && !printer && output.edition == prepress::Edition::print) continue;  // an error says why
            for (auto& order : orders_of(*one.publication, one.job, edition, printer)) {
                if (order.photo.bytes == 0) continue;  // a stand-in
                std::string key = key_of(order);
                if (const auto [place, fresh] = needed.try_emplace(key); fresh) {
                    if (const auto known = rasters_.find(key); known != rasters_.end()) {
                        place->second = known->second;
                    } else {
                        orders.push_back(std::move(order));
                        keys.push_back(key);
                    }
                }
                mine.push_back(std::move(key));
            }
        }
    }
    progress_.begin("preparing pictures", orders.size());
    const image::Cache cache{cache_};
    constexpr std::size_t portion = 64;  // between two portions an interrupt is heard
    for (std::size_t i = 0; i < orders.size() && !interrupted(); i += portion) {
        const std::size_t count = std::min(portion, orders.size() - i);
        const std::vector<image::Order> some(orders.begin() + static_cast<std::ptrdiff_t>(i),
                                             orders.begin() + static_cast<std::ptrdiff_t>(i + count));
        auto made = image::prepare_all(some, cache, cores_, outcome.found);
        for (std::size_t k = 0; k < count; ++k) {
            needed[keys[i + k]] = std::move(made[k]);
            progress_.step();
        }
    }
    rasters_ = std::move(needed);
}

void PressLine::write(const std::vector<Composed>& composed, const Extent& extent, Outcome& outcome) {
    struct Task {
        const Composed* one;
        std::size_t output;
        Diagnostics found;
        std::string fingerprint;
    };
    std::vector<Task> tasks;
    for (const auto& one : composed) {
        for (std::size_t i = 0; i < one.job.outputs.size(); ++i) {
            const auto& output = one.job.outputs[i];
            const auto& job = one.job.job;
            tasks.push_back({&one, i, {}, {}});
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
    const auto subsets = pdf::shared_subsets();
    parallel_for(tasks.size(), cores_, [&](std::size_t i) {
        Task& task = tasks[i];
        Made& made = outcome.made[i];
        if (!task.one->publication || interrupted()) return;
        const page::Publication& publication = *task.one->publication;
        std::vector<image::Raster> rasters;
        for (const auto& key : task.one->orders[task.output]) {
            const auto& raster = rasters_.at(key);
            if (!raster) return;  // an error says why
            rasters.push_back(*raster);
        }
        made.pages = publication.pages.size();
        const Output& output = task.one->job.outputs[task.output];
        const auto edition = output.edition;
        const ReadyPrinter* printer = printer_of(task.one->job, output);
        if (edition == prepress::Edition::print && !printer) return;  // an error says why
        if (printer) {
            prepress::check_press(publication, limits_of(*printer), task.found);
            if (task.found.has_errors()) return;
        }
        const prepress::Claims claims = prepress::claims_of(publication, edition, rasters, task.found);
        if (!extent.write) {
            made.fate = Made::Fate::checked;
            return;
        }
        std::error_code absent;
        if (extent.skip_unchanged) {
            task.fingerprint = fingerprint(publication, rasters, *fonts_);
            if (printer) task.fingerprint += fingerprint(*printer) + (printer->printer.slug ? state_ : "");
            const auto before = written_.find(made.file);
            if (!extent.look_changed && before != written_.end() && before->second == task.fingerprint) {
                made.bytes = fs::file_size(made.file, absent);
                made.fate = absent ? Made::Fate::failed : Made::Fate::unchanged;
                if (!absent) return check_size(task.one->job, edition, made, task.found);
            }
        }
        const auto sheets =
            printer ? std::optional{sheets_for(*printer, publication, output.file, state_, *outcome.project, *fonts_)}
                    : sheets_of(publication, task.one->job, edition, task.found);
        if (!sheets) return;
        const pdf::Target target{.producer = std::string{"brochure "} + version,
                                 .cores = share(cores_, tasks.size()),
                                 .print = printer ? std::optional{printer->print} : std::nullopt,
                                 .claims = claims,
                                 .subsets = subsets};
        if (const auto written = pdf::write(*sheets, rasters, *fonts_, target, made.file, task.found)) {
            made.pages = written->pages;
            made.bytes = written->bytes;
            made.fate = Made::Fate::written;
            check_size(task.one->job, edition, made, task.found);
            if (sheets->edition == prepress::Edition::office)
                made.instruction = prepress::instruction(*sheets, binding_of(task.one->job));
        }
        progress_.step();
    });
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        if (outcome.made[i].fate == Made::Fate::written && extent.skip_unchanged)
            written_[outcome.made[i].file] = std::move(tasks[i].fingerprint);
        outcome.found.take(std::move(tasks[i].found));
    }
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
