#include <nlohmann/json.hpp>

#include "base/report.hpp"
#include "catch.hpp"

using namespace brochure;
using nlohmann::json;

namespace {

struct Some {
    SourceFiles files;
    Diagnostics found;
    Some() {
        const auto file = files.add("content/städte 1.yaml", "a: b\n");
        found.error({file, 1, 4}, "wrong-type", "'a' wants a number", "for example  a: 1");
        found.warning({file, 1, 1}, "low-resolution", "photo prints at 214 ppi");
        found.note({file, 1, 1}, "still-to-fill-in", "still to fill in: b");
        found.failure("unwritable-file", "out/a.pdf: cannot be written: No space left on device");
    }
};

}  // namespace

TEST_CASE("in SARIF an absolute path is a file URI") {
    SourceFiles files;
    Diagnostics found;
    found.error({files.add("/home/me/my project/content/x.yaml", "a\n"), 1, 1}, "a", "b");
    CHECK(report_sarif(found, files, "1").find("\"file:///home/me/my%20project/content/x.yaml\"") != std::string::npos);
}

TEST_CASE("a finding that is a measure says where on which page, how much, and how much may be") {
    SourceFiles files;
    Diagnostics found;
    const SourcePosition where{files.add("a.yaml", "a: b\n"), 1, 1};
    const Rect place{Length::from_pt(4), Length::from_pt(83.00049), Length::from_pt(133.3), Length::from_pt(15.6)};
    found.error(where, "near-edge", "it is too near", "", Measured{2, place, 4, 18, "pt"});
    found.warning(where, "page-count", "too many", "", Measured{0, {}, 12, 8, "pages"});
    const auto report = json::parse(report_json(found, files));
    const json edge = report["diagnostics"][0], count = report["diagnostics"][1];
    CHECK(edge["page"] == 2);
    CHECK(edge["place"] == json{{"left", 4}, {"top", 83}, {"width", 133.3}, {"height", 15.6}});
    CHECK(edge["measured"] == 4);
    CHECK(edge["limit"] == 18);
    CHECK(edge["unit"] == "pt");
    CHECK_FALSE(count.contains("page"));
    CHECK_FALSE(count.contains("place"));
    CHECK(count["limit"] == 8);
    const auto sarif = json::parse(report_sarif(found, files, "1"));
    CHECK(sarif["runs"][0]["results"][0]["properties"]["page"] == 2);
    CHECK(sarif["runs"][0]["results"][1]["properties"]["unit"] == "pages");
}

TEST_CASE("findings of later pages move on, those without a page stay") {
    Diagnostics found;
    found.error({}, "a", "on the first of its pages", "", Measured{1, {}, {}, {}, ""});
    found.error({}, "b", "of all", "", Measured{0, {}, 12, 8, "pages"});
    found.error({}, "c", "no measure");
    found.move_pages(6);
    CHECK(found.all()[0].measured->page == 7);
    CHECK(found.all()[1].measured->page == 0);
    CHECK_FALSE(found.all()[2].measured);
}

TEST_CASE("JSON has every finding in order, and the counts") {
    const Some some;
    const auto report = json::parse(report_json(some.found, some.files));
    CHECK(report["version"] == 1);
    REQUIRE(report["diagnostics"].size() == 4);
    CHECK(report["diagnostics"][0] == json{{"path", ""},
                                           {"line", 0},
                                           {"column", 0},
                                           {"severity", "error"},
                                           {"rule", "unwritable-file"},
                                           {"hint", ""},
                                           {"text", "out/a.pdf: cannot be written: No space left on device"}});
    CHECK(report["diagnostics"][3] == json{{"path", "content/städte 1.yaml"},
                                           {"line", 1},
                                           {"column", 4},
                                           {"severity", "error"},
                                           {"rule", "wrong-type"},
                                           {"text", "'a' wants a number"},
                                           {"hint", "for example  a: 1"}});
    CHECK(report["counts"] == json{{"error", 2}, {"warning", 1}, {"note", 1}});
}

TEST_CASE("JSON of no findings is an empty list and counts of nothing") {
    const auto report = json::parse(report_json({}, {}));
    CHECK(report["diagnostics"] == json::array());
    CHECK(report["counts"] == json{{"error", 0}, {"warning", 0}, {"note", 0}});
}

TEST_CASE("text that is not UTF-8 does not make a report fail") {
    SourceFiles files;
    Diagnostics found;
    found.error({files.add("caf\xe9.yaml", ""), 1, 1}, "r", "the byte \xe9");
    CHECK(json::parse(report_json(found, files))["diagnostics"][0]["text"] == "the byte \uFFFD");
    CHECK(json::parse(report_sarif(found, files, "1"))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
                                                      ["artifactLocation"]["uri"] == "caf%E9.yaml");
}

// The shape that SARIF 2.1.0 (OASIS), 3.13, 3.14, 3.27 and 3.30 require.
TEST_CASE("SARIF names version, tool, rules and results with their places") {
    const Some some;
    const auto report = json::parse(report_sarif(some.found, some.files, "0.1.0"));
    CHECK(report["version"] == "2.1.0");
    CHECK(report["$schema"].get<std::string>().find("sarif-2.1.0") != std::string::npos);
    REQUIRE(report["runs"].size() == 1);
    const auto& run = report["runs"][0];
    const auto& driver = run["tool"]["driver"];
    CHECK(driver["name"] == "brochure");
    CHECK(driver["version"] == "0.1.0");
    CHECK(run["columnKind"] == "unicodeCodePoints");
    REQUIRE(run["results"].size() == 4);
    for (const auto& result : run["results"]) {
        CHECK(driver["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
        CHECK(result["message"]["text"].is_string());
        CHECK((result["level"] == "error" || result["level"] == "warning" || result["level"] == "note"));
    }
    CHECK_FALSE(run["results"][0].contains("locations"));
    CHECK(run["results"][1]["level"] == "warning");
    CHECK(run["results"][2]["level"] == "note");
    const auto& place = run["results"][3]["locations"][0]["physicalLocation"];
    CHECK(place["artifactLocation"]["uri"] == "content/st%C3%A4dte%201.yaml");
    CHECK(place["region"] == json{{"startLine", 1}, {"startColumn", 4}});
}

TEST_CASE("SARIF lists each rule once, and of no findings an empty list") {
    SourceFiles files;
    const auto file = files.add("a.yaml", "");
    Diagnostics found;
    found.error({file, 1, 1}, "b", "x");
    found.error({file, 2, 1}, "a", "y");
    found.error({file, 3, 1}, "b", "z");
    const auto report = json::parse(report_sarif(found, files, "1"));
    CHECK(report["runs"][0]["tool"]["driver"]["rules"] == json{{{"id", "a"}}, {{"id", "b"}}});
    CHECK(json::parse(report_sarif({}, {}, "1"))["runs"][0]["results"] == json::array());
}
