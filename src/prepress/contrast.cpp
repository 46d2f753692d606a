#include "prepress/contrast.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <tuple>

#include "prepress/ground.hpp"

namespace brochure::prepress {
namespace {

constexpr double least = 4.5, least_of_large = 3;  // WCAG 2.2, 1.4.3
// Of a press that the design was not drawn for the dullest inks may lack some: that is told, and printed.
constexpr double enough_in_print = 2.0 / 3;
// Presses vary by more than this from the condition that a profile describes.
constexpr double forgiven_in_print = 0.01;
constexpr double forgiven = 0.05;  // of what is behind a text
// Of the samples of what is behind a text. A photo's lightness is known at a pixel in eight: 1.9 pt at 300 ppi.
constexpr Length finest = Length::from_pt(1.5);

double ratio(double one, double other) {
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

// Rounded down: 4.49 is not 4.5.
std::string one_decimal(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", std::floor(value * 10) / 10);
    return text;
}

// What of a line letters cover: from the baseline to their height, some seven tenths of their size.
Rect box_of(const page::PlacedRun& placed) {
    const Length size = placed.run.size;
    return {placed.origin.x, placed.origin.y - size * 0.7, placed.run.advance, size * 0.7};
}

std::string shortened(std::string text) {
    constexpr std::size_t most = 40;
    text.erase(text.find_last_not_of(" \n") + 1);
    if (text.size() <= most) return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // not within a character
    return text.substr(0, end) + "\u2026";
}

class Contrast {
public:
    Contrast(const page::Publication& publication, const Eyes& eyes, Diagnostics& found)
        : publication_{publication}, eyes_{eyes}, found_{found} {
        for (const Swatch& swatch : publication.swatches)
            luminance_.insert_or_assign(swatch.name,
                                        eyes.printed ? eyes.printed(swatch) : image::luminance(swatch.srgb));
    }

    void check(std::size_t number) {
        page_ = static_cast<int>(number) + 1;
        const page::Page& page = publication_.pages[number];
        const std::vector<Layer> layers = layers_of(publication_, page);
        std::size_t below = 0;  // how many layers were painted before the item
        for (std::size_t i = 0; i < page.items.size(); ++i) {
            while (below < layers.size() && layers[below].item < i) ++below;
            if (const auto* placed = std::get_if<page::PlacedRun>(&page.items[i])) judge(*placed, layers, below);
        }
        report(number);
    }
    const LowestContrast& lowest() const { return lowest_; }

private:
    struct Place {
        double contrast = 0, needed = 0;
        std::string text;
        SourcePosition where;
        Rect box;
    };

    double of(const std::string& swatch) const {
        const auto at = luminance_.find(swatch);
        return at == luminance_.end() ? 0 : at->second;
    }

    void judge(const page::PlacedRun& placed, const std::vector<Layer>& layers, std::size_t below) {
        const text::GlyphRun& run = placed.run;
        if (run.glyphs.empty() || run.text.find_first_not_of(' ') == std::string::npos) return;
        const double size = run.size.pt();
        const bool large = size >= 18 || (size >= 14 && eyes_.weight_of(run.face) >= 700);
        const double needed = large ? least_of_large : least;
        const double contrast = contrast_of(placed, layers, below);
        if (lowest_.contrast == 0 || contrast * lowest_.needed < lowest_.contrast * needed)
            lowest_ = {contrast, needed, page_, box_of(placed)};
        if (contrast >= (eyes_.printed ? needed * (1 - forgiven_in_print) : needed)) return;
        const auto key = std::tuple{run.where.file.index, run.where.line, run.where.column, run.swatch};
        const auto [at, fresh] =
            failing_.try_emplace(key, Place{contrast, needed, run.text, run.where, box_of(placed)});
        if (!fresh && contrast < at->second.contrast) at->second.contrast = contrast, at->second.box = box_of(placed);
    }

    double contrast_of(const page::PlacedRun& placed, const std::vector<Layer>& layers, std::size_t below) {
        const Rect box = box_of(placed);
        // From the nearest layer down to the one that hides all others.
        behind_.clear();
        bool hidden = false;
        while (below-- > 0 && !hidden) {
            if (!overlap(layers[below].box, box)) continue;
            behind_.push_back(&layers[below]);
            hidden = layers[below].plain && layers[below].opaque && contains(layers[below].box, box);
        }
        const double ink = of(placed.run.swatch);
        if (behind_.empty()) return ratio(ink, 1);
        if (hidden && behind_.size() == 1 && behind_[0]->path) return ratio(ink, of(behind_[0]->path->fill));
        return worst_sample(ink, box, placed.run.size);
    }

    // Looked at in a grid as fine as what may hide a stroke of the letters, whatever their size: a band of a photo a
    // few points high runs through a title and not through its first and last line of samples. At least three rows.
    double worst_sample(double ink, const Rect& box, Length size) {
        const Length step = std::min(size * 0.25, finest);
        const auto along = [&](Length length, int fewest) {
            return std::clamp(static_cast<int>(std::ceil(length / step)), fewest, 1000);
        };
        const int columns = along(box.width, 2), rows = along(box.height, 3);
        samples_.clear();
        for (int x = 0; x < columns; ++x)
            for (int y = 0; y < rows; ++y) {
                const Point point{box.left + box.width * ((x + 0.5) / columns),
                                  box.top + box.height * ((y + 0.5) / rows)};
                if (const auto ground = ground_at(point)) samples_.push_back(ratio(ink, *ground));
            }
        if (samples_.empty()) return 21;
        const auto nth =
            samples_.begin() + static_cast<std::ptrdiff_t>(forgiven * static_cast<double>(samples_.size()));
        std::nth_element(samples_.begin(), nth, samples_.end());
        return *nth;
    }

    // Empty: a photo of which nobody knows how light it is. What is transparent lets through what is below it.
    std::optional<double> ground_at(const Point& point) {
        through_.clear();
        double ground = 1;
        for (const Layer* layer : behind_) {
            if (!layer->covers(point)) continue;
            if (layer->path) {
                ground = of(layer->path->fill);
                break;
            }
            const auto pixel = pixel_of(*layer->picture, point);
            if (!pixel && layer->opaque) return std::nullopt;
            if (!pixel) continue;
            through_.push_back(*pixel);
            if (pixel->light->alpha.empty()) break;
        }
        if (through_.empty()) return ground;
        double step = image::step_of_luminance(ground);
        for (auto pixel = through_.rbegin(); pixel != through_.rend(); ++pixel)
            step = pixel->light->on(step, pixel->index);
        return image::luminance_of_step(step);
    }

    /// A pixel of a photo's lightness.
    struct Pixel {
        const image::Light* light = nullptr;
        std::size_t index = 0;
    };

    std::optional<Pixel> pixel_of(const page::PlacedPicture& placed, const Point& point) {
        const page::Picture& picture = publication_.pictures[placed.picture];
        auto [known, fresh] = lights_.try_emplace(placed.picture);
        if (fresh) known->second = picture.photo.light ? picture.photo.light : eyes_.light_of(picture.photo);
        const image::Light* light = known->second.get();
        if (!light) return std::nullopt;
        const auto place = [](double part, double begin, double extent, int pixels) {
            return std::clamp(static_cast<int>((begin + part * extent) * pixels), 0, pixels - 1);
        };
        const int x = place((point.x - placed.frame.left) / placed.frame.width, picture.crop.left, picture.crop.width,
                            light->width);
        const int y = place((point.y - placed.frame.top) / placed.frame.height, picture.crop.top, picture.crop.height,
                            light->height);
        return Pixel{light, std::size_t(y) * static_cast<std::size_t>(light->width) + static_cast<std::size_t>(x)};
    }

    void report(std::size_t number) {
        const bool printed = static_cast<bool>(eyes_.printed);
        for (const auto& [key, place] : failing_) {
            const std::string text = "\"" + shortened(place.text) + "\" on page " + std::to_string(number + 1) +
                                     " of " + publication_.name + (printed ? " in the printer's inks" : "") +
                                     " has a contrast of " + one_decimal(place.contrast) +
                                     ":1 to what is behind it, and needs " + one_decimal(place.needed) + ":1";
            const std::string hint =
                printed ? "give the swatch '" + std::get<3>(key) + "' or what is behind it another 'cmyk' in the design"
                        : "give the text or what is behind it another swatch, or the text another place";
            const Measured measured{static_cast<int>(number) + 1, place.box, place.contrast, place.needed, ":1"};
            if (printed && place.contrast >= place.needed * enough_in_print)
                found_.warning(place.where, "low-contrast", text, hint, measured);
            else
                found_.error(place.where, "low-contrast", text, hint, measured);
        }
        failing_.clear();
    }

    const page::Publication& publication_;
    const Eyes& eyes_;
    Diagnostics& found_;
    std::map<std::string, double> luminance_;  // of swatches
    std::map<std::size_t, std::shared_ptr<const image::Light>> lights_;
    std::map<std::tuple<int, int, int, std::string>, Place> failing_;  // of the page, by where it was written
    std::vector<const Layer*> behind_;
    std::vector<Pixel> through_;  // from the nearest down
    std::vector<double> samples_;
    LowestContrast lowest_;
    int page_ = 0;  // from 1
};

}  // namespace

LowestContrast check_contrast(const page::Publication& publication, const Eyes& eyes, Diagnostics& found) {
    Contrast contrast{publication, eyes, found};
    for (std::size_t i = 0; i < publication.pages.size(); ++i) contrast.check(i);
    return contrast.lowest();
}

}  // namespace brochure::prepress
