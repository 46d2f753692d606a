#include "image/turn.hpp"

#include <cstring>

namespace brochure::image {
namespace {

/// Seen pixel (x, y) is stored pixel (x, y), mirrored and transposed so:
struct Turn {
    bool transpose, mirror_across, mirror_down;
};

Turn turn_of(int orientation) {
    switch (orientation) {  // mirrors in stored coordinates
        case 2:
            return {false, true, false};
        case 3:
            return {false, true, true};
        case 4:
            return {false, false, true};
        case 5:
            return {true, false, false};
        case 6:
            return {true, false, true};
        case 7:
            return {true, true, true};
        case 8:
            return {true, true, false};
        default:
            return {false, false, false};
    }
}

template <std::size_t channels>
void copy_turned(const std::uint8_t* from, std::uint8_t* to, int seen_width, int seen_height, std::ptrdiff_t origin,
                 std::ptrdiff_t step_across, std::ptrdiff_t step_down) {
    // In tiles, so that a transposition meets each cache line of the source once and not once a pixel.
    constexpr int tile = 32;
    for (int top = 0; top < seen_height; top += tile)
        for (int left = 0; left < seen_width; left += tile)
            for (int y = top; y < seen_height && y < top + tile; ++y)
                for (int x = left; x < seen_width && x < left + tile; ++x)
                    std::memcpy(to + (std::size_t(y) * seen_width + x) * channels,
                                from + (origin + x * step_across + y * step_down) * std::ptrdiff_t{channels}, channels);
}

}  // namespace

PixelRect as_stored(const PixelRect& seen, int width, int height, int orientation) {
    const Turn turn = turn_of(orientation);
    PixelRect r = turn.transpose ? PixelRect{seen.top, seen.left, seen.bottom, seen.right} : seen;
    const int stored_width = turn.transpose ? height : width, stored_height = turn.transpose ? width : height;
    if (turn.mirror_across) r = {stored_width - r.right, r.top, stored_width - r.left, r.bottom};
    if (turn.mirror_down) r = {r.left, stored_height - r.bottom, r.right, stored_height - r.top};
    return r;
}

std::vector<std::uint8_t> turned(const std::vector<std::uint8_t>& pixels, int width, int height, int channels,
                                 int orientation) {
    const Turn turn = turn_of(orientation);
    const int seen_width = turn.transpose ? height : width, seen_height = turn.transpose ? width : height;
    const std::ptrdiff_t across = turn.mirror_across ? -1 : 1, down = turn.mirror_down ? -width : width;
    const std::ptrdiff_t origin =
        (turn.mirror_across ? width - 1 : 0) + (turn.mirror_down ? std::ptrdiff_t{height - 1} * width : 0);
    const auto step_across = turn.transpose ? down : across, step_down = turn.transpose ? across : down;
    std::vector<std::uint8_t> seen(pixels.size());
    const auto copy = channels == 1   ? copy_turned<1>
                      : channels == 2 ? copy_turned<2>
                      : channels == 3 ? copy_turned<3>
                                      : copy_turned<4>;
    copy(pixels.data(), seen.data(), seen_width, seen_height, origin, step_across, step_down);
    return seen;
}

}  // namespace brochure::image
