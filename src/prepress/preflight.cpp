#include "prepress/preflight.hpp"

#include <algorithm>

#include "prepress/office.hpp"
#include "prepress/overprint.hpp"

namespace brochure::prepress {
namespace {

constexpr double clear_of_fold = 9, good_module = 0.8, most_stapled = 80,
                 least_of_graphics = 3;  // points, mm, pages, to 1: as layout has them

std::vector<Preflight::Boxes> boxes_of(const Sheets& sheets) {
    std::vector<Preflight::Boxes> all;
    for (const Sheet& sheet : sheets.sheets) {
        const bool same = !all.empty() && all.back().media == sheet.media && all.back().bleed == sheet.bleed &&
                          all.back().trim == sheet.trim;
        if (!same) all.push_back({sheet.media, sheet.bleed, sheet.trim, 0});
        ++all.back().sheets;
    }
    return all;
}

const char* colours_of(const image::Raster& raster) {
    if (raster.colour == image::Colour::grey) return raster.icc ? "grey with a profile" : "grey";
    if (raster.colour == image::Colour::cmyk) return raster.icc ? "CMYK with a profile" : "CMYK";
    return raster.icc ? "RGB with a profile" : "sRGB";
}

// Pixels per inch of what was made of a photo: the smaller of the two directions.
double ppi_of(const image::Raster& raster, const page::Picture& picture) {
    const auto along = [](int pixels, double shows, double crop, Length placed) {
        return shows > 0 && placed.pt() > 0 ? pixels * crop / shows / (placed.pt() / 72) : 0;
    };
    return std::min(along(raster.width, raster.shows.width, picture.crop.width, picture.placed.width),
                    along(raster.height, raster.shows.height, picture.crop.height, picture.placed.height));
}

double ink_of(const Swatch& swatch) {
    return swatch.cmyk[0] + swatch.cmyk[1] + swatch.cmyk[2] + swatch.cmyk[3];
}

class Reporter {
public:
    Reporter(const Sheets& sheets, const Survey& survey, const Circumstances& about)
        : sheets_{sheets}, publication_{*sheets.publication}, survey_{survey}, about_{about} {}

    Preflight report() {
        report_.boxes = boxes_of(sheets_);
        report_.pages = publication_.pages.size();
        report_.sheets = sheets_.sheets.size();
        report_.figures = survey_.figures + survey_.figures_without_alt;
        report_.figures_without_alt = survey_.figures_without_alt;
        report_.codes = survey_.codes;
        report_.standards = about_.standards;
        list_fonts();
        list_photos();
        add_rules_of_paper();
        add_rules_of_ink();
        add_rules_of_reading();
        return std::move(report_);
    }

private:
    Rule& add(const char* name, std::vector<std::string> tells) {
        Rule rule;
        rule.name = name;
        rule.tells = std::move(tells);
        return report_.rules.emplace_back(std::move(rule));
    }
    // Without a measure nothing in the file is such that the rule could be broken.
    Rule& add(const char* name, std::vector<std::string> tells, std::optional<double> measured,
              std::optional<double> limit, const char* unit, int page = 0) {
        Rule& rule = add(name, std::move(tells));
        if (!measured) {
            rule.verdict = Verdict::not_applicable;
            return rule;
        }
        rule.measured = measured;
        rule.limit = limit;
        rule.unit = unit;
        rule.page = page;
        return rule;
    }
    static std::optional<double> points(const std::optional<Least>& least) {
        return least ? std::optional{least->value.pt()} : std::nullopt;
    }
    static int page_of(const std::optional<Least>& least) { return least ? least->page : 0; }
    std::optional<double> of_press(Length PressLimits::*limit) const {
        return about_.press ? std::optional{((*about_.press).*limit).pt()} : std::nullopt;
    }

    // A printer may bring photos down to fewer pixels than they have.
    double as_printed(double ppi) const {
        return about_.press && about_.press->ppi > 0 ? std::min(ppi, about_.press->ppi) : ppi;
    }

    void list_fonts() {
        for (const text::FaceId face : survey_.faces) report_.fonts.push_back({about_.name_of(face)});
        std::sort(report_.fonts.begin(), report_.fonts.end(),
                  [](const auto& a, const auto& b) { return a.name < b.name; });
    }

    void list_photos() {
        for (std::size_t i = 0; i < publication_.pictures.size(); ++i) {
            const page::Picture& picture = publication_.pictures[i];
            const image::Raster* const raster = i < about_.rasters->size() ? &(*about_.rasters)[i] : nullptr;
            const bool drawn = picture.photo.format == image::Format::svg;
            report_.photos.push_back({about_.path_of(picture.photo), survey_.pictures[i].page,
                                      drawn ? 0 : image::effective_ppi(picture.photo, picture.crop, picture.placed),
                                      raster ? ppi_of(*raster, picture) : 0, raster ? colours_of(*raster) : "",
                                      about_.press && raster ? raster->ink : 0, survey_.pictures[i].place});
        }
    }

