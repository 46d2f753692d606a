#include <algorithm>
#include <cmath>
#include <cstdio>

#include "image/light.hpp"
#include "layout/setter.hpp"

namespace brochure::layout {
namespace {

constexpr double least_contrast = 4.5;  // DESIGN 5: text on its own ground (WCAG 2.2, 1.4.3)
constexpr double worst_share = 0.05;    // of the area's pixels

std::string one_decimal(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", std::floor(value * 10) / 10);
    return text;
}

// The part of the photo that lies under `area`.
Region under(const Rect& area, const Rect& frame, const Region& crop) {
    const double left = std::clamp((area.left - frame.left) / frame.width, 0.0, 1.0);
    const double right = std::clamp((area.right() - frame.left) / frame.width, 0.0, 1.0);
    const double top = std::clamp((area.top - frame.top) / frame.height, 0.0, 1.0);
    const double bottom = std::clamp((area.bottom() - frame.top) / frame.height, 0.0, 1.0);
    return {crop.left + left * crop.width, crop.top + top * crop.height, (right - left) * crop.width,
            (bottom - top) * crop.height};
}

}  // namespace

// Draws nothing: the variant cannot stand where the picture set before is no ground for text in these styles.
void Setter::contrast(const design::Frame& frame, const PhotoField& photo) {
    const auto shown =
        std::find_if(shown_.rbegin(), shown_.rend(), [&](const Shown& one) { return one.source == frame.source; });
    if (shown == shown_.rend()) return;
    if (!photo.probe->light) {
        draft_.faults.push_back("it is not known how light the photo is");
        return;
    }
    const Region region = under(area_of(frame), shown->rect, shown->crop);
    double worst = 21;
    for (std::size_t i = 0; i < std::max<std::size_t>(frame.styles.size(), 1); ++i) {
        const auto swatch = setting_.design.swatches.find(style(frame, i).swatch);
        if (swatch == setting_.design.swatches.end()) continue;
        worst = std::min(worst, image::worst_contrast(*photo.probe->light, region,
                                                      image::luminance(swatch->second.srgb), worst_share));
    }
    if (worst < least_contrast)
        draft_.faults.push_back("the photo gives text on it a contrast of " + one_decimal(worst) + ":1, less than " +
                                one_decimal(least_contrast) + ":1");
}

}  // namespace brochure::layout
