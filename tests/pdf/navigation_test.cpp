// Boxes, labels, outlines, links, metadata, colours and pictures, as other programs see them.
#include "pdf/navigation.hpp"
#include "fixture.hpp"
#include "pdf/metadata.hpp"
#include "pdf/syntax.hpp"

using namespace brochure;
using namespace fixture;
using page::Role;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}
std::size_t count(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++n;
    return n;
}
Length pt(double v) {
    return Length::from_pt(v);
}

struct Case {
    Library fonts;
    Book book{fonts};
    Folder folder;
    std::filesystem::path file = folder / "case.pdf";
    page::Publication& it = book.publication;
    void say(const std::string& words) { book.say(book.add(Role::p), 42, 60, fonts.shape(fonts.serif, words)); }
};

image::Bytes bytes(const std::string& text) {
    return std::make_shared<const std::vector<std::uint8_t>>(text.begin(), text.end());
}

image::Raster grey_flate(std::uint64_t identity) {
    // A zlib stream of four stored bytes: two by two pixels.
    const std::string data{"\x78\x01\x01\x04\x00\xFB\xFF\x00\x40\x80\xC0\x02\x84\x01\x81", 15};
    image::Raster raster;
    raster.filter = image::Raster::Filter::flate;
    raster.colour = image::Colour::grey;
    raster.width = raster.height = 2;
    raster.data = {bytes(data)};
    raster.length = data.size();
    raster.identity = identity;
    return raster;
}

}  // namespace

TEST_CASE("print has a trim box and a bleed box to the hundredth of a point, and PDF 1.6; the screen PDF 1.7") {
    Case a;
    a.book.page(419.528, 595.276);  // A5
    a.say("Words");
    a.it.pages[0].bleed = Length::from_mm(3);
    written(a.book, a.file, prepress::Edition::print);
    if (const auto ran = run("pdfinfo", "-box " + a.file.string())) {
        INFO(ran->output);
        CHECK(has(ran->output, "PDF version:     1.6"));
        CHECK(has(ran->output, "MediaBox:            0.00     0.00   436.54   612.28"));
        CHECK(has(ran->output, "BleedBox:            0.00     0.00   436.54   612.28"));
        CHECK(has(ran->output, "TrimBox:             8.50     8.50   428.03   603.78"));
    }
    written(a.book, a.file);
    if (const auto ran = run("pdfinfo", "-box " + a.file.string())) {
        CHECK(has(ran->output, "PDF version:     1.7"));
        CHECK(has(ran->output, "MediaBox:            0.00     0.00   419.53   595.28"));
    }
}

TEST_CASE("document information and XMP say the same, and a date only when there is one") {
    Case a;
    a.book.page();
    a.say("Words");
    a.it.title = "Villes sœurs & amies";
    a.it.subject = "Partners";
    written(a.book, a.file);
    const std::string undated = read(a.file);
    CHECK(!has(undated, "CreationDate"));
    CHECK(!has(undated, "CreateDate"));
    a.it.date = "2026-05-01T10:00:00+02:00";
    written(a.book, a.file);
    if (const auto ran = run("pdfinfo", "-rawdates " + a.file.string())) {
        INFO(ran->output);
        CHECK(has(ran->output, "Title:           Villes sœurs & amies"));
        CHECK(has(ran->output, "Author:          Sister Cities"));
        CHECK(has(ran->output, "Subject:         Partners"));
        CHECK(has(ran->output, "Producer:        brochure test"));
        CHECK(has(ran->output, "CreationDate:    D:20260501100000+02'00'"));
        CHECK(has(ran->output, "Tagged:          yes"));
        CHECK(has(ran->output, "Metadata Stream: yes"));
    }
    if (const auto ran = run("pdfinfo", "-meta " + a.file.string())) {
        CHECK(has(ran->output, "Villes sœurs &amp; amies"));
        CHECK(has(ran->output, "<dc:language><rdf:Bag><rdf:li>en-US</rdf:li>"));
        CHECK(has(ran->output, "<xmp:CreateDate>2026-05-01T10:00:00+02:00</xmp:CreateDate>"));
    }
    if (const auto raw = unpacked(a.file)) {
        CHECK(has(*raw, "/DisplayDocTitle true"));
        CHECK_FALSE(has(*raw, "/Direction"));
        CHECK(has(*raw, "/Lang (en-US)"));
        CHECK(has(*raw, "/GTS_PDFA1"));
    }
}

