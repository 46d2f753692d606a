// What is handed out of a visit: no file of it holds what is private, the calendar stands beside them, office sheets
// are cut apart.
#include <filesystem>
#include <vector>

#include "catch.hpp"
#include "sandbox.hpp"

namespace {

namespace fs = std::filesystem;

// A visit in which every private field has a marker of its own: "Zq" and a number, which no document may show.
struct Marked {
    std::string yaml;
    std::vector<std::string> hidden, shown;
};

Marked marked_visit() {
    Marked made;
    int count = 0;
    const auto hide = [&] { return made.hidden.emplace_back("Zq" + std::to_string(1000 + count++) + "x"); };
    const auto show = [&] { return made.shown.emplace_back("Sv" + std::to_string(1000 + count++) + "x"); };
    std::string& y = made.yaml;
    y = "visit:\n  title: {en: " + show() +
        ", ja: 予定}\n  dates: {from: 2027-05-17, to: 2027-05-19}\n  host: home\n"
        "  guest: seika\n  languages: [en, ja]\n  editions: [screen, print, office, large-print]\n  welcome: {text: "
        "{en: " +
        show() + "}, signer: Jane Doe}\n  people:\n";
    for (int i = 0; i < 3; ++i)
        y += "    - {id: p" + std::to_string(i) + ", family: {en: " + show() +
             "}, given: {en: Ann}, role: {en: " + show() + "}, email: " + hide() +
             "@example.org, born: " + (i == 0 ? "2010" : "1980") + "-04-0" + std::to_string(i + 1) +
             ", phone: \"+1 405 555 000" + std::to_string(i) + "\", address: {en: " + hide() +
             "}, diet: {en: " + hide() + "}, health: {en: " + hide() + "}, note: {en: " + hide() + "}" +
             (i == 0   ? ", minor: yes"
              : i == 1 ? ", side: host"
                       : "") +
             "}\n";
    made.hidden.insert(made.hidden.end(), {"405 555", "2010", "1980"});
    y += "    - {id: h, family: {en: " + hide() + "}, role: {en: " + hide() + "}, level: staff}\n";
    y += "  places:\n    inn: {name: {en: " + show() + "}}\n    house: {level: host, name: {en: " + hide() +
         "}, address: {en: " + hide() + "}}\n";
    y += "  itinerary:\n    - {date: 2027-05-17, start: 9:00, title: {en: " + show() +
         "}, place: inn, contact: p1, "
         "level: public, staff-note: {en: " +
         hide() + "}}\n    - {date: 2027-05-17, start: 11:00, title: {en: " + show() +
         "}, place: house, contact: h}\n    - {date: 2027-05-18, start: 9:00, title: {en: " + hide() +
         "}, level: staff}\n    - {date: 2027-05-18, start: 14:00, title: {en: " + hide() + "}, level: host}\n";
    y += "  lodging:\n    - {from: 2027-05-17, nights: 1, place: inn}\n    - {from: 2027-05-18, nights: 1, place: "
         "house, "
         "note: {en: " +
         hide() + "}, level: host}\n";
    y += "  flights: [{title: {en: Out}, booking: " + hide() +
         ", legs: [{number: UA 34, from: {airport: SFO, city: {en: " + show() +
         "}, time: 2027-05-16 11:10, zone: America/Los_Angeles}, to: {airport: KIX, time: 2027-05-17 15:10, "
         "zone: Asia/Tokyo}}]}]\n";
    y += "  emergency:\n    - {label: {en: " + show() + "}, phone: \"911\"}\n    - {label: {en: " + hide() +
         "}, phone: \"+1 405 555 0009\", level: staff}\n";
    y += "  phrases: [{text: {en: " + show() + ", ja: はい}}]\n";
    y += "  gifts: [{title: {en: " + hide() + "}, text: {en: " + hide() + "}}]\n";
    y += "  protocol: [{title: {en: " + hide() + "}, text: {en: " + hide() + "}}]\n";
    y += "  hosting: [{guests: [p0], host: p1, pickup: {en: " + hide() + "}, note: {en: " + hide() + "}}]\n";
    return made;
}

}  // namespace

