#include "cli/budget.hpp"

#include "cli/summary.hpp"

namespace brochure::cli {
using prepress::Edition;

double most_ppi(const PlannedJob& job, Edition edition) {
    const auto& of_screen = job.job.publication->screen_ppi;
    if (edition == Edition::screen && of_screen) return of_screen->value;
    return job.design->max_ppi.value_or(edition == Edition::print ? 300 : edition == Edition::office ? 220 : 150);
}

void check_size(const PlannedJob& job, Edition edition, const Made& made, Diagnostics& found) {
    const auto& most = job.job.publication->max_mb;
    if (!most || edition != Edition::screen || static_cast<double>(made.bytes) <= most->value * 1e6) return;
    found.warning(most->where, "too-large",
                  made.file.filename().string() + " has " + size_text(made.bytes) + ", more than the " +
                      size_text(static_cast<std::uint64_t>(most->value * 1e6)) + " it may have",
                  "lower screen-ppi, take pictures out, or allow more with max-mb");
}

}  // namespace brochure::cli
