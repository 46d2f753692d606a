#include "prepress/backdrop.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "image/flatten.hpp"
#include "prepress/overprint.hpp"

namespace brochure::prepress {
namespace {
using Kind = page::PathSegment::Kind;
using Ink = std::array<std::uint8_t, 4>;

struct Dot {
    double x = 0, y = 0;  // pixels
};
using Outline = std::vector<Dot>;  // closed

/// Where an outline crosses the middle of a row, and which way it goes there.
struct Crossing {
    double x = 0;
    int down = 0;
};

/// A piece of paper as pixels.
class Canvas {
public:
    Canvas(const Rect& area, int width, int height)
        : area_{area},
          pixels_{width, height, 4,
                  std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4)} {}

    Dot on(const Point& point) const {
        return {(point.x - area_.left) / area_.width * pixels_.width,
                (point.y - area_.top) / area_.height * pixels_.height};
    }
    /// The middle of a pixel, on the page.
    Point middle(int x, int y) const {
        return {area_.left + area_.width * ((x + 0.5) / pixels_.width),
                area_.top + area_.height * ((y + 0.5) / pixels_.height)};
    }
    struct Part {
        int left = 0, top = 0, right = 0, bottom = 0;
    };
    /// The pixels whose middles are in `rect`.
    Part part(const Rect& rect) const {
        const Dot first = on({rect.left, rect.top}), last = on({rect.right(), rect.bottom()});
        return {column(first.x), row(first.y), column(last.x), row(last.y)};
    }
    Part whole() const { return {0, 0, pixels_.width, pixels_.height}; }

    void fill(const std::vector<Outline>& outlines, bool even_odd, const Part& part, const Swatch& swatch) {
        std::vector<Crossing> crossings;
        for (int y = part.top; y < part.bottom; ++y) {
            crossings.clear();
            for (const Outline& outline : outlines) cross(outline, y + 0.5, crossings);
            std::sort(crossings.begin(), crossings.end(),
                      [](const Crossing& a, const Crossing& b) { return a.x < b.x; });
            int winding = 0;
            for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
                winding += even_odd ? 1 : crossings[i].down;
                if (even_odd ? winding % 2 == 0 : winding == 0) continue;
                const int from = std::max(part.left, column(crossings[i].x)),
                          to = std::min(part.right, column(crossings[i + 1].x));
                for (int x = from; x < to; ++x) lay(x, y, swatch);
            }
        }
    }
    std::uint8_t* at(int x, int y) {
        return &pixels_.bytes[(static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels_.width) +
                               static_cast<std::size_t>(x)) *
                              4];
    }
    image::Pixels take() { return std::move(pixels_); }

private:
    int column(double x) const { return first_from(x, pixels_.width); }
    int row(double y) const { return first_from(y, pixels_.height); }
    // The first pixel whose middle is at `edge` or beyond it.
    static int first_from(double edge, int most) {
        return static_cast<int>(std::clamp(std::ceil(edge - 0.5), 0.0, static_cast<double>(most)));
    }
    static void cross(const Outline& outline, double y, std::vector<Crossing>& crossings) {
        for (std::size_t i = 0; i < outline.size(); ++i) {
            const Dot &a = outline[i], &b = outline[(i + 1) % outline.size()];
            if ((a.y <= y) == (b.y <= y)) continue;
            crossings.push_back({a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x), a.y <= y ? 1 : -1});
        }
    }
    void lay(int x, int y, const Swatch& swatch) {
        std::uint8_t* const to = at(x, y);
        for (std::size_t c = overprints(swatch) ? 3 : 0; c < 4; ++c)
            to[c] = static_cast<std::uint8_t>(std::lround(swatch.cmyk[c] * 255 / 100));
    }

    Rect area_;
    image::Pixels pixels_;
};

/// The outlines of a path; curves become sixteen straight pieces each.
std::vector<Outline> outlines_of(const page::Path& path, const Canvas& canvas) {
    constexpr int pieces = 16;
    std::vector<Outline> all;
    const auto add = [&](const Dot& dot) {
        if (all.empty()) all.emplace_back();
        all.back().push_back(dot);
    };
    for (const page::PathSegment& segment : path.segments) {
        if (segment.kind == Kind::move) all.emplace_back();
        if (segment.kind == Kind::move || segment.kind == Kind::line) add(canvas.on(segment.a));
        if (segment.kind != Kind::curve || all.empty() || all.back().empty()) continue;
        const Dot a = all.back().back(), b = canvas.on(segment.a), c = canvas.on(segment.b), d = canvas.on(segment.c);
        for (int i = 1; i <= pieces; ++i) {
            const double t = static_cast<double>(i) / pieces, u = 1 - t;
            const auto mix = [&](double p, double q, double r, double s) {
                return p * u * u * u + q * 3 * u * u * t + r * 3 * u * t * t + s * t * t * t;
            };
            add({mix(a.x, b.x, c.x, d.x), mix(a.y, b.y, c.y, d.y)});
        }
    }
    return all;
}