TEST_CASE("no file of a visit that is handed out holds anything that is private (R21)") {
    if (!have_program("pdftotext", "private fields of a visit in the text of its files")) return;
    const Sandbox box;
    const Marked marked = marked_visit();
    fs::remove(box.project / "content/visits/seika-2027.yaml");
    box.write("content/visits/v.yaml", marked.yaml);
    const Run built = box.brochure({"build", "--publication", "visit-v"});
    INFO(built.out << built.err);
    REQUIRE(built.status == 0);
    std::string all, open;
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator{box.project / "out"}) {
        const std::string name = shell_word(entry.path().string());
        const bool pdf = entry.path().extension() == ".pdf";
        // What is drawn, what is read aloud, and what a viewer tells of the file; its size and its number may be any.
        const std::string text =
            pdf ? box.run("{ pdftotext -raw " + name + " - && pdfinfo " + name + " && pdfinfo -struct-text " + name +
                          " && pdfinfo -meta " + name + "; } | grep -avE '^File size|uuid:'")
                      .out
                : box.run("cat " + name).out;
        ++files;
        all += text;
        if (entry.path().extension() == ".ics") open += text;
        for (const auto& word : marked.hidden) {
            INFO(entry.path() << " holds " << word);
            CHECK_FALSE(has(text, word));
        }
        CHECK_FALSE(has(text, "4055550"));  // a number is not written without its spaces either
    }
    CHECK(files > 45);
    for (const auto& word : marked.shown) {
        INFO(word);
        CHECK(has(all, word));  // the test sees what is there
    }
    CHECK_FALSE(fs::exists(box.project / "out/visit-v-briefing-screen.pdf"));
    // The calendar is for anybody: it names no person and nothing that is for the delegation alone.
    CHECK(has(open, "BEGIN:VEVENT"));
    CHECK_FALSE(has(open, "Ann"));
}

TEST_CASE("the briefing is made when it is asked for by name, and holds all that the hosts' team keeps to itself") {
    if (!have_program("pdftotext", "private fields of a visit in its briefing")) return;
    const Sandbox box;
    const Marked marked = marked_visit();
    fs::remove(box.project / "content/visits/seika-2027.yaml");
    box.write("content/visits/v.yaml", marked.yaml);
    const std::vector<std::string> build{"build", "--publication", "visit-v", "--edition", "screen"};
    const Run before = box.brochure(build);
    INFO(before.out << before.err);
    REQUIRE(before.status == 0);
    CHECK_FALSE(fs::exists(box.project / "out/visit-v-briefing-screen.pdf"));
    CHECK(has(box.brochure({"check"}).err, "host families, gifts and protocol are printed in no document"));

    box.write("content/visits/v.yaml", marked.yaml + "  documents: [programme, briefing]\n");
    const Run built = box.brochure(build);
    INFO(built.out << built.err);
    REQUIRE(built.status == 0);
    const std::string text = box.run("pdftotext -raw out/visit-v-briefing-screen.pdf -").out;
    for (const auto& word : marked.hidden) {
        INFO(word);
        CHECK(has(text, word));
    }
    CHECK_FALSE(has(box.brochure({"check"}).err, "are printed in no document"));
}

TEST_CASE("a badge shows its bearer's picture, read aloud by its alternative text; without one it has none") {
    if (!have_program("pdfimages", "pictures on badges")) return;
    const Sandbox box;
    fs::remove(box.project / "content/visits/seika-2027.yaml");
    box.write("content/visits/v.yaml",
              "visit:\n  title: {en: Programme}\n  dates: {from: 2027-05-17, to: 2027-05-17}\n  host: home\n  guest: "
              "seika\n  languages: [en]\n  editions: [screen]\n  documents: [badges]\n  people:\n    - {family: Doe, "
              "given: Jane, role: Chair, photo: {file: colima.jpg, alt: Jane Doe smiles, credit: C. Lens}}\n    - "
              "{family: Roe, given: Richard}\n");
    const Run built = box.brochure({"build", "--publication", "visit-v"});
    INFO(built.out << built.err);
    REQUIRE(built.status == 0);
    const auto images = [&](const std::string& page) {
        return box
            .run("pdfimages -list -f " + page + " -l " + page +
                 " out/visit-v-badges-screen.pdf | tail -n +3 | grep -c ' image '")
            .out;
    };
    CHECK(images("1") == "1\n");
    CHECK(images("2") == "0\n");
    CHECK(has(box.run("pdfinfo -struct-text out/visit-v-badges-screen.pdf").out, "Figure"));
}

