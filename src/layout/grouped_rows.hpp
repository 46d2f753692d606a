#pragma once
#include <functional>

#include "layout/setter.hpp"
#include "layout/table_rows.hpp"

namespace brochure::layout {

/// Groups of rows as the loop over them sees them. Heights are from rule to rule. With a table a row is drawn, without
/// one only measured; so is a head that is not to be printed.
struct Setter::Groups {
    std::size_t count = 0;
    std::function<std::size_t(std::size_t group)> rows;
    std::function<SourcePosition(std::size_t group, std::size_t row)> where;
    std::function<Length(std::size_t group, bool goes_on, Length rule, bool print)> name;
    std::function<Length(Length rule, page::ElementId table)> columns;  // the row of their names, below each name
    std::function<Length(std::size_t group, std::size_t row, Length rule, page::ElementId table)> row;
    Length below;        // of a row's height so much is white below its last baseline
    Length between;      // from the last row's end to the next group's rule
    bool whole = false;  // a group that one page can hold is not divided
};

/// What heights are rounded to: in lines the grid that the style stands on, else 6 pt.
inline Length row_unit(const design::Style& style, bool lines) {
    return lines && style.snap > Length{} ? style.snap : Length::from_pt(6);
}

/// From a row's rule to its first baseline: type that is taller than text needs more, and so do cells in lines.
inline Length first_below(const design::Style& style, bool lines) {
    const Length unit = row_unit(style, lines);
    return lines ? style.leading + unit : std::max(Length::from_pt(12), style.leading - unit);
}

}  // namespace brochure::layout
