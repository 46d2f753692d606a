#include <algorithm>
#include <cmath>
#include <regex>
#include <sstream>

#include "catch.hpp"
#include "plates.hpp"

// The print edition as a press sees it: ink by ink, and by what the standards forbid.

namespace {

/// The sample's publications, made for print; not run where the profile of the press is not installed.
bool made_for_print(const Sandbox& box, const std::vector<std::string>& more) {
    std::vector<std::string> words{"build", "--edition", "print"};
    words.insert(words.end(), more.begin(), more.end());
    const Run run = box.brochure(words);
    INFO(run.err);
    REQUIRE(run.status == 0);
    return true;
}

bool has_small_letter(const std::string& word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

double number_after(const std::string& text, const std::string& words, int index) {
    const auto at = text.find(words);
    REQUIRE(at != std::string::npos);
    std::istringstream in{text.substr(at + words.size(), 80)};
    double value = 0;
    for (int i = 0; i <= index; ++i) in >> value;
    return value;
}

/// The file without compression, as text.
std::string opened(const Sandbox& box, const std::string& pdf) {
    box.run("qpdf --qdf --object-streams=disable --decode-level=generalized " + pdf + " opened.pdf");
    return box.read("opened.pdf");
}

enum class Side { top, bottom, left, right };

/// Along one side of a page without marks, in dots: how far there is colour just inside the trim, and how much of that
/// is white where the bleed ends.
std::pair<int, int> reach_of(const Plates& page, Side side) {
    constexpr int inside = 10;  // the bleed is 9 points, 8.5 on A sizes
    constexpr double faint = 1;
    const bool upright = side == Side::left || side == Side::right;
    const auto ink = [&](int along, int deep) {
        if (side == Side::bottom) deep = page.height - 1 - deep;
        if (side == Side::right) deep = page.width - 1 - deep;
        double all = 0;
        for (int plate = 0; plate < 4; ++plate)
            all += upright ? page.at(plate, deep, along) : page.at(plate, along, deep);
        return all;
    };
    int inked = 0, white = 0;
    for (int i = 0; i < (upright ? page.height : page.width); ++i) {
        if (ink(i, inside) <= faint) continue;
        ++inked;
        white += ink(i, 0) <= faint;
    }
    return {inked, white};
}

}  // namespace

TEST_CASE("black text is on the black plate alone, and light text is cut out of all four") {
    if (!have_program("gs", "separations of the print edition")) return;
    const Sandbox box;
    made_for_print(box, {"--publication", "leaflet"});
    const std::string pdf = "out/leaflet-print.pdf";
    const Plates plates = plates_of(box, pdf, 1, 1)[0];
    // The middle panel has black text on paper, the cover cream text on a photo and on Night.
    int on_paper = 0, cut_out = 0;
    for (const Word& word : words_of(box, pdf, 1)) {
        if (!has_small_letter(word.text) || word.bottom - word.top < 10) continue;  // labels are small and red
        double colour = 0, black = 0, least = 400, ground = 0;
        for (int y = static_cast<int>(word.top); y <= static_cast<int>(word.bottom); ++y)
            for (int x = static_cast<int>(word.left); x <= static_cast<int>(word.right); ++x) {
                double all = 0;
                for (int plate = 0; plate < 4; ++plate) all += plates.at(plate, x, y);
                for (int plate = 0; plate < 3; ++plate) colour = std::max(colour, plates.at(plate, x, y));
                black = std::max(black, plates.at(3, x, y));
                least = std::min(least, all);
                ground = std::max(ground, all);
            }
        INFO(word.text << " at " << word.left << ", " << word.top);
        if (word.left > 9 + 261 && word.right < 9 + 261 + 265.5) {
            CHECK(colour == 0);
            CHECK(black > 60);
            ++on_paper;
        } else if (word.bottom - word.top > 15) {  // thinner strokes mix with the ground at this fineness
            CHECK(ground > 200);
            CHECK(least < 60);
            ++cut_out;
        }
    }
    CHECK(on_paper > 40);
    CHECK(cut_out > 4);
}

TEST_CASE("no square millimetre takes more ink than the printer allows") {
    if (!have_program("gs", "separations of the print edition")) return;
    const Sandbox box;
    const int limit = GENERATE(280, 220);
    box.replace("content/publications.yaml", "    design: municipal",
                "    printer: {like: us-offset, ink-limit: " + std::to_string(limit) + "}\n    design: municipal");
    made_for_print(box, {"--publication", "brochure"});
    const auto pages = plates_of(box, "out/brochure-print.pdf", 1, 16);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const Plates& page = pages[i];
        double most = 0;
        // Swatches lay 256 per cent and are warned of where that is too much; photos keep the limit.
        const bool photo = i == 0 || i == 5 || i == 12;
        for (int y = 1; y + 1 < page.height; ++y)
            for (int x = 1; x + 1 < page.width; ++x) most = std::max(most, page.total(x, y));
        INFO("page " << i + 1);
        if (photo || limit == 280) CHECK(most <= limit + 0.5);
        if (photo && limit == 220) CHECK(most > 150);
    }
}

