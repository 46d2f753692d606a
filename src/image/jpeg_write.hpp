#pragma once
#include <functional>

#include "image/jpeg_trap.hpp"

namespace brochure::image {

/// Encodes rows as a baseline JPEG in memory: 4:4:4 above quality 90, else 4:2:0; CMYK (4 channels) never subsampled.
class JpegWriter {
public:
    JpegWriter();
    JpegWriter(const JpegWriter&) = delete;
    ~JpegWriter();

    bool start(int width, int height, int channels, int quality);
    bool write(const std::uint8_t* row);
    /// The whole file; empty after an error.
    std::vector<std::uint8_t> finish();

private:
    bool close();
    jpeg_compress_struct info_{};
    JpegTrap trap_;
    JpegSink sink_;
};

}  // namespace brochure::image
