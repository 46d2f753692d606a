// The preflight: for each of its rules a project that breaks exactly that rule, and the one finding that tells of it.
#include <algorithm>
#include <ostream>

#include "catch.hpp"
#include "preflight_report.hpp"

namespace {

using Json = nlohmann::json;

const std::string design = "content/designs/municipal.yaml", printer = "content/printers/us-offset.yaml",
                  publications = "content/publications.yaml", organisation = "content/organisation.yaml",
                  colima = "content/cities/colima.yaml";

struct Edit {
    std::string file, from, to;
};

/// What the finding says in numbers; without a page it is about the whole publication.
struct Told {
    int page = 0;
    double measured = 0, limit = 0;
    const char* unit = "";
};

/// A rule, a project that breaks it, and how the finding is told.
struct Broken {
    std::string rule, severity, file;  // file: where it is told
    std::vector<Edit> edits;
    std::string publication, edition;
    Told told = {};
    std::string shell = {};  // run in the project's folder before
    friend std::ostream& operator<<(std::ostream& out, const Broken& it) { return out << it.rule; }
};

Edit address(const std::string& of) {
    return {organisation, "# contacts:\n", "contacts:\n  web: " + of + "\n# contacts:\n"};
}

const std::string alt_of_colima =
    "      en: >-\n"
    "        Illustration: a long white palace with arches, a clock and a Mexican flag beside a church with golden "
    "domes; a "
    "kiosk\n"
    "        with a red roof and palm trees stand on the square, a snow-capped mountain and a smoking volcano "
    "behind.\n";

const std::string alts_of_colima =
    "    alt:\n" + alt_of_colima +
    "      es: >-\n"
    "        Ilustración: un largo palacio blanco con arcos, un reloj y una bandera mexicana junto a una iglesia de "
    "cúpulas doradas; en\n"
    "        la plaza, un kiosco de techo rojo y palmeras; detrás, una montaña nevada y un volcán humeante.\n";

std::string repeated(const std::string& words, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += words;
    return text;
}

const std::vector<Broken>& of_paper() {
    static const std::vector<Broken> all{
        {"bleed-missing",
         "error",
         publications,
         {{design, "in: first, area: bleed}", "in: first, area: bleed, top: 0}"}},
         "leaflet",
         "print",
         {2, 0, 9, "pt"}},
        {"bleed-short",
         "warning",
         publications,
         {{printer, "bleed: 0.125in", "bleed: 0.25in"}},
         "leaflet",
         "print",
         {1, 9, 18, "pt"}},
        {"near-edge",
         "error",
         organisation,
         {{design, "{text: about.title, id: title, in: first, columns: 1-4, baseline: 96",
           "{text: about.title, id: title, in: first, left: 4, right: 240, baseline: 96"}},
         "leaflet",
         "screen",
         {2, 4, 18, "pt"}},
        {"near-fold",
         "error",
         "content/cities/clermont-ferrand.yaml",
         {{design, "id: name1, in: middle, columns: 1-4", "id: name1, in: middle, left: fold+4, right: fold+240"}},
         "leaflet",
         "screen",
         {2, 3.325, 9, "pt"}},
        {"no-room",
         "error",
         "content/cities/seika.yaml",
         {{"content/cities/seika.yaml", "caption: Seika Town Hall", "caption: " + repeated("Seika Town Hall ", 40)}},
         "brochure",
         "screen",
         {11, 0, 0, ""}},
        {"overset",
         "error",
         organisation,
         {{organisation, "Develop municipal", "Develop " + repeated("municipal ", 400)}},
         "brochure",
         "screen"},
        {"page-count",
         "warning",
         publications,
         {{publications, "pages: 12", "pages: 8"}},
         "brochure-12",
         "screen",
         {0, 12, 8, "pages"}},
        {"too-thick",
         "warning",
         publications,
         {},
         "brochure",
         "print",
         {0, 104, 80, "pages"},
         "for i in $(seq 1 90); do sed \"s/^  name: Seika.*/  name: Town $i/\" content/cities/seika.yaml "
         "> content/cities/town$i.yaml; done"},
        {"no-paper",
         "error",
         publications,
         {{"content/printers/office.yaml", "papers: [letter, a4, legal, tabloid, a3]", "papers: [a4]"}},
         "leaflet",
         "office"},
        {"copier-margin",
         "error",
         "content/cities/seika.yaml",
         {{"content/printers/office.yaml", "margin: 0.25in", "margin: 19pt"}},
         "handout",
         "office",
         {2, 18.359, 19, "pt"}},
        {"too-large",
         "warning",
         publications,
         {{publications, "  leaflet:    ", "  leaflet:\n    max-mb: 0.1 #"}},
         "leaflet",
         "screen"},
    };
    return all;
}

const std::vector<Broken>& of_ink() {
    static const std::vector<Broken> all{
        {"small-type",
         "warning",
         organisation,
         {{printer, "min-type: 6", "min-type: 7"}},
         "leaflet",
         "print",
         {1, 6.75, 7, "pt"}},
        {"hairline",
         "warning",
         publications,
         {{printer, "min-line: 0.25", "min-line: 0.5"}},
         "leaflet",
         "print",
         {1, 0.35, 0.5, "pt"}},
        {"ink-limit",
         "warning",
         publications,
         {{printer, "ink-limit: 280", "ink-limit: 250"}},
         "leaflet",
         "print",
         {1, 256, 250, "%"}},
        {"ink-limit",
         "warning",
         publications,
         {{design,
           "      - {text: label, columns: 1-6, baseline: 60, style: label-night, role: H1}\n      - {flow: lead",
           "      - {rule: ink, columns: 1-6, y: 400, weight: 6}\n"
           "      - {text: label, columns: 1-6, baseline: 60, style: label-night, role: H1}\n      - {flow: lead"}},
         "brochure",
         "print",
         {2, 308, 280, "%"}},
        {"black-text",
         "warning",
         publications,
         {{design, "cmyk: [0, 0, 0, 100], overprint: yes", "cmyk: [60, 40, 40, 100], overprint: yes"}},
         "leaflet",
         "print",
         {1, 140, 0, "%"}},
        {"black-text",
         "warning",
         publications,
         {{design, "cmyk: [0, 0, 0, 100], overprint: yes", "cmyk: [0, 0, 0, 100]"}},
         "leaflet",
         "print",
         {1, 0, 0, ""}},
        {"low-resolution",
         "warning",
         organisation,
         {{organisation, "    protect: [0.53, 0.28, 0.45, 0.36]", "    usable: [0.5, 0.25, 0.45, 0.45]"}},
         "leaflet",
         "print",
         {1, 230.488, 250, "ppi"}},
        {"flattened-on-photo",
         "warning",
         organisation,
         {{organisation, "  home:", "  logo: {file: seal.svg, alt: The seal}\n  home:"},
          {printer, "standard: x-4", "standard: x-1a"}},
         "brochure",
         "print",
         {},
         "echo \"<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'><circle cx='50' cy='50' "
         "r='40'/></svg>\" "
         "> images/seal.svg"},
        {"font-missing",
         "error",
         "fonts/fonts.yaml",
         {{"fonts/fonts.yaml", "names: [Vollkorn]", "names: [Nonesuch Serif]"}},
         "leaflet",
         "screen"},
        {"profile-missing", "error", printer, {{printer, "FOGRA39L_coated.icc", "nobody.icc"}}, "leaflet", "print"},
        {"condition-differs",
         "warning",
         printer,
         {{printer, "  name: FOGRA39 ", "  name: CGATS TR 001 "}},
         "leaflet",
         "print"},
        {"profile-unsuitable",
         "error",
         printer,
         {{printer, "FOGRA39L_coated.icc", "town.icc"}},
         "leaflet",
         "print",
         {},
         "echo no profile > content/printers/town.icc"},
        {"profile-unreadable",
         "error",
         printer,
         {{printer, "FOGRA39L_coated.icc", "town.icc"}},
         "leaflet",
         "print",
         {},
         "mkdir content/printers/town.icc"},
        {"printer-colours",
         "error",
         publications,
         {{printer, "photos: convert", "photos: tagged-srgb"}, {printer, "standard: x-4", "standard: x-1a"}},
         "leaflet",
         "print"},
    };
    return all;
}

const std::vector<Broken>& of_reading() {
    static const std::vector<Broken> all{
        {"low-contrast",
         "error",
         organisation,
         {{design, "pale-ochre-small: {srgb: \"#F3C266\"", "pale-ochre-small: {srgb: \"#41545A\""}},
         "leaflet",
         "screen",
         {1, 1.737, 4.5, ":1"}},
        {"graphics-contrast",
         "warning",
         design,
         {{design, "map:   {land: paper, graticule: graticule, border: mist, arc: vermilion",
           "map:   {land: paper, graticule: graticule, border: mist, arc: ochre"}},
         "leaflet",
         "screen",
         {0, 2.273, 3, ":1"}},
        {"no-pdf-ua",
         "warning",
         organisation,
         {{design, "baseline: 60, style: label-night, role: H2", "baseline: 60, style: label-night, role: H3"}},
         "leaflet",
         "screen"},
        {"missing-key", "error", colima, {{colima, alts_of_colima, ""}}, "handout", "screen"},
        {"missing-alt", "error", colima, {{colima, alts_of_colima, "    alt: {en: \"\"}\n"}}, "handout", "screen"},
        {"file-name-alt", "warning", colima, {{colima, alt_of_colima, "      en: colima.jpg\n"}}, "handout", "screen"},
        {"long-alt",
         "warning",
         colima,
         {{colima, "Illustration: a long", "Illustration: a " + repeated("very long, ", 12) + "long"}},
         "handout",
         "screen"},
        {"duplicate-alt",
         "warning",
         "content/cities/zz.yaml",
         {},
         "handout",
         "screen",
         {},
         "sed 's/^  name: .*/  name: Zz/; s/file: arezzo.jpg/file: seika.jpg/' content/cities/arezzo.yaml "
         "> content/cities/zz.yaml"},
        {"qr-module",
         "warning",
         organisation,
         {address("https://example.org/s"),
          {design, "right: c3+86, top: 462, meets: code", "right: c3+60, top: 462, meets: code"}},
         "leaflet",
         "screen",
         {1, 0.641, 0.8, "mm"}},
        {"qr-zone",
         "error",
         organisation,
         {address("https://example.org/s"),
          {design, "      - {qr: contacts.web, in: back, left: c3,",
           "      - {rule: ink, in: back, left: c3+8, right: c3+60, y: 500}\n"
           "      - {qr: contacts.web, in: back, left: c3,"}},
         "leaflet",
         "screen",
         {1, 0, 0, ""}},
        {"qr-address",
         "error",
         organisation,
         {address("https://example.org/" + std::string(2400, 'a')),
          {design,
           "      - {text: contacts.web, in: back, columns: 1-2, baseline: reach.last+12, style: data-strong}\n", ""}},
         "leaflet",
         "screen"},
    };
    return all;
}

Json findings_of(const Sandbox& box, const Broken& broken) {
    box.take_along();
    if (!broken.shell.empty()) REQUIRE(box.run(broken.shell).status == 0);
    for (const Edit& edit : broken.edits) box.replace_all(edit.file, edit.from, edit.to);
    const Run run =
        box.brochure({"build", "--publication", broken.publication, "--edition", broken.edition, "--format", "json"});
    INFO(run.err);
    CHECK(run.status == (broken.severity == "error" ? 1 : 0));
    Json found = Json::array();
    const Json report = Json::parse(run.out);
    for (const auto& each : report.at("diagnostics"))
        if (each.at("severity") != "note") found.push_back(each);
    return found;
}

void check_told(const Json& finding, const Told& told) {
    CHECK(finding.value("page", 0) == told.page);
    CHECK(finding.value("unit", "") == told.unit);
    if (*told.unit == 0) return;
    CHECK(finding.at("measured").get<double>() == Approx(told.measured).margin(0.001));
    CHECK(finding.at("limit").get<double>() == Approx(told.limit));
}

void check_broken(const Broken& broken) {
    INFO(broken.rule);
    const Sandbox box;
    const Json found = findings_of(box, broken);
    INFO(found.dump(1));
    REQUIRE(found.size() == 1);
    CHECK(found[0].at("rule") == broken.rule);
    CHECK(found[0].at("severity") == broken.severity);
    CHECK(found[0].at("path") == broken.file);
    CHECK(found[0].at("line").get<int>() > 0);
    check_told(found[0], broken.told);
}

}  // namespace

