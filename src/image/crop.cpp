#include <algorithm>
#include <cmath>
#include <limits>

#include "image/image.hpp"

namespace brochure::image {
namespace {

/// Along one axis: where a crop of `length` starts inside [from, to], its middle as near `focus` as that allows, and
/// then moved no further than needed for [first, last] to be inside (or, when that is longer, for the crop to show
/// nothing else).
double place(double length, double from, double to, double focus, const double* protect) {
    double start = std::clamp(focus - length / 2, from, std::max(from, to - length));
    if (protect) {
        const double low = std::min(protect[0], protect[1] - length), high = std::max(protect[0], protect[1] - length);
        start = std::clamp(start, low, high);
        start = std::clamp(start, from, std::max(from, to - length));
    }
    return start;
}

/// `region` within the photo; the whole photo when nothing sensible is left of it.
Region inside_photo(const Region& region) {
    const double left = std::clamp(region.left, 0.0, 1.0), top = std::clamp(region.top, 0.0, 1.0);
    const double right = std::clamp(region.left + region.width, 0.0, 1.0);
    const double bottom = std::clamp(region.top + region.height, 0.0, 1.0);
    if (!(right > left) || !(bottom > top)) return {};
    return {left, top, right - left, bottom - top};
}

}  // namespace

Crop crop_to(const Photo& photo, Size frame, std::array<double, 2> focus, const std::optional<Region>& protect,
             const std::optional<Region>& usable) {
    const Region room = usable ? inside_photo(*usable) : Region{};
    if (photo.width <= 0 || photo.height <= 0 || !(frame.width.pt() > 0) || !(frame.height.pt() > 0))
        return {room, 0, true};
    const double a = room.width * photo.width / (room.height * photo.height);
    const double f = frame.width / frame.height;

    Crop crop;
    crop.loss = 1 - std::min(a / f, f / a);
    crop.region = room;
    if (a > f)
        crop.region.width = room.width * f / a;
    else
        crop.region.height = room.height * a / f;

    const std::optional<Region> kept = protect ? std::optional{inside_photo(*protect)} : std::nullopt;
    const double across[2] = {kept ? kept->left : 0, kept ? kept->left + kept->width : 0};
    const double down[2] = {kept ? kept->top : 0, kept ? kept->top + kept->height : 0};
    crop.region.left = place(crop.region.width, room.left, room.left + room.width, focus[0], kept ? across : nullptr);
    crop.region.top = place(crop.region.height, room.top, room.top + room.height, focus[1], kept ? down : nullptr);

    constexpr double hair = 1e-9;  // fractions are sums of doubles
    const Region& r = crop.region;
    crop.keeps_protected = !kept || (r.left <= across[0] + hair && across[1] <= r.left + r.width + hair &&
                                     r.top <= down[0] + hair && down[1] <= r.top + r.height + hair);
    return crop;
}

double effective_ppi(const Photo& photo, const Region& crop, Size placed) {
    if (!(placed.width.pt() > 0) || !(placed.height.pt() > 0)) return std::numeric_limits<double>::infinity();
    return 72 * std::min(crop.width * photo.width / placed.width.pt(), crop.height * photo.height / placed.height.pt());
}

}  // namespace brochure::image
