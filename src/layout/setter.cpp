#include "layout/setter.hpp"

#include <algorithm>
#include <charconv>

#include "base/annotation.hpp"

namespace brochure::layout {
bool Setter::applies(const design::Frame& frame) const {
    const auto unusable = [&](const std::string& source) {
        return std::any_of(setting_.unusable.begin(), setting_.unusable.end(),
                           [&](const UnusablePhoto& photo) { return photo.source == source; });
    };
    const auto there = [&](const std::string& source) {
        return setting_.fields.find(source) != nullptr && !unusable(source);
    };
    return std::all_of(frame.when.begin(), frame.when.end(), there) &&
           std::none_of(frame.unless.begin(), frame.unless.end(), there);
}

// A frame that shows nothing still has a place in the sums of others: what stands below moves up to where it began.
void Setter::absent(const design::Frame& frame) {
    if (frame.id.empty()) return;
    const int page = room_of(frame).page;
    const Length start = scope_.value_or(frame.baseline, page, scope_.value_or(frame.top, page, Length{}));
    const Length gap = frame.kind == design::FrameKind::flow ? style(frame, 0).space_before : style(frame, 0).leading;
    remember(frame, start, start - gap, 0);
}

// To the page on which all that stands before it has found room; a flow sees to it that there is one.
void Setter::put_off(const design::Frame& frame) {
    const auto before = setting_.progress.find(frame.source);
    if (frame.kind == design::FrameKind::flow && before != setting_.progress.end()) leave(frame, before->second);
    absent(frame);
}

std::optional<FlowPosition> Setter::begins(const design::Frame& frame) const {
    if (const auto thread = threads_.find(frame.id); !frame.id.empty() && thread != threads_.end())
        return thread->second;
    const auto begun = setting_.progress.find(frame.source);
    if (begun != setting_.progress.end()) return begun->second.next;
    return setting_.continued ? std::nullopt : std::optional{FlowPosition{}};
}

void Setter::show(const design::Frame& frame) {
    using Kind = design::FrameKind;
    if (!applies(frame)) return absent(frame);
    if (draft_.left_over > 0 && option(frame, "on-last-page", "") == "yes") return put_off(frame);
    if (frame.kind == Kind::panel) return panel(frame);
    if (frame.kind == Kind::rule) return rule(frame);
    if (frame.kind == Kind::flow) return flow(frame);
    if (frame.kind == Kind::parallel) return parallel(frame);
    if (frame.kind == Kind::folio) {
        const int both = setting_.master.spread && frame.on == design::On::both ? 2 : 1;
        for (int i = 0; i < both; ++i) draft_.folios.push_back({both == 2 ? i : room_of(frame).page, &frame});
        return;
    }
    const Field* field = setting_.fields.find(frame.source);
    if (!field) return absent(frame);
    const bool shown = show<Words>(frame, *field, Kind::text, &Setter::text) ||
                       show<Words>(frame, *field, Kind::qr, &Setter::qr) ||
                       show<PhotoField>(frame, *field, Kind::picture, &Setter::picture) ||
                       show<PhotoField>(frame, *field, Kind::logo, &Setter::logo) ||
                       show<PhotoField>(frame, *field, Kind::contrast, &Setter::contrast) ||
                       show<FactsField>(frame, *field, Kind::facts, &Setter::facts) ||
                       show<FiguresField>(frame, *field, Kind::figures, &Setter::figures) ||
                       show<ListField>(frame, *field, Kind::list, &Setter::list) ||
                       show<TableField>(frame, *field, Kind::table, &Setter::table) ||
                       show<DirectoryField>(frame, *field, Kind::directory, &Setter::directory) ||
                       show<PlacesField>(frame, *field, Kind::globe, &Setter::globe) ||
                       show<PlacesField>(frame, *field, Kind::map, &Setter::world) ||
                       show<LocatorField>(frame, *field, Kind::locator, &Setter::locator) ||
                       show<DaysField>(frame, *field, Kind::days, &Setter::days) ||
                       show<CardsField>(frame, *field, Kind::cards, &Setter::cards) ||
                       show<RowsField>(frame, *field, Kind::rows, &Setter::rows) ||
                       show<HoursField>(frame, *field, Kind::hours, &Setter::hours) ||
                       show<ClocksField>(frame, *field, Kind::clock, &Setter::clocks);
    if (!shown)
        draft_.found.error(
            frame.where, "frame-and-source",
            "a frame of the kind '" + std::string{design::name_of(frame.kind)} + "' cannot show '" + frame.source + "'",
            "choose a kind of frame that fits the source");
}

template <class T>
bool Setter::show(const design::Frame& frame, const Field& field, design::FrameKind kind,
                  void (Setter::*shown)(const design::Frame&, const T&)) {
    const T* value = std::get_if<T>(&field);
    if (!value || frame.kind != kind) return false;
    (this->*shown)(frame, *value);
    return true;
}

const design::Style& Setter::style(const design::Frame& frame, std::size_t index) const {
    static const design::Style plain;
    if (frame.styles.empty()) return plain;
    const auto found = setting_.design.styles.find(frame.styles[std::min(index, frame.styles.size() - 1)]);
    return found == setting_.design.styles.end() ? plain : found->second;
}

const design::Style& Setter::style_for(const Words& words, const design::Style& style) const {
    if (!words.text) return style;
    const auto roomier = setting_.design.styles.find(style.name + "-ruby");
    if (roomier == setting_.design.styles.end()) return style;
    for (const auto& block : words.text->blocks)
        for (const auto& span : block.spans)
            if (span.text.find(annotation_begins) != std::string::npos) return roomier->second;
    return style;
}

void Setter::leave(const design::Frame& frame, Rest rest) {
    draft_.rest[name_of_rest(frame)] = rest;
    draft_.left_over += rest.lines;
    draft_.overset = &frame;
}

void Setter::remember(const design::Frame& frame, Length top, Length last, std::size_t lines) {
    last_ = last;
    if (frame.id.empty()) return;
    scope_.set(frame.id + ".top", top.pt());
    scope_.set(frame.id + ".last", last.pt());
    scope_.set(frame.id + ".bottom", last.pt());
    scope_.set(frame.id + ".lines", static_cast<double>(lines));
}

page::ElementId Setter::element(const design::Frame& frame, SourcePosition where) {
    if (frame.role == "artifact") return page::artifact;
    return add_element(draft_, role_of(frame.role), {0}, where);
}

void Setter::draw_path(page::Path path, int page, Layer layer) {
    if (draw_) draft_.pages[static_cast<std::size_t>(page)].layer(layer).push_back(std::move(path));
}

void Setter::hairline(int page, Length left, Length right, Length y, const std::string& swatch, double weight) {
    const Length width = right - left;
    left = on_paper(left, width);
    draw_path(page::line({left, y}, {left + width, y}, {swatch, Length::from_pt(weight), false}), page, Layer::rules);
}

void Setter::draw_across(const Rect& rect, const std::string& fill) {
    const auto& format = setting_.format;
    for (std::size_t i = 0; i < draft_.pages.size(); ++i) {
        const Length shift = format.trim.width * static_cast<double>(i);
        const Length left = std::max(rect.left - shift, -format.bleed);
        const Length right = std::min(rect.right() - shift, format.trim.width + format.bleed);
        if (right > left)
            draw_path(page::rectangle({left, rect.top, right - left, rect.height}, fill), static_cast<int>(i),
                      Layer::ground);
    }
}

void Setter::panel(const design::Frame& frame) {
    const Rect rect = area_of(frame);
    const std::string swatch = frame.swatch.empty() ? frame.source : frame.swatch;
    if (frame.on == design::On::both) return draw_across(rect, swatch);
    draw_path(page::rectangle(rect, swatch), room_of(frame).page, Layer::ground);
}

void Setter::rule(const design::Frame& frame) {
    const Room room = room_of(frame);
    Length y = scope_.value_or(frame.top, room.page, Length{});
    remember(frame, y, y, 1);
    const Length pitch = scope_.value_or(frame.pitch, room.page, Length{});
    const Length bottom = pitch > Length{} ? scope_.value_or(frame.bottom, room.page, setting_.format.last_line) : y;
    do {
        hairline(room.page, room.left, room.right, y, frame.swatch.empty() ? frame.source : frame.swatch,
                 frame.weight.pt());
        y += pitch;
    } while (pitch > Length{} && fits(y, bottom));
}

std::string Setter::option(const design::Frame& frame, const std::string& name, const std::string& otherwise) const {
    const auto found = frame.options.find(name);
    return found == frame.options.end() ? otherwise : found->second;
}

int Setter::number_option(const design::Frame& frame, const std::string& name, int otherwise) const {
    const std::string text = option(frame, name, "");
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace brochure::layout
