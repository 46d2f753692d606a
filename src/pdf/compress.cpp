#include "pdf/compress.hpp"

#include <libdeflate.h>

#include <memory>
#include <new>

namespace brochure::pdf {
namespace {
// Measured on streams of running text; see tests/pdf/README.md.
constexpr int level = 4;
}  // namespace

std::string deflated(std::string_view bytes) {
    struct Free {
        void operator()(libdeflate_compressor* it) const noexcept { libdeflate_free_compressor(it); }
    };
    // One for each thread, since its tables cost more to make than a page to compress.
    thread_local const std::unique_ptr<libdeflate_compressor, Free> compressor{libdeflate_alloc_compressor(level)};
    if (!compressor) throw std::bad_alloc{};
    std::string out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
    out.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
    out.shrink_to_fit();
    return out;
}

}  // namespace brochure::pdf
