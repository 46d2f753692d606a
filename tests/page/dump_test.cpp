#include "catch.hpp"
#include "page/page.hpp"

using namespace brochure;
using namespace brochure::page;

namespace {

Length pt(double v) {
    return Length::from_pt(v);
}
std::string dumped(const Publication& publication) {
    return dump(publication, [](text::FaceId) { return std::string{"Vollkorn-Regular"}; });
}

}  // namespace

TEST_CASE("a rectangle is a closed path of its four corners") {
    const Path path = rectangle({pt(1), pt(2), pt(30), pt(40)}, "sand", {3});
    REQUIRE(path.segments.size() == 5);
    CHECK(path.segments[2].a == Point{pt(31), pt(42)});
    CHECK(path.segments[4].kind == PathSegment::Kind::close);
    CHECK(path.fill == "sand");
    CHECK(!path.stroke);
    CHECK(path.element == ElementId{3});
}

TEST_CASE("a line is stroked and not filled") {
    const Path path = line({pt(1), pt(2)}, {pt(5), pt(2)}, {"ink", pt(0.5), true});
    REQUIRE(path.segments.size() == 2);
    CHECK(path.fill.empty());
    REQUIRE(path.stroke);
    CHECK(path.stroke->weight == pt(0.5));
    CHECK(path.element == artifact);
}

TEST_CASE("every role has the name that ISO 32000-1 gives it") {
    CHECK(structure_type(Role::document) == "Document");
    CHECK(structure_type(Role::h3) == "H3");
    CHECK(structure_type(Role::list_body) == "LBody");
    CHECK(structure_type(Role::head_cell) == "TH");
    CHECK(structure_type(Role::toc_item) == "TOCI");
}

TEST_CASE("the dump tells every item of a page and the structure tree, three decimals to a length") {
    Publication it;
    it.name = "handout-colima";
    it.title = "Colima \"the city of palms\"";
    it.author = "Sister Cities";
    it.lang = "en-US";
    it.date = "2026-05-01";
    it.facing_pages = true;
    it.structure.resize(4);
    it.structure[0].role = Role::document;
    it.structure[0].children = {{1}, {2}};
    it.structure[1].role = Role::h2;
    it.structure[1].parent = {0};
    it.structure[2].role = Role::figure;
    it.structure[2].parent = {0};
    it.structure[2].alt = "A palace";
    it.structure[2].children = {{3}};
    it.structure[3].role = Role::link;
    it.structure[3].url = "https://example.org";
    it.structure[3].lang = "es";
    Page page;
    page.trim = {pt(396), pt(612)};
    page.bleed = pt(9);
    page.label = "ii";
    page.recto = false;
    text::GlyphRun run;
    run.size = pt(9.25);
    run.swatch = "ink";
    run.lang = "es";
    run.text = "Partner cities";
    text::GlyphRun hyphen = run;
    hyphen.text = "-";
    hyphen.has_actual_text = true;
    page.items = {PlacedRun{{pt(18), pt(42.3004)}, run, {1}},
                  PlacedRun{{pt(18), pt(54)}, hyphen, {1}},
                  PlacedPicture{0, {pt(-9), pt(-9), pt(414), pt(200)}, {pt(-9), pt(-9), pt(414), pt(150)}, {2}},
                  rectangle({pt(0), pt(0), pt(10), pt(-0.0001)}, "sand"),
                  line({pt(1), pt(2)}, {pt(5), pt(2)}, {"ink", pt(0.5), true}),
                  LinkArea{{pt(1), pt(2), pt(3), pt(4)}, {3}}};
    it.pages = {page};
    it.outline = {{"Cities", 0, pt(42), 2}};
    Picture picture;
    picture.photo.file = "/somewhere/images/colima.jpg";
    picture.photo.width = 4000;
    picture.photo.height = 3000;
    picture.crop = {0, 0.125, 1, 0.75};
    picture.placed = {pt(414), pt(200)};
    it.pictures = {picture};
    CHECK(
        dumped(it) ==
        R"(publication "handout-colima" title="Colima \"the city of palms\"" author="Sister Cities" lang=en-US date=2026-05-01 facing
page 1 "ii" verso 396.000x612.000 bleed=9.000
  run x=18.000 y=42.300 Vollkorn-Regular 9.25 ink "Partner cities" H2 lang=es
  run x=18.000 y=54.000 Vollkorn-Regular 9.25 ink "-" H2 actual="" lang=es
  picture 0 x=-9.000 y=-9.000 w=414.000 h=200.000 clip=-9.000,-9.000+414.000x150.000 Figure
  path fill=sand m 0.000,0.000 l 10.000,0.000 l 10.000,0.000 l 0.000,0.000 z artifact
  path stroke=ink,0.500,round m 1.000,2.000 l 5.000,2.000 artifact
  link x=1.000 y=2.000 w=3.000 h=4.000 Link "https://example.org"
photo 0 "colima.jpg" 4000x3000 crop=0.000,0.125+1.000x0.750 placed=414.000x200.000
outline   "Cities" page=1 y=42.000
Document
  H2 "Partner cities"
  Figure alt="A palace"
    Link lang=es url="https://example.org"
)");
}
