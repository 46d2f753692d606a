#include "image/grey.hpp"

#include "image/open_profile.hpp"

namespace brochure::image {
namespace {

OpenProfile grey_profile() {
    // The curve of IEC 61966-2-1.
    const cmsFloat64Number parameters[5] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    cmsToneCurve* curve = cmsBuildParametricToneCurve(nullptr, 4, parameters);
    OpenProfile profile{cmsCreateGrayProfile(cmsD50_xyY(), curve)};
    cmsFreeToneCurve(curve);
    return profile;
}

OpenProfile source_profile(const Bytes& profile) {
    if (!profile) return OpenProfile{cmsCreate_sRGBProfile()};
    return opened(*profile);
}

}  // namespace

GreyRows::GreyRows(int channels, const Bytes& profile, bool inverted) : channels_{channels}, inverted_{inverted} {
    if (channels == 4 && !profile) return;
    const OpenProfile from = source_profile(profile), to = grey_profile();
    if (!from || !to) return;
    const cmsUInt32Number type = channels == 3 ? TYPE_RGB_8 : inverted ? TYPE_CMYK_8_REV : TYPE_CMYK_8;
    transform_ = {cmsCreateTransform(from.get(), type, to.get(), TYPE_GRAY_8, INTENT_RELATIVE_COLORIMETRIC,
                                     cmsFLAGS_NOCACHE | cmsFLAGS_BLACKPOINTCOMPENSATION),
                  [](void* it) {
                      if (it) cmsDeleteTransform(it);
                  }};
}

void GreyRows::convert(const std::uint8_t* row, std::uint8_t* to, int width) const {
    if (transform_) return cmsDoTransform(transform_.get(), row, to, static_cast<cmsUInt32Number>(width));
    for (int x = 0; x < width; ++x, row += channels_) {
        const auto light = [&](int c) { return channels_ == 4 && !inverted_ ? 255 - row[c] : row[c]; };
        const int mixed = (2126 * light(0) + 7152 * light(1) + 722 * light(2) + 5000) / 10000;
        to[x] = static_cast<std::uint8_t>(channels_ == 4 ? mixed * light(3) / 255 : mixed);
    }
}

void GreyRows::convert_with_alpha(const std::uint8_t* row, std::uint8_t* to, int width) {
    const auto count = static_cast<std::size_t>(width), channels = static_cast<std::size_t>(channels_);
    colours_.resize(count * channels);
    greys_.resize(count);
    for (std::size_t x = 0; x < count; ++x)
        for (std::size_t c = 0; c < channels; ++c) colours_[x * channels + c] = row[x * (channels + 1) + c];
    convert(colours_.data(), greys_.data(), width);
    for (std::size_t x = 0; x < count; ++x) {
        to[2 * x] = greys_[x];
        to[2 * x + 1] = row[x * (channels + 1) + channels];
    }
}

}  // namespace brochure::image
