#include <algorithm>

#include "layout/setter.hpp"
#include "layout/shapes.hpp"
#include "map/discs.hpp"
#include "map/labels.hpp"

namespace brochure::layout {
namespace {

const Length leader_weight = Length::from_pt(0.5);
const Length beyond_globe = Length::from_pt(14);  // how far discs may stand outside the globe
constexpr double half_figure = 0.36;              // em: lining figures are some 0.72 high

Rect box_of(Point middle, Length radius) {
    return {middle.x - radius, middle.y - radius, radius * 2.0, radius * 2.0};
}

Rect overlap(const Rect& a, const Rect& b) {
    const Length left = std::max(a.left, b.left), top = std::max(a.top, b.top);
    return {left, top, std::min(a.right(), b.right()) - left, std::min(a.bottom(), b.bottom()) - top};
}

}  // namespace

void Setter::number_places(const design::Frame& frame, const PlacesField& places, const map::Globe& globe,
                           const std::vector<map::Line>& arcs, int page, page::ElementId tag) {
    const auto& format = setting_.format;
    const auto& colours = palette(frame);
    const Rect safe{format.safe, format.safe, format.trim.width - format.safe * 2.0,
                    format.trim.height - format.safe * 2.0};
    map::NumberedDiscs discs;
    discs.frame = overlap(safe, box_of(globe.middle, globe.diameter / 2.0 + beyond_globe));
    discs.ground = map::Disc{globe.middle, globe.diameter / 2.0, {}, {}, {}};
    const Length radius = discs.diameter / 2.0;
    map::Obstacles obstacles;
    obstacles.arcs = arcs;
    obstacles.frame = safe;
    const auto home = map::seen_on_globe(globe, places.home.at);
    discs.taken = numbered_[page];
    if (home) discs.taken.push_back({*home, globe.sizes.home, {}, {}, globe.sizes.home_ring});
    std::vector<const PlacesField::Place*> numbered;
    std::string without, behind;
    const auto add_to = [](std::string& list, const PlacesField::Place& place) {
        list += (list.empty() ? "" : ", ") + std::to_string(place.number) + " " + place.name;
    };
    for (const auto& place : places.partners) {
        if (!places.numbered || !place.shown) continue;
        const auto at = map::seen_on_globe(globe, place.at);
        if (!at) {
            add_to(behind, place);
            continue;
        }
        numbered.push_back(&place);
        discs.places.push_back(*at);
    }
    const auto placed = map::place_discs(discs);
    map::Shape leaders{map::Ink::partner, {}, false, leader_weight};
    for (std::size_t i = 0; i < placed.size(); ++i)
        if (placed[i] && *placed[i] != discs.places[i]) leaders.lines.push_back({discs.places[i], *placed[i]});
    if (!leaders.lines.empty()) {
        auto path = lines_path(leaders.lines, {}, tag);
        path.stroke = page::Stroke{colours.partner, leader_weight, false};
        draw_path(std::move(path), page, Layer::ground);
    }
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (!placed[i]) {
            add_to(without, *numbered[i]);
            continue;
        }
        draw_path(circle(*placed[i], radius, colours.partner, tag), page, Layer::ground);
        obstacles.boxes.push_back(box_of(*placed[i], radius));
        numbered_[page].push_back({*placed[i], radius, {}, {}, {}});
        const auto& look = style(frame, 1);
        const auto figures =
            setting_.workshop.one_line(std::to_string(numbered[i]->number), places.lang, look, places.where);
        ParagraphTagger{draft_, tag, places.lang, false}.place(
            figures, page, {placed[i]->x - figures.width / 2.0, placed[i]->y + look.size * half_figure});
    }
    if (!without.empty())
        draft_.found.note(places.where, "unnumbered-places",
                          "the globe has no room for the numbers of these places and shows dots: " + without);
    if (!behind.empty())
        draft_.found.note(places.where, "unnumbered-places", "neither of the globes shows these places: " + behind);
    if (!home) return;
    if (!places.numbered)
        draft_.found.note(places.where, "unnumbered-places",
                          "the globes show " + std::to_string(places.partners.size()) +
                              " places as dots, without numbers and without ways: there are too many of them");
    const auto& look = style(frame, 0);
    const auto name = setting_.workshop.one_line(places.home.name, places.lang, look, places.where);
    obstacles.points.push_back(*home);
    for (const auto& place : places.partners)
        if (const auto dot = map::seen_on_globe(globe, place.at); dot && place.shown) obstacles.points.push_back(*dot);
    const std::vector<map::Label> label{{*home, name.width, look.size}};
    // Where ways or dots leave no room for it the note beside the globes names home.
    const auto at = map::place_labels(label, obstacles).front();
    if (at) ParagraphTagger{draft_, tag, places.lang, false}.place(name, page, *at);
}

}  // namespace brochure::layout
