#include "pdf/font.hpp"

#include <hb-subset.h>
#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "pdf/cff.hpp"
#include "pdf/compress.hpp"

namespace brochure::pdf {
namespace {

template <auto destroy>
struct Destroy {
    template <class T>
    void operator()(T* it) const noexcept {
        destroy(it);
    }
};
using Input = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Destroy<hb_font_destroy>>;
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;

std::string_view bytes_of(hb_blob_t* blob) {
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob, &size);
    return {data, size};
}

// The face without its map of characters and its rules of shaping. A plan made by glyph numbers would else read the
// whole map, 44,000 characters of a Japanese face, and that takes longer than the rest of the subset.
Face outlines_of(hb_face_t* face) {
    const auto table = [](hb_face_t*, hb_tag_t tag, void* whole) {
        for (const hb_tag_t unused : {HB_TAG('c', 'm', 'a', 'p'), HB_TAG('G', 'S', 'U', 'B'),
                                      HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F')})
            if (tag == unused) return hb_blob_get_empty();
        return hb_face_reference_table(static_cast<hb_face_t*>(whole), tag);
    };
    Face outlines{hb_face_create_for_tables(table, hb_face_reference(face),
                                            [](void* whole) { hb_face_destroy(static_cast<hb_face_t*>(whole)); })};
    hb_face_set_upem(outlines.get(), hb_face_get_upem(face));
    hb_face_set_glyph_count(outlines.get(), hb_face_get_glyph_count(face));
    return outlines;
}

Input subset_input(const GlyphTexts& texts) {
    Input input{hb_subset_input_create_or_fail()};
    if (!input) return input;
    hb_set_t* glyphs = hb_subset_input_glyph_set(input.get());
    for (const std::uint32_t glyph : texts.glyphs()) hb_set_add(glyphs, glyph);
    // A PDF shows glyphs by number and has shaped them already: of the tables only the outlines and what they need
    // stay.
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : {"GSUB", "GPOS", "GDEF", "BASE", "MATH", "name", "OS/2", "post", "cmap", "kern", "STAT",
                            "vhea", "vmtx", "VORG", "hdmx", "LTSH", "VDMX", "DSIG", "gasp", "meta", "COLR", "CPAL"})
        hb_set_add(dropped, hb_tag_from_string(tag, -1));
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    return input;
}

// The new number of each glyph, and its width; new numbers of a CID-keyed program give way to its CIDs.
GlyphTable<Code> codes_of(const GlyphTexts& texts, const hb_map_t* new_number, const std::vector<std::uint16_t>& cids,
                          const text::FaceInfo& face) {
    const HbFont font{hb_font_create(face.face)};
    const double units = face.units_per_em;
    hb_font_set_scale(font.get(), static_cast<int>(face.units_per_em), static_cast<int>(face.units_per_em));
    GlyphTable<Code> codes;
    for (const std::uint32_t glyph : texts.glyphs()) {
        const hb_codepoint_t number = hb_map_get(new_number, glyph);
        // The width to a tenth, as W states it: what is left over, TJ makes good.
        codes[glyph] = {static_cast<std::uint16_t>(number < cids.size() ? cids[number] : number),
                        std::round(hb_font_get_glyph_h_advance(font.get(), glyph) * 10000 / units) / 10};
    }
    return codes;
}

/// A code and what it is read as.
struct Entry {
    Code code;
    std::string text;
};

std::vector<Entry> entries_by_code(const Font& font) {
    const GlyphTexts& texts = font.use.texts;
    std::vector<Entry> entries;
    for (const std::uint32_t glyph : texts.glyphs()) entries.push_back({font.codes[glyph], texts.text(glyph)});
    for (std::size_t i = 0; i < font.others.size(); ++i) entries.push_back({font.others[i], texts.others()[i].text});
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.code.code < b.code.code; });
    return entries;
}

