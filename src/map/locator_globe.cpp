#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "map/globe.hpp"
#include "map/locator.hpp"
#include "map/sphere.hpp"

namespace brochure::map {
namespace {

// How far the map reaches to either side, in degrees: as little as shows a coast. With the last a frame less high than
// wide still lies on the globe.
constexpr std::array<double, 4> reaches{20, 30, 45, 60};
constexpr double some = 0.01;  // part of the map: so much land, and so much sea

double land_in(const Drawing& drawing) {
    double twice = 0;
    for (const auto& item : drawing)
        if (const auto* shape = std::get_if<Shape>(&item); shape && shape->ink == Ink::land)
            for (const Line& line : shape->lines) {
                Ring ring;
                for (const Point& p : line) ring.push_back({p.x.pt(), p.y.pt()});
                twice += doubled_area(ring);
            }
    return std::fabs(twice) / 2;
}

Globe globe_of(const Locator& locator, double reach) {
    const auto& [left, top, right, bottom] = locator.frame;
    Globe globe;
    globe.home = locator.home;
    globe.partners = {locator.partner};
    globe.centre = locator.partner;
    globe.middle = {Length::from_pt((left + right) / 2), Length::from_pt((top + bottom) / 2)};
    globe.diameter = Length::from_pt((right - left) / std::sin(reach * std::numbers::pi / 180));
    globe.frame = locator.frame;
    // Home is drawn where its middle is clear of the frame's edge.
    const double clear = (locator.clear - locator.sizes.home - locator.sizes.home_ring / 2).pt();
    globe.edge = {left + clear, top + clear, right - clear, bottom - clear};
    globe.sizes = locator.sizes;
    return globe;
}

}  // namespace

LocatorMap draw_locator_globe(const Locator& locator) {
    const Window& frame = locator.frame;
    const double whole = (frame.right - frame.left) * (frame.bottom - frame.top);
    LocatorMap map;
    Globe globe;
    for (const double reach : reaches) {
        globe = globe_of(locator, reach);
        map.drawing = draw_globe(globe);
        const double land = land_in(map.drawing);
        if (land > some * whole && land < (1 - some) * whole) break;
    }
    map.partner = globe.middle;
    const auto on_map = [&](Position at) {
        const auto point = seen_on_globe(globe, at);
        const bool inside = point && point->x.pt() > frame.left && point->x.pt() < frame.right &&
                            point->y.pt() > frame.top && point->y.pt() < frame.bottom;
        return inside ? point : std::nullopt;
    };
    map.home = on_map(locator.home);
    for (const Position& at : locator.nearby) {
        map.nearby.push_back(on_map(at));
        if (map.nearby.back())
            map.drawing.push_back(Disc{*map.nearby.back(), locator.sizes.nearby, Ink::nearby, Ink::nearby, {}});
    }
    for (const auto& item : map.drawing)
        if (const auto* shape = std::get_if<Shape>(&item); shape && shape->ink == Ink::arc)
            for (const Line& line : shape->lines) map.arcs.emplace_back(line.rbegin(), line.rend());
    return map;
}

}  // namespace brochure::map
