#pragma once
#include <vector>

#include "base/diagnostics.hpp"
#include "page/page.hpp"

namespace brochure::prepress {

/// Whether `pdf` lets a swatch overprint: black alone does, and no light tint of it.
bool overprints(const Swatch& swatch);

/// A swatch that overprints and a ground below it.
struct Overlay {
    const Swatch *over = nullptr, *ground = nullptr;
    double ink = 0;  // of both, per cent: the ground's colours stay below the black, which replaces the ground's own
    int page = 0;    // where they meet first, from 1
    Rect place;
};

/// Each pair once. What lies on photos is not among them: their pixels are kept below the limit when they are
/// converted. Source: ISO 32000-1, 11.7.4.3 (overprint mode 1).
std::vector<Overlay> overlays(const page::Publication& publication);

/// Text below 14 pt in a swatch that reads as black or dark grey. Of several inks it needs all plates to lie exactly on
/// each other; black alone leaves white beside the letters where it does not overprint (R48).
struct BlackText {
    const Swatch* swatch = nullptr;
    double colours = 0;     // besides black, per cent
    std::size_t count = 0;  // pieces of text
    int page = 0;           // of the first, from 1
    Rect place;
    SourcePosition where;
    Length size;  // the smallest
    bool sound() const;
};

/// Of each such swatch, sound or not, in the order of the pages.
std::vector<BlackText> small_black_text(const page::Publication& publication);

/// Warnings: "ink-limit" for an overlay with more than `limit` per cent, "black-text" for text that is not sound.
/// `where` is of what the printer wants.
void check_overprint(const page::Publication& publication, double limit, SourcePosition where, Diagnostics& found);

}  // namespace brochure::prepress
