#pragma once
#include <string>
#include <string_view>

namespace brochure::pdf {

/// How hard to try: `small` leaves a tenth less than `quick`, in several times the time. A page's text is small beside
/// its photo, so pages are compressed quickly and what is shared by all of them well.
enum class Effort { quick, small };

/// `bytes` as a zlib stream, for /FlateDecode.
std::string deflated(std::string_view bytes, Effort effort = Effort::small);

}  // namespace brochure::pdf
