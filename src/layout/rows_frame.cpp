#include <algorithm>
#include <charconv>
#include <cmath>

#include "layout/setter.hpp"
#include "layout/table_rows.hpp"

// Rows in groups, each cell in columns of its own: participants by side, telephone numbers, words in two languages.
namespace brochure::layout {
namespace {

const Length name_below_rule = Length::from_pt(18), rows_below_name = Length::from_pt(12),
             between_groups = Length::from_pt(18), head_height = Length::from_pt(18), line = Length::from_pt(12);
constexpr std::size_t least_rows = 2;  // that go with the head of a group which is divided

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

// From the rule to the first baseline: type that is taller than text needs more.
Length first_below(const design::Style& style) {
    return std::max(line, style.leading - line / 2.0);
}

}  // namespace

struct Setter::RowGrid {
    Room room;
    std::vector<Length> left, right;  // of each cell
    Length pitch, second;             // least height of a row; where the second language begins
};

Setter::RowGrid Setter::row_grid(const design::Frame& frame, const RowsField& all) const {
    const auto& format = setting_.format;
    RowGrid grid;
    grid.room = room_of(frame);
    grid.pitch = scope_.value_or(frame.pitch, grid.room.page, Length::from_pt(18));
    grid.second = grid.room.left + (grid.room.width() + format.gutter) / 2.0;
    std::size_t count = all.head.size();
    for (const auto& group : all.groups)
        for (const auto& row : group.rows) count = std::max(count, row.cells.size());
    const auto at = numbers_in(option(frame, "at", ""));
    const Length step = format.column + format.gutter;
    for (std::size_t i = 0; i < count; ++i) {
        const int column = i < at.size() ? at[i] : static_cast<int>(i) + 1;
        grid.left.push_back(grid.room.left + step * static_cast<double>(column - 1));
    }
    for (std::size_t i = 0; i < count; ++i)
        grid.right.push_back(i + 1 < count ? grid.left[i + 1] - format.gutter : grid.room.right);
    return grid;
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
        return style_for(row.cells[cell][which], own);
    };
    // All cells begin on the baseline of the tallest type.
    Length first = line;
    for (std::size_t c = 0; c < row.cells.size(); ++c)
        if (!row.cells[c].empty()) first = std::max(first, first_below(style_of(c, 0)));
    Length lowest = rule + first;
    for (std::size_t c = 0; c < grid.left.size(); ++c) {
        const auto cell = !print           ? page::artifact
                          : head || c == 0 ? add_head(draft_, tag)
                                           : add_element(draft_, page::Role::data_cell, tag);
        if (print && head) draft_.elements.back().scope = "Column";
        if (c >= row.cells.size()) continue;
        const Length width = grid.right[c] - grid.left[c];
        Length y = rule + first;
        for (std::size_t i = 0; i < row.cells[c].size(); ++i) {
            const auto& words = row.cells[c][i];
            const auto& look = style_of(c, i);
            if (i > 0) y += look.leading;
            const auto lines =
                print ? put_lines(words, look, grid.room.page, grid.left[c], width, y,
                                  row.cells[c].size() > 1 ? add_element(draft_, page::Role::p, cell) : cell)
                      : lines_in(words, look, width);
            if (lines > 1) y += look.leading * static_cast<double>(lines - 1);
        }
        lowest = std::max(lowest, y);
    }
    const Length half = line / 2.0;
    return std::max(head ? head_height : grid.pitch, half * std::ceil((lowest - rule + half) / half - 1e-6));
}

Length Setter::group_head(const design::Frame& frame, const RowGrid& grid, const RowsField& all, std::size_t group,
                          bool goes_on, Length rule, bool print) {
    const auto& one = all.groups[group];
    const auto& names = goes_on ? one.continued : one.name;
    if (!names[0].text) return {};
    Length lines = Length{};
    page::ElementId tag;
    if (print) {
        hairline(grid.room.page, grid.room.left, grid.room.right, rule, "ink", 0.75);
        tag = add_element(draft_, page::Role::h2, {0}, names[0].text->where);
        draft_.elements.back().title = content::plain(*names[0].text);
    }
    for (std::size_t half = 0; half < 2; ++half) {
        if (!names[half].text) continue;
        const Length left = half == 0 ? grid.room.left : grid.second;
        const Length right = half == 0 && names[1].text ? grid.second - setting_.format.gutter : grid.room.right;
        const auto& look = style(frame, name + half);
        const std::size_t count =
            print ? put_lines(names[half], look, grid.room.page, left, right - left, rule + name_below_rule, tag)
                  : lines_in(names[half], look, right - left);
        if (count > 1) lines = std::max(lines, look.leading * static_cast<double>(count - 1));
    }
    return name_below_rule + lines + rows_below_name;
}

// A group that one page can hold is divided only where it opens the page; of a divided one the head does not stand
// alone.
void Setter::rows(const design::Frame& frame, const RowsField& all) {
    const auto begun = begins(frame);
    if (!begun) return absent(frame);
    const RowGrid grid = row_grid(frame, all);
    const Length top = scope_.value_or(frame.top, grid.room.page, Length{});
    const Length bottom = scope_.value_or(frame.bottom, grid.room.page, setting_.format.last_line);
    const Length half = line / 2.0;  // below a row's last baseline
    Length head;
    if (!all.head.empty()) {
        RowsField::Row names;
        for (const auto& words : all.head)
            names.cells.push_back(words.text ? RowsField::Cell{words} : RowsField::Cell{});
        head = row_of_cells(frame, grid, names, Length{}, page::artifact, true);
    }
    std::size_t group = begun->piece, row = begun->line, placed = 0, left = 0;
    for (std::size_t g = group; g < all.groups.size(); ++g) left += all.groups[g].rows.size();
    left -= row;
    Length rule = top, end = top;
    for (; group < all.groups.size(); ++group, row = 0) {
        const auto& rows = all.groups[group].rows;
        Length reach = rule + group_head(frame, grid, all, group, row > 0, rule, false) + head;
        std::size_t count = 0;
        for (std::size_t i = row; i < rows.size(); ++i, ++count) {
            const Length height = row_of_cells(frame, grid, rows[i], Length{}, page::artifact);
            if (!fits(reach + height - half, bottom)) break;
            reach += height;
        }
        const bool divided = row + count < rows.size();
        if (count == 0 || (divided && placed > 0 && count < least_rows)) break;
        draw_group(frame, grid, all, group, row, count, rule);
        placed += count;
        end = reach;
        if (divided) {
            row += count;
            break;
        }
        rule = reach + between_groups;
    }
    if (placed < left) leave(frame, {{group, row}, left - placed});
    remember(frame, top, end - half, placed);
}

void Setter::draw_group(const design::Frame& frame, const RowGrid& grid, const RowsField& all, std::size_t group,
                        std::size_t row, std::size_t count, Length rule) {
    if (!draw_) return;
    Length y = rule + group_head(frame, grid, all, group, row > 0, rule, true);
    const auto table = add_element(draft_, page::Role::table, {0});
    if (!all.head.empty()) {
        RowsField::Row names;
        for (const auto& words : all.head)
            names.cells.push_back(words.text ? RowsField::Cell{words} : RowsField::Cell{});
        y += row_of_cells(frame, grid, names, y, table, true);
    }
    for (std::size_t i = row; i < row + count; ++i) y += row_of_cells(frame, grid, all.groups[group].rows[i], y, table);
}

}  // namespace brochure::layout
