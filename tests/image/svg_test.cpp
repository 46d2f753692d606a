#include <chrono>

#include "catch.hpp"
#include "fixtures.hpp"

using namespace brochure;
using namespace fixtures;

namespace {

std::string svg(const std::string& inside, const std::string& attributes = "width=\"200\" height=\"100\"") {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " + attributes +
           ">" + inside + "</svg>";
}

// A red left half, the rest clear.
const std::string half = svg("<rect width=\"100\" height=\"100\" fill=\"#ff0000\"/>");

std::string rule_of(const std::string& drawing) {
    const Folder folder;
    return rule_for(folder.put("a.svg", text(drawing)));
}

}  // namespace

TEST_CASE("an SVG is drawn at 600 pixels to the inch of its place, whatever the edition asks of photos") {
    const Folder folder;
    image::Order o;
    o.photo = probed(folder.put("seal", text(half)));  // by what it holds, not by its name
    CHECK(o.photo.format == image::Format::svg);
    CHECK(o.photo.width == 1000);
    CHECK(o.photo.height == 500);
    o.placed = {Length::from_pt(72), Length::from_pt(36)};
    o.max_ppi = 200;
    const auto raster = prepared(o);
    CHECK(raster.width == 600);
    CHECK(raster.height == 300);
    REQUIRE(raster.soft_mask);
    const Canvas colours = decoded(raster), mask = decoded(*raster.soft_mask);
    CHECK(is_near(colours.at(150, 150), {255, 0, 0}, 1));
    CHECK(mask.at(150, 150)[0] == 255);
    CHECK(mask.at(450, 150)[0] == 0);
    CHECK(is_near(colours.at(301, 150), {255, 0, 0}, 1));  // goes on under the mask's edge: no fringe
}

TEST_CASE("a part of an SVG is drawn where it lies") {
    const Folder folder;
    image::Order o;
    o.photo = probed(folder.put("a.svg", text(half)));
    o.crop = {0.25, 0, 0.5, 1};
    o.placed = {Length::from_pt(36), Length::from_pt(36)};
    const auto raster = prepared(o);
    REQUIRE(raster.soft_mask);
    const Canvas mask = decoded(*raster.soft_mask);
    CHECK(mask.at(140, 150)[0] == 255);
    CHECK(mask.at(160, 150)[0] == 0);
    CHECK(raster.shows == Region{0.25, 0, 0.5, 1});
}

TEST_CASE("what a drawing program writes around its paths is no hindrance") {
    CHECK(rule_of("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- Generator: a program -->\n<!DOCTYPE svg PUBLIC "
                  "\"-//W3C//DTD SVG "
                  "1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\" [ <!ENTITY ns_svg "
                  "\"http://www.w3.org/2000/svg\"> ]>\n<svg xmlns=\"&ns_svg;\" viewBox=\"0 0 30 20\"><style "
                  "type=\"text/css\"><![CDATA[ .a{fill:url(#g);opacity:1;filter:none} ]]></style><defs><linearGradient "
                  "id=\"g\"><stop offset=\"0\" stop-color=\"red\"/></linearGradient></defs><a "
                  "href=\"https://example.org\"><path class=\"a\" style=\"marker:none\" d=\"M0 0h9v9z\"/></a></svg>") ==
          "");
}

TEST_CASE("an SVG without a size takes its shape from the view box") {
    const Folder folder;
    CHECK(probed(folder.put("a.svg", text(svg("<rect width=\"9\" height=\"9\"/>", "viewBox=\"0 0 30 60\"")))).width ==
          500);
}

