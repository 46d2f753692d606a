#pragma once
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/source.hpp"

namespace brochure::content {

/// Where the last character of `passage` was written. `start`: where its text begins in the YAML, which may write it
/// otherwise: folded over lines, indented, with escapes, entities and doubled quotation marks. `start` itself when
/// something else is written there, as for words that the program made.
SourcePosition end_of_passage(SourcePosition start, std::string_view passage, const SourceFiles& files);

/// `found`, each finding that has a passage moved on to the end of it.
Diagnostics placed(const Diagnostics& found, const SourceFiles& files);

}  // namespace brochure::content
