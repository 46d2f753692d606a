#pragma once
#include "pdf/glyphs.hpp"
#include "pdf/pdf.hpp"

namespace brochure::pdf {

/// `write`, told about faces by a function: what there is to test without fonts installed.
std::optional<Written> write_document(const prepress::Sheets& sheets, const std::vector<image::Raster>& rasters,
                                      const Faces& faces, const Target& target, const std::filesystem::path& file,
                                      Diagnostics& found);

}  // namespace brochure::pdf