    void add_rules_of_paper() {
        Rule& boxes = add("boxes", {"boxes", "slug-cut"});
        for (const Sheet& sheet : sheets_.sheets)
            if (!nested(sheet)) boxes.verdict = Verdict::failed;
        std::optional<Least> bleed;
        for (std::size_t i = 0; i < sheets_.sheets.size(); ++i)
            if (const Length has = sheets_.sheets[i].trim.left - sheets_.sheets[i].bleed.left;
                !bleed || has < bleed->value)
                bleed = Least{has, static_cast<int>(i) + 1};
        if (!about_.press) bleed.reset();  // colour past the trim is there for the knife alone
        add("bleed", {"bleed-missing", "bleed-short", "no-bleed", "near-trim"}, points(bleed),
            of_press(&PressLimits::bleed), "pt", page_of(bleed));
        add("safe-zone", {"near-edge", "no-room", "overset"}, points(survey_.edge), about_.safe.pt(), "pt",
            page_of(survey_.edge));
        Rule& clear = add("clear-space", {"logo-crowded"});
        if (report_.photos.empty()) clear.verdict = Verdict::not_applicable;
        add_margin_of_copier();
        add("folds", {"near-fold"}, points(survey_.fold), clear_of_fold, "pt", page_of(survey_.fold));
        add("page-count", {"page-count", "too-thick"}, static_cast<double>(report_.pages),
            about_.stapled ? std::optional{most_stapled} : std::nullopt, "pages")
            .at_most = true;
    }

    void add_margin_of_copier() {
        const std::vector<Nearest> all = nearest_to_margin(sheets_);
        const auto least = std::min_element(all.begin(), all.end(), [](const Nearest& a, const Nearest& b) {
            return a.has - a.needs < b.has - b.needs;
        });
        if (least == all.end()) {
            add("copier-margin", {"no-paper"}).verdict = Verdict::not_applicable;
            return;
        }
        add("copier-margin", {"copier-margin", "no-paper"}, least->has.pt(), least->needs.pt(), "pt", least->page)
            .place = least->place;
    }

    void add_rules_of_ink() {
        add("fonts", {"font-embedding", "font-missing"}, static_cast<double>(report_.fonts.size()), std::nullopt,
            "fonts embedded");
        const Preflight::Photo* coarsest = nullptr;
        for (const auto& photo : report_.photos)
            if (photo.ppi > 0 && (!coarsest || photo.ppi < coarsest->ppi)) coarsest = &photo;
        add("resolution", {"low-resolution"}, coarsest ? std::optional{as_printed(coarsest->ppi)} : std::nullopt,
            about_.least_ppi, "ppi", coarsest ? coarsest->page : 0);
        // Named by the content; those that are there say nothing of those that are not.
        Rule& photos = add("photos", {"photo-left-out"});
        if (report_.photos.empty()) photos.verdict = Verdict::not_applicable;
        Rule& colours = add("colours", {"no-pdf-a", "no-pdf-x", "photo-profile"});
        if (report_.photos.empty()) colours.verdict = Verdict::not_applicable;
        Rule& condition = add("condition", {"condition-differs", "printer-colours", "profile-missing",
                                            "profile-unreadable", "profile-unsuitable"});
        if (!about_.press) condition.verdict = Verdict::not_applicable;
        add_ink();
        add("line", {"hairline"}, points(survey_.line), of_press(&PressLimits::min_line), "pt", page_of(survey_.line));
        add("type", {"small-type"}, points(survey_.type), of_press(&PressLimits::min_type), "pt",
            page_of(survey_.type));
    }

    // Of swatches, of black that overprints what is below it, and of the pixels of photos as they were converted.
    void add_ink() {
        struct Heaviest {
            double ink = 0;
            int page = 0;
            std::optional<Rect> place;
        };
        std::optional<Heaviest> most;
        const auto weigh = [&](double ink, int page, const std::optional<Rect>& place) {
            if (about_.press && (!most || ink > most->ink)) most = Heaviest{ink, page, place};
        };
        for (const Swatch& swatch : publication_.swatches) {
            const auto used = survey_.swatches.find(swatch.name);
            if (used == survey_.swatches.end()) continue;
            if (overprints(swatch) && about_.press) report_.overprint.push_back(swatch.name);
            weigh(ink_of(swatch), used->second, {});
        }
        if (about_.press)
            for (const Overlay& each : overlays(publication_, about_.rasters)) weigh(each.ink, each.page, each.place);
        for (const auto& photo : report_.photos)
            if (photo.ink > 0) weigh(photo.ink, photo.page, photo.place);
        Rule& rule =
            add("ink", {"ink-limit", "total-ink", "overprint-ignored"}, most ? std::optional{most->ink} : std::nullopt,
                about_.press ? std::optional{about_.press->ink} : std::nullopt, "%", most ? most->page : 0);
        rule.at_most = true;
        if (most) rule.place = most->place;
        if (about_.press && !all_in_inks()) rule.not_measured = "photos that are not in inks";
        add_black_text();
    }
    // Photos may stay in colours that the shop converts, and `check` converts none.
    bool all_in_inks() const {
        if (about_.rasters->size() < publication_.pictures.size()) return false;
        return std::all_of(about_.rasters->begin(), about_.rasters->end(), [](const image::Raster& raster) {
            return raster.ink > 0 || (raster.colour == image::Colour::grey && !raster.icc) ||
                   (raster.colour == image::Colour::cmyk && !raster.icc);
        });
    }
    void add_black_text() {
        const BlackText* worst = nullptr;
        const auto all = about_.press ? small_black_text(publication_) : std::vector<BlackText>{};
        for (const BlackText& each : all)
            if (!worst || each.colours > worst->colours) worst = &each;
        Rule& rule = add("black-text", {"black-text"}, worst ? std::optional{worst->colours} : std::nullopt, 0,
                         "% of other inks", worst ? worst->page : 0);
        rule.at_most = true;
        if (worst) rule.place = worst->place;
    }

