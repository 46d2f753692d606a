#pragma once
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/diagnostics.hpp"
#include "content/rich_text.hpp"
#include "design/design.hpp"
#include "text/paragraph.hpp"

namespace brochure::layout {

/// A paragraph as it will be set: a block in a language and a style. `size` zero: the style's own.
struct Piece {
    const content::Block* block = nullptr;
    std::string lang;
    const design::Style* style = nullptr;
    Length size;
    bool indented = false;
    bool set_in = false;      // a list whose dashes stand in the column, not before it
    bool new_column = false;  // stands at the head of a column of its own
    int whole_word = -1;      // the line that ends with a whole word, as in `text::Measure`
    text::Side side = text::Side::by_text;
};

/// Shapes each paragraph once and keeps its lines for every measure tried: variants differ in places, rarely in
/// measure.
class Workshop {
public:
    Workshop(const design::Design& design, text::Fonts& fonts) : design_{design}, fonts_{fonts} {}
    const design::Design& design() const { return design_; }
    text::Fonts& fonts() { return fonts_; }

    Length natural_width(const Piece& piece);
    /// Lines of the piece on `measure`; the reference lives as long as the workshop, or until it rests.
    const std::vector<text::Line>& lines(const Piece& piece, Length measure) { return broken(piece, measure).lines; }
    /// The same, to be printed: what is wrong with them is found. Lines only tried are no fault.
    const std::vector<text::Line>& printed_lines(const Piece& piece, Length measure);
    /// Plain characters on one line, in a style.
    text::Line one_line(const std::string& words, const std::string& lang, const design::Style& style,
                        SourcePosition where);
    /// The style of a heading inside a text that is set in `around`: the design's `heading-3` in the text's colour;
    /// without one the text's own, not hyphenated. Lives as long as the workshop.
    const design::Style& heading_style(const design::Style& around);
    /// The first `count` sentences of a text; made once, lives as long as the workshop.
    const content::RichText& sentences(const content::RichText& text, std::size_t count);
    /// Lets go of what only trying needs: the shaped paragraphs, three times as large as their lines, and lines that
    /// can be had again; the other lines are packed. Should another measure be asked for after all, they are shaped
    /// again.
    void rest();
    /// Characters no font has, and words wider than the measure on which they are printed. Exact repeats stay in.
    Diagnostics& found() { return found_; }

private:
    struct Broken {
        std::vector<text::Line> lines;
        Diagnostics found;
        bool known = false;  // taken from what an earlier run set
        std::string packed;  // while the workshop rests; then `lines` is empty
    };
    struct Shaped {
        std::optional<text::Prepared> paragraph;  // empty: at rest, or not needed yet
        std::optional<Length> natural_width;      // once it was shaped
        Piece piece;
        bool clean = false;                                                   // nothing was found when it was
        std::map<std::tuple<double, double, text::Side, int>, Broken> lines;  // by what they were set to
    };
    Shaped& shaped(const Piece& piece);
    const text::Prepared& shape(const Piece& piece, Shaped& paragraph);
    Broken& broken(const Piece& piece, Length measure);

    const design::Design& design_;
    text::Fonts& fonts_;
    std::map<std::tuple<const content::Block*, const design::Style*, double>, Shaped> shaped_;
    std::map<const design::Style*, design::Style> headings_;
    std::map<std::pair<const content::RichText*, std::size_t>, content::RichText> sentences_;
    Diagnostics found_;
};

/// The pieces of a text in one style; list items keep their blocks. The first is flush.
std::vector<Piece> pieces_of(const content::RichText& text, const std::string& lang, const design::Style& style);

}  // namespace brochure::layout
