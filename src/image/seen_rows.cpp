#include "image/seen_rows.hpp"

#include <lcms2.h>

#include <array>

#include "image/light.hpp"

namespace brochure::image {
namespace {

cmsUInt32Number type_of(int channels, bool ink, bool inverted) {
    if (ink) return inverted ? TYPE_CMYK_8_REV : TYPE_CMYK_8;
    const auto colours = static_cast<cmsUInt32Number>(channels <= 2 ? 1 : 3), alpha = channels % 2 == 0 ? 1u : 0u;
    return COLORSPACE_SH(static_cast<cmsUInt32Number>(channels <= 2 ? PT_GRAY : PT_RGB)) | EXTRA_SH(alpha) |
           CHANNELS_SH(colours) | BYTES_SH(1u);
}

double on_white(const std::array<std::uint8_t, 3>& srgb, int alpha) {
    const auto mixed = [&](int value) {
        return static_cast<std::uint8_t>((value * alpha + 255 * (255 - alpha) + 127) / 255);
    };
    return luminance({mixed(srgb[0]), mixed(srgb[1]), mixed(srgb[2])});
}

}  // namespace

SeenRows::SeenRows(int channels, bool ink, const Bytes& profile, bool inverted)
    : channels_{channels}, ink_{ink}, inverted_{inverted} {
    if (!profile) return;
    const std::unique_ptr<void, cmsBool (*)(cmsHPROFILE)> srgb{cmsCreate_sRGBProfile(), cmsCloseProfile};
    cmsHPROFILE const own = cmsOpenProfileFromMem(profile->data(), static_cast<cmsUInt32Number>(profile->size()));
    if (!own) return;
    if (void* const made = cmsCreateTransform(own, type_of(channels, ink, inverted), srgb.get(), TYPE_RGB_8,
                                              INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE))
        transform_ = {made, [](void* it) { cmsDeleteTransform(it); }};
    cmsCloseProfile(own);
}

double SeenRows::unconverted(const std::uint8_t* pixel) const {
    if (ink_) {
        const auto paper = [&](std::size_t i) { return inverted_ ? pixel[i] : 255 - pixel[i]; };
        std::array<std::uint8_t, 3> rgb{};
        for (std::size_t i = 0; i < 3; ++i) rgb[i] = static_cast<std::uint8_t>(paper(i) * paper(3) / 255);
        return luminance(rgb);
    }
    const int alpha = channels_ % 2 == 0 ? pixel[channels_ - 1] : 255;
    return channels_ <= 2 ? on_white({pixel[0], pixel[0], pixel[0]}, alpha)
                          : on_white({pixel[0], pixel[1], pixel[2]}, alpha);
}

void SeenRows::luminances(const std::uint8_t* row, double* to, int width) {
    if (!transform_) {
        for (int x = 0; x < width; ++x, row += channels_) to[x] = unconverted(row);
        return;
    }
    srgb_.resize(std::size_t(width) * 3);
    cmsDoTransform(transform_.get(), row, srgb_.data(), static_cast<cmsUInt32Number>(width));
    const bool clear = !ink_ && channels_ % 2 == 0;
    for (int x = 0; x < width; ++x, row += channels_) {
        const std::uint8_t* const pixel = &srgb_[std::size_t(x) * 3];
        to[x] = on_white({pixel[0], pixel[1], pixel[2]}, clear ? row[channels_ - 1] : 255);
    }
}

}  // namespace brochure::image