TEST_CASE("a file in a language written from right to left says so to whoever lays its pages side by side") {
    Case a;
    a.book.page();
    a.say("Words");
    a.it.lang = "he";
    written(a.book, a.file);
    if (const auto raw = unpacked(a.file)) CHECK(has(*raw, "/Direction /R2L"));
}

TEST_CASE("a file says that it keeps a standard only when it is told to") {
    Case a;
    a.book.page();
    a.say("Words");
    const auto metadata = [&](const prepress::Claims& claims) {
        Diagnostics found;
        const pdf::Target target{.producer = "brochure test", .claims = claims};
        REQUIRE(pdf::write_document(prepress::single_pages(a.book.publication, prepress::Edition::screen), {},
                                    a.fonts.faces(), target, a.file, found));
        return read(a.file);
    };
    const std::string neither = metadata({});
    CHECK(!has(neither, "pdfuaid"));
    CHECK(!has(neither, "pdfaid"));
    const std::string accessible = metadata({.pdf_ua = true});
    CHECK(has(accessible, "<pdfuaid:part>1</pdfuaid:part>"));
    CHECK(!has(accessible, "<pdfaid:part>"));
    const std::string both = metadata({.pdf_ua = true, .pdf_a = true});
    CHECK(has(both, "<pdfuaid:part>1</pdfuaid:part>"));
    CHECK(has(both, "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>"));
}

TEST_CASE("dates of ISO 8601 become dates of PDF, and what is none does not") {
    CHECK(pdf::pdf_date("2026") == "D:2026");
    CHECK(pdf::pdf_date("2026-05-01") == "D:20260501");
    CHECK(pdf::pdf_date("2026-05-01T10:00Z") == "D:202605011000Z");
    CHECK(pdf::pdf_date("2026-05-01T10:00:07-05:00") == "D:20260501100007-05'00'");
    for (const char* wrong :
         {"", "May 2026", "26", "2026-5", "2026-05-01T10", "2026-05-01 10:00", "2026-05-01T10:00+2"})
        CHECK(!pdf::pdf_date(wrong));
}

TEST_CASE("a link is clickable, has words, is in the structure tree and leads to its address") {
    Case a;
    a.book.page();
    const auto paragraph = a.book.add(Role::p), link = a.book.add(Role::link, paragraph);
    auto& element = a.it.structure[static_cast<std::size_t>(link.index)];
    element.url = "https://example.org/sœurs (a) b";
    element.alt = "Sister cities on the web";
    a.book.say(link, 42, 60, a.fonts.shape(a.fonts.serif, "example.org"));
    a.it.pages[0].items.push_back(page::LinkArea{{pt(42), pt(50), pt(60), pt(12)}, link});
    written(a.book, a.file);
    check_readers(a.file);
    if (const auto ran = run("pdfinfo", "-url " + a.file.string())) {
        INFO(ran->output);
        CHECK(has(ran->output, "https://example.org/s%C5%93urs%20(a)%20b"));
    }
    if (const auto raw = unpacked(a.file)) {
        CHECK(has(*raw, "/Contents (Sister cities on the web)"));
        CHECK(has(*raw, "/OBJR"));
        CHECK(has(*raw, "/StructParent 1\n"));
        CHECK(has(*raw, "/Tabs /S"));
    }
}

