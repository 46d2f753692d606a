#pragma once
#include "text/missing.hpp"
#include "text/prepare.hpp"

namespace brochure::text {

/// Cuts the text into pieces of one part, script, direction and face, in logical order; line ends belong to none.
/// Characters that neither the family nor its stand-ins have are errors; their pieces have no glyphs later.
/// Sets `paragraph.pieces` and `paragraph.rtl`.
void itemise(Prepared::Implementation& paragraph, MissingCharacters& missing);

/// Whether the character ends a line whatever stands around it.
constexpr bool is_line_end(std::uint32_t c) {
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x0B || c == 0x0C || c == 0x85;
}

}  // namespace brochure::text
