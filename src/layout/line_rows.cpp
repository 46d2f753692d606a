#include "layout/setter.hpp"
#include "layout/table_rows.hpp"

namespace brochure::layout {
namespace {

// Of the gap between two rows so much lies below the rule in it: capitals are taller than descenders are deep.
constexpr double below_rule = 0.6;
const Length usual_gap = Length::from_pt(48);

}  // namespace

// The cells that any of the rows has: every row of a table has as many.
std::vector<bool> Setter::columns_of(const std::vector<LineRow>& rows) {
    std::vector<bool> used;
    for (const auto& row : rows) {
        used.resize(std::max(used.size(), row.cells.size()));
        for (std::size_t c = row.heading ? 1 : 0; c < row.cells.size(); ++c)
            if (row.cells[c].text) used[c] = true;
    }
    return used;
}

// Every cell has the whole measure and as many lines as it needs, so that no type is too large for it and nothing has
// to be read across a gap.
void Setter::line_rows(const design::Frame& frame, const std::vector<LineRow>& rows, bool is_table) {
    const auto begun = begins(frame);
    if (!begun || rows.empty()) return absent(frame);
    const Room room = room_of(frame);
    const Length top = scope_.value_or(frame.top, room.page, Length{});
    const Length bottom = scope_.value_or(frame.bottom, room.page, setting_.format.last_line);
    const Length gap = scope_.value_or(frame.gap, room.page, usual_gap);
    std::size_t i = begun->piece;
    Length baseline = top, last = top;
    page::ElementId table;
    const auto columns = columns_of(rows);
    for (; i < rows.size(); ++i, baseline = last + gap) {
        const auto& cells = rows[i].cells;
        std::vector<Length> starts(cells.size());
        Length next = baseline;
        bool first = true;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            if (!cells[c].text) continue;
            if (!first) next += style(frame, c).leading;
            first = false;
            starts[c] = next;
            const auto lines = static_cast<double>(lines_in(cells[c], style(frame, c), room.width()));
            next += style(frame, c).leading * std::max(0.0, lines - 1);
        }
        if (!fits(next, bottom)) break;
        last = next;
        if (i > begun->piece || foot_)
            hairline(room.page, room.left, room.right, baseline - gap * below_rule, "ink", 0.5);
        const bool heading = rows[i].heading && cells.front().text;
        if (heading) {
            const auto tag = add_element(draft_, page::Role::h2, {0}, cells.front().text->where);
            draft_.elements.back().title = content::plain(*cells.front().text);
            put_lines(cells.front(), style(frame, 0), room.page, room.left, room.width(), starts.front(), tag);
        }
        if (is_table && (heading || table.index < 0)) table = add_element(draft_, page::Role::table, {0});
        const auto row = is_table ? add_row(draft_, table) : add_element(draft_, page::Role::p, {0});
        for (std::size_t c = heading ? 1 : 0; c < cells.size(); ++c) {
            if (!cells[c].text && !(is_table && columns[c])) continue;
            const auto cell = !is_table           ? row
                              : c == rows[i].head ? add_head(draft_, row)
                                                  : add_element(draft_, page::Role::data_cell, row);
            if (cells[c].text)
                put_lines(cells[c], style(frame, c), room.page, room.left, room.width(), starts[c], cell);
        }
    }
    if (i < rows.size()) leave(frame, {{i, 0}, rows.size() - i});
    remember(frame, top, last, i - begun->piece);
}

void Setter::fact_list(const design::Frame& frame, const FactsField& all) {
    const auto begun = begins(frame);
    if (!begun) return absent(frame);
    const Room room = room_of(frame);
    const auto& paragraph = style(frame, 0);
    const Length top = scope_.value_or(frame.top, room.page, Length{});
    const Length bottom = scope_.value_or(frame.bottom, room.page, setting_.format.last_line);
    const Length gap = scope_.value_or(frame.gap, room.page, paragraph.leading);
    std::size_t i = begun->piece;
    Length baseline = top, last = top;
    page::ElementId list;
    for (; i < all.facts.size(); ++i, baseline = last + gap) {
        const Words& words = all.facts[i].line;
        const auto lines = static_cast<double>(lines_in(words, paragraph, room.width()));
        if (!fits(baseline + paragraph.leading * (lines - 1), bottom)) break;
        last = baseline + paragraph.leading * (lines - 1);
        if (list.index < 0) list = add_element(draft_, page::Role::list, {0});
        const auto item = add_element(draft_, page::Role::list_item, list, words.text->where);
        put_lines(words, paragraph, room.page, room.left, room.width(), baseline,
                  add_element(draft_, page::Role::list_body, item));
    }
    if (i < all.facts.size()) leave(frame, {{i, 0}, all.facts.size() - i});
    remember(frame, top, last, i - begun->piece);
}

std::vector<Setter::LineRow> Setter::rows_of(const TableField& all) {
    std::vector<LineRow> rows;
    for (const auto& cells : all.rows) rows.push_back({cells, 0});
    return rows;
}

std::vector<Setter::LineRow> Setter::rows_of(const FactsField& all) {
    std::vector<LineRow> rows;
    for (const auto& fact : all.facts) rows.push_back({{fact.label, fact.joined}, 0});
    return rows;
}

std::vector<Setter::LineRow> Setter::rows_of(const FiguresField& all) {
    std::vector<LineRow> rows;
    for (const auto& figure : all.figures)
        rows.push_back({{figure.before.value_or(Words{}), figure.number, figure.after.value_or(Words{})}, 1});
    return rows;
}

// A region is the heading of its places.
std::vector<Setter::LineRow> Setter::rows_of(const DirectoryField& all) {
    std::vector<LineRow> rows;
    for (std::size_t i = 0; i < all.entries.size(); ++i) {
        const auto& entry = all.entries[i];
        const bool opens = i == 0 || entry.region != all.entries[i - 1].region;
        const Words& region = all.regions[entry.region];
        const bool named = opens && region.text && !content::plain(*region.text).empty();
        rows.push_back(
            {{named ? region : Words{}, entry.name, entry.country, entry.details.value_or(Words{})}, 1, named});
    }
    return rows;
}

}  // namespace brochure::layout
