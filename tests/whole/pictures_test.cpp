// The page pictures in samples/pages, which README.md shows, are of what the program makes today.
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_ONLY_PNM
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wcast-align"
#pragma GCC diagnostic ignored "-Wuseless-cast"
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#include <stb/stb_image.h>
#pragma GCC diagnostic pop

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "sandbox.hpp"

namespace {

namespace fs = std::filesystem;

/// Greys, 0 to 255, rows from the top.
struct Picture {
    int width = 0, height = 0;
    std::vector<unsigned char> greys;
};

Picture read(const fs::path& file) {
    Picture picture;
    int channels = 0;
    auto* pixels = stbi_load(file.c_str(), &picture.width, &picture.height, &channels, 1);
    if (pixels) picture.greys.assign(pixels, pixels + picture.width * picture.height);
    stbi_image_free(pixels);
    return picture;
}

/// The greatest difference of the means of squares of 8 x 8 pixels: other rasters blur letters a little otherwise, but
/// a line that has moved by a line changes what lies under it.
double greatest_difference(const Picture& a, const Picture& b) {
    if (a.width != b.width || a.height != b.height || a.greys.empty()) return 255;
    constexpr int side = 8;
    double greatest = 0;
    for (int top = 0; top < a.height; top += side)
        for (int left = 0; left < a.width; left += side) {
            double sum = 0;
            int count = 0;
            for (int y = top; y < std::min(top + side, a.height); ++y)
                for (int x = left; x < std::min(left + side, a.width); ++x, ++count) {
                    const auto at =
                        static_cast<std::size_t>(y) * static_cast<std::size_t>(a.width) + static_cast<std::size_t>(x);
                    sum += static_cast<double>(a.greys[at]) - static_cast<double>(b.greys[at]);
                }
            greatest = std::max(greatest, std::abs(sum / count));
        }
    return greatest;
}

/// Debian 13 has other versions of the fonts, which draw some letters and break some lines in other ways.
bool have_fonts_of_the_pictures() {
    std::ifstream in{"/etc/os-release"};
    const std::string release{std::istreambuf_iterator<char>{in}, {}};
    if (has(release, "VERSION_ID=\"12\"")) return true;
    std::puts("not run: comparing the page pictures in samples/pages (they were drawn with the fonts of Debian 12)");
    return false;
}

}  // namespace

TEST_CASE("the page pictures that README.md shows are of what the program makes") {
    if (!have_fonts_of_the_pictures()) return;
    const Sandbox box;
    REQUIRE(box.brochure({"build", "--edition", "screen"}).status == 0);
    const fs::path samples = fs::path{PROJECT_DIR} / "samples";
    std::ifstream list{samples / "pages.txt"};
    std::size_t count = 0;
    for (std::string line; std::getline(list, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream words{line};
        std::string name, file, page;
        words >> name >> file >> page;
        box.run("pdftoppm -r 36 -singlefile -f " + page + " -l " + page + " out/" + file + ".pdf " + name);
        INFO(name << ": if the change is meant, draw them anew with samples/draw");
        CHECK(greatest_difference(read(samples / "pages" / (name + ".png")), read(box.project / (name + ".ppm"))) < 10);
        ++count;
    }
    CHECK(count >= 10);
}
