#include "catch.hpp"
#include "sandbox.hpp"

TEST_CASE("the sample project builds without errors into files named by publication, city and edition") {
    const Sandbox box;
    const Run run = box.brochure({"build"});
    INFO(run.err);
    CHECK(run.status == 0);
    const auto made = box.made();
    for (const char* file :
         {"brochure-screen.pdf", "brochure-print.pdf", "handout-colima-screen.pdf", "handout-colima-print.pdf",
          "handout-arezzo-screen.pdf", "handout-seika-screen.pdf", "handout-clermont-ferrand-print.pdf"}) {
        INFO(file);
        CHECK(std::find(made.begin(), made.end(), file) != made.end());
        CHECK(has(run.out, file));
    }
    for (const auto& file : made) CHECK(file.ends_with(".pdf"));  // nothing half-made is left behind
    CHECK(has(run.out, " pages"));
    CHECK(has(run.out, "files made"));
}

TEST_CASE("--city, --edition and --publication narrow what is made, and --out says where") {
    const Sandbox box;
    const Run run = box.brochure(
        {"build", "--publication", "handout", "--city", "colima", "--edition", "print", "--out", "to/printer"});
    INFO(run.err);
    CHECK(run.status == 0);
    CHECK(box.made().empty());
    CHECK(std::filesystem::exists(box.project / "to/printer/handout-colima-print.pdf"));
    CHECK(std::distance(std::filesystem::directory_iterator{box.project / "to/printer"}, {}) ==
          6);  // in English and Spanish, each with preflight and job ticket
}

TEST_CASE("a layout that only a design has which no publication names is a note, one that none has an error") {
    const Sandbox box;
    box.write("content/publications.yaml",
              "publications: {text: {title: T, design: gazette, format: letter, lang: en-US, sections: [cities]}}\n");
    const Run known = box.brochure({"check"});
    INFO(known.err);
    CHECK(known.status == 0);
    CHECK(has(known.err, "has no layout 'plate', which 'municipal' has"));
    box.replace("content/cities/colima.yaml", "layout: landscape", "layout: landscap");
    const Run unknown = box.brochure({"check"});
    CHECK(unknown.status == 1);
    CHECK(has(unknown.err, "the design has no layout 'landscap'"));
    CHECK(has(unknown.err, "did you mean 'landscape'?"));
}

TEST_CASE("check finds what build finds and writes nothing") {
    const Sandbox box;
    const Run check = box.brochure({"check"});
    INFO(check.err);
    CHECK(check.status == 0);
    CHECK(box.made().empty());
    CHECK(has(check.out, "checked"));
    CHECK(has(check.err, "still to fill in"));
    box.replace("content/cities/colima.yaml", "country: MX", "contry: MX");
    const Run broken = box.brochure({"check"});
    CHECK(broken.status == 1);
    CHECK(has(broken.err, "content/cities/colima.yaml:"));
    CHECK(has(broken.err, "did you mean"));
    // `build` leaves the notes to `check`; of errors and warnings both tell the same.
    const auto faults = [&](const char* command) {
        return box.run(shell_word(BROCHURE) + " " + command + " 2>&1 >/dev/null | grep -E ': (error|warning): '").out;
    };
    CHECK(has(faults("check"), "did you mean") == false);
    CHECK(has(faults("check"), "'contry'"));
    CHECK(faults("build") == faults("check"));
}

TEST_CASE(
    "errors in the content are status 1, all in one run, with file, line, column and a caret; nothing is written") {
    const Sandbox box;
    box.replace("content/cities/colima.yaml", "  country: MX", "  contry: MX");
    box.replace("content/cities/seika.yaml", "file: seika.jpg", "file: nowhere.jpg");
    const Run run = box.brochure({"build"});
    CHECK(run.status == 1);
    CHECK(has(run.err, "content/cities/colima.yaml:4:3: error: "));
    CHECK(has(run.err, "  contry: MX\n"));
    CHECK(has(run.err, "^"));
    CHECK(has(run.err, "content/cities/seika.yaml:"));
    CHECK(has(run.err, "nowhere.jpg"));
    CHECK(box.made().empty());
}

