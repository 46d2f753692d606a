#include "image/flate.hpp"

#include <zlib.h>

#include <cstdlib>

namespace brochure::image {
namespace {

/// PNG, clause 9.4.
std::uint8_t paeth(int left, int above, int corner) {
    const int p = left + above - corner, a = std::abs(p - left), b = std::abs(p - above), c = std::abs(p - corner);
    return static_cast<std::uint8_t>(a <= b && a <= c ? left : b <= c ? above : corner);
}

/// The sum of the bytes as signed differences: libpng's measure of what will deflate well.
std::uint64_t roughness(const std::vector<std::uint8_t>& filtered) {
    std::uint64_t sum = 0;
    for (std::size_t i = 1; i < filtered.size(); ++i) sum += filtered[i] < 128 ? filtered[i] : 256u - filtered[i];
    return sum;
}

}  // namespace

struct FlateWriter::Stream {
    z_stream z{};
    bool good = false;
    std::vector<std::uint8_t> bytes;

    // Level 5: on photos level 6 takes half as long again for half a per cent.
    Stream() : good{deflateInit2(&z, 5, Z_DEFLATED, 15, 8, Z_FILTERED) == Z_OK} {}
    Stream(const Stream&) = delete;
    ~Stream() { deflateEnd(&z); }

    void put(const std::uint8_t* from, std::size_t count, int flush) {
        z.next_in = const_cast<std::uint8_t*>(from);  // zlib only reads it
        z.avail_in = static_cast<uInt>(count);
        std::uint8_t room[32 * 1024];
        do {
            z.next_out = room;
            z.avail_out = sizeof room;
            good = good && deflate(&z, flush) != Z_STREAM_ERROR;
            bytes.insert(bytes.end(), room, room + (sizeof room - z.avail_out));
        } while (good && z.avail_out == 0);
    }
};

FlateWriter::FlateWriter(int width, int channels)
    : stream_{std::make_unique<Stream>()},
      row_{std::size_t(width) * channels},
      step_{static_cast<std::size_t>(channels)},
      above_(row_) {
    for (int f = 0; f < 5; ++f) {
        tried_[f].resize(row_ + 1);
        tried_[f][0] = static_cast<std::uint8_t>(f);
    }
}

FlateWriter::FlateWriter(FlateWriter&&) noexcept = default;
FlateWriter::~FlateWriter() = default;

void FlateWriter::write(const std::uint8_t* row) {
    for (std::size_t i = 0; i < row_; ++i) {
        const int v = row[i], left = i >= step_ ? row[i - step_] : 0, above = above_[i],
                  corner = i >= step_ ? above_[i - step_] : 0;
        tried_[0][i + 1] = row[i];
        tried_[1][i + 1] = static_cast<std::uint8_t>(v - left);
        tried_[2][i + 1] = static_cast<std::uint8_t>(v - above);
        tried_[3][i + 1] = static_cast<std::uint8_t>(v - (left + above) / 2);
        tried_[4][i + 1] = static_cast<std::uint8_t>(v - paeth(left, above, corner));
    }
    std::size_t best = 0;
    std::uint64_t least = roughness(tried_[0]);
    for (std::size_t f = 1; f < 5; ++f)
        if (const auto r = roughness(tried_[f]); r < least) best = f, least = r;
    stream_->put(tried_[best].data(), tried_[best].size(), Z_NO_FLUSH);
    above_.assign(row, row + row_);
}

std::vector<std::uint8_t> FlateWriter::finish() {
    stream_->put(nullptr, 0, Z_FINISH);
    if (!stream_->good) return {};
    return std::move(stream_->bytes);
}

}  // namespace brochure::image
