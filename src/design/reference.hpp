#pragma once
#include <string>

namespace brochure::design {

/// Every key of a design file, as Markdown tables, printed from the field tables that read it. It is the last part of
/// content/designs/README.md; a test compares the two.
std::string reference();

}  // namespace brochure::design