TEST_CASE("on every page colour that reaches the trim reaches the edge of the bleed, on all four sides") {
    if (!have_program("gs", "the bleed of every page")) return;
    struct File {
        std::string publication, pdf;
        int pages = 1;
        std::vector<std::size_t> maps;  // pages with sea and white land, where coasts run past the trim
        int sides = 0;                  // that bleed, of all pages
    };
    const Sandbox box;
    for (const File& file :
         {File{"brochure", "brochure", 16, {3, 4}, 37}, File{"brochure-a5", "brochure-a5", 16, {3, 4}, 36},
          File{"leaflet", "leaflet", 2, {}, 8}, File{"handout", "handout-colima", 2, {1}, 7}}) {
        made_for_print(box, {"--publication", file.publication});
        const auto pages = plates_of(box, "out/" + file.pdf + "-print.pdf", 1, file.pages);
        int sides = 0;
        for (std::size_t i = 0; i < pages.size(); ++i)
            for (const Side side : {Side::top, Side::bottom, Side::left, Side::right}) {
                const auto [inked, white] = reach_of(pages[i], side);
                if (inked == 0) continue;
                ++sides;
                const bool map = std::find(file.maps.begin(), file.maps.end(), i) != file.maps.end();
                INFO(file.pdf << ", page " << i + 1 << ", side " << static_cast<int>(side));
                CHECK(white <= (map ? inked / 8 : 0));
            }
        CHECK(sides == file.sides);
    }
}

TEST_CASE("boxes are exact and lie in each other; marks stand on every plate outside the bleed") {
    if (!have_program("gs", "separations of the print edition")) return;
    const Sandbox box;
    made_for_print(box, {"--publication", "leaflet", "--marks"});
    const std::string pdf = "out/leaflet-print.pdf";
    const std::string boxes = box.run("pdfinfo -box " + pdf).out;
    const double trim[] = {42, 42, 834, 654}, bleed[] = {33, 33, 843, 663}, media[] = {0, 0, 876, 696};
    for (int i = 0; i < 4; ++i) {
        CHECK(std::abs(number_after(boxes, "TrimBox:", i) - trim[i]) < 0.01);
        CHECK(std::abs(number_after(boxes, "BleedBox:", i) - bleed[i]) < 0.01);
        CHECK(std::abs(number_after(boxes, "MediaBox:", i) - media[i]) < 0.01);
    }
    CHECK_FALSE(has(opened(box, pdf), "/ArtBox"));
    CHECK(has(box.run("pdftotext " + pdf + " -").out, "leaflet-print.pdf \u00B7 brochure "));

    const Plates marked = plates_of(box, pdf, 1, 1)[0];
    made_for_print(box, {"--publication", "leaflet"});
    const Plates plain = plates_of(box, pdf, 1, 1)[0];
    // R39: the folds of the outside, from the left trim.
    for (const double fold : {261.0, 261 + 265.5}) {
        const int x = static_cast<int>(42 + fold);
        double most = 0;
        for (int y = 10; y < 30; ++y)
            for (int plate = 0; plate < 4; ++plate)
                most = std::max(most, std::max(marked.at(plate, x, y), marked.at(plate, x - 1, y)));
        CHECK(most > 20);
    }
    int inked = 0;
    for (int y = 0; y < marked.height; ++y)
        for (int x = 0; x < marked.width; ++x) {
            const bool outside = x < 33 || y < 33 || x >= 843 || y >= 663;
            for (int plate = 0; plate < 4; ++plate) {
                if (outside) {
                    if (marked.at(plate, x, y) != marked.at(3, x, y))
                        FAIL_CHECK("not on all plates: " << x << " " << y);
                    inked += marked.at(plate, x, y) > 0;
                } else if (std::abs(marked.at(plate, x, y) - plain.at(plate, x - 33, y - 33)) > 1) {
                    FAIL_CHECK("marks changed the page: " << x << " " << y);
                }
            }
        }
    CHECK(inked > 400);
}

