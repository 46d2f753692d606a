// The preflight report that every build leaves beside its files.
#include "catch.hpp"
#include "preflight_report.hpp"

namespace {

using Json = nlohmann::json;

const std::string design = "content/designs/municipal.yaml", printer = "content/printers/us-offset.yaml";

}  // namespace

TEST_CASE("every build reports what was measured of each edition, and all of the sample passes") {
    const Sandbox box;
    REQUIRE(box.brochure({"build", "--publication", "leaflet"}).status == 0);
    const Json report = preflight(box, "leaflet");
    REQUIRE(report.at("editions").size() == 4);
    for (const Json& edition : report.at("editions")) {
        INFO(edition.dump(1));
        CHECK(edition.at("made") == true);
        CHECK(edition.at("findings").empty());
        CHECK_FALSE(edition.at("standards").empty());
        CHECK_FALSE(edition.at("fonts").empty());
        CHECK(edition.at("figures").at("without") == 0);
        for (const Json& each : edition.at("rules"))
            CHECK((each.at("verdict") == "passed" || each.at("verdict") == "not applicable"));
    }
    const Json& print = report.at("editions")[1];
    CHECK(print.at("standards") == Json{"PDF/X-4"});
    CHECK(print.at("overprint") == Json{"ink"});
    CHECK(print.at("photos")[0].at("colours") == "CMYK");
    CHECK(rule(print, "bleed").at("measured") == 9);
    const Json& ink = rule(print, "ink");  // the pixels of its photos have more than the darkest swatch
    CHECK(ink.at("measured").get<double>() > 256);
    CHECK(ink.at("measured").get<double>() <= ink.at("limit").get<double>());
    CHECK(ink.at("limit") == 280);
    CHECK(ink.at("page").get<int>() > 0);
    CHECK(ink.at("place").at("width").get<double>() > 100);
    CHECK(rule(print, "graphics").at("measured").get<double>() >= 3);
    const auto bytes = static_cast<double>(std::filesystem::file_size(box.project / "out" / "leaflet-print.pdf"));
    CHECK(rule(print, "size").at("measured").get<double>() == Approx(bytes / 1e6).margin(0.001));
    CHECK(print.at("boxes")[0].at("trim").at("width") == 792);
    CHECK(rule(report.at("editions")[0], "ink").at("verdict") == "not applicable");
}

TEST_CASE("a publication for print without a date is told so, and one with a date has it in its file") {
    const Sandbox box;
    const std::vector<std::string> build{"build", "--publication", "leaflet", "--edition", "print", "--format", "json"};
    CHECK(has(box.brochure(build).out, "\"no-date\""));
    CHECK(has(box.read("out/leaflet-print.pdf"), "/CreationDate(D:20000101"));
    box.replace("content/publications.yaml", "  leaflet:  ", "  leaflet:\n    date: 2027-05-14 #");
    const Run dated = box.brochure(build);
    CHECK(dated.status == 0);
    CHECK_FALSE(has(dated.out, "\"no-date\""));
    const std::string file = box.read("out/leaflet-print.pdf");
    CHECK(has(file, "/CreationDate(D:20270514"));
    CHECK(has(file, "<xmp:ModifyDate>2027-05-14"));
    const Run screen = box.brochure({"build", "--publication", "brochure", "--edition", "screen", "--format", "json"});
    CHECK_FALSE(has(screen.out, "\"no-date\""));
}

TEST_CASE("a report whose rules did not all pass is named at the end, one where all did is not") {
    const Sandbox box;
    CHECK_FALSE(has(box.brochure({"build", "--publication", "leaflet", "--edition", "print"}).out, "preflight"));
    box.take_along();
    box.replace(printer, "min-line: 0.25", "min-line: 0.5");
    const Run run = box.brochure({"build", "--publication", "leaflet", "--edition", "print"});
    CHECK(has(run.out, "preflight: not everything passed, see out/leaflet-preflight.json\n"));
    const Json edition = preflight(box, "leaflet").at("editions")[0];
    CHECK(rule(edition, "line").at("verdict") == "warning");
    CHECK(edition.at("made") == true);
    CHECK(edition.at("findings").size() == 1);
}

