// The back of a handout: all by which readers can be reached is printed, once, and what is not known leaves no trace.
#include <algorithm>

#include "catch.hpp"
#include "sandbox.hpp"

namespace {

const std::string office = R"(contacts:
  name: Sister Cities Office
  address: |-
    Street and number
    Norman, Oklahoma 00000
  phone: "+1 000 000 0001"
  email: office@example.org
  web: https://example.org/sister-cities
)";
const std::string committee = R"(committee:
  - {name: First Person, role: Chair, phone: "+1 000 000 0002", email: chair@example.org}
  - {name: Second Person, role: Youth exchange, phone: "+1 000 000 0003"}
)";

Run build(const Sandbox& box) {
    return box.brochure({"build", "--publication", "handout", "--edition", "screen"});
}

std::string page(const Sandbox& box, int number, const std::string& city = "colima") {
    const std::string n = std::to_string(number);
    return box.run("pdftotext -raw -f " + n + " -l " + n + " out/handout-" + city + "-screen.pdf -").out;
}

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++count;
    return count;
}

}  // namespace

TEST_CASE("every line of the contacts stands on the back of a handout, once, with and without a committee") {
    for (const bool people : {false, true}) {
        const Sandbox box;
        box.write("content/organisation.yaml",
                  box.read("content/organisation.yaml") + office + (people ? committee : std::string{}));
        const Run built = build(box);
        INFO(built.err);
        REQUIRE(built.status == 0);
        const std::string back = page(box, 2);
        INFO(back);
        for (const std::string line : {"Sister Cities Office", "Street and number", "Norman, Oklahoma 00000",
                                       "+1 000 000 0001", "office@example.org"}) {
            INFO(line);
            // Labels are set in capitals.
            CHECK(times(back, line) + times(back, "SISTER CITIES OFFICE") * (line == "Sister Cities Office") == 1);
        }
        CHECK(has(back, "example.org/sister-cities"));
        CHECK(has(back, "Contacts"));
        if (!people) continue;
        for (const std::string line : {"First Person", "Chair", "+1 000 000 0002", "chair@example.org", "Second Person",
                                       "Youth exchange", "+1 000 000 0003"}) {
            INFO(line);
            CHECK(times(back, line) == 1);
        }
    }
}

TEST_CASE("telephone and e-mail stand in the strip on the front where there is no committee") {
    const Sandbox box;
    box.write("content/organisation.yaml", box.read("content/organisation.yaml") + office);
    REQUIRE(build(box).status == 0);
    const std::string front = page(box, 1);
    INFO(front);
    CHECK(has(front, "+1 000 000 0001"));
    CHECK(has(front, "office@example.org"));
    CHECK(has(front, "example.org/sister-cities"));
}

TEST_CASE("without contacts the back has neither heading nor code, and the figures take their place") {
    const Sandbox box;
    const Run built = build(box);
    INFO(built.err);
    REQUIRE(built.status == 0);
    const std::string back = page(box, 2);
    INFO(back);
    CHECK(has(back, "Before you call"));
    CHECK_FALSE(has(back, "Contacts"));
    CHECK(has(back, "1956"));
    CHECK(has(back, "Founded in 1956 by President"));
    CHECK_FALSE(
        has(box.run("qpdf --qdf --object-streams=disable out/handout-colima-screen.pdf -").out, "/Alt (QR code"));
}

TEST_CASE("without coordinates the back is the one with the partners, and has the contacts") {
    const Sandbox box;
    box.write("content/organisation.yaml", box.read("content/organisation.yaml") + office);
    box.replace("content/cities/colima.yaml", "  coordinates: [", "  # coordinates: [");
    const Run built = build(box);
    INFO(built.err);
    REQUIRE(built.status == 0);
    const std::string back = page(box, 2);
    INFO(back);
    CHECK(has(back, "Our sister cities are:"));
    for (const std::string line : {"Street and number", "+1 000 000 0001", "office@example.org"})
        CHECK(has(back, line));
}

