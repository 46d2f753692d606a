#include "layout/grouped_rows.hpp"

#include <algorithm>

namespace brochure::layout {
namespace {

constexpr std::size_t least_rows = 2;  // of a divided group on either side (DESIGN 6)
const Length name_below_rule = Length::from_pt(18), rows_below_name = Length::from_pt(12);

// How many of `fitting` rows stay here when `left` do not fit all. `strict`: rather none than one alone.
std::size_t rows_kept(std::size_t fitting, std::size_t left, bool strict) {
    if (fitting >= left) return left;
    std::size_t kept = fitting;
    if (left - kept < least_rows && (strict || kept > least_rows)) kept -= std::min(kept, least_rows - (left - kept));
    return strict && kept < least_rows ? 0 : kept;
}

}  // namespace

Length Setter::name_group(const design::Frame& frame, Room room, const std::array<Words, 2>& names, Length rule,
                          bool print) {
    if (!names[0].text) return {};
    const bool lines = in_lines(frame), two = names[1].text != nullptr && !lines;
    const Length second = room.left + (room.width() + setting_.format.gutter) / 2.0;
    page::ElementId tag;
    if (print) {
        hairline(room.page, room.left, room.right, rule, option(frame, "rule", "ink"), 0.75);
        tag = add_element(draft_, page::Role::h2, {0}, names[0].text->where);
        draft_.elements.back().title = content::plain(*names[0].text);
    }
    Length last = rule;
    for (std::size_t half = 0; half < 2; ++half) {
        if (!names[half].text) continue;
        const auto& look = style(frame, half);
        const Length left = half == 0 || lines ? room.left : second;
        const Length right = half == 0 && two ? second - setting_.format.gutter : room.right;
        Length y = rule + std::max(name_below_rule, lines ? first_below(look, true) : name_below_rule);
        if (lines && half > 0) y = last + look.leading;
        const std::size_t count = print ? put_lines(names[half], look, room.page, left, right - left, y, tag)
                                        : lines_in(names[half], look, right - left);
        if (count > 1) y += look.leading * static_cast<double>(count - 1);
        last = std::max(last, y);
    }
    return last - rule + (lines ? row_unit(style(frame, 0), true) * 2.0 : rows_below_name);
}

void Setter::grouped(const design::Frame& frame, const Groups& all) {
    const auto begun = begins(frame);
    if (!begun) return absent(frame);
    const auto& format = setting_.format;
    const int page = room_of(frame).page;
    const Length top = scope_.value_or(frame.top, page, Length{});
    const Length bottom = scope_.value_or(frame.bottom, page, format.last_line);
    const Length columns = all.columns(Length{}, page::artifact);
    std::size_t group = begun->piece, row = begun->line, placed = 0, left = 0;
    for (std::size_t g = group; g < all.count; ++g) left += all.rows(g);
    left -= row;
    Length rule = top, end = top;
    for (; group < all.count; ++group, row = 0) {
        const std::size_t rows = all.rows(group) - row;
        const Length head = all.name(group, row > 0, rule, false) + columns;
        Length height = head;
        std::vector<Length> ends;
        bool could_be_whole = true;
        for (std::size_t i = 0; i < rows && could_be_whole; ++i) {
            height += all.row(group, row + i, Length{}, page::artifact);
            if (ends.size() == i && fits(rule + height - all.below, bottom))
                ends.push_back(rule + height);
            else  // it goes on only to see whether the next page would hold it whole
                could_be_whole = all.whole && fits(height - all.below, format.last_line - format.top);
        }
        // What opens a page stands there, come what may: the next one holds no more. So does what has only a heading
        // above it, in the page's first third.
        const Length opening = format.top + (format.last_line - format.top) / 3.0;
        const bool strict = placed > 0 || top > opening;
        const bool divided = ends.size() < rows;
        const std::size_t kept =
            divided && placed > 0 && all.whole && could_be_whole ? 0 : rows_kept(ends.size(), rows, strict);
        if (kept == 0) break;
        if (draw_) {
            Length y = rule + all.name(group, row > 0, rule, true);
            const auto table = add_element(draft_, page::Role::table, {0});
            y += all.columns(y, table);
            for (std::size_t i = row; i < row + kept; ++i) y += all.row(group, i, y, table);
        }
        placed += kept;
        end = ends[kept - 1];
        if (kept < rows) {
            row += kept;
            break;
        }
        rule = end + all.between;
    }
    if (placed < left) {
        Rest rest{{group, row}, left - placed};
        if (row < all.rows(group)) rest.where = all.where(group, row);
        leave(frame, rest);
    }
    remember(frame, top, end - (placed > 0 ? all.below : Length{}), placed);
}

}  // namespace brochure::layout
