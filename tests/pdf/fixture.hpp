#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "page/page.hpp"
#include "pdf/writer.hpp"
#include "prepress/prepress.hpp"

/// Small publications made by hand, and the readers that look at what became of them.
namespace fixture {

using namespace brochure;

/// Faces loaded straight from files, so that these tests need neither fontconfig nor the text room.
class Library {
public:
    Library();
    ~Library();
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    text::FaceId serif, cff, hebrew;  // TrueType, a CID-keyed CFF collection, a TrueType right to left
    text::FaceId named_cff;           // a CFF that is not CID-keyed; none: not installed

    /// Shapes one run; kerning and ligatures on. `size`: points.
    text::GlyphRun shape(text::FaceId face, const std::string& text, double size = 10,
                         const std::string& lang = "en-US", bool rtl = false) const;
    pdf::Faces faces() const;

private:
    text::FaceId load(const std::string& file, unsigned index, const std::string& name, bool is_cff, bool cid_keyed);
    struct Loaded;
    std::vector<std::unique_ptr<Loaded>> loaded_;
};

/// A publication of one section, to be filled.
struct Book {
    explicit Book(const Library& fonts);
    page::ElementId add(page::Role role, page::ElementId parent = {0});
    page::Page& page(double width = 396, double height = 612);
    void say(page::ElementId element, double x, double y, const text::GlyphRun& run);
    page::Publication publication;
    const Library& fonts;
};

/// A folder that goes away with the test.
class Folder {
public:
    Folder();
    ~Folder();
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

std::optional<pdf::Written> write(const Book& book, const std::filesystem::path& file, Diagnostics& found,
                                  prepress::Edition edition = prepress::Edition::screen, int cores = 2,
                                  const std::vector<image::Raster>& rasters = {});
/// The same where it must succeed.
pdf::Written written(const Book& book, const std::filesystem::path& file,
                     prepress::Edition edition = prepress::Edition::screen,
                     const std::vector<image::Raster>& rasters = {});

std::string read(const std::filesystem::path& file);

/// What a command printed, and how it ended. `tool` missing: empty, and the test says SKIPPED with its name.
struct Ran {
    int status = 0;
    std::string output;
};
std::optional<Ran> run(const std::string& tool, const std::string& arguments);

/// qpdf, Poppler and MuPDF each open the file without a complaint.
void check_readers(const std::filesystem::path& file);
/// The objects of the file with streams inflated, as qpdf lists them.
std::optional<std::string> unpacked(const std::filesystem::path& file);

}  // namespace fixture
