// Publications in other languages than the content's own: what is made, and what is said of texts that are missing.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "sandbox.hpp"

namespace {

using Json = nlohmann::json;

std::string words(const Sandbox& box, const std::string& file) {
    return box.run("pdftotext -raw " + shell_word(file) + " - | tr '\\n' ' '").out;
}

/// The documents' and the pieces' languages that a PDF file names.
std::string langs(const Sandbox& box, const std::string& file) {
    return box
        .run("qpdf --qdf --object-streams=disable " + shell_word(file) +
             " - | grep -aoE '/Lang ?\\([^)]*\\)' | sort -u | tr '\\n' ' '")
        .out;
}

Json coverage(const Sandbox& box, const std::string& arguments = {}) {
    return Json::parse(box.run(shell_word(BROCHURE) + " check --format json" + arguments).out)
        .value("coverage", Json());
}

}  // namespace

TEST_CASE("the sample's handouts come in English and in the language of the partner") {
    const Sandbox box;
    const Run run = box.brochure({"build", "--publication", "handout", "--edition", "screen"});
    INFO(run.err);
    CHECK(run.status == 0);
    CHECK_FALSE(has(run.err, "missing-translation"));
    CHECK(box.made() == std::vector<std::string>{"handout-arezzo-it-screen.pdf", "handout-arezzo-screen.pdf",
                                                 "handout-clermont-ferrand-fr-screen.pdf",
                                                 "handout-clermont-ferrand-screen.pdf",
                                                 "handout-colima-es-MX-screen.pdf", "handout-colima-screen.pdf",
                                                 "handout-seika-ja-screen.pdf", "handout-seika-screen.pdf"});
    const std::string french = words(box, "out/handout-clermont-ferrand-fr-screen.pdf");
    CHECK(has(french, "ville universitaire"));
    CHECK(has(french, "Heure locale") + has(french, "HEURE LOCALE") > 0);
    CHECK(has(french, "Genève"));
    CHECK(has(words(box, "out/handout-arezzo-it-screen.pdf"), "Firenze"));
    CHECK(has(words(box, "out/handout-colima-es-MX-screen.pdf"), "Ciudad de México"));
    CHECK(has(words(box, "out/handout-seika-ja-screen.pdf"), "精華町"));
    CHECK(has(words(box, "out/handout-colima-screen.pdf"), "Colima is the capital"));
    if (!have_program("qpdf", "languages of the handouts' texts")) return;
    CHECK(langs(box, "out/handout-arezzo-it-screen.pdf") == "/Lang (it) ");
    CHECK(has(box.run("pdfinfo out/handout-seika-ja-screen.pdf").out, "姉妹都市"));
}

TEST_CASE("every publication of the sample is made in another language, with the program's words in it") {
    const Sandbox box;
    const std::string english[] = {"Local time",    "LOCAL TIME",    "From Norman",   "FROM NORMAN", "Sister cities",
                                   "SISTER CITIES", "Standard time", "great circles", "Contents",    "(continued)"};
    for (const std::string name : {"brochure", "brochure-12", "brochure-a5", "leaflet", "handout"}) {
        INFO(name);
        const Run run = box.brochure({"build", "--publication", name, "--lang", "fr", "--edition", "screen"});
        INFO(run.err);
        CHECK(run.status == 0);
        const std::string file = "out/" + name + (name == "handout" ? "-clermont-ferrand" : "") + "-fr-screen.pdf";
        const std::string text = words(box, file);
        CHECK(has(text, name == "handout" ? "Clermont" : "Villes"));
        for (const auto& word : english) {
            INFO(word);
            CHECK_FALSE(has(text, word));
        }
        CHECK(has(run.err, "have no 'fr' and are printed as they are"));
    }
}

TEST_CASE("a language in which nothing is written is wrong usage, for every publication") {
    const Sandbox box;
    for (const std::string name : {"brochure", "brochure-12", "brochure-a5", "leaflet", "handout"}) {
        const Run run = box.brochure({"build", "--publication", name, "--lang", "sw"});
        CHECK(run.status == 2);
        CHECK(has(run.err, "there is no language 'sw' (known: en, en-US, es, fr, it, ja)"));
        CHECK(box.made().empty());
    }
    const Run visit = box.brochure({"build", "--publication", "visit-seika-2027", "--lang", "fr"});
    CHECK(visit.status == 2);
    CHECK(has(visit.err, "nothing of what was asked for is made in 'fr'"));
    const Run both = box.brochure({"build", "--publication", "visit-seika-2027", "--lang", "en", "--lang", "fr"});
    CHECK(both.status == 2);
    CHECK(has(both.err, "nothing of what was asked for is made in 'fr'"));
    CHECK(box.made().empty());
}