// Further codes, behind those of the subset's `count` glyphs, for glyphs that have further meanings. A CFF program has
// no such map: its codes are its glyphs.
void add_others(Font& font, std::size_t count) {
    constexpr std::size_t most_codes = 65536;
    const auto& others = font.use.texts.others();
    if (font.face->cff || others.empty() || count + others.size() > most_codes) return;
    std::string map;
    const auto put_number = [&](std::size_t glyph) {
        map += static_cast<char>(glyph >> 8);
        map += static_cast<char>(glyph);
    };
    for (std::size_t glyph = 0; glyph < count; ++glyph) put_number(glyph);
    for (const auto& other : others) {
        const Code& own = font.codes[other.glyph];
        font.others.push_back({static_cast<std::uint16_t>(count + font.others.size()), own.width});
        put_number(own.code);
    }
    font.glyph_of_code = deflated(map);
}

// ISO 32000-1, 9.7.4.3: runs of successive codes, each as "first [w w w]".
std::string widths_of(const std::vector<Entry>& entries) {
    std::string out = "[";
    int next = -1;
    for (const auto& [code, text] : entries) {
        if (code.code != next) {
            if (next >= 0) out += ']';
            put(out, code.code);
            out += '[';
        } else {
            out += ' ';
        }
        put_real(out, code.width);
        next = code.code + 1;
    }
    return out + (next >= 0 ? "]]" : "]");
}

// ISO 32000-1, 9.10.3. At most 100 entries a block.
std::string to_unicode_of(const std::vector<Entry>& entries) {
    std::string out =
        "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n"
        "/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
    for (std::size_t i = 0; i < entries.size(); i += 100) {
        const std::size_t end = std::min(i + 100, entries.size());
        put(out, static_cast<std::int64_t>(end - i));
        out += " beginbfchar\n";
        for (std::size_t j = i; j < end; ++j) {
            out += '<';
            put_utf16_hex(out, entries[j].code.code);
            out += "><";
            for (std::string_view rest = entries[j].text; !rest.empty();) put_utf16_hex(out, next_character(rest));
            out += ">\n";
        }
        out += "endbfchar\n";
    }
    return out + "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
}

// A glyph that so far has no meaning of its own (a hyphen the line breaker set): the character the face has it for.
void name_nameless(GlyphTexts& texts, hb_face_t* face) {
    std::vector<std::uint32_t> nameless;
    for (const std::uint32_t glyph : texts.glyphs())
        if (texts.text(glyph).empty()) nameless.push_back(glyph);
    if (nameless.empty()) return;
    const HbFont font{hb_font_create(face)};
    const auto look_at = [&](hb_codepoint_t character) {
        hb_codepoint_t glyph = 0;
        if (!hb_font_get_nominal_glyph(font.get(), character, &glyph)) return;
        if (!std::binary_search(nameless.begin(), nameless.end(), glyph) || !texts.text(glyph).empty()) return;
        std::string text;
        put_utf8(text, character);
        texts.use(glyph, text, false);
    };
    for (const hb_codepoint_t common : {0x2Du, 0x2010u, 0x20u}) look_at(common);
    const auto done = [&](std::uint32_t glyph) { return !texts.text(glyph).empty(); };
    if (!std::all_of(nameless.begin(), nameless.end(), done)) {
        const std::unique_ptr<hb_set_t, Destroy<hb_set_destroy>> characters{hb_set_create()};
        hb_face_collect_unicodes(face, characters.get());
        for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(characters.get(), &c);) look_at(c);
    }
    for (const std::uint32_t glyph : nameless) texts.use(glyph, "\uFFFD", false);  // an ornament without a character
}

}  // namespace

const Code& Font::code_for(std::uint32_t glyph, std::string_view part) const {
    const Code* const own = code_if_read_as(glyph, part);
    return own ? *own : codes[glyph];
}

const Code* Font::code_if_read_as(std::uint32_t glyph, std::string_view part) const {
    if (use.texts.means(glyph, part)) return &codes[glyph];
    if (!others.empty())
        if (const auto at = use.texts.other(glyph, part)) return &others[*at];
    return nullptr;
}

std::string subset_tag(const std::string& name, const GlyphTexts& texts) {
    XXH64_hash_t hash = XXH3_64bits(name.data(), name.size());
    for (const std::uint32_t glyph : texts.glyphs()) hash = XXH3_64bits_withSeed(&glyph, sizeof glyph, hash);
    std::string tag;
    for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
    return tag;
}

