#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.hpp"
#include "base/diagnostics.hpp"
#include "base/geometry.hpp"
#include "base/source.hpp"
#include "design/expression.hpp"
#include "design/style.hpp"

namespace brochure::yaml {
class KnownTrees;
}

/// design: the YAML of a design -> `Design`: swatches, styles, page formats, master pages with frames, and for
/// each kind of section the masters it may use. It is the look as data, in InDesign's words; it holds no content.
namespace brochure::design {

/// A panel of a folded sheet: what lies between two folds, or a fold and the trim. Columns are centred in it.
struct Panel {
    std::string name;
    Length left, width;  // `left` follows from the panels before it
    int read = 1;        // its place among all panels when the sheet is unfolded and read
    SourcePosition where;
};

/// A page size with its grid. Verso and recto mirror `inner` and `outer`; a side of a folded sheet has panels.
struct Format {
    std::string name;
    Size trim;
    Length bleed = Length::from_pt(9), safe = Length::from_pt(18);
    Length inner, outer, top, bottom;  // margins
    int columns = 6;
    Length column, gutter = Length::from_pt(12);  // column width and the space between two
    Length baseline = Length::from_pt(12);
    Length last_line;                                  // L: the last text line, from the trim top
    std::map<std::string, double> values;              // names of the format's own that expressions may use
    std::map<std::string, std::vector<Panel>> panels;  // by side of the sheet: "outside", "inside"; left to right
    SourcePosition where;

