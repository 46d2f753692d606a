#include <algorithm>

#include "layout/setter.hpp"
#include "layout/table_rows.hpp"

namespace brochure::layout {
namespace {

const Length line = Length::from_pt(12);

}  // namespace

// Rows of cells, each in columns of its own, the last of three and more at the right edge: a rule of Ink above all,
// hairlines between rows and below (DESIGN 6).
void Setter::data_rows(const design::Frame& frame, const TableField& all) {
    const Room room = room_of(frame);
    const Length pitch = scope_.value_or(frame.pitch, room.page, Length::from_pt(18));
    const Length bottom = scope_.value_or(frame.bottom, room.page, setting_.format.last_line);
    const int span = number_option(frame, "columns-of", 3);
    const bool wrap = option(frame, "wrap", "") == "yes", wrap_first = option(frame, "wrap", "") == "first";
    const Length step = (setting_.format.column + setting_.format.gutter) * span;
    const auto begun = begins(frame);
    if (!begun) return absent(frame);
    std::size_t i = begun->piece;
    Length rule = scope_.value_or(frame.top, room.page, Length{});
    const auto table = add_element(draft_, page::Role::table, {0});
    for (; i < all.rows.size(); ++i) {
        const auto& cells = all.rows[i];
        const Length last = room.left + step * (static_cast<double>(cells.size()) - 1);
        const Length last_width = room.right - last;
        const auto wraps = [&](std::size_t c) {
            return wrap || (c == 0 && wrap_first) || (cells.size() == 2 && c == 1);
        };
        const auto width = [&](std::size_t c) {
            return c + 1 == cells.size() ? last_width : step - setting_.format.gutter;
        };
        std::size_t lines = 1;
        for (std::size_t c = 0; c < cells.size(); ++c)
            if (wraps(c) && cells[c].text) lines = std::max(lines, lines_in(cells[c], style(frame, c), width(c)));
        const Length height = pitch + line * (static_cast<double>(lines) - 1);
        if (!fits(rule + height, bottom)) break;
        const bool first = i == begun->piece;
        hairline(room.page, room.left, room.right, rule, first ? "ink" : "hairline", first ? 0.5 : 0.35);
        const auto row = add_row(draft_, table);
        const Length baseline = rule + first_baseline(pitch);
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const auto cell = c == 0 ? add_head(draft_, row) : add_element(draft_, page::Role::data_cell, row);
            if (!cells[c].text) continue;
            const Length x = room.left + step * static_cast<double>(c);
            if (wraps(c))
                put_lines(cells[c], style(frame, c), room.page, x, width(c), baseline, cell);
            else if (c + 1 < cells.size())
                put(cells[c], style(frame, c), {room.page, x, x + step - setting_.format.gutter}, baseline, cell);
            else
                put(cells[c], style(frame, c), {room.page, x, room.right}, baseline, cell, c >= 2);
        }
        rule += height;
    }
    if (i < all.rows.size())
        leave(frame, {{i, 0}, all.rows.size() - i});
    else
        hairline(room.page, room.left, room.right, rule, "hairline", 0.35);
    remember(frame, rule, rule, all.rows.size());
}

// A name and, flush right in the last columns, what is counted of it; hairlines between rows and below. Nothing stands
// above the first: its rule is that of the label (DESIGN 7.8).
void Setter::flush_rows(const design::Frame& frame, const TableField& all) {
    const Room room = room_of(frame);
    const Length pitch = scope_.value_or(frame.pitch, room.page, Length::from_pt(18));
    const Length bottom = scope_.value_or(frame.bottom, room.page, setting_.format.last_line);
    const Length step = setting_.format.column + setting_.format.gutter;
    const auto begun = begins(frame);
    if (!begun) return absent(frame);
    std::size_t i = begun->piece;
    Length rule = scope_.value_or(frame.top, room.page, Length{});
    const auto table = add_element(draft_, page::Role::table, {0});
    Length last = rule;
    double most_lines = 1;
    std::optional<SourcePosition> longest;  // the name that takes most of the room, should a last row find none
    for (; i < all.rows.size(); ++i) {
        const auto& cells = all.rows[i];
        // A name runs up to half a gutter before what is counted; a longer one has several lines.
        Length name_end = room.right;
        for (std::size_t c = 1; c < cells.size(); ++c) {
            if (!cells[c].text) continue;
            const Piece cell{&cells[c].text->blocks.front(), cells[c].lang, &style(frame, c), {}, false, false};
            const Length right = room.right - step * static_cast<double>(cells.size() - 1 - c);
            name_end = std::min(name_end, right - setting_.workshop.natural_width(cell) - setting_.format.gutter / 2.0);
        }
        const auto lines = static_cast<double>(lines_in(cells[0], style(frame, 0), name_end - room.left));
        if (lines > most_lines) longest = cells[0].text->where;
        most_lines = std::max(most_lines, lines);
        const Length baseline = rule + first_baseline(pitch);
        const Length more = style(frame, 0).leading * (lines - 1);
        if (!fits(baseline + more, bottom)) break;
        const auto row = add_row(draft_, table);
        put_lines(cells[0], style(frame, 0), room.page, room.left, name_end - room.left, baseline,
                  add_head(draft_, row));
        for (std::size_t c = 1; c < cells.size(); ++c) {
            const auto cell = add_element(draft_, page::Role::data_cell, row);
            const Length right = room.right - step * static_cast<double>(cells.size() - 1 - c);
            if (cells[c].text) put(cells[c], style(frame, c), {room.page, room.left, right}, baseline, cell, true);
        }
        last = baseline + more;
        rule += pitch + more;
        hairline(room.page, room.left, room.right, rule, "hairline", 0.35);
    }
    if (i < all.rows.size()) leave(frame, {{i, 0}, all.rows.size() - i, longest});
    remember(frame, rule, last, all.rows.size());
}

}  // namespace brochure::layout
