#include <algorithm>
#include <cstdio>

#include "layout/setter.hpp"
#include "layout/shapes.hpp"
#include "map/clock.hpp"
#include "map/hours.hpp"

namespace brochure::layout {
namespace {

constexpr int most_name_lines = 2;          // under or beside a clock
constexpr std::size_t most_home_lines = 4;  // home's have the room of what its clock does not tell

const Length line = Length::from_pt(12);

std::string hour_figure(int minutes, bool with_minutes) {
    char text[8];
    std::snprintf(text, sizeof text, with_minutes ? "%02d:%02d" : "%02d", minutes / 60 % 24, minutes % 60);
    return text;
}

}  // namespace

// The places are DESIGN 7.5's, from the bar's top edge b: label b - 24, figures b - 3 and b + 18, words b + 36,
// note b + 48; 24 cells with gaps of 0.8 on one foot, b + 10.
void Setter::hours(const design::Frame& frame, const HoursField& hours) {
    const Room room = room_of(frame);
    const auto below = [&, top = scope_.value_or(frame.top, room.page, Length{})](double pt) {
        return top + Length::from_pt(pt);
    };
    if (!frame.styles.empty() && option(frame, "label", "yes") == "yes")
        put(hours.label, style(frame, 0), room, below(-24), add_element(draft_, page::Role::p, {0}, hours.where));
    const auto tag = figure(hours.alt, hours.lang, hours.where);
    const auto& colours = palette(frame);
    // Hours run from left to right whatever is read: their figures do.
    const Room bar = on_paper(room);
    const Length pitch = room.width() / 24.0, width = pitch - Length::from_pt(0.8);
    const auto awake = map::hours_awake(hours.offset);
    for (int hour = 0; hour < 24; ++hour) {
        const bool shared = awake.shared[static_cast<std::size_t>(hour)];
        const Length x = bar.left + pitch * hour, top = below(shared ? 0 : 6);
        page::Path cell =
            page::rectangle({x, top, width, below(10) - top}, shared ? colours.shared : colours.idle, tag);
        if (shared && !colours.outline.empty())
            cell.stroke = page::Stroke{colours.outline, Length::from_pt(0.35), false};
        draw_path(std::move(cell), room.page, Layer::ground);
        if (hour % 6 != 0 || !draw_) continue;
        const auto figure_at = [&](int minutes, bool with_minutes, Length baseline) {
            const auto set = setting_.workshop.one_line(hour_figure(minutes, with_minutes), hours.lang, style(frame, 1),
                                                        hours.where);
            ParagraphTagger{draft_, tag, hours.lang, false}.place(set, room.page, {x, baseline});
        };
        figure_at(hour * 60, false, below(-3));
        figure_at(map::on_clock(hour * 60, hours.offset), hours.offset % 60 != 0, below(18));
    }
    draft_.elements[static_cast<std::size_t>(tag.index)].box =
        Rect{bar.left, below(-9), bar.width(), Length::from_pt(29)};
    std::size_t lines = 0;
    if (frame.styles.size() > 2)
        lines = put_lines(hours.words, style(frame, 2), room.page, room.left, room.width(), below(36),
                          add_element(draft_, page::Role::p, {0}, hours.where));
    const Length note = below(36) + line * static_cast<double>(lines);
    Length last = note;
    if (frame.styles.size() > 3) {
        const std::size_t more = put_lines(hours.note, style(frame, 3), room.page, room.left, room.width(), note,
                                           add_element(draft_, page::Role::p, {0}, hours.where));
        if (more > 1) last += style(frame, 3).leading * static_cast<double>(more - 1);
    }
    remember(frame, below(0), last, 1);
}

void Setter::clock_face(const ClocksField::Clock& clock, const design::Frame& frame, Room room, Length top,
                        const std::string& lang) {
    const Length diameter = scope_.value_or(frame.diameter, room.page, Length::from_pt(36));
    const Length left = on_paper(room.left, diameter);
    const Point middle{left + diameter / 2.0, top + diameter / 2.0};
    const auto& colours = palette(frame);
    const bool reversed = clock.day != 0;
    const auto& ground = reversed ? colours.hands : colours.ground;
    const auto& ink = reversed ? colours.ground : colours.hands;
    const auto tag = figure(clock.alt, lang, clock.where);
    draft_.elements.back().box = Rect{left, top, diameter, diameter};
    const auto stroked = [&](const map::Line& ray, double weight, bool round) {
        auto path = lines_path({ray}, {}, tag);
        path.stroke = page::Stroke{ink, Length::from_pt(weight), round};
        draw_path(std::move(path), room.page, Layer::ground);
    };
    // The edge lies inside the diameter.
    const Length edge = Length::from_pt(0.9);
    auto face = circle(middle, diameter / 2.0 - edge / 2.0, ground, tag);
    face.stroke = page::Stroke{colours.hands, edge, false};
    draw_path(std::move(face), room.page, Layer::ground);
    const auto lines = map::clock_face(middle, diameter, clock.minutes);
    for (std::size_t hour = 0; hour < lines.hours.size(); ++hour)
        stroked(lines.hours[hour], hour % 3 == 0 ? 0.9 : 0.5, false);
    stroked(lines.minute_hand, 0.9, true);
    stroked(lines.hour_hand, 1.5, true);
}

// A name ends at `baseline`, those beside one of more than two lines with its last; what belongs to them stands below,
// one leading apart.
void Setter::clock_words(const design::Frame& frame, const ClocksField::Clock& clock, Room at, Length baseline,
                         std::size_t longest, const std::vector<const Words*>& below) {
    const auto tag = add_element(draft_, page::Role::p, {0}, clock.where);
    const auto& name = style(frame, 0);
    if (longest > 2) baseline += line * static_cast<double>(longest - 2);
    const std::size_t own = std::max<std::size_t>(lines_in(clock.name, name, at.width()), 1);
    put_lines(clock.name, name, at.page, at.left, at.width(), baseline - line * static_cast<double>(own - 1), tag);
    for (std::size_t i = 0; i < below.size(); ++i)
        if (below[i])
            put(*below[i], style(frame, i == 0 ? 1 : 2), at, baseline + line * static_cast<double>(i + 1), tag);
}

std::vector<std::size_t> Setter::name_lines(const design::Frame& frame, const std::vector<ClocksField::Clock>& clocks,
                                            Length width, std::size_t most) {
    const auto& name = style(frame, 0);
    std::vector<std::size_t> lines;
    for (const auto& clock : clocks) {
        lines.push_back(lines_in(clock.name, name, width));
        if (!fits(widest_line(clock.name, name, width), width))
            draft_.faults.push_back("the name of " + content::plain(*clock.name.text) + " is too long for its column");
        else if (lines.back() > most)
            draft_.faults.push_back("the name of " + content::plain(*clock.name.text) + " needs more than " +
                                    std::to_string(most) + " lines");
    }
    return lines;
}

// Three arrangements (DESIGN 7.4): faces with all that belongs to them, rows of names with time and distance, columns
// of names with the difference of time.
void Setter::clocks(const design::Frame& frame, const ClocksField& clocks) {
    const Room room = room_of(frame);
    const bool home = option(frame, "show", "partners") == "home";
    const std::string layout = option(frame, "layout", "faces");
    const auto across = static_cast<std::size_t>(number_option(frame, "across", 4));
    const Length pitch = scope_.value_or(frame.pitch, room.page, room.width() / static_cast<double>(across));
    const Length first = scope_.value_or(frame.baseline, room.page, Length{});
    const Length gap = scope_.value_or(frame.gap, room.page, Length::from_pt(60));
    const Length name_width = pitch - Length::from_pt(6);
    const auto most = static_cast<std::size_t>(number_option(frame, "limit", 999));
    if (!home && clocks.partners.size() > most) {
        draft_.faults.push_back("there are " + std::to_string(clocks.partners.size()) + " places for " +
                                std::to_string(most) + " clocks");
        return;
    }
    const auto wraps = [&](const ClocksField::Clock& clock) {
        const auto pieces = own_pieces(clock.name, style(frame, 0));
        return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
            return !fits(setting_.workshop.natural_width(piece), name_width);
        });
    };
    // A name of two lines moves all faces up, home's too.
    Length top = scope_.value_or(frame.top, room.page, Length{});
    if (wraps(clocks.home) || std::any_of(clocks.partners.begin(), clocks.partners.end(), wraps))
        top -= Length::from_pt(6);
    const std::vector<ClocksField::Clock> only{clocks.home};
    const auto& shown = home ? only : clocks.partners;
    remember(frame, top, first, shown.size());
    if (layout == "columns") return clock_columns(frame, shown, across, most);
    const auto most_lines =
        home ? most_home_lines : static_cast<std::size_t>(number_option(frame, "name-lines", most_name_lines));
    const auto lines = name_lines(frame, shown, name_width, most_lines);
    Length down;  // by the rows above whose names need further lines
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto& clock = shown[i];
        const Length x = room.left + pitch * static_cast<double>(i % across);
        const Room at{room.page, x, x + name_width};
        const Words* distance = clock.distance ? &*clock.distance : nullptr;
        const Words* other = clock.other_distance ? &*clock.other_distance : nullptr;
        const auto row = lines.begin() + static_cast<std::ptrdiff_t>(i / across * across);
        const std::size_t longest =
            *std::max_element(row, std::min(row + static_cast<std::ptrdiff_t>(across), lines.end()));
        const Length baseline = first + gap * static_cast<double>(i / across) + down;
        if (layout == "rows") {
            clock_words(frame, clock, at, baseline, longest, {&clock.time, distance});
        } else {
            clock_face(clock, frame, at, top, clocks.lang);
            clock_words(frame, clock, at, baseline, longest, {&clock.time, distance, other});
        }
        if (i % across + 1 == across && longest > 2) down += line * static_cast<double>(longest - 2);
    }
}

}  // namespace brochure::layout
