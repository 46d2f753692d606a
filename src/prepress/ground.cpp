#include "prepress/ground.hpp"

#include <algorithm>

#include "prepress/prepress.hpp"

namespace brochure::prepress {
namespace {
using Kind = page::PathSegment::Kind;

bool inside(const Rect& rect, const Point& point) {
    return rect.left <= point.x && point.x <= rect.right() && rect.top <= point.y && point.y <= rect.bottom();
}

// As page::rectangle() makes it: four corners, each beside the next.
bool is_rectangle(const page::Path& path) {
    const auto& s = path.segments;
    if (s.size() != 5 || s[0].kind != Kind::move || s[4].kind != Kind::close) return false;
    for (std::size_t i = 1; i < 4; ++i)
        if (s[i].kind != Kind::line || (s[i].a.x != s[i - 1].a.x) == (s[i].a.y != s[i - 1].a.y)) return false;
    return s[3].a.x == s[0].a.x || s[3].a.y == s[0].a.y;
}

// Counts how an outline goes round a point, by the crossings of a ray to the right (ISO 32000-1, 8.5.3.3).
class Winding {
public:
    explicit Winding(const Point& point) : x_{point.x.pt()}, y_{point.y.pt()} {}

    void move(const Point& to) {
        close();
        start_ = at_ = to;
    }
    void line(const Point& to) {
        cross(at_, to);
        at_ = to;
    }
    // In eight pieces: a quarter of a circle is then out by less than a hundredth of its radius.
    void curve(const Point& b, const Point& c, const Point& d) {
        const Point a = at_;
        for (int i = 1; i <= 8; ++i) {
            const double t = i / 8.0, u = 1 - t;
            const auto mix = [&](Length p, Length q, Length r, Length s) {
                return p * (u * u * u) + q * (3 * u * u * t) + r * (3 * u * t * t) + s * (t * t * t);
            };
            line({mix(a.x, b.x, c.x, d.x), mix(a.y, b.y, c.y, d.y)});
        }
    }
    void close() { line(start_); }
    bool inside(bool even_odd) const { return even_odd ? crossings_ % 2 != 0 : winding_ != 0; }

private:
    void cross(const Point& from, const Point& to) {
        const double y0 = from.y.pt(), y1 = to.y.pt();
        if ((y0 <= y_) == (y1 <= y_)) return;
        const double x = from.x.pt() + (y_ - y0) / (y1 - y0) * (to.x.pt() - from.x.pt());
        if (x <= x_) return;
        ++crossings_;
        winding_ += y1 > y0 ? 1 : -1;
    }
    double x_, y_;
    Point start_, at_;
    int crossings_ = 0, winding_ = 0;
};

bool fills(const page::Path& path, const Point& point) {
    Winding winding{point};
    for (const page::PathSegment& segment : path.segments) switch (segment.kind) {
            case Kind::move:
                winding.move(segment.a);
                break;
            case Kind::line:
                winding.line(segment.a);
                break;
            case Kind::curve:
                winding.curve(segment.a, segment.b, segment.c);
                break;
            case Kind::close:
                winding.close();
                break;
        }
    winding.close();
    return winding.inside(path.even_odd);
}

bool touches(const Rect& a, const Rect& b) {
    constexpr Length near = Length::from_pt(0.5);
    return overlap({a.left - near, a.top - near, a.width + near * 2.0, a.height + near * 2.0}, b);
}

/// Which swatches are white.
class White {
public:
    White(const page::Publication& publication, bool light) : publication_{publication}, light_{light} {}
    bool operator()(const std::string& name) const {
        const auto at = std::find_if(publication_.swatches.begin(), publication_.swatches.end(),
                                     [&](const Swatch& each) { return each.name == name; });
        if (at == publication_.swatches.end()) return false;
        return light_ ? std::all_of(at->srgb.begin(), at->srgb.end(), [](int part) { return part == 255; })
                      : std::all_of(at->cmyk.begin(), at->cmyk.end(), [](double ink) { return ink <= 0; });
    }
    bool operator()(const page::Path& path) const {
        return (path.fill.empty() || (*this)(path.fill)) && (!path.stroke || (*this)(path.stroke->swatch));
    }

private:
    const page::Publication& publication_;
    bool light_;
};

/// Where a path lays colour, its line's weight too.
Rect painted(const page::Path& path) {
    const Rect box = box_of(path);
    if (!path.stroke) return box;
    const Length half = path.stroke->weight * 0.5;
    return {box.left - half, box.top - half, box.width + half * 2.0, box.height + half * 2.0};
}

// Of the picture that is this item: grounds of one colour.
Grounds around(const page::Publication& publication, const page::Page& page, std::size_t item) {
    const Rect& shown = std::get<page::PlacedPicture>(page.items[item]).clip;
    Grounds grounds;
    for (const Layer& layer : layers_of(publication, page)) {
        if (!layer.path || !layer.plain || !touches(layer.box, shown)) continue;
        const auto swatch = std::find_if(publication.swatches.begin(), publication.swatches.end(),
                                         [&](const Swatch& it) { return it.name == layer.path->fill; });
        if (swatch == publication.swatches.end()) continue;
        if (std::find(grounds.begin(), grounds.end(), &*swatch) == grounds.end()) grounds.push_back(&*swatch);
    }
    return grounds;
}

}  // namespace

bool Layer::covers(const Point& point) const {
    return inside(box, point) && (plain || fills(*path, point));
}

Rect box_of(const page::Path& path) {
    Length left = Length::from_pt(1e9), top = left, right = Length::from_pt(-1e9), bottom = right;
    const auto take = [&](const Point& point) {
        left = std::min(left, point.x), right = std::max(right, point.x);
        top = std::min(top, point.y), bottom = std::max(bottom, point.y);
    };
    for (const page::PathSegment& segment : path.segments) {
        if (segment.kind == Kind::close) continue;
        take(segment.a);
        if (segment.kind == Kind::curve) take(segment.b), take(segment.c);
    }
    if (path.clip) {
        left = std::max(left, path.clip->left), right = std::min(right, path.clip->right());
        top = std::max(top, path.clip->top), bottom = std::min(bottom, path.clip->bottom());
    }
    return {left, top, right - left, bottom - top};
}

bool overlap(const Rect& a, const Rect& b) {
    return a.left < b.right() && b.left < a.right() && a.top < b.bottom() && b.top < a.bottom();
}

bool contains(const Rect& outer, const Rect& inner) {
    return fits(outer.left, inner.left) && fits(inner.right(), outer.right()) && fits(outer.top, inner.top) &&
           fits(inner.bottom(), outer.bottom());
}

bool prints_nothing(const page::Publication& publication, const page::Page& page, std::size_t item, bool light) {
    const White white{publication, light};
    const auto& path = std::get<page::Path>(page.items[item]);
    if (!white(path)) return false;
    const Rect place = painted(path);
    return std::none_of(
        page.items.begin(), page.items.begin() + static_cast<std::ptrdiff_t>(item), [&](const page::Item& below) {
            if (const auto* shape = std::get_if<page::Path>(&below))
                return !white(*shape) && overlap(place, painted(*shape));
            if (const auto* picture = std::get_if<page::PlacedPicture>(&below)) return overlap(place, picture->clip);
            const auto* text = std::get_if<page::PlacedRun>(&below);
            return text && !text->run.glyphs.empty() && !white(text->run.swatch) &&
                   overlap(place,
                           {text->origin.x, text->origin.y - text->run.size, text->run.advance, text->run.size * 1.3});
        });
}

std::vector<Layer> layers_of(const page::Publication& publication, const page::Page& page) {
    std::vector<Layer> layers;
    for (std::size_t i = 0; i < page.items.size(); ++i) {
        if (const auto* path = std::get_if<page::Path>(&page.items[i])) {
            if (!path->fill.empty()) layers.push_back({i, box_of(*path), is_rectangle(*path), path, nullptr});
        } else if (const auto* picture = std::get_if<page::PlacedPicture>(&page.items[i])) {
            const image::Photo& photo = publication.pictures[picture->picture].photo;
            const bool opaque = !photo.alpha && photo.format != image::Format::svg;
            layers.push_back({i, picture->clip, true, nullptr, picture, opaque});
        }
    }
    return layers;
}

std::vector<Grounds> grounds_beside(const page::Publication& publication) {
    std::vector<Grounds> found(publication.pictures.size());
    std::vector<bool> known(found.size());
    for (const page::Page& page : publication.pages)
        for (std::size_t i = 0; i < page.items.size(); ++i)
            if (const auto* picture = std::get_if<page::PlacedPicture>(&page.items[i]))
                if (!known[picture->picture]) {
                    found[picture->picture] = around(publication, page, i);
                    known[picture->picture] = true;
                }
    return found;
}

}  // namespace brochure::prepress
