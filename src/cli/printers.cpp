#include "cli/printers.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <system_error>

#include "base/file.hpp"
#include "cli/version.hpp"
#include "prepress/condition.hpp"
#include "yaml/reader.hpp"

namespace brochure::cli {
namespace fs = std::filesystem;
namespace {

constexpr const char* printers_folder = "content/printers/";

/// Where profiles are looked for after the project's own folders.
constexpr const char* installed_profiles[] = {"/usr/share/texlive/texmf-dist/tex/generic/colorprofiles",
                                              "/usr/share/color/icc", "/usr/share/color/icc/colord",
                                              "/usr/share/color/icc/ghostscript"};

constexpr std::size_t most_profile_bytes = 16u << 20;  // the largest press profiles have some 3 MB

std::string did_you_mean(const std::string& name, const std::vector<std::string>& known) {
    const std::vector<std::string_view> words{known.begin(), known.end()};
    if (const auto meant = yaml::nearest(name, words); !meant.empty())
        return "did you mean '" + std::string{meant} + "'?";
    std::string all = "there are: ";
    for (const auto& each : known) all += (each == known.front() ? "" : ", ") + each;
    return all;
}

std::string number(double value) {
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

class PrinterFinder {
public:
    PrinterFinder(const Options& options, Project& project, Diagnostics& found)
        : options_{options}, project_{project}, found_{found} {}

    std::optional<ReadyPrinter> find(const PlannedJob& job) {
        const content::Publication& publication = *job.job.publication;
        content::PrinterSettings settings = publication.printer.value_or(content::PrinterSettings{});
        if (options_.printer) settings = {};
        if (settings.where.file.index < 0) settings.where = publication.where;
        if (options_.printer) settings.like = {*options_.printer, publication.where};
        if (!settings.like) settings.like = {usual(job), settings.where};
        const std::string name = settings.like->value;
        if (!take_likes(settings)) return std::nullopt;
        content::Printer printer = content::complete(settings, name);
        if (options_.marks) printer.crop_marks = printer.fold_marks = printer.registration_marks = printer.slug = true;
        return ready(std::move(printer));
    }

    std::optional<content::Printer> copier() {
        content::PrinterSettings settings;
        settings.like = {"office", {}};
        if (!take_likes(settings)) return std::nullopt;
        return content::complete(settings, "office");
    }

private:
    // A format with less bleed than American printers want is made for those of the rest of the world.
    static std::string usual(const PlannedJob& job) {
        const auto format = job.design->formats.find(job.job.publication->format.value);
        const bool metric = format != job.design->formats.end() && format->second.bleed.pt() < 8.9;
        return metric ? "eu-offset" : "us-offset";
    }

    // Fills what is open from the profile that is named, from the one that that names, and so on.
    bool take_likes(content::PrinterSettings& settings) {
        std::set<std::string> taken;
        for (auto like = settings.like; like;) {
            if (!taken.insert(like->value).second) {
                found_.error(like->where, "printer-circle", "printer profiles name each other in a circle",
                             "let one of them say all that it is");
                return false;
            }
            const content::PrinterSettings* lower = read(*like);
            if (!lower) return false;
            settings = content::over(std::move(settings), *lower);
            like = lower->like;
        }
        return true;
    }

    const content::PrinterSettings* read(const Located<std::string>& name) {
        if (const auto known = read_.find(name.value); known != read_.end())
            return known->second ? &*known->second : nullptr;
        auto& into = read_[name.value];
        const auto file = open_file(project_, printers_folder + name.value + ".yaml", found_);
        if (!file) {
            if (!found_.has_failures())
                found_.error(name.where, "unknown-printer", "there is no printer profile '" + name.value + "'",
                             did_you_mean(name.value, known_printers(project_.root)));
            return nullptr;
        }
        const auto before = found_.count(Severity::error);
        auto settings = content::read_printer(*file, project_.files, found_);
        if (found_.count(Severity::error) != before) {
            if (settings.like) read(*settings.like);  // what is wrong there is told in the same run
            return nullptr;
        }
        return &into.emplace(std::move(settings));
    }

    std::optional<ReadyPrinter> ready(content::Printer printer) {
        const bool x1a = printer.standard == content::PrintStandard::x1a;
        const bool converts = printer.photos == content::PhotoColours::convert;
        if (x1a && !converts) {
            found_.error(printer.where, "printer-colours", "PDF/X-1a has inks alone, and 'photos' says tagged-srgb",
                         "choose 'standard: x-4', or 'photos: convert'");
            return std::nullopt;
        }
        const auto press = press_of(printer);
        if (!press) return std::nullopt;
        if (x1a && press->version() >= 3) {
            found_.error(printer.profile.where, "profile-unsuitable",
                         "PDF/X-1a wants an ICC profile of version 2, and " + printer.profile.value + " ('" +
                             press->description() + "') has version " + number(std::round(press->version() * 10) / 10),
                         "choose 'standard: x-4', or ask your printer for the profile as version 2");
            return std::nullopt;
        }
        pdf::Print print{x1a ? pdf::Print::Standard::x1a : pdf::Print::Standard::x4, printer.condition,
                         printer.condition_registry, printer.condition_info, press->profile()};
        Diagnostics warnings;
        check_condition(printer, *press, warnings);
        if (told_.insert(printer.condition + '\n' + printer.profile.value).second) found_.take(Diagnostics{warnings});
        return ReadyPrinter{std::move(printer), converts ? press : nullptr, press, std::move(print),
                            std::move(warnings)};
    }

    static void check_condition(const content::Printer& printer, const image::Press& press, Diagnostics& found) {
        const std::string is = press.description();
        if (!prepress::conditions_differ(printer.condition, is)) return;
        found.warning(printer.profile.where, "condition-differs",
                      "the condition is named '" + printer.condition + "', and the profile " + printer.profile.value +
                          " describes '" + is + "': a shop that goes by the name prints other colours",
                      "name the condition of the profile, or the profile of the condition");
    }

    std::shared_ptr<const image::Press> press_of(const content::Printer& printer) {
        const bool perceptual = printer.intent == content::Intent::perceptual;
        const std::string key =
            printer.profile.value + (perceptual ? "\np" : "\nr") + std::to_string(printer.ink_limit);
        if (const auto known = presses_.find(key); known != presses_.end()) return known->second;
        const auto file = profile_file(printer);
        if (!file) return presses_[key];
        FileFault fault;
        const auto text = read_file(*file, fault, most_profile_bytes);
        if (!text) {
            found_.error(printer.profile.where, "profile-unreadable",
                         "the ICC profile " + file->string() + " cannot be read: " + fault.reason);
            return presses_[key];
        }
        std::vector<std::uint8_t> profile{text->begin(), text->end()};
        if (const std::string why = image::why_no_press(profile); !why.empty()) {
            found_.error(printer.profile.where, "profile-unsuitable", "the ICC profile " + file->string() + " " + why,
                         "ask your printer for the profile of press and paper");
            return presses_[key];
        }
        return presses_[key] = image::Press::make(
                   std::move(profile),
                   perceptual ? image::Press::Intent::perceptual : image::Press::Intent::relative_bpc,
                   printer.ink_limit);
    }

    std::optional<fs::path> profile_file(const content::Printer& printer) {
        const std::string& name = printer.profile.value;
        std::vector<fs::path> folders{project_.root / "content" / "printers", project_.root / "content"};
        folders.insert(folders.end(), std::begin(installed_profiles), std::end(installed_profiles));
        for (const fs::path& folder : folders) {
            const fs::path file = folder / name;
            project_.profiles.push_back(file);
            std::error_code unknown;
            if (fs::exists(file, unknown)) return file;
        }
        const bool ours = name == "FOGRA39L_coated.icc";
        found_.error(printer.profile.where, "profile-missing",
                     "the ICC profile " + name + " of the printer '" + printer.name + "' is not here",
                     std::string{"put the file into content/printers/"} +
                         (ours ? ", or install it: apt-get install texlive-base" : ", or name another profile"));
        return std::nullopt;
    }

    const Options& options_;
    Project& project_;
    Diagnostics& found_;
    std::map<std::string, std::optional<content::PrinterSettings>> read_;
    std::map<std::string, std::shared_ptr<const image::Press>> presses_;
    std::set<std::string> told_;  // conditions and profiles
};

/// Portrait. The names are those that the field `papers` takes.
Size size_of(const std::string& paper) {
    if (paper == "a4") return {210_mm, 297_mm};
    if (paper == "legal") return {8.5_in, 14_in};
    if (paper == "tabloid") return {11_in, 17_in};
    if (paper == "a3") return {297_mm, 420_mm};
    return {8.5_in, 11_in};
}

bool makes(const PlannedJob& job, prepress::Edition edition) {
    return std::any_of(job.outputs.begin(), job.outputs.end(),
                       [&](const Output& output) { return output.edition == edition; });
}

// PDF/X wants a date of making (CreationDate and ModDate, and the same in XMP), and a clock would give the same content
// other bytes every day.
void tell_undated(const std::vector<const content::Publication*>& undated, Diagnostics& found) {
    if (undated.empty()) return;
    std::string names;
    for (const auto* each : undated)
        names += (names.empty() ? "'" : each == undated.back() ? "' and '" : "', '") + each->name.value;
    found.note(undated.front()->where, "no-date",
               names + (undated.size() == 1 ? "' has" : "' have") +
                   " no date: PDF/X wants one, and for want of it files for print say 2000-01-01",
               "date: 2027-05-14, the day on which you call it ready");
}

}  // namespace

std::vector<std::string> known_printers(const fs::path& root) {
    std::set<std::string> names;
    for (const auto& [path, text] : design::embedded())
        if (path.starts_with(printers_folder)) names.insert(fs::path{path}.stem().string());
    std::error_code fault;
    for (fs::directory_iterator entry{root / printers_folder, fault}, end; !fault && entry != end;
         entry.increment(fault))
        if (entry->path().extension() == ".yaml") names.insert(entry->path().stem().string());
    return {names.begin(), names.end()};
}

std::map<std::string, ReadyPrinter> ready_printers(const Options& options, Project& project, const Plan& plan,
                                                   Diagnostics& found) {
    std::map<std::string, ReadyPrinter> ready;
    PrinterFinder finder{options, project, found};
    std::set<std::string> asked;
    std::vector<const content::Publication*> undated;
    for (const PlannedJob& job : plan.jobs) {
        const std::string& name = job.job.publication->name.value;
        if (!makes(job, prepress::Edition::print) || !asked.insert(name).second) continue;
        if (auto printer = finder.find(job)) ready.emplace(name, std::move(*printer));
        if (!job.job.publication->date && !job.job.date) undated.push_back(job.job.publication);
    }
    tell_undated(undated, found);
    return ready;
}

std::optional<prepress::Copier> ready_copier(const Options& options, Project& project, const Plan& plan,
                                             Diagnostics& found) {
    const bool copies = std::any_of(plan.jobs.begin(), plan.jobs.end(),
                                    [](const PlannedJob& job) { return makes(job, prepress::Edition::office); });
    if (!copies) return prepress::Copier{};
    const auto printer = PrinterFinder{options, project, found}.copier();
    if (!printer) return std::nullopt;
    prepress::Copier copier{{}, printer->margin, printer->caliper};
    for (const auto& paper : printer->papers) copier.papers.push_back(size_of(paper));
    return copier;
}

prepress::Copier copier_for(const content::Publication& publication, const prepress::Copier& copier) {
    return publication.sheet.empty() ? copier : prepress::preferring(copier, size_of(publication.sheet));
}

std::string fingerprint(const ReadyPrinter& ready) {
    const content::Printer& p = ready.printer;
    std::string all = p.name + '\n' + p.condition + '\n' + p.condition_registry + '\n' + p.condition_info + '\n';
    for (const bool yes : {p.standard == content::PrintStandard::x1a, p.crop_marks, p.fold_marks, p.registration_marks,
                           p.slug, ready.press != nullptr})
        all += yes ? '1' : '0';
    for (const double value : {p.bleed.pt(), p.ink_limit, p.ppi}) all += ' ' + number(value);
    return all;
}

std::string fingerprint(const prepress::Copier& copier) {
    std::string all = number(copier.margin.pt()) + ' ' + number(copier.caliper.pt());
    for (const Size& paper : copier.papers) all += ' ' + number(paper.width.pt()) + 'x' + number(paper.height.pt());
    return all + '\n';
}

prepress::Sheets sheets_for(const ReadyPrinter& ready, const page::Publication& publication, const std::string& file,
                            const std::string& state, const Project& project, text::Fonts& fonts) {
    const content::Printer& printer = ready.printer;
    prepress::Marks marks{printer.crop_marks, printer.fold_marks, printer.registration_marks, {}, {}};
    design::Style style;
    const auto& families = project.manifest.families;
    if (families.contains("data"))
        style.family = "data";
    else if (!families.empty())
        style.family = families.begin()->first;
    style.size = 5_pt;
    style.leading = 6_pt;
    style.hang = false;
    style.swatch = prepress::registration;
    if (printer.slug) {
        constexpr const char* dot = " \u00B7 ";
        marks.slug = file + dot + (publication.date ? *publication.date + dot : std::string{}) + "brochure " + version +
                     dot + "content " + state;
        marks.set_line = [&](const std::string& words) {
            Diagnostics ignored;
            text::Span span;
            span.text = words;
            span.style = &style;
            span.lang = "en";
            return text::set_line({&span, 1}, fonts, ignored).runs;
        };
    }
    return prepress::press_sheets(publication, printer.bleed, marks);
}

}  // namespace brochure::cli
