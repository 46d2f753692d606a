#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "image/file.hpp"
#include "image/image.hpp"

/// The marker structure of a JPEG file (ITU-T T.81, annex B), read without decoding a pixel.
namespace brochure::image {

enum class JpegFault {
    none,
    not_jpeg,
    cut_short,
    no_picture,
    garbled,
    lossless,
    arithmetic,
    hierarchical,
    deep,
    no_height,
    components,
    too_many_scans
};

struct IccChunk {
    int number = 0, count = 0;
    Range data;
};

/// What the segments say. `head()` fills all but `kept`, `end`, `kept_hash` and later ICC chunks; `body()` the rest.
struct JpegLayout {
    JpegFault fault = JpegFault::none;
    int width = 0, height = 0, bits = 8, components = 0;
    std::array<std::uint8_t, 4> ids{}, across{}, down{};  // component ids and sampling factors
    bool progressive = false, jfif = false, jfif_thumbnail = false;
    std::optional<int> adobe;  // the transform of Adobe's APP14
    Range jfif_segment, adobe_segment;
    std::optional<Range> exif;  // the block after "Exif\0\0"
    std::vector<IccChunk> icc;
    int restart_interval = 0, restarts = 0, scans = 0;
    std::vector<Range> kept;  // tables, frame, scan headers and entropy-coded data, in order; no APPn, no COM
    std::uint64_t next = 0;   // where reading goes on
    std::uint64_t end = 0;    // just behind EOI
    std::uint64_t kept_hash = 0;

    /// Whether the three components are red, green and blue and not YCbCr: libjpeg's rule.
    bool is_rgb() const;
    /// Whether the four components are YCCK and not CMYK.
    bool is_ycck() const { return components == 4 && adobe == 2; }
};

/// Reads the segments before the first scan. Reads 64 KB, more only where segments are longer.
JpegLayout read_jpeg_head(const InputFile& file);

/// Reads the whole file, once: every segment and the extent of the entropy-coded data up to EOI. What follows EOI (a
/// motion photo's film, a second picture) is not looked at.
JpegLayout read_jpeg_body(const InputFile& file);

/// Says what a fault means and what to do about it.
void report(JpegFault fault, const std::filesystem::path& file, SourcePosition where, Diagnostics& found);

}  // namespace brochure::image
