#include "image/icc.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "image/open_profile.hpp"

namespace brochure::image {
namespace {

constexpr std::uint64_t most_bytes = 16 << 20;  // the largest press profiles have some 3 MB

void warn(const Photo& photo, const char* why, Diagnostics& found) {
    found.warning(photo.where, "photo-profile",
                  "the colour profile of photo " + quoted(photo.file) + " " + why + "; it is ignored",
                  "save the photo again with its profile embedded");
}

// PDF/A and PDF/X want a profile that is whole; readers put something of their own in the place of one that is not.
// Little CMS reads no profile newer than version 4; whether a file may carry one is asked where its standards are.
bool can_be_seen(const std::vector<std::uint8_t>& profile, Colour colour) {
    if (profile[8] > 4) return true;
    const OpenProfile own = opened(profile), srgb{cmsCreate_sRGBProfile()};
    const cmsUInt32Number type = colour == Colour::grey  ? TYPE_GRAY_8
                                 : colour == Colour::rgb ? TYPE_RGB_8
                                                         : TYPE_CMYK_8;
    return own && srgb && converts(own, type, srgb, TYPE_RGB_8);
}

}  // namespace

bool is_profile_for(const std::vector<std::uint8_t>& profile, Colour colour) {
    if (profile.size() < 132 || big_endian_32(profile.data()) > profile.size()) return false;
    const char* space = colour == Colour::grey ? "GRAY" : colour == Colour::rgb ? "RGB " : "CMYK";
    return std::memcmp(&profile[36], "acsp", 4) == 0 && std::memcmp(&profile[16], space, 4) == 0;
}

bool is_profile_of_standards(const std::vector<std::uint8_t>& profile) {
    constexpr std::array<const char*, 4> kinds{"scnr", "mntr", "prtr", "spac"};
    if (profile.size() < 128 || (profile[8] != 2 && profile[8] != 4)) return false;
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](const char* kind) { return std::memcmp(&profile[12], kind, 4) == 0; });
}

Bytes checked_profile(std::vector<std::uint8_t> profile, Colour colour, const Photo& photo, Diagnostics& found) {
    if (profile.empty()) return nullptr;
    if (is_profile_for(profile, colour) && can_be_seen(profile, colour))
        return std::make_shared<const std::vector<std::uint8_t>>(std::move(profile));
    warn(photo, "is damaged, or not one for its kind of colour", found);
    return nullptr;
}

Bytes jpeg_profile(const InputFile& file, const JpegLayout& layout, Colour colour, const Photo& photo,
                   Diagnostics& found) {
    if (layout.icc.empty()) return nullptr;
    auto chunks = layout.icc;
    std::stable_sort(chunks.begin(), chunks.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    std::uint64_t length = 0;
    bool whole = static_cast<std::size_t>(chunks.front().count) == chunks.size();
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        whole = whole && chunks[i].number == static_cast<int>(i) + 1;
        length += chunks[i].data.length;
    }
    if (!whole || length > most_bytes) return warn(photo, "has parts missing", found), nullptr;
    std::vector<std::uint8_t> profile;
    profile.reserve(length);
    for (const IccChunk& chunk : chunks) {
        const auto part = file.bytes(chunk.data);
        profile.insert(profile.end(), part.begin(), part.end());
    }
    return checked_profile(std::move(profile), colour, photo, found);
}

std::vector<std::uint8_t> display_p3_profile() {
    const cmsCIExyY white{0.3127, 0.3290, 1};
    const cmsCIExyYTRIPLE primaries{{0.680, 0.320, 1}, {0.265, 0.690, 1}, {0.150, 0.060, 1}};
    const cmsFloat64Number srgb[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    const std::unique_ptr<cmsToneCurve, void (*)(cmsToneCurve*)> curve{cmsBuildParametricToneCurve(nullptr, 4, srgb),
                                                                       cmsFreeToneCurve};
    cmsToneCurve* const curves[] = {curve.get(), curve.get(), curve.get()};
    const std::unique_ptr<void, cmsBool (*)(cmsHPROFILE)> made{cmsCreateRGBProfile(&white, &primaries, curves),
                                                               cmsCloseProfile};
    cmsUInt32Number size = 0;
    if (!made || !cmsSaveProfileToMem(made.get(), nullptr, &size)) return {};
    std::vector<std::uint8_t> bytes(size);
    if (!cmsSaveProfileToMem(made.get(), bytes.data(), &size) || size < 132) return {};
    std::fill(bytes.begin() + 24, bytes.begin() + 36, std::uint8_t{0});   // its date: same input, same bytes
    std::fill(bytes.begin() + 84, bytes.begin() + 100, std::uint8_t{0});  // and its MD5, which covers it
    return bytes;
}

}  // namespace brochure::image
