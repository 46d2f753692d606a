#include "image/open_profile.hpp"

namespace brochure::image {

OpenProfile opened(const std::vector<std::uint8_t>& bytes) {
    return OpenProfile{cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size()))};
}

bool converts(const OpenProfile& from, cmsUInt32Number in, const OpenProfile& to, cmsUInt32Number out) {
    for (const cmsUInt32Number intent : {INTENT_PERCEPTUAL, INTENT_RELATIVE_COLORIMETRIC}) {
        void* const made =
            cmsCreateTransform(from.get(), in, to.get(), out, intent, cmsFLAGS_NOCACHE | cmsFLAGS_NOOPTIMIZE);
        if (!made) return false;
        cmsDeleteTransform(made);
    }
    return true;
}

}  // namespace brochure::image
