#include "image/resample.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <numeric>

namespace brochure::image {
namespace {

using Light = std::int16_t;
using Lights = Light __attribute__((vector_size(16)));
using Sums = std::int32_t __attribute__((vector_size(16)));
using Halves = std::int64_t __attribute__((vector_size(16)));

double catmull_rom(double x) {
    x = std::abs(x);
    if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
    if (x < 2) return ((-0.5 * x + 2.5) * x - 4) * x + 2;
    return 0;
}

double to_light(double v) {
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}  // IEC 61966-2-1
double from_light(double v) {
    return v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
}

/// Steps of light that are told apart: near black, where the curve is steepest, a fifth of an 8-bit step. Sixteen bits
/// leave room for what the kernel overshoots.
constexpr int fine = 16383;
/// From a sixteenth of the light on, where an 8-bit step is thirty of them wide, four are one: the table that turns
/// light into bytes then leaves the first-level cache to the pixels.
constexpr int coarse_from = 1024, coarse_shift = 2, codes = coarse_from + (fine + 1 - coarse_from) / 4;

struct Curves {
    std::array<Light, 256> light{}, plain{};
    std::array<std::uint8_t, codes> coded{}, rounded{};  // by codes_of
    Curves() {
        for (int i = 0; i < 256; ++i) {
            light[i] = static_cast<Light>(std::lround(to_light(i / 255.0) * fine));
            plain[i] = static_cast<Light>(std::lround(i * (fine / 255.0)));
        }
        for (int i = 0; i < codes; ++i) {
            const double middle = i < coarse_from ? i : coarse_from + 4 * (i - coarse_from) + 1.5;
            coded[i] = static_cast<std::uint8_t>(std::lround(from_light(middle / fine) * 255));
            rounded[i] = static_cast<std::uint8_t>(std::lround(middle * 255 / fine));
        }
    }
};

const Curves& curves() {
    static const Curves tables;  // 11 KB computed once, never changed
    return tables;
}

Lights load(const Light* from) {
    Lights eight;
    std::memcpy(&eight, from, sizeof eight);
    return eight;
}
/// The first four; the others are zero.
Lights load_four(const Light* from) {
    std::int64_t four = 0;
    std::memcpy(&four, from, sizeof four);
    return std::bit_cast<Lights>(Halves{four, 0});
}
void store_four(Light* to, Lights eight, int half) {
    const std::int64_t four = std::bit_cast<Halves>(eight)[half];
    std::memcpy(to, &four, sizeof four);
}

Lights first_halves(Lights a, Lights b) {
    return __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
}
Lights second_halves(Lights a, Lights b) {
    return __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
}

/// Two weights, over and over.
Lights pair_at(const Light* weights) {
    std::int32_t two = 0;
    std::memcpy(&two, weights, sizeof two);
    return std::bit_cast<Lights>(Sums{two, two, two, two});
}

/// a0 b0 + a1 b1, a2 b2 + a3 b3, ...: one instruction on PCs.
Sums multiply_pairs(Lights a, Lights b) {
#ifdef __SSE2__
    return std::bit_cast<Sums>(_mm_madd_epi16(std::bit_cast<__m128i>(a), std::bit_cast<__m128i>(b)));
#else
    Sums sums{};
    for (int i = 0; i < 4; ++i) sums[i] = a[2 * i] * b[2 * i] + a[2 * i + 1] * b[2 * i + 1];
    return sums;
#endif
}

/// Weighted sums as light again, rounded. They fit: the kernel overshoots by an eighth in each direction.
Lights lights_of(Sums low, Sums high) {
    low = (low + Kernel::one / 2) >> 14;
    high = (high + Kernel::one / 2) >> 14;
#ifdef __SSE2__
    return std::bit_cast<Lights>(_mm_packs_epi32(std::bit_cast<__m128i>(low), std::bit_cast<__m128i>(high)));
#else
    return __builtin_shufflevector(std::bit_cast<Lights>(low), std::bit_cast<Lights>(high), 0, 2, 4, 6, 8, 10, 12, 14);
#endif
}

Lights bounded(Lights lights) {
    const Lights least{}, most = least + fine;
    lights = lights < least ? least : lights;
    return lights > most ? most : lights;
}

/// Places in the tables `coded` and `rounded` of light that is `bounded`.
Lights codes_of(Lights lights) {
    const Lights from = Lights{} + coarse_from;
    return lights < from ? lights : from + ((lights - from) >> coarse_shift);
}

/// A pixel of up to four channels from `pairs` times two pixels.
Sums mixed(const Light* from, const Light* weights, std::size_t channels, std::size_t pairs) {
    Sums sum{};
    for (std::size_t t = 0; t < pairs; ++t, from += 2 * channels)
        sum += multiply_pairs(first_halves(load_four(from), load_four(from + channels)), pair_at(weights + 2 * t));
    return sum;
}

}  // namespace

namespace {

/// The weights that output pixel `i` gives to the pixels around it in [low, high], as far as the kernel reaches.
Taps weigh(double centre, double stretch, int low, int high, std::vector<double>& weights) {
    const int first = static_cast<int>(std::ceil(centre - 2 * stretch)),
              last = static_cast<int>(std::floor(centre + 2 * stretch));
    const int start = std::clamp(first, low, high), stop = std::clamp(last, low, high);
    weights.assign(static_cast<std::size_t>(stop - start + 1), 0);
    for (int p = first; p <= last; ++p)
        weights[static_cast<std::size_t>(std::clamp(p, low, high) - start)] += catmull_rom((p - centre) / stretch);
    return {start, static_cast<int>(weights.size())};
}

/// Rounds them so that what one is given too much the next one lacks.
void write_weights(const std::vector<double>& weights, Light* to) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    double all = 0;
    long given = 0;
    for (const double weight : weights) {
        all += weight;
        const long upto = std::lround(all / sum * Kernel::one);
        *to++ = static_cast<Light>(upto - given);
        given = upto;
    }
}

}  // namespace

