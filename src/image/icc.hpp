#pragma once
#include <vector>

#include "image/image.hpp"
#include "image/jpeg_scan.hpp"

namespace brochure::image {

/// Whether `profile` can stand as the colour space of `colour` in a PDF: its size, signature and colour space hold good
/// (ICC.1:2010, 7.2).
bool is_profile_for(const std::vector<std::uint8_t>& profile, Colour colour);

/// Whether the profile is of a kind that PDF/X-4 and PDF/A-2 take: ICC version 2 or 4, of a scanner, a screen, a press
/// or a colour space. Newer versions (iccMAX) mean something else by the same header. Source: ISO 15930-7 and ISO
/// 19005-2, 6.2.4.2, which name ICC.1:2004-10 and ICC.1:2010; bytes 8 and 12 to 15 of the header (ICC.1:2010, 7.2).
bool is_profile_of_standards(const std::vector<std::uint8_t>& profile);

/// The JPEG's profile put together from its APP2 chunks, whatever their order in the file. Null when there is none;
/// null with a warning when a chunk is missing or the profile is not one for `colour`.
Bytes jpeg_profile(const InputFile& file, const JpegLayout& layout, Colour colour, const Photo& photo,
                   Diagnostics& found);

/// `profile` if it is one for `colour` from which colours can be worked out: Little CMS finds all it needs to turn them
/// into sRGB (of versions that it cannot read the header alone is looked at). Else null, with a warning unless it is
/// empty.
Bytes checked_profile(std::vector<std::uint8_t> profile, Colour colour, const Photo& photo, Diagnostics& found);

/// A profile of the sRGB curve over Display P3's primaries and D65, for pictures that say so by number (ITU-T H.273).
std::vector<std::uint8_t> display_p3_profile();

}  // namespace brochure::image
