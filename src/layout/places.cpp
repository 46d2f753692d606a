#include <algorithm>

#include "layout/setter.hpp"

namespace brochure::layout {
namespace {

// Measures of A sizes are rounded: an edge as near to the trim as this lies on it.
const Length rounded = Length::from_pt(0.05);

}  // namespace

Rect Setter::ground_of(Length out) const {
    const Size trim = setting_.format.trim;
    Length left, right = trim.width;
    if (const auto* panel = scope_.panel()) {
        left = panel->left;
        right = panel->left + panel->width;
    }
    if (left < rounded) left = -out;
    if (right > trim.width - rounded) right = trim.width + out;
    return {left, -out, right - left, trim.height + out * 2.0};
}

bool Setter::enter_panel(const design::Frame& frame) {
    scope_.enter(frame.in.empty() ? nullptr : setting_.format.panel(frame.in));
    if (frame.in.empty() || scope_.panel()) return true;
    const std::string fault = "the format '" + setting_.format.name + "' has no panel '" + frame.in + "'";
    if (draft_.faults.empty() || draft_.faults.back() != fault) draft_.faults.push_back(fault);
    return false;
}

// The panels of a folded sheet are read in an order of their own: each has a section, the first panel that of the
// master. A frame's elements follow their section, so it stands before them even if nothing comes of it.
void Setter::set(const design::Frame& frame) {
    if (!enter_panel(frame)) return;
    const auto* panel = scope_.panel();
    if (!frame.below.empty()) return stack(frame);
    if (!panel) return show(frame);
    if (draft_.read == 0) {
        draft_.read = panel->read;
        if (draft_.folds.empty())
            for (const Length fold : setting_.format.folds(panel->name))
                draft_.folds.push_back(on_paper(fold, Length{}));
        std::sort(draft_.folds.begin(), draft_.folds.end());
    }
    if (panel->read == draft_.read) return show(frame);
    auto section = std::find_if(draft_.sections.begin(), draft_.sections.end(),
                                [&](const auto& one) { return one.read == panel->read; });
    const bool fresh = section == draft_.sections.end();
    const page::ElementId parent = fresh ? page::ElementId{static_cast<int>(draft_.elements.size())} : section->element;
    if (fresh) draft_.elements.emplace_back().role = page::Role::sect;
    const std::size_t before = draft_.elements.front().children.size();
    show(frame);
    auto& children = draft_.elements.front().children;
    if (children.size() == before) {
        if (fresh) draft_.elements.pop_back();
        return;
    }
    if (fresh) draft_.sections.push_back({parent, panel->read});
    for (std::size_t i = before; i < children.size(); ++i) {
        draft_.elements[static_cast<std::size_t>(children[i].index)].parent = parent;
        draft_.elements[static_cast<std::size_t>(parent.index)].children.push_back(children[i]);
    }
    children.resize(before);
}

Room Setter::room_of(const design::Frame& frame) const {
    const bool second =
        setting_.master.spread && (frame.on == design::On::second) != setting_.flipped && frame.on != design::On::both;
    const Rect ground = ground_of({});
    Room room{second ? 1 : 0, ground.left, ground.right()};
    if (frame.columns) {
        const auto [first, last] = scope_.resolve(room.page, *frame.columns);
        room.left = scope_.column_left(room.page, first);
        room.right = scope_.column_right(room.page, last);
    }
    room.left = scope_.value_or(frame.left, room.page, room.left);
    room.right = scope_.value_or(frame.right, room.page, room.right);
    return room;
}

Rect Setter::area_of(const design::Frame& frame) const {
    const auto& format = setting_.format;
    const Room room = room_of(frame);
    Rect rect = ground_of(frame.area == design::Area::trim ? Length{} : format.bleed);
    if (frame.area == design::Area::none) {
        rect.left = room.left;
        rect.width = room.width();
        // A picture in outer columns runs on into the bleed beside them.
        if (option(frame, "bleed", "") == "outer") {
            if (scope_.is_recto(room.page))
                rect.width = format.trim.width + format.bleed - rect.left;
            else {
                rect.width = room.right + format.bleed;
                rect.left = -format.bleed;
            }
        }
    }
    const Length top = scope_.value_or(frame.top, room.page, rect.top);
    const Length bottom = scope_.value_or(frame.bottom, room.page, rect.bottom());
    rect.top = top;
    rect.height = bottom - top;
    rect = on_paper(rect);
    // Both pages together are turned about the spine between them.
    if (setting_.right_to_left && frame.on == design::On::both) rect.left += format.trim.width;
    return rect;
}

}  // namespace brochure::layout
