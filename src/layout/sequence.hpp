#pragma once
#include <optional>
#include <vector>

#include "layout/part.hpp"

namespace brochure::layout {

/// A candidate on its pages. `part` empty: a fill page, `fill` its number among them.
struct Placement {
    std::optional<std::size_t> part;
    Candidate candidate;
    std::size_t page = 0;  // of the publication, from 0
    Level level;
};

/// Chooses one candidate for each part so that the whole publication costs least: spreads, and sections that face
/// themselves in another language, begin on a verso, fill pages stand before them, mirrored variants alternate, and a
/// saddle-stitched publication has a multiple of four pages with the last part on the last. A shortest path; nodes are
/// (part, page modulo 4, last mirroring).
std::vector<Placement> choose_sequence(const std::vector<Part>& parts, bool facing, bool saddle_stitch,
                                       bool ends_with_back);

}  // namespace brochure::layout
