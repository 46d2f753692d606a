#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "prepress/prepress.hpp"

/// Sheets for the copier down the hall: no bleed, nothing in the margin that it cannot print, and duplex preset.
namespace brochure::prepress {

/// What is known of the office printer and its paper.
struct Copier {
    std::vector<Size> papers;  // portrait, the usual ones first; the smallest that serves is taken
    Length margin;             // no printer reaches the edge of its paper
    Length caliper;            // thickness of a leaf, for creep; 0: not compensated
};

/// The same copier for those who want this paper and no other that counts as the same size, letter in place of A4; a
/// copier that does not have it stays as it is.
Copier preferring(Copier copier, Size paper);

/// The pages of one side of a sheet of a stapled booklet, from left to right; nothing where the sheet stays white.
using Pair = std::array<std::optional<std::size_t>, 2>;

/// The sides of the sheets of a saddle-stitched booklet of `pages` pages, outermost sheet first, each sheet's front
/// before its back. Bound on the right, the pages change places.
std::vector<Pair> booklet_order(std::size_t pages, bool right_to_left);

/// Two pages side by side, to be folded in the middle and stapled. Inner sheets stick out by a caliper each, so their
/// pages move that far towards the spine. Nothing when no paper holds two pages.
std::optional<Sheets> booklet(const page::Publication& publication, const Copier& copier);

/// What is cut out of a sheet: a page, a card of which everybody has one and which therefore fills the sheet, or a
/// tent of two pages that is folded between them.
enum class Piece { page, card, tent };

/// Pages one after another, as many as the paper holds, with marks to cut along, or lines where there is
/// no room for marks. A tent shows its page on both sides:
/// upright below its fold and upside down above it; a dashed mark stands at the fold. Nothing when no paper holds one.
std::optional<Sheets> cut_pages(const page::Publication& publication, const Copier& copier, Piece piece);

/// A page on each sheet, or as many copies of it as the paper holds, with marks to cut along. Nothing when no paper
/// holds a page.
std::optional<Sheets> loose_leaves(const page::Publication& publication, const Copier& copier);

}  // namespace brochure::prepress
