#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <hb.h>

#include "text/fonts.hpp"

/// One font file at a time: what faces it holds, and a face made ready for shaping. Knows nothing of the manifest.
namespace brochure::text {

struct FreeHb {
    void operator()(hb_blob_t* p) const noexcept { hb_blob_destroy(p); }
    void operator()(hb_face_t* p) const noexcept { hb_face_destroy(p); }
    void operator()(hb_font_t* p) const noexcept { hb_font_destroy(p); }
    void operator()(hb_buffer_t* p) const noexcept { hb_buffer_destroy(p); }
};
template <class T>
using HbPointer = std::unique_ptr<T, FreeHb>;

/// What a font file says of one of its faces: enough to choose, nothing loaded.
struct FaceListing {
    std::filesystem::path file;
    unsigned index = 0;                      // in the collection
    std::vector<std::string> families;       // typographic and legacy family names, in every language of `name`
    int weight = 400, width = 5;             // OS/2 usWeightClass, usWidthClass (5 is normal)
    int weight_min = 400, weight_max = 400;  // the range of a variable font's `wght` axis, else both `weight`
    bool italic = false, variable = false;
};

/// A reason why a font cannot be used, and what to do about it.
struct FontFault {
    std::string rule, text, hint;
    explicit operator bool() const { return !text.empty(); }
};

/// A face ready for shaping: immutable, so any number of threads may shape with it.
struct Face {
    FaceId id;
    FaceInfo info;
    HbPointer<hb_blob_t> blob;
    HbPointer<hb_face_t> face;
    HbPointer<hb_font_t> font;        // scale: font units
    std::uint32_t hyphen_code = '-';  // U+2010 where the face draws it
    int hyphen_advance = 0, space_advance = 0;
    bool half_width_pairs = false;        // has the feature `chws`, which narrows marks in a row
    std::array<std::uint64_t, 24> low{};  // which of the first 1,536 code points it draws

    /// Whether the face has a glyph for this character.
    bool has(std::uint32_t code) const;
};

/// Lists the faces of a TrueType, OpenType or collection file. Empty, and `fault` says why, for anything else: a file
/// cut short, a web font, a directory. Reads only the tables it needs.
std::vector<FaceListing> list_faces(const std::filesystem::path& file, FontFault& fault);

/// Opens a face. A variable font is pinned to `weight` (clamped to its axis), the other axes to their defaults.
/// Null, and `fault` says why: broken, may not be embedded, a kind of variable font that cannot be pinned.
std::unique_ptr<Face> load_face(const std::filesystem::path& file, unsigned index, int weight, FontFault& fault);

}  // namespace brochure::text
