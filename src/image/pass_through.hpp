#pragma once
#include "image/jpeg_scan.hpp"

namespace brochure::image {

/// The JPEG as it is, for a PDF: tables, frame, scans and entropy-coded data as ranges of its file, in order. Of the
/// application segments only JFIF (without its thumbnail) and Adobe's stay; comments and what follows EOI go.
Raster pass_through(const InputFile& file, const JpegLayout& layout, const Photo& photo, Diagnostics& found);

}  // namespace brochure::image
