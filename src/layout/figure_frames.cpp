#include <algorithm>

#include "layout/setter.hpp"

namespace brochure::layout {
namespace {

std::string words_of(const FiguresField::Figure& figure) {
    std::string words;
    for (const auto* part :
         {figure.before ? &*figure.before : nullptr, &figure.number, figure.after ? &*figure.after : nullptr})
        if (part) words += (words.empty() ? "" : " ") + content::plain(*part->text);
    return words;
}

}  // namespace

// Cells stand at the foot, in reading order, a rule above each. `top`: what stands above leaves room from there on;
// rows that find none go to the continuation (DESIGN 7.3), where they begin at `top`. Without a `bottom` all do.
void Setter::figures(const design::Frame& frame, const FiguresField& all) {
    const Room room = room_of(frame);
    const auto begun = begins(frame);
    if (!begun) return absent(frame);
    if (option(frame, "layout", "") == "lines") return line_rows(frame, rows_of(all), false);
    if (option(frame, "layout", "") == "rows") return figure_rows(frame, all);
    const std::size_t first = begun->piece, count = all.figures.size() - first;
    const bool one_row = number_option(frame, "rows", 2) == 1;
    const std::size_t across = one_row ? std::max<std::size_t>(count, 4) : 2;
    const Length pitch = scope_.value_or(frame.pitch, room.page, Length::from_pt(108));
    const Length foot = scope_.value_or(frame.bottom, room.page, setting_.format.last_line);
    const Length gutter = setting_.format.gutter;
    const Length cell = (room.width() - gutter * (static_cast<double>(across) - 1)) / static_cast<double>(across);
    const Length top = scope_.value_or(frame.top, room.page, -Length::from_pt(1e6));
    std::size_t rows = (count + across - 1) / across;
    const Length below =
        Length::from_pt(option(frame, "flush", "") == "yes" && after_lines(frame, all, cell) < 2 ? 84 : 96);
    const auto rule_of_first = [&] { return foot - below - pitch * (static_cast<double>(rows) - 1); };
    while (rows > 0 && !fits(top, rule_of_first())) --rows;
    const Length first_rule = first > 0 || frame.bottom.empty() ? top : rule_of_first();
    const std::size_t placed = std::min(count, rows * across);
    for (std::size_t i = 0; i < placed; ++i) {
        const auto& figure = all.figures[first + i];
        const Length x = room.left + (cell + gutter) * static_cast<double>(i % across);
        const Length y = first_rule + pitch * static_cast<double>(i / across);
        const Room at{room.page, x, x + cell};
        hairline(room.page, x, x + cell, y, "ink", 0.5);
        const auto tag = add_element(draft_, page::Role::p, {0}, figure.number.text->where);
        if (figure.before) put_lines(*figure.before, style(frame, 0), room.page, x, cell, y + Length::from_pt(15), tag);
        put(figure.number, style(frame, 1), at, y + Length::from_pt(63), tag);
        if (figure.after) put_lines(*figure.after, style(frame, 2), room.page, x, cell, y + Length::from_pt(84), tag);
    }
    if (placed < count) leave(frame, {{first + placed, 0}, count - placed});
    remember(frame, first_rule, foot, rows);
}

std::size_t Setter::after_lines(const design::Frame& frame, const FiguresField& all, Length width) {
    std::size_t most = 0;
    for (const auto& figure : all.figures)
        if (figure.after) most = std::max(most, lines_in(*figure.after, style(frame, 2), width));
    return most;
}

// A row for each figure, a rule above: words before it at 15, the number at 48 in the left half, words after it beside
// it (DESIGN 7.8). Those there is no place for are named in a note.
void Setter::figure_rows(const design::Frame& frame, const FiguresField& all) {
    const Room room = room_of(frame);
    const Length top = scope_.value_or(frame.top, room.page, Length{});
    const Length pitch = scope_.value_or(frame.pitch, room.page, Length::from_pt(60));
    const auto most = static_cast<std::size_t>(number_option(frame, "limit", 99));
    const std::size_t count = std::min(most, all.figures.size());
    const std::size_t first = option(frame, "take", "first") == "last" ? all.figures.size() - count : 0;
    const Length middle = room.left + (room.width() + setting_.format.gutter) / 2.0;
    const Length down = Length::from_pt(48);
    for (std::size_t i = 0; i < all.figures.size(); ++i) {
        const auto& figure = all.figures[i];
        const auto where = figure.number.text->where;
        if (i < first || i >= first + count) {
            draft_.found.note(where, "figure-left-out",
                              "the layout '" + setting_.master.name + "' has room for " + std::to_string(count) +
                                  " figures; not printed: \"" + words_of(figure) + "\"");
            continue;
        }
        const Length y = top + pitch * static_cast<double>(i - first);
        hairline(room.page, room.left, room.right, y, "ink", 0.5);
        const auto tag = add_element(draft_, page::Role::p, {0}, where);
        if (figure.before)
            put_lines(*figure.before, style(frame, 0), room.page, room.left, room.width(), y + Length::from_pt(15),
                      tag);
        const Length beside = std::max(
            middle, room.left + put(figure.number, style(frame, 1), room, y + down, tag) + setting_.format.gutter);
        if (figure.after)
            put_lines(*figure.after, style(frame, 2), room.page, beside, room.right - beside, y + down, tag);
    }
    const Length foot = top + pitch * static_cast<double>(count);
    remember(frame, top, foot, count);
}

}  // namespace brochure::layout
