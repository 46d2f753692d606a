#pragma once
#include "prepress/imposition.hpp"

namespace brochure::prepress {

/// Which way a publication becomes sheets of office paper: stapled, page by page, or its pages side by side, to be cut
/// apart, each folded to a tent or not.
enum class Binding { stapled, loose, cut, card, tent };

/// The office edition. When no paper of the printer is large enough, `found` says so at `where`.
std::optional<Sheets> office_sheets(const page::Publication& publication, Binding binding, const Copier& copier,
                                    SourcePosition where, Diagnostics& found);

/// What to do at the printer, in a line: "print on letter paper at 100 %, both sides, flip on the short edge; fold the
/// stack in the middle and staple it".
std::string instruction(const Sheets& sheets, Binding binding);

}  // namespace brochure::prepress
