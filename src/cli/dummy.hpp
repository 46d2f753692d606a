#pragma once
#include "cli/plan.hpp"
#include "cli/project.hpp"
#include "page/page.hpp"
#include "text/fonts.hpp"

namespace brochure::cli {

/// Whether a publication has something to fold, so that a dummy helps.
bool has_dummy(const PlannedJob& job, const page::Publication& publication);

/// A page that shows how the office edition is put together: of a folded sheet both sides, small, to be cut out and
/// folded, with the panels numbered as they are read; of a stapled booklet the sheets with the pages on their fronts
/// and backs.
bool write_dummy(const PlannedJob& job, const page::Publication& publication, const Project& project,
                 text::Fonts& fonts, const std::filesystem::path& file, Diagnostics& found);

}  // namespace brochure::cli
