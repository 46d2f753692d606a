#include "pdf/compress.hpp"

#include <libdeflate.h>

#include <memory>
#include <new>

namespace brochure::pdf {
namespace {

// Kept by each thread, since making it costs as much as compressing a page.
class Deflater {
public:
    explicit Deflater(int level) : own_{libdeflate_alloc_compressor(level)} {
        if (!own_) throw std::bad_alloc{};
    }

    std::string run(std::string_view bytes) {
        room_.resize(libdeflate_zlib_compress_bound(own_.get(), bytes.size()));
        const std::size_t size =
            libdeflate_zlib_compress(own_.get(), bytes.data(), bytes.size(), room_.data(), room_.size());
        return room_.substr(0, size);
    }

private:
    struct Free {
        void operator()(libdeflate_compressor* it) const noexcept { libdeflate_free_compressor(it); }
    };
    std::unique_ptr<libdeflate_compressor, Free> own_;
    std::string room_;
};

}  // namespace

std::string deflated(std::string_view bytes, Effort effort) {
    thread_local Deflater quick{1};
    if (effort == Effort::quick) return quick.run(bytes);
    thread_local Deflater small{9};
    return small.run(bytes);
}

}  // namespace brochure::pdf
