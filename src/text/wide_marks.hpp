#pragma once
#include <cstdint>

namespace brochure::text {

/// Full-width punctuation of Chinese and Japanese, which fills half of its square (JIS X 4051, 4.1): `opening` brackets
/// have their ink in the right half, `closing` brackets, commas and full stops in the left.
enum class WideMark { plain, opening, closing };

WideMark wide_mark(std::uint32_t code);

}  // namespace brochure::text