TEST_CASE("a build that ends in errors leaves the PDF files of the last good one as they are") {
    const Sandbox box;
    REQUIRE(box.brochure({"build", "--publication", "handout", "--city", "colima"}).status == 0);
    const auto made = box.made();
    const std::string before = box.read("out/handout-colima-screen.pdf");
    box.replace("content/cities/colima.yaml", "country: MX", "country: XX");
    CHECK(box.brochure({"build", "--publication", "handout", "--city", "colima"}).status == 1);
    CHECK(box.made() == made);
    CHECK(box.read("out/handout-colima-screen.pdf") == before);
    box.replace("content/cities/colima.yaml", "country: XX", "country: MX");
    box.replace("content/cities/colima.yaml", "layout: landscape", "layout: landscap");  // found later, in composing
    const Run run = box.brochure({"build"});
    CHECK(run.status == 1);
    CHECK(box.read("out/handout-colima-screen.pdf") == before);
}

TEST_CASE("a fault in a visit's own files stops its documents alone, and is told") {
    const Sandbox box;
    const std::string sample = box.read("content/visits/seika-2027.yaml");
    box.write("content/visits/good.yaml", sample);
    box.write("content/visits/people.csv", "id;family;phone\nhost-one;Doe;ask\n");
    const auto people = sample.find("  people:"), places = sample.find("  places:");
    REQUIRE((people != std::string::npos && places != std::string::npos));
    box.write("content/visits/seika-2027.yaml",
              sample.substr(0, people) + "  people: people.csv\n" + sample.substr(places));
    const Run good = box.brochure(
        {"build", "--publication", "visit-good-contacts-en", "--publication", "handout", "--edition", "screen"});
    INFO(good.out << good.err);
    CHECK(good.status == 1);
    CHECK(has(good.err, "people.csv:2:14: error: 'phone' wants a telephone number"));
    const auto made = box.made();
    CHECK(std::count(made.begin(), made.end(), "visit-good-contacts-en-screen.pdf") == 1);
    CHECK(std::count(made.begin(), made.end(), "handout-colima-screen.pdf") == 1);
    const Run bad = box.brochure({"build", "--publication", "visit-seika-2027", "--edition", "screen"});
    CHECK(bad.status == 1);
    CHECK(has(bad.err, "people.csv:2:14: error"));
    CHECK(box.made() == made);
    // What all have in common stops all.
    box.replace("content/organisation.yaml", "organisation:", "organization:");
    CHECK(box.brochure({"build", "--publication", "visit-good", "--edition", "screen"}).status == 1);
    CHECK(box.made() == made);
}

TEST_CASE("of a visit that says nothing yet the program says that nothing can be printed") {
    const Sandbox box;
    box.write("content/visits/nothing.yaml",
              "visit:\n  title: T\n  dates: {from: 2027-05-17, to: 2027-05-17}\n  host: home\n  guest: seika\n"
              "  languages: [en]\n");
    const Run run = box.brochure({"build", "--publication", "visit-nothing"});
    CHECK(run.status == 2);
    CHECK(has(run.err, "there is nothing to print of the visit 'nothing'"));
}

TEST_CASE("every fault of a project is told in one run, though one file is no YAML") {
    const Sandbox box;
    box.write("content/cities/colima.yaml", "city: [\n");
    box.replace("content/cities/seika.yaml", "country: JP", "country: XX");
    box.replace("content/publications.yaml", "design: municipal", "design: municpal");
    box.write("images/arezzo.jpg", "");
    box.replace("content/publications.yaml", "format: a5", "format: a9");  // in one record with the next
    box.replace("content/publications.yaml", "format: a9\n    binding: saddle-stitch",
                "format: a9\n    binding: saddle-stich");
    const Run run = box.brochure({"check"});
    CHECK(run.status == 1);
    for (const char* place : {"has no format 'a9'", "did you mean 'saddle-stitch'?", "colima.yaml:2:1: error",
                              "seika.yaml:5:12: error", "publications.yaml:15:13: error", "'arezzo.jpg' is empty"}) {
        INFO(place << " in\n" << run.err);
        CHECK(has(run.err, place));
    }
}

