// The office edition as it comes out of the copier and is read aloud.
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "sandbox.hpp"

namespace {

const Sandbox& built() {
    static const Sandbox box;
    static const Run run = box.brochure({"build", "--edition", "screen", "--edition", "office"});
    INFO(run.err);
    REQUIRE(run.status == 0);
    return box;
}

struct Pixels {
    int width = 0, height = 0;
    std::string rgb;
    std::array<int, 3> at(int x, int y) const {
        const auto i =
            3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x));
        const auto part = [&](std::size_t k) { return static_cast<int>(static_cast<unsigned char>(rgb[i + k])); };
        return {part(0), part(1), part(2)};
    }
};

/// A page at 144 pixels an inch, two for each point, without antialiasing.
Pixels rendered(const Sandbox& box, const std::string& file, const std::string& page) {
    box.run("pdftoppm -r 144 -aa no -aaVector no -singlefile -f " + page + " -l " + page + " " + file + " seen");
    std::ifstream in{box.project / "seen.ppm", std::ios::binary};
    std::string kind;
    int most = 0;
    Pixels pixels;
    in >> kind >> pixels.width >> pixels.height >> most;
    in.get();
    std::ostringstream rest;
    rest << in.rdbuf();
    pixels.rgb = rest.str();
    return pixels;
}

/// Where the colour changes along a row, in points from the left.
std::vector<double> changes(const Pixels& pixels, double y) {
    std::vector<double> found;
    const int row = static_cast<int>(2 * y);
    for (int x = 1; x < pixels.width; ++x)
        if (pixels.at(x, row) != pixels.at(x - 1, row)) found.push_back(x / 2.0);
    return found;
}

bool near_one_of(const std::vector<double>& places, double wanted) {
    return std::any_of(places.begin(), places.end(), [&](double place) { return std::abs(place - wanted) <= 0.5; });
}

}  // namespace

TEST_CASE("the office file of every publication is read aloud as its screen file is") {
    for (const char* name : {"brochure", "brochure-12", "brochure-a5", "leaflet", "handout-colima"}) {
        INFO(name);
        const std::string screen = structure_text(built(), std::string{"out/"} + name + "-screen.pdf");
        REQUIRE(screen.size() > 500);
        CHECK(structure_text(built(), std::string{"out/"} + name + "-office.pdf") == screen);
    }
}

TEST_CASE("the leaflet's office file begins with the cover, flips on the short edge and is not scaled") {
    CHECK(structure_text(built(), "out/leaflet-office.pdf").starts_with("Sister Cities\n"));
    const std::string raw = built().run("qpdf --qdf --object-streams=disable out/leaflet-office.pdf -").out;
    CHECK(has(raw, "/Duplex /DuplexFlipShortEdge"));
    CHECK(has(raw, "/PrintScaling /None"));
}

// R39: 3.6875, 3.6875 and 3.625 in; the short panel, which is folded in, stands left outside and right inside (R40).
TEST_CASE("the leaflet's panels have the widths that a letter fold wants") {
    const double narrow = 3.625 * 72, wide = 3.6875 * 72;
    const Pixels outside = rendered(built(), "out/leaflet-office.pdf", "1");
    REQUIRE(outside.width == 2 * 792);
    const auto across = changes(outside, 300);
    CHECK(near_one_of(across, narrow));         // the flap's Night ends at the first fold
    CHECK(near_one_of(across, narrow + wide));  // and the cover's begins at the second
    const Pixels inside = rendered(built(), "out/leaflet-office.pdf", "2");
    const auto top = changes(inside, 30);
    CHECK(near_one_of(top, wide));      // Sand ends at the first fold
    CHECK(near_one_of(top, 2 * wide));  // the picture at the second
}

TEST_CASE("nothing is printed in the quarter inch that an office printer does not reach") {
    for (const auto& [file, page] : {std::pair{"out/brochure-office.pdf", "1"},
                                     {"out/leaflet-office.pdf", "1"},
                                     {"out/handout-colima-office.pdf", "1"}}) {
        INFO(file);
        const Pixels pixels = rendered(built(), file, page);
        REQUIRE_FALSE(pixels.rgb.empty());
        bool white = true;
        const std::array<int, 3> paper{255, 255, 255};
        for (int y = 0; y < pixels.height; ++y)
            for (int x = 0; x < pixels.width; ++x)
                if (x < 35 || y < 35 || x >= pixels.width - 35 || y >= pixels.height - 35)
                    white = white && pixels.at(x, y) == paper;
        CHECK(white);
        CHECK(pixels.at(pixels.width - 60, 60) != paper);  // and the picture does begin there
    }
}

TEST_CASE("the summary tells what to do at the printer") {
    const Run run = built().brochure({"build", "--publication", "leaflet", "--edition", "office"});
    CHECK(has(run.out + run.err, "print on letter paper at 100 %, both sides, flip on the short edge"));
    const Run json = built().brochure({"build", "--publication", "leaflet", "--edition", "office", "--format", "json"});
    CHECK(has(json.out, "\"instruction\": \"print on letter paper"));
}
