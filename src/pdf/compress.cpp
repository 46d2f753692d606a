#include "pdf/compress.hpp"

#include <zlib.h>

#include <new>

namespace brochure::pdf {
namespace {

// Kept by each thread, since making its quarter of a megabyte costs as much as compressing a page.
class Deflater {
public:
    explicit Deflater(int level) {
        if (deflateInit(&stream_, level) != Z_OK) throw std::bad_alloc{};
    }
    ~Deflater() { deflateEnd(&stream_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    std::string run(std::string_view bytes) {
        deflateReset(&stream_);
        room_.resize(deflateBound(&stream_, bytes.size()));
        const void* from = bytes.data();
        void* to = room_.data();
        stream_.next_in = const_cast<Bytef*>(static_cast<const Bytef*>(from));  // zlib only reads it
        stream_.avail_in = static_cast<uInt>(bytes.size());
        stream_.next_out = static_cast<Bytef*>(to);
        stream_.avail_out = static_cast<uInt>(room_.size());
        deflate(&stream_, Z_FINISH);
        return room_.substr(0, stream_.total_out);
    }

private:
    z_stream stream_{};
    std::string room_;
};

}  // namespace

std::string deflated(std::string_view bytes, Effort effort) {
    thread_local Deflater quick{1};
    if (effort == Effort::quick) return quick.run(bytes);
    thread_local Deflater small{6};
    return small.run(bytes);
}

}  // namespace brochure::pdf
