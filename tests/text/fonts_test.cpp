#include <fstream>

#include <unistd.h>

#include "shape_fixture.hpp"
#include "text/fonts_find.hpp"

using namespace brochure;
using namespace brochure::text;
namespace fs = std::filesystem;

namespace {

fs::path empty_folder(const std::string& name) {
    const fs::path folder = fs::temp_directory_path() / ("brochure-fonts-" + std::to_string(getpid()) + "-" + name);
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

FaceListing listing(int weight, bool italic = false) {
    FaceListing face;
    face.families = {"Sample"};
    face.weight = face.weight_min = face.weight_max = weight;
    face.italic = italic;
    return face;
}

int nearest(const std::vector<int>& weights, int wanted) {
    std::vector<FaceListing> faces;
    for (const int weight : weights) faces.push_back(listing(weight));
    const FaceListing* face = nearest_face(faces, "sample", wanted, false);
    return face == nullptr ? 0 : face->weight;
}

}  // namespace

TEST_CASE("the nearest weight is chosen as CSS does") {
    CHECK(nearest({300, 400, 700}, 400) == 400);
    CHECK(nearest({300, 500, 700}, 400) == 500);
    CHECK(nearest({300, 700}, 400) == 300);
    CHECK(nearest({300, 400, 700}, 500) == 400);
    CHECK(nearest({400, 700, 900}, 600) == 700);
    CHECK(nearest({400, 500}, 600) == 500);
    CHECK(nearest({100, 400, 700}, 300) == 100);
    CHECK(nearest({400, 700}, 200) == 400);
}

TEST_CASE("no face is slanted by machine") {
    CHECK(nearest_face({listing(400)}, "Sample", 400, true) == nullptr);
    CHECK(nearest_face({listing(400, true)}, "Sample", 400, false) == nullptr);
}

TEST_CASE("the project's own fonts come before installed ones") {
    const fs::path folder = empty_folder("own");
    fs::copy_file("/usr/share/fonts/truetype/vollkorn/Vollkorn-Bold.ttf", folder / "house.ttf");
    Fonts own{testing::manifest(), {folder, {}}};
    const FaceAnswer answer = own.implementation().by_name("vollkorn", 400, false);
    REQUIRE(answer.face != nullptr);
    CHECK(answer.face->info.file == folder / "house.ttf");
    CHECK_FALSE(own.implementation().installed.started());
}

TEST_CASE("a damaged file in fonts/ is named") {
    const fs::path folder = empty_folder("broken");
    std::ofstream{folder / "brand.ttf"} << "nonsense";
    Fonts own{testing::manifest(), {folder, {}}};
    Diagnostics found;
    CHECK(own.check("text", 400, false, found));
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].rule == "font-broken");
    CHECK(found.all()[0].text.find("brand.ttf") != std::string::npos);
}

TEST_CASE("a damaged file in fonts/ and a first font that is not there are told though another font is taken") {
    const fs::path folder = empty_folder("own");
    std::ofstream{folder / "brand.ttf"} << "nonsense";
    std::ofstream{folder / "._brand.ttf"} << "a note of macOS";
    design::FontManifest manifest = testing::manifest();
    manifest.families["text"].names.insert(manifest.families["text"].names.begin(), "Our Brand");
    Fonts own{manifest, {folder, {}}};
    Diagnostics found;
    own.check_own(found);
    REQUIRE(found.all().size() == 2);
    CHECK(found.all()[0].rule == "font-broken");
    CHECK(found.all()[0].severity == Severity::error);
    CHECK(found.all()[1].rule == "font-not-first");
    CHECK(found.all()[1].text == "the font Our Brand of the family \"text\" is not there; Vollkorn is taken instead");
}

