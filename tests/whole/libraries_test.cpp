// Libraries that are heavy to start are loaded when there is work for them.
#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "sandbox.hpp"

TEST_CASE("libheif is loaded only when a HEIC or AVIF photo is there") {
    const Sandbox box;
    const std::string check =
        "LD_DEBUG=files LD_DEBUG_OUTPUT=../loaded " + shell_word(BROCHURE) + " check; cat ../loaded.*; rm ../loaded.*";
    const std::string without = box.run(check).out;
    CHECK(has(without, "libyaml-cpp"));  // the listing works
    CHECK_FALSE(has(without, "libheif"));
    box.write("images/a.heic", [] {
        const std::filesystem::path data = PROJECT_DIR "/tests/image/data/quarters.heic";
        std::ifstream in{data, std::ios::binary};
        return std::string{std::istreambuf_iterator<char>{in}, {}};
    }());
    box.replace("content/cities/colima.yaml", "file: colima.jpg", "file: a.heic");
    CHECK(has(box.run(check).out, "libheif"));
    CHECK_FALSE(has(without, "librsvg"));
    box.write("images/seal.svg",
              "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>");
    box.replace("content/organisation.yaml", "organisation:\n",
                "organisation:\n  logo: {file: seal.svg, alt: A triangle}\n");
    CHECK(has(box.run(check).out, "librsvg"));
}