TEST_CASE("a text too long for the back ends with a sentence, and a note says so where it is written") {
    const Sandbox box;
    // Without the sample's short text.
    std::string content = box.read("content/organisation.yaml");
    const auto shorter = content.find("  short:"), end = content.find("\nmission:");
    REQUIRE(shorter < end);
    box.write("content/organisation.yaml", content.erase(shorter, end - shorter) + office);
    const Run built = build(box);
    INFO(built.err);
    REQUIRE(built.status == 0);
    CHECK_FALSE(has(page(box, 2), "SCI motivates and empowers"));
    const std::string told = box.brochure({"check"}).err;
    INFO(told);
    CHECK(has(told,
              "content/organisation.yaml:63:9: note: the layout 'handout-back-place' has room for 1 of the 3 "
              "sentences of the text of about; the first that is left out begins \"As the premier organization…\""));
    SECTION("a shorter text of the author's is taken instead") {
        box.replace("content/organisation.yaml", "about:\n",
                    "about:\n  short: We are a network of citizens. We travel.\n");
        const Run again = build(box);
        INFO(again.err);
        REQUIRE(again.status == 0);
        CHECK(has(page(box, 2), "We are a network of citizens. We travel."));
        CHECK(
            has(box.brochure({"check"}).err,
                "the layout 'handout-back-place' prints the short form of the text of about: 3 of its 3 sentences are "
                "left out"));
    }
}

TEST_CASE("a larger committee makes the map lower, and one too large for any is told of") {
    const Sandbox box;
    std::string people = "committee:\n";
    for (int i = 1; i <= 12; ++i) people += "  - {name: Person Number" + std::to_string(i) + ", role: Member}\n";
    box.write("content/organisation.yaml", box.read("content/organisation.yaml") + people);
    const Run built = build(box);
    INFO(built.err);
    REQUIRE(built.status == 0);
    const std::string back = page(box, 2);
    for (int i = 1; i <= 12; ++i) CHECK(has(back, "Person Number" + std::to_string(i)));
}

TEST_CASE("a QR code on a handout's back gives the web address back from 300 pixels per inch") {
    if (!have_program("zbarimg", "QR codes read again")) return;
    const Sandbox box;
    box.write("content/organisation.yaml", box.read("content/organisation.yaml") + office);
    REQUIRE(build(box).status == 0);
    box.run("pdftoppm -r 300 -png -f 2 -l 2 out/handout-colima-screen.pdf page");
    CHECK(box.run("zbarimg -q --raw page-2.png").out == "https://example.org/sister-cities\n");
}

TEST_CASE("a home with a long name has its handouts: labels stand on two lines") {
    for (const char* home : {"Los Angeles", "San Luis Obispo", "Saint-Jean-sur-Richelieu"}) {
        const Sandbox box;
        box.replace("content/organisation.yaml", "city: {und: Norman", std::string{"city: {und: "} + home);
        const Run run = box.brochure({"build", "--edition", "screen"});
        INFO(run.err);
        CHECK(run.status == 0);
    }
}

TEST_CASE("an address wider than its column is divided, and no column runs into the next") {
    const Sandbox box;
    const std::string address = "secretaria.de.relaciones.internacionales@municipio-de-colima.example.org";
    box.replace("content/cities/colima.yaml", "Jard\u00edn Libertad",
                "write to " + address + " first. Jard\u00edn Libertad");
    CHECK(build(box).status == 0);
    std::string text = page(box, 1);
    text.erase(std::remove(text.begin(), text.end(), '\n'), text.end());
    CHECK(has(text, address));
    box.replace("content/cities/colima.yaml", address, std::string(70, 'w'));
    const Run run = build(box);
    CHECK(run.status == 1);
    CHECK(has(run.err, "does not fit on page 1 of handout-colima"));
}