TEST_CASE("check names the family, the place in the manifest and the package of a font that is not there") {
    Diagnostics found;
    CHECK_FALSE(testing::fonts().check("absent", 400, false, found));
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].text.find("No Such Font") != std::string::npos);
    CHECK(found.all()[0].hint.find("apt-get install fonts-nothing") != std::string::npos);
    CHECK(found.all()[0].where.line == 4);
    CHECK_FALSE(testing::fonts().check("unheard-of", 400, false, found));
    CHECK(testing::fonts().check("data", 600, false, found));
}

TEST_CASE("places found once are remembered, so that fontconfig is not started again") {
    const fs::path cache = empty_folder("cache");
    {
        Fonts first{testing::manifest(), {{}, cache}};
        REQUIRE(first.implementation().by_name("Vollkorn", 600, false).face != nullptr);
        CHECK(first.implementation().installed.started());
    }
    Fonts second{testing::manifest(), {{}, cache}};
    const FaceAnswer answer = second.implementation().by_name("Vollkorn", 600, false);
    REQUIRE(answer.face != nullptr);
    CHECK(answer.face->info.weight == 600);
    CHECK_FALSE(second.implementation().installed.started());
}

TEST_CASE("a remembered place is asked for again when its file has changed, and a damaged cache is no fault") {
    const fs::path folder = empty_folder("changed"), cache = empty_folder("changed-cache");
    const fs::path file = folder / "one.ttf";
    std::ofstream{file} << "first";
    FoundFonts found{cache};
    found.note({"One", 400, false}, {file, 0}, {folder});
    CHECK(FoundFonts{cache}.find({"One", 400, false}).has_value());
    CHECK_FALSE(FoundFonts{cache}.find({"One", 700, false}).has_value());
    std::ofstream{file} << "another size";
    CHECK_FALSE(FoundFonts{cache}.find({"One", 400, false}).has_value());
    std::ofstream{cache / "fonts"} << "brochure fonts 1\nOne\t400";
    CHECK_FALSE(FoundFonts{cache}.find({"One", 400, false}).has_value());
    std::ofstream{cache / "fonts"} << std::string(1000, '\0');
    CHECK_FALSE(FoundFonts{cache}.find({"One", 400, false}).has_value());
}

TEST_CASE("what is remembered of fonts ends when any folder that was searched changes, or where they are sought") {
    const fs::path folder = empty_folder("searched"), other = empty_folder("searched-too"),
                   cache = empty_folder("searched-cache"), later = folder / "later";
    const fs::path file = folder / "one.ttf";
    std::ofstream{file} << "first";
    const auto note = [&] { FoundFonts{cache}.note({"One", 400, false}, {file, 0}, {folder, other, later}); };
    const auto known = [&](const std::string& environment = {}) {
        return FoundFonts{cache, environment}.find({"One", 400, false}).has_value();
    };
    note();
    CHECK(known());
    CHECK(FoundFonts{cache}.folders().size() == 3);
    std::ofstream{other / "one.ttf"} << "a newer one of the same family";
    CHECK_FALSE(known());
    note();
    CHECK(known());
    fs::create_directory(later);  // was not there
    CHECK_FALSE(known());
    note();
    CHECK(known());
    CHECK_FALSE(known("FONTCONFIG_PATH=/elsewhere;"));
}

TEST_CASE("stand-ins are tried by language, then by script, then any") {
    const auto& fonts = testing::fonts().implementation();
    const auto& family = *fonts.family("text");
    CHECK(fonts.stand_ins(family, "ja", "Hani").front() == "Noto Serif CJK JP");
    CHECK(fonts.stand_ins(family, "zh-Hant-TW", "Hani").front() == "Noto Serif CJK SC");
    CHECK(fonts.stand_ins(family, "en-US", "Arab").front() == "Noto Naskh Arabic");
    CHECK(fonts.stand_ins(family, "en-US", "Latn").front() == "Noto Serif");
    CHECK(fonts.package_of("Noto Serif CJK TC") == "fonts-noto-cjk");
    CHECK(fonts.package_of("Noto Serif Thai") == "fonts-noto-core");
}