    /// The panel of that name and, of all on its side, the edges between them; empty for a name that is none.
    const Panel* panel(std::string_view name) const;
    std::vector<Length> folds(std::string_view panel) const;
};

enum class FrameKind {
    text,
    flow,
    picture,
    panel,
    rule,
    facts,
    figures,
    list,
    table,
    directory,
    parallel,
    map,
    globe,
    locator,
    hours,
    clock,
    days,
    cards,
    rows,
    qr,
    logo,
    folio,
    contrast
};
/// On which pages of the master a frame stands: the first, the second, or across both (x counts from the first).
enum class On { first, second, both };
/// A ready-made rectangle. `top_bleed`: from the top bleed over the full width with bleed; the frame's `bottom` ends
/// it.
enum class Area { none, trim, bleed, top_bleed };

/// Columns "3-6" from the left, or "outer-4" and "inner-2", the four outer and the two inner ones, which mirror with
/// the page; `first` and `last` are then both the count.
struct Columns {
    int first = 1, last = 0;
    bool outer = false, inner = false;
};

/// A frame of a master page. What it shows is named by `source`, a field of the section's content ("text",
/// "photo", "name", "label.mission"); a frame whose source is absent leaves nothing: no rule, no heading (R1).
struct Frame {
    FrameKind kind = FrameKind::text;
    std::string id;  // other frames' expressions use it; may be empty
    std::string source;
    std::string in;  // the panel from which columns and areas count; empty: the page
    On on = On::first;
    Area area = Area::none;
    std::optional<Columns> columns;
    Expression left, right;            // override `columns`; empty: not given
    Expression top, bottom, baseline;  // baseline: of the first line; bottom: of the last baseline for text
    Expression diameter, pitch, gap;
    Expression below;   // from what stands above in the stack of frames; empty: the frame says itself where it stands
    bool keep = false;  // in a stack: on one page with the beginning of what follows
    std::vector<std::string> styles;       // style names, meaning by kind: [style], facts: [label, value], ...
    std::string role = "P";                // structure type: H1..H3, P, Figure, Caption, L, Table, Note, artifact;
                                           // if the file names none: by kind, see default_role()
    std::string swatch;                    // of a panel or rule: the value of its first key
    Length weight = Length::from_pt(0.5);  // rule
    int split = 1;                         // a flow's columns inside the frame
    bool balance = false;
    std::string continues;                       // a flow's next frame, by id
    std::vector<std::string> unless, when;       // sources that must be absent, present
    std::string palette;                         // of a map, globe, hours bar or clock
    std::map<std::string, std::string> options;  // what only one kind of frame knows, checked when the design is read
    SourcePosition where;
};

/// The value of a master that the composer makes as large as the text allows.
struct Elastic {
    std::string name;
    Expression from, to;
    double step = 12;
};

/// A page or spread of frames.
struct Master {
    using Elastic = design::Elastic;
    std::string name;
    bool spread = false;        // two facing pages, the first a verso
    std::optional<bool> recto;  // a single page that stands only on a recto (true) or verso (false)
    bool mirror = false;        // a spread also in mirror image: picture page recto, text page verso
    std::vector<Frame> frames;
    std::vector<std::string> with;  // masters whose frames stand on this one too, before its own
    std::optional<Elastic> elastic;
    bool folio = true;
    double cost = 0;                        // added for using it at all
    std::vector<std::string> when, unless;  // sources that must be there, absent, or it cannot be used
    std::string continues;  // the master that takes what is left over, or none; empty: that of the section
    std::map<std::string, double> range;  // natural range: "aspect-min", "aspect-max", "characters-max", ...
    std::string beside;                   // the master without which this one is not used
    std::vector<std::string> apart;       // masters in whose neighbourhood this one fills no page
    std::vector<std::string> leads;       // masters that give way to it on a page that faces it
    std::string same_as;                  // a master of the same arrangement, for other pictures
    SourcePosition where;
};

struct SectionRule {
    std::string kind;  // cover, mission, about, contents, city, goals, back, ...
    std::vector<std::string> variants, otherwise;
    std::vector<std::string> made_of;  // the sections that stand in its place, in order; it then has no masters
    std::string continues;             // the master that takes text left over
    std::string label;                 // running foot: a source, "label.goals" or "name"
    SourcePosition where;
};

/// How a text is divided between the first and the second style of a flow, in characters: a text of up to `all_first`
/// is all set in the first; of a longer one as many whole first sentences as fit in `first_sentences`.
struct FlowRule {
    int all_first = 240, first_sentences = 170;
    SourcePosition where;
};

/// The design in which the large-print edition is laid out anew, and in which of its formats, by the format that a
/// publication has in this design. A format that is not named keeps its name.
struct LargePrint {
    Located<std::string> design;
    std::map<std::string, Located<std::string>> formats;
    SourcePosition where;
};

/// The swatches of a map, a globe, an hours bar and clocks, by what they colour. One that is empty is not drawn.
struct Palette {
    std::string sea, land, graticule, border, arc, home, home_ring, partner, partner_ring;
    std::string nearby;                 // a locator's cities of reference
    std::string shared, idle, outline;  // hours
    std::string ground, hands;          // a clock; reversed where the date is not home's
    std::string modules;                // a QR code, on `ground`
    SourcePosition where;
};

struct Design {
    std::string name;
    std::map<std::string, Swatch> swatches;
    std::map<std::string, Palette> palettes;
    std::map<std::string, Style> styles;
    std::map<std::string, Format> formats;
    std::map<std::string, Master> masters;
    std::map<std::string, SectionRule> sections;
    std::map<std::string, FlowRule> flows;  // "by-length"
    // Masters of pages that would stay empty: before a spread, in order; at the end, from the last page backwards.
    std::vector<std::string> fill, fill_end;
    std::optional<LargePrint> large_print;
    bool grey_pictures = false;     // every picture in one channel
    std::optional<double> max_ppi;  // photos above this are resampled; 0: none; not given: the edition says
    FileId file;
};

/// The structure type of a frame that names none: a picture is a Figure, a rule an artifact, ...
std::string_view default_role(FrameKind kind);
/// "picture", as the design file writes it.
std::string_view name_of(FrameKind kind);

/// Reads the design in `file`, reporting every fault with line and column. The result is meaningful only without
/// errors.
Design read(FileId file, const SourceFiles& files, Diagnostics& found, yaml::KnownTrees* known = nullptr);

/// The designs and data files embedded in the program, by path ("content/designs/municipal.yaml").
const std::map<std::string, std::string_view>& embedded();

}  // namespace brochure::design
