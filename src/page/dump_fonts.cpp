#include "page/page.hpp"

namespace brochure::page {

std::string dump(const Publication& publication, const text::Fonts& fonts) {
    return dump(publication, [&](text::FaceId face) { return fonts.info(face).postscript_name; });
}

}  // namespace brochure::page
