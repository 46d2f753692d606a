#include "prepress/claims.hpp"
#include "catch.hpp"

using namespace brochure;
using page::Role;

namespace {

// A document that may claim everything: a heading, a paragraph, a figure, each with something on the page.
struct Book {
    page::Publication publication;
    std::vector<image::Raster> rasters;
    Diagnostics found;

    Book() {
        publication.name = "book";
        publication.title = "Sister Cities";
        publication.lang = "en-US";
        publication.pages.resize(1);
        publication.structure.resize(1);
        publication.structure[0].role = Role::document;
        add(Role::h1);
        add(Role::p);
        element(add(Role::figure)).alt = "A red barn";
        publication.pictures.resize(1);
        publication.pictures[0].photo.where = {FileId{0}, 7, 3};
        rasters.resize(1);
    }
    page::Element& element(page::ElementId id) { return publication.structure[static_cast<std::size_t>(id.index)]; }
    page::ElementId add(Role role, page::ElementId parent = {0}, bool heard = true) {
        const page::ElementId id{static_cast<int>(publication.structure.size())};
        page::Element one;
        one.role = role;
        one.parent = parent;
        one.where = {FileId{0}, 10 + id.index, 1};
        publication.structure.push_back(one);
        element(parent).children.push_back(id);
        if (heard) publication.pages[0].items.emplace_back(page::PlacedPicture{0, {}, {}, id});
        return id;
    }
    prepress::Claims claims(prepress::Edition edition = prepress::Edition::screen) {
        found = {};
        return prepress::claims_of(publication, edition, rasters, found);
    }
    // That nothing is claimed, and the one warning says `why` at `line`.
    void check_no_claim(const std::string& why, int line) {
        const auto made = claims();
        CHECK_FALSE(made.pdf_ua);
        CHECK_FALSE(made.pdf_a);
        REQUIRE(found.all().size() == 1);
        const Diagnostic& one = found.all()[0];
        CHECK(one.severity == Severity::warning);
        CHECK(one.rule == "no-pdf-ua");
        CHECK(one.text.substr(0, why.size()) == why);
        CHECK(one.where.line == line);
    }
};

}  // namespace

TEST_CASE("a document with title, language, headings in order and alternative texts makes both claims") {
    Book book;
    const auto claims = book.claims();
    CHECK(claims.pdf_ua);
    CHECK(claims.pdf_a);
    CHECK(book.found.all().empty());
}

TEST_CASE("print claims PDF/X unless a photo brings a profile that is not of ICC version 2 or 4") {
    Book book;
    std::vector<std::uint8_t> profile(200);
    std::copy_n("mntr", 4, profile.begin() + 12);
    for (const int version : {2, 4}) {
        profile[8] = static_cast<std::uint8_t>(version);
        book.rasters[0].icc = std::make_shared<const std::vector<std::uint8_t>>(profile);
        CHECK(book.claims(prepress::Edition::print).pdf_x);
        CHECK(book.found.all().empty());
    }
    for (const int version : {0, 3, 5}) {
        profile[8] = static_cast<std::uint8_t>(version);
        book.rasters[0].icc = std::make_shared<const std::vector<std::uint8_t>>(profile);
        CHECK_FALSE(book.claims(prepress::Edition::print).pdf_x);
        REQUIRE(book.found.all().size() == 1);
        CHECK(book.found.all()[0].rule == "no-pdf-x");
        CHECK(book.found.all()[0].severity == Severity::error);
        CHECK(book.found.all()[0].where.line == 7);
    }
}

TEST_CASE("print makes neither claim of a screen, and nothing is said of it") {
    Book book;
    book.publication.title.clear();
    const auto claims = book.claims(prepress::Edition::print);
    CHECK_FALSE(claims.pdf_ua);
    CHECK_FALSE(claims.pdf_a);
    CHECK(book.found.all().empty());
}

