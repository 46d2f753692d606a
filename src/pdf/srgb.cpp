#include <lcms2.h>

#include <algorithm>
#include <memory>
#include <type_traits>

#include "pdf/metadata.hpp"

namespace brochure::pdf {

std::string srgb_profile() {
    struct Close {
        void operator()(void* profile) const noexcept { cmsCloseProfile(profile); }
    };
    const std::unique_ptr<void, Close> profile{cmsCreate_sRGBProfile()};
    if (!profile) return {};
    cmsSetProfileVersion(profile.get(), 4.2);  // the version that ISO 32000-1 knows
    cmsUInt32Number size = 0;
    if (!cmsSaveProfileToMem(profile.get(), nullptr, &size)) return {};
    std::string bytes(size, '\0');
    if (!cmsSaveProfileToMem(profile.get(), bytes.data(), &size) || bytes.size() < 128) return {};
    // Bytes 24 to 35 of the header are the time of making (ICC.1:2004-10, 7.2.8): 2000-01-01 00:00:00, whenever that
    // was.
    constexpr char fixed[12] = {0x07, static_cast<char>(0xD0), 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
    std::copy(std::begin(fixed), std::end(fixed), bytes.begin() + 24);
    return bytes;
}

}  // namespace brochure::pdf
