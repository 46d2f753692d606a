#pragma once
#include "prepress/imposition.hpp"

namespace brochure::prepress {

/// Which way a publication becomes sheets of office paper: stapled, page by page, or its pages side by side, to be cut
/// apart, each folded to a tent or not.
enum class Binding { stapled, loose, cut, card, tent };

/// The office edition. When no paper of the printer is large enough, `found` says so at `where`.
std::optional<Sheets> office_sheets(const page::Publication& publication, Binding binding, const Copier& copier,
                                    SourcePosition where, Diagnostics& found);

/// Text that comes nearest to where the printer stops, or is cut off there.
struct Nearest {
    int page = 0;       // from 1
    Rect place;         // of the text, on that page
    Length has, needs;  // from the page's edge: to the text, and to where printing begins
    SourcePosition where;
    std::size_t cut = 0;  // pieces of text on this page that do not come out whole
};

/// Of each page with text, in their order; nothing of other editions, which are printed up to the edge. Text counts
/// from its baseline to the height of capitals.
std::vector<Nearest> nearest_to_margin(const Sheets& sheets);

/// An error ("copier-margin") for each page of which the printer would cut text off, with the measure of the text that
/// loses most; `where` is used for text that nobody wrote.
void check_margin(const Sheets& sheets, SourcePosition where, Diagnostics& found);

/// What to do at the printer, in a line: "print on letter paper at 100 %, both sides, flip on the short edge; fold the
/// stack in the middle and staple it".
std::string instruction(const Sheets& sheets, Binding binding);

}  // namespace brochure::prepress