TEST_CASE("a project that breaks one rule about paper and size is told of that one alone") {
    for (const Broken& broken : of_paper()) check_broken(broken);
}

TEST_CASE("a project that breaks one rule about ink, colours and photos is told of that one alone") {
    for (const Broken& broken : of_ink()) check_broken(broken);
}

TEST_CASE("a project that breaks one rule about reading is told of that one alone") {
    for (const Broken& broken : of_reading()) check_broken(broken);
}

TEST_CASE("a photo in inks of no press that is named keeps a file from claiming PDF/A alone") {
    if (!have_program("gs", "a photo in inks without a profile")) return;
    if (!have_program("python3", "a photo in inks without a profile")) return;
    const Sandbox box;
    // Ghostscript names a profile in a segment APP2 (ICC.1:2010, B.4), which is taken out.
    box.write("bare.py", R"py(
data = open("named.jpg", "rb").read()
out, at = data[:2], 2
while data[at + 1] != 0xDA:
    size = 2 + int.from_bytes(data[at + 2:at + 4], "big")
    if data[at + 1] != 0xE2: out += data[at:at + size]
    at += size
open("images/colima.jpg", "wb").write(out + data[at:])
)py");
    const Json found =
        findings_of(box, {"no-pdf-a",
                          "warning",
                          colima,
                          {{publications, "  handout:    ", "  handout:\n    screen-ppi: 400 #"}},
                          "handout",
                          "screen",
                          {},
                          "gs -q -sDEVICE=jpegcmyk -g3000x2000 -r72 -o named.jpg "
                          "-c '0 0.5 0.5 0 setcmykcolor 0 0 3000 2000 rectfill showpage' && python3 bare.py"});
    INFO(found.dump(1));
    REQUIRE(found.size() == 1);
    CHECK(found[0].at("rule") == "no-pdf-a");
    const Json edition = preflight(box, "handout-colima").at("editions")[0];
    CHECK(edition.at("standards") == Json{"PDF/UA-1"});
    CHECK(rule(edition, "colours").at("verdict") == "warning");
    CHECK(rule(edition, "tags").at("verdict") == "passed");
}

TEST_CASE("a font that does not allow embedding is the only finding, and nothing is made with it") {
    if (!have_program("python3", "a font that does not allow embedding")) return;
    const Sandbox box;
    box.write("forbid.py", R"py(
import struct, subprocess
path = subprocess.run(["fc-match", "-f", "%{file}", "Vollkorn:style=Regular"], capture_output=True, text=True).stdout
font = bytearray(open(path, "rb").read())
for i in range(struct.unpack(">H", font[4:6])[0]):
    entry = font[12 + 16 * i:28 + 16 * i]
    if entry[:4] == b"OS/2":
        at = struct.unpack(">I", entry[8:12])[0]
        font[at + 8:at + 10] = b"\0\2"
open("fonts/Vollkorn-Regular.ttf", "wb").write(font)
)py");
    const Json found = findings_of(
        box, {"font-embedding", "error", "", {}, "leaflet", "screen", {}, "mkdir -p fonts && python3 forbid.py"});
    INFO(found.dump(1));
    REQUIRE(found.size() == 1);
    CHECK(found[0].at("rule") == "font-embedding");
    CHECK(box.made().empty());
}
