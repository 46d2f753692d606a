#include <algorithm>
#include <cmath>

#include "layout/setter.hpp"

// A master's stack: frames that do not say where on the page they stand but how far below the one above. What finds no
// room goes on on the next page, and everything below it too, so that the order in which the frames are written is the
// order in which they are read. The large-print edition is made so: its pages hold what they hold.
namespace brochure::layout {
namespace {

using Kind = design::FrameKind;

const Length nowhere = Length::from_pt(1e5);  // below any page: nothing has room there

// Pictures and what is drawn like them begin with their upper edge, everything else with a baseline.
bool is_drawn(Kind kind) {
    return kind == Kind::picture || kind == Kind::logo || kind == Kind::globe || kind == Kind::map ||
           kind == Kind::locator || kind == Kind::qr || kind == Kind::rule || kind == Kind::days ||
           kind == Kind::cards || kind == Kind::rows || kind == Kind::panel;
}

Length next_line(Length y, Length grid) {
    if (!(grid > Length{})) return y;
    return grid * std::ceil(y / grid - 1e-6);
}

}  // namespace

bool Setter::has_more(const design::Frame& frame) const {
    if (!applies(frame)) return false;
    if (setting_.continued && !setting_.progress.contains(name_of_rest(frame)) && !goes_with_rest(frame)) return false;
    if (frame.kind == Kind::rule || frame.kind == Kind::panel || frame.kind == Kind::folio) return true;
    return frame.kind == Kind::flow ? !flow_pieces(frame).empty() : setting_.fields.find(frame.source) != nullptr;
}

// A ground goes on to another page with what stands on it, as does the page's own line that is set for that ground.
bool Setter::goes_with_rest(const design::Frame& frame) const {
    if (frame.kind != Kind::panel && frame.kind != Kind::folio) return false;
    for (const auto* next = &frame; (next = frame_below(*next)) && next->kind != Kind::panel;)
        if (next->kind != Kind::folio && applies(*next) && setting_.progress.contains(name_of_rest(*next))) return true;
    return false;
}

const design::Frame* Setter::frame_below(const design::Frame& frame) const {
    const auto& all = setting_.master.frames;
    const auto here = std::find_if(all.begin(), all.end(), [&](const auto& each) { return &each == &frame; });
    if (here == all.end()) return nullptr;
    const auto next = std::find_if(here + 1, all.end(), [](const auto& each) { return !each.below.empty(); });
    return next == all.end() ? nullptr : &*next;
}

const design::Frame* Setter::next_in_stack(const design::Frame& frame) const {
    const auto* next = frame_below(frame);
    while (next && !has_more(*next)) next = frame_below(*next);
    return next;
}

// A picture may be as high as the page, less what must stand below it there; it is shown whole, so that this matters
// only for tall ones.
design::Frame Setter::placed_at(const design::Frame& frame, Length start) const {
    design::Frame placed = frame;
    (frame.kind == Kind::text ? placed.baseline : placed.top) = design::Expression::constant(start.pt());
    if (frame.kind == Kind::panel)
        placed.bottom = design::Expression::constant((setting_.format.trim.height + setting_.format.bleed).pt());
    if (frame.kind != Kind::picture && frame.kind != Kind::logo) return placed;
    const auto& format = setting_.format;
    Length room = format.last_line - format.top;
    if (const auto* next = frame.keep ? next_in_stack(frame) : nullptr) {
        const Length first = start_in_stack(*next, format.top);
        room -= end_in_stack(*next, first).value_or(format.top) - format.top;
    }
    if (!frame.diameter.empty()) room = std::min(room, scope_.value_or(frame.diameter, 0, room));
    placed.bottom = design::Expression::constant((start + std::max(room, format.baseline)).pt());
    return placed;
}

// The first frame of a page begins at its head: a baseline one leading below the margin, an edge on it; or, on the
// section's first page, where it says itself.
Length Setter::start_in_stack(const design::Frame& frame, std::optional<Length> foot) const {
    const auto& format = setting_.format;
    const bool drawn = is_drawn(frame.kind);
    const bool ruled = frame.kind == Kind::list;
    const auto& first = style(frame, 0);
    const auto& own = frame.kind == Kind::text ? frame.baseline : frame.top;
    if (!foot && !setting_.continued && !own.empty()) return scope_.value_or(own, 0, Length{});
    if (foot && frame.kind == Kind::folio) return *foot;  // it stands elsewhere
    Length start = foot ? *foot + scope_.value_or(frame.below, 0, Length{})
                        : format.top + (drawn || ruled ? Length{} : first.leading);
    if (!drawn) return next_line(start, first.snap);
    if (frame.kind == Kind::rule) return start;
    // It stands on the foot of the page.
    if (frame.kind == Kind::panel) return std::max(start, format.trim.height - height_of(frame));
    if (frame.kind == Kind::days || frame.kind == Kind::cards || frame.kind == Kind::rows)
        return next_line(start, format.baseline / 2.0);
    // It ends on a line of the grid.
    const Length end = measured_end(placed_at(frame, start));
    return start + (next_line(end, format.baseline) - end);
}

Length Setter::measured_end(const design::Frame& placed, Progress* rest) const {
    Draft draft;
    draft.pages.resize(draft_.pages.size());
    draft.elements.emplace_back();
    Scope scope = scope_;
    Setter probe{setting_, draft, scope, false};
    probe.show(placed);
    if (rest) *rest = std::move(draft.rest);
    return probe.last_;
}

// As high as its frame says, or higher: it holds what stands on it, down to the page's last line. What would not find
// room on a page of its own has that page, and goes on.
Length Setter::height_of(const design::Frame& frame) const {
    const auto& format = setting_.format;
    const Length said = scope_.value_or(frame.diameter, 0, Length{}), foot = format.trim.height - format.last_line;
    Length end = format.top;
    for (const auto* next = &frame; (next = next_in_stack(*next)) && next->kind != Kind::panel;) {
        if (next->kind == Kind::folio) continue;
        Progress rest;
        end = measured_end(placed_at(*next, start_in_stack(*next, end)), &rest);
        if (rest.contains(name_of_rest(*next))) return format.trim.height - format.top;
    }
    if (fits(end - format.top + foot, said)) return said;
    // A line is left above the page's own. Its upper edge is on the grid, so that nothing on it moves.
    const Length needed = end - format.top + foot + format.baseline;
    const Length half = format.baseline / 2.0;
    const Length edge =
        half > Length{} ? half * std::floor((format.trim.height - needed) / half + 1e-6) : format.trim.height - needed;
    return format.trim.height - std::max(edge, format.top);
}

std::optional<Length> Setter::end_in_stack(const design::Frame& frame, Length start) const {
    // What follows stands on it.
    if (frame.kind == Kind::panel)
        return fits(start + height_of(frame), setting_.format.trim.height) ? std::optional{start} : std::nullopt;
    if (frame.kind == Kind::folio) return start;
    Progress rest;
    const Length end = measured_end(placed_at(frame, start), &rest);
    if (!goes_on(frame.kind)) return fits(end, setting_.format.last_line) ? std::optional{end} : std::nullopt;
    const auto left = rest.find(name_of_rest(frame));
    if (left == rest.end()) return end;
    const auto begun = begins(frame).value_or(FlowPosition{});
    return left->second.next == begun ? std::nullopt : std::optional{end};
}

bool Setter::has_room(const design::Frame& frame, Length start) const {
    const auto end = end_in_stack(frame, start);
    if (!end || !frame.keep) return end.has_value();
    const auto* next = next_in_stack(frame);
    return !next || has_room(*next, start_in_stack(*next, *end));
}

void Setter::stack(const design::Frame& frame) {
    if (!has_more(frame)) return absent(frame);
    const Length start = start_in_stack(frame, foot_);
    stack_is_full_ = stack_is_full_ || !has_room(frame, start);
    if (stack_is_full_ && !goes_on(frame.kind)) return leave(frame, {{}, 1});
    if (frame.kind == Kind::folio) draft_.folios.clear();  // in place of the page's own
    const auto placed = placed_at(frame, stack_is_full_ ? nowhere : start);
    if (frame.kind == Kind::folio) return show(frame);
    show(placed);
    if (draft_.overset == &placed) draft_.overset = &frame;
    if (stack_is_full_) return;
    foot_ = frame.kind == Kind::panel ? start : last_;
    stack_is_full_ = draft_.rest.contains(name_of_rest(frame));
}

}  // namespace brochure::layout
