#pragma once
#include <optional>
#include <vector>

#include "base/diagnostics.hpp"
#include "page/page.hpp"

namespace brochure::prepress {

/// Whether `pdf` lets a swatch overprint: black alone does, and no light tint of it.
bool overprints(const Swatch& swatch);

/// A swatch that overprints and a ground or a picture below it.
struct Overlay {
    const Swatch *over = nullptr, *ground = nullptr;  // ground: null when it is a picture
    std::optional<std::size_t> picture;
    double ink = 0;  // of both, per cent: the ground's colours stay below the black, which replaces the ground's own
    int page = 0;    // where they meet first, or, on a picture, where its pixels have most; from 1
    Rect place;
};

/// Each pair once. `rasters`: of the publication's pictures, as ink, whose pixels are then looked at; null, or colours
/// of light: pictures are passed over. Source: ISO 32000-1, 11.7.4.3 (overprint mode 1).
std::vector<Overlay> overlays(const page::Publication& publication, const std::vector<image::Raster>* rasters);

/// Text up to 18 pt in a swatch that reads as black or dark grey. Of several inks it needs all plates to lie exactly on
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
/// `where` is of what the printer wants, `rasters` as for `overlays`.
void check_overprint(const page::Publication& publication, const std::vector<image::Raster>* rasters, double limit,
                     SourcePosition where, Diagnostics& found);

}  // namespace brochure::prepress
