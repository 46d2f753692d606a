#include <algorithm>

#include "layout/setter.hpp"

namespace brochure::layout {
namespace {

const Length directory_line = Length::from_pt(12);
const Length least_indent = Length::from_pt(17);  // from the number to the name (DESIGN 7.11)
const Length after_number = Length::from_pt(6), before_region = Length::from_pt(8);

// The styles of a directory, in the order in which a frame names them.
enum DirectoryStyle : std::size_t { number, name, country, details, region };

bool opens_region(const DirectoryField& all, std::size_t index) {
    return index == 0 || all.entries[index].region != all.entries[index - 1].region;
}

/// Entries side by side in columns, read down one column after the other; the rows stand level across them.
struct Columns {
    std::vector<std::size_t> counts;  // entries of each column
    std::vector<Length> rows;         // heights: each that of its tallest entry
};

// The columns of the first entries of `heights`, up to `most` in each.
Columns columns_of(const std::vector<Length>& heights, std::size_t across, std::size_t most) {
    Columns columns;
    std::size_t next = 0;
    for (std::size_t c = 0; c < across; ++c) {
        columns.counts.push_back(std::min(most, heights.size() - next));
        columns.rows.resize(std::max(columns.rows.size(), columns.counts.back()));
        for (std::size_t row = 0; row < columns.counts.back(); ++row)
            columns.rows[row] = std::max(columns.rows[row], heights[next++]);
    }
    return columns;
}

bool holds(const Columns& columns, Length height) {
    Length sum;
    for (const Length row : columns.rows) sum += row;
    return fits(sum - directory_line, height);
}

// As many of `left` entries as the columns hold, or, of the last ones, an equal number in each. A single row is not
// left for a page of its own (DESIGN 6).
Columns divided(const std::vector<Length>& heights, std::size_t left, std::size_t across, std::size_t rows,
                Length height) {
    std::size_t most = std::min(rows, (heights.size() + across - 1) / across);
    while (most > 0 && !holds(columns_of(heights, across, most), height)) --most;
    const bool strands = left > most * across && left <= (most + 1) * across;
    if (strands && most > 2) --most;
    return columns_of(heights, across, most);
}

}  // namespace

bool Setter::words_fit(const Words& words, const design::Style& style, Length width) {
    const auto pieces = own_pieces(words, style);
    return std::all_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
        const auto& lines = setting_.workshop.lines(piece, width);
        return std::none_of(lines.begin(), lines.end(), [](const text::Line& line) { return line.overfull; });
    });
}

Length Setter::width_in(const Words& words, const design::Style& style) {
    return setting_.workshop.natural_width({&words.text->blocks.front(), words.lang, &style, {}, false, false});
}

Length Setter::width_beside_region(const design::Frame& frame, const DirectoryField& all, std::size_t index,
                                   Room room) {
    return room.width() - width_in(all.regions[all.entries[index].region], style(frame, region)) - before_region;
}

// A name with a word that has none stands below the region's name, and its number with it.
bool Setter::has_room_beside_region(const design::Frame& frame, const DirectoryField& all, std::size_t index,
                                    Room room) {
    return words_fit(all.entries[index].name, style(frame, name), width_beside_region(frame, all, index, room));
}

// Number and name stand 12 below the rule, the country 12 below the name, distance, time and contact 12 below that, or
// at the right edge beside the country. What needs another line makes the entry a line higher.
Length Setter::directory_entry(const design::Frame& frame, const DirectoryField& all, std::size_t index, Room room,
                               Length rule, bool named, page::ElementId row) {
    const auto& entry = all.entries[index];
    const bool brief = option(frame, "layout", "full") == "brief", print = row.index >= 0;
    const auto width_of = [&](const Words& words, std::size_t which) { return width_in(words, style(frame, which)); };
    const auto cell = [&](page::Role role) { return print ? add_element(draft_, role, row) : page::artifact; };
    const bool beside_region = named && has_room_beside_region(frame, all, index, room);
    const Length name_width = beside_region ? width_beside_region(frame, all, index, room) : room.width();
    Length y = rule + directory_line * (named && !beside_region ? 2.0 : 1.0);
    const auto set = [&](const Words& words, std::size_t which, Length width, page::Role role) {
        const auto tag = cell(role);
        if (print && role == page::Role::head_cell) draft_.elements.back().scope = "Row";
        const std::size_t lines = print ? put_lines(words, style(frame, which), room.page, room.left, width, y, tag)
                                        : lines_in(words, style(frame, which), width);
        y += directory_line * static_cast<double>(std::max<std::size_t>(lines, 1));
    };
    set(entry.name, name, name_width, page::Role::head_cell);
    const auto& more = brief ? entry.brief : entry.details;
    const bool beside = brief && more &&
                        fits(width_of(entry.country, country) + before_region + width_of(*more, details), room.width());
    if (beside && print) {
        const auto baseline = y;
        set(entry.country, country, room.width(), page::Role::data_cell);
        put(*more, style(frame, details), room, baseline, cell(page::Role::data_cell), true);
    } else {
        set(entry.country, country, room.width(), page::Role::data_cell);
        if (more && !beside) set(*more, details, room.width(), page::Role::data_cell);
        if (!more) cell(page::Role::data_cell);  // every row of a table has as many cells
    }
    const Length pitch = scope_.value_or(frame.pitch, room.page, directory_line * 4.0);
    const Length usual = rule + directory_line * (brief ? 3.0 : 4.0);
    return pitch + std::max(Length{}, y - usual);
}

