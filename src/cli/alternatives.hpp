#pragma once
#include "base/diagnostics.hpp"
#include "content/content.hpp"
#include "design/design.hpp"
#include "page/page.hpp"

namespace brochure::cli {

/// What was told of the alternative texts and the colour profiles of the pictures that stand in a publication: findings
/// of the content and of the photos, which know of no publication.
Diagnostics about_pictures(const content::Content& content, const page::Publication& publication,
                           const Diagnostics& found);

/// What was told of the inks of a design's swatches.
Diagnostics about_swatches(const design::Design& design, const Diagnostics& found);

}  // namespace brochure::cli