TEST_CASE("rows of a table have as many cells as each other, spans counted") {
    Book book;
    const auto table = book.add(Role::table, {0}, false);
    const auto first = book.add(Role::row, table, false);
    book.add(Role::data_cell, first);
    book.add(Role::data_cell, first, false);  // an empty one counts
    const auto second = book.add(Role::row, table, false);
    const auto only = book.add(Role::data_cell, second);
    const int line = book.element(second).where.line;
    SECTION("fewer") {
        book.check_no_claim("a row of 1 cells follows one of 2;", line);
    }
    SECTION("one that spans both") {
        book.element(only).column_span = 2;
        CHECK(book.claims().pdf_ua);
    }
}

TEST_CASE("without a title or a language no claim is made") {
    Book book;
    SECTION("title") {
        book.publication.title.clear();
        book.check_no_claim("the document has no title", 1);
    }
    SECTION("language") {
        book.publication.lang.clear();
        book.check_no_claim("the document names no language", 1);
    }
}

TEST_CASE("a picture without an alternative text is named, unless it is on no page") {
    Book book;
    SECTION("it shows") {
        book.add(Role::figure);
        book.check_no_claim("a picture has no alternative text", 14);
    }
    SECTION("it does not") {
        book.add(Role::figure, {0}, false);
        CHECK(book.claims().pdf_ua);
    }
}

TEST_CASE("headings begin at H1 and go down one by one, in the order in which they are read") {
    Book book;
    SECTION("a level is left out") {
        book.add(Role::h3);
        book.check_no_claim("H3 follows H1", 14);
    }
    SECTION("the first is none") {
        book.element({1}).role = Role::h2;
        book.check_no_claim("H2 is the first heading", 11);
    }
    SECTION("up again, by any number") {
        book.add(Role::h2);
        book.add(Role::h3);
        book.add(Role::h1);
        book.add(Role::h2);
        CHECK(book.claims().pdf_ua);
    }
}

TEST_CASE("head cells have a scope, links have words, and parts of tables and lists stand in them") {
    Book book;
    SECTION("scope") {
        const auto row = book.add(Role::row, book.add(Role::table, {0}, false), false);
        const auto head = book.add(Role::head_cell, row);
        book.element(head).scope = "Row";
        CHECK(book.claims().pdf_ua);
        book.element(head).scope.clear();
        book.check_no_claim("a head cell does not say", 16);
    }
    SECTION("link") {
        const auto link = book.add(Role::link);
        book.element(link).url = "https://example.org";
        CHECK(book.claims().pdf_ua);
        book.element(link).url.clear();
        book.check_no_claim("a link has no words", 14);
    }
    SECTION("a list item outside of a list") {
        book.add(Role::list_item);
        book.check_no_claim("LI stands in Document", 14);
    }
}

TEST_CASE("a photo whose colours nobody can tell leaves the archive out, and accessibility in") {
    Book book;
    const auto check = [&](const char* why) {
        const auto claims = book.claims();
        CHECK(claims.pdf_ua);
        CHECK_FALSE(claims.pdf_a);
        REQUIRE(book.found.all().size() == 1);
        CHECK(book.found.all()[0].rule == "no-pdf-a");
        CHECK(book.found.all()[0].text.find(why) != std::string::npos);
        CHECK(book.found.all()[0].where.line == 7);
    };
    SECTION("inks of no press") {
        book.rasters[0].colour = image::Colour::cmyk;
        check("inks of no press");
    }
    SECTION("a profile of the future, or of no kind known") {
        std::vector<std::uint8_t> profile(200);
        const std::string head = "mntr";
        std::copy(head.begin(), head.end(), profile.begin() + 12);
        profile[8] = 4;
        const auto give = [&] { book.rasters[0].icc = std::make_shared<const std::vector<std::uint8_t>>(profile); };
        give();
        CHECK(book.claims().pdf_a);
        profile[8] = 5;
        give();
        check("a colour profile");
        profile[8] = 2;
        profile[12] = 'l';
        give();
        check("a colour profile");
    }
}
