#pragma once
#include "base/diagnostics.hpp"
#include "content/content.hpp"
#include "page/page.hpp"

namespace brochure::cli {

/// What was told of the alternative texts of the pictures that stand in a publication: findings of the content, which
/// knows of no publication.
Diagnostics about_alternatives(const content::Content& content, const page::Publication& publication,
                               const Diagnostics& found);

}  // namespace brochure::cli
