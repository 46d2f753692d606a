#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/length.hpp"
#include "base/source.hpp"

/// What a printer wants: boxes, marks, inks. Read from content/printers/*.yaml and from a publication's `printer:`.
namespace brochure::content {

/// PDF/X-4 (ISO 15930-7) or PDF/X-1a:2003 (ISO 15930-4).
enum class PrintStandard { x4, x1a };
/// How colours that the paper cannot show are brought into its range.
enum class Intent { perceptual, relative_bpc };
/// Photos in the printer's inks, or as they are with a profile that says what their numbers mean.
enum class PhotoColours { convert, tagged_srgb };

template <class T>
using Itself = T;

/// What a printer wants, each value in a `Slot`: itself, or one that may be empty.
template <template <class> class Slot>
struct PrinterValues {
    Slot<PrintStandard> standard;
    Slot<Length> bleed;                                               // past the trim, on every side
    Slot<bool> crop_marks, fold_marks, registration_marks, slug;      // outside the bleed
    Slot<std::string> condition, condition_registry, condition_info;  // of the output intent: "FOGRA39"
    Slot<Located<std::string>> profile;                               // an .icc file's name
    Slot<double> ink_limit;                                           // of all four inks together, per cent
    Slot<Intent> intent;
    Slot<PhotoColours> photos;
    Slot<Length> min_line, min_type;  // what is thinner or smaller is warned of
    Slot<double> ppi;                 // photos above it are resampled
    // The copier alone: the papers that lie in it, the usual one first; what it leaves white; how thick a leaf is.
    Slot<std::vector<std::string>> papers;  // "letter", "a4", ...
    Slot<Length> margin, caliper;
};

/// As written: some of it, on top of the profile that `like` names.
struct PrinterSettings : PrinterValues<std::optional> {
    std::optional<Located<std::string>> like;
    SourcePosition where;
};

/// All of it.
struct Printer : PrinterValues<Itself> {
    std::string name;  // of the profile it comes from: "us-offset"
    SourcePosition where;
};

/// `upper`, and what it leaves open from `lower`. `like` and `where` stay those of `upper`.
PrinterSettings over(PrinterSettings upper, const PrinterSettings& lower);

/// The printer that `settings` describe; what nobody said is as most printers have it.
Printer complete(const PrinterSettings& settings, std::string name);

/// Reads a file of content/printers/, reporting every fault.
PrinterSettings read_printer(FileId file, const SourceFiles& files, Diagnostics& found);

}  // namespace brochure::content
