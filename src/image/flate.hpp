#pragma once
#include <cstdint>
#include <memory>
#include <vector>

namespace brochure::image {

/// Deflates rows of 8-bit channels, each with the PNG filter that suits it (ISO 32000-1, 7.4.4.4, predictor 15).
class FlateWriter {
public:
    FlateWriter(int width, int channels);
    FlateWriter(FlateWriter&&) noexcept;
    ~FlateWriter();
    void write(const std::uint8_t* row);
    /// The zlib stream; empty when memory ran out.
    std::vector<std::uint8_t> finish();

private:
    struct Stream;
    std::unique_ptr<Stream> stream_;
    std::size_t row_, step_;
    std::vector<std::uint8_t> above_, tried_[5];
};

}  // namespace brochure::image
