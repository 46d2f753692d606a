#pragma once
#include "layout/fields.hpp"
#include "layout/tagging.hpp"

namespace brochure::layout {

/// DESIGN 6: 12 below a row's rule in a pitch of 18, 18 in one of 24; rows of two lines have their first name at 24.
inline Length first_baseline(Length pitch) {
    return Length::from_pt(pitch < Length::from_pt(24) ? 12 : pitch < Length::from_pt(36) ? 18 : 24);
}

inline page::ElementId add_row(Draft& draft, page::ElementId table) {
    return add_element(draft, page::Role::row, table);
}

/// In whatever languages: a name that stands in one line already says nothing new in the next.
inline bool says_the_same(const Words& a, const Words& b) {
    return a.text && b.text && content::plain(*a.text) == content::plain(*b.text);
}

/// The cell that names its row.
inline page::ElementId add_head(Draft& draft, page::ElementId row) {
    const auto cell = add_element(draft, page::Role::head_cell, row);
    draft.elements.back().scope = "Row";
    return cell;
}

}  // namespace brochure::layout
