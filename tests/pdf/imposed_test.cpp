// Sheets of several pages: each is read once and in order, wherever it lies on the paper.
#include "fixture.hpp"
#include "prepress/office.hpp"

using namespace brochure;
using namespace fixture;
using page::Role;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const prepress::Copier copier{{{8.5_in, 11_in}, {210_mm, 297_mm}}, 0.25_in, 0.2_pt};

/// A page a paragraph: "first", "second", ...
struct Numbered {
    Library fonts;
    Book book{fonts};
    Folder folder;
    std::filesystem::path file = folder / "sheets.pdf";
    Numbered(int pages, double width, double height) {
        static const std::vector<std::string> words{"first", "second", "third",   "fourth",
                                                    "fifth", "sixth",  "seventh", "eighth"};
        for (int i = 0; i < pages; ++i) {
            book.page(width, height);
            book.say(book.add(Role::p), 42, 60, fonts.shape(fonts.serif, words[static_cast<std::size_t>(i)]));
        }
    }
    std::string raw(const std::optional<prepress::Sheets>& sheets) {
        REQUIRE(sheets);
        Diagnostics found;
        REQUIRE(pdf::write_document(*sheets, {}, fonts.faces(), {"brochure test", 2}, file, found));
        check_readers(file);
        const auto objects = unpacked(file);
        return objects.value_or("");
    }
    /// The words of the structure tree, a line each.
    std::string spoken() const {
        const auto ran = run("pdfinfo", "-struct-text " + file.string());
        if (!ran) return {};
        std::string words;
        for (std::size_t at = 0; (at = ran->output.find('"', at)) != std::string::npos;) {
            const auto end = ran->output.find('"', at + 1);
            if (end == std::string::npos) break;
            words += ran->output.substr(at + 1, end - at - 1) + ' ';
            at = end + 1;
        }
        return words;
    }
};

}  // namespace

TEST_CASE("a booklet's sheets are read in the order of its pages, not of its paper") {
    Numbered it{8, 396, 612};
    const std::string raw = it.raw(prepress::booklet(it.book.publication, copier));
    if (!raw.empty()) {
        CHECK(has(raw, "/Duplex /DuplexFlipShortEdge"));
        CHECK(has(raw, "/PrintScaling /None"));
    }
    if (run("pdfinfo", "-v")) CHECK(it.spoken() == "first second third fourth fifth sixth seventh eighth ");
}

TEST_CASE("copies on a sheet are printed all and read once") {
    Numbered it{1, 255, 156};
    const std::string raw = it.raw(prepress::loose_leaves(it.book.publication, copier));
    if (!raw.empty()) CHECK(has(raw, "/Duplex /Simplex"));
    if (run("pdfinfo", "-v")) CHECK(it.spoken() == "first ");
    const auto seen = run("pdftotext", "-raw " + it.file.string() + " -");
    if (!seen) return;
    std::size_t times = 0;
    for (auto at = seen->output.find("first"); at != std::string::npos; at = seen->output.find("first", at + 1))
        ++times;
    CHECK(times == 8);
}

TEST_CASE("a link of a page leads on where the page has come to lie, and copies have none") {
    Numbered it{1, 255, 156};
    const auto link = it.book.add(Role::link);
    it.book.publication.structure[static_cast<std::size_t>(link.index)].url = "https://example.org";
    it.book.say(link, 42, 90, it.fonts.shape(it.fonts.serif, "example.org"));
    it.book.publication.pages[0].items.emplace_back(page::LinkArea{{42_pt, 80_pt, 60_pt, 12_pt}, link});
    const auto sheets = prepress::loose_leaves(it.book.publication, copier);
    const std::string raw = it.raw(sheets);
    if (raw.empty()) return;
    std::size_t links = 0;
    for (auto at = raw.find("/Subtype /Link"); at != std::string::npos; at = raw.find("/Subtype /Link", at + 1))
        ++links;
    CHECK(links == 1);
}