Kernel make_kernel(double from, double to, int count) {
    const double step = (to - from) / count, stretch = std::max(1.0, step);
    const int low = static_cast<int>(std::floor(from)), high = static_cast<int>(std::ceil(to)) - 1;
    Kernel kernel;
    kernel.is_copy = std::abs(step - 1) < 1e-9 && std::abs(from - low) < 1e-9;
    kernel.width = kernel.is_copy ? 2 : (static_cast<std::size_t>(4 * stretch) + 2) / 2 * 2;
    kernel.weights.resize(kernel.width * static_cast<std::size_t>(count));
    std::vector<double> weights{1};
    for (int i = 0; i < count; ++i) {
        const double centre = from + (i + 0.5) * step - 0.5;  // in pixel centres
        kernel.taps.push_back(kernel.is_copy ? Taps{low + i, 1} : weigh(centre, stretch, low, high, weights));
        write_weights(weights, &kernel.weights[kernel.width * static_cast<std::size_t>(i)]);
    }
    return kernel;
}

Resampler::Resampler(int width, int channels, Kernel across, Kernel down, Blend blend, Sink sink)
    : width_{width},
      channels_{channels},
      across_{std::move(across)},
      down_{std::move(down)},
      blend_{blend},
      sink_{std::move(sink)} {
    first_ = across_.taps.front().start;
    last_ = across_.taps.back().start + across_.taps.back().count;
    for (const Taps& t : down_.taps) depth_ = std::max(depth_, t.count);
    // Values are read and written eight at a time, and pixels with weight zero may follow the last one.
    stride_ = (static_cast<std::size_t>(width_) + across_.width) * channels_ + 8;
    ring_.resize(stride_ * depth_);
    mixed_.resize(stride_);
    out_.resize((across_.taps.size() + 1) * channels_ + 8);
    bytes_.resize(across_.taps.size() * channels_);
}

void Resampler::push(const std::uint8_t* row) {
    const int y = row_++;
    if (next_ >= down_.taps.size()) return;
    if (across_.is_copy && down_.is_copy) {
        if (y != down_.taps[next_].start) return;
        ++next_;
        return sink_(row + std::size_t(first_) * channels_);
    }
    const auto& curve = blend_ == Blend::values ? curves().plain : curves().light;
    Light* const __restrict to = &ring_[std::size_t(y % depth_) * stride_];
    const std::size_t from = std::size_t(first_) * channels_, end = std::size_t(last_) * channels_;
    if (blend_ != Blend::light_with_alpha) {
        for (std::size_t i = from; i < end; ++i) to[i] = curve[row[i]];
    } else {
        // Colour weighs as much as it is seen, so that what lies under a clear pixel never bleeds out of it.
        for (std::size_t i = from; i < end; i += channels_) {
            const int alpha = row[i + channels_ - 1];
            for (int c = 0; c + 1 < channels_; ++c)
                to[i + c] = static_cast<Light>((curve[row[i + c]] * alpha + 127) / 255);
            to[i + channels_ - 1] = curves().plain[alpha];
        }
    }
    for (; next_ < down_.taps.size() && down_.taps[next_].start + down_.taps[next_].count <= row_; ++next_) emit();
}

