#pragma once
#include "text/missing.hpp"
#include "text/prepare.hpp"

namespace brochure::text {

/// The long way: scripts, directions and a face for each grapheme cluster, by ICU.
void itemise_mixed(Prepared::Implementation& paragraph, MissingCharacters& missing);

/// Whether anything may come between the piece's letters: not where they join, nor from right to left, where readers of
/// PDF (Poppler) take every letter that stands off from the one before it for a word.
bool may_be_spaced(const Piece& piece);

}  // namespace brochure::text