TEST_CASE("a character no font has is an error at its own line and column") {
    const Sandbox box;
    box.replace("content/cities/colima.yaml", "south of Colima Volcano", "south of \xEE\x80\x80 Colima Volcano");
    const Run run = box.brochure({"check"});
    INFO(run.err);
    CHECK(run.status == 1);
    CHECK(has(run.err, "content/cities/colima.yaml:37:68: error: no font has the character (U+E000"));
    CHECK(has(run.err, "\n  " + std::string(67, ' ') + "^\n"));
}

TEST_CASE("a photo that is missing keeps nothing else from being told") {
    const Sandbox box;
    box.replace("content/cities/arezzo.yaml", "layout: plate", "layout: plat");
    box.replace("content/cities/arezzo.yaml", "file: arezzo.jpg", "file: nothing-of-that-name.jpg");
    box.replace("content/cities/colima.yaml", "south of Colima Volcano", "south of \xEE\x80\x80 Colima Volcano");
    box.replace("content/publications.yaml", "format: half-letter", "format: a9");
    box.write("images/seika.jpg", "");
    const Run run = box.brochure({"check"});
    INFO(run.err);
    CHECK(run.status == 1);
    for (const char* fault :
         {"there is no photo 'nothing-of-that-name.jpg'", "has no layout 'plat' for a city", "did you mean 'plate'?",
          "has no format 'a9'", "no font has the character (U+E000", "photo 'seika.jpg' is empty"})
        CHECK(has(run.err, fault));
    CHECK(has(run.out, ", 5 errors"));
    // What no photo stands for is not judged by its stand-in.
    CHECK_FALSE(has(run.err, "is not possible here"));
}

TEST_CASE("content with errors hides no format and no layout that the design lacks") {
    const Sandbox box;
    box.replace("content/cities/seika.yaml", "country: JP", "country: XX");
    box.replace("content/cities/arezzo.yaml", "layout: plate", "layout: cathedral");
    box.replace("content/publications.yaml", "format: half-letter", "format: a9");
    const Run run = box.brochure({"check"});
    INFO(run.err);
    for (const char* fault :
         {"'country' wants a country's code", "has no layout 'cathedral' for a city", "has no format 'a9'"})
        CHECK(has(run.err, fault));
    CHECK(has(run.err,
              "choose one of: plate, landscape, panorama, page-short, page-short-low, page, page-low, page-upright, "
              "portrait, "
              "portrait-body, page-long, page-long-wide, "
              "no-photo, no-photo-name, no-photo-low\n"));
}

TEST_CASE("every layout that a hint names is one") {
    for (const std::string name : {"plate", "page-long", "city-plate", "no-photo"}) {
        const Sandbox box;
        box.replace("content/cities/arezzo.yaml", "layout: plate", "layout: " + name);
        CHECK_FALSE(has(box.brochure({"check"}).err, "has no layout"));
    }
}

TEST_CASE("a file that is named a little wrong is pointed to") {
    const Sandbox box;
    box.replace("content/cities/colima.yaml", "file: colima.jpg", "file: Colima.JPG");
    box.replace("content/cities/seika.yaml", "file: seika.jpg", "file: sieka.jpg");
    box.replace("content/publications.yaml", "design: municipal", "design: Municpal");
    const Run run = box.brochure({"check"});
    INFO(run.err);
    for (const char* name : {"colima.jpg", "seika.jpg", "municipal"})
        CHECK(has(run.err, "did you mean '" + std::string{name} + "'?"));
}

