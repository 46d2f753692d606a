#include "pdf/content.hpp"

#include <algorithm>
#include <cmath>

#include "pdf/compress.hpp"
#include "pdf/marks.hpp"
#include "pdf/operators.hpp"
#include "pdf/text_writer.hpp"

namespace brochure::pdf {

Ink ink_of(const Swatch& swatch, prepress::Edition edition) {
    Ink ink;
    if (edition != prepress::Edition::print) {
        for (const std::uint8_t part : swatch.srgb) put_real(ink.fill, part / 255.0), ink.fill += ' ';
        ink.stroke = ink.fill + "RG\n";
        ink.fill += "rg\n";
    } else {
        for (const double part : swatch.cmyk) put_real(ink.fill, part / 100), ink.fill += ' ';
        ink.stroke = ink.fill + "K\n";
        ink.fill += "k\n";
        // Black lies on what is below it and needs no gap for it; anything lighter would vanish in it or change its
        // colour.
        const auto& [cyan, magenta, yellow, black] = swatch.cmyk;
        ink.overprint = swatch.overprint && cyan == 0 && magenta == 0 && yellow == 0 && black >= 50;
    }
    return ink;
}

namespace {

page::ElementId element_of(const page::Item& item) {
    return std::visit([](const auto& it) { return it.element; }, item);
}

// Paints the items of one page at its place on a sheet.
class Painter {
public:
    Painter(std::string& out, Content& content, const Resources& resources, const Door& door,
            const prepress::Placed& placed)
        : out_{out},
          content_{content},
          resources_{resources},
          door_{door},
          page_{placed.page},
          again_{placed.again},
          text_{out, resources} {}

    void paint(const std::vector<page::Item>& items);

private:
    using Items = std::vector<page::Item>::const_iterator;

    // What stands on the sheet already is not read aloud a second time.
    page::ElementId owner(const page::Item& item) const { return again_ ? page::artifact : element_of(item); }

    void group(Items first, Items last);
    Items shapes(Items first, Items last);
    Items runs(Items first, Items last);
    void paint(const page::PlacedPicture& it);
    void paint(const page::Path& it);
    void outline(const page::Path& it);
    void link(const page::LinkArea& it);
    void fill(const std::string& swatch);
    void stroke(const page::Stroke& stroke);
    void overprint(bool fills, bool strokes);
    const Ink& ink(const std::string& swatch) const;