TEST_CASE("check tells how much is translated, in words and as data; of what is missing, where") {
    const Sandbox box;
    Run check = box.brochure({"check"});
    INFO(check.out);
    CHECK(has(check.out, "Translations:\n"));
    CHECK_FALSE(has(check.err, "have no 'it'"));
    const Json whole = coverage(box);
    REQUIRE(whole.is_array());
    const auto is_arezzo = [](const Json& one) { return one.value("city", "") == "arezzo"; };
    const Json arezzo = *std::find_if(whole.begin(), whole.end(), is_arezzo);
    CHECK(arezzo.at("publication") == "handout");
    CHECK(arezzo.at("lang") == "it");
    CHECK(arezzo.at("translated") == arezzo.at("texts"));
    CHECK(arezzo.at("missing").empty());

    box.replace("content/cities/arezzo.yaml", "    it: |-\n      Arezzo è", "    de: |-\n      Arezzo è");
    check = box.brochure({"check"});
    CHECK(check.status == 0);
    CHECK(has(check.err, "warning: this text has no 'it' and is printed as it is"));
    const Json less = coverage(box);
    const Json now = *std::find_if(less.begin(), less.end(), is_arezzo);
    REQUIRE(now.at("missing").size() == 1);
    CHECK(now.at("missing")[0].at("path") == "content/cities/arezzo.yaml");
    CHECK(now.at("missing")[0].at("line").get<int>() > 30);
    CHECK(now.at("translated").get<int>() + 1 == now.at("texts").get<int>());
    CHECK(coverage(box) == less);  // and so it is remembered
    const Json again = coverage(box, " --no-cache");
    CHECK(again == less);
    const Json sarif = Json::parse(box.run(shell_word(BROCHURE) + " check --format sarif").out);
    CHECK(has(sarif.dump(), "missing-translation"));
}

TEST_CASE("check reminds of translations that nobody has reviewed, with their places") {
    const Sandbox box;
    const Run check = box.brochure({"check"});
    for (const char* place :
         {"content/cities/arezzo.yaml:", "content/cities/colima.yaml:", "content/cities/seika.yaml:",
          "content/cities/clermont-ferrand.yaml:", "content/organisation.yaml:"})
        CHECK(has(box.run("echo " + shell_word(check.err) + " | grep 'not reviewed yet'").out, place));
}

TEST_CASE("of a project in one language nothing is said of translations") {
    const Sandbox box;
    box.replace_all("content/publications.yaml", "    languages: [en-US, partner]", "    #");
    std::filesystem::remove_all(box.project / "content/visits");
    const Run check = box.brochure({"check"});
    CHECK(check.status == 0);
    CHECK_FALSE(has(check.out, "Translations"));
    CHECK_FALSE(has(check.err, "printed as"));
    CHECK(coverage(box).is_null());
}

TEST_CASE("a project's own labels bring a language that the program does not know") {
    const Sandbox box;
    box.write("content/labels.yaml",
              "labels:\n  local-time: {eu: Tokiko ordua}\n  from-home: {eu: \"{home} hiritik\"}\n  positon: {eu: "
              "Kokapena, en: Place}\n");
    box.write(
        "content/publications.yaml",
        "publications:\n  orria: {design: municipal, format: letter, lang: en, languages: [eu], for-each: city}\n");
    const Run run = box.brochure({"build", "--city", "colima", "--edition", "screen"});
    INFO(run.err);
    CHECK(run.status == 0);
    CHECK(has(run.err, "content/labels.yaml:4:3: warning: no page has a label 'positon'"));
    CHECK(has(run.err, "words of the program's own have no 'eu' and are printed in English"));
    const std::string text = words(box, "out/orria-colima-eu-screen.pdf");
    INFO(text);
    CHECK(has(text, "Tokiko ordua") + has(text, "TOKIKO ORDUA") > 0);
    CHECK(has(text, "Norman hiritik") + has(text, "NORMAN HIRITIK") > 0);
    CHECK(has(text, "Colima is the capital"));
    if (have_program("qpdf", "the languages of a file in Basque"))
        CHECK(has(langs(box, "out/orria-colima-eu-screen.pdf"), "/Lang (en)"));
}

TEST_CASE("a file in two languages has every section in both, each tagged as what it is") {
    const Sandbox box;
    box.write(
        "content/publications.yaml",
        "publications:\n  both: {title: {en: Both, fr: Les deux}, design: municipal, format: half-letter, binding: "
        "saddle-stitch, lang: "
        "en-US, second-lang: fr, sections: [cover, mission, about, clermont-ferrand, goals, back]}\n");
    const Run run = box.brochure({"build"});
    INFO(run.err);
    CHECK(run.status == 0);
    const std::string text = words(box, "out/both-screen.pdf");
    CHECK(has(text, "university city"));
    CHECK(has(text, "ville universitaire"));
    CHECK(has(text, "Heure locale") + has(text, "HEURE LOCALE") > 0);
    CHECK(has(text, "Local time") + has(text, "LOCAL TIME") > 0);
    if (have_program("qpdf", "the languages of a file in two"))
        CHECK(langs(box, "out/both-screen.pdf") == "/Lang (en-US) /Lang (fr) ");
}
