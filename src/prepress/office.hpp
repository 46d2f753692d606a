#pragma once
#include <array>

#include "prepress/imposition.hpp"

namespace brochure::prepress {

/// Which way a publication becomes sheets of office paper: stapled, page by page, or its pages side by side, to be cut
/// apart, each folded to a tent or not.
enum class Binding { stapled, loose, cut, card, tent };

/// The office edition. When no paper of the printer is large enough, `found` says so at `where`.
std::optional<Sheets> office_sheets(const page::Publication& publication, Binding binding, const Copier& copier,
                                    SourcePosition where, Diagnostics& found);

/// What comes nearest to where the printer stops, or is cut off there.
struct Nearest {
    enum class Kind { text, picture, drawing, code };
    int page = 0;       // from 1
    Rect place;         // on that page
    Length has, needs;  // from the page's edge: to what stands there, and to where printing begins
    SourcePosition where;
    Kind kind = Kind::text;
    std::array<std::size_t, 4> cut{};  // by kind: how many things on this page do not come out whole
    std::size_t all_cut() const { return cut[0] + cut[1] + cut[2] + cut[3]; }
};

/// Of each page with anything on it, in their order; nothing of other editions, which are printed up to the edge. Text
/// counts from its baseline to the height of capitals. Pictures, lines and shapes that touch the trim are meant to be
/// cut there, and that side of them is passed over; their other sides are not, nor is a QR code with the white around
/// it. What is white on bare paper is nothing.
std::vector<Nearest> nearest_to_margin(const Sheets& sheets);

/// An error ("copier-margin") for each page of which the printer would cut something off, with the measure of what
/// loses most; `where` is used for what nobody wrote.
void check_margin(const Sheets& sheets, SourcePosition where, Diagnostics& found);

/// What to do at the printer, in a line: "print on letter paper at 100 %, both sides, flip on the short edge; fold the
/// stack in the middle and staple it".
std::string instruction(const Sheets& sheets, Binding binding);

}  // namespace brochure::prepress
