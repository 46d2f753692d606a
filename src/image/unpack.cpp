#include "image/unpack.hpp"

#include <zlib.h>

#include <cstdlib>

#include "image/file.hpp"
#include "image/jpeg_trap.hpp"

namespace brochure::image {
namespace {

int channels_of(Colour colour) {
    return colour == Colour::grey ? 1 : colour == Colour::rgb ? 3 : 4;
}

/// All pieces one after another; empty when one cannot be read.
std::vector<std::uint8_t> gathered(const Raster& raster) {
    std::vector<std::uint8_t> all;
    all.reserve(raster.length);
    for (const Piece& piece : raster.data) {
        if (const auto* held = std::get_if<Bytes>(&piece)) {
            all.insert(all.end(), (*held)->begin(), (*held)->end());
            continue;
        }
        const auto& range = std::get<FileRange>(piece);
        const auto file = InputFile::open(range.file);
        if (!file) return {};
        const auto bytes = file->bytes({range.offset, range.length});
        if (bytes.size() != range.length) return {};
        all.insert(all.end(), bytes.begin(), bytes.end());
    }
    return all;
}

/// libjpeg leaves by longjmp: what it works on lives here, and each step has no local with a destructor.
class Decoder {
public:
    Decoder() {
        info_.err = trap_.install();
        if (setjmp(trap_.jump)) return;
        jpeg_create_decompress(&info_);
    }
    Decoder(const Decoder&) = delete;
    ~Decoder() { jpeg_destroy_decompress(&info_); }

    bool start(const std::vector<std::uint8_t>& bytes) {
        if (setjmp(trap_.jump)) return false;
        jpeg_mem_src(&info_, bytes.data(), bytes.size());
        jpeg_read_header(&info_, TRUE);
        if (info_.num_components == 4) info_.out_color_space = JCS_CMYK;
        return jpeg_start_decompress(&info_) != FALSE;
    }
    bool fits(const Pixels& pixels) const {
        return static_cast<int>(info_.output_width) == pixels.width &&
               static_cast<int>(info_.output_height) == pixels.height && info_.output_components == pixels.channels;
    }
    bool read(std::uint8_t* row) {
        if (setjmp(trap_.jump)) return false;
        return jpeg_read_scanlines(&info_, &row, 1) == 1;
    }

private:
    jpeg_decompress_struct info_{};
    JpegTrap trap_;
};

bool from_jpeg(const std::vector<std::uint8_t>& bytes, Pixels& pixels) {
    Decoder decoder;
    if (!decoder.start(bytes) || !decoder.fits(pixels)) return false;
    const std::size_t row = pixels.bytes.size() / static_cast<std::size_t>(pixels.height);
    for (std::size_t at = 0; at < pixels.bytes.size(); at += row)
        if (!decoder.read(&pixels.bytes[at])) return false;
    return true;
}

/// PNG, clause 9.4.
int paeth(int left, int above, int corner) {
    const int p = left + above - corner, a = std::abs(p - left), b = std::abs(p - above), c = std::abs(p - corner);
    return a <= b && a <= c ? left : b <= c ? above : corner;
}

/// Takes PNG's filters off rows that begin with the filter's number (PNG, clause 9.2).
bool unfilter(const std::vector<std::uint8_t>& filtered, Pixels& pixels) {
    const auto step = static_cast<std::size_t>(pixels.channels), row = step * static_cast<std::size_t>(pixels.width);
    const std::vector<std::uint8_t> nothing(row, 0);
    const std::uint8_t* above = nothing.data();
    const std::uint8_t* from = filtered.data();
    for (std::uint8_t* to = pixels.bytes.data(); to != pixels.bytes.data() + pixels.bytes.size(); to += row) {
        const int filter = *from++;
        if (filter > 4) return false;
        for (std::size_t i = 0; i < row; ++i) {
            const int left = i >= step ? to[i - step] : 0, corner = i >= step ? above[i - step] : 0;
            const int guess[] = {0, left, above[i], (left + above[i]) / 2, paeth(left, above[i], corner)};
            to[i] = static_cast<std::uint8_t>(*from++ + guess[filter]);
        }
        above = to;
    }
    return true;
}

bool from_flate(const std::vector<std::uint8_t>& bytes, bool predictor, Pixels& pixels) {
    std::vector<std::uint8_t> filtered(pixels.bytes.size() + (predictor ? static_cast<std::size_t>(pixels.height) : 0));
    uLongf size = filtered.size();
    if (uncompress(filtered.data(), &size, bytes.data(), bytes.size()) != Z_OK || size != filtered.size()) return false;
    if (predictor) return unfilter(filtered, pixels);
    pixels.bytes = std::move(filtered);
    return true;
}

}  // namespace

std::optional<Pixels> unpack(const Raster& raster) {
    if (raster.width <= 0 || raster.height <= 0 || raster.bits != 8) return std::nullopt;
    Pixels pixels{raster.width, raster.height, channels_of(raster.colour), {}};
    pixels.bytes.resize(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) *
                        static_cast<std::size_t>(pixels.channels));
    const auto bytes = gathered(raster);
    if (bytes.empty()) return std::nullopt;
    const bool good = raster.filter == Raster::Filter::dct ? from_jpeg(bytes, pixels)
                                                           : from_flate(bytes, raster.predictor_png, pixels);
    if (!good) return std::nullopt;
    if (raster.inverted)
        for (std::uint8_t& byte : pixels.bytes) byte = static_cast<std::uint8_t>(255 - byte);
    return pixels;
}

std::optional<Pixels> unpack_ink(const Raster& raster) {
    if (raster.colour == Colour::rgb) return std::nullopt;
    auto pixels = unpack(raster);
    if (!pixels || pixels->channels == 4) return pixels;
    Pixels ink{pixels->width, pixels->height, 4, std::vector<std::uint8_t>(4 * pixels->bytes.size())};
    for (std::size_t i = 0; i < pixels->bytes.size(); ++i)
        ink.bytes[4 * i + 3] = static_cast<std::uint8_t>(255 - pixels->bytes[i]);
    return ink;
}

}  // namespace brochure::image
