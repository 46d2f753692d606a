#pragma once
#include <map>
#include <memory>
#include <string>

#include "base/diagnostics.hpp"
#include "cli/plan.hpp"
#include "image/press.hpp"
#include "pdf/pdf.hpp"
#include "prepress/imposition.hpp"
#include "prepress/prepress.hpp"

namespace brochure::cli {

/// A printer with all that a print edition needs of it.
struct ReadyPrinter {
    content::Printer printer;
    std::shared_ptr<const image::Press> press;  // null: photos stay tagged
    std::shared_ptr<const image::Press> inks;   // of swatches; never null
    pdf::Print print;
    Diagnostics found = {};  // warnings about it, which have been told
};

/// The printers of the publications that have a print edition in the plan, by the publication's name. What is missing
/// or makes no sense is told, and that publication has none. The profiles' files are noted in `project`.
std::map<std::string, ReadyPrinter> ready_printers(const Options& options, Project& project, const Plan& plan,
                                                   Diagnostics& found);

/// The copier of the profile `office`, for the office editions in the plan; nothing when what is wrong with the profile
/// was told, and there are such editions.
std::optional<prepress::Copier> ready_copier(const Options& options, Project& project, const Plan& plan,
                                             Diagnostics& found);

/// The same for a publication that wants one of its papers.
prepress::Copier copier_for(const content::Publication& publication, const prepress::Copier& copier);

/// The names of all printer profiles, the project's own and those that ship.
std::vector<std::string> known_printers(const std::filesystem::path& root);

/// What pages for this printer depend on besides themselves and their pictures, in one line.
std::string fingerprint(const ReadyPrinter& ready);
std::string fingerprint(const prepress::Copier& copier);

/// Sheets for this printer. `file`: the PDF's name, for the slug. `state`: what the content's state is called.
prepress::Sheets sheets_for(const ReadyPrinter& ready, const page::Publication& publication, const std::string& file,
                            const std::string& state, const Project& project, text::Fonts& fonts);

}  // namespace brochure::cli
