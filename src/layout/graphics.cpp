#include "layout/graphics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "image/light.hpp"

namespace brochure::layout {
namespace {

using Swatched = std::string design::Palette::*;

/// A graphic, or two of which one suffices, by their keys, and what they may lie on.
struct Graphic {
    const char* key;
    Swatched fill, ring;  // ring: null where there is none
    std::array<Swatched, 2> on;
};
constexpr auto sea = &design::Palette::sea, land = &design::Palette::land, ground = &design::Palette::ground;
constexpr std::array<Graphic, 6> graphics{{
    {"arc", &design::Palette::arc, nullptr, {sea, land}},
    {"home", &design::Palette::home, &design::Palette::home_ring, {sea, land}},
    {"partner", &design::Palette::partner, &design::Palette::partner_ring, {sea, land}},
    {"nearby", &design::Palette::nearby, nullptr, {land, land}},
    {"hands", &design::Palette::hands, nullptr, {ground, ground}},
    {"modules", &design::Palette::modules, nullptr, {ground, ground}},
}};

// Nothing where one of the two is not drawn.
std::optional<double> contrast(const design::Design& design, const std::string& one, const std::string& other) {
    const auto a = design.swatches.find(one), b = design.swatches.find(other);
    if (a == design.swatches.end() || b == design.swatches.end()) return std::nullopt;
    const double first = image::luminance(a->second.srgb), second = image::luminance(b->second.srgb);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

// Rounded down: 2.99 is not 3.
std::string one_decimal(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", std::floor(value * 10) / 10);
    return text;
}

}  // namespace

std::optional<double> check_graphics(const design::Design& design, Diagnostics& found) {
    std::optional<double> least;
    for (const auto& [name, palette] : design.palettes)
        for (const Graphic& graphic : graphics)
            for (const Swatched behind : graphic.on) {
                auto seen = contrast(design, palette.*graphic.fill, palette.*behind);
                const auto ring =
                    graphic.ring ? contrast(design, palette.*graphic.ring, palette.*behind) : std::nullopt;
                if (ring && ring > seen) seen = ring;
                if (!seen) continue;
                if (!least || *seen < *least) least = seen;
                if (*seen >= least_of_graphics) continue;
                const std::string &mine = palette.*graphic.fill, &theirs = palette.*behind;
                found.warning(palette.where, "graphics-contrast",
                              std::string{"in the palette '"} + name + "', '" + graphic.key + "' (" + mine +
                                  ") has a contrast of " + one_decimal(*seen) + ":1 to " + theirs +
                                  ", on which it lies, and needs 3:1",
                              "choose another swatch for one of the two",
                              Measured{0, {}, *seen, least_of_graphics, ":1"});
            }
    return least;
}

}  // namespace brochure::layout
