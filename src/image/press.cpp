#include "image/press.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <new>

#include "image/icc.hpp"
#include "image/open_profile.hpp"

namespace brochure::image {
namespace {

/// The same colour in the numbers of another RGB.
std::array<std::uint8_t, 3> from_srgb(const std::array<std::uint8_t, 3>& srgb, const std::vector<std::uint8_t>& to) {
    const OpenProfile from{cmsCreate_sRGBProfile()}, target = opened(to);
    const std::unique_ptr<void, void (*)(void*)> transform{
        target ? cmsCreateTransform(from.get(), TYPE_RGB_8, target.get(), TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC,
                                    cmsFLAGS_NOCACHE)
               : nullptr,
        [](void* it) {
            if (it) cmsDeleteTransform(it);
        }};
    std::array<std::uint8_t, 3> rgb = srgb;
    if (transform) cmsDoTransform(transform.get(), srgb.data(), rgb.data(), 1);
    return rgb;
}

/// JPEG's rounding may lift a pixel a little above what it was given.
constexpr double headroom = 3;  // per cent of ink

}  // namespace

std::string why_no_press(const std::vector<std::uint8_t>& profile) {
    const char* const other = "is not one of a printer with CMYK inks";
    if (!is_profile_for(profile, Colour::cmyk) || std::memcmp(&profile[12], "prtr", 4) != 0) return other;
    if (!is_profile_of_standards(profile))
        return "is of ICC version " + std::to_string(profile[8]) + ", and PDF/X takes versions 2 and 4 alone";
    const OpenProfile press = opened(profile), srgb{cmsCreate_sRGBProfile()}, light{cmsCreateXYZProfile()};
    if (!press) return other;
    if (!converts(srgb, TYPE_RGB_8, press, TYPE_CMYK_8))
        return "has no table from colours to inks that can be read (B2A)";
    if (!converts(press, TYPE_CMYK_DBL, light, TYPE_XYZ_DBL))
        return "has no table from inks to colours that can be read (A2B)";
    return {};
}

Press::~Press() = default;

std::shared_ptr<const Press> Press::make(std::vector<std::uint8_t> profile, Intent intent, double ink_limit) {
    if (!why_no_press(profile).empty()) return nullptr;
    const std::shared_ptr<Press> press{new Press};
    press->profile_ = std::make_shared<const std::vector<std::uint8_t>>(std::move(profile));
    press->intent_ = intent;
    press->most_ = static_cast<int>((ink_limit - headroom) * 2.55);
    press->handle_ = opened(*press->profile_);
    press->weigh_black();
    Hasher hasher;
    hasher.add(*press->profile_);
    hasher.add(static_cast<int>(intent));
    hasher.add(press->most_);
    hasher.add(static_cast<int>(LCMS_VERSION));
    press->identity_ = hasher.hash();
    return press;
}

std::string Press::description() const {
    std::array<char, 256> text{};
    cmsGetProfileInfoASCII(handle_.get(), cmsInfoDescription, "en", "US", text.data(),
                           static_cast<cmsUInt32Number>(text.size()));
    text.back() = '\0';
    return text.data();
}

double Press::version() const {
    return cmsGetProfileVersion(handle_.get());
}

// Relative colorimetric: the paper is white. A swatch is asked for again and again.
double Press::luminance_of(const std::array<double, 4>& inks) const {
    const std::lock_guard lock{mutex_};
    const auto [known, fresh] = luminances_.try_emplace(inks);
    if (!fresh) return known->second;
    if (!to_light_) {
        const OpenProfile light{cmsCreateXYZProfile()};
        to_light_ = {cmsCreateTransform(handle_.get(), TYPE_CMYK_DBL, light.get(), TYPE_XYZ_DBL,
                                        INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE | cmsFLAGS_NOOPTIMIZE),
                     [](void* transform) {
                         if (transform) cmsDeleteTransform(transform);
                     }};
    }
    cmsCIEXYZ seen{0, 1, 0};
    if (to_light_) cmsDoTransform(to_light_.get(), inks.data(), &seen, 1);
    return known->second = std::clamp(seen.Y, 0.0, 1.0);
}

Press::Transform Press::transform(const std::vector<std::uint8_t>& from, int channels) const {
    Hasher hasher;
    hasher.add(from);
    hasher.add(channels);
    const std::lock_guard lock{mutex_};
    auto& known = transforms_[hasher.hash()];
    if (known) return known;
    const OpenProfile source = from.empty() ? OpenProfile{cmsCreate_sRGBProfile()} : opened(from);
    if (!source) return nullptr;
    // Without a cache of its own for the last pixel a transform can be used by several threads.
    return known = made(source.get(), channels, cmsFLAGS_NOCACHE);
}

Press::Transform Press::made(void* from, int channels, unsigned flags) const {
    const bool perceptual = intent_ == Intent::perceptual;
    return {cmsCreateTransform(from, channels == 4 ? TYPE_CMYK_8 : TYPE_RGB_8, handle_.get(), TYPE_CMYK_8,
                               perceptual ? INTENT_PERCEPTUAL : INTENT_RELATIVE_COLORIMETRIC,
                               flags | (perceptual ? 0 : cmsFLAGS_BLACKPOINTCOMPENSATION)),
            [](void* transform) {
                if (transform) cmsDeleteTransform(transform);
            }};
}

void Press::weigh_black() {
    const OpenProfile lab{cmsCreateLab4Profile(nullptr)}, srgb{cmsCreate_sRGBProfile()};
    std::array<double, 256> ink{}, grey{};  // lightness of each amount
    const auto measure = [&lab](cmsHPROFILE from, cmsUInt32Number type, int channels, std::array<double, 256>& into) {
        const std::unique_ptr<void, void (*)(void*)> transform{
            cmsCreateTransform(from, type, lab.get(), TYPE_Lab_DBL, INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE),
            [](void* it) {
                if (it) cmsDeleteTransform(it);
            }};
        if (!transform) return;
        for (int v = 0; v < 256; ++v) {
            std::uint8_t pixel[4] = {0, 0, 0, static_cast<std::uint8_t>(v)};
            if (channels == 3) std::fill(pixel, pixel + 3, static_cast<std::uint8_t>(v));
            cmsCIELab seen{};
            cmsDoTransform(transform.get(), pixel, &seen, 1);
            into[static_cast<std::size_t>(v)] = seen.L;
        }
    };
    measure(handle_.get(), TYPE_CMYK_8, 4, ink);
    measure(srgb.get(), TYPE_RGB_8, 3, grey);
    int amount = 255;
    for (int v = 0; v < 256; ++v) {
        // From black to white the paper's and the ink's lightness are the ends of the scale.
        const double wanted = ink[255] + (ink[0] - ink[255]) * grey[static_cast<std::size_t>(v)] / 100;
        while (amount > 0 && ink[static_cast<std::size_t>(amount - 1)] <= wanted) --amount;
        black_[static_cast<std::size_t>(v)] = static_cast<std::uint8_t>(v == 255 ? 0 : amount);
    }
}

PressRows::PressRows(const Press& press, int channels, const Bytes& profile, bool inverted, bool drawn,
                     const std::vector<InkMatch>& matches)
    : press_{press}, from_{channels}, inverted_{inverted}, drawn_{drawn} {
    // Ink of this press stays as it is: there and back by the profile's tables black would come in four colours.
    if (channels == 1 || (channels == 4 && (!profile || *profile == *press.profile()))) return;
    if (profile) transform_ = press.transform(*profile, channels);
    if (channels != 3) return;
    const bool tagged = transform_ != nullptr;
    if (!tagged) transform_ = press.transform({}, 3);
    if (!transform_) throw std::bad_alloc{};  // the press was asked before whether it can
    for (const InkMatch& match : matches) {
        Shift& shift = shifts_.emplace_back();
        shift.rgb = tagged ? from_srgb(match.srgb, *profile) : match.srgb;
        std::array<std::uint8_t, 4> usual{};
        cmsDoTransform(transform_.get(), shift.rgb.data(), usual.data(), 1);
        for (std::size_t c = 0; c < 4; ++c) shift.by[c] = match.ink[c] - usual[c];
    }
}

// A colour that is a swatch's is printed as the swatch; farther away the difference fades out, so that a sky that
// begins in the swatch has no edge.
void PressRows::match(const std::uint8_t* row, std::uint8_t* to, int width) const {
    constexpr int reach = 32;  // steps of the channel that is farthest away
    for (int x = 0; x < width; ++x, row += 3, to += 4)
        for (const Shift& shift : shifts_) {
            int away = 0;
            for (std::size_t c = 0; c < 3; ++c) away = std::max(away, std::abs(row[c] - shift.rgb[c]));
            if (away >= reach) continue;
            for (std::size_t c = 0; c < 4; ++c)
                to[c] = static_cast<std::uint8_t>(std::clamp(to[c] + shift.by[c] * (reach - away) / reach, 0, 255));
            break;
        }
}

void PressRows::convert(const std::uint8_t* row, std::uint8_t* to, int width) const {
    const auto count = static_cast<std::size_t>(width);
    if (from_ == 1) {
        for (std::size_t i = 0; i < count; ++i) to[i] = static_cast<std::uint8_t>(255 - press_.black_[row[i]]);
        return;
    }
    if (from_ == 4 && inverted_) {
        for (std::size_t i = 0; i < 4 * count; ++i) to[i] = static_cast<std::uint8_t>(255 - row[i]);
        row = to;
    } else if (!transform_) {
        std::copy(row, row + 4 * count, to);
    }
    if (transform_) cmsDoTransform(transform_.get(), row, to, static_cast<cmsUInt32Number>(width));
    if (!shifts_.empty()) match(row, to, width);
    if (drawn_ && from_ == 3)
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint8_t* p = row + 3 * i;
            if (p[0] != p[1] || p[1] != p[2]) continue;
            std::fill(to + 4 * i, to + 4 * i + 3, std::uint8_t{0});
            to[4 * i + 3] = press_.black_[p[0]];
        }
    limit_ink(to, width, press_.most_);
}

void InkGauge::look(const std::uint8_t* row, int width, int channels) {
    for (const std::uint8_t* const end = row + std::ptrdiff_t{channels} * width; row != end; row += channels)
        most_ = std::max(most_, channels == 1 ? 255 - row[0] : row[0] + row[1] + row[2] + row[3]);
}

void limit_ink(std::uint8_t* cmyk, int width, int most) {
    for (std::uint8_t* const end = cmyk + std::ptrdiff_t{4} * width; cmyk != end; cmyk += 4) {
        const int colours = cmyk[0] + cmyk[1] + cmyk[2], room = most - cmyk[3];
        if (colours <= room) continue;
        const int scale = std::max(0, room) * 65536 / colours;
        for (int c = 0; c < 3; ++c) cmyk[c] = static_cast<std::uint8_t>(cmyk[c] * scale >> 16);
    }
}

}  // namespace brochure::image
