#include "text/ink.hpp"

#include <algorithm>
#include <shared_mutex>

#include "text/fonts_find.hpp"

namespace brochure::text {
namespace {

hb_font_t* font_of(FaceId face, Fonts::Implementation& fonts) {
    const std::shared_lock lock{fonts.guard};
    return fonts.loaded.at(static_cast<std::size_t>(face.index))->font.get();
}

}  // namespace

Ink ink_of(const GlyphRun& run, const Fonts& fonts) {
    Ink ink;
    hb_font_t* const font = font_of(run.face, fonts.implementation());
    const double point = run.size.pt() / fonts.info(run.face).units_per_em;
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        hb_glyph_extents_t drawn;
        if (!hb_font_get_glyph_extents(font, run.glyphs[i].id, &drawn)) continue;
        const double up = run.offset(i).y;
        ink.above = std::max(ink.above, up + drawn.y_bearing * point);
        ink.below = std::max(ink.below, -(up + (drawn.y_bearing + drawn.height) * point));
    }
    return ink;
}

Ink ink_of(const Line& line, const Fonts& fonts) {
    Ink all;
    for (const GlyphRun& run : line.runs) {
        const Ink ink = ink_of(run, fonts);
        all.above = std::max(all.above, ink.above);
        all.below = std::max(all.below, ink.below);
    }
    return all;
}

}  // namespace brochure::text
