#include "image/resample.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace brochure::image {
namespace {

using Four = float __attribute__((vector_size(16)));  // one pixel, or four values; SSE2, NEON or plain code

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

/// Steps of light that are told apart: near black, where the curve is steepest, a fifth of an 8-bit step.
constexpr int fine = 16383;

struct Curves {
    std::array<float, 256> light{}, plain{};
    std::array<std::uint8_t, fine + 1> coded{}, rounded{};
    Curves() {
        for (int i = 0; i < 256; ++i) {
            light[i] = static_cast<float>(to_light(i / 255.0) * fine);
            plain[i] = static_cast<float>(i * (fine / 255.0));
        }
        for (int i = 0; i <= fine; ++i) {
            coded[i] = static_cast<std::uint8_t>(std::lround(from_light(i / double{fine}) * 255));
            rounded[i] = static_cast<std::uint8_t>(std::lround(i * 255.0 / fine));
        }
    }
};

const Curves& curves() {
    static const Curves tables;  // 19 KB computed once, never changed
    return tables;
}

}  // namespace

namespace {

std::int32_t code_of(float light) {
    const float v = light + 0.5f, most = float{fine};
    const float floor = v < 0 ? 0 : v;
    return static_cast<std::int32_t>(floor > most ? most : floor);
}

/// `count` values of light as bytes. Some at a time, so that codes and table share the first-level cache; by local
/// names, since a byte may be part of anything and the compiler would load every member each time.
void look_up(const std::array<std::uint8_t, fine + 1>& table, const std::vector<float>& values, std::size_t count,
             std::vector<std::uint8_t>& to) {
    constexpr std::size_t some = 512;
    std::array<std::int32_t, some> codes;
    const std::uint8_t* const coded = table.data();
    for (std::size_t begin = 0; begin < count; begin += some) {
        const std::size_t length = std::min(some, count - begin);
        const float* const light = values.data() + begin;
        std::uint8_t* const __restrict bytes = to.data() + begin;
        for (std::size_t i = 0; i < length; ++i) codes[i] = code_of(light[i]);
        for (std::size_t i = 0; i < length; ++i) bytes[i] = coded[codes[i]];
    }
}

Four mixed(const float* from, const float* weights, std::size_t channels, int count) {
    Four sum{};
    for (int t = 0; t < count; ++t, from += channels) {
        Four pixel;
        std::memcpy(&pixel, from, sizeof pixel);
        sum += pixel * weights[t];
    }
    return sum;
}
template <int count>
Four mixed(const float* from, const float* weights, std::size_t channels) {
    return mixed(from, weights, channels, count);
}

}  // namespace