TEST_CASE("PDF/X-1a holds ink alone and nothing that shines through; PDF/X-4 says what it is") {
    const Sandbox box;
    box.write("images/seal.svg",
              "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'><circle cx='50' cy='50' r='40' "
              "fill='#B3381F' opacity='0.6'/></svg>");
    box.replace("content/organisation.yaml", "  home:", "  logo: {file: seal.svg, alt: The seal}\n  home:");
    for (const bool x1a : {false, true}) {
        if (x1a)
            box.replace("content/publications.yaml", "    design: municipal",
                        "    printer: {like: us-offset, standard: x-1a}\n    design: municipal");
        made_for_print(box, {"--publication", "brochure"});
        const std::string pdf = opened(box, "out/brochure-print.pdf");
        const std::string raw = box.read("out/brochure-print.pdf").substr(0, 9);
        INFO("X-1a: " << x1a);
        CHECK(raw == (x1a ? "%PDF-1.4\n" : "%PDF-1.6\n"));
        CHECK(has(pdf, "/GTS_PDFX\n"));
        CHECK(has(pdf, "/OutputConditionIdentifier (FOGRA39)"));
        CHECK(has(pdf, "/DestOutputProfile"));
        CHECK(has(pdf, "/Trapped /False"));
        CHECK(has(pdf, "/ID ["));
        CHECK(has(pdf, x1a ? "/GTS_PDFXVersion (PDF/X-1a:2003)" : "<pdfxid:GTS_PDFXVersion>PDF/X-4<"));
        CHECK_FALSE(has(pdf, "/Annots"));
        CHECK_FALSE(has(pdf, "/Action"));
        CHECK_FALSE(has(pdf, "/DeviceRGB"));
        CHECK_FALSE(has(pdf, "/ICCBased"));
        CHECK_FALSE(std::regex_search(pdf, std::regex{"\n[0-9. ]+ (rg|RG)\n"}));
        CHECK(has(pdf, "/SMask") == !x1a);
        for (const char* clear : {"/CA ", "/ca ", "/BM ", "/S /Transparency"}) CHECK_FALSE(has(pdf, clear));
    }
}

// The logo lies on the back cover's photo: half clear, and clear all around its disc.
TEST_CASE("what shines through prints in PDF/X-1a as in PDF/X-4, on every plate") {
    if (!have_program("gs", "flattened pictures as plates")) return;
    const Sandbox box;
    box.write("images/seal.svg",
              "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'><circle cx='50' cy='50' r='45' "
              "fill='#B3381F' opacity='0.5'/><circle cx='50' cy='50' r='20' fill='#12303F'/></svg>");
    box.replace("content/organisation.yaml", "  home:", "  logo: {file: seal.svg, alt: The seal}\n  home:");
    made_for_print(box, {"--publication", "brochure"});
    const Plates shines = plates_of(box, "out/brochure-print.pdf", 16, 16)[0];
    box.replace("content/publications.yaml", "    design: municipal",
                "    printer: {like: us-offset, standard: x-1a}\n    design: municipal");
    made_for_print(box, {"--publication", "brochure"});
    const Plates flat = plates_of(box, "out/brochure-print.pdf", 16, 16)[0];
    REQUIRE(flat.width == shines.width);
    REQUIRE(flat.height == shines.height);
    int logo = 0;
    double most = 0, sum = 0;
    for (int y = flat.height / 2; y + 1 < flat.height; ++y)  // above stands text, which Ghostscript draws in two ways
        for (int x = 1; x + 1 < flat.width; ++x) {
            const double off = std::abs(flat.total(x, y) - shines.total(x, y));
            most = std::max(most, off), sum += off;
            if (flat.at(1, x, y) > 40 && flat.at(3, x, y) < 60) ++logo;
        }
    INFO(most << " % at most");
    CHECK(logo > 200);
    CHECK(most < 12);  // a box of paper instead of the photo is 100 and more
    CHECK(sum / (flat.width * flat.height) < 0.1);
}

