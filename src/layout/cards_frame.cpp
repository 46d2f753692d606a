#include <algorithm>

#include "layout/setter.hpp"

// Names with lines below them, several across: people, telephone numbers.
namespace brochure::layout {
namespace {

const Length first_below_rule = Length::from_pt(18), below_last = Length::from_pt(12);

}  // namespace

// From its rule to the last baseline.
Length Setter::card(const design::Frame& frame, const CardsField::Card& card, Room room, Length rule,
                    page::ElementId list) {
    Length y = rule;
    page::ElementId body = page::artifact;
    if (list.index >= 0) {
        const auto item = add_element(draft_, page::Role::list_item, list, card.where);
        body = add_element(draft_, page::Role::list_body, item);
    }
    for (std::size_t i = 0; i < card.lines.size(); ++i) {
        const auto& look = style(frame, card.styles[i]);
        y += i == 0 ? std::max(first_below_rule, look.leading / 2.0) : look.leading + look.space_before;
        const std::size_t lines = list.index >= 0 ? put_lines(card.lines[i], look, room.page, room.left, room.width(),
                                                              y, add_element(draft_, page::Role::p, body))
                                                  : lines_in(card.lines[i], look, room.width());
        if (lines > 1) y += look.leading * static_cast<double>(lines - 1);
    }
    return y - rule;
}

// What the cards are is said again where they go on, in the frame's fifth style and its sixth.
Length Setter::head_of_rest(const design::Frame& frame, const CardsField& all, Room room, Length top) {
    constexpr std::size_t of_head = 4;
    if (frame.styles.size() < of_head + 2) return {};
    design::Frame head = frame;
    head.styles.assign(frame.styles.begin() + of_head, frame.styles.end());
    return name_group(head, room, all.continued, top, draw_);
}

// Cards of a row have their rules on one line; a row is never divided.
void Setter::cards(const design::Frame& frame, const CardsField& all) {
    const auto begun = begins(frame);
    if (!begun) return absent(frame);
    const Room room = room_of(frame);
    const Length gutter = setting_.format.gutter;
    const auto across = static_cast<std::size_t>(number_option(frame, "across", 3));
    const Length width = (room.width() - gutter * (static_cast<double>(across) - 1)) / static_cast<double>(across);
    const Length top = scope_.value_or(frame.top, room.page, Length{});
    const Length bottom = scope_.value_or(frame.bottom, room.page, setting_.format.last_line);
    const std::string swatch = option(frame, "rule", "hairline");
    const auto room_at = [&](std::size_t column) {
        const Length left = room.left + (width + gutter) * static_cast<double>(column);
        return Room{room.page, left, left + width};
    };
    page::ElementId list;
    std::size_t i = begun->piece;
    Length rule = top, last = top;
    if (i > 0) rule += head_of_rest(frame, all, room, top);
    while (i < all.cards.size()) {
        const std::size_t count = std::min(across, all.cards.size() - i);
        Length height;
        for (std::size_t c = 0; c < count; ++c)
            height = std::max(height, card(frame, all.cards[i + c], room_at(c), Length{}, page::artifact));
        if (!fits(rule + height, bottom)) break;
        if (draw_) {
            if (list.index < 0) list = add_element(draft_, page::Role::list, {0});
            for (std::size_t c = 0; c < count; ++c) {
                const auto& one = all.cards[i + c];
                const Room place = room_at(c);
                // What begins with display type needs no line above it.
                if (style(frame, one.styles.front()).leading < first_below_rule * 2.0)
                    hairline(room.page, place.left, place.right, rule, swatch, 0.35);
                card(frame, one, place, rule, list);
            }
        }
        last = rule + height;
        rule = last + below_last;
        i += count;
    }
    if (i < all.cards.size()) leave(frame, {{i, 0}, all.cards.size() - i});
    remember(frame, top, last, i - begun->piece);
}

}  // namespace brochure::layout
