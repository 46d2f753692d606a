#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace brochure::text {

/// Bytes of a text that are read as one piece: from left to right, or in the direction of their first letter.
struct Isolated {
    std::size_t begin = 0, end = 0;
    bool by_first_letter = false;
};

/// Numbers that are read as one with a sign before or behind them or, after a no-break space, Latin letters: "+9",
/// "35.91°", "6,911 mi", "+3 h". In text from right to left UAX #9 parts a number from both.
std::vector<Isolated> measures_in(std::string_view text);

}  // namespace brochure::text
