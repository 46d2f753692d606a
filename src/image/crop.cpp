#include <algorithm>
#include <cmath>
#include <limits>

#include "image/image.hpp"

namespace brochure::image {
namespace {

/// The crop along one axis, in the photo's fractions, and how much of either end the knife takes.
struct Extent {
    double length, cut_first, cut_last;
};

/// The protected span of an axis.
struct Span {
    double first, last;
};

/// The protected span from `start`, without what the knife takes from a photo even if all of it is shown: a photo that
/// bleeds cannot be kept to its very edge.
Span spared(const Extent& crop, double from, double room, double start, double length) {
    return {std::max(start, from + crop.cut_first), std::min(start + length, from + room - crop.cut_last)};
}

/// Where a crop starts inside [from, to], its middle as near `focus` as that allows, and then moved no further than
/// needed for the protected span to be in what the knife leaves (or, when it is longer, for that to show nothing else).
double place(const Extent& crop, double from, double to, double focus, const std::optional<Span>& protect) {
    const double start = std::clamp(focus - crop.length / 2, from, std::max(from, to - crop.length));
    if (!protect) return start;
    const double first = protect->first - crop.cut_first, last = protect->last + crop.cut_last - crop.length;
    return std::clamp(std::clamp(start, std::min(first, last), std::max(first, last)), from,
                      std::max(from, to - crop.length));
}

/// Whether the knife leaves all of the protected span of a crop that starts at `start`.
bool shows(const Extent& crop, double start, const Span& protect) {
    constexpr double hair = 1e-9;  // fractions are sums of doubles
    return start + crop.cut_first <= protect.first + hair && protect.last <= start + crop.length - crop.cut_last + hair;
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
             const std::optional<Region>& usable, const Trimmed& trimmed) {
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
    Region& r = crop.region;
    const double wide = r.width / frame.width.pt(), high = r.height / frame.height.pt();
    const Extent width{r.width, trimmed.left.pt() * wide, trimmed.right.pt() * wide};
    const Extent height{r.height, trimmed.top.pt() * high, trimmed.bottom.pt() * high};
    const auto across =
        kept ? std::optional{spared(width, room.left, room.width, kept->left, kept->width)} : std::nullopt;
    const auto down =
        kept ? std::optional{spared(height, room.top, room.height, kept->top, kept->height)} : std::nullopt;
    r.left = place(width, room.left, room.left + room.width, focus[0], across);
    r.top = place(height, room.top, room.top + room.height, focus[1], down);
    crop.keeps_protected = !kept || (shows(width, r.left, *across) && shows(height, r.top, *down));
    return crop;
}

double effective_ppi(const Photo& photo, const Region& crop, Size placed) {
    if (!(placed.width.pt() > 0) || !(placed.height.pt() > 0)) return std::numeric_limits<double>::infinity();
    return 72 * std::min(crop.width * photo.width / placed.width.pt(), crop.height * photo.height / placed.height.pt());
}

}  // namespace brochure::image