TEST_CASE("a link may lead to a page of the publication, or, where that is not printed, nowhere") {
    Case a;
    for (int i = 0; i < 3; ++i) a.book.page();
    const auto toc = a.book.add(Role::toc), item = a.book.add(Role::toc_item, toc);
    const auto reference = a.book.add(Role::reference, item), link = a.book.add(Role::link, reference);
    auto& element = a.it.structure[static_cast<std::size_t>(link.index)];
    element.url = "#page=3";
    element.title = "Seika";
    a.book.say(link, 42, 60, a.fonts.shape(a.fonts.serif, "Seika"));
    a.it.pages.back().items.push_back(page::LinkArea{{pt(42), pt(50), pt(60), pt(12)}, link});
    written(a.book, a.file);
    check_readers(a.file);
    if (const auto raw = unpacked(a.file)) {
        CHECK(has(*raw, "/S /GoTo"));
        CHECK(count(*raw, "/XYZ") == 1);
        CHECK(has(*raw, "/Contents (Seika)"));
        for (const char* type : {"/S /TOC\n", "/S /TOCI\n", "/S /Reference\n", "/S /Link\n"}) CHECK(has(*raw, type));
        CHECK(!has(*raw, "/URI"));
    }
    a.it.structure[static_cast<std::size_t>(link.index)].url = "#page=4";  // there are three
    written(a.book, a.file);
    check_readers(a.file);
    if (const auto raw = unpacked(a.file)) CHECK(!has(*raw, "/Subtype /Link"));
}

TEST_CASE("the outline nests by level and leads to the place on the page") {
    Case a;
    for (int i = 0; i < 3; ++i) {
        a.book.page();
        a.say("Words");
    }
    a.it.outline = {{"Cities", 0, pt(42), 1},
                    {"Colima — México", 1, pt(100), 2},
                    {"Palaces", 1, pt(200), 3},
                    {"Seika", 2, pt(90), 2},
                    {"Goals", 2, pt(300), 1}};
    written(a.book, a.file);
    check_readers(a.file);
    if (const auto ran = run("mutool", "show " + a.file.string() + " outline")) {
        INFO(ran->output);
        CHECK(has(ran->output, "\t\"Cities\""));
        CHECK(has(ran->output, "\t\t\"Colima — México\""));
        CHECK(has(ran->output, "\t\t\t\"Palaces\""));
        CHECK(has(ran->output, "\t\t\"Seika\""));
        CHECK(has(ran->output, "\t\"Goals\""));
    }
    if (const auto raw = unpacked(a.file)) CHECK(count(*raw, "/XYZ") == 5);
}

TEST_CASE("page labels are ranges of numerals, and other labels stand alone") {
    Case a;
    const std::vector<std::string> labels{"Cover", "i", "ii", "1", "2", "3", "7", ""};
    for (const std::string& label : labels) {
        a.book.page().label = label;
        a.say("Words");
    }
    written(a.book, a.file);
    check_readers(a.file);
    if (const auto raw = unpacked(a.file)) {
        CHECK(has(*raw, "/P (Cover)"));
        CHECK(count(*raw, "/S /r\n") == 1);
        CHECK(count(*raw, "/S /D\n") == 2);
        CHECK(has(*raw, "/St 7"));
    }
}

TEST_CASE("print uses the CMYK build, and black overprints where white never does") {
    Case a;
    a.book.page();
    a.say("Words");
    a.it.pages[0].items.push_back(page::rectangle({pt(0), pt(0), pt(50), pt(50)}, "night"));
    a.it.pages[0].items.push_back(page::rectangle({pt(5), pt(5), pt(5), pt(5)}, "paper"));
    a.it.pages[0].items.push_back(page::line({pt(0), pt(60)}, {pt(50), pt(60)}, {"ink", pt(0.5)}));
    written(a.book, a.file, prepress::Edition::print);
    check_readers(a.file);
    if (const auto raw = unpacked(a.file)) {
        CHECK(has(*raw, "0 0 0 1 k\n/G1 gs\n"));
        CHECK(has(*raw, "0.92 0.66 0.5 0.48 k\n/G0 gs\n"));
        CHECK(has(*raw, "0 0 0 0 k\n14 "));  // straight on: still without overprint
        CHECK(has(*raw, "/G2 gs\n"));
        CHECK(!has(*raw, " rg\n"));
    }
    written(a.book, a.file);
    if (const auto raw = unpacked(a.file)) {
        CHECK(has(*raw, "0.071 0.188 0.247 rg"));
        CHECK(!has(*raw, " k\n"));
    }
}

