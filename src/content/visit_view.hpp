#pragma once
#include "content/visit.hpp"

namespace brochure::content {

/// The visit as an audience may see it: every value above `level` is gone, and with a person or place every reference
/// to it. For everybody (`Level::anybody`) those under age are there only with consent, and never with more than that.
/// Nothing is added; at `Level::staff` all is there.
Visit visit_for(const Visit& visit, Level level);

}  // namespace brochure::content
