#include <algorithm>
#include <optional>

#include "prepress/prepress.hpp"

namespace brochure::prepress {
namespace {

/// What a path of straight lines covers if it is an upright rectangle.
std::optional<Rect> rectangle_of(const page::Path& path) {
    if (path.fill.empty() || path.segments.size() < 4 || path.segments.size() > 5) return std::nullopt;
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (const auto& segment : path.segments) {
        if (segment.kind == page::PathSegment::Kind::curve) return std::nullopt;
        if (segment.kind == page::PathSegment::Kind::close) continue;
        left = std::min(left, segment.a.x.pt()), right = std::max(right, segment.a.x.pt());
        top = std::min(top, segment.a.y.pt()), bottom = std::max(bottom, segment.a.y.pt());
    }
    const auto on_corner = [&](const page::PathSegment& it) {
        return it.kind == page::PathSegment::Kind::close ||
               ((it.a.x.pt() == left || it.a.x.pt() == right) && (it.a.y.pt() == top || it.a.y.pt() == bottom));
    };
    if (!std::all_of(path.segments.begin(), path.segments.end(), on_corner)) return std::nullopt;
    return Rect{Length::from_pt(left), Length::from_pt(top), Length::from_pt(right - left),
                Length::from_pt(bottom - top)};
}

bool holds(const Rect& outer, const Rect& inner) {
    return fits(outer.left, inner.left) && fits(outer.top, inner.top) && fits(inner.right(), outer.right()) &&
           fits(inner.bottom(), outer.bottom());
}

bool touches(const Rect& a, const Rect& b) {
    constexpr Length near = Length::from_pt(0.5);
    return a.left < b.right() + near && b.left < a.right() + near && a.top < b.bottom() + near &&
           b.top < a.bottom() + near;
}

Grounds around(const page::Publication& publication, const std::vector<page::Item>& items, std::size_t index) {
    const Rect& shown = std::get<page::PlacedPicture>(items[index]).clip;
    Grounds grounds;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto* path = std::get_if<page::Path>(&items[i]);
        const auto rect = path ? rectangle_of(*path) : std::nullopt;
        if (!rect || !touches(*rect, shown)) continue;
        const auto swatch = std::find_if(publication.swatches.begin(), publication.swatches.end(),
                                         [&](const Swatch& it) { return it.name == path->fill; });
        if (swatch == publication.swatches.end()) continue;
        if (std::find(grounds.beside.begin(), grounds.beside.end(), &*swatch) == grounds.beside.end())
            grounds.beside.push_back(&*swatch);
        if (i < index && holds(*rect, shown) && (!path->clip || holds(*path->clip, shown)))
            grounds.below = swatch->cmyk;
    }
    return grounds;
}

}  // namespace

std::vector<Grounds> grounds(const page::Publication& publication) {
    std::vector<std::optional<Grounds>> found(publication.pictures.size());
    for (const page::Page& page : publication.pages)
        for (std::size_t i = 0; i < page.items.size(); ++i)
            if (const auto* picture = std::get_if<page::PlacedPicture>(&page.items[i]))
                if (!found[picture->picture]) found[picture->picture] = around(publication, page.items, i);
    std::vector<Grounds> all;
    all.reserve(found.size());
    for (auto& each : found) all.push_back(std::move(each).value_or(Grounds{}));
    return all;
}

}  // namespace brochure::prepress