TEST_CASE("a raster used twice is embedded once, at its own place and clipped to what shows") {
    Case a;
    a.book.page();
    a.say("Words");
    page::Picture picture;
    picture.crop = {0.25, 0.25, 0.5, 0.5};
    picture.placed = {pt(100), pt(100)};
    a.it.pictures = {picture, picture};
    const Rect frame{pt(100), pt(200), pt(100), pt(100)};
    const auto figure = a.book.add(Role::figure);
    a.it.pages[0].items.push_back(page::PlacedPicture{0, frame, frame, figure});
    a.it.pages[0].items.push_back(page::PlacedPicture{1, frame, frame, figure});
    std::vector<image::Raster> rasters{grey_flate(7), grey_flate(7)};
    auto mask = std::make_shared<image::Raster>(grey_flate(8));
    rasters[0].soft_mask = rasters[1].soft_mask = mask;
    written(a.book, a.file, prepress::Edition::screen, rasters);
    check_readers(a.file);
    if (const auto raw = unpacked(a.file)) {
        CHECK(count(*raw, "/Subtype /Image") == 2);  // the raster and its mask
        CHECK(has(*raw, "/SMask"));
        CHECK(has(*raw, "100 312 100 100 re\nW n\n200 0 0 200 50 262 cm\n/I0 Do"));
    }
}

TEST_CASE("equal colour profiles are embedded once, and inverted CMYK is turned round") {
    Case a;
    a.book.page();
    a.say("Words");
    page::Picture picture;
    a.it.pictures = {picture, picture};
    const Rect frame{pt(0), pt(0), pt(50), pt(50)};
    const auto figure = a.book.add(Role::figure);
    std::vector<image::Raster> rasters;
    for (std::uint64_t i = 0; i < 2; ++i) {
        image::Raster raster;
        raster.filter = image::Raster::Filter::flate;
        raster.colour = image::Colour::cmyk;
        raster.inverted = true;
        raster.width = raster.height = 1;
        const std::string data{"\x78\x01\x01\x04\x00\xFB\xFF\x00\x40\x80\xC0\x02\x84\x01\x81", 15};
        raster.data = {bytes(data)};
        raster.length = data.size();
        raster.icc = bytes("not a real profile");
        raster.identity = i + 1;
        rasters.push_back(raster);
        a.it.pages[0].items.push_back(page::PlacedPicture{i, frame, frame, figure});
    }
    written(a.book, a.file, prepress::Edition::print, rasters);
    if (const auto raw = unpacked(a.file)) {
        CHECK(count(*raw, "/Subtype /Image") == 2);
        CHECK(count(*raw, "not a real profile") == 1);
        CHECK(count(*raw, "/ICCBased") == 2);
        CHECK(count(*raw, "/Decode [") == 2);
    }
}

TEST_CASE("the sRGB profile has the same bytes every day and is what it says") {
    const std::string profile = pdf::srgb_profile();
    CHECK(profile == pdf::srgb_profile());
    REQUIRE(profile.size() > 128);
    CHECK(profile.substr(36, 4) == "acsp");
    CHECK(profile.substr(16, 4) == "RGB ");
    CHECK(profile.substr(24, 4) == std::string("\x07\xD0\x00\x01", 4));
}

TEST_CASE("numbers are written short and exactly, whatever their size") {
    const auto real = [](double v) {
        std::string out;
        pdf::put_real(out, v);
        return out;
    };
    CHECK(real(0) == "0");
    CHECK(real(-0.0001) == "0");
    CHECK(real(12) == "12");
    CHECK(real(9.25) == "9.25");
    CHECK(real(-0.5) == "-0.5");
    CHECK(real(0.005) == "0.005");
    CHECK(real(14400.12345) == "14400.123");
}

TEST_CASE("strings and names survive every byte") {
    std::string out;
    pdf::put_bytes(out, "a(b)\\c\r\n");
    CHECK(out == "(a\\(b\\)\\\\c\\r\n)");
    out.clear();
    pdf::put_name(out, "A b#\xC3\xA9/");
    CHECK(out == "/A#20b#23#C3#A9#2F");
    out.clear();
    pdf::put_text(out, "é😀\xFF");
    CHECK(out == "<FEFF00E9D83DDE00FFFD>");
    std::string_view bad = "\xED\xA0\x80\xF4\x90\x80\x80\xC0\xAF\xE2\x82";
    std::size_t characters = 0;
    for (; !bad.empty(); ++characters) CHECK(pdf::next_character(bad) == 0xFFFD);
    CHECK(characters == 11);
}
