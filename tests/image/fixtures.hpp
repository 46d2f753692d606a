#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "image/image.hpp"

/// Photos made on the spot, and plain decoders to look at what became of them.
namespace fixtures {

using Blob = std::vector<std::uint8_t>;
using Pixel = std::array<int, 4>;

/// A folder of its own, gone at the end of the scope.
class Folder {
public:
    Folder();
    Folder(const Folder&) = delete;
    ~Folder();
    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path put(const std::string& name, const Blob& bytes) const;

private:
    std::filesystem::path path_;
};

Blob slurp(const std::filesystem::path& file);
Blob text(std::string_view s);
Blob operator+(Blob a, const Blob& b);
bool contains(const Blob& hay, std::string_view needle);
int count(const Blob& hay, std::string_view needle);

/// Pixels by position, `channels` of them, 8 bits each.
struct Canvas {
    int width = 0, height = 0, channels = 3;
    Blob pixels;
    Pixel at(int x, int y) const;
};
Canvas paint(int width, int height, int channels, const std::function<Pixel(int, int)>& colour);
/// Red, green / blue, white quarters: tells every orientation from every other.
Canvas quarters(int width, int height);
/// A smooth picture with fine grain, that compresses as photos do.
Canvas scenery(int width, int height, int channels = 3);

struct Segment {
    int code = 0;
    Blob body{};
};
struct JpegOptions {
    int quality = 95;
    bool progressive = false, subsampled = true, ycck = false, jfif = true, rgb = false;
    int restart_rows = 0;
    std::vector<Segment> segments{};  // after JFIF
};
Blob jpeg(const Canvas& canvas, const JpegOptions& options = {});
/// The segments before the first scan, and where its entropy-coded data start.
std::vector<Segment> segments_of(const Blob& jpeg, std::size_t* data = nullptr);

Segment exif(int orientation, std::string_view secret = {}, bool big_endian = false);
std::vector<Segment> icc_segments(const Blob& profile, std::size_t chunk);
/// Of "RGB " (the primaries of sRGB), "GRAY" or "CMYK".
Blob icc_profile(std::string_view space, double gamma = 2.2);
/// Its header alone, and no tag behind it.
Blob hollow_profile(std::string_view space);

struct PngOptions {
    int bits = 8;
    bool palette = false, interlaced = false;
    std::vector<std::pair<std::string, Blob>> chunks{};
    int idats = 1;
};
Blob png(const Canvas& canvas, const PngOptions& options = {});
Blob deflated(const Blob& bytes);

/// All bytes of a raster's pieces, in order.
Blob bytes_of(const brochure::image::Raster& raster);
/// A raster decoded by libjpeg or zlib alone. CMYK as stored.
Canvas decoded(const brochure::image::Raster& raster);
Canvas decoded_jpeg(const Blob& bytes);

bool is_near(const Pixel& a, const Pixel& b, int tolerance = 12);

/// Probes and orders the whole photo at `ppi` pixels to the inch as placed.
brochure::image::Photo probed(const std::filesystem::path& file);
brochure::image::Order order(const std::filesystem::path& file, double ppi = 200, brochure::Region crop = {});
/// Prepares without a cache and without a word said.
brochure::image::Raster prepared(const brochure::image::Order& order);
/// The rule of the first diagnostic of probing and preparing; empty if there is none.
std::string rule_for(const std::filesystem::path& file, double ppi = 200, brochure::Region crop = {});

}  // namespace fixtures
