#pragma once
#include <cstdint>
#include <functional>
#include <vector>

namespace brochure::image {

/// How channel values mix: as light (they are sRGB-coded), as light with the last channel for alpha, or as they stand.
enum class Blend { light, light_with_alpha, values };

/// The input pixels that an output pixel gets its value from along one axis.
struct Taps {
    int start = 0, count = 0;
};
struct Kernel {
    static constexpr int one = 1 << 14;  // the weights of each output pixel add up to it exactly
    std::vector<Taps> taps;
    std::vector<std::int16_t> weights;  // `width` for each output pixel, zeros after its `count`
    std::size_t width = 0;              // even, for they are taken two by two
    bool is_copy = false;               // output i is input start + i
};

/// Catmull-Rom from the interval [from, to) of pixels to `count` pixels, widened to a low-pass when that is a
/// reduction. Looks at no pixel outside the interval: what a crop hides does not shine through. Source: Keys, "Cubic
/// Convolution Interpolation for Digital Image Processing", IEEE ASSP 29 (1981).
Kernel make_kernel(double from, double to, int count);

/// Resamples rows as they come, in whole numbers of 16 bits. Holds as many rows as the kernel is high.
class Resampler {
public:
    using Sink = std::function<void(const std::uint8_t*)>;
    /// `across` and `down` are in pixels of the rows pushed, each `width` pixels of `channels` bytes; a row of
    /// `across.taps.size()` pixels goes to `sink` as soon as it is known.
    Resampler(int width, int channels, Kernel across, Kernel down, Blend blend, Sink sink);
    void push(const std::uint8_t* row);

private:
    void emit();  // output row next_
    void mix_rows();
    void mix_columns();
    template <int pairs>
    void mix_columns_by();
    void encode();

    int width_, channels_;
    Kernel across_, down_;
    Blend blend_;
    Sink sink_;
    int first_ = 0, last_ = 0;  // columns that matter
    int depth_ = 1, row_ = 0;
    std::size_t next_ = 0;
    std::size_t stride_ = 0;                        // from row to row in ring_
    std::vector<std::int16_t> ring_, mixed_, out_;  // light; out_: one output row
    std::vector<const std::int16_t*> rows_;         // those that are being mixed, an even number
    std::vector<std::uint8_t> bytes_;
};

}  // namespace brochure::image
