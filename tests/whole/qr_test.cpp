// QR codes: a telephone reads what is printed, and an address that makes them too fine is told of where it is written.
#include <algorithm>

#include "catch.hpp"
#include "sandbox.hpp"

namespace {

const std::string contacts = "# contacts:\n";

/// The sample with a web address, and a code of it on the back of its brochure, `side` points wide.
void give_address(const Sandbox& box, const std::string& address, const std::string& side) {
    box.replace("content/organisation.yaml", contacts, "contacts:\n  web: " + address + "\n# contacts:\n");
    box.replace("content/designs/municipal.yaml", "  back-night:\n    verso: yes\n    folio: no\n    cost: 1\n",
                "  back-night:\n    verso: yes\n    folio: no\n");
    box.replace("content/designs/municipal.yaml", "  back:     {variants: [back-picture, back-columns, back-night]",
                "  back:     {variants: [back-night]");
    box.replace("content/designs/municipal.yaml", "top: L-55, bottom: L}\n\n  # ---- mission",
                "top: L-55, bottom: L}\n      - {qr: contacts.web, left: c1, right: c1 + " + side +
                    ", top: 420}\n\n  # ---- mission");
}

Run build(const Sandbox& box) {
    return box.brochure({"build", "--publication", "brochure", "--edition", "screen"});
}

/// Where the sample's address is written: "content/organisation.yaml:70:8: ".
std::string address_line(const Sandbox& box) {
    const std::string text = box.read("content/organisation.yaml");
    const auto before = text.begin() + static_cast<std::ptrdiff_t>(text.find("\n  web: ") + 1);
    return "content/organisation.yaml:" + std::to_string(std::count(text.begin(), before, '\n') + 1) + ":8: ";
}

/// `count` bytes of an address.
std::string address_of(std::size_t count) {
    const std::string start = "https://example.org/";
    return start + std::string(count - start.size(), 'a');
}

}  // namespace

TEST_CASE("a QR code gives its address back from a page of 300 pixels per inch") {
    if (!have_program("zbarimg", "QR codes read again")) return;
    const Sandbox box;
    const std::string address = "https://example.org/sister-cities?from=brochure&page=1";
    give_address(box, address, "98");
    const Run built = build(box);
    INFO(built.err);
    REQUIRE(built.status == 0);
    box.run("pdftoppm -r 300 -png -f 16 -l 16 out/brochure-screen.pdf page");
    CHECK(box.run("zbarimg -q --raw page-16.png").out == address + "\n");
}

TEST_CASE("a QR code is a figure whose alternative text says where it leads") {
    const Sandbox box;
    give_address(box, "example.org/sister-cities", "98");
    const Run built = build(box);
    INFO(built.err);
    REQUIRE(built.status == 0);
    const std::string objects = box.run("qpdf --qdf --object-streams=disable out/brochure-screen.pdf -").out;
    CHECK(has(objects, "/Alt (QR code: https://example.org/sister-cities)"));
}

TEST_CASE("modules under 0.8 mm are a warning, under 0.4 mm an error, where the address is written") {
    SECTION("62 bytes are a code of version 4, whose modules have room on 98 points") {
        const Sandbox box;
        give_address(box, address_of(62), "98");
        const Run built = build(box);
        CHECK(built.status == 0);
        CHECK_FALSE(has(built.err, "modules of the QR code"));
    }
    SECTION("63 need version 5") {
        const Sandbox box;
        give_address(box, address_of(63), "98");
        const Run built = build(box);
        CHECK(built.status == 0);
        INFO(built.err);
        CHECK(has(built.err,
                  address_line(box) + "warning: the modules of the QR code for this address are 0.77 mm wide"));
    }
    SECTION("very many are no use to anybody") {
        const Sandbox box;
        give_address(box, address_of(700), "98");
        const Run built = build(box);
        CHECK(built.status == 1);
        INFO(built.err);
        CHECK(has(built.err, address_line(box) + "error: the modules of the QR code for this address are 0.3"));
        CHECK(box.made().empty());
    }
    SECTION("and more than a code can hold are told of too") {
        const Sandbox box;
        give_address(box, address_of(2400), "98");
        const Run built = build(box);
        CHECK(built.status == 1);
        INFO(built.err);
        CHECK(has(built.err, address_line(box) + "error: no QR code holds an address as long as this"));
    }
}
