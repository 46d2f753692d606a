#include <algorithm>
#include <cmath>
#include <functional>

#include "layout/facts.hpp"
#include "layout/setter.hpp"
#include "map/locator.hpp"

namespace brochure::layout {
namespace {

constexpr Length least_way = Length::from_pt(12);    // between home and the partner
constexpr Length whole_disc = Length::from_pt(4.5);  // the largest with its ring, inside the trim
constexpr Length inside_edge = Length::from_pt(6);   // labels keep so far inside the map

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

private:
    void take(text::Line line, Point at, const map::Label& label) {
        obstacles_.boxes.push_back(map::ink_of(at, label));
        placed_.push_back({std::move(line), at});
    }

    map::Obstacles obstacles_;
    Set set_;
    std::vector<Placed> placed_;
};

map::Obstacles obstacles_on(const map::LocatorMap& drawn, const Rect& area, const design::Format& format) {
    map::Obstacles obstacles;
    obstacles.arcs = drawn.arcs;
    obstacles.points.push_back(drawn.partner);
    if (drawn.home) obstacles.points.push_back(*drawn.home);
    for (const auto& at : drawn.nearby)
        if (at) obstacles.points.push_back(*at);
    const Length left = std::max(area.left + inside_edge, format.safe);
    const Length top = std::max(area.top + inside_edge, format.safe);
    const Length right = std::min(area.right() - inside_edge, format.trim.width - format.safe);
    const Length bottom = std::min(area.bottom() - inside_edge, format.trim.height - format.safe);
    obstacles.frame = {left, top, right - left, bottom - top};
    return obstacles;
}

}  // namespace

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
    const auto drawn = map::draw_locator(locator);
    const auto tag = figure(field.alt, field.lang, field.where);
    draw_map(drawn.drawing, moved, moved, palette(frame), tag);
    if (!frame.styles.empty()) label_locator(frame, field, drawn, moved, tag);
}

void Setter::label_locator(const design::Frame& frame, const LocatorField& field, const map::LocatorMap& drawn,
                           const Rect& area, page::ElementId tag) {
    const Length shift = setting_.format.trim.width * static_cast<double>(room_of(frame).page);
    auto obstacles = obstacles_on(drawn, {area.left - shift, area.top, area.width, area.height}, setting_.format);
    obstacles.frame.left += shift;
    Labels labels{std::move(obstacles), [&](const std::string& words, std::size_t index) {
                      return setting_.workshop.one_line(words, field.lang, style(frame, index), field.where);
                  }};
    const auto size = [&](std::size_t index) { return style(frame, index).size; };
    std::vector<std::pair<std::string, Point>> cities{{field.partner.name, drawn.partner}}, nearby;
    if (drawn.home) cities.emplace_back(field.home.name, *drawn.home);
    auto missing = labels.name(cities, 0, size(0));
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
    std::string names;
    for (const auto& name : missing) names += (names.empty() ? "" : ", ") + name;
    if (!names.empty())
        draft_.found.note(field.where, "unnamed-places", "the map of the surroundings has no room for: " + names);
    for (const auto& label : labels.placed())
        ParagraphTagger{draft_, tag, field.lang, false}.place(label.line, room_of(frame).page,
                                                              {label.at.x - shift, label.at.y});
}

}  // namespace brochure::layout
