#pragma once
#include <optional>
#include <vector>

#include "page/page.hpp"

namespace brochure::prepress {

/// Something of a page that text may stand on.
struct Layer {
    std::size_t item = 0;                          // its place in the page's items
    Rect box;                                      // nothing of it is outside of this
    bool plain = false;                            // it fills `box` all over
    const page::Path* path = nullptr;              // a filled shape, or
    const page::PlacedPicture* picture = nullptr;  // a picture
    bool opaque = true;                            // nothing shows through it where it covers
    bool covers(const Point& point) const;
};

/// Around the points of a path, as far as it shows; a curve lies within the hull of its handles.
Rect box_of(const page::Path& path);
bool overlap(const Rect& a, const Rect& b);
/// What rounding moves past an edge is forgiven.
bool contains(const Rect& outer, const Rect& inner);

/// Whether the path, item `item` of the page, leaves nothing to be seen: it is white, and lies on bare paper. White is
/// what has no ink or, `light`, all of red, green and blue.
bool prints_nothing(const page::Publication& publication, const page::Page& page, std::size_t item, bool light);

/// The layers of a page in the order in which they are painted.
std::vector<Layer> layers_of(const page::Publication& publication, const page::Page& page);

}  // namespace brochure::prepress
