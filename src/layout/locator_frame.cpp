#include <algorithm>
#include <cmath>
#include <functional>

#include "layout/facts.hpp"
#include "layout/setter.hpp"
#include "layout/shapes.hpp"
#include "map/locator.hpp"

namespace brochure::layout {
namespace {

constexpr Length least_way = Length::from_pt(12);        // between home and the partner
constexpr Length whole_disc = Length::from_pt(4.5);      // the largest with its ring, inside the trim
constexpr Length inside_edge = Length::from_pt(6);       // labels keep so far inside the map
constexpr Length beside_name = Length::from_pt(4);       // so far another name on the line is not read on
constexpr Length leader_weight = Length::from_pt(0.35);  // DESIGN 6: a hairline

/// The map's labels, placed one after the other, each clear of those before.
class Labels {
public:
    using Set = std::function<text::Line(const std::string&, std::size_t style)>;
    Labels(map::Obstacles obstacles, Set set) : obstacles_{std::move(obstacles)}, set_{std::move(set)} {}

    struct Placed {
        text::Line line;
        Point at;
    };
    const std::vector<Placed>& placed() const { return placed_; }

    /// Names of places, in the order of their importance; those that find no room.
    std::vector<std::string> name(const std::vector<std::pair<std::string, Point>>& places, std::size_t style,
                                  Length size) {
        std::vector<text::Line> lines;
        std::vector<map::Label> labels;
        for (const auto& [words, at] : places) {
            lines.push_back(set_(words, style));
            labels.push_back({at, lines.back().width, size});
        }
        std::vector<std::string> missing;
        const auto found = map::place_labels(labels, obstacles_);
        for (std::size_t i = 0; i < places.size(); ++i)
            if (found[i])
                take(std::move(lines[i]), *found[i], labels[i]);
            else
                missing.push_back(places[i].first);
        return missing;
    }
    /// A text where `place` finds room for it.
    template <class Place>
    void text(const std::string& words, std::size_t style, Length size, const Place& place) {
        if (words.empty()) return;
        auto line = set_(words, style);
        const map::Label label{{}, line.width, size};
        if (const auto at = place(label, obstacles_)) take(std::move(line), *at, label);
    }
    void take(text::Line line, Point at, const map::Label& label, Length clear = {}) {
        const Rect ink = map::ink_of(at, label);
        obstacles_.boxes.push_back({ink.left - clear, ink.top, ink.width + clear * 2.0, ink.height});
        placed_.push_back({std::move(line), at});
    }

private:
    map::Obstacles obstacles_;
    Set set_;
    std::vector<Placed> placed_;
};

// All that labels keep clear of but the cities of reference.
map::Obstacles obstacles_on(const map::LocatorMap& drawn, const Rect& area, const design::Format& format) {
    map::Obstacles obstacles;
    obstacles.arcs = drawn.arcs;
    obstacles.borders = drawn.borders;
    obstacles.points.push_back(drawn.partner);
    if (drawn.home) obstacles.points.push_back(*drawn.home);
    const Length left = std::max(area.left + inside_edge, format.safe);
    const Length top = std::max(area.top + inside_edge, format.safe);
    const Length right = std::min(area.right() - inside_edge, format.trim.width - format.safe);
    const Length bottom = std::min(area.bottom() - inside_edge, format.trim.height - format.safe);
    obstacles.frame = {left, top, right - left, bottom - top};
    return obstacles;
}

// Takes away what was dropped of the cities of reference on the map, and returns their names.
std::vector<std::string> drop(const std::vector<bool>& dropped, const map::LocatorMap& drawn, LocatorField& field) {
    std::vector<std::string> names;
    std::vector<LocatorField::Place> kept;
    std::size_t on_map = 0;
    for (std::size_t i = 0; i < field.nearby.size(); ++i)
        if (drawn.nearby[i] && dropped[on_map++])
            names.push_back(field.nearby[i].name);
        else
            kept.push_back(std::move(field.nearby[i]));
    field.nearby = std::move(kept);
    return names;
}

void tell_left_out(const std::vector<std::string>& names, SourcePosition where, Diagnostics& found) {
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
    if (!all.empty()) found.note(where, "unnamed-places", "the map of the surroundings has no room for: " + all);
}

// Where a line begins where the lines of a name are of several widths: flush at the side of the place, or centred.
Length indented(const text::Line& line, Point at, const map::Label& label) {
    const Length room = label.width - line.width;
    if (at.x > label.at.x) return at.x;
    return at.x + (at.x + label.width < label.at.x ? room : room / 2);
}

std::vector<std::pair<std::string, std::string>> in_two(const std::string& words) {
    std::vector<std::pair<std::string, std::string>> ways;
    for (std::size_t i = 1; i + 1 < words.size(); ++i)
        if (words[i] == ' ')
            ways.emplace_back(words.substr(0, i), words.substr(i + 1));
        else if (words[i] == '-')
            ways.emplace_back(words.substr(0, i + 1), words.substr(i + 1));
    return ways;
}

}  // namespace

struct Setter::LocatorNames {
    std::vector<std::vector<std::vector<text::Line>>> lines;  // of each name, of each of its forms
    std::vector<std::vector<map::Label>> labels;
    map::ForemostLabels placed;
};

// A map fills its frame, the partner in its middle.
void Setter::locator(const design::Frame& frame, const LocatorField& field) {
    const Rect area = area_of(frame);
    const int page = room_of(frame).page;
    remember(frame, area.top, area.bottom(), 1);
    if (!draw_) return;
    const Length shift = setting_.format.trim.width * static_cast<double>(page);
    map::Locator locator;
    locator.home = field.home.at;
    locator.partner = field.partner.at;
    for (const auto& place : field.nearby) locator.nearby.push_back(place.at);
    const Rect moved{area.left + shift, area.top, area.width, area.height};
    locator.frame = {moved.left.pt(), moved.top.pt(), moved.right().pt(), moved.bottom().pt()};
    locator.clear = setting_.format.bleed + whole_disc;
    auto drawn = map::draw_locator(locator);
    LocatorNames names;
    map::Obstacles obstacles = obstacles_on(drawn, area, setting_.format);
    obstacles.frame.left += shift;
    LocatorField shown = field;
    if (!frame.styles.empty()) {
        names = names_on_locator(frame, field, drawn, obstacles);
        const auto left_out = drop(names.placed.dropped, drawn, shown);
        if (!left_out.empty()) {
            locator.nearby.clear();
            for (const auto& place : shown.nearby) locator.nearby.push_back(place.at);
            drawn = map::draw_locator(locator);
            tell_left_out(left_out, field.where, draft_.found);
        }
    }
    const auto tag = figure(field.alt, field.lang, field.where);
    draw_map(drawn.drawing, moved, moved, palette(frame), tag);
    if (!frame.styles.empty()) label_locator(frame, shown, drawn, names, std::move(obstacles), tag);
}

// Each name on one line, and on the two that are the narrowest together.
Setter::LocatorNames Setter::names_on_locator(const design::Frame& frame, const LocatorField& field,
                                              const map::LocatorMap& drawn, const map::Obstacles& obstacles) {
    LocatorNames names;
    const auto& look = style(frame, 0);
    const auto set = [&](const std::string& words) {
        return setting_.workshop.one_line(words, field.lang, look, field.where);
    };
    const auto add = [&](const std::string& name, Point at) {
        auto& lines = names.lines.emplace_back();
        auto& labels = names.labels.emplace_back();
        lines.push_back({set(name)});
        labels.push_back({at, lines.front().front().width, look.size});
        std::optional<std::vector<text::Line>> narrowest;
        const auto width = [](const std::vector<text::Line>& two) { return std::max(two[0].width, two[1].width); };
        for (const auto& [first, second] : in_two(name))
            if (std::vector<text::Line> two{set(first), set(second)}; !narrowest || width(two) < width(*narrowest))
                narrowest = std::move(two);
        if (!narrowest) return;
        labels.push_back({at, width(*narrowest), look.size, 2, look.leading});
        lines.push_back(std::move(*narrowest));
    };
    add(field.partner.name, drawn.partner);
    if (drawn.home) add(field.home.name, *drawn.home);
    std::vector<Point> neighbours;
    for (const auto& at : drawn.nearby)
        if (at) neighbours.push_back(*at);
    names.placed = map::place_foremost(names.labels, obstacles, neighbours);
    return names;
}

void Setter::label_locator(const design::Frame& frame, const LocatorField& field, const map::LocatorMap& drawn,
                           const LocatorNames& names, map::Obstacles obstacles, page::ElementId tag) {
    const int page = room_of(frame).page;
    const Length shift = setting_.format.trim.width * static_cast<double>(page);
    for (const auto& at : drawn.nearby)
        if (at) obstacles.points.push_back(*at);
    for (const map::Line& leader : names.placed.placed.leaders) {
        obstacles.arcs.push_back(leader);
        auto path = lines_path({leader}, -shift, tag);
        path.stroke = page::Stroke{style(frame, 0).swatch, leader_weight, false};
        draw_path(std::move(path), page, Layer::ground);
    }
    Labels labels{std::move(obstacles), [&](const std::string& words, std::size_t index) {
                      return setting_.workshop.one_line(words, field.lang, style(frame, index), field.where);
                  }};
    const auto size = [&](std::size_t index) { return style(frame, index).size; };
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < names.labels.size(); ++i) {
        const auto& at = names.placed.placed.baselines[i];
        if (!at) {
            missing.push_back(i == 0 ? field.partner.name : field.home.name);
            continue;
        }
        const std::size_t form = names.placed.forms[i];
        const map::Label& whole = names.labels[i][form];
        for (std::size_t k = 0; k < names.lines[i][form].size(); ++k) {
            const auto& line = names.lines[i][form][k];
            const Point start{indented(line, *at, whole), at->y + whole.leading * static_cast<double>(k)};
            labels.take(line, start, {whole.at, line.width, whole.size}, beside_name);
        }
    }
    std::vector<std::pair<std::string, Point>> nearby;
    for (std::size_t i = 0; i < field.nearby.size(); ++i)
        if (drawn.nearby[i])
            nearby.emplace_back(field.nearby[i].name, *drawn.nearby[i]);
        else
            missing.push_back(field.nearby[i].name);
    for (auto& name : labels.name(nearby, 1, size(1))) missing.push_back(std::move(name));
    // Between two places whose discs touch no way is seen.
    const bool apart = !drawn.home || std::hypot((drawn.home->x - drawn.partner.x).pt(),
                                                 (drawn.home->y - drawn.partner.y).pt()) > least_way.pt();
    labels.text(apart ? field.way : std::string{}, 3, size(3),
                [&](const map::Label& label, const map::Obstacles& around) {
                    return map::place_beside_way(drawn.arcs, label, around);
                });
    for (const auto& country : drawn.countries) {
        const bool own = country_code(country.number) == field.country;
        labels.text(own ? field.country_name : country_of(country.number, field.lang), 2, size(2),
                    [&](const map::Label& label, const map::Obstacles& around) {
                        return map::place_country(country, label, around);
                    });
    }
    tell_left_out(missing, field.where, draft_.found);
    for (const auto& label : labels.placed())
        ParagraphTagger{draft_, tag, field.lang, false}.place(label.line, page, {label.at.x - shift, label.at.y});
}

}  // namespace brochure::layout
