// Large print of publications with the same content is one set of pages: laid out once, written under every name.
#include "catch.hpp"
#include "sandbox.hpp"

namespace {

void build(const Sandbox& box) {
    const Run run = box.brochure({"build", "--publication", "brochure", "--publication", "brochure-12", "--publication",
                                  "leaflet", "--edition", "large-print"});
    INFO(run.err);
    REQUIRE(run.status == 0);
    REQUIRE(box.made().size() == 3);
}

}  // namespace

TEST_CASE("large print of publications that differ in size, binding and pages alone is the same file") {
    const Sandbox box;
    build(box);
    const std::string file = box.read("out/brochure-large-print.pdf");
    CHECK(file.size() > 100'000);
    CHECK(box.read("out/brochure-12-large-print.pdf") == file);
    CHECK(box.read("out/leaflet-large-print.pdf") == file);
}

TEST_CASE("large print of publications that say anything else is laid out for each, as it would be alone") {
    const Sandbox box;
    box.replace("content/publications.yaml",
                "brochure-12:                           # the same with one page for each city\n    title: {en: Sister",
                "brochure-12:\n    title: {en: Friends Abroad, de: Sister");
    box.replace("content/publications.yaml", "sections: [leaflet-outside, leaflet-inside]",
                "sections: [cover, cities, back]");
    build(box);
    const std::string file = box.read("out/brochure-large-print.pdf"),
                      titled = box.read("out/brochure-12-large-print.pdf"),
                      shorter = box.read("out/leaflet-large-print.pdf");
    CHECK(titled != file);
    CHECK(has(titled, "Friends Abroad"));
    CHECK(shorter != file);
    const Run alone =
        box.brochure({"build", "--publication", "brochure-12", "--edition", "large-print", "--out", "alone"});
    REQUIRE(alone.status == 0);
    CHECK(box.read("alone/brochure-12-large-print.pdf") == titled);
}
