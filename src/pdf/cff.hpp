#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace brochure::pdf {

/// The CID of every glyph of a CID-keyed CFF font program, by glyph. Empty when the program is not CID-keyed, or its
/// charset lies outside the program. Source: Adobe Technical Note 5176, sections 4, 9 and 13.
std::vector<std::uint16_t> cids_of(std::span<const std::uint8_t> cff);

}  // namespace brochure::pdf
