#include <algorithm>
#include <charconv>
#include <cmath>
#include <tuple>
#include <utility>

#include "layout/grouped_rows.hpp"
#include "layout/table_rows.hpp"

// Rows in groups, each cell in columns of its own: participants by side, telephone numbers, words in two languages. Or,
// in lines, the cells of a row one below the other.
namespace brochure::layout {
namespace {

const Length between_groups = Length::from_pt(18), head_height = Length::from_pt(18);

enum RowStyle : std::size_t { name, name_2, head_cell, further, first_cell };

// Grid columns "1 4 7", counted from the frame's first.
std::vector<int> numbers_in(const std::string& text) {
    std::vector<int> numbers;
    for (const char *at = text.data(), *end = at + text.size(); at < end; ++at) {
        int number = 0;
        const auto [after, fault] = std::from_chars(at, end, number);
        if (fault != std::errc{}) continue;
        numbers.push_back(number);
        at = after;
    }
    return numbers;
}

bool is_said_before(const RowsField::Row& row, std::size_t cell, const Words& words) {
    const auto is_it = [&](const Words& other) { return says_the_same(words, other); };
    return std::any_of(row.cells.begin(), row.cells.begin() + static_cast<std::ptrdiff_t>(cell),
                       [&](const auto& before) { return std::any_of(before.begin(), before.end(), is_it); });
}

}  // namespace

struct Setter::RowGrid {
    Room room;
    std::vector<Length> left, right;  // of each cell
    Length pitch;                     // least height of a row
    bool lines = false;
};

Setter::RowGrid Setter::row_grid(const design::Frame& frame, const RowsField& all) const {
    const auto& format = setting_.format;
    RowGrid grid;
    grid.room = room_of(frame);
    grid.pitch = scope_.value_or(frame.pitch, grid.room.page, Length::from_pt(18));
    grid.lines = in_lines(frame);
    std::size_t count = all.head.size();
    for (const auto& group : all.groups)
        for (const auto& row : group.rows) count = std::max(count, row.cells.size());
    const auto at = numbers_in(option(frame, "at", ""));
    const Length step = format.column + format.gutter;
    for (std::size_t i = 0; i < count; ++i) {
        const int column = i < at.size() ? at[i] : static_cast<int>(i) + 1;
        grid.left.push_back(grid.room.left + (grid.lines ? Length{} : step * static_cast<double>(column - 1)));
    }
    for (std::size_t i = 0; i < count; ++i)
        grid.right.push_back(i + 1 < count && !grid.lines ? grid.left[i + 1] - format.gutter : grid.room.right);
    turn_second_language(grid, all);
    return grid;
}

// Neighbouring columns of a second language that is read the other way stand in its order, in the room that is theirs.
void Setter::turn_second_language(RowGrid& grid, const RowsField& all) const {
    if (setting_.turned_lang.empty() || grid.lines) return;
    const auto turns = [&](std::size_t cell) {
        if (cell < all.head.size() && all.head[cell].text)
            return begins_right(all.head[cell].lang) != setting_.right_to_left;
        for (const auto& group : all.groups)
            for (const auto& row : group.rows)
                if (cell < row.cells.size() && !row.cells[cell].empty())
                    return begins_right(row.cells[cell].front().lang) != setting_.right_to_left;
        return false;
    };
    for (std::size_t first = 0, end = 0; first < grid.left.size(); first = end + 1) {
        for (end = first; end < grid.left.size() && turns(end);) ++end;
        if (end == first) continue;
        const Length edges = grid.left[first] + grid.right[end - 1];
        for (std::size_t i = first; i < end; ++i)
            std::tie(grid.left[i], grid.right[i]) = std::pair{edges - grid.right[i], edges - grid.left[i]};
    }
}

Length Setter::row_of_cells(const design::Frame& frame, const RowGrid& grid, const RowsField::Row& row, Length rule,
                            page::ElementId table, bool head) {
    const bool print = table.index >= 0;
    const auto tag = print ? add_row(draft_, table) : page::artifact;
    if (print) {
        draft_.elements.back().where = row.where;
        hairline(grid.room.page, grid.room.left, grid.room.right, rule, "hairline", 0.35);
    }
    const auto style_of = [&](std::size_t cell, std::size_t which) -> const design::Style& {
        const auto& own = style(frame, head ? head_cell : which > 0 ? further : first_cell + cell);
        const auto& words = row.cells[cell][which];
        const auto& roomier = style_for(words, own);
        if (&roomier == &own) return own;
        // Words under a reading are not divided: too long ones have it in brackets.
        const Length width = grid.right[cell] - grid.left[cell];
        return fits(widest_line(words, roomier, width), width) ? roomier : own;
    };
    // All cells begin on the baseline of the tallest type.
    Length first;
    for (std::size_t c = 0; c < row.cells.size(); ++c)
        if (!row.cells[c].empty() && (!grid.lines || first == Length{}))
            first = std::max(first, first_below(style_of(c, 0), grid.lines));
    const auto& own = row.cells.front().empty() ? style(frame, head ? head_cell : first_cell) : style_of(0, 0);
    const Length unit = row_unit(own, grid.lines);
    Length lowest = rule + first;
    bool begun = false;  // in lines: something stands in the row
    for (std::size_t c = 0; c < grid.left.size(); ++c) {
        const auto cell = !print           ? page::artifact
                          : head || c == 0 ? add_head(draft_, tag)
                                           : add_element(draft_, page::Role::data_cell, tag);
        if (print && head) draft_.elements.back().scope = "Column";
        if (c >= row.cells.size()) continue;
        const Length width = grid.right[c] - grid.left[c];
        Length y = grid.lines ? lowest : rule + first;
        for (std::size_t i = 0; i < row.cells[c].size(); ++i) {
            const auto& words = row.cells[c][i];
            if (grid.lines && is_said_before(row, c, words)) continue;
            const auto& look = style_of(c, i);
            if (i > 0 || (grid.lines && begun)) y += look.leading;
            begun = true;
            const auto lines =
                print ? put_lines(words, look, grid.room.page, grid.left[c], width, y,
                                  row.cells[c].size() > 1 ? add_element(draft_, page::Role::p, cell) : cell)
                      : lines_in(words, look, width);
            if (lines > 1) y += look.leading * static_cast<double>(lines - 1);
        }
        lowest = std::max(lowest, y);
    }
    if (grid.lines) return lowest - rule + unit * 2.0;
    return std::max(head ? head_height : grid.pitch, unit * std::ceil((lowest - rule + unit) / unit - 1e-6));
}

void Setter::rows(const design::Frame& frame, const RowsField& all) {
    const RowGrid grid = row_grid(frame, all);
    RowsField::Row names;
    if (!grid.lines)  // there the cells of a column do not stand below each other
        for (const auto& words : all.head)
            names.cells.push_back(words.text ? RowsField::Cell{words} : RowsField::Cell{});
    const Length unit = row_unit(style(frame, first_cell), grid.lines);
    Groups groups;
    groups.count = all.groups.size();
    groups.below = grid.lines ? unit * 2.0 : unit;
    groups.between = between_groups;
    groups.rows = [&](std::size_t group) { return all.groups[group].rows.size(); };
    groups.where = [&](std::size_t group, std::size_t row) { return all.groups[group].rows[row].where; };
    groups.name = [&](std::size_t group, bool goes_on, Length rule, bool print) {
        const auto& one = all.groups[group];
        // On cards and sheets its heading is above it on each.
        if (goes_on && !one.name[0].text && !grid.lines) return Length{};
        return name_group(frame, grid.room, goes_on ? one.continued : one.name, rule, print);
    };
    groups.columns = [&](Length rule, page::ElementId table) {
        return names.cells.empty() ? Length{} : row_of_cells(frame, grid, names, rule, table, true);
    };
    groups.row = [&](std::size_t group, std::size_t row, Length rule, page::ElementId table) {
        return row_of_cells(frame, grid, all.groups[group].rows[row], rule, table);
    };
    grouped(frame, groups);
}

}  // namespace brochure::layout
