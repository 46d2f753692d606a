// Text that is read back otherwise than glyph by glyph, and the structure tree.
#include <iostream>

#include "fixture.hpp"

using namespace brochure;
using namespace fixture;
using page::Role;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

struct Case {
    Library fonts;
    Book book{fonts};
    Folder folder;
    std::filesystem::path file = folder / "case.pdf";
    Case() { book.page(); }
    page::Element& element(page::ElementId id) {
        return book.publication.structure[static_cast<std::size_t>(id.index)];
    }
    std::string text() {
        written(book, file);
        check_readers(file);
        const auto ran = run("pdftotext", "-enc UTF-8 " + file.string() + " -");
        return ran ? ran->output : std::string{};
    }
    std::string spoken() {
        written(book, file);
        const auto ran = run("pdfinfo", "-struct-text " + file.string());
        return ran ? ran->output : std::string{};
    }
};

bool missing(const std::string& tool) {
    return !run(tool, "-v");
}

}  // namespace

TEST_CASE("a glyph that stands for different characters says so with ActualText") {
    Case it;
    // One glyph, first a capital A and then a small one, as small capitals are.
    const auto paragraph = it.book.add(Role::p);
    auto capital = it.fonts.shape(it.fonts.serif, "ANNA"), small = capital;
    small.text = "anna";
    it.book.say(paragraph, 42, 60, capital);
    it.book.say(paragraph, 42, 80, small);
    if (!missing("pdftotext")) CHECK(it.text() == "ANNA\nanna\n\n\f");
    if (const auto raw = unpacked(it.file)) CHECK(has(*raw, "/ActualText (a)") != has(*raw, "/ActualText(a)"));
}

TEST_CASE("a hyphen that the line breaker set is read back as a soft one, and a typed one as typed") {
    // Both may be one glyph, or the breaker's its own: U+2010 has one in many faces.
    for (const char* drawn : {"-", "\u2010"}) {
        Case it;
        const auto paragraph = it.book.add(Role::p);
        it.book.say(paragraph, 42, 60, it.fonts.shape(it.fonts.serif, "volca"));
        auto hyphen = it.fonts.shape(it.fonts.serif, drawn);
        hyphen.has_actual_text = true;
        hyphen.actual_text = "\u00AD";
        it.book.say(paragraph, 42 + 24, 60, hyphen);
        it.book.say(paragraph, 42, 72, it.fonts.shape(it.fonts.serif, "noes, well-known"));
        if (!missing("pdftotext")) CHECK(it.text() == "volca\u00AD\nnoes, well-known\n\n\f");
        // What follows is still heard, and in one piece where the glyph itself says what it means.
        if (!missing("pdfinfo")) CHECK(has(it.spoken(), "noes, well-known\""));
    }
}

TEST_CASE("a hyphen with a glyph of its own needs no ActualText, which not every reader knows") {
    Case it;
    const auto paragraph = it.book.add(Role::p);
    it.book.say(paragraph, 42, 60, it.fonts.shape(it.fonts.serif, "volca"));
    auto hyphen = it.fonts.shape(it.fonts.serif, "\u2010");
    const bool own_glyph = hyphen.glyphs[0].id != it.fonts.shape(it.fonts.serif, "-").glyphs[0].id;
    hyphen.has_actual_text = true;
    hyphen.actual_text = "\u00AD";
    it.book.say(paragraph, 42 + 24, 60, hyphen);
    it.book.say(paragraph, 42, 72, it.fonts.shape(it.fonts.serif, "noes, well-known"));
    written(it.book, it.file);
    if (const auto raw = unpacked(it.file)) CHECK(has(*raw, "/ActualText") != own_glyph);
    if (const auto ran = run("mutool", "draw -q -F txt " + it.file.string()); ran && own_glyph)
        CHECK(has(ran->output, "volca\u00AD"));
}

TEST_CASE("a base and its marks are read back whole, whether the face has one glyph for them or several") {
    Case it;
    const auto paragraph = it.book.add(Role::p);
    it.book.say(paragraph, 42, 60, it.fonts.shape(it.fonts.serif, "q\u0303 e\u0301 \u1E69 a\u0323\u0302"));
    if (missing("pdftotext")) return;
    const std::string text = it.text();
    CHECK(has(text, "q\u0303"));
    CHECK((has(text, "e\u0301") || has(text, "\u00E9")));
}

TEST_CASE("soft hyphens are left out, and a no-break space is a space") {
    Case it;
    it.book.say(it.book.add(Role::p), 42, 60, it.fonts.shape(it.fonts.serif, "Dwight\u00A0D. Eisen\u00ADhower"));
    if (missing("pdftotext")) return;
    CHECK(it.text() == "Dwight D. Eisenhower\n\n\f");
}

TEST_CASE("text from right to left is read back in its order") {
    Case it;
    it.book.say(it.book.add(Role::p), 42, 60, it.fonts.shape(it.fonts.hebrew, "שלום עולם", 12, "he", true));
    if (missing("pdftotext")) return;
    CHECK(has(it.text(), "שלום עולם"));
    // Who takes the glyphs as they come gets words too, and not their mirror images.
    CHECK(has(it.spoken(), "שלום עולם"));
    if (const auto ran = run("mutool", "draw -q -F txt " + it.file.string())) CHECK(has(ran->output, "שלום עולם"));
}

