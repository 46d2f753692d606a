#pragma once
#include "layout/fields.hpp"

namespace brochure::layout {

/// The sources by which readers reach the organisation: `contacts` and all that begin so, and the committee.
void bind_contacts(const Sources& sources, Fields& fields);

}  // namespace brochure::layout
