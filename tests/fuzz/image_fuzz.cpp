#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

#include "image/image.hpp"

/// Any bytes are a photo, or an error in words. Run by libFuzzer, and over its corpus by the ordinary tests.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace brochure;

/// Every way an order can go: as it is, cut, and drawn again smaller.
void prepare_three_ways(const image::Photo& photo, Diagnostics& found) {
    const image::Cache none{{}};
    for (const double ppi : {200.0, 1000.0})
        for (const Region& crop : {Region{}, Region{0.3, 0.2, 0.5, 0.6}}) {
            image::Order order;
            order.photo = photo;
            order.crop = crop;
            order.placed = {Length::from_in(crop.width * photo.width / ppi),
                            Length::from_in(crop.height * photo.height / ppi)};
            const auto raster = image::prepare(order, none, found);
            if (!raster) {
                if (!found.has_errors()) std::abort();
                continue;
            }
            if (raster->width <= 0 || raster->height <= 0 || raster->length == 0) std::abort();
            std::uint64_t length = 0;
            for (const auto& piece : raster->data)
                length += std::holds_alternative<image::Bytes>(piece) ? std::get<image::Bytes>(piece)->size()
                                                                      : std::get<image::FileRange>(piece).length;
            if (length != raster->length) std::abort();
        }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const int fd = memfd_create("photo", MFD_CLOEXEC);
    if (fd < 0) return 0;
    if (write(fd, data, size) == static_cast<ssize_t>(size)) {
        Diagnostics found;
        const auto photo = image::probe("/proc/self/fd/" + std::to_string(fd), {}, found);
        if (!photo && !found.has_errors()) std::abort();
        // Large pictures only take time; that they are bounded is tested elsewhere.
        if (photo && std::int64_t{photo->width} * photo->height < 4'000'000) prepare_three_ways(*photo, found);
    }
    close(fd);
    return 0;
}
