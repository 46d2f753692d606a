#include "image/plan.hpp"

#include <algorithm>
#include <cmath>

#include "image/grey.hpp"
#include "image/limits.hpp"

namespace brochure::image {
namespace {

/// Half a per cent over the cap is not worth a second lossy encoding.
constexpr double tolerance = 1.005;
constexpr double hair = 1e-6;  // of a pixel: crops are sums of doubles

PixelRect pixels_of(const Region& crop, int width, int height) {
    const auto down = [](double v, int most) {
        return std::clamp(static_cast<int>(std::floor(v + hair)), 0, most - 1);
    };
    const auto up = [](double v, int least, int most) {
        return std::clamp(static_cast<int>(std::ceil(v - hair)), least + 1, most);
    };
    PixelRect r;
    r.left = down(std::clamp(crop.left, 0.0, 1.0) * width, width);
    r.top = down(std::clamp(crop.top, 0.0, 1.0) * height, height);
    r.right = up(std::clamp(crop.left + crop.width, 0.0, 1.0) * width, r.left, width);
    r.bottom = up(std::clamp(crop.top + crop.height, 0.0, 1.0) * height, r.top, height);
    return r;
}

int resampled(int pixels, double wanted) {
    return static_cast<int>(std::clamp(std::ceil(wanted - hair), 1.0, static_cast<double>(pixels)));
}

}  // namespace

Plan plan_of(const Order& order) {
    const Photo& photo = order.photo;
    Plan plan;
    plan.crop = pixels_of(order.crop, photo.width, photo.height);
    plan.width = plan.crop.width();
    plan.height = plan.crop.height();
    const double shown = double(plan.width) * plan.height / (double(photo.width) * photo.height);
    plan.hides = shown < 0.9;

    const double ppi = effective_ppi(photo, order.crop, order.placed);
    const bool drawn = photo.format == Format::svg;
    const double most = drawn && order.max_ppi > 0 ? std::max(order.max_ppi, svg_ppi) : order.max_ppi;
    const bool over = most > 0 && std::isfinite(ppi) && ppi > most * tolerance;
    if (over) {
        const double across = order.placed.width.pt() / 72 * most / (order.crop.width * photo.width);
        const double down = order.placed.height.pt() / 72 * most / (order.crop.height * photo.height);
        plan.width = resampled(plan.width, plan.width * across);
        plan.height = resampled(plan.height, plan.height * down);
    }
    const bool turns = photo.orientation != 1;
    plan.way = turns || over || drawn || order.press || becomes_grey(order) ? Plan::Way::redraw
               : plan.hides                                                 ? Plan::Way::cut
                                                                            : Plan::Way::keep;

    // Turned pixels are held twice.
    const double bytes = 8.0 * plan.width * plan.height;
    if (turns && bytes > double(most_working_bytes)) {
        const double scale = std::sqrt(double(most_working_bytes) / bytes);
        plan.width = std::max(1, static_cast<int>(plan.width * scale));
        plan.height = std::max(1, static_cast<int>(plan.height * scale));
        plan.reduced = true;
    }
    return plan;
}

Region region_of(const PixelRect& pixels, const Photo& photo) {
    const double w = photo.width, h = photo.height;
    return {pixels.left / w, pixels.top / h, pixels.width() / w, pixels.height() / h};
}

}  // namespace brochure::image