TEST_CASE("a file that is refused has its report too, which says why") {
    const Sandbox box;
    box.take_along();
    box.replace_all(design, "in: first, area: bleed}", "in: first, area: bleed, top: 0}");
    CHECK(box.brochure({"build", "--publication", "leaflet", "--edition", "print"}).status == 1);
    const Json edition = preflight(box, "leaflet").at("editions")[0];
    CHECK(edition.at("made") == false);
    CHECK_FALSE(edition.contains("standards"));
    CHECK(rule(edition, "bleed").at("verdict") == "failed");
    CHECK(edition.at("findings")[0].at("rule") == "bleed-missing");
}

TEST_CASE("what is wrong with a printer's profile stands in the report of the file that is not made for want of it") {
    const Sandbox box;
    box.take_along();
    box.replace(printer, "FOGRA39L_coated.icc", "nobody.icc");
    CHECK(box.brochure({"build", "--publication", "leaflet", "--edition", "print", "--edition", "screen"}).status == 1);
    const Json report = preflight(box, "leaflet");
    for (const Json& edition : report.at("editions")) {
        INFO(edition.at("edition"));
        const bool print = edition.at("edition") == "print";
        CHECK(edition.at("made") == !print);
        REQUIRE(edition.at("findings").size() == (print ? 1 : 0));
        if (print) CHECK(edition.at("findings")[0].at("rule") == "profile-missing");
    }
}

TEST_CASE("what is wrong with the copier's profile keeps the office edition, and no other, from being made") {
    for (const auto& [from, to] : {std::array{"margin: 0.25in", "margin: 2in"},
                                   std::array{"papers: [letter, a4, legal, tabloid, a3]", "papers: [a5]"}}) {
        INFO(to);
        const Sandbox box;
        box.take_along();
        box.replace("content/printers/office.yaml", from, to);
        const Run run =
            box.brochure({"build", "--publication", "leaflet", "--edition", "office", "--edition", "screen"});
        CHECK(run.status == 1);
        CHECK(box.made() == std::vector<std::string>{"leaflet-screen.pdf"});
        const Json report = preflight(box, "leaflet");
        for (const Json& edition : report.at("editions")) {
            const bool office = edition.at("edition") == "office";
            INFO(edition.dump(1));
            CHECK(edition.at("made") == !office);
            REQUIRE(edition.at("findings").size() == (office ? 1 : 0));
            if (office) CHECK(edition.at("findings")[0].at("path") == "content/printers/office.yaml");
        }
    }
}

TEST_CASE("a report does not outlive the design, or the list of publications, that its files were made by") {
    const Sandbox box;
    box.take_along();
    const std::string publications = "content/publications.yaml";
    for (const auto& [file, from, to] :
         {std::array{design, std::string{"masters:"}, std::string{"masters: ["}},
          std::array{design, std::string{"formats:"}, std::string{"format:"}},
          std::array{publications, std::string{"publications:"}, std::string{"publications: ["}}}) {
        INFO(file + ": " + to);
        REQUIRE(box.brochure({"build", "--publication", "leaflet", "--edition", "screen"}).status == 0);
        REQUIRE(box.brochure({"build", "--publication", "brochure", "--edition", "screen"}).status == 0);
        const std::string before = box.read(file);
        box.replace(file, from, to);
        REQUIRE(box.brochure({"build", "--publication", "leaflet", "--edition", "screen"}).status == 1);
        CHECK(preflight(box, "brochure").at("editions")[0].at("made") == true);  // nobody asked for it
        REQUIRE(box.brochure({"build"}).status == 1);
        for (const char* name : {"leaflet", "brochure"}) {
            const Json report = preflight(box, name), edition = report.at("editions")[0];
            INFO(edition.dump(1));
            CHECK(report.at("publication") == name);
            CHECK(edition.at("edition") == "screen");
            CHECK(edition.at("file") == std::string{name} + "-screen.pdf");
            CHECK(edition.at("made") == false);
            CHECK(edition.contains("on disk"));
            CHECK_FALSE(edition.contains("standards"));
            REQUIRE_FALSE(edition.at("findings").empty());
            CHECK(edition.at("findings")[0].at("path") == file);
        }
        box.write(file, before);
    }
}

