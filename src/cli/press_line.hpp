#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "cli/options.hpp"
#include "cli/plan.hpp"
#include "cli/printers.hpp"
#include "cli/progress.hpp"
#include "cli/project.hpp"
#include "cli/surroundings.hpp"
#include "cli/translations.hpp"
#include "pdf/pdf.hpp"
#include "prepress/contrast.hpp"
#include "prepress/preflight.hpp"
#include "text/known_lines.hpp"

namespace brochure::cli {

/// What became of one planned file.
struct Made {
    enum class Fate { written, checked, unchanged, failed };
    Fate fate = Fate::failed;
    std::string publication, city, lang, edition;
    std::filesystem::path file;
    std::size_t pages = 0;
    std::uint64_t bytes = 0;
    std::size_t warnings = 0;                      // of the publication; shared by its editions
    std::string instruction;                       // office: what to do at the printer, in a line
    std::vector<std::filesystem::path> with = {};  // written beside it: a job ticket, a folding dummy, a calendar
};

/// Everything that one run has to tell.
struct Outcome {
    std::unique_ptr<Project> project;  // its `files` are what `found` points into; may be null
    Diagnostics found;
    std::vector<Made> made;
    std::vector<Covered> coverage;                  // of translations that are wanted
    std::vector<std::string> explained;             // for --explain, one for each publication
    std::vector<std::string> preflights;            // as JSON, one for each publication, city and language
    std::vector<std::filesystem::path> to_look_at;  // written ones in which not everything passed
    std::string usage_fault;                        // wrong usage, in words; else empty
    bool interrupted = false;
    int status() const;
};

/// How much of the line is run, and what may be left out.
struct Extent {
    bool write = true;            // false: `check`
    bool skip_unchanged = false;  // `watch`: files that would come out as they are
    bool look_changed = false;    // designs or fonts may have: then no file counts as unchanged
};

/// The line of the house, from a project's folder to PDF files. Holds what a second run can use again: fonts, what
/// photos look like, finished rasters. Borrows `surroundings` and `progress`.
class PressLine {
public:
    PressLine(const Options& options, const Surroundings& surroundings, Progress& progress);
    ~PressLine();
    Outcome run(const Extent& extent);
    /// Those of the last run; null before anything was set.
    const text::Fonts* fonts() const { return fonts_.get(); }

private:
    struct Composed;
    struct Task;
    void prepare_fonts(const Project& project);
    /// Loads what every text will need, the body's face and hyphenation (10 ms), while photos are looked at.
    std::jthread warm_up_fonts(const Plan& plan);
    void run_stages(const Extent& extent, Outcome& outcome);
    void judge_the_rest(const Plan& plan, const layout::Photos& photos, const Extent& extent, Outcome& outcome);
    std::vector<Composed> compose(const Plan& plan, const layout::Photos& photos, Outcome& outcome);
    /// For a look at contrast; each photo is looked at once in a run.
    prepress::Eyes eyes();
    /// The same in a printer's inks: swatches have a build of their own for them.
    prepress::Eyes eyes(const ReadyPrinter& printer);
    void prepare_rasters(std::vector<Composed>& composed, const Extent& extent, Outcome& outcome);
    void write(const std::vector<Composed>& composed, const Extent& extent, Outcome& outcome);
    static void mark_same(std::vector<Task>& tasks, const std::vector<Made>& made);
    void write_one(Task& task, Made& made, const Extent& extent, const Project& project);
    /// The pages on the sheets that an edition is printed or read on; nothing when that cannot be, and the task's
    /// findings say why.
    std::optional<prepress::Sheets> sheets_of(Task& task, const ReadyPrinter* printer, const Project& project) const;
    std::optional<std::vector<image::Raster>> rasters_of(const Task& task) const;
    prepress::Preflight inspect(const Task& task, const prepress::Sheets& sheets,
                                const std::vector<image::Raster>& rasters, const ReadyPrinter* printer,
                                const prepress::Claims& claims, const Project& project) const;
    /// A job ticket beside a file for print, a folding dummy beside one for the office.
    void write_papers(Task& task, Made& made, const ReadyPrinter* printer, const Project& project) const;
    std::string fingerprint_of(const Task& task, const Made& made, const std::vector<image::Raster>& rasters,
                               const ReadyPrinter* printer, const Project& project) const;
    void report_files(std::vector<Task>& tasks, const Extent& extent, Outcome& outcome);
    /// A preflight report of an earlier run would speak of files that are no longer what the content says: it is
    /// replaced by one that tells what is wrong now. So is one of a publication that is not in the plan because its
    /// design, or the list of publications, is broken.
    /// Those of `made` are left to what is made now.
    void refuse(const Plan& plan, const Plan& made, const Extent& extent, Outcome& outcome);
    /// The calendar of each visit of which a document was made, `visit-<slug>.ics`, if anything in it is public.
    void write_calendars(const std::vector<Composed>& composed, Outcome& outcome) const;
    /// Null: it is not for a printer, or an error says why there is none.
    const ReadyPrinter* printer_of(const PlannedJob& job, const Output& output) const;
    bool make_folder(Diagnostics& found) const;

    Options options_;
    const Surroundings& surroundings_;
    Progress& progress_;
    int cores_;
    std::filesystem::path cache_, out_;
    std::unique_ptr<text::Fonts> fonts_;
    std::unique_ptr<text::KnownLines> known_lines_;  // of `fonts_`; null: none are kept
    std::string fonts_made_for_;                     // the manifest's text and place
    PhotoShelf shelf_;
    std::map<std::string, ReadyPrinter> printers_;                 // by publication
    Diagnostics printer_faults_;                                   // why one is missing among these
    std::set<std::filesystem::path> refused_;                      // reports of files that could not be made
    std::optional<prepress::Copier> copier_;                       // for office editions
    Diagnostics copier_faults_;                                    // why there is none
    std::string state_;                                            // of the content, for slugs
    std::map<std::string, std::optional<image::Raster>> rasters_;  // by what was ordered
    std::mutex lights_mutex_;
    std::map<std::pair<std::string, int>, std::shared_ptr<const image::Light>> lights_;  // by file and orientation
    std::vector<Composed> composed_;                        // of the last run: `build` ends with it
    std::map<std::filesystem::path, std::string> written_;  // fingerprints of what stands at that name
};

}  // namespace brochure::cli
