#include "text/faces.hpp"

#include <algorithm>

#include <hb-ot.h>
#include <hb-subset.h>

#include "text/sfnt.hpp"

namespace brochure::text {
namespace {

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
    char name[256];
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, name);
    return {name, size};
}

/// Whether the Top DICT of a `CFF ` table begins with ROS. Adobe Technical Note 5176, sections 5, 9 and 18.
bool is_cid_keyed(const Table& cff) {
    unsigned at = cff.u8(2);
    const auto index_end = [&](unsigned start) {  // section 5: count, offset size, offsets, data
        const unsigned count = cff.u16(start), width = cff.u8(start + 2);
        if (count == 0 || width == 0 || width > 4) return start + 2;
        const unsigned last = start + 3 + count * width;
        unsigned offset = 0;
        for (unsigned i = 0; i < width; ++i) offset = offset << 8 | cff.u8(last + i);
        return last + width + offset - 1;
    };
    at = index_end(at);  // past the Name INDEX, to the Top DICT INDEX
    const unsigned count = cff.u16(at), width = cff.u8(at + 2);
    if (count == 0 || width == 0 || width > 4) return false;
    at += 3 + (count + 1) * width;
    for (int operands = 0; operands < 3 && at < cff.size(); ++operands) {  // three numbers, then 12 30
        const unsigned b = cff.u8(at);
        if (b == 28)
            at += 3;
        else if (b == 29)
            at += 5;
        else if (b >= 32 && b <= 246)
            at += 1;
        else if (b >= 247 && b <= 254)
            at += 2;
        else
            return false;
    }
    return cff.u8(at) == 12 && cff.u8(at + 1) == 30;
}

/// OpenType, OS/2 fsType: of the usage bits the least restrictive counts; 0x100 forbids subsets, 0x200 outlines.
bool allows_subset_embedding(unsigned fs_type) {
    const bool restricted = (fs_type & 0xEU) == 0x2U;
    return !restricted && (fs_type & 0x300U) == 0;
}

/// PANOSE serif style (2 to 10 have serifs) where the face gives it, else the IBM family class.
bool has_serifs(const Table& os2) {
    if (os2.u8(32) == 2 && os2.u8(33) >= 2) return os2.u8(33) <= 10;
    const unsigned family_class = os2.u8(30);
    return (family_class >= 1 && family_class <= 5) || family_class == 7;
}

void read_metrics(FaceInfo& info, hb_face_t* face, hb_font_t* font) {
    const Table os2{face, HB_TAG('O', 'S', '/', '2')}, post{face, HB_TAG('p', 'o', 's', 't')};
    const Table head{face, HB_TAG('h', 'e', 'a', 'd')}, hhea{face, HB_TAG('h', 'h', 'e', 'a')};
    info.postscript_name = name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
    info.family = name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (info.family.empty()) info.family = name_of(face, HB_OT_NAME_ID_FONT_FAMILY);
    info.weight = os2.size() >= 8 ? static_cast<int>(os2.u16(4)) : (head.u16(44) & 1U) ? 700 : 400;
    info.italic = ((os2.u16(62) & 0x201U) | (head.u16(44) & 2U)) != 0;
    info.fixed_pitch = post.u32(12) != 0;
    info.serif = has_serifs(os2);
    info.may_embed = allows_subset_embedding(os2.u16(8));
    info.units_per_em = hb_face_get_upem(face);
    info.ascender = hhea.i16(4);
    info.descender = hhea.i16(6);
    info.italic_angle = post.i16(4);
    for (unsigned i = 0; i < 4; ++i) info.bbox[i] = head.i16(36 + 2 * i);
    hb_position_t height = 0;
    hb_ot_metrics_get_position_with_fallback(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &height);
    info.cap_height = height;
    hb_ot_metrics_get_position_with_fallback(font, HB_OT_METRICS_TAG_X_HEIGHT, &height);
    info.x_height = height;
    const Table cff{face, HB_TAG('C', 'F', 'F', ' ')};
    info.cff = cff.size() != 0;
    info.cid_keyed = info.cff && is_cid_keyed(cff);
}

/// A static face cut from a variable one. Null where HarfBuzz cannot (outlines other than `glyf`).
HbPointer<hb_face_t> pinned(hb_face_t* face, int weight) {
    const HbPointer<hb_blob_t> outlines{hb_face_reference_table(face, HB_TAG('g', 'l', 'y', 'f'))};
    if (hb_blob_get_length(outlines.get()) == 0) return {};
    hb_subset_input_t* const input = hb_subset_input_create_or_fail();
    if (input == nullptr) return {};
    for (const auto set :
         {HB_SUBSET_SETS_GLYPH_INDEX, HB_SUBSET_SETS_UNICODE, HB_SUBSET_SETS_NAME_ID, HB_SUBSET_SETS_NAME_LANG_ID,
          HB_SUBSET_SETS_LAYOUT_FEATURE_TAG, HB_SUBSET_SETS_LAYOUT_SCRIPT_TAG}) {
        hb_set_clear(hb_subset_input_set(input, set));
        hb_set_invert(hb_subset_input_set(input, set));  // keep everything
    }
    hb_subset_input_set_flags(
        input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NOTDEF_OUTLINE | HB_SUBSET_FLAGS_NAME_LEGACY);
    unsigned count = hb_ot_var_get_axis_count(face);
    std::vector<hb_ot_var_axis_info_t> axes(count);
    hb_ot_var_get_axis_infos(face, 0, &count, axes.data());
    for (const auto& axis : axes) {
        const bool is_weight = axis.tag == HB_OT_TAG_VAR_AXIS_WEIGHT;
        const float value =
            is_weight ? std::clamp(static_cast<float>(weight), axis.min_value, axis.max_value) : axis.default_value;
        hb_subset_input_pin_axis_location(input, face, axis.tag, value);
    }
    HbPointer<hb_face_t> result{hb_subset_or_fail(face, input)};
    hb_subset_input_destroy(input);
    return result;
}