TEST_CASE("CFF faces that are not CID-keyed are embedded and read back") {
    Case it;
    if (it.fonts.named_cff.index < 0) {
        std::cout << "not run: reading back a CFF face with glyph names (none is installed)\n";
        return;
    }
    it.book.say(it.book.add(Role::p), 42, 60, it.fonts.shape(it.fonts.named_cff, "The office finds five flowers"));
    if (missing("pdftotext")) return;
    CHECK(it.text() == "The office finds five flowers\n\n\f");
}

TEST_CASE("artifacts have no place in the structure tree") {
    Case it;
    it.book.say(it.book.add(Role::p), 42, 60, it.fonts.shape(it.fonts.serif, "Words"));
    it.book.say(page::artifact, 42, 590, it.fonts.shape(it.fonts.serif, "folio"));
    if (missing("pdfinfo")) return;
    const std::string spoken = it.spoken();
    CHECK(has(spoken, "Words"));
    CHECK(!has(spoken, "folio"));
}

TEST_CASE("elements are read in the order of the tree, whatever the order of painting") {
    Case it;
    const auto first = it.book.add(Role::p), second = it.book.add(Role::p), third = it.book.add(Role::p);
    it.book.say(third, 42, 60, it.fonts.shape(it.fonts.serif, "gamma"));
    it.book.say(first, 42, 80, it.fonts.shape(it.fonts.serif, "alpha "));
    it.book.say(second, 42, 100, it.fonts.shape(it.fonts.serif, "beta"));
    it.book.page();
    it.book.say(first, 42, 80, it.fonts.shape(it.fonts.serif, "continued"));
    if (missing("pdfinfo")) return;
    const std::string spoken = it.spoken();
    INFO(spoken);
    CHECK(spoken.find("alpha") < spoken.find("continued"));
    CHECK(spoken.find("continued") < spoken.find("beta"));
    CHECK(spoken.find("beta") < spoken.find("gamma"));
}

TEST_CASE("lists, tables, figures, notes and languages keep their attributes") {
    Case it;
    const auto list = it.book.add(Role::list), item = it.book.add(Role::list_item, list),
               body = it.book.add(Role::list_body, item), table = it.book.add(Role::table),
               row = it.book.add(Role::row, table), head = it.book.add(Role::head_cell, row),
               cell = it.book.add(Role::data_cell, row), empty = it.book.add(Role::data_cell, row),
               figure = it.book.add(Role::figure), note = it.book.add(Role::note), french = it.book.add(Role::p),
               silent = it.book.add(Role::p);
    static_cast<void>(empty);
    static_cast<void>(silent);
    it.element(list).numbering = "Decimal";
    it.element(head).scope = "Column";
    it.element(cell).column_span = 2;
    it.element(figure).alt = "Colima’s palace";
    it.element(figure).box = Rect{Length::from_pt(10), Length::from_pt(300), Length::from_pt(100), Length::from_pt(50)};
    it.element(french).lang = "fr";
    it.element(french).title = "A title";
    for (const auto id : {body, head, cell, note})
        it.book.say(id, 42, 60 + 12 * id.index, it.fonts.shape(it.fonts.serif, "words"));
    it.book.say(french, 42, 400, it.fonts.shape(it.fonts.serif, "Bonjour", 10, "fr"));
    it.book.say(french, 42, 412, it.fonts.shape(it.fonts.serif, "Guten Tag", 10, "de"));
    auto drawing = page::rectangle(
        {Length::from_pt(10), Length::from_pt(300), Length::from_pt(100), Length::from_pt(50)}, "night");
    drawing.element = figure;
    it.book.publication.pages[0].items.push_back(drawing);
    const std::string spoken = it.spoken();
    check_readers(it.file);
    const auto raw = unpacked(it.file);
    if (!raw) return;
    CHECK(has(*raw, "/ListNumbering /Decimal"));
    CHECK(has(*raw, "/Scope /Column"));
    CHECK(has(*raw, "/ColSpan 2"));
    CHECK(has(*raw, "262\n"));  // BBox: 612 - 350 below, 612 - 300 above
    CHECK(has(*raw, "312\n"));
    CHECK(has(*raw, "/IDTree"));
    CHECK(has(*raw, "/ID (note-"));
    CHECK(has(*raw, "/Lang (fr)"));
    CHECK(has(*raw, "/Lang(de)"));  // in the content stream, on the run
    CHECK(has(*raw, "/T (A title)"));
    CHECK(has(*raw, "/Marked true"));
    std::size_t cells = 0, paragraphs = 0;
    for (std::size_t at = 0; (at = raw->find("/S /TD\n", at)) != std::string::npos; ++at) ++cells;
    for (std::size_t at = 0; (at = raw->find("/S /P\n", at)) != std::string::npos; ++at) ++paragraphs;
    CHECK(cells == 2);       // the empty one keeps its column
    CHECK(paragraphs == 1);  // the silent one is not read aloud
}

TEST_CASE("ten thousand children of one element are split into groups, and all are read") {
    Case it;
    const auto run = it.fonts.shape(it.fonts.serif, "x");
    for (int i = 0; i < 10000; ++i) {
        if (i % 100 == 0) it.book.page();
        it.book.say(it.book.add(Role::p), 42, 10 + i % 100 * 6, run);
    }
    written(it.book, it.file);
    check_readers(it.file);
    const auto raw = unpacked(it.file);
    if (!raw) return;
    std::size_t groups = 0;
    for (std::size_t at = 0; (at = raw->find("/S /NonStruct", at)) != std::string::npos; ++at) ++groups;
    CHECK(groups == 3);
}
