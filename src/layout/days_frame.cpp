#include <algorithm>

#include "layout/setter.hpp"
#include "layout/table_rows.hpp"

// The days of a visit (DESIGN 7.10): time and event in the first language, beside it the same in the second, row by row
// on the same baselines.
namespace brochure::layout {
namespace {

const Length line = Length::from_pt(12), least_row = Length::from_pt(36), name_below_rule = Length::from_pt(18),
             rows_below_rule = Length::from_pt(30), between_days = Length::from_pt(18);
constexpr std::size_t least_rows = 2;  // that go with the head of a day which is divided

enum DayStyle : std::size_t { name, name_2, time, event, event_2, place, place_2 };

}  // namespace

struct Setter::DayGrid {
    Room room;
    Length event, second, half;  // left edges, and the second half's width
    Length width(std::size_t half_index) const { return half_index == 0 ? second - half - event : room.right - second; }
    Length left(std::size_t half_index) const { return half_index == 0 ? event : second; }
};

Setter::DayGrid Setter::day_grid(const design::Frame& frame, const DaysField& all) const {
    const auto& format = setting_.format;
    DayGrid grid;
    grid.room = room_of(frame);
    grid.half = format.gutter;
    grid.event = grid.room.left + format.column + format.gutter;
    const auto in_two = [](const DaysField::Day& day) { return day.name[1].text != nullptr; };
    const bool two = std::any_of(all.days.begin(), all.days.end(), in_two);
    grid.second = two ? grid.room.left + (grid.room.width() + format.gutter) / 2.0 : grid.room.right + format.gutter;
    return grid;
}

// From its rule to the rule of the next row: 36, or more where words need further lines.
Length Setter::day_row(const design::Frame& frame, const DayGrid& grid, const DaysField::Entry& entry, Length rule,
                       page::ElementId table) {
    const bool print = table.index >= 0;
    const auto row = print ? add_row(draft_, table) : page::artifact;
    if (print) draft_.elements.back().where = entry.where;
    const Length first = rule + line;
    Length lowest = first + line;
    const auto cell = [&](page::Role role) { return print ? add_element(draft_, role, row) : page::artifact; };
    if (print) {
        hairline(grid.room.page, grid.room.left, grid.room.right, rule, "hairline", 0.35);
        const auto head = add_head(draft_, row);
        if (entry.time.text)
            put(entry.time, style(frame, time), {grid.room.page, grid.room.left, grid.event}, first, head);
        if (entry.until.text)
            put(entry.until, style(frame, place), {grid.room.page, grid.room.left, grid.event}, first + line, head);
    }
    for (std::size_t half = 0; half < 2; ++half) {
        if (half == 1 && !(grid.second < grid.room.right)) continue;
        const auto tag = cell(page::Role::data_cell);
        Length y = first;
        const auto set = [&](const Words& words, std::size_t which) {
            if (!words.text) return;
            const auto& look = style(frame, which);
            const std::size_t lines = print ? put_lines(words, look, grid.room.page, grid.left(half), grid.width(half),
                                                        y, add_element(draft_, page::Role::p, tag))
                                            : lines_in(words, look, grid.width(half));
            y += look.leading * static_cast<double>(lines);
        };
        const auto& words = entry.cells[half];
        set(words.event, event + half);
        set(words.place, place + half);
        set(words.more, place + half);
        lowest = std::max(lowest, y - line);
    }
    return std::max(least_row, lowest - rule + line);
}

void Setter::days(const design::Frame& frame, const DaysField& all) {
    const auto begun = begins(frame);
    if (!begun) return absent(frame);
    const DayGrid grid = day_grid(frame, all);
    const Length top = scope_.value_or(frame.top, grid.room.page, Length{});
    const Length bottom = scope_.value_or(frame.bottom, grid.room.page, setting_.format.last_line);
    const Length page_height = setting_.format.last_line - setting_.format.top;
    std::size_t day = begun->piece, entry = begun->line, placed = 0, left = 0;
    for (std::size_t d = day; d < all.days.size(); ++d) left += all.days[d].entries.size();
    left -= entry;
    Length rule = top, end = top;
    for (; day < all.days.size(); ++day, entry = 0) {
        const auto& entries = all.days[day].entries;
        std::vector<Length> heights;
        for (std::size_t i = entry; i < entries.size(); ++i)
            heights.push_back(day_row(frame, grid, entries[i], Length{}, page::artifact));
        Length whole = rows_below_rule, reach = rule + rows_below_rule;
        std::size_t rows = 0;
        bool full = false;
        for (const Length height : heights) {
            whole += height;
            full = full || !fits(reach + height - line, bottom);
            if (full) continue;
            reach += height;
            ++rows;
        }
        // A day that one page can hold is not divided; of another, the head does not stand alone.
        const bool divided = rows < heights.size();
        const bool could_be_whole = fits(whole - line, page_height);
        if (rows == 0 || (divided && placed > 0 && (could_be_whole || rows < least_rows))) break;
        draw_day(frame, grid, all.days[day], entry, rows, rule);
        placed += rows;
        end = reach;
        if (divided) {
            entry += rows;
            break;
        }
        rule = reach + between_days;
    }
    if (placed < left) leave(frame, {{day, entry}, left - placed});
    remember(frame, top, end, placed);
}

void Setter::draw_day(const design::Frame& frame, const DayGrid& grid, const DaysField::Day& day, std::size_t entry,
                      std::size_t rows, Length rule) {
    if (!draw_) return;
    hairline(grid.room.page, grid.room.left, grid.room.right, rule, "ink", 0.75);
    const auto head = add_element(draft_, page::Role::h2, {0}, day.entries[entry].where);
    const auto& names = entry == 0 ? day.name : day.continued;
    draft_.elements.back().title = content::plain(*names[0].text);
    for (std::size_t half = 0; half < 2; ++half)
        if (names[half].text)
            put(names[half], style(frame, name + half),
                {grid.room.page, half == 0 ? grid.room.left : grid.second, grid.room.right}, rule + name_below_rule,
                head);
    const auto table = add_element(draft_, page::Role::table, {0});
    Length y = rule + rows_below_rule;
    for (std::size_t i = entry; i < entry + rows; ++i) y += day_row(frame, grid, day.entries[i], y, table);
}

}  // namespace brochure::layout
