#pragma once
#include "image/heif.hpp"
#include "image/jpeg_scan.hpp"
#include "image/plan.hpp"

/// Decoding, turning, cropping, resampling and encoding: what becomes of a picture that cannot go in as it is.
namespace brochure::image {

/// The DCT scale, in eighths, that gives `crop` pixels at least `wanted` pixels, of those that are worth it.
int eighths_for(int crop, int wanted);

/// Decodes at a reduced DCT scale, resamples once and encodes once as JPEG, row by row.
std::optional<Raster> redraw_jpeg(const InputFile& file, const JpegLayout& layout, const Order& order, const Plan& plan,
                                  Diagnostics& found);

/// The same for decoded pixels: to a JPEG when `lossy`, else deflated. Alpha becomes a soft mask, unless it is opaque.
std::optional<Raster> redraw_bitmap(const Bitmap& bitmap, const Order& order, const Plan& plan, bool lossy,
                                    Diagnostics& found);

/// A raster in memory.
Raster in_memory(Raster::Filter filter, std::vector<std::uint8_t> bytes, int width, int height, int channels);

}  // namespace brochure::image
