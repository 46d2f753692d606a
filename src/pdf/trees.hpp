#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "pdf/haru.hpp"

/// The balanced trees of a PDF: no array grows long, and a reader finds page 9,000 without reading 8,999 others.
namespace brochure::pdf {

/// A number tree (ISO 32000-1, 7.9.7) over entries sorted by key; values are PDF syntax. Returns the entries of its
/// root:
/// "/Nums[…]", or "/Kids[…]" of nodes that are added to the document.
std::string number_tree(const std::vector<std::pair<std::int64_t, std::string>>& entries, HaruDocument& document);

/// A name tree (7.9.6) of the same shape over entries sorted by key.
std::string name_tree(const std::vector<std::pair<std::string, std::string>>& entries, HaruDocument& document);

/// Defines the nodes of a page tree with at most 32 kids each. Returns the parent of every page.
std::vector<Ref> page_tree(const std::vector<Ref>& pages, HaruDocument& document);

}  // namespace brochure::pdf