/// What a stroke covers: a piece of its weight for each straight piece of the path, with square ends where pieces meet.
std::vector<Outline> stroke_of(const page::Path& path, const Canvas& canvas, double weight) {
    std::vector<Outline> all;
    auto outlines = outlines_of(path, canvas);
    const bool closed = std::any_of(path.segments.begin(), path.segments.end(),
                                    [](const auto& segment) { return segment.kind == Kind::close; });
    for (Outline& line : outlines) {
        if (closed && !line.empty()) line.push_back(line.front());
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            const Dot a = line[i], b = line[i + 1];
            const double length = std::hypot(b.x - a.x, b.y - a.y);
            if (length <= 0) continue;
            const double x = (b.y - a.y) / length * weight / 2, y = (a.x - b.x) / length * weight / 2;
            all.push_back({{a.x + x, a.y + y}, {b.x + x, b.y + y}, {b.x - x, b.y - y}, {a.x - x, a.y - y}});
        }
    }
    return all;
}

class Painter {
public:
    Painter(const page::Publication& publication, const std::vector<image::Raster>& rasters, InkOfPictures& pictures,
            Canvas& canvas)
        : publication_{publication}, rasters_{rasters}, pictures_{pictures}, canvas_{canvas} {}

    void paint(const page::PlacedRun&) {}
    void paint(const page::LinkArea&) {}
    void paint(const page::Path& path) {
        const Canvas::Part part = path.clip ? canvas_.part(*path.clip) : canvas_.whole();
        if (const Swatch* swatch = swatch_of(path.fill))
            canvas_.fill(outlines_of(path, canvas_), path.even_odd, part, *swatch);
        if (!path.stroke) return;
        const double weight = canvas_.on({path.stroke->weight, {}}).x - canvas_.on({}).x;
        if (const Swatch* swatch = swatch_of(path.stroke->swatch))
            for (Outline& piece : stroke_of(path, canvas_, weight))
                canvas_.fill({std::move(piece)}, false, part, *swatch);
    }
    void paint(const page::PlacedPicture& placed) {
        const Canvas::Part part = canvas_.part(placed.clip);
        if (part.left >= part.right || part.top >= part.bottom) return;
        const auto [ink, mask] = pictures_.of(placed.picture);
        if (!ink) return;
        const Rect covered = covered_by(placed, publication_.pictures[placed.picture].crop, rasters_[placed.picture]);
        for (int y = part.top; y < part.bottom; ++y)
            for (int x = part.left; x < part.right; ++x) {
                const Point at = canvas_.middle(x, y);
                const int u = static_cast<int>(std::floor((at.x - covered.left) / covered.width * ink->width)),
                          v = static_cast<int>(std::floor((at.y - covered.top) / covered.height * ink->height));
                if (u < 0 || v < 0 || u >= ink->width || v >= ink->height) continue;
                const int covers = mask ? *mask->at(u, v) : 255;
                std::uint8_t* const to = canvas_.at(x, y);
                for (int c = 0; c < 4; ++c)
                    to[c] = static_cast<std::uint8_t>((ink->at(u, v)[c] * covers + to[c] * (255 - covers) + 127) / 255);
            }
    }

private:
    const Swatch* swatch_of(const std::string& name) const {
        const auto at = std::find_if(publication_.swatches.begin(), publication_.swatches.end(),
                                     [&](const Swatch& it) { return it.name == name; });
        return at == publication_.swatches.end() ? nullptr : &*at;
    }
    const page::Publication& publication_;
    const std::vector<image::Raster>& rasters_;
    InkOfPictures& pictures_;
    Canvas& canvas_;
};

}  // namespace

InkOfPictures::Decoded InkOfPictures::of(std::size_t picture) {
    if (known_ != picture) {
        const image::Raster& raster = rasters_[picture];
        known_ = picture;
        ink_ = image::unpack_ink(raster);
        mask_ = raster.soft_mask && raster.soft_mask->bits == 8 ? image::unpack(*raster.soft_mask) : std::nullopt;
    }
    return {ink_ ? &*ink_ : nullptr, mask_ ? &*mask_ : nullptr};
}

Rect covered_by(const page::PlacedPicture& placed, const Region& crop, const image::Raster& raster) {
    const Length width = placed.frame.width * (1 / crop.width), height = placed.frame.height * (1 / crop.height);
    return {placed.frame.left + width * (raster.shows.left - crop.left),
            placed.frame.top + height * (raster.shows.top - crop.top), width * raster.shows.width,
            height * raster.shows.height};
}

image::Pixels backdrop(const page::Publication& publication, const page::Page& page, std::size_t items,
                       const Rect& area, int width, int height, const std::vector<image::Raster>& rasters,
                       InkOfPictures& pictures) {
    Canvas canvas{area, width, height};
    Painter painter{publication, rasters, pictures, canvas};
    for (std::size_t i = 0; i < items; ++i) std::visit([&](const auto& it) { painter.paint(it); }, page.items[i]);
    return canvas.take();
}

void flatten(const page::Publication& publication, std::vector<image::Raster>& rasters) {
    std::vector<image::Raster> flat = rasters;
    InkOfPictures pictures{rasters};
    for (const page::Page& page : publication.pages)
        for (std::size_t i = 0; i < page.items.size(); ++i) {
            const auto* placed = std::get_if<page::PlacedPicture>(&page.items[i]);
            if (!placed || placed->picture >= rasters.size() || !rasters[placed->picture].soft_mask) continue;
            const image::Raster& raster = rasters[placed->picture];
            const Rect area = covered_by(*placed, publication.pictures[placed->picture].crop, raster);
            const auto below = backdrop(publication, page, i, area, raster.width, raster.height, rasters, pictures);
            if (auto made = image::flattened(raster, below)) flat[placed->picture] = std::move(*made);
        }
    rasters = std::move(flat);
}

}  // namespace brochure::prepress
