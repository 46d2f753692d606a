#pragma once
#include <filesystem>
#include <optional>
#include <vector>

#include "base/diagnostics.hpp"
#include "image/image.hpp"
#include "prepress/claims.hpp"
#include "prepress/prepress.hpp"
#include "text/fonts.hpp"

/// pdf: sheets + target -> bytes. The only room that has heard of libharu. It makes no layout decision.
namespace brochure::pdf {

class SharedParts;

/// A file for a press: which standard it keeps, and the press, paper and inks that its colours are made for. Pictures
/// come in these inks already, or tagged with profiles (for X-4).
struct Print {
    enum class Standard { x4, x1a };  // ISO 15930-7, ISO 15930-4 (PDF/X-1a:2003)
    Standard standard = Standard::x4;
    std::string condition, registry, info;  // of the output intent: "FOGRA39", "http://www.color.org", words
    image::Bytes profile;                   // ICC, an output profile for CMYK
};

/// What the document is written for; everything but the sheets.
struct Target {
    std::string producer;                      // "brochure 0.1.0"
    int cores = 1;                             // threads for subsetting and compressing
    std::optional<Print> print = {};           // for the edition of that name
    prepress::Claims claims = {};              // standards of the other editions that the file says it keeps to
    std::shared_ptr<SharedParts> shared = {};  // of all files of a run; null: all is made for this file alone
};

struct Written {
    std::size_t pages = 0;
    std::uint64_t bytes = 0;
};

/// For `Target::shared` of all files that are written of the same publications.
std::shared_ptr<SharedParts> shared_parts();

/// Writes the sheets to `file`: to a temporary file in the same folder, synced, renamed. On failure nothing of that
/// name is touched and `found` says why. `rasters[i]` belongs to `publication.pictures[i]`. The bytes depend on the
/// arguments alone: no clock, locale, folder or address gets in.
std::optional<Written> write(const prepress::Sheets& sheets, const std::vector<image::Raster>& rasters,
                             const text::Fonts& fonts, const Target& target, const std::filesystem::path& file,
                             Diagnostics& found);

/// Writes a file that `write` made once more, under another name, in the same way.
std::optional<Written> write_again(const std::filesystem::path& made, const Written& as,
                                   const std::filesystem::path& file, Diagnostics& found);

}  // namespace brochure::pdf
