#include <algorithm>
#include <numeric>

#include "layout/setter.hpp"

namespace brochure::layout {
namespace {

const Length line = Length::from_pt(12);
constexpr double further_line_cost = 0.6;  // of a name; a third line is four times as bad, as wider columns read better
constexpr double divided_cost = 2;         // of a name that a line ends in

/// Where each entry begins: its column and the line there.
struct Cell {
    std::size_t column = 0, line = 0;
};

// Columns filled one after the other, none longer than `rows` lines.
std::vector<Cell> filled(const std::vector<std::size_t>& heights, std::size_t rows) {
    std::vector<Cell> cells;
    Cell next;
    for (const std::size_t height : heights) {
        if (next.line > 0 && next.line + height > rows) next = {next.column + 1, 0};
        cells.push_back(next);
        next.line += height;
    }
    return cells;
}

// As level as they can be; empty where `most` lines in each of the columns do not hold all.
std::vector<Cell> leveled(const std::vector<std::size_t>& heights, std::size_t across, std::size_t most) {
    if (heights.empty()) return {};
    const std::size_t sum = std::accumulate(heights.begin(), heights.end(), std::size_t{0});
    const std::size_t highest = *std::max_element(heights.begin(), heights.end());
    for (std::size_t rows = std::max((sum + across - 1) / across, highest); rows <= most; ++rows)
        if (auto cells = filled(heights, rows); cells.back().column < across) return cells;
    return {};
}

}  // namespace

// Names with the difference of time (DESIGN 7.4). A name too wide to stand beside it goes on in further lines.
void Setter::clock_columns(const design::Frame& frame, const std::vector<ClocksField::Clock>& clocks,
                           std::size_t across, std::size_t most) {
    const Room room = room_of(frame);
    const Length pitch = scope_.value_or(frame.pitch, room.page, room.width() / static_cast<double>(across));
    const Length first = scope_.value_or(frame.baseline, room.page, Length{});
    const Length width = pitch - setting_.format.gutter;
    const auto& name_style = style(frame, 0);
    const auto& time_style = style(frame, 1);
    Length widest_time;
    for (const auto& clock : clocks)
        for (const auto& piece : own_pieces(clock.offset, time_style))
            widest_time = std::max(widest_time, setting_.workshop.natural_width(piece));
    const Length name_width = width - widest_time - name_style.size / 2.0;
    std::vector<std::size_t> heights;
    for (const auto& clock : clocks) {
        const std::size_t lines = lines_in(clock.name, name_style, name_width);
        if (!fits(widest_line(clock.name, name_style, name_width), name_width))
            draft_.faults.push_back("the name of " + content::plain(*clock.name.text) + " is too long for its column");
        heights.push_back(std::max<std::size_t>(lines, 1));
        if (!words_fit(clock.name, name_style, name_width)) draft_.costs.emplace_back("divided name", divided_cost);
        if (lines > 1)
            draft_.costs.emplace_back("further lines",
                                      further_line_cost * static_cast<double>((lines - 1) * (lines - 1)));
    }
    const auto cells = leveled(heights, across, std::max<std::size_t>(most / across, 1));
    if (cells.size() < clocks.size()) {
        draft_.faults.push_back("names of several lines leave no room for " + std::to_string(clocks.size()) +
                                " places");
        return;
    }
    for (std::size_t i = 0; i < clocks.size(); ++i) {
        const Length x = room.left + pitch * static_cast<double>(cells[i].column);
        const Length baseline = first + line * static_cast<double>(cells[i].line);
        const auto tag = add_element(draft_, page::Role::p, {0}, clocks[i].where);
        put_lines(clocks[i].name, name_style, room.page, x, name_width, baseline, tag);
        put(clocks[i].offset, time_style, {room.page, x, x + width}, baseline, tag, true);
    }
}

}  // namespace brochure::layout
