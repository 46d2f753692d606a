#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/colour.hpp"
#include "base/geometry.hpp"
#include "base/source.hpp"
#include "image/image.hpp"
#include "text/paragraph.hpp"

/// page: the display list of each page and the structure tree that tags it. One `Publication` is what `layout` hands
/// over and every later stage writes down; nothing in it is left to decide. It has not heard of libharu.
namespace brochure::page {

/// A structure element of the publication, or (-1) an artifact.
struct ElementId {
    int index = -1;
    auto operator<=>(const ElementId&) const = default;
};
inline constexpr ElementId artifact{};

/// Standard structure types of ISO 32000-1, 14.8.4. `structure_type` gives the standard's name: "H1", "TOCI".
enum class Role {
    document,
    part,
    sect,
    h1,
    h2,
    h3,
    p,
    list,
    list_item,
    label,
    list_body,
    figure,
    caption,
    link,
    span,
    table,
    row,
    head_cell,
    data_cell,
    note,
    block_quote,
    toc,
    toc_item,
    reference,
    ruby,       // words with a reading above them
    ruby_base,  // the words
    ruby_text   // the reading
};
std::string_view structure_type(Role role);

/// What a telephone needs of a QR code: how wide its modules are, and how wide the white around it.
struct Code {
    Length module, quiet;
};

/// An element has either children or content of its own, never both: mixed text is wrapped in spans.
/// Reading order is the order of `children` and, for content, of pages and their items.
struct Element {
    Role role = Role::p;
    ElementId parent;
    std::vector<ElementId> children;
    std::string lang, alt, title, url;  // url: of a link; "#page=4": the fourth page of the publication (RFC 8118)
    std::string scope;                  // head cells: "Column", "Row"
    std::string numbering;              // lists: "None", "Disc", "Decimal"
    std::optional<Rect> box;            // figures: BBox, on the page of their first content
    std::optional<Code> code;           // figures that are QR codes; `box` is then the code with the white around it
    int column_span = 1, row_span = 1;
    SourcePosition where;
};

/// Text: `origin` is the left end of the baseline; the run's own `x` is already in it.
struct PlacedRun {
    Point origin;
    text::GlyphRun run;
    ElementId element;
};

/// A picture: the crop of `Publication::pictures[picture]` fills `frame`; only `clip` of it shows.
struct PlacedPicture {
    std::size_t picture = 0;
    Rect frame, clip;
    ElementId element;
};

struct PathSegment {
    enum class Kind { move, line, curve, close } kind = Kind::move;
    Point a, b, c;  // move, line: a; curve: two handles and the end
    bool operator==(const PathSegment&) const = default;
};
struct Stroke {
    std::string swatch;
    Length weight;
    bool round = false;
};
/// A filled or stroked shape.
struct Path {
    std::vector<PathSegment> segments;
    std::string fill;  // a swatch; empty: none
    std::optional<Stroke> stroke;
    bool even_odd = false;
    std::optional<Rect> clip;
    ElementId element;
};
Path rectangle(const Rect& rect, std::string fill, ElementId element = artifact);
Path line(Point from, Point to, Stroke stroke, ElementId element = artifact);

/// Where a link can be clicked; its words are content of `element`, whose role is link.
struct LinkArea {
    Rect rect;
    ElementId element;
};

using Item = std::variant<PlacedRun, PlacedPicture, Path, LinkArea>;  // painted in order

struct Page {
    Size trim;
    Length bleed;
    bool recto = true;
    std::string label;          // what a viewer shows: "1", "ii"
    std::vector<Length> folds;  // where a folded sheet is folded, from the left trim
    std::vector<Item> items;
};

struct OutlineEntry {
    std::string title;
    std::size_t page = 0;
    Length y;
    int level = 1;
};

/// A picture to be placed: the order without resolution limits, which the edition adds.
struct Picture {
    image::Photo photo;
    Region crop;
    Size placed;
    bool grey = false;  // printed so, however coloured the photo is
};

struct Publication {
    std::string name;  // of the file, without edition: "handout-colima"
    std::string title, author, subject, lang;
    std::optional<std::string> date;  // ISO 8601, from the content or SOURCE_DATE_EPOCH
    bool facing_pages = false;
    std::vector<Page> pages;
    std::vector<Element> structure;  // [0] is the document; parents stand before children
    std::vector<OutlineEntry> outline;
    std::vector<Picture> pictures;
    std::vector<Swatch> swatches;
};

/// The publication as text, one item a line, for golden tests:
/// `run x=18.000 y=42.300 Vollkorn-Regular 22 ink "Partner cities" H2`. Points with three decimals.
std::string dump(const Publication& publication, const text::Fonts& fonts);

/// The same, with the face names from `name_of`.
std::string dump(const Publication& publication, const std::function<std::string(text::FaceId)>& name_of);

}  // namespace brochure::page
