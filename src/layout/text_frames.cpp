#include <algorithm>
#include <cmath>

#include "layout/setter.hpp"
#include "text/ink.hpp"
#include "text/paragraph.hpp"

namespace brochure::layout {
namespace {

std::size_t forced_lines(const content::RichText& text) {
    std::size_t lines = 0;
    for (const auto& block : text.blocks) {
        ++lines;
        for (const auto& span : block.spans)
            lines += static_cast<std::size_t>(std::count(span.text.begin(), span.text.end(), '\n'));
    }
    return lines;
}

std::size_t line_count(const std::vector<Piece>& pieces, Length width, Workshop& workshop, bool& overfull) {
    std::size_t lines = 0;
    overfull = false;
    for (const auto& piece : pieces) {
        const auto& set = workshop.lines(piece, width);
        lines += set.size();
        overfull = overfull || std::any_of(set.begin(), set.end(), [](const auto& line) { return line.overfull; });
    }
    return lines;
}

// How far the letters of a name may reach from its first baseline up and from its last one down.
struct InkRoom {
    double above = 1e6, below = 1e6;
};

bool has_room(const std::vector<Piece>& pieces, Length width, const InkRoom& room, Workshop& workshop) {
    if (room.above >= 1e6 && room.below >= 1e6) return true;
    const auto &first = workshop.lines(pieces.front(), width), &last = workshop.lines(pieces.back(), width);
    return first.empty() || last.empty() ||
           (text::ink_of(first.front(), workshop.fonts()).above <= room.above &&
            text::ink_of(last.back(), workshop.fonts()).below <= room.below);
}

// The largest of the style's sizes at which every line the author wrote fits on one line (DESIGN 4, city names) and its
// letters come near nothing that stands above or below, else the smallest. `leading` becomes that of the size chosen.
void choose_size(std::vector<Piece>& pieces, const design::Style& style, std::size_t wanted, Length width,
                 const InkRoom& room, Workshop& workshop, Length& leading) {
    bool fits_in_width = false;
    for (std::size_t i = 0; i < style.sizes.size(); ++i) {
        for (auto& piece : pieces) piece.size = style.sizes[i];
        leading = i < style.leadings.size() ? style.leadings[i] : style.leading;
        Length widest;
        for (const auto& piece : pieces) widest = std::max(widest, workshop.natural_width(piece));
        bool overfull = false;
        fits_in_width = wanted == pieces.size() ? fits(widest - style.sizes[i] * style.optical_shift, width)
                                                : line_count(pieces, width, workshop, overfull) == wanted && !overfull;
        if (fits_in_width && has_room(pieces, width, room, workshop)) return;
    }
    if (!fits_in_width && style.two_line_leading.pt() > 0) leading = style.two_line_leading;
}

Lines lines_at(const std::vector<Piece>& pieces, FlowPosition at, Length measure) {
    return {measure, at.piece < pieces.size() ? pieces[at.piece].style : nullptr, pieces.size()};
}

// A name that is small on one line may stand larger on two, up to the size `most` (`two-lines`), or on three that take
// no more room.
void choose_more_lines(std::vector<Piece>& pieces, const design::Style& style, Length most, Length width,
                       Workshop& workshop, Length& leading) {
    constexpr double larger = 1.2;
    if (pieces.size() != 1 || most.pt() <= 0) return;
    const Length own = pieces.front().size;
    for (std::size_t i = 0; i < style.sizes.size() && style.sizes[i] >= own * larger; ++i) {
        if (style.sizes[i] > most) continue;
        pieces.front().size = style.sizes[i];
        bool overfull = false;
        const std::size_t lines = line_count(pieces, width, workshop, overfull);
        if (overfull || lines > 3 || (lines == 3 && style.sizes[i] * 1.5 > most)) continue;
        leading = i < style.leadings.size() ? style.leadings[i] : style.leading;
        return;
    }
    pieces.front().size = own;
}

}  // namespace

void Setter::text(const design::Frame& frame, const Words& plain_words) {
    const auto& paragraph = style(frame, 0);
    const Room room = room_of(frame);
    const Words* facing = option(frame, "prefix", "") == "facing"
                              ? setting_.fields.find_as<Words>(frame.source + (room.page == 1 ? ".left" : ".right"))
                              : nullptr;
    const Words& words = facing ? *facing : plain_words;
    auto pieces = own_pieces(words, paragraph);
    for (auto& piece : pieces) piece.indented = false;
    Length leading = paragraph.leading;
    if (!paragraph.sizes.empty())
        choose_size(pieces, paragraph, forced_lines(*words.text), room.width(),
                    {static_cast<double>(number_option(frame, "ink-above", 1'000'000)),
                     static_cast<double>(number_option(frame, "ink-below", 1'000'000))},
                    setting_.workshop, leading);
    if (!paragraph.sizes.empty() && forced_lines(*words.text) == 1)
        choose_more_lines(pieces, paragraph, Length::from_pt(static_cast<double>(number_option(frame, "two-lines", 0))),
                          room.width(), setting_.workshop, leading);
    bool overfull = false;
    const std::size_t count = line_count(pieces, room.width(), setting_.workshop, overfull);
    Length baseline = scope_.value_or(frame.baseline, room.page, Length{});
    if (frame.baseline.empty())
        baseline = scope_.value_or(frame.bottom, room.page, Length{}) - leading * static_cast<double>(count - 1);
    else if (!frame.bottom.empty() && count > 0)
        baseline = held_above_end(frame, baseline, leading * static_cast<double>(count - 1), room.page);
    const Length first = baseline;
    const auto tag = element(frame, words.text->where);
    const bool is_name = frame.id == "name";
    const auto most = static_cast<std::size_t>(number_option(frame, "most-lines", is_name ? 2 : 3));
    // In a stack a long one has the room it needs.
    if (frame.below.empty() && frame.role[0] == 'H' && count > std::max(most, forced_lines(*words.text)))
        draft_.found.warning(
            words.text->where, "long-title",
            std::string{is_name ? "the name" : "the title"} + " needs " + std::to_string(count) + " lines",
            "two lines at most look well; shorten it");
    std::string heading = paragraph.capitals ? content::plain(*words.text) : std::string{};
    for (const auto& piece : pieces) {
        const auto& lines = lines_of(piece, room.width());
        ParagraphTagger tagger{draft_, tag, words.lang, is_mixed(lines, words.lang)};
        for (const auto& line : lines) {
            if (!paragraph.capitals) heading += words_of(line);
            if (draw_) tagger.place(line, room.page, {on_paper(room.left, room.width()), baseline});
            baseline += leading;
        }
    }
    Length last = baseline - leading;
    if (is_name) {
        draft_.name_at = first;
        draft_.name_below = last - first;
        last = std::max(last, first + setting_.level.name_below);
    }
    if (frame.id == "caption") {
        draft_.caption_below = last - first;
        last = std::max(last, first + setting_.level.caption_below);
    }
    remember(frame, first, last, count);
    if (!draft_.heading && (frame.role == "H1")) draft_.heading = {heading, first - leading};
    if (tag.index >= 0 && frame.role[0] == 'H') draft_.elements[static_cast<std::size_t>(tag.index)].title = heading;
}

// A text that has a first baseline and an end of its own must end there. It begins higher where it may, from `top` on;
// an elastic value of the master gives way to what it needs more.
Length Setter::held_above_end(const design::Frame& frame, Length baseline, Length to_last, int page) {
    const Length end = scope_.value_or(frame.bottom, page, baseline + to_last);
    const Length highest = std::min(baseline, scope_.value_or(frame.top, page, baseline));
    baseline = std::max(highest, std::min(baseline, end - to_last));
    if (const Length last = baseline + to_last; !fits(last, end)) {
        draft_.faults.push_back("'" + frame.source + "' ends " + std::to_string(std::lround((last - end).pt())) +
                                " points below its place");
        ++draft_.too_low;
    }
    return baseline;
}

Length Setter::flow_top(const design::Frame& frame, int page) const {
    return scope_.value_or(frame.top, page, scope_.value_or(frame.baseline, page, Length{}));
}

std::vector<Piece> Setter::flow_text(const Words& words, const design::Style& style) const {
    auto pieces = pieces_of(*words.text, words.lang, style);
    for (auto& piece : pieces) {
        if (piece.block->kind == content::BlockKind::heading) piece.style = &setting_.workshop.heading_style(style);
        // An address alone has no letters that would say where it begins.
        if (text::is_right_to_left(words.lang)) piece.side = text::Side::right;
    }
    return pieces;
}

// "text" in two styles is divided by length; any other source is set in the first style.
std::vector<Piece> Setter::flow_pieces(const design::Frame& frame) const {
    const auto* whole = setting_.fields.find_as<Words>(frame.source);
    if (frame.styles.size() < 2) return whole ? flow_text(*whole, style(frame, 0)) : std::vector<Piece>{};
    std::vector<Piece> pieces;
    const auto dot = frame.source.rfind('.');
    const std::string prefix = dot == std::string::npos ? "" : frame.source.substr(0, dot + 1);
    std::size_t index = 0;
    for (const std::string part : {"lead", "body"}) {
        if (const auto* words = setting_.fields.find_as<Words>(prefix + part)) {
            auto more = flow_text(*words, style(frame, index));
            if (index == 1 && !pieces.empty() && !more.empty() && option(frame, "parts", "") == "by-column")
                more.front().new_column = true;
            pieces.insert(pieces.end(), more.begin(), more.end());
        }
        ++index;
    }
    return pieces;
}

std::vector<Column> Setter::flow_columns(const design::Frame& frame) const {
    const Room room = room_of(frame);
    const auto count = static_cast<double>(frame.split);
    const Length width = (room.width() - setting_.format.gutter * (count - 1)) / count;
    const Length top = flow_top(frame, room.page),
                 bottom = scope_.value_or(frame.bottom, room.page, setting_.format.last_line);
    std::vector<Column> columns;
    for (int i = 0; i < frame.split; ++i)
        columns.push_back(
            {room.page, on_paper(room.left + (width + setting_.format.gutter) * i, width), width, top, bottom});
    return columns;
}

// Dashes hang before the column, unless they would come into the edge that may be cut off.
void Setter::set_in_lists(std::vector<Piece>& pieces, const std::vector<Column>& columns) const {
    Length left = columns.front().x, right = left;
    for (const Column& column : columns) {
        left = std::min(left, column.x);
        right = std::max(right, column.x + column.width);
    }
    const Length safe = setting_.format.safe, width = setting_.format.trim.width;
    for (Piece& piece : pieces) {
        if (piece.block->kind != content::BlockKind::bullet) continue;
        const Length room = text::is_right_to_left(piece.lang) ? width - right : left;
        piece.set_in = !fits(safe + list_hang(piece), room);
    }
}

void Setter::draw_flow(const std::vector<Piece>& pieces, const Filled& filled, const std::vector<Column>& columns,
                       FlowPosition from) {
    page::ElementId list, tag;
    auto list_kind = content::BlockKind::paragraph;
    std::optional<ParagraphTagger> tagger;
    std::size_t current = pieces.size();
    for (const auto& placed : filled.lines) {
        const Piece& piece = pieces[placed.piece];
        const auto& column = columns[placed.column];
        const Length inset = list_indent(piece);
        const auto& lines = lines_of(piece, column.width - inset);
        if (placed.piece != current) {
            current = placed.piece;
            const auto kind = piece.block->kind;
            const bool item = kind == content::BlockKind::bullet || kind == content::BlockKind::numbered;
            const auto where = piece.block->spans.empty() ? SourcePosition{} : piece.block->spans.front().where;
            if (!item || (list.index >= 0 && kind != list_kind)) list = {};
            list_kind = kind;
            if (!item) {
                tag = add_element(draft_, kind == content::BlockKind::heading ? page::Role::h2 : page::Role::p, {0},
                                  where);
            } else {
                if (list.index < 0) {
                    list = add_element(draft_, page::Role::list, {0}, where);
                    draft_.elements.back().numbering = kind == content::BlockKind::bullet ? "Disc" : "Decimal";
                }
                const auto entry = add_element(draft_, page::Role::list_item, list, where);
                if (piece.block->marker && placed.line == 0 && !(from.piece == placed.piece && from.line > 0)) {
                    const auto mark = add_element(draft_, page::Role::label, entry, where);
                    const std::string sign =
                        kind == content::BlockKind::bullet ? "\u2013" : std::to_string(piece.block->number) + ".";
                    const auto line = setting_.workshop.one_line(sign, piece.lang, *piece.style, where);
                    const Length own_hang = line.runs.empty() ? Length{} : line.runs.front().x;
                    const Length stand_off = inset - list_hang(piece);
                    const Length x = lines[0].rtl ? column.x + column.width - stand_off - line.width
                                                  : column.x + stand_off - own_hang;
                    ParagraphTagger{draft_, mark, piece.lang, false}.place(line, column.page, {x, placed.baseline});
                }
                tag = add_element(draft_, page::Role::list_body, entry, where);
            }
            draft_.elements[static_cast<std::size_t>(tag.index)].lang = piece.lang;
            tagger.emplace(draft_, tag, piece.lang, is_mixed(lines, piece.lang));
        }
        const Length x = lines[placed.line].rtl ? column.x : column.x + inset;
        tagger->place(lines[placed.line], column.page, {x, placed.baseline});
    }
}

Filled Setter::filled(const design::Frame& frame, const std::vector<Piece>& pieces, FlowPosition from,
                      const std::vector<Column>& columns) {
    Filled filled = frame.balance ? balance(pieces, from, columns, setting_.workshop)
                                  : fill(pieces, from, columns, setting_.workshop);
    const int least = number_option(frame, "leaves", 0);
    if (filled.complete || filled.left_over >= static_cast<std::size_t>(least)) return filled;
    return leaving(pieces, from, columns, static_cast<std::size_t>(least), setting_.workshop);
}

// Where a column ends within a word for want of room, the paragraph's lines are chosen anew without that line end:
// those of one that stands here from its first line to its last.
void Setter::end_with_whole_words(const design::Frame& frame, std::vector<Piece>& pieces, FlowPosition from,
                                  const std::vector<Column>& columns, Filled& filled) {
    if (!filled.divided) return;
    const std::size_t piece = filled.divided->piece;
    if (piece == from.piece && from.line > 0) return;
    auto other = pieces;
    other[piece].whole_word = static_cast<int>(filled.divided->line);
    Filled better = this->filled(frame, other, from, columns);
    if (better.divided || better.next.piece <= piece || better.left_over > filled.left_over ||
        (better.broken_keep && !filled.broken_keep))
        return;
    pieces = std::move(other);
    filled = std::move(better);
}

// A text that goes on within a paragraph, or behind one, does so in the columns and the style in which it was begun.
void Setter::check_thread(const design::Frame& frame, const std::vector<Piece>& pieces, FlowPosition from,
                          Length measure) {
    const auto before = setting_.progress.find(frame.source);
    if (before == setting_.progress.end() || from != before->second.next) return;
    const Lines &was = before->second.set, is = lines_at(pieces, from, measure);
    if (was.pieces == is.pieces && (from.line == 0 || was == is)) return;
    draft_.faults.push_back("'" + frame.source + "' goes on in '" + setting_.master.name +
                            "' in columns or a style other than those in which it was begun: words would be lost");
}

void Setter::flow(const design::Frame& frame) {
    auto pieces = flow_pieces(frame);
    const auto begun = begins(frame);
    if (pieces.empty() || !begun) return absent(frame);
    const auto columns = flow_columns(frame);
    set_in_lists(pieces, columns);
    const FlowPosition from = *begun;
    check_thread(frame, pieces, from, columns.front().width);
    Filled filled = this->filled(frame, pieces, from, columns);
    if (!filled.complete && option(frame, "whole-sentences", "no") == "yes") {
        pieces = sentences_that_fit(frame, columns);
        set_in_lists(pieces, columns);
        filled = this->filled(frame, pieces, from, columns);
    }
    end_with_whole_words(frame, pieces, from, columns, filled);
    remember(frame, columns.front().top, filled.last, filled.lines.size());
    if (!frame.continues.empty()) {
        threads_[frame.continues] = filled.complete ? std::nullopt : std::optional{filled.next};
    } else if (!filled.complete) {
        leave(frame, {filled.next, filled.left_over, {}, lines_at(pieces, filled.next, columns.front().width)});
    }
    draft_.divided_end = draft_.divided_end || filled.divided.has_value();
    if (filled.broken_keep) draft_.costs.emplace_back("broken keep", 3);
    const double room = (columns.front().bottom - columns.front().top).pt() * static_cast<double>(columns.size());
    const double used = static_cast<double>(filled.lines.size()) * pieces.back().style->leading.pt();
    if (room > 0) draft_.costs.emplace_back("white space", std::max(0.0, 1 - used / room));
    if (draw_) draw_flow(pieces, filled, columns, from);
}

bool Setter::begins_right(const std::string& lang) const {
    const auto& other = setting_.turned_lang;
    const bool second = !other.empty() && lang.substr(0, lang.find('-')) == other.substr(0, other.find('-'));
    return setting_.right_to_left != second;
}

std::vector<Piece> Setter::own_pieces(const Words& words, const design::Style& style) const {
    auto pieces = pieces_of(*words.text, words.lang, style);
    for (auto& piece : pieces) piece.side = begins_right(words.lang) ? text::Side::right : text::Side::left;
    return pieces;
}

Length Setter::left_of(const text::Line& line, const Piece& piece, Room room, bool at_end) const {
    const auto& style = *piece.style;
    const bool sided = style.setting == design::Setting::ragged || style.setting == design::Setting::justified;
    if (!at_end && style.setting == design::Setting::centred) return (room.left + room.right - line.width) / 2.0;
    const bool right = sided || at_end ? at_end != begins_right(piece.lang) : true;
    return right ? room.right - line.width : room.left;
}

Length Setter::put(const Words& words, const design::Style& style, Room room, Length baseline, page::ElementId tag,
                   bool at_end) {
    const Piece piece{&words.text->blocks.front(), words.lang, &style, {}, false, false};
    const auto& lines = lines_of(piece, text::endless);
    if (lines.empty()) return {};
    room = on_paper(room);
    ParagraphTagger tagger{draft_, tag, words.lang, is_mixed(lines, words.lang)};
    for (const auto& line : lines) {  // more than one where the author ended a line
        if (draw_) tagger.place(line, room.page, {left_of(line, piece, room, at_end), baseline});
        baseline += style.leading;
    }
    return lines.front().width;
}

std::size_t Setter::put_piece(const Piece& piece, int page, Length x, Length width, Length baseline,
                              page::ElementId tag) {
    return put_piece(piece, page, x, width, baseline, tag, {});
}

std::size_t Setter::put_piece(const Piece& piece, int page, Length x, Length width, Length baseline,
                              page::ElementId tag, LineRange range) {
    const auto& lines = lines_of(piece, width);
    ParagraphTagger tagger{draft_, tag, piece.lang, is_mixed(lines, piece.lang)};
    const std::size_t from = std::min(range.from, lines.size()), to = std::min(range.to, lines.size());
    for (std::size_t i = from; draw_ && i < to; ++i)
        tagger.place(lines[i], page,
                     {on_paper(x, width), baseline + piece.style->leading * static_cast<double>(i - from)});
    return to > from ? to - from : 0;
}

std::size_t Setter::put_lines(const Words& words, const design::Style& style, int page, Length x, Length width,
                              Length baseline, page::ElementId tag) {
    std::size_t count = 0;
    for (const auto& piece : own_pieces(words, style))
        count += put_piece(piece, page, x, width, baseline + style.leading * static_cast<double>(count), tag);
    return count;
}

}  // namespace brochure::layout
