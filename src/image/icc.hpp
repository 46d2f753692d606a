#pragma once
#include <vector>

#include "image/image.hpp"
#include "image/jpeg_scan.hpp"

namespace brochure::image {

/// Whether `profile` can stand as the colour space of `colour` in a PDF: its size, signature and colour space hold good
/// (ICC.1:2010, 7.2).
bool is_profile_for(const std::vector<std::uint8_t>& profile, Colour colour);

/// The JPEG's profile put together from its APP2 chunks, whatever their order in the file. Null when there is none;
/// null with a warning when a chunk is missing or the profile is not one for `colour`.
Bytes jpeg_profile(const InputFile& file, const JpegLayout& layout, Colour colour, const Photo& photo,
                   Diagnostics& found);

/// `profile` if it is one for `colour`; else null, with a warning unless it is empty.
Bytes checked_profile(std::vector<std::uint8_t> profile, Colour colour, const Photo& photo, Diagnostics& found);

/// A profile of the sRGB curve over Display P3's primaries and D65, for pictures that say so by number (ITU-T H.273).
std::vector<std::uint8_t> display_p3_profile();

}  // namespace brochure::image