Kernel make_kernel(double from, double to, int count) {
    const double step = (to - from) / count, stretch = std::max(1.0, step);
    const int low = static_cast<int>(std::floor(from)), high = static_cast<int>(std::ceil(to)) - 1;
    Kernel kernel;
    kernel.is_copy = std::abs(step - 1) < 1e-9 && std::abs(from - low) < 1e-9;
    std::vector<double> weights;
    for (int i = 0; i < count; ++i) {
        const double centre = from + (i + 0.5) * step - 0.5;  // in pixel centres
        const int first = static_cast<int>(std::ceil(centre - 2 * stretch)),
                  last = static_cast<int>(std::floor(centre + 2 * stretch));
        const int start = std::clamp(first, low, high), stop = std::clamp(last, low, high);
        weights.assign(static_cast<std::size_t>(stop - start + 1), 0);
        double sum = 0;
        for (int p = first; p <= last; ++p) {
            const double w = catmull_rom((p - centre) / stretch);
            weights[static_cast<std::size_t>(std::clamp(p, low, high) - start)] += w;
            sum += w;
        }
        if (kernel.is_copy) weights.assign(1, sum = 1);
        kernel.taps.push_back({kernel.is_copy ? low + i : start, static_cast<int>(weights.size()),
                               static_cast<int>(kernel.weights.size())});
        for (const double w : weights) kernel.weights.push_back(static_cast<float>(w / sum));
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
    const std::size_t row = std::size_t(width_) * channels_;
    ring_.resize(row * depth_);
    mixed_.resize(row + 4);  // pixels are read four floats at a time
    out_.resize(across_.taps.size() * channels_ + 4);
    bytes_.resize(out_.size());
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
    float* const to = &ring_[std::size_t(y % depth_) * width_ * channels_];
    const std::size_t from = std::size_t(first_) * channels_, end = std::size_t(last_) * channels_;
    if (blend_ != Blend::light_with_alpha) {
        for (std::size_t i = from; i < end; ++i) to[i] = curve[row[i]];
    } else {
        // Colour weighs as much as it is seen, so that what lies under a clear pixel never bleeds out of it.
        for (std::size_t i = from; i < end; i += channels_) {
            const float alpha = static_cast<float>(row[i + channels_ - 1]) / 255;
            for (int c = 0; c + 1 < channels_; ++c) to[i + c] = curve[row[i + c]] * alpha;
            to[i + channels_ - 1] = alpha * fine;
        }
    }
    while (next_ < down_.taps.size() && down_.taps[next_].start + down_.taps[next_].count <= row_)
        emit(down_.taps[next_++]);
}

void Resampler::emit(const Taps& rows) {
    mix_rows(rows);
    mix_columns();
    encode();
    sink_(bytes_.data());
}

void Resampler::mix_rows(const Taps& rows) {
    const std::size_t row = std::size_t(width_) * channels_;
    const std::size_t from = std::size_t(first_) * channels_, end = std::size_t(last_) * channels_;
    float* const __restrict to = mixed_.data();
    const auto line = [&](int t) -> const float* { return &ring_[std::size_t((rows.start + t) % depth_) * row]; };
    const float* const w = &down_.weights[static_cast<std::size_t>(rows.first_weight)];
    // Two rows at a time, so that the sums are loaded and stored half as often, and a stretch at a time, so that they
    // stay in the first-level cache until they are done.
    constexpr std::size_t stretch = 2048;
    for (std::size_t begin = from; begin < end; begin += stretch) {
        const std::size_t stop = std::min(begin + stretch, end);
        int t = 0;
        if (rows.count % 2) {
            const float* a = line(0);
            for (std::size_t i = begin; i < stop; ++i) to[i] = w[0] * a[i];
            t = 1;
        } else {
            const float *a = line(0), *b = line(1);
            for (std::size_t i = begin; i < stop; ++i) to[i] = w[0] * a[i] + w[1] * b[i];
            t = 2;
        }
        for (; t < rows.count; t += 2) {
            const float *a = line(t), *b = line(t + 1);
            const float wa = w[t], wb = w[t + 1];
            for (std::size_t i = begin; i < stop; ++i) to[i] += wa * a[i] + wb * b[i];
        }
    }
}

void Resampler::mix_columns() {
    const std::size_t channels = static_cast<std::size_t>(channels_);
    float* to = out_.data();
    for (const Taps& taps : across_.taps) {
        const float* from = &mixed_[std::size_t(taps.start) * channels];
        const float* w = &across_.weights[static_cast<std::size_t>(taps.first_weight)];
        if (channels == 1) {
            float sum = 0;
            for (int t = 0; t < taps.count; ++t) sum += w[t] * from[t];
            *to++ = sum;
            continue;
        }
        // Most kernels are four or five wide, and those loops are worth unrolling.
        const Four sum = taps.count == 4   ? mixed<4>(from, w, channels)
                         : taps.count == 5 ? mixed<5>(from, w, channels)
                                           : mixed(from, w, channels, taps.count);
        std::memcpy(to, &sum, sizeof sum);  // the lanes past `channels` are overwritten by the next pixel
        to += channels;
    }
}

void Resampler::encode() {
    const std::size_t count = across_.taps.size() * channels_;
    if (blend_ == Blend::light_with_alpha)
        for (std::size_t i = 0; i < count; i += channels_) {
            const float alpha = out_[i + channels_ - 1] / fine;
            const float up = alpha > 1e-4f ? 1 / alpha : 0;
            for (int c = 0; c + 1 < channels_; ++c) out_[i + c] *= up;
        }
    look_up(blend_ == Blend::values ? curves().rounded : curves().coded, out_, count, bytes_);
    if (blend_ == Blend::light_with_alpha)
        for (std::size_t i = static_cast<std::size_t>(channels_) - 1; i < count; i += channels_)
            bytes_[i] = curves().rounded[code_of(out_[i])];
}

}  // namespace brochure::image
