#pragma once
#include <vector>

#include "image/image.hpp"
#include "prepress/prepress.hpp"

namespace brochure::prepress {

/// What a file may say of itself, because it was looked at: PDF/UA-1 (ISO 14289-1), PDF/A-2a (ISO 19005-2, level A),
/// and for print the PDF/X that its printer wants.
struct Claims {
    bool pdf_ua = false, pdf_a = false, pdf_x = false;
};

/// Looks at what decides whether the file can make both claims, as far as it lies in the publication and not in how a
/// PDF is written: the title and the language, alternative texts, the order of headings, what stands in what, links
/// with words, head cells with a scope; and, for PDF/A alone, pictures whose colours somebody can tell.
/// Every reason against these is a warning. Print claims PDF/X alone: a photo whose profile the standard does not take
/// is an error, since a shop that asks for PDF/X is not sent something else.
Claims claims_of(const page::Publication& publication, Edition edition, const std::vector<image::Raster>& rasters,
                 Diagnostics& found);

}  // namespace brochure::prepress
