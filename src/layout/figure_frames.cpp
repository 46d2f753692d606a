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

// The largest of the numbers' sizes at which all of them are as narrow as their cells; without sizes the style's own.
Length Setter::number_size(const design::Style& style, const FiguresField& all, Length cell) {
    Length widest;
    for (const auto& figure : all.figures) widest = std::max(widest, widest_line(figure.number, style, text::endless));
    for (const Length size : style.sizes)
        if (fits(widest * (size / style.size), cell)) return size;
    return style.sizes.empty() ? style.size : style.sizes.back();
}

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
    const auto& number_style = style(frame, 1);
    const Length size = number_size(number_style, all, cell);
    for (std::size_t i = 0; i < placed; ++i) {
        const auto& figure = all.figures[first + i];
        const Length x = room.left + (cell + gutter) * static_cast<double>(i % across);
        const Length y = first_rule + pitch * static_cast<double>(i / across);
        hairline(room.page, x, x + cell, y, "ink", 0.5);
        const auto tag = add_element(draft_, page::Role::p, {0}, figure.number.text->where);
        if (figure.before) put_lines(*figure.before, style(frame, 0), room.page, x, cell, y + Length::from_pt(15), tag);
        const Length wide = widest_line(figure.number, number_style, text::endless) * (size / number_style.size);
        for (Piece piece : own_pieces(figure.number, number_style)) {
            piece.size = size;
            put_piece(piece, room.page, x, std::max(cell, wide), y + Length::from_pt(63), tag);
        }
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

// Where the words after a figure begin: in the right half, or behind a wide number.
Length Setter::beside_number(const design::Frame& frame, const FiguresField::Figure& figure, Room room) {
    const Length gutter = setting_.format.gutter, middle = room.left + (room.width() + gutter) / 2.0;
    return std::max(middle, room.left + widest_line(figure.number, style(frame, 1), text::endless) + gutter);
}

// Where the words after all figures begin: behind the widest number, so that they stand below each other, if each of
// them has room there.
Length Setter::beside_numbers(const design::Frame& frame, const std::vector<const FiguresField::Figure*>& all,
                              Room room) {
    Length widest;
    for (const auto* figure : all) widest = std::max(widest, beside_number(frame, *figure, room));
    const bool all_fit = std::all_of(all.begin(), all.end(), [&](const auto* figure) {
        return !figure->after || after_fits(frame, *figure->after, room.right - widest);
    });
    return all_fit ? widest : Length{};
}

// In two lines at most, so that they run neither into the number nor into the rules.
bool Setter::after_fits(const design::Frame& frame, const Words& words, Length width) {
    return lines_in(words, style(frame, 2), width) <= 2 && words_fit(words, style(frame, 2), width);
}

// Words before it in a line, those after it in two at most.
bool Setter::has_row(const design::Frame& frame, const FiguresField::Figure& figure, Room room) {
    const auto before_fits = [&](const Words& words) {
        return lines_in(words, style(frame, 0), room.width()) <= 1 && words_fit(words, style(frame, 0), room.width());
    };
    return (!figure.before || before_fits(*figure.before)) &&
           (!figure.after || after_fits(frame, *figure.after, room.right - beside_number(frame, figure, room)));
}

// Which figures are shown: the first or the last of those that have room, as many as the frame takes. The others are
// named in a note.
std::vector<const FiguresField::Figure*> Setter::figures_shown(const design::Frame& frame, const FiguresField& all) {
    const Room room = room_of(frame);
    std::vector<const FiguresField::Figure*> shown;
    const auto leave_out = [&](const FiguresField::Figure& figure, const std::string& why) {
        draft_.found.note(figure.number.text->where, "figure-left-out",
                          "the layout '" + setting_.master.name + "' has room for " + why + "; not printed: \"" +
                              words_of(figure) + "\"");
    };
    for (const auto& figure : all.figures)
        if (has_row(frame, figure, room))
            shown.push_back(&figure);
        else
            leave_out(figure, "a line of words before a figure and two beside it");
    const auto most = static_cast<std::size_t>(number_option(frame, "limit", 99));
    while (shown.size() > most) {
        const auto out = option(frame, "take", "first") == "last" ? shown.begin() : shown.end() - 1;
        leave_out(**out, std::to_string(most) + " figures");
        shown.erase(out);
    }
    return shown;
}

// A row for each figure, a rule above: words before it at 15, the number at 48 in the left half, words after it beside
// it (DESIGN 7.8), the last line of two at 48.
void Setter::figure_rows(const design::Frame& frame, const FiguresField& all) {
    const Room room = room_of(frame);
    const Length top = scope_.value_or(frame.top, room.page, Length{});
    const Length pitch = scope_.value_or(frame.pitch, room.page, Length::from_pt(60)), down = Length::from_pt(48);
    const auto shown = figures_shown(frame, all);
    const Length common = beside_numbers(frame, shown, room);
    Length y = top;
    for (const auto* figure : shown) {
        hairline(room.page, room.left, room.right, y, "ink", 0.5);
        const auto tag = add_element(draft_, page::Role::p, {0}, figure->number.text->where);
        if (figure->before)
            put_lines(*figure->before, style(frame, 0), room.page, room.left, room.width(), y + Length::from_pt(15),
                      tag);
        put(figure->number, style(frame, 1), room, y + down, tag);
        if (figure->after) {
            const auto& words = style(frame, 2);
            const Length beside = std::max(common, beside_number(frame, *figure, room)), width = room.right - beside;
            const auto above = static_cast<double>(lines_in(*figure->after, words, width)) - 1;
            put_lines(*figure->after, words, room.page, beside, width, y + down - words.leading * above, tag);
        }
        y += pitch;
    }
    remember(frame, top, y, shown.size());
}

}  // namespace brochure::layout
