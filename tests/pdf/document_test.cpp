#include "fixture.hpp"

using namespace brochure;
using namespace fixture;
using page::Role;

namespace {

struct Small {
    Library fonts;
    Book book{fonts};
    Folder folder;
    std::filesystem::path file = folder / "small.pdf";

    Small() {
        book.page();
        const auto heading = book.add(Role::h1), paragraph = book.add(Role::p);
        book.say(heading, 42, 60, fonts.shape(fonts.serif, "Partner cities", 22));
        book.say(paragraph, 42, 90, fonts.shape(fonts.serif, "The office finds five flowers, "));
        book.say(paragraph, 42, 102, fonts.shape(fonts.serif, "AVATAR efflux."));
        book.say(paragraph, 42, 120, fonts.shape(fonts.cff, "京都精華町の姉妹都市", 10, "ja"));
        book.publication.pages[0].items.push_back(page::rectangle(
            {Length::from_pt(-9), Length::from_pt(500), Length::from_pt(414), Length::from_pt(121)}, "night"));
    }
};

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("three readers open both editions without a complaint") {
    Small small;
    const auto edition = GENERATE(prepress::Edition::screen, prepress::Edition::print);
    CHECK(written(small.book, small.file, edition).pages == 1);
    check_readers(small.file);
}

TEST_CASE("the text that is read back is the text that was set, ligatures and Japanese included") {
    Small small;
    written(small.book, small.file);
    if (const auto ran = run("pdftotext", "-enc UTF-8 " + small.file.string() + " -"))
        CHECK(ran->output ==
              "Partner cities\nThe office finds five flowers,\nAVATAR efflux.\n京都精華町の姉妹都市\n\n\f");
    if (const auto ran = run("mutool", "draw -q -F txt " + small.file.string())) {
        CHECK(has(ran->output, "The office finds five flowers,"));
        CHECK(has(ran->output, "京都精華町の姉妹都市"));
    }
}

TEST_CASE("a reader of the structure tree hears headings and paragraphs in order, spaces at line ends included") {
    Small small;
    written(small.book, small.file);
    if (const auto ran = run("pdfinfo", "-struct-text " + small.file.string())) {
        INFO(ran->output);
        CHECK(has(ran->output, "Document"));
        CHECK(has(ran->output, "\"The office finds five flowers, AVATAR efflux."));
        CHECK(ran->output.find("H1") < ran->output.find("P ("));
    }
}

TEST_CASE("all fonts are embedded and subset, and none is Type 3") {
    Small small;
    written(small.book, small.file);
    if (const auto ran = run("pdffonts", small.file.string())) {
        INFO(ran->output);
        CHECK(has(ran->output, "CID TrueType"));
        CHECK(has(ran->output, "CID Type 0C"));
        CHECK(!has(ran->output, "Type 3"));
        CHECK(has(ran->output, "+NotoSerif "));
        CHECK(!has(ran->output, " no "));
    }
}