    // What the content stream has set so far; restored along with the graphics state.
    struct State {
        const Ink *fill = nullptr, *stroke = nullptr;
        double weight = 1;
        bool round = false, overprint_fill = false, overprint_stroke = false;
    };
    std::string& out_;
    Content& content_;
    const Resources& resources_;
    const Door& door_;
    std::size_t page_;
    bool again_;
    TextWriter text_;
    State state_;
};

void Painter::paint(const std::vector<page::Item>& items) {
    for (auto first = items.begin(); first != items.end();) {
        if (const auto* area = std::get_if<page::LinkArea>(&*first)) {
            if (!again_) link(*area);
            ++first;
            continue;
        }
        auto last = first + 1;
        while (last != items.end() && !std::holds_alternative<page::LinkArea>(*last) && owner(*last) == owner(*first))
            ++last;
        group(first, last);
        first = last;
    }
}

// What follows one another for one element is one sequence of marked content, or one for the text and one for the rest.
void Painter::group(Items first, Items last) {
    while (first != last)
        first = std::holds_alternative<page::PlacedRun>(*first) ? runs(first, last) : shapes(first, last);
}

Painter::Items Painter::shapes(Items first, Items last) {
    Marker marker{out_, content_, resources_, owner(*first), page_};
    marker.plain();
    for (; first != last; ++first) {
        if (const auto* picture = std::get_if<page::PlacedPicture>(&*first))
            paint(*picture);
        else if (const auto* path = std::get_if<page::Path>(&*first))
            paint(*path);
        else
            break;
    }
    return first;
}

Painter::Items Painter::runs(Items first, Items last) {
    const TextObject object{out_};
    Marker marker{out_, content_, resources_, owner(*first), page_};
    text_.begin();
    for (; first != last; ++first) {
        const auto* placed = std::get_if<page::PlacedRun>(&*first);
        if (!placed) break;
        fill(placed->run.swatch);
        // Artifacts are not read aloud, so their language is nobody's business.
        const std::string_view language = owner(*first) == page::artifact
                                              ? std::string_view{placed->run.lang}
                                              : resources_.language[static_cast<std::size_t>(placed->element.index)];
        text_.show(placed->run, door_.x(placed->origin.x), door_.y(placed->origin.y), language, marker);
    }
    return first;
}

// The raster covers more of the photo than shows: the whole is scaled so that the crop fills the frame, and clipped.
void Painter::paint(const page::PlacedPicture& it) {
    const image::Raster& raster = (*resources_.rasters)[it.picture];
    const Region& crop = resources_.publication->pictures[it.picture].crop;
    const double photo_width = it.frame.width.pt() / crop.width, photo_height = it.frame.height.pt() / crop.height;
    const Rect covered{it.frame.left + Length::from_pt((raster.shows.left - crop.left) * photo_width),
                       it.frame.top + Length::from_pt((raster.shows.top - crop.top) * photo_height),
                       Length::from_pt(raster.shows.width * photo_width),
                       Length::from_pt(raster.shows.height * photo_height)};
    const bool all_shows = fits(it.clip.left, covered.left) && fits(it.clip.top, covered.top) &&
                           fits(covered.right(), it.clip.right()) && fits(covered.bottom(), it.clip.bottom());
    const SavedState saved{out_};
    if (!all_shows) {
        door_.rectangle(out_, it.clip);
        out_ += "W n\n";
    }
    put_real(out_, covered.width.pt());
    put_real(out_ += " 0 0 ", covered.height.pt());
    put_real(out_ += ' ', door_.x(covered.left));
    put_real(out_ += ' ', door_.y(covered.bottom()));
    const std::size_t picture = resources_.distinct[it.picture];
    put(out_ += " cm\n/I", static_cast<std::int64_t>(picture));
    out_ += " Do\n";
    content_.pictures.push_back(picture);
}

void Painter::paint(const page::Path& it) {
    if (it.fill.empty() && !it.stroke) return;
    const State before = state_;
    if (it.clip) {
        const SavedState saved{out_};
        door_.rectangle(out_, *it.clip);
        out_ += "W n\n";
        outline(it);
    } else {
        outline(it);
        return;
    }
    state_ = before;
}

void Painter::outline(const page::Path& it) {
    if (!it.fill.empty()) fill(it.fill);
    if (it.stroke) stroke(*it.stroke);
    const auto point = [&](const Point& p) {
        put_real(out_, door_.x(p.x));
        put_real(out_ += ' ', door_.y(p.y));
        out_ += ' ';
    };
    for (const page::PathSegment& s : it.segments) {
        using Kind = page::PathSegment::Kind;
        if (s.kind == Kind::close) {
            out_ += "h\n";
            continue;
        }
        point(s.a);
        if (s.kind == Kind::curve) {
            point(s.b);
            point(s.c);
        }
        out_ += s.kind == Kind::move ? "m\n" : s.kind == Kind::line ? "l\n" : "c\n";
    }
    if (!it.fill.empty())
        out_ += it.stroke ? "B" : "f";
    else
        out_ += "S";
    out_ += it.even_odd && !it.fill.empty() ? "*\n" : "\n";
}

// Paper cannot be clicked, and PDF/X has no annotations within the bleed.
void Painter::link(const page::LinkArea& it) {
    if (it.element == page::artifact || resources_.edition == prepress::Edition::print) return;
    content_.links.push_back(
        {{door_.x(it.rect.left), door_.y(it.rect.bottom()), door_.x(it.rect.right()), door_.y(it.rect.top)},
         it.element});
}

const Ink& Painter::ink(const std::string& swatch) const {
    static const Ink black{"0 g\n", "0 G\n", false};
    const auto at = resources_.inks.find(swatch);
    return at == resources_.inks.end() ? black : at->second;
}

void Painter::fill(const std::string& swatch) {
    const Ink& it = ink(swatch);
    if (state_.fill != &it) out_ += it.fill;
    state_.fill = &it;
    overprint(it.overprint, state_.overprint_stroke);
}

void Painter::stroke(const page::Stroke& stroke) {
    const Ink& it = ink(stroke.swatch);
    if (state_.stroke != &it) out_ += it.stroke;
    state_.stroke = &it;
    if (state_.weight != stroke.weight.pt()) {
        put_real(out_, stroke.weight.pt());
        out_ += " w\n";
        state_.weight = stroke.weight.pt();
    }
    if (state_.round != stroke.round) out_ += stroke.round ? "1 J 1 j\n" : "0 J 0 j\n";
    state_.round = stroke.round;
    overprint(state_.overprint_fill, it.overprint);
}

// G0 to G3: bit 0 for fills (op), bit 1 for strokes (OP).
void Painter::overprint(bool fills, bool strokes) {
    if (state_.overprint_fill == fills && state_.overprint_stroke == strokes) return;
    put(out_ += "/G", (fills ? 1 : 0) + (strokes ? 2 : 0));
    out_ += " gs\n";
    state_.overprint_fill = fills;
    state_.overprint_stroke = strokes;
}

// Half a turn about the middle of a page.
void turn(std::string& out, const Door& on_page, Size trim) {
    put_real(out += "-1 0 0 -1 ", on_page.x({}) + on_page.x(trim.width));
    put_real(out += ' ', on_page.y({}) + on_page.y(trim.height));
    out += " cm\n";
}

}  // namespace

Content paint(const prepress::Sheet& sheet, const Resources& resources) {
    Content content;
    std::string out;
    out.reserve(std::size_t{16} * 1024);  // a page of text takes some 8 KB
    for (const prepress::Placed& placed : sheet.pages) {
        const Door on_sheet{sheet.media.height, {}};
        const Door on_page{sheet.media.height, placed.origin};
        // A viewer clips at the media box by itself.
        const bool clipped =
            sheet.pages.size() > 1 || placed.clip != Rect{{}, {}, sheet.media.width, sheet.media.height};
        Painter painter{out, content, resources, on_page, placed};
        const auto& items = resources.publication->pages[placed.page].items;
        if (clipped || placed.turned) {
            const SavedState saved{out};
            on_sheet.rectangle(out, placed.clip);
            out += "W n\n";
            if (placed.turned) turn(out, on_page, resources.publication->pages[placed.page].trim);
            painter.paint(items);
        } else {
            painter.paint(items);
        }
    }
    if (!sheet.marks.empty()) {
        const Door on_sheet{sheet.media.height, {}};
        Painter{out, content, resources, on_sheet, {}}.paint(sheet.marks);
    }
    std::sort(content.pictures.begin(), content.pictures.end());
    content.pictures.erase(std::unique(content.pictures.begin(), content.pictures.end()), content.pictures.end());
    content.stream = deflated(out, Effort::quick);
    return content;
}

}  // namespace brochure::pdf
