#include <algorithm>

#include "layout/setter.hpp"

namespace brochure::layout {
namespace {

constexpr int usual_clear = 25;  // per cent of the shorter side

bool overlap(const Rect& a, const Rect& b) {
    return a.left < b.right() && b.left < a.right() && a.top < b.bottom() && b.top < a.bottom();
}

// A run's small letters and what rises above them; what hangs below the line is little.
Rect ink_of(const page::PlacedRun& placed) {
    const Length height = placed.run.size * 0.72;  // capitals, nearly
    return {placed.origin.x, placed.origin.y - height, placed.run.advance, height};
}

}  // namespace

// Whole, never larger than the frame, in its lower corner where reading begins: a logo stands on the last line, at the
// columns' edge.
void Setter::logo(const design::Frame& frame, const PhotoField& photo) {
    const Room room = room_of(frame);
    const Rect most = area_of(frame);
    if (const int least = number_option(frame, "least", 0); most.height < Length::from_pt(least)) {
        draft_.found.note(photo.photo->where, "logo-left-out",
                          "the logo is left out: there is no room for one " + std::to_string(least) + " points high",
                          "fewer facts or a shorter text leave more");
        return;
    }
    const double aspect = static_cast<double>(photo.probe->width) / photo.probe->height;
    const bool wide = aspect > most.width / most.height;
    const Length width = wide ? most.width : most.height * aspect, height = wide ? most.width / aspect : most.height;
    const Rect rect{setting_.right_to_left ? most.right() - width : most.left, most.bottom() - height, width, height};
    judge_pixels(photo, Region{}, rect, room.page, Judged::logo);
    remember(frame, rect.top, rect.bottom(), 1);
    if (!draw_) return;

    const bool silent = frame.role == "artifact" || photo.photo->decorative;
    const auto tag = silent ? page::artifact : figure(photo.alt, photo.lang, photo.photo->where);
    if (tag.index >= 0) draft_.elements[static_cast<std::size_t>(tag.index)].box = rect;
    auto& page = draft_.pages[static_cast<std::size_t>(room.page)];
    page.ground.push_back(page::PlacedPicture{draft_.pictures.size(), rect, rect, tag});
    draft_.pictures.push_back({*photo.probe, Region{}, {width, height}});
    const Length clear = std::min(width, height) * (number_option(frame, "clear", usual_clear) / 100.0);
    draft_.clear.push_back({room.page,
                            {rect.left - clear, rect.top - clear, width + clear * 2.0, height + clear * 2.0},
                            photo.photo->where});
}

void check_clear_space(Draft& draft) {
    for (const auto& space : draft.clear)
        for (const auto& item : draft.pages[static_cast<std::size_t>(space.page)].text) {
            const auto* placed = std::get_if<page::PlacedRun>(&item);
            if (!placed || placed->run.glyphs.empty() || !overlap(ink_of(*placed), space.rect)) continue;
            draft.found.warning(placed->run.where, "logo-crowded",
                                "\"" + placed->run.text + "\" comes too near to the logo",
                                "shorten what stands above it, or give the logo another place in the design",
                                Measured{space.page + 1, ink_of(*placed), {}, {}, {}});
            break;
        }
}

}  // namespace brochure::layout
