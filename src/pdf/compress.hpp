#pragma once
#include <string>
#include <string_view>

namespace brochure::pdf {

/// `bytes` as a zlib stream, for /FlateDecode.
std::string deflated(std::string_view bytes);

}  // namespace brochure::pdf
