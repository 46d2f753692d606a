#include <array>
#include <chrono>
#include <ctime>

#include "fixture.hpp"

using namespace brochure;
using namespace fixture;
using page::Role;

namespace {

// City pages as they come: a heading, six paragraphs of eight lines, a folio. No line comes twice on a page.
void fill(Book& book, std::size_t pages) {
    static const std::string words =
        "Colima is the capital of the Mexican state of the same name and lies at the foot of two volcanoes its office "
        "finds "
        "five fine flowers every spring the visitors from Norman walk through the old quarter visit schools and the "
        "university and stay with families for a week the agreement was signed in 1985 since then more than four "
        "hundred "
        "students have travelled in both directions and the fire brigades orchestras and hospitals of both cities have "
        "worked with each other whatever the politics of the day what began as letters became home";
    std::vector<std::string> list;
    for (std::size_t at = 0, end; at < words.size(); at = end + 1)
        end = std::min(words.find(' ', at), words.size()), list.push_back(words.substr(at, end - at));
    std::vector<text::GlyphRun> runs;
    std::uint32_t random = 1;
    for (int i = 0; i < 480; ++i) {
        std::string line;
        while (line.size() < 60) line += list[(random = random * 1664525 + 1013904223) / 65536 % list.size()] + " ";
        runs.push_back(book.fonts.shape(book.fonts.serif, line, 9.25));
    }
    const auto name = book.fonts.shape(book.fonts.serif, "Colima", 54),
               folio = book.fonts.shape(book.fonts.serif, "12", 8);
    for (std::size_t p = 0; p < pages; ++p) {
        book.page();
        const auto section = book.add(Role::sect), heading = book.add(Role::h1, section);
        book.say(heading, 42, 114, name);
        for (std::size_t k = 0; k < 6; ++k) {
            const auto paragraph = book.add(Role::p, section);
            for (std::size_t l = 0; l < 8; ++l)
                book.say(paragraph, 42, static_cast<double>(150 + 60 * k + 7 * l),
                         runs[(p * 7 + k * 8 + l) % runs.size()]);
        }
        book.say(page::artifact, 42, 580, folio);
        book.publication.outline.push_back({"Colima", p, Length::from_pt(100), 1});
    }
}

}  // namespace

TEST_CASE("ten thousand pages are written, and every array stays short") {
    Library fonts;
    Book book{fonts};
    fill(book, 10000);
    Folder folder;
    const auto file = folder / "large.pdf";
    CHECK(written(book, file).pages == 10000);
    if (const auto ran = run("pdfinfo", file.string()))
        CHECK(ran->output.find("Pages:           10000") != std::string::npos);
    if (const auto ran = run("pdftotext", "-f 9999 -l 9999 " + file.string() + " -"))
        CHECK(ran->output.find("Colima") == 0);
}

// Run by hand: test_pdf "[.measure]"
TEST_CASE("how long pages take", "[.measure]") {
    Library fonts;
    const std::size_t pages = GENERATE(4u, 2000u);
    Book book{fonts};
    fill(book, pages);
    Folder folder;
    const auto file = folder / "large.pdf";
    for (int i = 0; i < 3; ++i) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t cpu = std::clock();
        Diagnostics found;
        REQUIRE(write(book, file, found));
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        WARN(pages << " pages, " << std::filesystem::file_size(file) << " bytes: " << took.count() << " ms, "
                   << static_cast<double>(std::clock() - cpu) * 1000 / CLOCKS_PER_SEC << " ms on all cores");
    }
}
