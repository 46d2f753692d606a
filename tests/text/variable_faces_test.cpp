// Variable fonts, made here from static ones: a `wght` axis from 100 to 900, along which the letter m grows wider.
#include <hb-ot.h>

#include <fstream>

#include <unistd.h>

#include "catch.hpp"
#include "text/faces.hpp"
#include "text/sfnt.hpp"

using namespace brochure::text;
namespace fs = std::filesystem;

namespace {

const fs::path vollkorn = "/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf";
const fs::path inter = "/usr/share/fonts/opentype/inter/Inter-Regular.otf";
constexpr unsigned wider_at_900 = 100;  // font units

std::string u16(unsigned value) {
    return {static_cast<char>(value >> 8), static_cast<char>(value & 255U)};
}
std::string u32(unsigned value) {
    return u16(value >> 16) + u16(value & 0xFFFFU);
}

/// One axis, `wght` from 100 by 400 to 900, no named instances.
std::string fvar() {
    std::string table = u32(0x00010000) + u16(16) + u16(2) + u16(1) + u16(20) + u16(0) + u16(8);
    table += "wght";
    return table += u32(100U << 16) + u32(400U << 16) + u32(900U << 16) + u16(0) + u16(2);
}

/// Points of a simple glyph.
unsigned points_of(hb_face_t* face, unsigned glyph) {
    const Table head{face, HB_TAG('h', 'e', 'a', 'd')}, loca{face, HB_TAG('l', 'o', 'c', 'a')},
        glyf{face, HB_TAG('g', 'l', 'y', 'f')};
    const unsigned at = head.u16(50) != 0 ? loca.u32(4 * glyph) : 2 * loca.u16(2 * glyph);
    const int contours = glyf.i16(at);
    REQUIRE(contours > 0);
    return glyf.u16(at + 10 + 2 * static_cast<unsigned>(contours - 1)) + 1;
}

/// Moves the second phantom point of one glyph, which is its advance.
std::string gvar(hb_face_t* face, unsigned glyph) {
    std::string tuple = u16(1) + u16(10);         // one variation, its data after the headers
    tuple += u16(8) + u16(0xA000) + u16(0x4000);  // its own peak, 1.0, and its own points
    tuple += std::string{"\x01\x80", 2} + u16(points_of(face, glyph) + 1);
    tuple += '\x40';  // one delta in x, a word
    tuple += u16(wider_at_900);
    tuple += '\x80';  // and one in y, zero
    tuple.resize((tuple.size() + 3) / 4 * 4);
    const unsigned glyphs = hb_face_get_glyph_count(face), data = 20 + 4 * (glyphs + 1);
    std::string table = u16(1) + u16(0) + u16(1) + u16(0) + u32(data) + u16(glyphs) + u16(1) + u32(data);
    for (unsigned i = 0; i <= glyphs; ++i) table += u32(i <= glyph ? 0 : static_cast<unsigned>(tuple.size()));
    return table + tuple;
}

/// A copy of the font with more tables, in a scratch file.
fs::path with_tables(hb_face_t* face, const std::vector<std::pair<hb_tag_t, std::string>>& more,
                     const std::string& name) {
    const HbPointer<hb_face_t> builder{hb_face_builder_create()};
    std::vector<hb_tag_t> tags(64);
    auto count = static_cast<unsigned>(tags.size());
    hb_face_get_table_tags(face, 0, &count, tags.data());
    for (unsigned i = 0; i < count; ++i) {
        const HbPointer<hb_blob_t> table{hb_face_reference_table(face, tags[i])};
        hb_face_builder_add_table(builder.get(), tags[i], table.get());
    }
    for (const auto& [tag, bytes] : more) {
        const HbPointer<hb_blob_t> table{hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                                        HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr)};
        hb_face_builder_add_table(builder.get(), tag, table.get());
    }
    const HbPointer<hb_blob_t> blob{hb_face_reference_blob(builder.get())};
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob.get(), &size);
    fs::path file = fs::temp_directory_path() / ("brochure-variable-" + std::to_string(getpid()) + "-" + name);
    std::ofstream{file, std::ios::binary}.write(data, size);
    return file;
}

unsigned glyph_of(hb_face_t* face, hb_codepoint_t character) {
    const HbPointer<hb_font_t> font{hb_font_create(face)};
    hb_codepoint_t glyph = 0;
    REQUIRE(hb_font_get_nominal_glyph(font.get(), character, &glyph));
    return glyph;
}

int advance_of(const Face& face, hb_codepoint_t character) {
    hb_codepoint_t glyph = 0;
    REQUIRE(hb_font_get_nominal_glyph(face.font.get(), character, &glyph));
    return hb_font_get_glyph_h_advance(face.font.get(), glyph);
}

fs::path variable_vollkorn() {
    FontFault fault;
    const auto still = load_face(vollkorn, 0, 400, fault);
    REQUIRE(still != nullptr);
    hb_face_t* face = still->face.get();
    return with_tables(
        face, {{HB_TAG('f', 'v', 'a', 'r'), fvar()}, {HB_TAG('g', 'v', 'a', 'r'), gvar(face, glyph_of(face, 'm'))}},
        "glyf.ttf");
}

}  // namespace

TEST_CASE("a variable font is listed with the range of its weights") {
    FontFault fault;
    const auto faces = list_faces(variable_vollkorn(), fault);
    REQUIRE(faces.size() == 1);
    CHECK(faces[0].variable);
    CHECK(faces[0].weight_min == 100);
    CHECK(faces[0].weight_max == 900);
}

TEST_CASE("a variable font is set at the instance asked for, and each instance is a font of its own") {
    const fs::path file = variable_vollkorn();
    FontFault fault;
    const auto regular = load_face(file, 0, 400, fault), middle = load_face(file, 0, 650, fault),
               black = load_face(file, 0, 900, fault), beyond = load_face(file, 0, 1000, fault);
    INFO(fault.text);
    REQUIRE((regular && middle && black && beyond));
    const int width = advance_of(*regular, 'm');
    CHECK(advance_of(*middle, 'm') == width + static_cast<int>(wider_at_900) / 2);
    CHECK(advance_of(*black, 'm') == width + static_cast<int>(wider_at_900));
    CHECK(advance_of(*beyond, 'm') == advance_of(*black, 'm'));
    CHECK(advance_of(*black, 'n') == advance_of(*regular, 'n'));
    CHECK(black->info.weight == 900);
    CHECK(black->info.postscript_name == "Vollkorn-Regular-wght900");
    CHECK(regular->info.postscript_name != black->info.postscript_name);
    CHECK_FALSE(hb_ot_var_has_data(black->face.get()));  // nothing variable goes into a PDF
}

TEST_CASE("a variable font that cannot be set at one weight is refused by name") {
    FontFault fault;
    const auto still = load_face(inter, 0, 400, fault);
    REQUIRE(still != nullptr);
    const fs::path file = with_tables(still->face.get(), {{HB_TAG('f', 'v', 'a', 'r'), fvar()}}, "cff.otf");
    CHECK(load_face(file, 0, 400, fault) == nullptr);
    CHECK(fault.rule == "font-variable");
    CHECK(fault.text.find(file.string()) != std::string::npos);
    CHECK(fault.hint.find("static") != std::string::npos);
}