TEST_CASE("places are named as they are found from where the user stands") {
    const Sandbox box;
    box.replace("content/cities/colima.yaml", "country: MX", "contry: MX");
    const std::string check = shell_word(BROCHURE) + " check ", name = box.project.filename().string();
    const std::string file = box.project.string() + "/content/cities/colima.yaml";
    CHECK(has(box.run(check + ". 2>&1").out, "\ncontent/cities/colima.yaml:4:3: error"));
    CHECK(has(box.run("cd / && " + check + shell_word(box.project.string()) + " 2>&1").out, file + ":4:3: error"));
    CHECK(has(box.run("cd .. && " + check + name + " 2>&1").out, name + "/content/cities/colima.yaml:4:3: error"));
    CHECK(has(box.run("cd images && " + check + ".. 2>&1").out, "../content/cities/colima.yaml:4:3: error"));
    CHECK(
        has(box.run("cd / && " + check + shell_word(box.project.string()) + " --format json").out, "\"" + file + "\""));
    const std::string uri = "\"file://" + file + "\"";
    CHECK(has(box.run("cd / && " + check + shell_word(box.project.string()) + " --format sarif").out, uri));
    CHECK(has(box.run("cd images && " + check + ".. --format sarif").out, uri));
    CHECK(has(box.run("cd .. && " + check + name + " --format sarif").out,
              "\"" + name + "/content/cities/colima.yaml\""));
}

TEST_CASE("text that does not fit is called by the name of its block, once for all cities") {
    const Sandbox box;
    std::string long_text = "\nmission:\n  text: |-\n";
    for (int i = 0; i < 60; ++i) long_text += "    To promote peace through mutual respect and understanding.\n";
    std::string before = box.read("content/organisation.yaml");
    // The mission stands on a handout whose map cannot be drawn.
    const auto coordinates = before.find("    coordinates:");
    REQUIRE(coordinates != std::string::npos);
    before.erase(coordinates, before.find('\n', coordinates) + 1 - coordinates);
    const auto mission = before.find("\nmission:");
    REQUIRE(mission != std::string::npos);
    const auto next = before.find("\ngoals:", mission);
    REQUIRE(next != std::string::npos);
    box.write("content/organisation.yaml", before.substr(0, mission) + long_text + before.substr(next));
    const Run run = box.brochure({"build", "--publication", "handout"});
    INFO(run.err);
    CHECK(run.status == 1);
    CHECK(has(run.err, "error: the mission does not fit on page 2 of handout"));
    CHECK_FALSE(has(run.err, "clermont-ferrand does not fit"));
    CHECK(has(run.out, ", 1 error,"));
}

TEST_CASE("a publication that nothing stands in is an error") {
    const Sandbox box;
    box.write("content/publications.yaml",
              "publications:\n  empty: {design: municipal, format: half-letter, sections: [mission]}\n");
    const std::string before = box.read("content/organisation.yaml");
    const auto mission = before.find("\nmission:");
    box.write("content/organisation.yaml", before.substr(0, mission) + before.substr(before.find("\ngoals:", mission)));
    const Run run = box.brochure({"build"});
    INFO(run.err);
    CHECK(run.status == 1);
    CHECK(has(run.err, "content/publications.yaml:2:"));
    CHECK(has(run.err, "'empty' has no page"));
}

