#pragma once
#include "image/jpeg_trap.hpp"
#include "image/turn.hpp"

namespace brochure::image {

/// Decodes a part of a JPEG at `eighths`/8 of its size, row by row: grey, RGB or CMYK as stored, 8 bits a channel.
/// Memory: some rows for a sequential file, all coefficients (2 bytes each) for a progressive one.
class JpegReader {
public:
    explicit JpegReader(const InputFile& file);
    JpegReader(const JpegReader&) = delete;
    ~JpegReader();

    /// Reads the header and starts at `part` of the reduced picture. False: see `trap()`.
    bool start(int eighths, const PixelRect& part);
    /// What is delivered: at least `part`, in width perhaps more, since decoding starts at block borders.
    int left() const { return left_; }
    int width() const { return static_cast<int>(info_.output_width); }
    int channels() const { return info_.output_components; }
    /// The next row, width() * channels() bytes. False: an error, or all rows of the part are out.
    bool read(std::uint8_t* row);

    /// Reads on to the file's end, so that what is missing or broken behind the part shows too. False: an error.
    bool finish();

    const JpegTrap& trap() const { return trap_; }
    bool is_whole() const { return !trap_.damaged && !source_.cut_short; }

private:
    bool read_on(JSAMPARRAY last);

    jpeg_decompress_struct info_{};
    JpegTrap trap_;
    JpegSource source_;
    jpeg_progress_mgr progress_{};
    int left_ = 0, bottom_ = 0;
};

/// Bytes of libjpeg's coefficient arrays for a whole picture.
std::uint64_t coefficient_bytes(const struct JpegLayout& layout);

/// Decodes the whole at an eighth and says whether nothing is missing or broken; an error in `found` if something is.
bool is_jpeg_sound(const InputFile& file, const std::filesystem::path& name, SourcePosition where, Diagnostics& found);

/// The words for a decoder that gave up or found holes.
void report_jpeg(const JpegTrap& trap, const std::filesystem::path& file, SourcePosition where, Diagnostics& found);

}  // namespace brochure::image