TEST_CASE("a design with a fault leaves reports on the first build too, one for each file that it would make") {
    const Sandbox box;
    box.take_along();
    box.replace(design, "masters:", "masters: [");
    REQUIRE(box.brochure({"build", "--publication", "handout", "--city", "seika"}).status == 1);
    const Json report = preflight(box, "handout-seika");
    CHECK(report.at("publication") == "handout");
    CHECK(report.at("city") == "seika");
    REQUIRE_FALSE(report.at("editions").empty());
    for (const Json& edition : report.at("editions")) {
        CHECK(edition.at("made") == false);
        REQUIRE_FALSE(edition.at("findings").empty());
        CHECK(edition.at("findings")[0].at("path") == design);
    }
    CHECK_FALSE(std::filesystem::exists(box.project / "out/handout-colima-preflight.json"));
}

TEST_CASE("a report of what was not made goes when there is no such publication any more, and no other does") {
    const Sandbox box;
    box.take_along();
    const std::string publications = "content/publications.yaml";
    const std::string before = box.read(publications);
    box.replace(publications, "for-each: city", "for-each: cities");
    const std::vector<std::string> build{"build", "--publication", "handout", "--edition", "screen"};
    REQUIRE(box.brochure(build).status == 1);
    REQUIRE(preflight(box, "handout").at("editions")[0].at("made") == false);
    box.write(publications, before);
    const std::string foreign = R"({"publication": "handout", "editions": [{"made": false, "file": "x.pdf"}]})";
    box.write("out/x-preflight.json", foreign);
    box.write("out/leaflet-preflight.json",
              R"({"program": "brochure 1", "publication": "leaflet", "editions": [{"made": false, "file": "l.pdf"}]})");
    REQUIRE(box.brochure(build).status == 0);
    CHECK_FALSE(std::filesystem::exists(box.project / "out/handout-preflight.json"));
    CHECK(preflight(box, "handout-seika").at("editions")[0].at("made") == true);
    CHECK(box.read("out/x-preflight.json") == foreign);
    CHECK(std::filesystem::exists(box.project / "out/leaflet-preflight.json"));
}

TEST_CASE("pictures that never stand in one document may have the same words") {
    const Sandbox box;
    box.take_along();
    box.write("content/cities/zz.yaml", box.read("content/cities/arezzo.yaml"));
    box.replace("content/cities/zz.yaml", "file: arezzo.jpg", "file: seika.jpg");
    CHECK(has(box.brochure({"check"}).err, "has the same alternative text"));
    box.write("content/publications.yaml",
              "publications:\n  handout:\n    design: municipal\n    format: letter\n    for-each: city\n"
              "    lang: en-US\n    editions: [screen]\n    sections: [handout]\n");
    CHECK_FALSE(has(box.brochure({"check"}).err, "has the same alternative text"));
}

TEST_CASE("a report of files that were made does not outlive content that nothing can be made of") {
    const Sandbox box;
    box.take_along();
    const std::vector<std::string> build{"build", "--publication", "leaflet", "--edition", "screen"};
    for (const auto& [file, from, to] :
         {std::array{"content/organisation.yaml", "  name: Sister Cities International", "  nom: SCI"},
          std::array{"content/cities/colima.yaml", "file: colima.jpg", "file: nobody.jpg"}}) {
        INFO(file);
        REQUIRE(box.brochure(build).status == 0);
        REQUIRE(preflight(box, "leaflet").at("editions")[0].at("made") == true);
        const std::string before = box.read(file);
        box.replace(file, from, to);
        REQUIRE(box.brochure(build).status == 1);
        const Json edition = preflight(box, "leaflet").at("editions")[0];
        CHECK(edition.at("made") == false);
        CHECK_FALSE(edition.contains("standards"));
        REQUIRE_FALSE(edition.at("findings").empty());
        CHECK(edition.at("findings")[0].at("path") == file);
        box.write(file, before);
    }
}

TEST_CASE("the preflight of one content is the same, byte for byte, and check writes none") {
    const Sandbox box;
    REQUIRE(box.brochure({"check"}).status == 0);
    CHECK_FALSE(std::filesystem::exists(box.project / "out"));
    REQUIRE(box.brochure({"build", "--publication", "leaflet"}).status == 0);
    const std::string first = box.read("out/leaflet-preflight.json");
    REQUIRE(box.brochure({"build", "--publication", "leaflet", "--jobs", "1"}).status == 0);
    CHECK(box.read("out/leaflet-preflight.json") == first);
}
