#include "prepress/overprint.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "prepress/backdrop.hpp"
#include "prepress/ground.hpp"

namespace brochure::prepress {
namespace {

constexpr double small = 18;                      // points: larger letters hide plates that are a little off (R48)
constexpr double black = 95, nearly_black = 90;   // per cent: less is a grey, which no eye takes for black
constexpr int darkest_grey = 0x60, neutral = 16;  // of sRGB

double colours_of(const Swatch& swatch) {
    return swatch.cmyk[0] + swatch.cmyk[1] + swatch.cmyk[2];
}

// By its inks, or, if it is mixed of several, by how it looks.
bool is_black(const Swatch& swatch) {
    if (colours_of(swatch) == 0) return swatch.cmyk[3] >= black;
    const auto [least, most] = std::minmax_element(swatch.srgb.begin(), swatch.srgb.end());
    return swatch.cmyk[3] >= nearly_black || (*most <= darkest_grey && *most - *least <= neutral);
}

const Swatch* swatch_of(const page::Publication& publication, const std::string& name) {
    const auto at = std::find_if(publication.swatches.begin(), publication.swatches.end(),
                                 [&](const Swatch& it) { return it.name == name; });
    return at == publication.swatches.end() ? nullptr : &*at;
}

Rect place_of(const page::PlacedRun& it) {
    return {it.origin.x, it.origin.y - it.run.size * 0.7, it.run.advance, it.run.size * 0.7};
}

/// What an item lays on the page: with what, and where.
struct Laid {
    std::string swatch;
    Rect box;
};
std::vector<Laid> laid_by(const page::PlacedRun& it) {
    if (it.run.glyphs.empty()) return {};
    return {{it.run.swatch, place_of(it)}};
}
std::vector<Laid> laid_by(const page::Path& it) {
    std::vector<Laid> all;
    if (!it.fill.empty()) all.push_back({it.fill, box_of(it)});
    if (it.stroke) all.push_back({it.stroke->swatch, box_of(it)});
    return all;
}
std::vector<Laid> laid_by(const page::PlacedPicture&) {
    return {};
}
std::vector<Laid> laid_by(const page::LinkArea&) {
    return {};
}

class Overlays {
public:
    Overlays(const page::Publication& publication, const std::vector<image::Raster>* rasters)
        : publication_{publication}, rasters_{rasters}, pictures_{rasters ? *rasters : none_} {}

    std::vector<Overlay> all() {
        for (const page::Page& page : publication_.pages) {
            ++number_;
            page_ = &page;
            layers_ = layers_of(publication_, page);
            for (std::size_t i = 0; i < page.items.size(); ++i)
                for (const Laid& laid : std::visit([](const auto& it) { return laid_by(it); }, page.items[i]))
                    if (const Swatch* over = swatch_of(publication_, laid.swatch); over && overprints(*over))
                        look_below(i, *over, laid.box);
        }
        return std::move(all_);
    }

private:
    // From the nearest ground down to one that hides all others.
    void look_below(std::size_t item, const Swatch& over, const Rect& box) {
        const Point middle{box.left + box.width / 2.0, box.top + box.height / 2.0};
        for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
            if (layer->item >= item || !overlap(layer->box, box)) continue;
            if (!layer->plain && !layer->covers(middle)) continue;
            if (layer->picture && rasters_)
                add(over, *layer->picture, box,
                    layer->opaque ? most_colours(*layer->picture, box) : most_mixed(*layer, box));
            if (layer->path)
                if (const Swatch* ground = swatch_of(publication_, layer->path->fill)) add(over, *ground, box);
            if (layer->plain && layer->opaque && contains(layer->box, box)) return;
        }
    }
    void add(const Swatch& over, const Swatch& ground, const Rect& box) {
        const bool known = std::any_of(all_.begin(), all_.end(), [&](const Overlay& each) {
            return each.over == &over && each.ground == &ground;
        });
        if (!known) all_.push_back({&over, &ground, {}, colours_of(ground) + over.cmyk[3], number_, box});
    }
    void add(const Swatch& over, const page::PlacedPicture& placed, const Rect& box, std::optional<double> colours) {
        if (!colours) return;
        const double ink = *colours + over.cmyk[3];
        const auto known = std::find_if(all_.begin(), all_.end(), [&](const Overlay& each) {
            return each.over == &over && each.picture == placed.picture;
        });
        if (known == all_.end())
            all_.push_back({&over, nullptr, placed.picture, ink, number_, box});
        else if (known->ink < ink)
            known->ink = ink, known->page = number_, known->place = box;
    }
    // Of the pixels of a picture under `box`: cyan, magenta and yellow, per cent.
    std::optional<double> most_colours(const page::PlacedPicture& placed, const Rect& box) {
        const image::Pixels* const ink = pictures_.of(placed.picture).ink;
        if (!ink) return std::nullopt;
        const Rect covered =
            covered_by(placed, publication_.pictures[placed.picture].crop, (*rasters_)[placed.picture]);
        const auto pixel = [](Length at, Length from, Length width, int pixels) {
            return std::clamp(static_cast<int>(std::floor((at - from) / width * pixels)), 0, pixels - 1);
        };
        const Rect& clip = placed.clip;
        const int left = pixel(std::max(box.left, clip.left), covered.left, covered.width, ink->width),
                  right = pixel(std::min(box.right(), clip.right()), covered.left, covered.width, ink->width),
                  top = pixel(std::max(box.top, clip.top), covered.top, covered.height, ink->height),
                  bottom = pixel(std::min(box.bottom(), clip.bottom()), covered.top, covered.height, ink->height);
        const int step = std::max(1, static_cast<int>(ink->width / covered.width.mm()));
        double most = 0;
        for (int y = top; y <= bottom; y += step)
            for (int x = left; x <= right; x += step)
                most = std::max(
                    most, mean_colours(*ink, x, y, std::min(x + step, right + 1), std::min(y + step, bottom + 1)));
        return most;
    }
    // The same of a picture that lets through what is below it, and of that.
    std::optional<double> most_mixed(const Layer& layer, const Rect& box) {
        const Rect& clip = layer.picture->clip;
        const Length left = std::max(box.left, clip.left), top = std::max(box.top, clip.top);
        const Rect area{left, top, std::min(box.right(), clip.right()) - left,
                        std::min(box.bottom(), clip.bottom()) - top};
        if (!pictures_.of(layer.picture->picture).ink || area.width.pt() <= 0 || area.height.pt() <= 0)
            return std::nullopt;
        static constexpr int step = 4;  // pixels to a millimetre
        const auto pixels = [](Length length) { return std::clamp(static_cast<int>(length.mm() * step), step, 2000); };
        const image::Pixels ink = backdrop(publication_, *page_, layer.item + 1, area, pixels(area.width),
                                           pixels(area.height), *rasters_, pictures_);
        double most = 0;
        for (int y = 0; y + step <= ink.height; y += step)
            for (int x = 0; x + step <= ink.width; x += step)
                most = std::max(most, mean_colours(ink, x, y, x + step, y + step));
        return most;
    }
    // Of a square millimetre: of fewer dots no paper has too much (R47).
    static double mean_colours(const image::Pixels& ink, int left, int top, int right, int bottom) {
        double sum = 0;
        for (int y = top; y < bottom; ++y)
            for (int x = left; x < right; ++x) {
                const std::uint8_t* const at = ink.at(x, y);
                sum += at[0] + at[1] + at[2];
            }
        return sum / ((right - left) * (bottom - top)) / 2.55;
    }

