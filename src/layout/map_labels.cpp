#include <algorithm>
#include <cmath>

#include "layout/map_labels.hpp"
#include "layout/setter.hpp"
#include "layout/shapes.hpp"
#include "map/labels.hpp"

namespace brochure::layout {
namespace {

const Length leader_weight = Length::from_pt(0.35);  // DESIGN 6: a hairline
constexpr double clear_of_spine = 12;                // pt, of places (DESIGN 8)
constexpr std::size_t most_labels = 60;              // more names than that are no help on a map of this size

Rect common(const Rect& a, const Rect& b) {
    const Length left = std::max(a.left, b.left), top = std::max(a.top, b.top);
    return {left, top, std::min(a.right(), b.right()) - left, std::min(a.bottom(), b.bottom()) - top};
}

bool are_named(const PlacesField& places) {
    return places.partners.size() <= most_labels;
}

}  // namespace

// Home's name, then those of the partners, each set on one line.
std::vector<text::Line> Setter::names_on_map(const design::Frame& frame, const PlacesField& places) {
    std::vector<text::Line> lines;
    const auto add = [&](const PlacesField::Place& place) {
        lines.push_back(setting_.workshop.one_line(place.name, places.lang, style(frame, 0), places.where));
    };
    add(places.home);
    if (are_named(places)) std::for_each(places.partners.begin(), places.partners.end(), add);
    return lines;
}

map::PlacedLabels Setter::place_names(const design::Frame& frame, const std::vector<text::Line>& names,
                                      const map::WorldMap& world, const Rect& area) const {
    const auto& format = setting_.format;
    std::vector<map::Label> labels;
    for (std::size_t i = 0; i < names.size(); ++i)
        labels.push_back({i == 0 ? world.home : world.partners[i - 1], names[i].width, style(frame, 0).size});
    map::Obstacles obstacles;
    obstacles.arcs = world.arcs;
    obstacles.points = world.partners;
    obstacles.points.push_back(world.home);
    const Length pages = format.trim.width * static_cast<double>(draft_.pages.size());
    obstacles.frame =
        common(area, {format.safe, format.safe, pages - format.safe * 2.0, format.trim.height - format.safe * 2.0});
    if (frame.on == design::On::both) obstacles.spine = format.trim.width;
    return map::place_with_leaders(labels, obstacles);
}

// The smallest nudge of the map's middle with which the fewest names find no room, and of those stand farther off, at
// the end of a line (DESIGN 8). The map keeps its size: a name without room is left out.
double Setter::nudge_for_labels(const design::Frame& frame, const PlacesField& places, map::World world,
                                const Rect& area) {
    if (frame.styles.empty() || !are_named(places)) return 0;
    const auto names = names_on_map(frame, places);
    constexpr std::pair<std::size_t, std::size_t> all_beside{0, 0};
    double best = 0;
    std::pair fewest{names.size() + 1, names.size()};
    for (const double nudge : map::nudges(world)) {
        world.nudge = nudge;
        const auto placed = place_names(frame, names, map::place_world(world), area);
        const auto& at = placed.baselines;
        const std::pair unnamed{static_cast<std::size_t>(std::count(at.begin(), at.end(), std::nullopt)),
                                placed.leaders.size()};
        if (unnamed >= fewest) continue;
        fewest = unnamed;
        best = nudge;
        if (fewest == all_beside) break;
    }
    return best;
}

void Setter::tell_unnamed(const PlacesField& places, const map::WorldMap& world) {
    std::string text = "the map shows " + std::to_string(places.partners.size()) + " places without their names";
    if (places.partners.size() >= dots_from) text += ", as dots without the ways there";
    if (world.sharing > 0)
        text += ", and " + std::to_string(world.sharing) + " of them stand so near to another that they share its dot";
    draft_.found.note(places.where, "unnamed-places",
                      text + "; " + std::to_string(most_labels) + " names at most can be read on it");
}

void Setter::tell_near_spine(const PlacesField& places, const map::WorldMap& world) {
    const auto is_near = [&](const Point& at) {
        return std::abs((at.x - setting_.format.trim.width).pt()) < clear_of_spine - 0.05;
    };
    std::string near = is_near(world.home) ? places.home.name : std::string{};
    for (std::size_t i = 0; are_named(places) && i < world.partners.size(); ++i)
        if (is_near(world.partners[i])) near += (near.empty() ? "" : ", ") + places.partners[i].name;
    if (!near.empty())
        draft_.found.note(places.where, "places-near-fold",
                          "however the map is turned, these places lie within 12 points of the fold: " + near);
}

void Setter::draw_labels(const design::Frame& frame, const PlacesField& places, const map::WorldMap& world,
                         const Rect& area, page::ElementId tag) {
    if (frame.styles.empty()) return;
    if (!are_named(places)) tell_unnamed(places, world);
    const auto& format = setting_.format;
    const auto lines = names_on_map(frame, places);
    const auto [placed, leaders] = place_names(frame, lines, world, area);
    for (const map::Line& leader : leaders) {
        const bool second = draft_.pages.size() > 1 && leader.back().x >= format.trim.width;
        auto path = lines_path({leader}, second ? -format.trim.width : Length{}, tag);
        path.stroke = page::Stroke{style(frame, 0).swatch, leader_weight, false};
        draw_path(std::move(path), second ? 1 : 0, Layer::ground);
    }
    std::string unnamed;
    for (std::size_t i = 0; i < placed.size(); ++i)
        if (!placed[i])
            unnamed += (unnamed.empty() ? "" : ", ") + (i == 0 ? places.home.name : places.partners[i - 1].name);
    if (!unnamed.empty())
        draft_.found.note(places.where, "unnamed-places",
                          "the map has no room beside their places for these names: " + unnamed);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (!placed[i]) continue;
        const bool second = draft_.pages.size() > 1 && placed[i]->x >= format.trim.width;
        ParagraphTagger{draft_, tag, places.lang, false}.place(
            lines[i], second ? 1 : 0, {second ? placed[i]->x - format.trim.width : placed[i]->x, placed[i]->y});
    }
}

}  // namespace brochure::layout