TEST_CASE("photos may stay in their own colours for PDF/X-4, and never for PDF/X-1a") {
    const Sandbox box;
    box.replace("content/publications.yaml", "    design: municipal",
                "    printer: {like: us-offset, photos: tagged-srgb}\n    design: municipal");
    made_for_print(box, {"--publication", "brochure"});
    CHECK(has(opened(box, "out/brochure-print.pdf"), "/ICCBased"));
    box.replace("content/publications.yaml", "photos: tagged-srgb", "photos: tagged-srgb, standard: x-1a");
    const Run run = box.brochure({"build", "--publication", "brochure"});
    CHECK(run.status == 1);
    CHECK(has(run.err, "PDF/X-1a has inks alone"));
}

TEST_CASE("a profile that is nowhere is an error of the print edition alone, and one beside the content is used") {
    const Sandbox box;
    box.replace("content/publications.yaml", "    design: municipal",
                "    printer:\n      like: us-offset\n      condition: {name: TEST, profile: town-press.icc}\n"
                "    design: municipal");
    const Run run = box.brochure({"build", "--publication", "brochure"});
    CHECK(run.status == 1);
    CHECK(has(run.err,
              "content/publications.yaml:17:40: error: the ICC profile town-press.icc of the printer "
              "'us-offset' is not here"));
    CHECK(has(run.err, "hint: put the file into content/printers/"));
    CHECK(box.made() ==
          std::vector<std::string>{"brochure-large-print.pdf", "brochure-office.pdf", "brochure-screen.pdf"});

    box.write("content/printers/town-press.icc", "no profile");
    CHECK(has(box.brochure({"build", "--publication", "brochure"}).err, "is not one of a printer with CMYK inks"));
    const std::filesystem::path installed = "/usr/share/color/icc/ghostscript/default_cmyk.icc";
    if (!std::filesystem::exists(installed)) return;
    std::filesystem::copy_file(installed, box.project / "content/printers/town-press.icc",
                               std::filesystem::copy_options::overwrite_existing);
    CHECK(box.brochure({"build", "--publication", "brochure"}).status == 0);
    CHECK(has(opened(box, "out/brochure-print.pdf"), "/OutputConditionIdentifier (TEST)"));
}

TEST_CASE("a printer is chosen by name on the command line; an unknown one is wrong usage") {
    const Sandbox box;
    made_for_print(box, {"--publication", "brochure-a5", "--printer", "us-offset"});
    const Run wrong = box.brochure({"build", "--printer", "us-ofset"});
    CHECK(wrong.status == 2);
    CHECK(has(wrong.err, "there is no printer 'us-ofset'; did you mean 'us-offset'?"));
    box.write("content/printers/us-offset.yaml", "like: us-digital\nbleeed: 3mm\n");
    const Run faulty = box.brochure({"build", "--publication", "brochure", "--edition", "print"});
    CHECK(faulty.status == 1);
    CHECK(has(faulty.err, "content/printers/us-offset.yaml:2:1: error: "));
    box.write("content/printers/us-offset.yaml", "like: nowhere\nbleeed: 3mm\n");
    const Run both = box.brochure({"build", "--publication", "brochure", "--edition", "print"});
    CHECK(has(both.err, "content/printers/us-offset.yaml:1:7: error: there is no printer profile 'nowhere'"));
    CHECK(has(both.err, "content/printers/us-offset.yaml:2:1: error: "));
    box.write("content/printers/us-offset.yaml", "like: us-digital\n");  // which is like us-offset
    CHECK(has(box.brochure({"build", "--publication", "brochure", "--edition", "print"}).err, "in a circle"));
}
