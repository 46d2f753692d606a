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

/// A stretch of an axis.
struct Span {
    double first, last;
};

/// The protected span from `start`, without what the knife takes from a photo even if all of it is shown: a photo that
/// bleeds cannot be kept to its very edge.
Span spared(const Extent& crop, double from, double room, double start, double length) {
    return {std::max(start, from + crop.cut_first), std::min(start + length, from + room - crop.cut_last)};
}

/// Where a crop may start: inside [from, to], and so that the protected span is in what the knife leaves (or, when it
/// is longer, so that nothing else is).
Span starts(const Extent& crop, double from, double to, const std::optional<Span>& protect) {
    const double last_start = std::max(from, to - crop.length);
    if (!protect) return {from, last_start};
    const double a = protect->first - crop.cut_first, b = protect->last + crop.cut_last - crop.length;
    return {std::clamp(std::min(a, b), from, last_start), std::clamp(std::max(a, b), from, last_start)};
}

/// How much of `spans` is cut where a crop starts at `start`: one for each that is neither whole in what the knife
/// leaves nor outside it, and the part of it that does not show.
double cut(const Extent& crop, double start, const std::vector<Span>& spans) {
    constexpr double hair = 1e-9;  // fractions are sums of doubles
    const double first = start + crop.cut_first, last = start + crop.length - crop.cut_last;
    double sum = 0;
    for (const Span& span : spans) {
        const double shown = std::min(last, span.last) - std::max(first, span.first);
        const double length = span.last - span.first;
        if (shown > hair && shown < length - hair) sum += 2 - shown / length;
    }
    return sum;
}

/// Where a crop starts: its middle as near `focus` as the starts allow, and from there the nearest that cuts the least.
double place(const Extent& crop, const Span& starts, double focus, const std::vector<Span>& whole) {
    const double wanted = std::clamp(focus - crop.length / 2, starts.first, starts.last);
    std::vector<double> others;
    for (const Span& span : whole)
        for (const double edge : {span.first, span.last})
            for (const double start : {edge - crop.cut_first, edge + crop.cut_last - crop.length})
                others.push_back(std::clamp(start, starts.first, starts.last));
    std::sort(others.begin(), others.end(),
              [&](double a, double b) { return std::abs(a - wanted) < std::abs(b - wanted); });
    double best = wanted, least = cut(crop, wanted, whole);
    for (const double start : others) {
        const double cost = cut(crop, start, whole);
        if (cost < least - 1e-9) best = start, least = cost;
    }
    return best;
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
             const std::optional<Region>& usable, const Trimmed& trimmed, const std::vector<Region>& whole) {
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
    std::vector<Span> widths, heights;
    for (const Region& part : whole) {
        widths.push_back({part.left, part.left + part.width});
        heights.push_back({part.top, part.top + part.height});
    }
    r.left = place(width, starts(width, room.left, room.left + room.width, across), focus[0], widths);
    r.top = place(height, starts(height, room.top, room.top + room.height, down), focus[1], heights);
    crop.keeps_protected = !kept || (shows(width, r.left, *across) && shows(height, r.top, *down));
    return crop;
}

double effective_ppi(const Photo& photo, const Region& crop, Size placed) {
    if (!(placed.width.pt() > 0) || !(placed.height.pt() > 0)) return std::numeric_limits<double>::infinity();
    return 72 * std::min(crop.width * photo.width / placed.width.pt(), crop.height * photo.height / placed.height.pt());
}

}  // namespace brochure::image
