#include "pdf/pdf.hpp"

#include "pdf/subsets.hpp"
#include "pdf/writer.hpp"

namespace brochure::pdf {

std::shared_ptr<Subsets> shared_subsets() {
    return std::make_shared<Subsets>();
}

std::optional<Written> write(const prepress::Sheets& sheets, const std::vector<image::Raster>& rasters,
                             const text::Fonts& fonts, const Target& target, const std::filesystem::path& file,
                             Diagnostics& found) {
    const Faces faces = [&fonts](text::FaceId face) -> const text::FaceInfo& { return fonts.info(face); };
    return write_document(sheets, rasters, faces, target, file, found);
}

}  // namespace brochure::pdf
