#pragma once
#include "layout/fields.hpp"

namespace brochure::layout {

/// `phrases`, a row each: what it means, how it is written, how it is said, if any says that; and `label.phrases`, a
/// title that names their language when they share one.
void bind_phrases(const Sources& sources, const content::City& city, Fields& fields);

}  // namespace brochure::layout
