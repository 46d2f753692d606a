#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/measures.hpp"
#include "text/prepare.hpp"

namespace brochure::text {

/// In which direction a paragraph and each of its characters are read (UAX #9).
struct Levels {
    bool rtl = false;                 // the paragraph
    std::vector<std::uint8_t> bytes;  // the level of each byte of its text, odd: right to left; empty: all are 0
};

/// In which direction a paragraph is read as a whole; by its text: that of its first strong character.
enum class Direction : std::uint8_t { by_text, left_to_right, right_to_left };

/// The levels of a text that is one line, trailing spaces at the level of the paragraph (UAX #9, rules P2 to L1).
/// `isolated`: in order, apart or one within another, the outer one first. Forced line ends are spaces and end no
/// paragraph.
Levels resolve_levels(std::string_view text, Direction direction, std::span<const Isolated> isolated = {});

/// In which order stand on paper, from left to right, the pieces of a line that have these levels (UAX #9, rule L2).
std::vector<std::size_t> visual_order(std::span<const std::uint8_t> levels);

/// A paragraph whose language is stated, or is one that runs from right to left, goes by its language, unless all its
/// letters are of the other direction; any other by its first strong character. Web and e-mail addresses, phone
/// numbers, numbers with a sign or a Latin unit and the words of links are each one left-to-right piece, whatever
/// stands around them; forced line ends change nothing.
Levels levels_of(const Prepared::Implementation& paragraph);

}  // namespace brochure::text