void Resampler::emit() {
    mix_rows();
    mix_columns();
    encode();
    sink_(bytes_.data());
}

void Resampler::mix_rows() {
    const Taps& rows = down_.taps[next_];
    rows_.clear();
    for (int t = 0; t < rows.count; ++t) rows_.push_back(&ring_[std::size_t((rows.start + t) % depth_) * stride_]);
    if (rows_.size() % 2) rows_.push_back(rows_.back());  // with weight zero
    const std::size_t end = std::size_t(last_) * channels_;
    const Light* const weights = &down_.weights[next_ * down_.width];
    for (std::size_t i = std::size_t(first_) * channels_; i < end; i += 8) {
        Sums low{}, high{};
        for (std::size_t t = 0; t < rows_.size(); t += 2) {
            const Lights a = load(rows_[t] + i), b = load(rows_[t + 1] + i), pair = pair_at(weights + t);
            low += multiply_pairs(first_halves(a, b), pair);
            high += multiply_pairs(second_halves(a, b), pair);
        }
        const Lights eight = lights_of(low, high);
        std::memcpy(&mixed_[i], &eight, sizeof eight);
    }
}

void Resampler::mix_columns() {
    // Most kernels are four or five wide, and those loops are worth unrolling.
    if (across_.width == 4)
        mix_columns_by<2>();
    else if (across_.width == 6)
        mix_columns_by<3>();
    else
        mix_columns_by<0>();
}

/// `pairs`: of weights for each output pixel; 0: as the kernel says.
template <int pairs>
void Resampler::mix_columns_by() {
    const auto channels = static_cast<std::size_t>(channels_), count = across_.taps.size();
    const std::size_t width = across_.width;
    const Taps* const taps = across_.taps.data();
    const Light *const from = mixed_.data(), *const weights = across_.weights.data();
    const auto pixel = [=](std::size_t i) {
        return mixed(from + static_cast<std::size_t>(taps[i].start) * channels, weights + i * width, channels,
                     pairs > 0 ? pairs : width / 2);
    };
    Light* to = out_.data();
    for (std::size_t i = 0; i < count; i += 2, to += 2 * channels) {
        const Lights two = bounded(lights_of(pixel(i), i + 1 < count ? pixel(i + 1) : Sums{}));
        // The lanes past `channels` are overwritten by the next pixel.
        store_four(to, two, 0);
        store_four(to + channels, two, 1);
    }
}

void Resampler::encode() {
    const std::size_t count = across_.taps.size() * channels_;
    if (blend_ == Blend::light_with_alpha)
        for (std::size_t i = 0; i < count; i += channels_) {
            const int alpha = out_[i + channels_ - 1];
            for (int c = 0; c + 1 < channels_; ++c)
                out_[i + c] = alpha > 1 ? static_cast<Light>(std::min(out_[i + c] * fine / alpha, fine)) : Light{0};
        }
    for (std::size_t i = 0; i < count; i += 8) {
        const Lights eight = codes_of(load(&out_[i]));
        std::memcpy(&out_[i], &eight, sizeof eight);
    }
    // By local names, since a byte may be part of anything and the compiler would load every member each time.
    const auto& table = blend_ == Blend::values ? curves().rounded : curves().coded;
    const std::uint8_t* const coded = table.data();
    const Light* const code = out_.data();
    std::uint8_t* const __restrict bytes = bytes_.data();
    for (std::size_t i = 0; i < count; ++i) bytes[i] = coded[static_cast<std::uint16_t>(code[i])];
    if (blend_ == Blend::light_with_alpha)
        for (std::size_t i = static_cast<std::size_t>(channels_) - 1; i < count; i += channels_)
            bytes_[i] = curves().rounded[static_cast<std::uint16_t>(out_[i])];
}

}  // namespace brochure::image
