#pragma once
#include <array>
#include <cstdint>
#include <string>

namespace brochure {

/// A named colour with one build for light and one for ink. The display list names it; `pdf` asks for a build.
struct Swatch {
    std::string name;
    std::array<std::uint8_t, 3> srgb{0, 0, 0};  // 0 to 255
    std::array<double, 4> cmyk{0, 0, 0, 100};   // per cent
    bool overprint = false;
    bool operator==(const Swatch&) const = default;
};

}  // namespace brochure
