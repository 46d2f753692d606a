#pragma once
#include <string>
#include <vector>

#include "image/image.hpp"
#include "page/page.hpp"
#include "text/fonts.hpp"

namespace brochure::cli {

/// Two publications set from one design and with the same fonts have the same fingerprint when their files would be the
/// same. Says nothing across different designs or fonts.
std::string fingerprint(const page::Publication& publication, const std::vector<image::Raster>& rasters,
                        const text::Fonts& fonts);

}  // namespace brochure::cli
