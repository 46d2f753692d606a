#include "map/outlines.hpp"

#include <cmath>

// The packed files as they are: GCC and Clang hand the directive to the assembler. (A C++ array of as many numbers
// takes a second to compile and says nothing more.)
#define BROCHURE_EMBED(name, file)                                                                       \
    asm(".pushsection .rodata,\"a\",%progbits\n.global " #name "_begin\n.global " #name                  \
        "_end\n"                                                                                         \
        ".hidden " #name "_begin\n.hidden " #name "_end\n" #name "_begin:\n.incbin \"" file "\"\n" #name \
        "_end:\n.byte 0\n.popsection\n");                                                                \
    extern "C" const unsigned char name##_begin[], name##_end[];
BROCHURE_EMBED(brochure_land_coarse, BROCHURE_MAP_DATA "/land-110m.bin")
BROCHURE_EMBED(brochure_land_fine, BROCHURE_MAP_DATA "/land-50m.bin")
BROCHURE_EMBED(brochure_borders_coarse, BROCHURE_MAP_DATA "/borders-110m.bin")
BROCHURE_EMBED(brochure_borders_fine, BROCHURE_MAP_DATA "/borders-50m.bin")

namespace brochure::map {
namespace {

class Reader {
public:
    explicit Reader(std::span<const unsigned char> bytes) : at_{bytes.data()}, end_{at_ + bytes.size()} {}
    bool done() const { return at_ == end_; }
    unsigned char byte() { return at_ == end_ ? 0 : *at_++; }
    std::uint32_t number() {
        std::uint32_t value = 0;
        for (int shift = 0; at_ != end_ && shift < 32; shift += 7) {
            const unsigned char byte = *at_++;
            value |= static_cast<std::uint32_t>(byte & 127U) << shift;
            if (byte < 128) break;
        }
        return value;
    }
    std::int32_t signed_number() {
        const std::uint32_t value = number();
        return static_cast<std::int32_t>(value >> 1) ^ -static_cast<std::int32_t>(value & 1U);
    }

private:
    const unsigned char *at_, *end_;
};

// Points of this level and above keep a line within `tolerance` degrees. Two levels to an octave, from 0.004 degrees.
int level_of(double tolerance) {
    return tolerance > 0.004 ? static_cast<int>(std::floor(2 * std::log2(tolerance / 0.004))) : 0;
}

}  // namespace

Outlines unpack(std::span<const unsigned char> bytes, double tolerance) {
    Reader reader{bytes};
    const int level = level_of(tolerance);
    Outlines all;
    all.points.reserve(bytes.size() / 6);
    const std::uint32_t lines = reader.number();
    for (std::uint32_t i = 0; i < lines && !reader.done(); ++i) {
        const std::uint32_t count = reader.number();
        GridPoint point;
        for (std::uint32_t k = 0; k < count && !reader.done(); ++k) {
            const int own = reader.byte();
            point.longitude += reader.signed_number();
            point.latitude += reader.signed_number();
            if (own >= level) all.points.push_back(point);
        }
        all.starts.push_back(static_cast<std::uint32_t>(all.points.size()));
    }
    return all;
}

Outlines land(Detail detail, double tolerance) {
    return detail == Detail::coarse ? unpack({brochure_land_coarse_begin, brochure_land_coarse_end}, tolerance)
                                    : unpack({brochure_land_fine_begin, brochure_land_fine_end}, tolerance);
}

Outlines borders(Detail detail, double tolerance) {
    return detail == Detail::coarse ? unpack({brochure_borders_coarse_begin, brochure_borders_coarse_end}, tolerance)
                                    : unpack({brochure_borders_fine_begin, brochure_borders_fine_end}, tolerance);
}

}  // namespace brochure::map
