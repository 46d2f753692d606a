#pragma once
#include <vector>

#include "base/diagnostics.hpp"
#include "page/page.hpp"

/// prepress: pages -> sheets. Boxes, bleed, marks and imposition; it never lays text out again.
namespace brochure::prepress {

enum class Edition { screen, print, office };

/// A page of the publication at a place on a sheet: `origin` is where the top left corner of its trim comes to lie, and
/// nothing of it shows outside `clip`; both in the sheet's coordinates.
struct Placed {
    std::size_t page = 0;
    Point origin;
    Rect clip;
    bool again = false;  // a further copy of a page that stands on this sheet: painted, not read aloud
};

/// How a printer must turn a sheet to print its back.
enum class Flip { none, long_edge, short_edge };

/// A PDF page. Boxes in the sheet's own coordinates: origin at the media box's top left, y downwards.
struct Sheet {
    Size media;
    Rect trim, bleed;
    std::vector<Placed> pages;
    std::vector<page::Path> marks;  // painted last, in the sheet's coordinates; artifacts
};

struct Sheets {
    Edition edition = Edition::screen;
    const page::Publication* publication = nullptr;  // borrowed
    std::vector<Sheet> sheets;
    Flip flip = Flip::none;
};

/// One sheet a page: trimmed for the screen, with bleed for print.
Sheets single_pages(const page::Publication& publication, Edition edition);

}  // namespace brochure::prepress
