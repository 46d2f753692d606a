#include "pdf/pdf.hpp"

#include "pdf/output.hpp"
#include "pdf/shared_parts.hpp"
#include "pdf/writer.hpp"

namespace brochure::pdf {

std::shared_ptr<SharedParts> shared_parts() {
    return std::make_shared<SharedParts>();
}

std::optional<Written> write(const prepress::Sheets& sheets, const std::vector<image::Raster>& rasters,
                             const text::Fonts& fonts, const Target& target, const std::filesystem::path& file,
                             Diagnostics& found) {
    const Faces faces = [&fonts](text::FaceId face) -> const text::FaceInfo& { return fonts.info(face); };
    return write_document(sheets, rasters, faces, target, file, found);
}

std::optional<Written> write_again(const std::filesystem::path& made, const Written& as,
                                   const std::filesystem::path& file, Diagnostics& found) {
    Output output{file};
    if (output.copy({made, 0, as.bytes}) && output.commit()) return as;
    found.failure("cannot-write", output.problem());
    return std::nullopt;
}

}  // namespace brochure::pdf