std::optional<Font> make_font(FaceUse use, const text::FaceInfo& face) {
    Font font;
    font.face = &face;
    font.use = std::move(use);
    font.use.texts.settle();
    name_nameless(font.use.texts, face.face);
    const Input input = subset_input(font.use.texts);
    if (!input) return std::nullopt;
    const Face outlines = outlines_of(face.face);
    const Plan plan{hb_subset_plan_create_or_fail(outlines.get(), input.get())};
    const Face subset{plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr};
    if (!subset) return std::nullopt;

    const Blob blob{face.cff ? hb_face_reference_table(subset.get(), HB_TAG('C', 'F', 'F', ' '))
                             : hb_face_reference_blob(subset.get())};
    const std::string_view program = bytes_of(blob.get());
    if (program.empty()) return std::nullopt;
    std::vector<std::uint16_t> cids;
    if (face.cff) {
        const void* data = program.data();
        cids = cids_of({static_cast<const std::uint8_t*>(data), program.size()});
    }
    font.codes = codes_of(font.use.texts, hb_subset_plan_old_to_new_glyph_mapping(plan.get()), cids, face);
    add_others(font, hb_face_get_glyph_count(subset.get()));
    font.space = space_glyph(face);
    if (font.space && !font.use.texts.uses(*font.space)) font.space.reset();
    font.blank = blank_glyph(face);
    if (font.blank && !font.use.texts.uses(*font.blank)) font.blank.reset();
    font.program = deflated(program);
    font.program_length = program.size();
    font.name = subset_tag(face.postscript_name, font.use.texts) + "+" + face.postscript_name;
    const auto entries = entries_by_code(font);
    font.to_unicode = deflated(to_unicode_of(entries));
    font.widths = widths_of(entries);
    return font;
}

namespace {

std::string descriptor_of(const Font& font, Ref program) {
    const text::FaceInfo& face = *font.face;
    const auto scaled = [&](int units) { return std::llround(units * 1000.0 / face.units_per_em); };
    std::string out = "/Type/FontDescriptor/FontName";
    put_name(out, font.name);
    // ISO 32000-1, table 123. Symbolic: its characters are not all of Adobe's standard Latin set, or need not be.
    put(out += "/Flags ", (face.fixed_pitch ? 1 : 0) + (face.serif ? 2 : 0) + 4 + (face.italic ? 64 : 0));
    out += "/FontBBox[";
    for (const int side : face.bbox) put(out, scaled(side)), out += ' ';
    out.back() = ']';
    put(out += "/ItalicAngle ", face.italic_angle);
    put(out += "/Ascent ", scaled(face.ascender));
    put(out += "/Descent ", scaled(face.descender));
    put(out += "/CapHeight ", scaled(face.cap_height));
    // No font file states its stems; a reader wants the number for a substitute it will not need.
    put(out += "/StemV ", 50 + face.weight * face.weight / 4225);
    put(out += face.cff ? "/FontFile3 " : "/FontFile2 ", program);
    return out;
}

}  // namespace

Ref embed(const Font& font, HaruDocument& document) {
    const bool cff = font.face->cff;
    std::string stream = "/Filter/FlateDecode";
    if (cff)
        stream += "/Subtype/CIDFontType0C";
    else
        put(stream += "/Length1 ", static_cast<std::int64_t>(font.program_length));
    const Ref program = document.add(stream, {font.program});
    const Ref descriptor = document.add(descriptor_of(font, program));
    const Ref to_unicode = document.add("/Filter/FlateDecode", {font.to_unicode});

    std::string descendant =
        cff ? "/Type/Font/Subtype/CIDFontType0/BaseFont" : "/Type/Font/Subtype/CIDFontType2/BaseFont";
    put_name(descendant, font.name);
    descendant += "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W";
    descendant += font.widths;
    put(descendant += "/FontDescriptor ", descriptor);
    if (!cff && font.glyph_of_code.empty()) descendant += "/CIDToGIDMap/Identity";
    if (!font.glyph_of_code.empty())
        put(descendant += "/CIDToGIDMap ", document.add("/Filter/FlateDecode", {font.glyph_of_code}));
    const Ref descendant_font = document.add(descendant);

    std::string out = "/Type/Font/Subtype/Type0/BaseFont";
    put_name(out, font.name);
    put(out += "/Encoding/Identity-H/DescendantFonts[", descendant_font);
    put(out += "]/ToUnicode ", to_unicode);
    return document.add(out);
}

}  // namespace brochure::pdf
