// Three readers that are not ours look at every file.
#include <sstream>
#include <tuple>

#include "catch.hpp"
#include "sandbox.hpp"

namespace {

/// One build of the sample for all tests of this file.
const Sandbox& built() {
    static const Sandbox box;
    static const Run run = box.brochure({"build"});
    INFO(run.err);
    REQUIRE(run.status == 0);
    REQUIRE(box.made().size() >= 10);
    return box;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream in{text};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// What MuPDF says, but for the one line that a mutool built without ICC profiles says of itself, whatever the file.
std::string without_own_warning(const std::string& said) {
    std::string kept;
    for (const auto& line : lines_of(said))
        if (line != "warning: ICC support is not available") kept += line + "\n";
    return kept;
}

}  // namespace

TEST_CASE("qpdf finds nothing to complain about in any file") {
    for (const auto& name : built().made()) {
        const Run run = built().run("qpdf --check out/" + name);
        INFO(name << run.out << run.err);
        CHECK(run.status == 0);
        CHECK_FALSE(has(run.out + run.err, "WARNING"));
    }
}

TEST_CASE("MuPDF draws every page of every file without a word") {
    for (const auto& name : built().made()) {
        const Run run = built().run("mutool draw -q -r 20 -F png -o /dev/null out/" + name);
        INFO(name << run.err);
        CHECK(run.status == 0);
        CHECK(without_own_warning(run.err).empty());
    }
}

TEST_CASE("Poppler draws every page of every file without a word") {
    for (const auto& name : built().made()) {
        const Run run =
            built().run("pdftocairo -png -r 20 out/" + name + " " + shell_word((built().root / "page").string()));
        INFO(name << run.err);
        CHECK(run.status == 0);
        CHECK(run.err.empty());
    }
}

TEST_CASE("every font is embedded, subset and has a way back to Unicode; none is Type 3") {
    for (const auto& name : built().made()) {
        const Run run = built().run("pdffonts out/" + name);
        const auto lines = lines_of(run.out);
        REQUIRE(lines.size() > 2);
        CHECK_FALSE(has(run.out, "Type 3"));
        // "name  type  encoding  emb sub uni object ID": the columns stand under the rule of the second line.
        const auto embedded = lines[0].find("emb"), subset = lines[0].find("sub"), unicode = lines[0].find("uni");
        for (std::size_t i = 2; i < lines.size(); ++i) {
            INFO(name << ": " << lines[i]);
            CHECK(lines[i].substr(embedded, 3) == "yes");
            CHECK(lines[i].substr(subset, 3) == "yes");
            CHECK(lines[i].substr(unicode, 3) == "yes");
        }
    }
}

TEST_CASE("every file is tagged, has a title and a language") {
    for (const auto& name : built().made()) {
        const std::string info = built().run("pdfinfo out/" + name).out;
        INFO(name << "\n" << info);
        CHECK(has(info, "Title:"));
        for (const auto& line : lines_of(info))
            if (line.starts_with("Tagged:")) CHECK(has(line, "yes"));
        const auto langs = built().run("qpdf --qdf --object-streams=disable out/" + name + " - | grep -a '/Lang'").out;
        std::string lang = name.starts_with("visit-") ? "en" : "en-US";
        for (const char* named : {"fr", "it", "es-MX", "ja"})
            if (has(name, std::string{"-"} + named + "-")) lang = named;
        CHECK(has(langs, "(" + lang + ")"));
    }
}

TEST_CASE("a screen file is cut to its trim and a print file has bleed around it") {
    const auto box = [](const std::string& info, const std::string& name) {
        for (const auto& line : lines_of(info))
            if (line.starts_with(name)) {
                std::istringstream in{line.substr(name.size())};
                double left = 0, bottom = 0, right = 0, top = 0;
                in >> left >> bottom >> right >> top;
                return std::pair{right - left, top - bottom};
            }
        return std::pair{0.0, 0.0};
    };
    for (const auto& [name, width, height] : {std::tuple{"handout-colima", 612.0, 792.0}, {"leaflet", 792.0, 612.0}}) {
        const std::string file = std::string{"pdfinfo -box out/"} + name;
        const std::string screen = built().run(file + "-screen.pdf").out, print = built().run(file + "-print.pdf").out;
        CHECK(box(screen, "MediaBox:").first == Approx(width));
        CHECK(box(screen, "MediaBox:").second == Approx(height));
        CHECK(box(print, "TrimBox:").first == Approx(width));
        CHECK(box(print, "BleedBox:").first == Approx(width + 18));
        CHECK(box(print, "BleedBox:").second == Approx(height + 18));
        CHECK(box(print, "MediaBox:").first >= width + 18);
    }
}

TEST_CASE("the brochure is folded from whole sheets and the twelve-page one has twelve pages") {
    const auto pages = [](const std::string& name) {
        for (const auto& line : lines_of(built().run("pdfinfo out/" + name).out))
            if (line.starts_with("Pages:")) return std::stoi(line.substr(6));
        return 0;
    };
    CHECK(pages("brochure-screen.pdf") == 16);
    CHECK(pages("brochure-a5-screen.pdf") % 4 == 0);
    CHECK(pages("brochure-12-screen.pdf") == 12);
    CHECK(pages("handout-seika-screen.pdf") == 2);
    CHECK(pages("leaflet-screen.pdf") == 2);
}
