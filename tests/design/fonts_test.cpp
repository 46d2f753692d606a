#include "catch.hpp"
#include "design/design.hpp"
#include "design/font_manifest.hpp"

using namespace brochure;
using namespace brochure::design;

namespace {

struct Read {
    SourceFiles files;
    Diagnostics found;
    FontManifest manifest;
    std::string faults() const {
        std::string all;
        for (const auto& fault : found.sorted(files))
            all +=
                std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column) + ": " + fault.text + "\n";
        return all;
    }
};

Read read(std::string_view yaml) {
    Read read;
    const auto file = read.files.add("fonts/fonts.yaml", std::string{yaml});
    read.manifest = read_fonts(file, read.files, read.found);
    return read;
}

}  // namespace

TEST_CASE("a family has fonts in order and stand-ins by language and script") {
    const auto fonts = read(
        "families:\n"
        "  brand:\n"
        "    names: [Our Brand, Vollkorn]\n"
        "    cjk-scale: 0.9\n"
        "    fallback: {ja: Noto Serif CJK JP, zh-Hant: [A, B], es-419: C, Arab: D, \"\": E}\n"
        "  plain: {names: Inter}\n");
    CHECK(fonts.faults() == "");
    const auto& brand = fonts.manifest.families.at("brand");
    CHECK(brand.name == "brand");
    CHECK(brand.names == std::vector<std::string>{"Our Brand", "Vollkorn"});
    CHECK(brand.fallback_scale_cjk == 0.9);
    CHECK(brand.fallback.at("ja") == std::vector<std::string>{"Noto Serif CJK JP"});
    CHECK(brand.fallback.at("zh-Hant") == std::vector<std::string>{"A", "B"});
    CHECK(brand.fallback.at("") == std::vector<std::string>{"E"});
    CHECK(fonts.manifest.families.at("plain").names == std::vector<std::string>{"Inter"});
    CHECK(fonts.manifest.families.at("plain").fallback_scale_cjk == 1.0);
}

TEST_CASE("a package is found by the font's name or by the longest beginning of it") {
    const auto fonts = read(
        "families: {a: {names: [Noto Serif, Noto Sans CJK JP, Inter, Own], fallback: {Arab: Noto Naskh}}}\n"
        "packages: {Noto *: core, Noto Sans CJK*: cjk, Inter: inter, Vollkorn: vollkorn}\n");
    CHECK(fonts.faults() == "");
    CHECK(fonts.manifest.packages == std::map<std::string, std::string>{{"Noto Serif", "core"},
                                                                        {"Noto Naskh", "core"},
                                                                        {"Noto Sans CJK JP", "cjk"},
                                                                        {"Inter", "inter"},
                                                                        {"Vollkorn", "vollkorn"}});
}

TEST_CASE("faults of the font file are reported at their places") {
    CHECK(read("families:\n  a: {name: X}\n").faults() ==
          "2:6: 'names' is missing from 'family'\n2:7: unknown key 'name' in 'family'\n");
    CHECK(read("families: {a: {names: [], fallback: {arabic: X, zh_TW: Y}}}\n").faults() ==
          "1:23: 'names' wants a list of 1 item or more, not an empty list\n"
          "1:38: 'arabic' is neither a language nor a script\n"
          "1:49: 'zh_TW' is neither a language nor a script\n");
    CHECK(read("families: {a: {names: X, cjk-scale: 9}}\n").found.has_errors());
    CHECK(read("").found.has_errors());
}

TEST_CASE("the fonts that ship cover the scripts of the design") {
    const auto fonts = read(embedded().at("fonts/fonts.yaml"));
    CHECK(fonts.faults() == "");
    for (const auto* name : {"text", "data"}) {
        const auto& family = fonts.manifest.families.at(name);
        CHECK(family.fallback_scale_cjk == 0.92);
        for (const auto* key : {"ja", "ko", "zh-Hans", "zh-Hant", "zh-HK", "Hani", "Hira", "Kana", "Hang", "Arab",
                                "Hebr", "Thai", "Khmr", "Deva", ""}) {
            INFO(name << " " << key);
            REQUIRE(family.fallback.contains(key));
            for (const auto& font : family.fallback.at(key)) CHECK(fonts.manifest.packages.contains(font));
        }
    }
    CHECK(fonts.manifest.families.at("text").names.front() == "Vollkorn");
    CHECK(fonts.manifest.families.at("data").names.front() == "Inter");
    CHECK(fonts.manifest.packages.at("Noto Serif CJK JP") == "fonts-noto-cjk");
    CHECK(fonts.manifest.packages.at("Noto Serif Khmer") == "fonts-noto-core");
}