TEST_CASE("what a logo may not hold is refused by name") {
    const auto [inside, rule] = GENERATE(table<const char*, const char*>({
        {"<text>Norman</text>", "svg-unsupported"},
        {"<image href=\"data:image/png;base64,AAAA\"/>", "svg-unsupported"},
        {"<filter id=\"f\"/><rect filter=\"url(#f)\" width=\"9\" height=\"9\"/>", "svg-unsupported"},
        {"<rect style=\"FILTER : blur(9px)\" width=\"9\" height=\"9\"/>", "svg-unsupported"},
        {"<rect style=\"fil/**/ter:none;&#102;ilter:blur(1px)\" width=\"9\" height=\"9\"/>", "svg-unsupported"},
        {"<style>.a{\\66 ilter:blur(1px)}</style><rect width=\"9\" height=\"9\"/>", "svg-unsupported"},
        {"<path d=\"M0 0h9\" stroke-dasharray=\"0.001\"/>", "svg-unsupported"},
        {"<marker id=\"m\"/><path d=\"M0 0h9v9\" marker-mid=\"url(#m)\"/>", "svg-unsupported"},
        {"<use xlink:href=\"/etc/passwd#a\"/>", "svg-external"},
        {"<use href=\"https://example.org/a.svg#a\"/>", "svg-external"},
        {"<rect fill=\"url(other.svg#g)\" width=\"9\" height=\"9\"/>", "svg-external"},
        {"<style>@import 'a.css';</style><rect width=\"9\" height=\"9\"/>", "svg-external"},
        {"<style>.a{fill:url('file:///etc/hostname')}</style><rect width=\"9\" height=\"9\"/>", "svg-external"},
        {"<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/>", "svg-external"},
        {"<g id=\"a\"><use href=\"#a\"/></g>", "svg-endless"},
        {"<pattern id=\"a\"><rect fill=\"url(#a)\"/></pattern><rect fill=\"url(#a)\" width=\"9\" height=\"9\"/>",
         "svg-endless"},
        {"<g><rect></g>", "svg-damaged"},
        {"<rect width=9/>", "svg-damaged"},
        {"<rect", "svg-damaged"},
    }));
    INFO(inside);
    CHECK(rule_of(svg(inside)) == rule);
}

TEST_CASE("declarations that could hide anything are refused") {
    const auto [declared, rule] = GENERATE(table<const char*, const char*>({
        {"<!ENTITY a SYSTEM \"/etc/passwd\">", "svg-external"},
        {"<!ENTITY a \"<rect/>\">", "svg-declarations"},
        {"<!ENTITY a \"&#60;rect/>\">", "svg-declarations"},
        {"<!ENTITY % a \"b\">", "svg-declarations"},
        {"<!ATTLIST rect filter CDATA \"url(#f)\">", "svg-declarations"},
    }));
    INFO(declared);
    CHECK(rule_of(std::string{"<!DOCTYPE svg ["} + declared + "]>" + half) == rule);
}

TEST_CASE("a drawing that would take for ever is refused before it is begun") {
    std::string laughs = "<g id=\"l0\"><rect width=\"9\" height=\"9\"/></g>";
    for (int i = 1; i < 12; ++i) {
        laughs += "<g id=\"l" + std::to_string(i) + "\">";
        for (int k = 0; k < 10; ++k) laughs += "<use href=\"#l" + std::to_string(i - 1) + "\"/>";
        laughs += "</g>";
    }
    std::string deep, layers, ends, many;
    for (int i = 0; i < 300; ++i) deep += "<g>";
    for (int i = 0; i < 20; ++i) layers += "<g opacity=\"0.5\">", ends += "</g>";
    for (int i = 0; i < 600; ++i) many += "<rect class=\"a\" width=\"9\" height=\"9\"/>";
    std::string often;
    for (int i = 0; i < 10'000; ++i) often += "&a;";
    const std::string entity = "<!DOCTYPE svg [<!ENTITY a \"" + std::string(200, 'x') + "\">]>";
    const auto begun = std::chrono::steady_clock::now();
    CHECK(rule_of(svg(laughs)) == "svg-too-complex");
    CHECK(rule_of(svg(deep)) == "svg-too-complex");
    CHECK(rule_of(svg(layers + "<rect/>" + ends)) == "svg-too-complex");
    CHECK(rule_of(svg("<style>.a{opacity:.5}</style>" + many)) == "svg-too-complex");
    CHECK(rule_of(svg("<style>.b{opacity:.5}</style>" + many)) == "");
    CHECK(rule_of(entity + svg("<g id=\"" + often + "\"/>")) == "svg-too-complex");
    CHECK(rule_of(svg(std::string(5 << 20, ' '))) == "svg-too-complex");
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds{10});
}

TEST_CASE("a long chain of uses does not exhaust the stack") {
    std::string chain = "<g id=\"l0\"/>";
    std::string uses;
    for (int i = 20'000; i > 0; --i)
        uses += "<use id=\"l" + std::to_string(i) + "\" href=\"#l" + std::to_string(i - 1) + "\"/>";
    CHECK(rule_of(svg(uses + chain)) == "svg-too-complex");
}

TEST_CASE("huge and tiny sizes are drawn at the size they are printed in") {
    const Folder folder;
    const auto file =
        folder.put("a.svg", text(svg("<rect width=\"9\" height=\"9\"/>", "width=\"1e9\" height=\"1e9\"")));
    CHECK(probed(file).width == 1000);
    CHECK(rule_of(svg("<rect width=\"9\" height=\"9\"/>", "width=\"1e9\" height=\"1\"")) == "svg-no-size");
}
