#pragma once
#include <cstdint>
#include <vector>

#include "text/prepare.hpp"

namespace brochure::text {

/// In which direction a paragraph and each of its characters are read (UAX #9).
struct Levels {
    bool rtl = false;                 // the paragraph
    std::vector<std::uint8_t> bytes;  // the level of each byte of its text, odd: right to left; empty: all are 0
};

/// A paragraph whose language is stated, or is one that runs from right to left, goes by its language, unless all its
/// letters are of the other direction; any other by its first strong character. Web and e-mail addresses, phone numbers
/// and the words of links are each one left-to-right piece, whatever stands around them; forced line ends change
/// nothing.
Levels levels_of(const Prepared::Implementation& paragraph);

}  // namespace brochure::text
