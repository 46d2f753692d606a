#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "image/image.hpp"
#include "prepress/contrast.hpp"
#include "prepress/prepress.hpp"
#include "prepress/survey.hpp"

namespace brochure::prepress {

/// What came of a rule. `warning`: the file is made, and somebody should look; `failed`: it is not made;
/// `not_applicable`: the file has nothing that the rule is about.
enum class Verdict { passed, warning, failed, not_applicable };

/// A rule of the preflight, what was measured, and the limit. Verdicts are those of the findings, which forgive what a
/// measure in points cannot tell apart.
struct Rule {
    std::string name;  // "bleed", "contrast"
    Verdict verdict = Verdict::passed;
    std::optional<double> measured, limit;
    std::string unit;                // of both
    bool at_most = false;            // the limit is the most that is good, not the least
    std::string not_measured;        // what in the file the measure and the verdict say nothing of
    int page = 0;                    // of what was measured, from 1; 0: none, or all of them
    std::optional<Rect> place;       // on it
    std::vector<std::string> tells;  // the rules of findings that speak against it: "bleed-missing"

    bool forgiven() const;  // it passed with a measure that misses the limit by less than anybody can tell
};

struct Preflight {
    struct Boxes {
        Size media;
        Rect bleed, trim;
        std::size_t sheets = 0;  // in a row that have these
    };
    struct Font {
        std::string name;
        bool embedded = true, subset = true;
    };
    struct Photo {
        std::string file;
        int page = 0;         // where it stands first, from 1
        double ppi = 0;       // of the photo at this size; 0: a drawing, which has none
        double ppi_made = 0;  // of what is in the file; 0: nobody has made it yet
        std::string colours;  // in the file (empty: as above): "grey", "sRGB", "RGB with a profile", "CMYK"
        double ink = 0;       // of its heaviest pixel, per cent; 0: it is not in inks, or nobody made it so
        Rect place;           // on the page
    };
    std::vector<Boxes> boxes;
    std::vector<Font> fonts;  // by name
    std::vector<Photo> photos;
    std::vector<std::string> overprint;  // swatches in use that do, by name
    std::vector<PlacedCode> codes;
    std::size_t pages = 0, sheets = 0, figures = 0, figures_without_alt = 0;
    std::vector<std::string> standards;  // that the file claims: "PDF/UA-1"
    std::vector<Rule> rules;

    bool clean() const;  // nothing failed, nobody needs to look
};

/// What is to be known of a file besides its sheets.
struct Circumstances {
    const std::vector<image::Raster>* rasters = nullptr;  // of the publication's pictures; empty: not made yet
    std::function<std::string(text::FaceId)> name_of;     // of a face, in the file
    std::function<std::string(const image::Photo&)> path_of;
    LowestContrast contrast;
    std::optional<double> graphics;    // the least contrast of graphics that mean something
    Length safe;                       // text keeps this clear of the trim
    double least_ppi = 0;              // photos with less are warned of
    std::optional<PressLimits> press;  // the print edition's
    bool stapled = false;
    std::vector<std::string> standards;
};

/// Measures a file that is about to be written. Its rules have no verdict yet but `not_applicable`: see `judge`.
Preflight preflight(const Sheets& sheets, const Survey& survey, const Circumstances& circumstances);

/// Gives each rule the verdict that the findings of this file speak. A rule with a finding is never not applicable.
void judge(Preflight& report, const std::vector<Diagnostic>& found);

/// The rules that the findings speak against, when there is nothing to measure: the file did not come so far.
std::vector<Rule> broken_rules(const std::vector<Diagnostic>& found);

}  // namespace brochure::prepress