    const page::Publication& publication_;
    const std::vector<image::Raster> none_ = {};
    const std::vector<image::Raster>* rasters_;
    InkOfPictures pictures_;
    std::vector<Layer> layers_;
    const page::Page* page_ = nullptr;
    std::vector<Overlay> all_;
    int number_ = 0;
};

}  // namespace

bool overprints(const Swatch& swatch) {
    return swatch.overprint && colours_of(swatch) == 0 && swatch.cmyk[3] >= 50;
}

std::vector<Overlay> overlays(const page::Publication& publication, const std::vector<image::Raster>* rasters) {
    return Overlays{publication, rasters}.all();
}

bool BlackText::sound() const {
    return overprints(*swatch);
}

std::vector<BlackText> small_black_text(const page::Publication& publication) {
    std::vector<BlackText> all;
    int number = 0;
    for (const page::Page& page : publication.pages) {
        ++number;
        for (const page::Item& item : page.items) {
            const auto* text = std::get_if<page::PlacedRun>(&item);
            if (!text || text->run.glyphs.empty() || text->run.size.pt() > small) continue;
            auto known = std::find_if(all.begin(), all.end(),
                                      [&](const BlackText& each) { return each.swatch->name == text->run.swatch; });
            if (known == all.end()) {
                const Swatch* swatch = swatch_of(publication, text->run.swatch);
                if (!swatch || !is_black(*swatch)) continue;
                known = all.insert(all.end(), {swatch, colours_of(*swatch), 0, number, place_of(*text), text->run.where,
                                               text->run.size});
            }
            ++known->count;
            known->size = std::min(known->size, text->run.size);
        }
    }
    return all;
}

void check_overprint(const page::Publication& publication, const std::vector<image::Raster>* rasters, double limit,
                     SourcePosition where, Diagnostics& found) {
    const auto per_cent = [](double value) { return std::to_string(std::lround(value)) + " %"; };
    for (const Overlay& each : overlays(publication, rasters)) {
        if (each.ink <= limit + 1e-6) continue;
        const std::string ground = each.ground ? "'" + each.ground->name + "'" : "a photo";
        found.warning(each.picture ? publication.pictures[*each.picture].photo.where : where, "ink-limit",
                      "the swatch '" + each.over->name + "' overprints " + ground + " on page " +
                          std::to_string(each.page) + " of '" + publication.name + "': together they lay " +
                          per_cent(each.ink) + " of ink on the paper, and the printer takes " + per_cent(limit),
                      each.picture ? "draw it in a swatch that does not overprint, or put a ground between"
                                   : "draw it in a swatch that does not overprint, or on a lighter ground",
                      Measured{each.page, each.place, each.ink, limit, "%"});
    }
    for (const BlackText& each : small_black_text(publication)) {
        if (each.sound()) continue;
        const std::string text = std::to_string(each.count) + (each.count == 1 ? " piece" : " pieces") +
                                 " of text up to 18 pt in '" + publication.name + "' print in the swatch '" +
                                 each.swatch->name + "', ";
        found.warning(where, "black-text",
                      each.colours > 0 ? text + "a black of several inks: plates that are a little off blur it"
                                       : text + "a black that does not overprint: grounds show white beside it",
                      "give the swatch `cmyk: [0, 0, 0, 100], overprint: yes` in the design",
                      each.colours > 0 ? Measured{each.page, each.place, each.colours, 0, "%"}
                                       : Measured{each.page, each.place, {}, {}, {}});
    }
}

}  // namespace brochure::prepress
