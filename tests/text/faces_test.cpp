#include <fstream>

#include <unistd.h>

#include "catch.hpp"

#include "text/faces.hpp"

using namespace brochure::text;
namespace fs = std::filesystem;

namespace {

const fs::path vollkorn = "/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf";
const fs::path inter = "/usr/share/fonts/opentype/inter/Inter-Regular.otf";
const fs::path collection = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc";

fs::path scratch(const std::string& name, const std::string& bytes) {
    const fs::path file = fs::temp_directory_path() / ("brochure-faces-" + std::to_string(getpid()) + "-" + name);
    std::ofstream{file, std::ios::binary} << bytes;
    return file;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// Changes two bytes of a table and writes the font to a scratch file.
fs::path with_field(const fs::path& file, const std::string& table, std::size_t offset, unsigned value,
                    const std::string& name) {
    std::string bytes = bytes_of(file);
    const auto u8 = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])); };
    const std::size_t count = u8(4) << 8 | u8(5);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t record = 12 + 16 * i;
        if (bytes.compare(record, 4, table) != 0) continue;
        const std::size_t start = u8(record + 8) << 24 | u8(record + 9) << 16 | u8(record + 10) << 8 | u8(record + 11);
        bytes[start + offset] = static_cast<char>(value >> 8);
        bytes[start + offset + 1] = static_cast<char>(value & 255U);
    }
    return scratch(name, bytes);
}

}  // namespace

TEST_CASE("a TrueType face tells what a writer needs to embed it") {
    FontFault fault;
    const auto face = load_face(vollkorn, 0, 400, fault);
    REQUIRE(face != nullptr);
    const FaceInfo& info = face->info;
    CHECK(info.postscript_name == "Vollkorn-Regular");
    CHECK(info.family == "Vollkorn");
    CHECK(info.weight == 400);
    CHECK_FALSE(info.italic);
    CHECK_FALSE(info.cff);
    CHECK(info.units_per_em == 1000);
    CHECK(info.cap_height > info.x_height);
    CHECK(info.x_height > 300);
    CHECK(info.ascender > 0);
    CHECK(info.descender < 0);
    CHECK(info.bbox[0] < info.bbox[2]);
    CHECK(info.may_embed);
    CHECK(info.face != nullptr);
}

TEST_CASE("CFF outlines are told from TrueType, and CID-keyed ones from others") {
    FontFault fault;
    const auto plain = load_face(inter, 0, 400, fault);
    REQUIRE(plain != nullptr);
    CHECK(plain->info.cff);
    CHECK_FALSE(plain->info.cid_keyed);
    const auto keyed = load_face(collection, 0, 400, fault);
    REQUIRE(keyed != nullptr);
    CHECK(keyed->info.cff);
    CHECK(keyed->info.cid_keyed);
}

TEST_CASE("all faces of a collection are listed") {
    FontFault fault;
    const auto faces = list_faces(collection, fault);
    CHECK_FALSE(fault);
    REQUIRE(faces.size() >= 4);
    CHECK(faces[0].families.front() == "Noto Serif CJK JP");
    CHECK(faces[1].index == 1);
}

TEST_CASE("italics and weights are read from the file") {
    FontFault fault;
    const auto faces = list_faces("/usr/share/fonts/truetype/vollkorn/Vollkorn-SemiBoldItalic.ttf", fault);
    REQUIRE(faces.size() == 1);
    CHECK(faces[0].weight == 600);
    CHECK(faces[0].italic);
}

TEST_CASE("a font cut short is refused by name") {
    const std::string whole = bytes_of(vollkorn);
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{3}, std::size_t{12}, std::size_t{200}, whole.size() / 2, whole.size() - 400}) {
        const fs::path file = scratch("cut.ttf", whole.substr(0, size));
        FontFault fault;
        CHECK(list_faces(file, fault).empty());
        CHECK(fault.rule == "font-broken");
        CHECK(fault.text.find("-cut.ttf") != std::string::npos);
    }
}

TEST_CASE("what is not a font is refused by name") {
    FontFault fault;
    CHECK(list_faces(scratch("web.woff2", "wOF2 and more of it"), fault).empty());
    CHECK(fault.text.find("web font") != std::string::npos);
    CHECK(list_faces(scratch("text.ttf", "not a font at all"), fault).empty());
    CHECK(list_faces(fs::temp_directory_path(), fault).empty());
    CHECK(fault.text.find("not a regular file") != std::string::npos);
    CHECK(load_face(scratch("text.ttf", "not a font at all"), 0, 400, fault) == nullptr);
    CHECK(load_face("/nonexistent.ttf", 0, 400, fault) == nullptr);
}

TEST_CASE("a font whose licence forbids embedding is refused by name") {
    FontFault fault;
    CHECK(load_face(with_field(vollkorn, "OS/2", 8, 0x0002, "restricted.ttf"), 0, 400, fault) == nullptr);
    CHECK(fault.rule == "font-embedding");
    CHECK(fault.text.find("Vollkorn") != std::string::npos);
    CHECK(load_face(with_field(vollkorn, "OS/2", 8, 0x0100, "whole.ttf"), 0, 400, fault) == nullptr);
    fault = {};
    CHECK(load_face(with_field(vollkorn, "OS/2", 8, 0x0008, "editable.ttf"), 0, 400, fault) != nullptr);
}
