#pragma once
#include <optional>
#include <vector>

#include "text/measured_text.hpp"

namespace brochure::text {

inline constexpr double hyphen_penalty = 50, letter_penalty = 500, before_long_word = -2000;

/// A place where the paragraph may be divided.
struct Place {
    std::uint32_t offset = 0;
    bool mandatory = false, pattern = false;
    bool address = false;  // within an e-mail address too wide for its column
    double divided = 0;    // within a word too wide for its column: the penalty; before it: below zero
    bool bare = false;     // there without a hyphen
};

/// All of them, in the text's order: between words, as the language's patterns have it, and, where `column` (points)
/// is given, within addresses and words that are wider. Notes in the paragraph whether patterns were found.
std::vector<Place> item_places(Prepared::Implementation& paragraph, MeasuredText& measured,
                               std::optional<double> column);

}  // namespace brochure::text
