#pragma once
#include <map>
#include <string>
#include <vector>

#include "layout/part.hpp"
#include "layout/sequence.hpp"

namespace brochure::layout {

/// Puts drafts into the publication one after another: pages in order, element and picture numbers moved up, equal
/// pictures shared, folios and running feet set now that page numbers are known.
class Assembler {
public:
    Assembler(const Plan& plan, page::Publication& publication, bool facing);
    /// `part`: whose running foot and fonts; null for a fill page.
    void add(Draft&& draft, Part* part);

private:
    /// The number of an equal picture, or of this one, added.
    std::size_t picture_index(page::Picture&& picture);
    void add_items(std::vector<page::Item>& from, page::Page& to, int elements,
                   const std::vector<std::size_t>& pictures);
    void add_folio(const FolioSlot& slot, Part& part, std::size_t page);
    void place(page::Page& page, const text::Line& line, Length x, Length baseline);

    const Plan& plan_;
    page::Publication& publication_;
    bool facing_;
    std::multimap<std::string, std::size_t> pictures_;  // by file
};

}  // namespace brochure::layout
