#include <algorithm>
#include <array>

#include "layout/euphony.hpp"
#include "layout/setter.hpp"

namespace brochure::layout {
namespace {

using Entry = std::vector<Piece>;  // one half of a row

// Every text of a half begins at the same side, in whatever language it is.
struct Look {
    const design::Style& style;
    text::Side side;
};

void add(Entry& entry, const Words& words, const Look& look) {
    if (!words.text) return;
    for (Piece& piece : pieces_of(*words.text, words.lang, look.style)) {
        piece.indented = false;
        piece.side = look.side;
        entry.push_back(piece);
    }
}

// The items of a list, the rows of a table with their cells below each other, or the paragraphs of a text.
std::vector<Entry> entries_of(const Field* field, const Look& look) {
    std::vector<Entry> entries;
    if (const auto* list = field ? std::get_if<ListField>(field) : nullptr)
        for (const auto& item : list->items) add(entries.emplace_back(), item, look);
    if (const auto* table = field ? std::get_if<TableField>(field) : nullptr)
        for (const auto& row : table->rows) {
            entries.emplace_back();
            for (const auto& cell : row) add(entries.back(), cell, look);
        }
    if (const auto* words = field ? std::get_if<Words>(field) : nullptr) {
        Entry all;
        add(all, *words, look);
        for (Piece& piece : all) entries.push_back({piece});
    }
    return entries;
}

// The language of a text, or of the first entry.
std::string language_of(const Field* field) {
    if (const auto* list = field ? std::get_if<ListField>(field) : nullptr; list && !list->items.empty())
        return list->items.front().lang;
    const auto* words = field ? std::get_if<Words>(field) : nullptr;
    return words ? words->lang : std::string{};
}

bool is_tabular(const Field* field) {
    return field && !std::get_if<Words>(field);
}

// What a heading is called where the document's headings are listed: its words in the first language.
std::string title_of(const std::array<std::vector<Entry>, 2>& halves, std::size_t row) {
    const auto& half = row < halves[0].size() ? halves[0] : halves[1];
    std::string title;
    if (!half[row].empty())
        for (const auto& span : half[row].front().block->spans) title += span.text;
    return title;
}

using Pair = std::array<std::size_t, 2>;  // lines of the left half and of the right one

constexpr std::size_t long_row = 8;     // lines: a row of fewer is not divided
constexpr std::size_t least_lines = 2;  // of a divided row on either side, in each half that is there

// How many of a row's lines stay where there is room for a depth of `room` below the first baseline; none: it is not
// divided.
Pair lines_kept(const Pair& lines, const std::array<Length, 2>& leadings, Length room) {
    if (std::max(lines[0], lines[1]) < long_row || room < Length{}) return {};
    Pair kept;
    for (std::size_t half = 0; half < 2; ++half) {
        kept[half] = std::min(lines[half], static_cast<std::size_t>(room / leadings[half] + 1e-6) + 1);
        const std::size_t left = lines[half] - kept[half];
        if (left > 0 && left < least_lines) kept[half] -= std::min(kept[half], least_lines - left);
        if (lines[half] > 0 && kept[half] < std::min(lines[half], least_lines)) return {};
    }
    return kept;
}

}  // namespace

// Both halves of the frame are equally wide, a gutter apart. A row begins on the same baseline left and right, `gap`
// below the last line of the taller half of the row before. Only a long row is divided between pages.
void Setter::parallel(const design::Frame& frame) {
    const Field* left = setting_.fields.find(frame.source);
    const Field* right = setting_.fields.find(option(frame, "beside", ""));
    const auto begun = begins(frame);
    if ((!left && !right) || !begun) return absent(frame);
    // Characters that fill their squares need more white between the lines.
    const auto style_of = [&](const Field* field, std::size_t half) {
        return &style(frame, frame.styles.size() > 2 && is_written_close(language_of(field)) ? 2 : half);
    };
    const std::array styles{style_of(left, 0), style_of(right, 1)};
    const bool turned = !setting_.turned_lang.empty();
    const auto look = [&](std::size_t half) {
        const bool right_to_left = setting_.right_to_left != (half == 1 && turned);
        return Look{*styles[half], right_to_left ? text::Side::right : text::Side::left};
    };
    const std::array halves{entries_of(left, look(0)), entries_of(right, look(1))};
    const Room room = room_of(frame);
    const Length width = (room.width() - setting_.format.gutter) / 2.0;
    const Length bottom = scope_.value_or(frame.bottom, room.page, setting_.format.last_line);
    const Length gap = scope_.value_or(frame.gap, room.page, styles[0]->leading);
    const std::size_t rows = std::max(halves[0].size(), halves[1].size());
    const auto lines_of_half = [&](std::size_t half, std::size_t row) {
        std::size_t lines = 0;
        if (row < halves[half].size())
            for (const Piece& piece : halves[half][row]) lines += setting_.workshop.lines(piece, width).size();
        return lines;
    };
    Pair from{begun->line, begun->other};  // the lines of the first row that stand on pages before
    const auto lines_left = [&](std::size_t row) {
        Pair lines{lines_of_half(0, row), lines_of_half(1, row)};
        for (std::size_t half = 0; half < 2; ++half) lines[half] -= std::min(lines[half], from[half]);
        return lines;
    };
    const auto depth = [&](const Pair& lines) {  // from the first baseline to the last
        Length deepest;
        for (std::size_t half = 0; half < 2; ++half)
            if (lines[half] > 1)
                deepest = std::max(deepest, styles[half]->leading * static_cast<double>(lines[half] - 1));
        return deepest;
    };
    // Two languages of one heading are one heading. Paragraphs are read one after another: nothing heads their columns,
    // so they are no table.
    const bool heading = frame.role.size() == 2 && frame.role[0] == 'H';
    const bool table_like = !heading && (is_tabular(left) || is_tabular(right));
    const auto table = table_like ? add_element(draft_, page::Role::table, {0}) : page::ElementId{0};
    const auto put_row = [&](std::size_t row, Length baseline, const Pair& count) {
        const auto tag = table_like ? add_element(draft_, page::Role::row, table)
                         : heading  ? add_element(draft_, role_of(frame.role), table)
                                    : table;
        if (heading) draft_.elements.back().title = title_of(halves, row);
        for (std::size_t half = 0; half < 2; ++half) {
            const bool empty = row >= halves[half].size();
            const auto cell = table_like         ? add_element(draft_, page::Role::data_cell, tag)
                              : heading || empty ? tag
                                                 : add_element(draft_, page::Role::p, tag);
            const Length x = room.left + (width + setting_.format.gutter) * static_cast<double>(half);
            if (empty) continue;
            std::size_t placed = 0, skipped = from[half];
            for (const Piece& piece : halves[half][row]) {
                placed += put_piece(piece, room.page, x, width,
                                    baseline + styles[half]->leading * static_cast<double>(placed), cell,
                                    {skipped, skipped + count[half] - placed});
                skipped -= std::min(skipped, setting_.workshop.lines(piece, width).size());
            }
        }
    };

    const Length top = scope_.value_or(frame.top, room.page, Length{});
    Length baseline = top, last = top - gap;
    std::size_t row = begun->piece;
    for (; row < rows; ++row) {
        const Pair count = lines_left(row);
        const Length ends = baseline + depth(count);
        if (!fits(ends, bottom)) {
            const Pair kept = lines_kept(count, {styles[0]->leading, styles[1]->leading}, bottom - baseline);
            if (kept == Pair{}) break;
            put_row(row, baseline, kept);
            last = baseline + depth(kept);
            for (std::size_t half = 0; half < 2; ++half) from[half] += kept[half];
            break;
        }
        put_row(row, baseline, count);
        from = {};
        last = ends;
        baseline = ends + gap;
    }
    remember(frame, top, last, row - begun->piece);
    if (row == rows) return;
    const Pair rest = lines_left(row);
    std::size_t lines = std::max(rest[0], rest[1]);
    for (std::size_t i = row + 1; i < rows; ++i) lines += std::max(lines_of_half(0, i), lines_of_half(1, i));
    leave(frame, {{row, from[0], from[1]}, lines});
}

}  // namespace brochure::layout
