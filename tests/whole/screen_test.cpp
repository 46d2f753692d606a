// What is promised of the screen edition: small files, texts that can be read on what is behind them, and claims that
// were looked at.
#include "catch.hpp"
#include "sandbox.hpp"

TEST_CASE("a screen file over its budget is a warning that names both sizes, and is made") {
    const Sandbox box;
    box.replace("content/publications.yaml", "    binding: saddle-stitch\n",
                "    binding: saddle-stitch\n    max-mb: 0.5\n    screen-ppi: 300\n");
    const Run large = box.brochure({"build", "--publication", "brochure"});
    INFO(large.err);
    CHECK(large.status == 0);
    CHECK(has(large.err, "content/publications.yaml:18:13: warning: brochure-screen.pdf has "));
    CHECK(has(large.err, " MB, more than the 500 KB it may have"));
    CHECK(!has(large.err, "brochure-print.pdf has "));
    CHECK(has(large.out, "brochure-screen.pdf"));
}

TEST_CASE("photos of a screen file are no finer than 150 pixels per inch, or than its publication says") {
    if (!have_program("pdfimages", "how fine photos are")) return;
    const Sandbox box;
    const auto finest = [&] {
        REQUIRE(box.brochure({"build", "--publication", "brochure", "--edition", "screen"}).status == 0);
        // Columns 13 and 14: pixels per inch.
        return std::stoi(
            box.run("pdfimages -list out/brochure-screen.pdf | awk '$13 ~ /^[0-9]+$/ {print $13; print $14}' "
                    "| sort -n | tail -n 1")
                .out);
    };
    const int plain = finest();
    CHECK(plain > 140);
    CHECK(plain <= 151);
    box.replace("content/publications.yaml", "    binding: saddle-stitch\n",
                "    binding: saddle-stitch\n    screen-ppi: 100\n");
    const int coarse = finest();
    CHECK(coarse > 90);
    CHECK(coarse <= 101);
}

TEST_CASE("a text that cannot be read on what is behind it is an error, and no file is made of it") {
    const Sandbox box;
    REQUIRE(box.run("mkdir -p content/designs && cp " PROJECT_DIR "/content/designs/municipal.yaml content/designs/")
                .status == 0);
    box.replace("content/designs/municipal.yaml", "pale-ochre-small: {srgb: \"#F3C266\"",
                "pale-ochre-small: {srgb: \"#41545A\"");
    const Run built = box.brochure({"build", "--publication", "leaflet", "--edition", "screen"});
    INFO(built.err);
    CHECK(built.status == 1);
    CHECK(has(built.err, "of leaflet has a contrast of 1."));
    CHECK(has(built.err, ":1 to what is behind it, and needs 4.5:1"));
    CHECK(box.made().empty());
    CHECK(box.brochure({"check"}).status == 1);
}

TEST_CASE("screen and office files say that they keep PDF/UA-1 and PDF/A-2a, print files do not") {
    const Sandbox box;
    REQUIRE(box.brochure({"build", "--publication", "leaflet", "--edition", "screen", "--edition", "print", "--edition",
                          "office"})
                .status == 0);
    for (const char* file : {"out/leaflet-screen.pdf", "out/leaflet-office.pdf"}) {
        INFO(file);
        CHECK(has(box.read(file), "<pdfuaid:part>1</pdfuaid:part>"));
        CHECK(has(box.read(file), "<pdfaid:part>2</pdfaid:part>"));
    }
    CHECK(!has(box.read("out/leaflet-print.pdf"), "pdfuaid"));
    CHECK(!has(box.read("out/leaflet-print.pdf"), "pdfaid:part"));
}

TEST_CASE("a design whose headings leave out a level is warned of, and its files do not claim to be accessible") {
    const Sandbox box;
    REQUIRE(box.run("mkdir -p content/designs && cp " PROJECT_DIR "/content/designs/municipal.yaml content/designs/")
                .status == 0);
    REQUIRE(box.run("sed -i 's/role: H2/role: H3/' content/designs/municipal.yaml").status == 0);
    const Run built = box.brochure({"build", "--publication", "leaflet", "--edition", "screen"});
    INFO(built.err);
    CHECK(built.status == 0);
    CHECK(has(built.err, "warning: H3 follows H1; the file 'leaflet' does not call itself accessible (PDF/UA-1)"));
    CHECK(!has(box.read("out/leaflet-screen.pdf"), "pdfuaid"));
}
