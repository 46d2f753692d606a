#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.hpp"

namespace brochure::layout {

/// The dark and light modules of a QR code, row by row from the top left, without the quiet zone.
struct QrCode {
    int side = 0;  // modules
    std::vector<bool> dark;
    bool at(int x, int y) const {
        return x >= 0 && y >= 0 && x < side && y < side && dark[static_cast<std::size_t>(y * side + x)];
    }
};

/// Four modules of white on every side (ISO/IEC 18004, 6.3.8).
inline constexpr int quiet_zone = 4;

/// The smallest code that holds the bytes of `words` at error level M. Empty when none does: 2,331 bytes are the most.
std::optional<QrCode> qr_code(const std::string& words);

/// The edges of the dark parts as closed lines whose corners are whole modules from the top left; dark lies to the
/// right of each, so that both fill rules give the same. Modules that touch are one shape: no seam shows between them
/// on a screen.
std::vector<std::vector<std::pair<int, int>>> outlines(const QrCode& code);

}  // namespace brochure::layout
