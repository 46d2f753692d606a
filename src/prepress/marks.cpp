#include "prepress/marks.hpp"

#include <algorithm>
#include <cmath>

namespace brochure::prepress {
namespace {

// A mark that begins within the bleed is seen on the finished page when the knife drifts, so all keep clear of it.
constexpr Length clear = 3_pt, length = 18_pt, edge = 3_pt;
constexpr Length weight = Length::from_pt(0.25);
constexpr Length slug_room = 9_pt;

page::Path stroke(Point from, Point to) {
    return page::line(from, to, {std::string{registration}, weight});
}

/// Upright lines above and below the bleed at `x`; broken ones for a fold, as it is not cut there.
void upright(std::vector<page::Item>& out, const Sheet& sheet, Length x, bool broken) {
    const Length third = length / 5.0;
    for (const Length top : {sheet.bleed.top - clear - length, sheet.bleed.bottom() + clear}) {
        if (!broken) {
            out.emplace_back(stroke({x, top}, {x, top + length}));
            continue;
        }
        for (int i = 0; i < 3; ++i) {
            const Length from = top + third * (2.0 * i);
            out.emplace_back(stroke({x, from}, {x, from + third}));
        }
    }
}

void lying(std::vector<page::Item>& out, const Sheet& sheet, Length y) {
    for (const Length left : {sheet.bleed.left - clear - length, sheet.bleed.right() + clear})
        out.emplace_back(stroke({left, y}, {left + length, y}));
}

/// A cross in a circle: plates that do not lie on each other show at once.
void target(std::vector<page::Item>& out, Point middle) {
    constexpr Length arm = 7_pt, radius = 4_pt;
    out.emplace_back(stroke({middle.x - arm, middle.y}, {middle.x + arm, middle.y}));
    out.emplace_back(stroke({middle.x, middle.y - arm}, {middle.x, middle.y + arm}));
    using Kind = page::PathSegment::Kind;
    const Length bow = radius * (4 * (std::sqrt(2.0) - 1) / 3);  // of a cubic that is a quarter of a circle
    const auto at = [&](Length x, Length y) { return Point{middle.x + x, middle.y + y}; };
    const Length o;
    page::Path circle;
    circle.segments = {{Kind::move, at(radius, o), {}, {}},
                       {Kind::curve, at(radius, bow), at(bow, radius), at(o, radius)},
                       {Kind::curve, at(-bow, radius), at(-radius, bow), at(-radius, o)},
                       {Kind::curve, at(-radius, -bow), at(-bow, -radius), at(o, -radius)},
                       {Kind::curve, at(bow, -radius), at(radius, -bow), at(radius, o)},
                       {Kind::close, {}, {}, {}}};
    circle.stroke = page::Stroke{std::string{registration}, weight};
    out.emplace_back(std::move(circle));
}

void targets(std::vector<page::Item>& out, const Sheet& sheet) {
    const Length away = clear + length / 2.0;
    const Length x = sheet.trim.left + sheet.trim.width / 2.0, y = sheet.trim.top + sheet.trim.height / 2.0;
    target(out, {x, sheet.bleed.top - away});
    target(out, {x, sheet.bleed.bottom() + away});
    target(out, {sheet.bleed.left - away, y});
    target(out, {sheet.bleed.right() + away, y});
}

}  // namespace

Length room_for(const Marks& marks) {
    if (!marks.any()) return {};
    return clear + length + edge + (marks.slug.empty() ? Length{} : slug_room);
}

std::vector<page::Item> marks_around(const Sheet& sheet, const std::vector<Length>& folds, const Marks& marks,
                                     const std::string& number) {
    std::vector<page::Item> out;
    if (marks.crop) {
        upright(out, sheet, sheet.trim.left, false);
        upright(out, sheet, sheet.trim.right(), false);
        lying(out, sheet, sheet.trim.top);
        lying(out, sheet, sheet.trim.bottom());
    }
    if (marks.fold)
        for (const Length fold : folds) upright(out, sheet, sheet.trim.left + fold, true);
    if (marks.registration) targets(out, sheet);
    if (!marks.slug.empty() && marks.set_line) {
        auto runs = marks.set_line(marks.slug + " \u00B7 page " + number);
        Length width;
        for (const text::GlyphRun& run : runs) width = std::max(width, run.x + run.advance);
        // At the trim, or farther left if it is too long for that.
        const Length left = std::clamp(sheet.media.width - edge - width, edge, sheet.trim.left);
        const Length baseline = sheet.bleed.bottom() + clear + length + slug_room - 1_pt;
        for (text::GlyphRun& run : runs) {
            const Point origin{left + run.x, baseline};
            out.emplace_back(page::PlacedRun{origin, std::move(run), page::artifact});
        }
    }
    return out;
}

}  // namespace brochure::prepress
