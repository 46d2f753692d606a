#include <algorithm>

#include "layout/map_labels.hpp"
#include "layout/setter.hpp"
#include "layout/shapes.hpp"
#include "map/globe.hpp"

namespace brochure::layout {
namespace {

constexpr Length clear_of_sides = Length::from_pt(12);  // of a meridian
constexpr Length whole_disc = Length::from_pt(3.5);     // a partner's, from its middle to the outside of its ring

// A panel is cut where its globe is: painted twice, its edge would come out darker under the globe than beside it.
constexpr Length hair = Length::from_pt(0.25);

constexpr std::size_t thin_arcs_from = 25;  // DESIGN 8: in a directory arcs are thinner

const std::string& swatch_of(map::Ink ink, const design::Palette& palette) {
    switch (ink) {
        case map::Ink::sea:
            return palette.sea;
        case map::Ink::land:
            return palette.land;
        case map::Ink::graticule:
            return palette.graticule;
        case map::Ink::border:
            return palette.border;
        case map::Ink::arc:
            return palette.arc;
        case map::Ink::home:
            return palette.home;
        case map::Ink::home_ring:
            return palette.home_ring;
        case map::Ink::partner:
            return palette.partner;
        case map::Ink::nearby:
            return palette.nearby;
        case map::Ink::partner_ring:
            break;
    }
    return palette.partner_ring;
}

map::Window window_of(const Rect& rect) {
    return {rect.left.pt(), rect.top.pt(), rect.right().pt(), rect.bottom().pt()};
}

Rect common(const Rect& a, const Rect& b) {
    const Length left = std::max(a.left, b.left), top = std::max(a.top, b.top);
    return {left, top, std::min(a.right(), b.right()) - left, std::min(a.bottom(), b.bottom()) - top};
}

bool inside(const Rect& outer, const Rect& inner) {
    return inner.left >= outer.left && inner.right() <= outer.right() && inner.top >= outer.top &&
           inner.bottom() <= outer.bottom();
}

Rect bounds_of(const map::Disc& disc) {
    const Length reach = disc.radius + disc.ring_weight / 2;
    return {disc.centre.x - reach, disc.centre.y - reach, reach * 2.0, reach * 2.0};
}

// Lines that have a part in the rectangle; fills are cut along its edge.
map::Shape part_of(const map::Shape& shape, const Rect& rect) {
    map::Shape part{shape.ink, {}, shape.filled, shape.weight};
    const auto window = window_of(rect);
    for (const auto& line : shape.lines) {
        map::Ring ring;
        ring.reserve(line.size());
        for (const Point& p : line) ring.push_back({p.x.pt(), p.y.pt()});
        const auto cut = map::clip_ring(ring, window);
        if (cut.empty()) continue;
        if (!shape.filled) {
            part.lines.push_back(line);
            continue;
        }
        map::Line kept;
        for (const auto& p : cut) kept.push_back({Length::from_pt(p.x), Length::from_pt(p.y)});
        part.lines.push_back(std::move(kept));
    }
    return part;
}

// Many partners have thin arcs; more are small dots, since their arcs would cover the map.
map::Sizes sizes_for(std::size_t partners) {
    map::Sizes sizes;
    if (partners >= thin_arcs_from) sizes.arc = Length::from_pt(0.5);
    if (partners < dots_from) return sizes;
    sizes.arc = sizes.partner_ring = {};
    sizes.partner = Length::from_pt(0.9);
    sizes.apart = Length::from_pt(2.2);  // a third of the ground at most is covered
    return sizes;
}

std::vector<map::Line> arcs_in(const map::Drawing& drawing) {
    std::vector<map::Line> lines;
    for (const auto& item : drawing)
        if (const auto* shape = std::get_if<map::Shape>(&item); shape && shape->ink == map::Ink::arc)
            lines.insert(lines.end(), shape->lines.begin(), shape->lines.end());
    return lines;
}

// What of a globe stands above `bottom` and on the trim; places keep to the safe zone.
map::Sight sight_of(const map::Globe& globe, Length lift, Length bottom, const Rect& trim, Length safe) {
    constexpr Length clear_of_cut = Length::from_pt(12);  // of a place
    constexpr Length clear_of_trim = Length::from_pt(6);  // of a way
    const Length radius = globe.diameter / 2.0, half = trim.width / 2.0;
    map::Sight sight;
    sight.lift = std::max(lift, globe.middle.y - bottom + clear_of_cut) / radius;
    sight.side = (half - safe) / radius;
    if (globe.sizes.arc.pt() <= 0) return sight;
    sight.foot = (globe.middle.y - std::min(bottom, trim.bottom()) + clear_of_trim) / radius;
    sight.edge = (half - clear_of_trim) / radius;
    return sight;
}

// In a directory places are told by the numbers beside their dots.
map::Sizes sizes_of_directory(const PlacesField& places) {
    map::Sizes sizes = sizes_for(places.numbered ? thin_arcs_from : dots_from);
    sizes.partner_ring = {};
    if (places.numbered) sizes.partner = Length::from_pt(1.5);
    return sizes;
}

}  // namespace

const design::Palette& Setter::palette(const design::Frame& frame) const {
    static const design::Palette none;
    const auto found =
        setting_.design.palettes.find(frame.palette.empty() ? std::string{design::name_of(frame.kind)} : frame.palette);
    return found == setting_.design.palettes.end() ? none : found->second;
}

page::ElementId Setter::figure(const std::string& alt, const std::string& lang, SourcePosition where) {
    const auto tag = add_element(draft_, page::Role::figure, {0}, where);
    draft_.elements.back().alt = alt;
    draft_.elements.back().lang = lang;
    return tag;
}

void Setter::draw_map(const map::Drawing& drawing, const Rect& frame, const Rect& arcs, const design::Palette& palette,
                      page::ElementId tag) {
    const auto& format = setting_.format;
    for (std::size_t i = 0; i < draft_.pages.size(); ++i) {
        const Length shift = format.trim.width * static_cast<double>(i);
        const Rect sheet{shift - format.bleed, -format.bleed, format.trim.width + format.bleed * 2.0,
                         format.trim.height + format.bleed * 2.0};
        const Rect seen = common(frame, sheet);
        if (seen.width.pt() <= 0 || seen.height.pt() <= 0) continue;
        const auto on_page = [&](const Rect& r) { return Rect{r.left - shift, r.top, r.width, r.height}; };
        const Rect clip = on_page(seen);
        auto& items = draft_.pages[i].ground;
        const auto before = items.size();
        for (const auto& item : drawing) {
            if (const auto* disc = std::get_if<map::Disc>(&item)) {
                const Rect bounds = bounds_of(*disc);
                if (const Rect part = common(bounds, seen); part.width.pt() <= 0 || part.height.pt() <= 0) continue;
                auto path =
                    circle({disc->centre.x - shift, disc->centre.y}, disc->radius, swatch_of(disc->fill, palette), tag);
                if (disc->ring_weight.pt() > 0)
                    path.stroke = page::Stroke{swatch_of(disc->ring, palette), disc->ring_weight, false};
                if (!inside(seen, bounds)) path.clip = clip;
                items.push_back(std::move(path));
                continue;
            }
            const auto part = part_of(std::get<map::Shape>(item), seen);
            const auto& swatch = swatch_of(part.ink, palette);
            if (part.lines.empty() || swatch.empty()) continue;
            auto path = lines_path(part.lines, -shift, tag);
            if (part.filled)
                path.fill = swatch;
            else {
                path.stroke = page::Stroke{swatch, part.weight, true};
                path.clip = part.ink == map::Ink::arc ? on_page(common(arcs, sheet)) : clip;
            }
            items.push_back(std::move(path));
        }
        if (auto& box = draft_.elements[static_cast<std::size_t>(tag.index)].box; items.size() > before && !box)
            box = clip;
    }
}

// Ways that the frame would cut are not drawn (DESIGN 12.21), and their partners neither: what the globe then tells.
std::string Setter::leave_out(const PlacesField& places, const std::vector<bool>& kept, map::Globe& globe) {
    std::string shown, left_out;
    globe.partners.clear();
    for (std::size_t i = 0; i < kept.size(); ++i) {
        auto& names = kept[i] ? shown : left_out;
        names += (names.empty() ? "" : ", ") + places.partners[i].name;
        if (kept[i]) globe.partners.push_back(places.partners[i].at);
    }
    draft_.found.note(places.where, "ways-left-out",
                      "the globe on this page leaves out the ways that would run out of it, to " + left_out);
    std::string alt = places.globe_alt_some;
    if (const auto at = alt.find(PlacesField::cities); at != std::string::npos)
        alt.replace(at, PlacesField::cities.size(), shown);
    return alt;
}

// Whether home and a single partner are before the horizon and above what the frame cuts.
static bool shows_both_ends(const map::Globe& globe, const map::Sight& sight) {
    if (globe.partners.size() != 1) return true;
    const Length lowest = globe.middle.y - globe.diameter / 2.0 * sight.lift + Length::from_pt(0.01);
    for (const map::Position end : {globe.home, globe.partners.front()}) {
        const auto at = map::seen_on_globe(globe, end);
        if (!at || at->y > lowest) return false;
    }
    return true;
}

// A globe stands at `top` in the middle of its columns; `bottom`, or the trim with its bleed, cuts it.
void Setter::globe(const design::Frame& frame, const PlacesField& places) {
    const auto& format = setting_.format;
    const Room room = on_paper(room_of(frame));
    Length diameter = scope_.value_or(frame.diameter, room.page, room.width());
    const Length top = scope_.value_or(frame.top, room.page, Length{});
    const Rect sheet = on_paper(ground_of(format.bleed)), trim = on_paper(ground_of({}));
    const Length bottom = scope_.value_or(frame.bottom, room.page, sheet.bottom());
    remember(frame, top, std::min(top + diameter, bottom), 1);
    const bool inside_page = option(frame, "arcs", "") == "inside";
    if (!draw_ && !inside_page) return;
    map::Globe globe;
    globe.home = places.home.at;
    for (const auto& partner : places.partners) (partner.shown ? globe.partners : globe.passing).push_back(partner.at);
    globe.diameter = diameter;
    globe.middle = {(room.left + room.right) / 2.0, top + diameter / 2.0};
    globe.sizes = places.centre ? sizes_of_directory(places) : sizes_for(places.partners.size());
    map::Sight sight;
    if (const int lift = number_option(frame, "lift", 0); lift > 0)
        sight = sight_of(globe, Length::from_pt(lift), bottom, trim, format.safe);
    globe.centre = places.centre ? *places.centre : map::centre_of_globe(globe.home, globe.partners, sight);
    // Of ends far to the south of one another a cut globe shows one at most, and a whole one both.
    if (const int whole = number_option(frame, "whole", 0);
        whole > 0 && !places.centre && !shows_both_ends(globe, sight)) {
        constexpr Length clear_of_foot = Length::from_pt(12);
        diameter = globe.diameter = std::min(Length::from_pt(whole), bottom - clear_of_foot - top);
        globe.middle.y = top + diameter / 2.0;
        globe.centre = map::centre_of_globe(globe.home, globe.partners);
    }
    const Rect disc{globe.middle.x - diameter / 2, top, diameter, diameter};
    const Rect area = common(common({sheet.left, sheet.top, sheet.width, bottom - sheet.top}, sheet), disc);
    globe.frame = window_of(area);
    globe.edge = window_of(common(trim, {trim.left, trim.top, trim.width, bottom - trim.top}));
    const bool any_kept = places.centre || globe.sizes.arc.pt() <= 0;  // dots alone are cut as the land is
    const auto kept = any_kept ? std::vector<bool>{} : map::ways_inside(globe);
    const bool all_kept = std::find(kept.begin(), kept.end(), false) == kept.end();
    if (inside_page && !all_kept) draft_.faults.push_back("an arc of the globe would run out of the page");
    if (!draw_) return;
    const Length shift = format.trim.width * static_cast<double>(room.page);
    const auto tag = figure(all_kept || kept.size() < 2 ? places.globe_alt : leave_out(places, kept, globe),
                            places.lang, places.where);
    auto drawing = map::draw_globe(globe);
    const auto arcs = frame.styles.size() > 1 ? arcs_in(drawing) : std::vector<map::Line>{};
    for (auto& item : drawing) move_right(item, shift);
    // Rings of places near the limb reach over the disc.
    const Length over = globe.sizes.home + globe.sizes.home_ring;
    Rect shown{area.left + shift - over, area.top - over, area.width + over * 2.0, area.height + over};
    // A fold cuts them with the globe.
    if (scope_.panel()) shown = common(shown, {sheet.left, shown.top, sheet.width, shown.height});
    if (inside(sheet, {disc.left, disc.top, disc.width, disc.height}) && fits(disc.bottom(), bottom))
        shown.height += over;
    else if (bottom < sheet.bottom())
        shown.height = shown.height - hair;
    draw_map(drawing, shown, shown, palette(frame), tag);
    if (frame.styles.size() > 1) number_places(frame, places, globe, arcs, room.page, tag);
}

// A map fills its frame; the parallel that `latitude` names stands at `baseline`, a whole turn is `pitch` wide.
void Setter::world(const design::Frame& frame, const PlacesField& places) {
    const Rect area = area_of(frame);
    const int page = room_of(frame).page;
    remember(frame, area.top, area.bottom(), 1);
    if (!draw_) return;
    const auto& format = setting_.format;
    const Length shift = format.trim.width * static_cast<double>(page);
    const Rect moved{area.left + shift, area.top, area.width, area.height};
    map::World world;
    world.home = places.home.at;
    for (const auto& partner : places.partners) world.partners.push_back(partner.at);
    world.frame = window_of(moved);
    if (frame.on == design::On::both) world.spine = format.trim.width;
    world.turn = scope_.value_or(frame.pitch, page, area.width);
    world.latitude = number_option(frame, "latitude", 0);
    world.height = scope_.value_or(frame.baseline, page, area.top + area.height / 2.0);
    world.sizes = sizes_for(places.partners.size());
    world.sides = format.bleed + format.safe + whole_disc;
    world.edge = format.bleed + clear_of_sides;
    world.nudge = nudge_for_labels(frame, places, world, moved);
    const auto map = map::draw_world(world);
    const auto tag = figure(places.map_alt, places.lang, places.where);
    // An arc near the pole may bow out of a map that stands high; no arc is cut (DESIGN 12.21).
    const Rect with_top{moved.left, -format.bleed, moved.width, moved.bottom() + format.bleed};
    draw_map(map.drawing, moved, with_top, palette(frame), tag);
    draw_labels(frame, places, map, moved, tag);
    if (world.spine) tell_near_spine(places, map);
}

}  // namespace brochure::layout