TEST_CASE("wrong usage is status 2 and helps") {
    const Sandbox box;
    Run run;
    SECTION("a publication misspelt") {
        run = box.brochure({"build", "--publication", "brochur"});
        CHECK(has(run.err, "did you mean 'brochure'"));
    }
    SECTION("a city misspelt") {
        run = box.brochure({"build", "--city", "sieka"});
        CHECK(has(run.err, "did you mean 'seika'"));
    }
    SECTION("an edition misspelt") {
        run = box.brochure({"build", "--edition", "prnt"});
        CHECK(has(run.err, "did you mean 'print'"));
    }
    SECTION("a language nobody wrote in") {
        run = box.brochure({"build", "--lang", "tlh"});
        CHECK(has(run.err, "there is no language 'tlh'"));
    }
    SECTION("an unknown option") {
        run = box.brochure({"build", "--colour"});
    }
    SECTION("no command") {
        run = box.brochure({});
    }
    SECTION("a folder that is not there") {
        run = box.brochure({"build", "nowhere"});
        CHECK(has(run.err, "a project is a folder with content/"));
    }
    SECTION("a folder that is no project") {
        run = box.brochure({"build", "images"});
        CHECK(has(run.err, "a project is a folder with content/"));
    }
    SECTION("a file") {
        run = box.brochure({"check", "content/organisation.yaml"});
        CHECK(has(run.err, "is not a folder"));
    }
    SECTION("a SOURCE_DATE_EPOCH that is none") {
        run = box.run("SOURCE_DATE_EPOCH=soon " + shell_word(BROCHURE) + " build");
    }
    CHECK(run.status == 2);
    CHECK_FALSE(run.err.empty());
    CHECK(box.made().empty());
}

TEST_CASE("the large-print edition is made alone when it alone is asked for, and is checked with the others") {
    const Sandbox box;
    const Run run = box.brochure({"build", "--publication", "leaflet", "--edition", "large-print", "--explain"});
    INFO(run.err);
    CHECK(run.status == 0);
    CHECK(box.made() == std::vector<std::string>{"leaflet-large-print.pdf"});
    CHECK(has(run.out, "leaflet-large-print\n"));
    CHECK(has(run.out, "city colima -> city\n"));
    CHECK(has(box.run("pdfinfo out/leaflet-large-print.pdf").out, "Tagged:          yes"));
    box.replace("content/designs/municipal.yaml", "half-letter: letter", "half-letter: leter");
    const std::string said = box.brochure({"check"}).err;
    CHECK(has(said, "content/designs/municipal.yaml"));
    CHECK(has(said, "the design 'large-print' has no format 'leter'"));
    CHECK(has(said, "did you mean 'letter'?"));
}

TEST_CASE("large print that a design does not name, or has no paper for, is an error in the publication's line") {
    const Sandbox box;
    SECTION("no design") {
        box.replace("content/designs/gazette.yaml", "large-print: {design: large-print}", "# large print:");
        box.write("content/publications.yaml",
                  "publications:\n  p: {title: T, design: gazette, format: a4, editions: [large-print], sections: "
                  "[cities]}\n");
        const Run run = box.brochure({"check"});
        CHECK(run.status == 1);
        CHECK(has(run.err,
                  "content/publications.yaml:2:57: error: the design 'gazette' names no design for large print"));
    }
    SECTION("no format") {
        box.replace("content/designs/municipal.yaml", "half-letter: letter, ", "");
        const Run run = box.brochure({"check"});
        CHECK(run.status == 1);
        CHECK(has(run.err, "the design 'large-print' has no format that stands for 'half-letter'"));
    }
}

TEST_CASE("--explain says which layouts were weighed") {
    const Sandbox box;
    const Run run = box.brochure({"build", "--publication", "brochure", "--explain"});
    CHECK(run.status == 0);
    CHECK(has(run.out, "city"));
    CHECK(run.out.size() > box.brochure({"build", "--publication", "brochure"}).out.size() + 200);
}

TEST_CASE("a project can stand anywhere, without fonts/ and without designs of its own") {
    const Sandbox box;
    std::filesystem::remove_all(box.project / "fonts");
    std::filesystem::remove_all(box.project / "content/designs");
    const Run run = box.run("cd / && " + shell_word(BROCHURE) + " build " + shell_word(box.project.string()) +
                            " --publication handout");
    INFO(run.err);
    CHECK(run.status == 0);
    CHECK(box.made().size() == 32);
}