TEST_CASE("the calendar stands beside the documents and is told of, and the same visit gives the same bytes") {
    const Sandbox box;
    const Run built = box.brochure({"build", "--publication", "visit-seika-2027-badges", "--edition", "office"});
    INFO(built.out << built.err);
    REQUIRE(built.status == 0);
    CHECK(has(built.out + built.err, "visit-seika-2027.ics"));
    CHECK(has(built.out + built.err, "cut it apart"));
    const std::string first = box.read("out/visit-seika-2027.ics");
    CHECK(has(first, "SUMMARY;LANGUAGE=en:Tree planting"));
    CHECK_FALSE(has(first, "Farewell lunch"));
    fs::remove(box.project / "out/visit-seika-2027.ics");
    REQUIRE(box.brochure({"build", "--publication", "visit-seika-2027-badges", "--edition", "office"}).status == 0);
    CHECK(box.read("out/visit-seika-2027.ics") == first);
}

TEST_CASE(
    "a Japanese document of one sheet is under 500 kB, and no edition of it is much larger than the English one") {
    const Sandbox box;
    const Run built =
        box.brochure({"build", "--publication", "visit-seika-2027", "--edition", "screen", "--edition", "large-print"});
    INFO(built.out << built.err);
    REQUIRE(built.status == 0);
    std::size_t japanese = 0;
    for (const auto& entry : fs::directory_iterator{box.project / "out"}) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".pdf") || name.find("ja") == std::string::npos) continue;
        INFO(name);
        ++japanese;
        CHECK(fs::file_size(entry.path()) < 500'000);
        const auto at = name.find("-ja-");
        if (at == std::string::npos) continue;
        const auto english = box.project / "out" / (name.substr(0, at) + "-en-" + name.substr(at + 4));
        CHECK(fs::file_size(entry.path()) < fs::file_size(english) + 100'000);
    }
    CHECK(japanese >= 10);
}

TEST_CASE("what is cut out of office paper is cut out of the visit's own") {
    const Sandbox box;
    box.replace("content/visits/seika-2027.yaml", "  host: home", "  paper: a4\n  host: home");
    const Run built = box.brochure({"build", "--publication", "visit-seika-2027", "--edition", "office"});
    INFO(built.out << built.err);
    REQUIRE(built.status == 0);
    CHECK(has(built.out, "print on A4 paper at 100 %; cut it apart and fold every piece in the middle"));
    CHECK_FALSE(has(built.out, "letter paper"));
}

TEST_CASE("the code on the fact sheet leads to the calendar file, on both papers and in large print") {
    if (!have_program("zbarimg", "the QR code of a visit's calendar")) return;
    const std::string paper = GENERATE("letter", "a4");
    const Sandbox box;
    box.replace("content/visits/seika-2027.yaml", "  host: home", "  paper: " + paper + "\n  host: home");
    const Run built = box.brochure({"build", "--publication", "visit-seika-2027-facts-en", "--publication",
                                    "visit-seika-2027-facts-ja", "--edition", "screen", "--edition", "large-print"});
    INFO(built.out << built.err);
    REQUIRE(built.status == 0);
    for (const std::string name : {"en-screen", "ja-screen", "en-large-print", "ja-large-print"}) {
        INFO(name << " on " << paper);
        const std::string file = "out/visit-seika-2027-facts-" + name + ".pdf";
        box.run("rm -f page*.png; pdftoppm -r 150 -png " + file + " page");
        CHECK(has(box.run("zbarimg -q --raw page*.png").out, "https://example.org/seika-2027.ics"));
        CHECK(has(box.run("pdftotext -raw " + file + " -").out, "https://example.org/seika-2027.ics"));
    }
}