    void add_rules_of_reading() {
        const LowestContrast& contrast = about_.contrast;
        const bool any = contrast.contrast > 0;
        Rule& rule = add("contrast", {"low-contrast"}, any ? std::optional{contrast.contrast} : std::nullopt,
                         contrast.needed, ":1", contrast.page);
        if (any) rule.place = contrast.place;
        add("graphics", {"graphics-contrast"}, about_.graphics, least_of_graphics, ":1");
        add("tags", {"no-pdf-ua"}, static_cast<double>(survey_.elements), std::nullopt, "elements");
        const bool figures = report_.figures > 0;
        add("alternatives",
            {"missing-alt", "decorative-alt", "no-pdf-ua", "file-name-alt", "long-alt", "duplicate-alt"},
            figures ? std::optional{static_cast<double>(report_.figures_without_alt)} : std::nullopt, 0,
            "figures without words")
            .at_most = true;
        const PlacedCode* smallest = nullptr;
        for (const auto& code : report_.codes)
            if (!smallest || code.code.module < smallest->code.module) smallest = &code;
        add("codes", {"qr-module", "qr-zone", "qr-address", "qr-inverted"},
            smallest ? std::optional{smallest->code.module.mm()} : std::nullopt, good_module, "mm",
            smallest ? smallest->page : 0);
        add("size", {"too-large"}).verdict = Verdict::not_applicable;  // until there is a file
    }

    const Sheets& sheets_;
    const page::Publication& publication_;
    const Survey& survey_;
    const Circumstances& about_;
    Preflight report_;
};

}  // namespace

bool Rule::forgiven() const {
    constexpr double same = 0.0005;  // measures are told to a thousandth
    if (verdict != Verdict::passed || !measured || !limit) return false;
    return at_most ? *measured > *limit + same : *measured < *limit - same;
}

bool Preflight::clean() const {
    return std::all_of(rules.begin(), rules.end(), [](const Rule& rule) {
        return rule.verdict == Verdict::passed || rule.verdict == Verdict::not_applicable;
    });
}

Preflight preflight(const Sheets& sheets, const Survey& survey, const Circumstances& circumstances) {
    return Reporter{sheets, survey, circumstances}.report();
}

namespace {

// What a finding measured is the rule's measure when it is worse than what was measured of all pages.
void agree(Rule& rule, const Measured& told) {
    if (!rule.measured || !told.value || !told.limit || told.unit != rule.unit) return;
    const bool less_is_worse = *told.value < *told.limit;
    if (less_is_worse ? *told.value >= *rule.measured : *told.value <= *rule.measured) return;
    rule.measured = told.value, rule.limit = told.limit;
    rule.page = told.page;
    rule.place = told.place;
}

}  // namespace

void judge(Preflight& report, const std::vector<Diagnostic>& found) {
    for (const Diagnostic& each : found) {
        if (each.severity == Severity::note) continue;
        const Verdict spoken = each.severity == Severity::error ? Verdict::failed : Verdict::warning;
        for (Rule& rule : report.rules) {
            if (std::find(rule.tells.begin(), rule.tells.end(), each.rule) == rule.tells.end()) continue;
            if (rule.name == "alternatives" && each.rule == "no-pdf-ua" && report.figures_without_alt == 0)
                continue;  // a fault of other tags
            if (rule.verdict != Verdict::failed) rule.verdict = spoken;
            if (each.measured) agree(rule, *each.measured);
        }
    }
}

std::vector<Rule> broken_rules(const std::vector<Diagnostic>& found) {
    const page::Publication nothing;
    Preflight report = preflight({Edition::screen, &nothing, {}, Flip::none}, {}, {});
    judge(report, found);
    std::erase_if(report.rules,
                  [](const Rule& rule) { return rule.verdict != Verdict::failed && rule.verdict != Verdict::warning; });
    for (Rule& rule : report.rules) rule.measured.reset(), rule.limit.reset();
    return report.rules;
}

}  // namespace brochure::prepress
