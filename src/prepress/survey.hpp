#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "page/page.hpp"
#include "text/ink.hpp"

namespace brochure::prepress {

/// The least of something on the pages, and on which (from 1).
struct Least {
    Length value;
    int page = 0;
};

/// A QR code on a page (from 1).
struct PlacedCode {
    int page = 0;
    Rect square;  // with the white around it
    page::Code code;
};

/// A page (from 1) and a place on it.
struct Stand {
    int page = 0;
    Rect place;
};

/// What stands on the pages of a publication, measured.
struct Survey {
    std::vector<text::FaceId> faces;      // each once, in the order of the pages
    std::optional<Least> type, line;      // the smallest text, the thinnest line
    std::optional<Least> edge, fold;      // the text or QR code nearest to the trim, and to a fold; below 0: across
    std::map<std::string, int> swatches;  // those used, and the first page of each
    std::vector<Stand> pictures;          // where each stands first; page 0: nowhere
    std::size_t elements = 0, figures = 0, figures_without_alt = 0;  // of the structure tree, as far as there is
                                                                     // anything in it
    std::vector<PlacedCode> codes;
};

/// `above_of`: how far a run's letters reach up.
Survey survey(const page::Publication& publication, const text::InkAbove& above_of);

}  // namespace brochure::prepress
