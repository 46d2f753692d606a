#include "fixture.hpp"

#include <hb-ot.h>
#include <hb.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

namespace fixture {

struct Library::Loaded {
    hb_face_t* face = nullptr;
    text::FaceInfo info;
    ~Loaded() { hb_face_destroy(face); }
};

Library::Library() {
    serif = load("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf", 0, "NotoSerif", false, false);
    cff = load("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 0, "NotoSerifCJKjp-Regular", true, true);
    hebrew =
        load("/usr/share/fonts/truetype/noto/NotoSansHebrew-Regular.ttf", 0, "NotoSansHebrew-Regular", false, false);
    for (const char* file : {"/usr/share/fonts/opentype/vollkorn/Vollkorn-Regular.otf",
                             "/usr/share/fonts/opentype/urw-base35/NimbusRoman-Regular.otf",
                             "/usr/share/fonts/opentype/inter/Inter-Regular.otf"})
        if (named_cff.index < 0 && std::filesystem::exists(file))
            named_cff = load(file, 0, "NamedCff-Regular", true, false);
}
Library::~Library() = default;

text::FaceId Library::load(const std::string& file, unsigned index, const std::string& name, bool is_cff,
                           bool cid_keyed) {
    hb_blob_t* blob = hb_blob_create_from_file(file.c_str());
    auto loaded = std::make_unique<Loaded>();
    loaded->face = hb_face_create(blob, index);
    hb_blob_destroy(blob);
    INFO(file);
    REQUIRE(hb_face_get_glyph_count(loaded->face) > 0);
    text::FaceInfo& info = loaded->info;
    info.file = file;
    info.collection_index = index;
    info.postscript_name = name;
    info.serif = true;
    info.cff = is_cff;
    info.cid_keyed = cid_keyed;
    info.units_per_em = hb_face_get_upem(loaded->face);
    const int em = static_cast<int>(info.units_per_em);
    info.ascender = em, info.descender = -em / 4, info.cap_height = em * 7 / 10, info.x_height = em / 2;
    info.bbox[1] = -em / 4, info.bbox[2] = em, info.bbox[3] = em;
    info.face = loaded->face;
    loaded_.push_back(std::move(loaded));
    return {static_cast<int>(loaded_.size()) - 1};
}

text::GlyphRun Library::shape(text::FaceId face, const std::string& text, double size, const std::string& lang,
                              bool rtl) const {
    const text::FaceInfo& info = loaded_[static_cast<std::size_t>(face.index)]->info;
    hb_font_t* font = hb_font_create(info.face);
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.c_str(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_direction(buffer, rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, hb_language_from_string(lang.c_str(), -1));
    hb_shape(font, buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    text::GlyphRun run;
    run.face = face;
    run.size = Length::from_pt(size);
    run.swatch = "ink";
    run.lang = lang;
    run.rtl = rtl;
    run.text = text;
    const double scale = size / info.units_per_em;
    for (unsigned i = 0; i < count; ++i) {
        run.glyphs.push_back({glyphs[i].codepoint, glyphs[i].cluster, positions[i].x_advance * scale});
        run.set_offset(i, {positions[i].x_offset * scale, positions[i].y_offset * scale});
        run.advance += Length::from_pt(run.glyphs.back().advance);
    }
    hb_buffer_destroy(buffer);
    hb_font_destroy(font);
    return run;
}

pdf::Faces Library::faces() const {
    return [this](text::FaceId face) -> const text::FaceInfo& {
        return loaded_[static_cast<std::size_t>(face.index)]->info;
    };
}

Book::Book(const Library& library) : fonts{library} {
    publication.name = "test";
    publication.title = "Partner cities";
    publication.author = "Sister Cities";
    publication.lang = "en-US";
    publication.structure.resize(1);
    publication.structure[0].role = page::Role::document;
    publication.swatches = {{"ink", {26, 26, 26}, {0, 0, 0, 100}, true},
                            {"night", {18, 48, 63}, {92, 66, 50, 48}, false},
                            {"paper", {255, 255, 255}, {0, 0, 0, 0}, true}};
}

page::ElementId Book::add(page::Role role, page::ElementId parent) {
    const page::ElementId id{static_cast<int>(publication.structure.size())};
    page::Element element;
    element.role = role;
    element.parent = parent;
    publication.structure.push_back(element);
    publication.structure[static_cast<std::size_t>(parent.index)].children.push_back(id);
    return id;
}

page::Page& Book::page(double width, double height) {
    page::Page page;
    page.trim = {Length::from_pt(width), Length::from_pt(height)};
    page.bleed = Length::from_pt(9);
    page.label = std::to_string(publication.pages.size() + 1);
    publication.pages.push_back(std::move(page));
    return publication.pages.back();
}

void Book::say(page::ElementId element, double x, double y, const text::GlyphRun& run) {
    publication.pages.back().items.push_back(page::PlacedRun{{Length::from_pt(x), Length::from_pt(y)}, run, element});
}

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "pdf-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()));
    path_ = name;
}
Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all, ignored);
    std::filesystem::remove_all(path_, ignored);
}

std::optional<pdf::Written> write(const Book& book, const std::filesystem::path& file, Diagnostics& found,
                                  prepress::Edition edition, int cores, const std::vector<image::Raster>& rasters) {
    const prepress::Sheets sheets = prepress::single_pages(book.publication, edition);
    return pdf::write_document(sheets, rasters, book.fonts.faces(), {"brochure test", cores}, file, found);
}

pdf::Written written(const Book& book, const std::filesystem::path& file, prepress::Edition edition,
                     const std::vector<image::Raster>& rasters) {
    Diagnostics found;
    const auto result = write(book, file, found, edition, 2, rasters);
    for (const Diagnostic& it : found.all()) UNSCOPED_INFO(it.text);
    REQUIRE(result);
    CHECK(found.all().empty());
    CHECK(result->bytes == std::filesystem::file_size(file));
    return *result;
}

std::string read(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::optional<Ran> run(const std::string& tool, const std::string& arguments) {
    if (std::system(("command -v " + tool + " >/dev/null 2>&1").c_str()) != 0) {
        std::cout << "not run: what " << tool << " reads in a PDF (it is not installed)\n";
        return std::nullopt;
    }
    Ran ran;
    FILE* pipe = ::popen((tool + " " + arguments + " 2>&1").c_str(), "r");
    REQUIRE(pipe);
    char buffer[4096];
    for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) ran.output.append(buffer, got);
    ran.status = WEXITSTATUS(::pclose(pipe));
    return ran;
}

void check_readers(const std::filesystem::path& file) {
    if (const auto ran = run("qpdf", "--check " + file.string())) {
        INFO(ran->output);
        CHECK(ran->status == 0);
        CHECK(ran->output.find("WARNING") == std::string::npos);
    }
    if (const auto ran = run("pdftotext", file.string() + " /dev/null")) {
        CHECK(ran->status == 0);
        CHECK(ran->output == "");
    }
    if (const auto ran = run("mutool", "draw -q -o /dev/null -r 20 -F pnm " + file.string() + " 1-3")) {
        INFO(ran->output);
        CHECK(ran->status == 0);
        // Debian builds MuPDF without colour management; that is not the file's fault.
        CHECK((ran->output.empty() || ran->output == "warning: ICC support is not available\n"));
    }
}

std::optional<std::string> unpacked(const std::filesystem::path& file) {
    const auto ran = run("qpdf", "--qdf --object-streams=disable " + file.string() + " -");
    return ran ? std::optional{ran->output} : std::nullopt;
}

}  // namespace fixture