// As wide as the last number needs, so that all names begin on one line.
Length Setter::indent_of(const design::Frame& frame, const DirectoryField& all) {
    const auto widest =
        setting_.workshop.one_line(std::to_string(all.entries.size()), all.lang, style(frame, number), {});
    return std::max(least_indent, widest.width + after_number);
}

// A rule above each entry, a heavier one where a region opens.
void Setter::directory(const design::Frame& frame, const DirectoryField& all) {
    const auto begun = begins(frame);
    if (!begun) return absent(frame);
    const auto bound = [&](const char* key, int otherwise) {
        return static_cast<std::size_t>(number_option(frame, key, otherwise));
    };
    if (all.entries.size() < bound("from", 1) || all.entries.size() > bound("limit", 99999)) {
        draft_.faults.push_back("there are " + std::to_string(all.entries.size()) + " places");
        return;
    }
    if (option(frame, "layout", "") == "lines") return line_rows(frame, rows_of(all), true);
    const Room whole = room_of(frame);
    const Length gutter = setting_.format.gutter, indent = indent_of(frame, all);
    const std::size_t across = bound("across", 2), rows = bound("rows", 99);
    const Length width = (whole.width() - gutter * (static_cast<double>(across) - 1)) / static_cast<double>(across);
    const auto column = [&](std::size_t at) {
        const Length left = whole.left + (width + gutter) * static_cast<double>(at);
        return Room{whole.page, left + indent, left + width};
    };
    const Length top = scope_.value_or(frame.top, whole.page, Length{});
    const Length height = scope_.value_or(frame.bottom, whole.page, setting_.format.last_line) - top;
    const std::size_t first = begun->piece, left = all.entries.size() - first;
    const auto named = [&](std::size_t index) {
        return all.regions[all.entries[index].region].text->blocks.front().spans.front().text.empty()
                   ? false
                   : index == first || opens_region(all, index);
    };
    // No more of them than the columns can hold.
    std::vector<Length> heights;
    for (Length sum; heights.size() < std::min(left, rows * across) &&
                     fits(sum, (height + directory_line) * static_cast<double>(across));
         sum += heights.back()) {
        const std::size_t next = first + heights.size();
        heights.push_back(directory_entry(frame, all, next, column(0), {}, named(next), page::artifact));
    }
    const auto [counts, row_heights] = divided(heights, left, across, rows, height);
    std::size_t index = first;
    page::ElementId table;
    Length end = top;
    for (std::size_t c = 0; c < counts.size(); ++c) {
        const Room room = column(c);
        Length rule = top;
        for (std::size_t k = 0; k < counts[c]; ++k, ++index) {
            const bool opens = opens_region(all, index);
            if (draw_) {
                hairline(room.page, room.left - indent, room.right, rule, opens ? "ink" : "hairline",
                         opens ? 0.75 : 0.35);
                if (named(index)) name_region(frame, all, index, room, rule + directory_line, opens);
                if (opens || table.index < 0) table = add_element(draft_, page::Role::table, {0});
                const auto row = add_element(draft_, page::Role::row, table, all.entries[index].where);
                const bool below_region = named(index) && !has_room_beside_region(frame, all, index, room);
                const Length baseline = rule + directory_line * (below_region ? 2.0 : 1.0);
                const auto figures =
                    setting_.workshop.one_line(std::to_string(index + 1), all.lang, style(frame, number), {});
                ParagraphTagger{draft_, add_element(draft_, page::Role::data_cell, row), all.lang, false}.place(
                    figures, room.page, {on_paper(room.left - indent, figures.width), baseline});
                directory_entry(frame, all, index, room, rule, named(index), row);
            }
            rule += row_heights[k];
        }
        end = std::max(end, rule);
    }
    if (index < all.entries.size()) leave(frame, {{index, 0}, all.entries.size() - index});
    remember(frame, top, end - directory_line, index - first);
}

// The region's name at the right edge: a heading where it opens, else a help for the eye at the head of a page.
void Setter::name_region(const design::Frame& frame, const DirectoryField& all, std::size_t index, Room room,
                         Length baseline, bool opens) {
    const auto& words = all.regions[all.entries[index].region];
    const auto tag = opens ? add_element(draft_, page::Role::h2, {0}) : page::artifact;
    if (opens) draft_.elements.back().title = content::plain(*words.text);
    put(words, style(frame, region), room, baseline, tag, true);
}

}  // namespace brochure::layout
