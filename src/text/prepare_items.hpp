#pragma once
#include <optional>

#include "text/prepare.hpp"

namespace brochure::text {

/// Turns the shaped paragraph into boxes, glue and penalties for the line breaker: sets `items`, `places`,
/// `has_patterns` and `natural_width`. `column`: the last resort where something is wider than that many points: lines
/// may end within an e-mail address, before a mark and without a hyphen, and, in styles that do not hyphenate, within a
/// word, with a hyphen, where the patterns of its language say so or else between any two letters.
void make_items(Prepared::Implementation& paragraph, std::optional<double> column = {});

/// The width of the font's space at a piece's size, before kerning and tracking, points.
double word_space(const Piece& piece);

/// What a justified line may add after each letter of a piece, points.
double letter_room(const design::Style& style, const Piece& piece);

/// How much of a character hangs out of the measure, 0 to 1: at the line's start quotation marks, dashes and bullets in
/// full; at its end (of justified lines) marks that leave a dent in the edge.
double hang_at_start(std::uint32_t code, bool cjk);
double hang_at_end(std::uint32_t code, bool cjk);

}  // namespace brochure::text
