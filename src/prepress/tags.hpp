#pragma once
#include "base/diagnostics.hpp"
#include "page/page.hpp"

namespace brochure::prepress {

/// Whether a reader of the structure tree is given what ISO 14289-1, clause 7 wants: every fault is a warning with the
/// rule "no-pdf-ua" where the element was written. Elements without content are not looked at, for none is written.
bool check_tags(const page::Publication& publication, Diagnostics& found);

}  // namespace brochure::prepress
