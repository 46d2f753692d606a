#include <algorithm>
#include <cmath>

#include "layout/setter.hpp"
#include "layout/table_rows.hpp"

namespace brochure::layout {
namespace {

const Length line = Length::from_pt(12);
constexpr double below_item = 0.75;           // of the numbers' leading, between an item and the next one's rule
const Length label_gap = Length::from_pt(6);  // between a fact's label and its value

// The rows of one half; of an odd number the first has one more.
TableField half_of(const TableField& all, const std::string& half) {
    if (half.empty()) return all;
    const auto middle = all.rows.begin() + static_cast<std::ptrdiff_t>((all.rows.size() + 1) / 2);
    if (half == "first") return {{all.rows.begin(), middle}};
    return {{middle, all.rows.end()}};
}

// What can be done about a fact without a place: another layout is a way only where the author may name one.
std::string way_out(const Setting& setting, std::size_t placed) {
    const auto city = setting.design.sections.find("city");
    const auto holds = [&](const std::vector<std::string>& names) {
        return std::find(names.begin(), names.end(), setting.master.name) != names.end();
    };
    const bool chosen =
        city != setting.design.sections.end() && city->second.variants.size() > 1 && holds(city->second.variants);
    const std::string take_out = "take a fact out: there is room for " + std::to_string(placed);
    return chosen ? "name another `layout:` for the city, or " + take_out : take_out;
}

// How many of the `left` rows a page takes that has room for `fitting`: not all but one, which would stand alone on the
// next (DESIGN 6).
std::size_t rows_held(std::size_t fitting, std::size_t left) {
    constexpr std::size_t least = 2;
    return fitting + 1 == left && fitting > least ? fitting - 1 : fitting;
}

}  // namespace

// The short form of a label that needs more than a line of that width.
const Words& Setter::label_for(const Fact& fact, const design::Style& style, Length width) {
    return fact.short_label && lines_in(fact.label, style, width) > 1 ? *fact.short_label : fact.label;
}

// The short form of values one of which needs more than a line.
const std::vector<Words>& Setter::values_for(const Fact& fact, const design::Style& style, Length width) {
    const bool parted = std::any_of(fact.values.begin(), fact.values.end(),
                                    [&](const Words& words) { return lines_in(words, style, width) > 1; });
    return parted && !fact.short_values.empty() ? fact.short_values : fact.values;
}

// Three arrangements: groups one below the other, columns side by side, and a table with hairlines
// (DESIGN 7.5, 7.6, 7.9).
void Setter::facts(const design::Frame& frame, const FactsField& all) {
    const std::string layout = option(frame, "layout", "groups");
    if (layout == "lines") return line_rows(frame, rows_of(all), true);
    if (layout == "list") return fact_list(frame, all);
    const Room room = room_of(frame);
    const bool short_values = option(frame, "short", "") == "yes";
    const bool brief_values = short_values && setting_.level.brief_facts;
    const auto limit = static_cast<std::size_t>(number_option(frame, "limit", 6));
    const Length top = scope_.value_or(frame.top, room.page, Length{});
    const Length bottom = scope_.value_or(frame.bottom, room.page, setting_.format.last_line);
    const Length pitch = scope_.value_or(frame.pitch, room.page, Length::from_pt(48));
    const int span = number_option(frame, "columns-of", 2);
    const Length cell = setting_.format.column * span + setting_.format.gutter * (span - 1);
    const auto across = std::max<std::size_t>(
        1, static_cast<std::size_t>((room.width() + setting_.format.gutter) / (cell + setting_.format.gutter) + 0.01));
    const auto& name_style = style(frame, 0);
    const auto& value_style = style(frame, 1);
    const auto table = add_element(draft_, page::Role::table, {0});
    Length y = top;
    std::size_t placed = 0;
    for (; placed < all.facts.size() && placed < limit; ++placed) {
        const Fact& fact = all.facts[placed];
        if (layout == "values") {
            // What is too long for one line is set as its parts.
            const bool parted = fact.values.size() > 1 && lines_in(fact.joined, value_style, room.width()) > 1;
            const auto parts = parted ? fact.values : std::vector<Words>{fact.joined};
            if (!fits(y + line * static_cast<double>(parts.size() - 1), bottom)) break;
            for (const auto& words : parts) {
                put(words, value_style, room, y, add_element(draft_, page::Role::p, {0}, words.text->where));
                y += line;
            }
        } else if (layout == "columns") {
            y = top + pitch * static_cast<double>(placed / across);
            if (!fits(y + line, bottom)) break;
            const Length x = room.left + (cell + setting_.format.gutter) * static_cast<double>(placed % across);
            const auto row = add_row(draft_, table);
            const bool too_long = short_values && lines_in(fact.joined, value_style, cell) > 1;
            const bool shorter = too_long && fact.shorter && lines_in(*fact.shorter, value_style, cell) == 1;
            const bool brief = brief_values || (too_long && !shorter);
            const Words& on_one_line = brief ? fact.brief : shorter ? *fact.shorter : fact.joined;
            draft_.brief_facts = draft_.brief_facts || (brief && fact.has_brief());
            const Words& label = brief ? fact.brief_label : label_for(fact, name_style, cell);
            // A label of two lines begins higher, so that the values stay level.
            const auto more = static_cast<double>(lines_in(label, name_style, cell)) - 1;
            put_lines(label, name_style, room.page, x, cell, y - line * std::max(0.0, more), add_head(draft_, row));
            const auto value = add_element(draft_, page::Role::data_cell, row);
            const bool two = !short_values && fact.values.size() > 1 && fits(y + line * 2, bottom);
            if (!two)
                put_lines(on_one_line, value_style, room.page, x, cell, y + line, value);
            else {
                std::size_t lines = 1;
                for (const auto& words : values_for(fact, value_style, cell))
                    lines +=
                        put_lines(words, value_style, room.page, x, cell, y + line * static_cast<double>(lines), value);
            }
        } else if (layout == "table") {
            if (!fits(y, bottom)) break;
            const auto row = add_row(draft_, table);
            const Length x = room.left + Length::from_pt(66);  // a column and a half of the letter grid
            const auto label_lines = put_lines(fact.label, name_style, room.page, room.left, x - room.left - label_gap,
                                               y, add_head(draft_, row));
            const auto lines = std::max(label_lines, put_lines(fact.joined, value_style, room.page, x, room.right - x,
                                                               y, add_element(draft_, page::Role::data_cell, row)));
            y += line * (static_cast<double>(lines) - 1);
            hairline(room.page, room.left, room.right, y + line / 2, "hairline", 0.35);
            y += pitch;
        } else {
            const bool brief = brief_values && fact.has_brief();
            const auto values = brief ? std::vector{fact.brief} : values_for(fact, value_style, room.width());
            if (!fits(y + line * static_cast<double>(values.size()), bottom)) break;
            const auto row = add_row(draft_, table);
            const auto label_lines =
                put_lines(brief ? fact.brief_label : label_for(fact, name_style, room.width()), name_style, room.page,
                          room.left, room.width(), y, add_head(draft_, row));
            y += line * (static_cast<double>(label_lines) - 1);
            const auto value = add_element(draft_, page::Role::data_cell, row);
            for (const auto& words : values) {
                y += line;
                y += line *
                     (static_cast<double>(put_lines(words, value_style, room.page, room.left, room.width(), y, value)) -
                      1);
            }
            y += scope_.value_or(frame.gap, room.page, line * 2);
        }
    }
    for (std::size_t i = placed; i < all.facts.size(); ++i)
        if (all.facts[i].given || i < limit)
            draft_.found.warning(all.facts[i].label.text->where, "fact-without-place",
                                 "no room for the fact '" + content::plain(*all.facts[i].label.text) +
                                     "' in the layout '" + setting_.master.name + "'",
                                 way_out(setting_, placed));
        else
            draft_.found.note(all.facts[i].label.text->where, "fact-left-out",
                              "the fact '" + content::plain(*all.facts[i].label.text) + "' is left out: the layout '" +
                                  setting_.master.name + "' has no place for it");
    remember(frame, top, y, placed);
}

// Number in column 1, text in columns 2 to the last, a rule one leading of the numbers above each first baseline (24,
// DESIGN 6), and after the last line three quarters of that, rounded up to the grid; without numbers
// a dash hangs by 9 before the text.
void Setter::list(const design::Frame& frame, const ListField& all) {
    const Room room = room_of(frame);
    const auto& format = setting_.format;
    const bool numbered = option(frame, "numbered", "yes") == "yes";
    const auto& number_style = style(frame, 0);
    const auto& text_style = style(frame, 1);
    const Length text_left = numbered ? room.left + format.column + format.gutter : room.left;
    const Length width = room.right - text_left;
    const Length bottom = scope_.value_or(frame.bottom, room.page, format.last_line);
    const auto begun = begins(frame);
    if (!begun) return absent(frame);
    std::size_t item = begun->piece;
    Length rule = scope_.value_or(frame.top, room.page, Length{});
    const Length top = rule;
    Length last = rule;
    const auto last_line_below = [&](Length above, std::size_t lines) {
        return above + number_style.leading + text_style.leading * (static_cast<double>(lines) - 1);
    };
    const auto next_rule = [&](Length above, std::size_t lines) {
        const Length pitch = text_style.leading * static_cast<double>(lines) + number_style.leading * below_item;
        return above + format.baseline * std::ceil(pitch / format.baseline - 1e-6);
    };
    std::size_t fitting = 0;
    for (Length at = rule; item + fitting < all.items.size(); ++fitting) {
        const std::size_t lines = lines_in(all.items[item + fitting], text_style, width);
        if (!fits(last_line_below(at, lines), bottom)) break;
        at = next_rule(at, lines);
    }
    const std::size_t end = item + rows_held(fitting, all.items.size() - item);
    page::ElementId list;
    for (; item < end; ++item) {
        const auto& words = all.items[item];
        const std::size_t lines = lines_in(words, text_style, width);
        const Length first = rule + number_style.leading;
        if (list.index < 0) {
            list = add_element(draft_, page::Role::list, {0});
            draft_.elements.back().numbering = numbered ? "Decimal" : "Disc";
        }
        last = last_line_below(rule, lines);
        hairline(room.page, room.left, room.right, rule, "ink", 0.5);
        const auto entry = add_element(draft_, page::Role::list_item, list, words.text->where);
        if (draw_) {
            const auto mark = add_element(draft_, page::Role::label, entry);
            const auto number = setting_.workshop.one_line(numbered ? std::to_string(item + 1) : "\u2013", words.lang,
                                                           numbered ? number_style : text_style, words.text->where);
            const Length left = numbered ? room.left : room.left - Length::from_pt(9) - number.runs.front().x;
            ParagraphTagger{draft_, mark, words.lang, false}.place(number, room.page,
                                                                   {on_paper(left, number.width), first});
        }
        put_lines(words, text_style, room.page, text_left, width, first,
                  add_element(draft_, page::Role::list_body, entry));
        rule = next_rule(rule, lines);
    }
    remember(frame, top, last, item - begun->piece);
    if (item == all.items.size()) return;
    std::size_t lines = 0;
    for (std::size_t left = item; left < all.items.size(); ++left)
        lines += lines_in(all.items[left], text_style, width);
    leave(frame, {{item, 0}, lines});
}

// Where what belongs to the names begins: the first grid column from the middle on that the longest name leaves free.
Length Setter::second_column(const design::Frame& frame, const TableField& all, Room room) {
    const Length step = setting_.format.column + setting_.format.gutter;
    Length longest, others;
    for (const auto& cells : all.rows)
        for (std::size_t c = 0; c < cells.size() && c < 3; ++c) {
            if (!cells[c].text) continue;
            const Piece cell{&cells[c].text->blocks.front(), cells[c].lang, &style(frame, c), {}, false, false};
            Length& widest = c == 0 ? longest : others;
            widest = std::max(widest, setting_.workshop.natural_width(cell));
        }
    Length left = room.left + (room.width() + setting_.format.gutter) / 2.0;
    while (left - room.left < longest + setting_.format.gutter && fits(left + step + others, room.right)) left += step;
    return left;
}

std::size_t Setter::lines_in(const Words& words, const design::Style& style, Length width) {
    std::size_t lines = 0;
    for (const auto& piece : own_pieces(words, style)) lines += setting_.workshop.lines(piece, width).size();
    return lines;
}

Length Setter::widest_line(const Words& words, const design::Style& style, Length width) {
    Length widest;
    for (const auto& piece : own_pieces(words, style))
        for (const auto& set : setting_.workshop.lines(piece, width)) widest = std::max(widest, set.width);
    return widest;
}

// Rows of a name and what belongs to it: side by side, stacked in a narrow column, or, in an index, a title and its
// page.
void Setter::table(const design::Frame& frame, const TableField& whole) {
    const TableField all = half_of(whole, option(frame, "half", ""));
    if (all.rows.empty()) return absent(frame);
    if (const int limit = number_option(frame, "limit", 99999); all.rows.size() > static_cast<std::size_t>(limit))
        draft_.faults.push_back("it is for " + std::to_string(limit) + " rows");
    if (option(frame, "layout", "") == "lines") return line_rows(frame, rows_of(all), true);
    if (option(frame, "layout", "") == "data") return data_rows(frame, all);
    if (option(frame, "layout", "") == "flush") return flush_rows(frame, all);
    const Room room = room_of(frame);
    const bool stacked = option(frame, "layout", "") == "stacked", index = option(frame, "layout", "") == "index";
    const Length pitch = scope_.value_or(frame.pitch, room.page, Length::from_pt(36));
    const Length bottom = scope_.value_or(frame.bottom, room.page, setting_.format.last_line);
    const Length half = stacked ? room.left
                        : index ? room.right - setting_.format.column
                                : second_column(frame, all, room);
    const auto begun = begins(frame);
    if (!begun) return absent(frame);
    std::size_t i = begun->piece;
    Length rule = scope_.value_or(frame.top, room.page, Length{});
    const auto table = add_element(draft_, index ? page::Role::toc : page::Role::table, {0});
    const auto& name_style = style(frame, 0);
    const Room values_room{room.page, half, room.right};
    const Length name_width = stacked ? room.width() : half - setting_.format.gutter - room.left;
    const std::size_t roomy = pitch < Length::from_pt(36) ? 1 : 2;
    // A value alone stands level with the name; its lines, if there are two, above and below (DESIGN 7.7).
    const auto is_alone = [&](const std::vector<Words>& cells) { return !stacked && !index && cells.size() == 2; };
    const auto values_in = [&](const std::vector<Words>& cells) {
        return is_alone(cells) ? lines_in(cells[1], style(frame, 1), room.right - half) : 1;
    };
    // A name too wide for its column stands on several lines, and what follows moves down.
    const auto lines_more = [&](const std::vector<Words>& cells) {
        const std::size_t lines = lines_in(cells[0], name_style, name_width), values = values_in(cells);
        const Length more = name_style.leading * static_cast<double>(lines > 0 ? lines - 1 : 0);
        return values > roomy ? std::max(more, line * static_cast<double>(values - roomy)) : more;
    };
    std::vector<Length> heights;
    for (std::size_t row = i; row < all.rows.size(); ++row) heights.push_back(pitch + lines_more(all.rows[row]));
    std::size_t fitting = 0;
    for (Length used; fitting < heights.size() && fits(used + heights[fitting], bottom - rule); ++fitting)
        used += heights[fitting];
    const auto leaves = static_cast<std::size_t>(number_option(frame, "leaves", 0));
    if (!setting_.continued || fitting < heights.size())
        fitting = std::min(fitting, heights.size() - std::min(leaves, heights.size() / 2));
    const std::size_t end = i + rows_held(fitting, heights.size());
    for (Length height; i < end; ++i, rule += height) {
        const auto& cells = all.rows[i];
        const bool alone = is_alone(cells);
        const std::size_t lines = lines_in(cells[0], name_style, name_width), values = values_in(cells);
        const Length more = lines_more(cells);
        height = pitch + more;
        const bool between = index && i > begun->piece;
        hairline(room.page, room.left, room.right, rule, between ? "hairline" : "ink", stacked || between ? 0.35 : 0.5);
        const auto row = index ? add_element(draft_, page::Role::toc_item, table) : add_row(draft_, table);
        const auto head = index ? add_element(draft_, page::Role::reference, row) : add_head(draft_, row);
        // Two lines of a value stand around the name's baseline, where the row is high enough.
        const bool around = alone && lines == 1 && values == 2 && !(height < Length::from_pt(36));
        const Length baseline = rule + (stacked ? line : first_baseline(around ? height : pitch));
        put_lines(cells[0], name_style, room.page, room.left, name_width, baseline, head);
        if (alone)
            put_lines(cells[1], style(frame, 1), room.page, half, room.right - half,
                      baseline - (around || (values > 1 && roomy > 1) ? line / 2.0 : Length{}),
                      add_element(draft_, page::Role::data_cell, row));
        for (std::size_t c = alone ? 2 : 1; c < cells.size() && c < 3; ++c) {
            const auto cell = index ? head : add_element(draft_, page::Role::data_cell, row);
            if (stacked)
                put(cells[c], style(frame, c), room, rule + more + line * 2.0, cell, c == 2);
            else if (index)
                put(cells[c], style(frame, c), values_room, baseline + more, cell, true);
            else
                put(cells[c], style(frame, c), values_room, rule + Length::from_pt(c == 1 ? 18 : 30), cell);
        }
    }
    if (i > begun->piece && !stacked) hairline(room.page, room.left, room.right, rule, "ink", 0.5);
    if (i < all.rows.size()) leave_rows(frame, all, i);
    remember(frame, rule, rule, i);
}

// They go on elsewhere, or are left out; not all of them, which would leave the title alone.
void Setter::leave_rows(const design::Frame& frame, const TableField& all, std::size_t first) {
    if (first == 0 || option(frame, "whole-rows", "") != "yes")
        return leave(frame, {{first, 0}, all.rows.size() - first});
    std::string names;
    for (std::size_t i = first; i < all.rows.size(); ++i)
        names += (names.empty() ? "\"" : ", \"") + content::plain(*all.rows[i].front().text) + "\"";
    draft_.found.note(all.rows[first].front().text->where, "rows-left-out",
                      "the layout '" + setting_.master.name + "' has room for " + std::to_string(first) + " of " +
                          std::to_string(all.rows.size()) + "; not printed: " + names,
                      "write those first that matter most");
}

}  // namespace brochure::layout
