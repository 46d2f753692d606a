#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/geometry.hpp"
#include "base/source.hpp"

/// image: photo file + crop + size + colour target -> encoded raster. Photos are probed without decoding, turned,
/// cropped, resampled and, if need be, refused; good JPEGs pass through untouched. It does not know where on a page
/// a photo lands. Drawings (SVG) count as photos of 1,000 pixels that are drawn as finely as they are printed.
namespace brochure::image {

enum class Format { jpeg, png, heif, avif, svg, other };  // other: what else stb_image reads
enum class Colour { grey, rgb, cmyk };

struct Light;
class Press;

/// What the file's head says, nothing decoded. Width and height are as seen, after EXIF turning.
struct Photo {
    std::filesystem::path file;
    Format format = Format::jpeg;
    int width = 0, height = 0;  // pixels
    int orientation = 1;        // EXIF, 1 to 8
    Colour colour = Colour::rgb;
    int bits = 8;
    bool alpha = false, progressive = false, adobe_inverted = false;
    std::uint64_t bytes = 0;
    SourcePosition where;
    std::shared_ptr<const Light> light;  // how light it is where, if somebody has looked: light_of() in light.hpp
};

/// Looks at the head of `file`. The kind is found by content, not by name. A missing file, a directory, a FIFO, a
/// video, a cut or lying file is an error at `where` with its own words. Reads a bounded part of the file, allocates
/// little.
std::optional<Photo> probe(const std::filesystem::path& file, SourcePosition where, Diagnostics& found);

/// A colour of light and the ink (0 to 255 of each) that the page beside a photo prints it with.
struct InkMatch {
    std::array<std::uint8_t, 3> srgb{};
    std::array<std::uint8_t, 4> ink{};
    auto operator<=>(const InkMatch&) const = default;
};

/// What a page wants of a photo.
struct Order {
    Photo photo;
    Region crop;                              // the part that shows, of the photo as seen
    Size placed;                              // of that part on the page
    double max_ppi = 300;                     // resample above this; 0: never
    int quality = 88;                         // of a re-encoded JPEG
    std::shared_ptr<const Press> press = {};  // converts it to the printer's inks; null: colours stay
    std::vector<InkMatch> matches = {};       // so that a sky that runs into a ground still does in ink
    bool grey = false;                        // in one channel, however coloured the photo is
};

/// Bytes of the file itself, streamed when written, never held.
struct FileRange {
    std::filesystem::path file;
    std::uint64_t offset = 0, length = 0;
};
using Bytes = std::shared_ptr<const std::vector<std::uint8_t>>;
using Piece = std::variant<Bytes, FileRange>;

/// A finished picture stream for a PDF image XObject: its pieces one after another.
struct Raster {
    enum class Filter { dct, flate };
    Filter filter = Filter::dct;
    int width = 0, height = 0, bits = 8;
    Colour colour = Colour::rgb;
    bool inverted = false;       // Adobe CMYK: Decode [1 0 1 0 1 0 1 0]
    bool predictor_png = false;  // flate rows carry PNG predictor bytes
    std::vector<Piece> data;
    std::uint64_t length = 0;
    Bytes icc;                                // null: sRGB (or DeviceGray/DeviceCMYK)
    std::shared_ptr<const Raster> soft_mask;  // 8-bit grey, flate; of 1 bit: a stencil, a set bit hides the pixel
    Region shows;                             // the part of the photo as seen that the pixels cover; contains `crop`
    double ink = 0;                           // of a pixel that has the most, per cent; 0: it was not made for a press
    std::uint64_t identity = 0;               // equal rasters have equal identities: embed once
};

/// Where finished rasters are kept between runs, keyed by content hash and target. Safe with several processes at once;
/// a cache file cut short is a miss. Empty `folder`: no cache.
class Cache {
public:
    explicit Cache(std::filesystem::path folder) : folder_{std::move(folder)} {}
    const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
};

/// Makes the raster an order asks for: passes the JPEG through when it needs no turning, no colour change, hides no
/// more than a tenth of its pixels and is not above `max_ppi`; else decodes at reduced DCT scale, resamples once,
/// encodes once. Private metadata never gets through. Safe to call from several threads; memory is bounded per call.
std::optional<Raster> prepare(const Order& order, const Cache& cache, Diagnostics& found);

/// Prepares orders on `cores` threads; results in the order of `orders`, diagnostics too.
std::vector<std::optional<Raster>> prepare_all(const std::vector<Order>& orders, const Cache& cache, int cores,
                                               Diagnostics& found);

/// What the knife takes from each side of a frame: the bleed that reaches beyond the trim.
struct Trimmed {
    Length left, top, right, bottom;
};

/// The largest rectangle of the frame's aspect ratio in `usable`, its centre as near `focus` as the edges allow, moved
/// so that `protect` stays whole in what the knife leaves of the frame, and then so that as few of `whole` as can be
/// are cut (nearest first; of what must be cut, the more the better is shown).
struct Crop {
    Region region;
    double loss = 0;
    bool keeps_protected = true;
};
Crop crop_to(const Photo& photo, Size frame, std::array<double, 2> focus, const std::optional<Region>& protect,
             const std::optional<Region>& usable, const Trimmed& trimmed = {}, const std::vector<Region>& whole = {});

/// Pixels per inch of `crop` when it fills `placed`: the smaller of the two directions.
double effective_ppi(const Photo& photo, const Region& crop, Size placed);

}  // namespace brochure::image
