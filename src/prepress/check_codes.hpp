#pragma once
#include "base/diagnostics.hpp"
#include "page/page.hpp"

namespace brochure::prepress {

/// Looks for what is painted over a QR code or the white around it, without which no telephone finds it: an error with
/// the rule "qr-zone" where the code's address was written, one for each code. A code of light modules on a dark ground
/// is a warning, "qr-inverted": the standard knows them, and older readers do not. Source: ISO/IEC 18004:2015, 6.3.8:
/// four modules of quiet zone; 6.2 and annex on reflectance reversal.
void check_codes(const page::Publication& publication, Diagnostics& found);

}  // namespace brochure::prepress
