#pragma once
#include <map>
#include <string>

#include "image/image.hpp"
#include "pdf/haru.hpp"
#include "prepress/prepress.hpp"

namespace brochure::pdf {

/// Adds images to a document; equal ICC profiles are added once.
class PictureWriter {
public:
    PictureWriter(prepress::Edition edition, HaruDocument& document) : edition_{edition}, document_{document} {}
    /// `raster` is borrowed until the document is written.
    Ref add(const image::Raster& raster);

private:
    std::string colour_space(const image::Raster& raster);
    Ref profile(std::string_view bytes, int channels);

    prepress::Edition edition_;
    HaruDocument& document_;
    std::map<std::string, Ref, std::less<>> profiles_;  // by their bytes
};

}  // namespace brochure::pdf
