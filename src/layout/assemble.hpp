#pragma once
#include <map>
#include <string>
#include <vector>

#include "layout/part.hpp"
#include "layout/sequence.hpp"

namespace brochure::layout {

/// A spread is drawn from its left page on. Read from right to left, the page that comes first is the right one: its
/// pages change places, with all that counts them.
void put_right_page_first(Draft& draft);

/// Whether the page with that index is the second of two that face each other (the one at the right, or, read from
/// right to left, at the left), or faces none.
bool is_recto(bool facing, std::size_t index);

/// Sets the folios and running feet of a part's draft, whose first page has the index `first` in a publication of
/// `count` pages.
void add_folios(const Plan& plan, Part& part, Draft& draft, std::size_t first, std::size_t count, bool facing);

/// Puts drafts into the publication one after another: pages in order, element and picture numbers moved up, equal
/// pictures shared.
class Assembler {
public:
    Assembler(const Plan& plan, page::Publication& publication, bool facing);
    void add(Draft&& draft);
    /// Puts the sections below the document in the order in which they are read.
    void finish();

private:
    /// The number of an equal picture, or of this one, added.
    std::size_t picture_index(page::Picture&& picture);
    void add_items(std::vector<page::Item>& from, page::Page& to, int elements,
                   const std::vector<std::size_t>& pictures);

    const Plan& plan_;
    page::Publication& publication_;
    bool facing_;
    std::vector<PanelSection> children_;                // of the document, as they were added
    std::multimap<std::string, std::size_t> pictures_;  // by file
};

/// Names the publication: its file, title, author and date, and the design's swatches.
void describe(page::Publication& publication, const content::Content& content, const design::Design& design,
              const Job& job);

}  // namespace brochure::layout
