#pragma once
#include <optional>
#include <vector>

#include "image/unpack.hpp"
#include "page/page.hpp"

namespace brochure::prepress {

/// The pixels of a publication's pictures as ink, decoded when they are first asked for. The last one is kept: of a
/// page's pictures one is looked at again and again.
class InkOfPictures {
public:
    /// Borrows the rasters, one for each picture.
    explicit InkOfPictures(const std::vector<image::Raster>& rasters) : rasters_{rasters} {}
    /// Null when they are colours of light, or have gone. `mask`: null when there is none.
    struct Decoded {
        const image::Pixels *ink = nullptr, *mask = nullptr;
    };
    Decoded of(std::size_t picture);

private:
    const std::vector<image::Raster>& rasters_;
    std::optional<std::size_t> known_;
    std::optional<image::Pixels> ink_, mask_;
};

/// Where the pixels of a placed picture lie on its page: more than `clip` shows.
Rect covered_by(const page::PlacedPicture& placed, const Region& crop, const image::Raster& raster);

/// The ink on `page` under the first `items` of its items, looked at from straight above: `area`, as `width` x `height`
/// pixels of four channels. Shapes, lines and pictures are painted as a press does, black that overprints on what is
/// below it. Text is not: layout puts it on top of all pictures.
image::Pixels backdrop(const page::Publication& publication, const page::Page& page, std::size_t items,
                       const Rect& area, int width, int height, const std::vector<image::Raster>& rasters,
                       InkOfPictures& pictures);

/// Takes the transparency out of the rasters: mixes each that has a soft mask with what lies below it where it is
/// placed. `rasters`: one for each of the publication's pictures, in ink.
void flatten(const page::Publication& publication, std::vector<image::Raster>& rasters);

}  // namespace brochure::prepress
