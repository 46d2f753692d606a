#include "prepress/overprint.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "prepress/ground.hpp"

namespace brochure::prepress {
namespace {

constexpr double small = 14;                      // points: larger letters hide plates that are a little off
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
    explicit Overlays(const page::Publication& publication) : publication_{publication} {}

    std::vector<Overlay> all() {
        for (const page::Page& page : publication_.pages) {
            ++number_;
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
            if (layer->path)
                if (const Swatch* ground = swatch_of(publication_, layer->path->fill)) add(over, *ground, box);
            if (layer->plain && contains(layer->box, box)) return;
        }
    }
    void add(const Swatch& over, const Swatch& ground, const Rect& box) {
        const bool known = std::any_of(all_.begin(), all_.end(), [&](const Overlay& each) {
            return each.over == &over && each.ground == &ground;
        });
        if (!known) all_.push_back({&over, &ground, colours_of(ground) + over.cmyk[3], number_, box});
    }

    const page::Publication& publication_;
    std::vector<Layer> layers_;
    std::vector<Overlay> all_;
    int number_ = 0;
};

}  // namespace

bool overprints(const Swatch& swatch) {
    return swatch.overprint && colours_of(swatch) == 0 && swatch.cmyk[3] >= 50;
}

std::vector<Overlay> overlays(const page::Publication& publication) {
    return Overlays{publication}.all();
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
            if (!text || text->run.glyphs.empty() || text->run.size.pt() >= small) continue;
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

void check_overprint(const page::Publication& publication, double limit, SourcePosition where, Diagnostics& found) {
    const auto per_cent = [](double value) { return std::to_string(std::lround(value)) + " %"; };
    for (const Overlay& each : overlays(publication)) {
        if (each.ink <= limit + 1e-6) continue;
        found.warning(where, "ink-limit",
                      "the swatch '" + each.over->name + "' overprints '" + each.ground->name + "' on page " +
                          std::to_string(each.page) + " of '" + publication.name + "': together they lay " +
                          per_cent(each.ink) + " of ink on the paper, and the printer takes " + per_cent(limit),
                      "draw it in a swatch that does not overprint, or on a lighter ground",
                      Measured{each.page, each.place, each.ink, limit, "%"});
    }
    for (const BlackText& each : small_black_text(publication)) {
        if (each.sound()) continue;
        const std::string text = std::to_string(each.count) + (each.count == 1 ? " piece" : " pieces") +
                                 " of text below 14 pt in '" + publication.name + "' print in the swatch '" +
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
