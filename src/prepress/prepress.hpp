#pragma once
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "page/page.hpp"

/// prepress: pages -> sheets. Boxes, bleed, marks and imposition; it never lays text out again.
namespace brochure::prepress {

enum class Edition { screen, print, office };

/// The colour of marks: as much as there can be on every plate. No design has a swatch of that name.
inline constexpr std::string_view registration = "*registration";

/// A page of the publication at a place on a sheet: `origin` is where the top left corner of its trim comes to lie, and
/// nothing of it shows outside `clip`; both in the sheet's coordinates.
struct Placed {
    std::size_t page = 0;
    Point origin;
    Rect clip;
    bool again = false;   // a further copy of a page that stands on this sheet: painted, not read aloud
    bool turned = false;  // upside down, in the same place; of pages without figures and links
};

/// How a printer must turn a sheet to print its back.
enum class Flip { none, long_edge, short_edge };

/// A PDF page. Boxes in the sheet's own coordinates: origin at the media box's top left, y downwards.
struct Sheet {
    Size media;
    Rect trim, bleed;
    std::vector<Placed> pages;
    std::vector<page::Item> marks =
        {};  // for whoever prints and cuts, painted last: artifacts, in the sheet's coordinates
};

struct Sheets {
    Edition edition = Edition::screen;
    const page::Publication* publication = nullptr;  // borrowed
    std::vector<Sheet> sheets;
    Flip flip = Flip::none;
};

/// One sheet a page: trimmed for the screen, with bleed for print.
Sheets single_pages(const page::Publication& publication, Edition edition);

/// Sets a line of small text in `registration`: its runs, from 0 on.
using SetLine = std::function<std::vector<text::GlyphRun>(const std::string& words)>;

/// What stands outside the bleed.
struct Marks {
    bool crop = false, fold = false, registration = false;
    std::string slug;  // the line below the page, to which the page's number is added; empty: none
    SetLine set_line;
    bool any() const { return crop || fold || registration || !slug.empty(); }
};

/// One sheet a page for a printer: `bleed` past the trim on every side, but no more than the page has, and marks around
/// it, for which the media box grows by the same on every side.
Sheets press_sheets(const page::Publication& publication, Length bleed, const Marks& marks);

/// Whether trim, bleed and media lie in each other, and the media is no larger than a PDF page may be.
bool nested(const Sheet& sheet);

/// Of sheets for a printer: an error ("boxes") when theirs are not nested, a warning ("slug-cut") when the line of the
/// slug runs off the sheet. `where`: what the printer wants.
void check_boxes(const Sheets& sheets, SourcePosition where, Diagnostics& found);

/// What a printer cannot print well.
struct PressLimits {
    Length bleed, min_line, min_type;
    double ink = 300;      // per cent
    SourcePosition where;  // of what the printer wants, for findings about a whole publication
    std::string printer;   // its name
    double ppi = 0;        // photos with more are brought down to it; 0: they stay as they are
    double least_ppi = 0;  // photos that come to less are warned of
};

/// Looks at every page for colour that touches the trim and does not reach the bleed's edge (an error; a warning for
/// printers without bleed), for thinner lines, smaller text and more ink than the printer takes, and for photos that
/// lose pixels which they need (warnings, each kind once, with a count), and for black text that plates blur.
/// `rasters`: of the publication's pictures as they are printed, whose ink is then weighed, alone and with the black
/// that overprints them; null when there are none yet.
void check_press(const page::Publication& publication, const PressLimits& limits,
                 const std::vector<image::Raster>* rasters, Diagnostics& found);

/// The swatches of the grounds that a picture touches or lies on where it is placed first, each once.
using Grounds = std::vector<const Swatch*>;
/// Of each of the publication's pictures, by its index.
std::vector<Grounds> grounds_beside(const page::Publication& publication);

}  // namespace brochure::prepress
