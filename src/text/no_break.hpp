#pragma once
#include <cstddef>
#include <string_view>

namespace brochure::text {

/// Whether the space (or run of spaces) at [begin, end) of `text` holds together what belongs together: a number and
/// its unit, a name with initials, a title and a name, "p." and its number, "U.S." and its noun.
bool binds(std::string_view text, std::size_t begin, std::size_t end);

/// Whether that space separates thousands, as in "12 500 habitants".
bool separates_thousands(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace brochure::text
