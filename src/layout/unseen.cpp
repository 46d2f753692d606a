#include "layout/unseen.hpp"

#include <algorithm>
#include <optional>

namespace brochure::layout {
namespace {

constexpr double least_hidden = 0.1;  // of the picture's area: less is left where it is

// The rectangle, counted from the picture's own top left corner, that holds all that pages show of it.
Rect shown_of(const page::PlacedPicture& placed) {
    return {placed.clip.left - placed.frame.left, placed.clip.top - placed.frame.top, placed.clip.width,
            placed.clip.height};
}

Rect around(const Rect& a, const Rect& b) {
    const Length left = std::min(a.left, b.left), top = std::min(a.top, b.top);
    return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}

double area(Length width, Length height) {
    return width.pt() * height.pt();
}

template <class Visit>
void for_each_placed(page::Publication& publication, const Visit& visit) {
    for (auto& page : publication.pages)
        for (auto& item : page.items)
            if (auto* placed = std::get_if<page::PlacedPicture>(&item)) visit(*placed);
}

// The part of the crop that `shown` is of the whole picture as placed.
Region part_of(const Region& crop, const Rect& shown, const Size& placed) {
    return {crop.left + crop.width * (shown.left / placed.width), crop.top + crop.height * (shown.top / placed.height),
            crop.width * (shown.width / placed.width), crop.height * (shown.height / placed.height)};
}

}  // namespace

void cut_unseen_parts(page::Publication& publication) {
    std::vector<std::optional<Rect>> shown(publication.pictures.size());
    for_each_placed(publication, [&](page::PlacedPicture& placed) {
        auto& all = shown[placed.picture];
        all = all ? around(*all, shown_of(placed)) : shown_of(placed);
    });
    for (std::size_t i = 0; i < shown.size(); ++i) {
        auto& picture = publication.pictures[i];
        const double whole = area(picture.placed.width, picture.placed.height);
        if (shown[i] && area(shown[i]->width, shown[i]->height) > (1 - least_hidden) * whole) shown[i].reset();
        if (!shown[i]) continue;
        picture.crop = part_of(picture.crop, *shown[i], picture.placed);
        picture.placed = {shown[i]->width, shown[i]->height};
    }
    for_each_placed(publication, [&](page::PlacedPicture& placed) {
        const auto& part = shown[placed.picture];
        if (part)
            placed.frame = {placed.frame.left + part->left, placed.frame.top + part->top, part->width, part->height};
    });
}

}  // namespace brochure::layout
