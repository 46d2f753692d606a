#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "design/design.hpp"
#include "layout/fields.hpp"
#include "layout/flow.hpp"
#include "layout/workshop.hpp"
#include "page/page.hpp"

namespace brochure::layout {

/// Pictures and panels lie under rules, rules under text, whatever order they are read in.
enum class Layer { ground, rules, text };

/// How a text is set of which `FlowPosition` counts paragraphs and lines: elsewhere the same numbers are other words.
struct Lines {
    Length measure;
    const design::Style* style = nullptr;  // of the paragraph at which it stands
    std::size_t pieces = 0;                // paragraphs in all
    /// To a hundredth of a point: the columns of a verso and a recto differ by roundings.
    bool operator==(const Lines& other) const {
        const double apart = (measure - other.measure).pt();
        return apart < 0.01 && apart > -0.01 && style == other.style && pieces == other.pieces;
    }
};

/// A flow, list or table that did not fit: where it goes on, and how many lines (rows) are left.
struct Rest {
    FlowPosition next;
    std::size_t lines = 0;
    std::optional<SourcePosition> where = {};  // of what needs so much room, if it is not what found none
    Lines set = {};                            // of a flow
};

/// Whether a frame of that kind can begin on one page and go on on another.
inline bool goes_on(design::FrameKind kind) {
    using Kind = design::FrameKind;
    return kind == Kind::flow || kind == Kind::list || kind == Kind::table || kind == Kind::directory ||
           kind == Kind::figures || kind == Kind::facts || kind == Kind::parallel || kind == Kind::days ||
           kind == Kind::cards || kind == Kind::rows;
}

/// Under which name a frame's rest is kept: its source, or, where it is shown whole or not at all, the frame itself,
/// which by its id another master may have too.
inline std::string name_of_rest(const design::Frame& frame) {
    if (goes_on(frame.kind)) return frame.source;
    if (!frame.id.empty()) return frame.source + "@" + frame.id;
    return frame.source + "@" + std::to_string(frame.where.line) + ":" + std::to_string(frame.where.column);
}

/// What is continued, by the names of rests; empty: everything from its start.
using Progress = std::map<std::string, Rest>;

struct DraftPage {
    std::vector<page::Item> ground, rules, text;
    std::vector<page::Item>& layer(Layer which) {
        return which == Layer::ground ? ground : which == Layer::rules ? rules : text;
    }
};

/// A folio and running foot, set when the page number is known.
struct FolioSlot {
    int page = 0;
    const design::Frame* frame = nullptr;
};

/// A photo that may not stand in its frame, and why, where the master has something else to show instead: the frame
/// has its own source under `when`.
struct UnusablePhoto {
    std::string source, why;
    SourcePosition where;
};

/// A panel's section below the document: its element, and when it is read.
struct PanelSection {
    page::ElementId element;
    int read = 0;
};

/// A logo's clear space, on one of the draft's pages.
struct ClearSpace {
    int page = 0;
    Rect rect;
    SourcePosition where;  // of the logo in the content
};

/// One section set in one variant: pages with their own numbering of elements and pictures, and what it cost.
struct Draft {
    const design::Master* master = nullptr;
    bool flipped = false;  // a spread in mirror image
    std::vector<DraftPage> pages;
    std::vector<page::Element> elements;  // [0]: the section
    int read = 0;                         // when the section is read, on a folded sheet; 0: where it stands
    std::vector<PanelSection> sections;   // further ones
    std::vector<Length> folds;
    std::vector<page::Picture> pictures;
    std::vector<FolioSlot> folios;
    std::vector<ClearSpace> clear;
    std::optional<std::pair<std::string, Length>> heading;  // for the outline: words, height
    std::vector<std::pair<std::string, double>> costs;
    std::size_t too_low = 0;              // so many of the faults are texts that end below their places
    bool other_count = false;             // one of the faults: it is made for another number of partners
    std::vector<std::string> faults;      // why it cannot stand
    std::vector<UnusablePhoto> unusable;  // with a stand-in, if they may not be shown
    std::optional<double> few_ppi;        // one of the faults is a photo that has only so many pixels per inch
    Diagnostics found;                    // said if it is chosen
    std::optional<double> elastic;
    std::optional<Length> name_at;  // the first baseline of the frame "name"
    Length name_below;              // from there to its last
    Length caption_below;           // from the first baseline of the frame "caption" to its last
    bool divided_end = false;       // a column of a flow ends within a word
    bool brief_facts = false;       // one of them is told in its short form
    Progress rest;                  // what did not fit
    std::size_t left_over = 0;      // its lines
    const design::Frame* overset = nullptr;
    double cost() const {
        double sum = 0;
        for (const auto& [name, value] : costs) sum += value;
        return sum;
    }
    bool possible() const { return faults.empty(); }
};

/// What a page takes over from the one that faces it, so that names, rules and pictures stand level.
struct Level {
    std::optional<double> elastic_limit;  // its smaller elastic value
    Length name_below;                    // how far its name goes on below the first line
    Length caption_below;                 // and its caption
    bool brief_facts = false;             // facts in their short form
};

/// What setting a master needs to know. Borrowed.
struct Setting {
    const design::Design& design;
    const design::Format& format;
    const design::Master& master;
    const Fields& fields;
    Workshop& workshop;
    bool recto = true;  // the side of the (first) page
    bool flipped = false;
    bool forced = false;  // the author named the variant
    bool screen_only = false;
    bool right_to_left = false;    // the publication's language: headings, labels and cells begin at the right
    std::string turned_lang = {};  // of a document in two languages the second, where it is read the other way
    std::size_t same_kind = 1;     // sections of this kind in the publication
    bool continued = false;        // a continuation page: what is not in `progress` is complete
    Progress progress;
    std::vector<UnusablePhoto> unusable;  // are as good as absent
    Level level;
};

/// Warns of text that stands in a logo's clear space.
void check_clear_space(Draft& draft);

/// Sets the section's fields in the master's frames. A text that does not fit is in `rest`; other reasons why the
/// variant cannot stand are in `faults`. `draw` off: measures only, the draft has no items.
Draft set_master(const Setting& setting, bool draw);

}  // namespace brochure::layout
