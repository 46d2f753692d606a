#pragma once

namespace brochure::cli {

inline constexpr const char* version = BROCHURE_VERSION;  // of the project() line in CMakeLists.txt

}  // namespace brochure::cli
