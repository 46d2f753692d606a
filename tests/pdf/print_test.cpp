#include <cstdio>
#include <regex>

#include "catch.hpp"
#include "fixture.hpp"
#include "pdf/content.hpp"
#include "pdf/writer.hpp"

using namespace brochure;
using namespace fixture;

namespace {

pdf::Target target(pdf::Print::Standard standard) {
    const std::string bytes = read("/usr/share/texlive/texmf-dist/tex/generic/colorprofiles/FOGRA39L_coated.icc");
    auto profile = std::make_shared<const std::vector<std::uint8_t>>(bytes.begin(), bytes.end());
    return {"brochure test", 2, pdf::Print{standard, "FOGRA39", "http://www.color.org", "Coated", std::move(profile)}};
}

/// A page of text with a link, written for a printer.
std::string printed(pdf::Print::Standard standard, const prepress::Marks& marks, const Library& fonts,
                    const Folder& folder) {
    Book book{fonts};
    page::Page& page = book.page();
    page.bleed = Length::from_pt(9);
    const auto paragraph = book.add(page::Role::p);
    book.say(paragraph, 50, 60, fonts.shape(fonts.serif, "Words", 12));
    const auto link = book.add(page::Role::link);
    book.publication.structure.back().url = "https://example.org";
    book.say(link, 50, 80, fonts.shape(fonts.serif, "A link", 12));
    book.publication.pages[0].items.emplace_back(
        page::LinkArea{{Length::from_pt(50), Length::from_pt(70), Length::from_pt(40), Length::from_pt(12)}, link});
    const auto sheets = prepress::press_sheets(book.publication, Length::from_pt(9), marks);
    Diagnostics found;
    REQUIRE(pdf::write_document(sheets, {}, fonts.faces(), target(standard), folder / "a.pdf", found));
    if (target(standard).print->profile->empty())
        std::puts("not run: a printer's file in other readers (no texlive-base here)");
    else
        check_readers(folder / "a.pdf");
    return unpacked(folder / "a.pdf").value_or("");
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a file for a printer names its standard where that standard looks for it") {
    const Library fonts;
    const Folder folder;
    const bool x1a = GENERATE(false, true);
    const std::string file = printed(x1a ? pdf::Print::Standard::x1a : pdf::Print::Standard::x4, {}, fonts, folder);
    if (file.empty()) return;
    CHECK(read(folder / "a.pdf").starts_with(x1a ? "%PDF-1.4" : "%PDF-1.6"));
    CHECK(holds(file, "/S /GTS_PDFX\n"));
    CHECK(holds(file, "/OutputConditionIdentifier (FOGRA39)"));
    CHECK(holds(file, "/RegistryName (http://www.color.org)"));
    CHECK(holds(file, "/Trapped /False"));
    CHECK(holds(file, "<pdf:Trapped>False</pdf:Trapped>"));
    CHECK(holds(file, "/CreationDate (D:20000101000000Z)"));
    CHECK(holds(file, "<xmp:ModifyDate>2000-01-01T00:00:00Z</xmp:ModifyDate>"));
    CHECK(holds(file, "/GTS_PDFXVersion (PDF/X-1a:2003)") == x1a);
    CHECK(holds(file, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>") == !x1a);
    CHECK_FALSE(holds(file, "/Annot"));
    CHECK_FALSE(holds(file, "/ArtBox"));
    CHECK(holds(file, "/StructTreeRoot"));
}

TEST_CASE("marks are in a colour of all plates, which is there only when they are") {
    const Library fonts;
    const Folder folder;
    prepress::Marks marks;
    CHECK_FALSE(holds(printed(pdf::Print::Standard::x4, marks, fonts, folder), "/Separation"));
    marks.crop = true;
    const std::string file = printed(pdf::Print::Standard::x4, marks, fonts, folder);
    if (file.empty()) return;
    CHECK(std::regex_search(file, std::regex{"/Separation\\s+/All\\s+/DeviceCMYK"}));
    CHECK(holds(file, "/All CS 1 SCN\n"));
}

TEST_CASE("black overprints where the design says so, and nothing lighter or coloured ever does") {
    const auto overprints = [](std::array<double, 4> cmyk, bool asked = true) {
        return pdf::ink_of({"a", {0, 0, 0}, cmyk, asked}, prepress::Edition::print).overprint;
    };
    CHECK(overprints({0, 0, 0, 100}));
    CHECK(overprints({0, 0, 0, 80}));
    CHECK_FALSE(overprints({0, 0, 0, 100}, false));
    CHECK_FALSE(overprints({0, 0, 0, 0}));
    CHECK_FALSE(overprints({0, 0, 0, 28}));
    CHECK_FALSE(overprints({1, 3, 11, 0}));
    CHECK_FALSE(overprints({60, 40, 40, 100}));
}
