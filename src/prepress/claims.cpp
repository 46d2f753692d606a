#include "prepress/claims.hpp"

#include <algorithm>

#include "image/icc.hpp"
#include "prepress/tags.hpp"

namespace brochure::prepress {
namespace {

const char* why_no_archive(const image::Raster& raster) {
    if (raster.icc && !image::is_profile_of_standards(*raster.icc))
        return "a colour profile of a kind that no archive takes";
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

// Photos that stay in their own colours bring their profiles along, and the standard does not take every one.
bool check_profiles(const page::Publication& publication, const std::vector<image::Raster>& rasters,
                    Diagnostics& found) {
    bool good = true;
    for (std::size_t i = 0; i < std::min(rasters.size(), publication.pictures.size()); ++i) {
        if (!rasters[i].icc || image::is_profile_of_standards(*rasters[i].icc)) continue;
        good = false;
        found.error(publication.pictures[i].photo.where, "no-pdf-x",
                    "the photo's colour profile is not one of ICC version 2 or 4, and PDF/X-4 takes no other",
                    "save the photo as sRGB, or choose 'photos: convert' for the printer");
    }
    return good;
}

}  // namespace

Claims claims_of(const page::Publication& publication, Edition edition, const std::vector<image::Raster>& rasters,
                 Diagnostics& found) {
    if (edition == Edition::print) return {.pdf_x = check_profiles(publication, rasters, found)};
    const bool tags = check_tags(publication, found);
    const bool colours = check_colours(publication, rasters, found);
    return {tags, tags && colours};
}

}  // namespace brochure::prepress
