#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "layout/part.hpp"
#include "layout/sequence.hpp"

/// How many pages a publication comes to, and what is said of it.
namespace brochure::layout {

/// Sections of a kind that are set on single pages for the sake of the page count, and the layout that one alone had
/// before.
struct Traded {
    std::string kind, layout;
};

/// The page count asked for in `pages:`; none where the job has a format of its own.
std::optional<Located<int>> wanted_pages(const Job& job);

std::size_t pages_of(const std::vector<Placement>& placed);

/// The layout that the first section of a kind has; empty: none.
std::string layout_of(const std::string& kind, const std::vector<Part>& parts, const std::vector<Placement>& placed);

/// Warns of another page count than is asked for ("page-count"), of layouts given up for it ("given-up-for-pages"), and
/// of more pages than can be stapled ("too-thick").
void check_page_count(const Plan& plan, const std::vector<Part>& parts, const std::vector<Placement>& placed,
                      const std::vector<Traded>& traded, bool saddle, Diagnostics& found);

}  // namespace brochure::layout