bool has_feature(hb_face_t* face, hb_tag_t table, hb_tag_t wanted) {
    hb_tag_t tags[64];
    unsigned total = hb_ot_layout_table_get_feature_tags(face, table, 0, nullptr, nullptr);
    for (unsigned at = 0; at < total;) {
        unsigned count = 64;
        hb_ot_layout_table_get_feature_tags(face, table, at, &count, tags);
        if (count == 0) break;
        if (std::find(tags, tags + count, wanted) != tags + count) return true;
        at += count;
    }
    return false;
}

void note_coverage(Face& face) {
    hb_font_t* const font = face.font.get();
    hb_codepoint_t glyph = 0;
    for (hb_codepoint_t code = 0; code < 64 * face.low.size(); ++code)
        if (hb_font_get_nominal_glyph(font, code, &glyph) && glyph != 0)
            face.low[code / 64] |= std::uint64_t{1} << (code % 64);
    if (hb_font_get_nominal_glyph(font, 0x2010, &glyph) && glyph != 0) face.hyphen_code = 0x2010;
    if (hb_font_get_nominal_glyph(font, face.hyphen_code, &glyph))
        face.hyphen_advance = hb_font_get_glyph_h_advance(font, glyph);
    if (hb_font_get_nominal_glyph(font, ' ', &glyph)) face.space_advance = hb_font_get_glyph_h_advance(font, glyph);
    face.half_width_pairs = has_feature(face.face.get(), HB_OT_TAG_GPOS, HB_TAG('c', 'h', 'w', 's'));
}

bool is_usable(hb_face_t* face) {
    const unsigned em = hb_face_get_upem(face);
    const Table glyf{face, HB_TAG('g', 'l', 'y', 'f')}, cff{face, HB_TAG('C', 'F', 'F', ' ')};
    const Table cff2{face, HB_TAG('C', 'F', 'F', '2')};
    return em >= 16 && em <= 16384 && hb_face_get_glyph_count(face) > 0 &&
           Table{face, HB_TAG('h', 'e', 'a', 'd')}.size() >= 54 && Table{face, HB_TAG('h', 'm', 't', 'x')}.size() > 0 &&
           Table{face, HB_TAG('c', 'm', 'a', 'p')}.size() > 0 && glyf.size() + cff.size() + cff2.size() > 0;
}

}  // namespace

bool Face::has(std::uint32_t code) const {
    if (code < 64 * low.size()) return (low[code / 64] >> (code % 64) & 1U) != 0;
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font.get(), code, &glyph) && glyph != 0;
}

std::unique_ptr<Face> load_face(const std::filesystem::path& file, unsigned index, int weight, FontFault& fault) {
    auto face = std::make_unique<Face>();
    face->blob.reset(hb_blob_create_from_file_or_fail(file.c_str()));
    if (!face->blob) {
        fault = {"font-broken", "the font file " + file.string() + " cannot be read", "check its permissions"};
        return nullptr;
    }
    face->face.reset(hb_face_create(face->blob.get(), index));
    if (!is_usable(face->face.get())) {
        fault = {"font-broken", "the font file " + file.string() + " is damaged or draws nothing",
                 "copy it again from where it came; bitmap fonts cannot be used"};
        return nullptr;
    }
    const bool variable = hb_ot_var_has_data(face->face.get());
    if (variable) {
        auto still = pinned(face->face.get(), weight);
        if (!still) {
            fault = {"font-variable", "the variable font " + file.string() + " cannot be set at one weight",
                     "use the family's static .ttf or .otf files"};
            return nullptr;
        }
        face->face = std::move(still);
    }
    hb_face_make_immutable(face->face.get());
    face->font.reset(hb_font_create(face->face.get()));
    const int units = static_cast<int>(hb_face_get_upem(face->face.get()));
    hb_font_set_scale(face->font.get(), units, units);
    hb_font_make_immutable(face->font.get());
    face->info.file = file;
    face->info.collection_index = index;
    read_metrics(face->info, face->face.get(), face->font.get());
    if (variable) {
        face->info.weight = weight;
        face->info.postscript_name += "-wght" + std::to_string(weight);  // each weight is a font of its own in a PDF
    }
    face->info.face = face->face.get();
    if (!face->info.may_embed) {
        fault = {"font-embedding",
                 "the font " + face->info.family + " (" + file.string() + ") does not allow embedding",
                 "its licence (OS/2 fsType) forbids what a PDF needs; choose another font or ask its maker"};
        return nullptr;
    }
    note_coverage(*face);
    return face;
}

}  // namespace brochure::text
