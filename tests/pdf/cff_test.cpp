#include "pdf/cff.hpp"

#include <hb.h>

#include <memory>

#include "fixture.hpp"

using namespace brochure;
using namespace fixture;

namespace {

std::vector<std::uint8_t> cff_of(const Library& fonts, text::FaceId face) {
    const std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)> blob{
        hb_face_reference_table(fonts.faces()(face).face, HB_TAG('C', 'F', 'F', ' ')), &hb_blob_destroy};
    unsigned size = 0;
    const void* data = hb_blob_get_data(blob.get(), &size);
    const auto* bytes = static_cast<const std::uint8_t*>(data);
    return {bytes, bytes + size};
}

}  // namespace

TEST_CASE("a CID-keyed program tells the CID of every glyph, and one with glyph names tells none") {
    Library fonts;
    const auto cff = cff_of(fonts, fonts.cff);
    const auto cids = pdf::cids_of(cff);
    REQUIRE(cids.size() == 65535);  // as many as the face has glyphs
    CHECK(cids[0] == 0);
    CHECK(cids[1000] == 1000);  // this face numbers its glyphs by CID
    if (fonts.named_cff.index >= 0) CHECK(pdf::cids_of(cff_of(fonts, fonts.named_cff)).empty());
}

TEST_CASE("a program that is cut short or damaged is read within its bounds") {
    Library fonts;
    const auto cff = cff_of(fonts, fonts.cff);
    for (std::size_t size = 0; size < 3000; ++size) {
        const std::vector<std::uint8_t> cut{cff.begin(), cff.begin() + static_cast<std::ptrdiff_t>(size)};
        CHECK(pdf::cids_of(cut).empty());  // its glyphs lie far behind
    }
    std::vector<std::uint8_t> head{cff.begin(), cff.begin() + 400};
    std::uint32_t random = 7;
    for (int i = 0; i < 200000; ++i) {
        auto damaged = head;
        for (int k = 0; k < 4; ++k) {
            random = random * 1664525 + 1013904223;
            damaged[random / 65536 % damaged.size()] = static_cast<std::uint8_t>(random >> 8);
        }
        static_cast<void>(pdf::cids_of(damaged));  // the sanitizers look on
    }
}
