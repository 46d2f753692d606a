#include "layout/flow.hpp"

#include <algorithm>
#include <cmath>

namespace brochure::layout {
namespace {

// One line on its way into a column.
struct Waiting {
    std::size_t piece, line;
    Length leading;        // from the line before, inside a column
    Length snap;           // zero: no grid
    bool may_open = true;  // whether a column may begin with it
    bool must_open = false;
    bool divided = false;  // ends in a hyphen
};

bool same_style(const Piece& a, const Piece& b) {
    return a.style == b.style;
}

void queue_piece(std::vector<Waiting>& queue, const std::vector<Piece>& pieces, std::size_t index, std::size_t first,
                 const std::vector<text::Line>& lines) {
    const Piece& piece = pieces[index];
    const auto& style = *piece.style;
    const auto orphans = static_cast<std::size_t>(style.orphans), widows = static_cast<std::size_t>(style.widows);
    // Lines that the heading before holds in its column.
    const auto kept = static_cast<std::size_t>(index > 0 ? pieces[index - 1].style->keep_with_next : 0);
    for (std::size_t line = first; line < lines.size(); ++line) {
        Waiting waiting{index, line, style.leading, {}, true, false, lines[line].hyphenated};
        if (line == 0) {
            waiting.snap = style.snap;
            waiting.must_open = piece.new_column && !queue.empty();
            // What a heading holds stands close below it.
            if (index > 0 && kept == 0)
                waiting.leading = same_style(piece, pieces[index - 1]) ? style.leading + style.space_between
                                                                       : std::max(style.leading, style.space_before);
            waiting.may_open = kept == 0;
        } else if (line > first) {
            waiting.may_open = line >= std::max(orphans, kept) && lines.size() - line >= widows;
        }
        queue.push_back(waiting);
    }
}

std::vector<Waiting> queue_from(const std::vector<Piece>& pieces, FlowPosition from, Length measure,
                                Workshop& workshop) {
    std::vector<Waiting> queue;
    for (std::size_t i = from.piece; i < pieces.size(); ++i) {
        const auto& lines = workshop.lines(pieces[i], measure - list_indent(pieces[i]));
        queue_piece(queue, pieces, i, i == from.piece ? from.line : 0, lines);
    }
    return queue;
}

Length snapped(Length baseline, Length snap) {
    if (snap.pt() <= 0) return baseline;
    return Length::from_pt(std::ceil(baseline.pt() / snap.pt() - 1e-6) * snap.pt());
}

// The baselines of the lines from `first` that the column holds, all of them before keeps are looked at.
std::vector<Length> baselines_in(const Column& column, const std::vector<Waiting>& queue, std::size_t first) {
    std::vector<Length> baselines;
    Length baseline;
    for (std::size_t i = first; i < queue.size(); ++i) {
        if (i > first && queue[i].must_open) break;
        baseline = i == first ? column.top : snapped(baseline + queue[i].leading, queue[i].snap);
        if (!fits(baseline, column.bottom)) break;
        baselines.push_back(baseline);
    }
    return baselines;
}

// Whether a column of `count` lines from `first` on, all of one paragraph that goes on before and behind them, has
// enough of it.
bool has_company(const std::vector<Piece>& pieces, const std::vector<Waiting>& queue, std::size_t first,
                 std::size_t count) {
    const std::size_t piece = queue[first].piece;
    return queue[first].line == 0 || queue[first + count].piece != piece ||
           count >= static_cast<std::size_t>(pieces[piece].style->widows);
}

}  // namespace

// DESIGN 6: bullets hang by 9 and their text is flush; numbers stand in the column. Large type has larger signs.
Length list_hang(const Piece& piece) {
    const Length em = piece.style->size;
    return piece.block->kind == content::BlockKind::bullet ? std::max(Length::from_pt(9), em * 0.7)
                                                           : std::max(Length::from_pt(14), em * 1.4);
}

Length list_indent(const Piece& piece) {
    const auto kind = piece.block->kind;
    if (kind != content::BlockKind::bullet && kind != content::BlockKind::numbered) return {};
    const int outside = kind == content::BlockKind::bullet && !piece.set_in ? 1 : 0;
    return list_hang(piece) * static_cast<double>(piece.block->level - outside);
}

namespace {

// Whether a column may end within a word.
enum class Words { whole, divided };

// How many of the lines from `next` on a column takes, of those that it has room for.
std::size_t lines_taken(const std::vector<Piece>& pieces, const std::vector<Waiting>& queue, std::size_t next,
                        std::size_t room, Words words) {
    const auto ends_well = [&](std::size_t n) {
        if (next + n >= queue.size() || queue[next + n].must_open) return true;
        return queue[next + n].may_open && has_company(pieces, queue, next, n);
    };
    std::size_t count = room;
    while (count > 0 && !ends_well(count)) --count;
    if (words == Words::divided || count == 0 || next + count >= queue.size()) return count;
    std::size_t whole = count;
    while (whole > 0 && (queue[next + whole - 1].divided || !ends_well(whole))) --whole;
    return whole > 0 ? whole : count;
}

Filled filled(const std::vector<Piece>& pieces, const std::vector<Waiting>& queue, const std::vector<Column>& columns,
              Words words) {
    Filled result;
    std::size_t next = 0;
    for (std::size_t c = 0; c < columns.size() && next < queue.size(); ++c) {
        const auto baselines = baselines_in(columns[c], queue, next);
        // What goes on elsewhere, on the next page as a rule, does so with a whole word.
        const Words here = c + 1 == columns.size() ? Words::whole : words;
        std::size_t count = lines_taken(pieces, queue, next, baselines.size(), here);
        if (count == 0 && !baselines.empty()) {
            count = baselines.size();
            result.broken_keep = true;
        }
        for (std::size_t i = 0; i < count; ++i) {
            const auto& waiting = queue[next + i];
            result.lines.push_back({waiting.piece, waiting.line, c, baselines[i]});
            result.last = std::max(result.last, baselines[i]);
        }
        next += count;
        if (!result.divided && count > 0 && next < queue.size() && queue[next - 1].divided)
            result.divided = {queue[next - 1].piece, queue[next - 1].line};
    }
    result.complete = next == queue.size();
    result.left_over = queue.size() - next;
    result.next = result.complete ? FlowPosition{pieces.size(), 0} : FlowPosition{queue[next].piece, queue[next].line};
    return result;
}

}  // namespace

Filled fill(const std::vector<Piece>& pieces, FlowPosition from, const std::vector<Column>& columns,
            Workshop& workshop) {
    if (columns.empty()) {
        Filled none;
        none.complete = pieces.empty();
        return none;
    }
    const auto queue = queue_from(pieces, from, columns.front().width, workshop);
    Filled whole = filled(pieces, queue, columns, Words::whole);
    if (whole.complete && !whole.broken_keep) return whole;
    Filled divided = filled(pieces, queue, columns, Words::divided);
    return divided.complete || whole.broken_keep ? divided : whole;
}

Filled balance(const std::vector<Piece>& pieces, FlowPosition from, std::vector<Column> columns, Workshop& workshop) {
    Filled full = fill(pieces, from, columns, workshop);
    if (!full.complete || columns.size() < 2 || pieces.empty()) return full;
    const auto queue = queue_from(pieces, from, columns.front().width, workshop);
    const Length step = pieces.front().style->leading;
    const Length room = columns.front().bottom - columns.front().top;
    for (const Words words : {Words::whole, Words::divided})
        for (Length height; height < room; height += step) {
            for (auto& column : columns) column.bottom = column.top + height;
            Filled tried = filled(pieces, queue, columns, words);
            if (tried.complete && (!tried.broken_keep || full.broken_keep) && (!tried.divided || full.divided))
                return tried;
        }
    return full;
}

Filled leaving(const std::vector<Piece>& pieces, FlowPosition from, std::vector<Column> columns, std::size_t least,
               Workshop& workshop) {
    Filled full = fill(pieces, from, columns, workshop);
    if (full.complete || full.left_over >= least || columns.empty()) return full;
    const Length step = pieces.front().style->leading;
    while (columns.front().bottom > columns.front().top + step) {
        for (auto& column : columns) column.bottom = column.bottom - step;
        Filled shorter = fill(pieces, from, columns, workshop);
        if (shorter.left_over >= least && !shorter.broken_keep) return shorter;
    }
    return full;
}

}  // namespace brochure::layout
