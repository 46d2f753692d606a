#include "prepress/claims.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include "prepress/tags.hpp"

namespace brochure::prepress {
namespace {

// ISO 19005-2, 6.2.4.2: a profile of ICC.1:2010 or before, for a scanner, a screen, a press or a colour space.
// Bytes 8 and 12 to 15 of its header (ICC.1:2010, 7.2).
bool is_known_profile(const std::vector<std::uint8_t>& profile) {
    constexpr std::array<std::string_view, 4> kinds{"scnr", "mntr", "prtr", "spac"};
    if (profile.size() < 128 || profile[8] > 4) return false;
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](std::string_view kind) { return std::memcmp(&profile[12], kind.data(), 4) == 0; });
}

const char* why_no_archive(const image::Raster& raster) {
    if (raster.icc && !is_known_profile(*raster.icc)) return "a colour profile of a kind that no archive takes";
    if (raster.colour == image::Colour::cmyk && !raster.icc) return "inks of no press that is named";
    return nullptr;
}

bool check_colours(const page::Publication& publication, const std::vector<image::Raster>& rasters,
                   Diagnostics& found) {
    bool good = true;
    for (std::size_t i = 0; i < std::min(rasters.size(), publication.pictures.size()); ++i) {
        const char* why = why_no_archive(rasters[i]);
        if (!why) continue;
        good = false;
        found.warning(publication.pictures[i].photo.where, "no-pdf-a",
                      std::string{"the photo has "} + why + "; the file '" + publication.name +
                          "' does not call itself fit for archives (PDF/A-2a)",
                      "save the photo as sRGB");
    }
    return good;
}

}  // namespace

Claims claims_of(const page::Publication& publication, Edition edition, const std::vector<image::Raster>& rasters,
                 Diagnostics& found) {
    if (edition == Edition::print) return {};
    const bool tags = check_tags(publication, found);
    const bool colours = check_colours(publication, rasters, found);
    return {tags, tags && colours};
}

}  // namespace brochure::prepress
