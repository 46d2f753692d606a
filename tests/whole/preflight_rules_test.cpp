// The preflight: for each of its rules a project that breaks exactly that rule, and the one finding that tells of it.
#include <algorithm>
#include <set>

#include "broken_projects.hpp"
#include "catch.hpp"
#include "preflight_report.hpp"

namespace {

using Json = nlohmann::json;

const std::string publications = "content/publications.yaml", colima = "content/cities/colima.yaml";

Json report_of(const Sandbox& box, const Broken& broken) {
    box.take_along();
    if (!broken.shell.empty()) REQUIRE(box.run(broken.shell).status == 0);
    for (const Edit& edit : broken.edits) box.replace_all(edit.file, edit.from, edit.to);
    const Run run =
        box.brochure({"build", "--publication", broken.publication, "--edition", broken.edition, "--format", "json"});
    INFO(run.err);
    CHECK(run.status == (broken.severity == "error" ? 1 : 0));
    return Json::parse(run.out);
}

Json findings_in(const Json& report) {
    Json found = Json::array();
    for (const auto& each : report.at("diagnostics"))
        if (each.at("severity") != "note") found.push_back(each);
    return found;
}

Json findings_of(const Sandbox& box, const Broken& broken) {
    return findings_in(report_of(box, broken));
}

/// The rule that it is about, and no other, has its verdict, in a report that is there.
void check_verdict(const Json& report, const Broken& broken) {
    std::set<std::string> owners;
    for (const auto& [name, findings] : rules_of_manual())
        if (findings.contains(broken.rule) && (broken.rule != "no-pdf-ua" || name == "tags")) owners.insert(name);
    CHECK_FALSE(owners.empty());
    CHECK_FALSE(report.at("preflight").empty());
    CHECK(broken_rules(report) == owners);
}

void check_told(const Json& finding, const Told& told) {
    CHECK(finding.value("page", 0) == told.page);
    CHECK(finding.value("unit", "") == told.unit);
    if (*told.unit == 0) return;
    CHECK(finding.at("measured").get<double>() == Approx(told.measured).margin(told.within));
    CHECK(finding.at("limit").get<double>() == Approx(told.limit));
}

void check_broken(const Broken& broken) {
    INFO(broken.rule);
    const Sandbox box;
    const Json report = report_of(box, broken), found = findings_in(report);
    INFO(found.dump(1));
    REQUIRE(found.size() == 1);
    check_verdict(report, broken);
    CHECK(found[0].at("rule") == broken.rule);
    CHECK(found[0].at("severity") == broken.severity);
    CHECK(found[0].at("path") == broken.file);
    CHECK(found[0].at("line").get<int>() > 0);
    check_told(found[0], broken.told);
}

}  // namespace

TEST_CASE("every rule of the preflight is in the manual, with findings, and a project breaks each of them") {
    std::set<std::string> told{"no-pdf-a", "font-embedding"};  // in tests of their own below
    for (const auto* some : {&of_paper(), &of_ink(), &of_reading()})
        for (const Broken& broken : *some) told.insert(broken.rule);
    const auto manual = rules_of_manual();
    for (const auto& [name, findings] : manual) {
        INFO(name);
        CHECK_FALSE(findings.empty());
        for (const std::string& finding : findings) {
            INFO(finding);
            CHECK(told.contains(finding));
        }
    }
    const Sandbox box;
    const Json report = Json::parse(box.brochure({"check", "--format", "json"}).out);
    std::set<std::string> measured;
    for (const auto& publication : report.at("preflight"))
        for (const auto& edition : publication.at("editions"))
            for (const auto& each : edition.at("rules")) measured.insert(each.at("rule"));
    std::set<std::string> named;
    for (const auto& [name, findings] : manual) named.insert(name);
    CHECK(measured == named);
}

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

TEST_CASE("photos in inks are weighed and kept within the limit where other photos stay tagged") {
    if (!have_program("gs", "photos in inks beside tagged ones")) return;
    const Sandbox box;
    const Json report = report_of(box, {"none",
                                        "warning",
                                        "",
                                        {{"content/printers/us-offset.yaml", "photos: convert", "photos: tagged-srgb"}},
                                        "leaflet",
                                        "print",
                                        {},
                                        "gs -q -sDEVICE=jpegcmyk -g3000x2000 -r72 -o images/colima.jpg "
                                        "-c '1 1 1 1 setcmykcolor 0 0 3000 2000 rectfill showpage'"});
    CHECK(findings_in(report).empty());
    const Json edition = preflight(box, "leaflet").at("editions")[0];
    CHECK(edition.at("standards") == Json{"PDF/X-4"});
    const Json ink = rule(edition, "ink");
    CHECK(ink.at("measured").get<double>() > 270);
    CHECK(ink.at("measured").get<double>() <= 280);
    CHECK(ink.at("not measured") == "photos that are not in inks");
    for (const auto& photo : edition.at("photos"))
        if (photo.at("file") == "images/colima.jpg") CHECK(photo.at("colours") == "CMYK");
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
