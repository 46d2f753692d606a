#pragma once
#include "image/image.hpp"

/// How light a photo is where text may come to stand on it.
namespace brochure::image {

/// A photo's lightness, reduced to an eighth in both directions: a pixel covers what a letter's stem does.
struct Light {
    int width = 0, height = 0;
    std::vector<std::uint8_t> values;  // rows from the top, as seen: relative luminance in sRGB's steps, 0 to 255, of
                                       // what is transparent on white
    std::vector<std::uint8_t> alpha = {};  // of the same pixels, 255: opaque; empty: all are

    /// Of a pixel that lies on a ground of this lightness: both in sRGB's steps, 0 to 255, as a PDF blends them.
    double on(double ground, std::size_t pixel) const {
        const double through = alpha.empty() ? 0 : 1 - alpha[pixel] / 255.0;
        return values[pixel] - through * (255 - ground);
    }
};

/// Decodes it at an eighth of its size, or takes it from the cache. Colours count as their own profile has them seen;
/// without one (or with a damaged one) as sRGB. A drawing is drawn small. Null when it cannot be decoded: what is wrong
/// is said when the photo is prepared.
std::shared_ptr<const Light> light_of(const Photo& photo, const Cache& cache);

/// Relative luminance of a colour, 0 to 1 (WCAG 2.2, "relative luminance").
double luminance(const std::array<std::uint8_t, 3>& srgb);

/// The luminance of a grey in sRGB's steps, 0 to 255, and back.
double luminance_of_step(double step);
double step_of_luminance(double luminance);

/// Contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio"), that text with that luminance has against all pixels of the
/// region but the worst `share` of them: some stars in a night sky do no harm.
double worst_contrast(const Light& light, const Region& region, double text, double share);

}  // namespace brochure::image
