#pragma once
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/project.hpp"
#include "prepress/prepress.hpp"

namespace brochure::cli {

/// One file to be written.
struct Output {
    prepress::Edition edition = prepress::Edition::screen;
    std::string edition_name;
    std::string file;  // "handout-colima-print.pdf"
};

/// A publication composed once (for one city, in one language) and written once for each of its editions; a second time
/// for the large-print edition.
struct PlannedJob {
    layout::Job job;
    std::string name;   // "handout-colima"
    std::string files;  // what its files' names begin with: the name, or that of the job that it enlarges
    const design::Design* design = nullptr;
    const design::Design* large_print_of = nullptr;  // the large-print edition's: the publication's own design
    std::vector<Output> outputs;
};

struct Plan {
    std::vector<PlannedJob> jobs;
    std::vector<PlannedJob> lost;  // of publications whose design cannot be read: names and files, and no design
    std::string fault;             // wrong usage: a name that is not known, with "did you mean"; else empty
};

/// Publications x cities x languages, as chosen by `options`; all of them when nothing was chosen.
/// A design without large print is an error where that edition is wanted. Borrows from `project`.
Plan plan(const Options& options, const Project& project, const std::optional<std::string>& date, Diagnostics& found);

/// The languages that texts of the content are written in and publications are set in, sorted.
std::vector<std::string> languages_of(const content::Content& content);

}  // namespace brochure::cli
