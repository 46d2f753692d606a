#include <algorithm>
#include <string_view>
#include <system_error>

#include <hb-ot.h>

#include "text/faces.hpp"
#include "text/sfnt.hpp"

namespace brochure::text {
namespace {

constexpr unsigned max_faces = 64, max_tables = 256, max_names = 4096;

bool is_sfnt(std::uint32_t magic) {
    return magic == 0x00010000 || magic == HB_TAG('O', 'T', 'T', 'O') || magic == HB_TAG('t', 'r', 'u', 'e');
}

std::string kind_problem(std::uint32_t magic) {
    if (magic == HB_TAG('w', 'O', 'F', 'F') || magic == HB_TAG('w', 'O', 'F', '2')) return "is a web font";
    if ((magic >> 16) == 0x8001 || magic == HB_TAG('%', '!', 'P', 'S')) return "is a PostScript Type 1 font";
    return "is not a font";
}

/// Every table of the face must lie inside the file: that a download was cut short shows here.
bool tables_fit(const Table& file, unsigned start) {
    const unsigned count = file.u16(start + 4);
    if (count == 0 || count > max_tables || !file.has(start, 12 + 16 * count)) return false;
    for (unsigned i = 0; i < count; ++i) {
        const unsigned record = start + 12 + 16 * i;
        if (!file.has(file.u32(record + 8), file.u32(record + 12))) return false;
    }
    return true;
}

void add_family(std::vector<std::string>& families, hb_face_t* face, hb_ot_name_id_t id, hb_language_t language) {
    char name[256];
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face, id, language, &size, name);
    if (size != 0 && std::find(families.begin(), families.end(), name) == families.end()) families.emplace_back(name);
}

std::vector<std::string> families_of(hb_face_t* face) {
    std::vector<std::string> families;
    unsigned count = 0;
    const hb_ot_name_entry_t* entries = hb_ot_name_list_names(face, &count);
    for (unsigned i = 0; i < std::min(count, max_names); ++i) {
        const auto id = entries[i].name_id;
        if (id == HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY || id == HB_OT_NAME_ID_FONT_FAMILY)
            add_family(families, face, id, entries[i].language);
    }
    return families;
}

FaceListing listing_of(const std::filesystem::path& file, unsigned index, hb_face_t* face) {
    FaceListing listing{.file = file, .index = index, .families = families_of(face)};
    const Table os2{face, HB_TAG('O', 'S', '/', '2')}, head{face, HB_TAG('h', 'e', 'a', 'd')};
    if (os2.size() >= 8) {
        listing.weight = std::clamp(static_cast<int>(os2.u16(4)), 1, 1000);
        listing.width = static_cast<int>(os2.u16(6));
    } else if (head.u16(44) & 1U) {
        listing.weight = 700;
    }
    listing.italic = ((os2.u16(62) & 0x201U) | (head.u16(44) & 2U)) != 0;  // italic, oblique
    listing.weight_min = listing.weight_max = listing.weight;
    listing.variable = hb_ot_var_has_data(face);
    hb_ot_var_axis_info_t axis;
    if (listing.variable && hb_ot_var_find_axis_info(face, HB_OT_TAG_VAR_AXIS_WEIGHT, &axis)) {
        listing.weight_min = std::clamp(static_cast<int>(axis.min_value), 1, 1000);
        listing.weight_max = std::clamp(static_cast<int>(axis.max_value), listing.weight_min, 1000);
    }
    return listing;
}

}  // namespace

std::vector<FaceListing> list_faces(const std::filesystem::path& file, FontFault& fault) {
    std::vector<FaceListing> faces;
    const auto refuse = [&](const std::string& why, std::string hint) {
        fault = {"font-broken", "the font file " + file.string() + " " + why, std::move(hint)};
        faces.clear();
        return faces;
    };
    std::error_code ignored;
    // A pipe or a device would be waited on for ever.
    if (!std::filesystem::is_regular_file(file, ignored))
        return refuse("is not a regular file", "remove it from fonts/");
    hb_blob_t* const opened = hb_blob_create_from_file_or_fail(file.c_str());
    if (opened == nullptr) return refuse("cannot be read", "check its permissions");
    const Table bytes{hb_blob_reference(opened)};
    const HbPointer<hb_blob_t> blob{opened};

    const std::uint32_t magic = bytes.u32(0);
    const bool collection = magic == HB_TAG('t', 't', 'c', 'f');
    if (!collection && !is_sfnt(magic))
        return refuse(kind_problem(magic), "fonts/ takes TrueType and OpenType files: .ttf, .otf, .ttc, .otc");
    const unsigned count = collection ? bytes.u32(8) : 1;
    if (count == 0 || count > max_faces || !bytes.has(0, 12 + 4 * count))
        return refuse("is damaged", "copy it again from where it came");
    for (unsigned index = 0; index < count; ++index) {
        const unsigned start = collection ? bytes.u32(12 + 4 * index) : 0;
        if (!is_sfnt(bytes.u32(start)) || !tables_fit(bytes, start))
            return refuse("is damaged or cut short", "copy it again from where it came");
        const HbPointer<hb_face_t> face{hb_face_create(blob.get(), index)};
        faces.push_back(listing_of(file, index, face.get()));
    }
    return faces;
}

}  // namespace brochure::text
