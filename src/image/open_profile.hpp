#pragma once
#include <lcms2.h>

#include <cstdint>
#include <memory>
#include <vector>

/// ICC profiles as Little CMS holds them.
namespace brochure::image {

struct CloseProfile {
    void operator()(void* profile) const noexcept { cmsCloseProfile(profile); }
};
using OpenProfile = std::unique_ptr<void, CloseProfile>;

/// Null when Little CMS cannot read `bytes`.
OpenProfile opened(const std::vector<std::uint8_t>& bytes);

/// Whether colours can be worked out from one profile's numbers (of the type `in`, a TYPE_ of lcms2.h) to the other's
/// (`out`), perceptually and by the measures. Little CMS reads all it needs of the two, but works out no table for all
/// colours, which is the long part.
bool converts(const OpenProfile& from, cmsUInt32Number in, const OpenProfile& to, cmsUInt32Number out);

}  // namespace brochure::image
