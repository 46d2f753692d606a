#pragma once
#include "page/page.hpp"

namespace brochure::layout {

/// Cuts what no page shows off pictures of which that is more than a tenth: a file holds no more of a photo than can be
/// seen. A cover's picture that runs on to a back cover is whole where both are there, and half where there is no back.
void cut_unseen_parts(page::Publication& publication);

}  // namespace brochure::layout
