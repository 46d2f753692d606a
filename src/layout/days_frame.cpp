#include <algorithm>

#include "layout/grouped_rows.hpp"
#include "layout/table_rows.hpp"

// The days of a visit (DESIGN 7.10): time and event in the first language, beside it the same in the second, row by row
// on the same baselines; or, in lines, one language below the other.
namespace brochure::layout {
namespace {

const Length line = Length::from_pt(12), least_row = Length::from_pt(36), between_days = Length::from_pt(18);

enum DayStyle : std::size_t { name, name_2, time, event, event_2, place, place_2 };

}  // namespace

struct Setter::DayGrid {
    Room room;
    Length event, second, half;  // left edges, and the second half's width
    bool two = false, lines = false;
    Length width(std::size_t half_index) const {
        return half_index == 0 && !lines ? second - half - event : room.right - left(half_index);
    }
    Length left(std::size_t half_index) const { return half_index == 0 || lines ? event : second; }
};

Setter::DayGrid Setter::day_grid(const design::Frame& frame, const DaysField& all) const {
    const auto& format = setting_.format;
    DayGrid grid;
    grid.room = room_of(frame);
    grid.lines = in_lines(frame);
    grid.half = format.gutter;
    grid.event = grid.lines ? grid.room.left : grid.room.left + format.column + format.gutter;
    grid.two = std::any_of(all.days.begin(), all.days.end(),
                           [](const DaysField::Day& day) { return day.name[1].text != nullptr; });
    grid.second =
        grid.two ? grid.room.left + (grid.room.width() + format.gutter) / 2.0 : grid.room.right + format.gutter;
    return grid;
}

// From its rule to the rule of the next row: 36, or more where words need further lines. In lines the time stands above
// the event.
Length Setter::day_row(const design::Frame& frame, const DayGrid& grid, const DaysField::Entry& entry, Length rule,
                       page::ElementId table) {
    const bool print = table.index >= 0;
    const auto row = print ? add_row(draft_, table) : page::artifact;
    if (print) draft_.elements.back().where = entry.where;
    const auto& clock = style(frame, time);
    const Length first = rule + (grid.lines ? first_below(clock, true) : line);
    Length lowest = grid.lines ? first : first + line;
    if (print) {
        hairline(grid.room.page, grid.room.left, grid.room.right, rule, "hairline", 0.35);
        const auto head = add_head(draft_, row);
        Room at{grid.room.page, grid.room.left, grid.lines ? grid.room.right : grid.event};
        Length width;
        if (entry.time.text) width = put(entry.time, clock, at, first, head);
        if (grid.lines) at.left += width + clock.size * 0.6;  // the dash before the end hangs to its left
        if (entry.until.text)
            put(entry.until, style(frame, grid.lines ? time : place), at, grid.lines ? first : first + line, head);
    }
    const bool timed = entry.time.text || entry.until.text;
    Length next = grid.lines && !timed ? first - clock.leading : first;  // in lines: the last baseline so far
    for (std::size_t half = 0; half < 2; ++half) {
        if (half == 1 && !grid.two) continue;
        const auto tag = print ? add_element(draft_, page::Role::data_cell, row) : page::artifact;
        Length y = first;
        const auto set = [&](const Words& words, std::size_t which) {
            if (!words.text) return;
            const auto& look = style(frame, which);
            if (grid.lines) y = next + look.leading;
            const std::size_t lines = print ? put_lines(words, look, grid.room.page, grid.left(half), grid.width(half),
                                                        y, add_element(draft_, page::Role::p, tag))
                                            : lines_in(words, look, grid.width(half));
            y += look.leading * static_cast<double>(lines);
            next = y - look.leading;
            lowest = std::max(lowest, grid.lines ? next : y - line);
        };
        // In lines the second language says nothing again that is in one language only.
        const auto& words = entry.cells[half];
        const auto own = [&](Words DaysField::Cell::*part) {
            const auto &mine = words.*part, &theirs = entry.cells[0].*part;
            return grid.lines && half == 1 && says_the_same(mine, theirs) ? Words{} : mine;
        };
        set(own(&DaysField::Cell::event), event + half);
        set(own(&DaysField::Cell::place), place + half);
        set(own(&DaysField::Cell::more), place + half);
    }
    if (grid.lines) return lowest - rule + row_unit(clock, true) * 2.0;
    return std::max(least_row, lowest - rule + line);
}

void Setter::days(const design::Frame& frame, const DaysField& all) {
    const DayGrid grid = day_grid(frame, all);
    Groups groups;
    groups.count = all.days.size();
    groups.whole = !grid.lines;
    groups.below = grid.lines ? row_unit(style(frame, time), true) * 2.0 : line;
    groups.between = between_days;
    groups.rows = [&](std::size_t day) { return all.days[day].entries.size(); };
    groups.where = [&](std::size_t day, std::size_t entry) { return all.days[day].entries[entry].where; };
    groups.name = [&](std::size_t day, bool goes_on, Length rule, bool print) {
        return name_group(frame, grid.room, goes_on ? all.days[day].continued : all.days[day].name, rule, print);
    };
    groups.columns = [](Length, page::ElementId) { return Length{}; };
    groups.row = [&](std::size_t day, std::size_t entry, Length rule, page::ElementId table) {
        return day_row(frame, grid, all.days[day].entries[entry], rule, table);
    };
    grouped(frame, groups);
}

}  // namespace brochure::layout
