#include <set>

#include "content/fields.hpp"
#include "project.hpp"

using namespace brochure;

namespace {

std::string word(const content::Content& content, const std::string& key, std::string_view lang) {
    const auto at = content.labels.find(key);
    if (at == content.labels.end()) return "no label " + key;
    const auto* version = at->second.find(lang);
    return version == nullptr ? "no version" : plain(version->value);
}

content::Content read(const std::string& labels, std::string& faults) {
    Project project;
    project.file("content/organisation.yaml", small_organisation).file("content/publications.yaml", small_publications);
    if (!labels.empty()) project.file("content/labels.yaml", labels);
    SourceFiles files;
    Diagnostics found;
    auto content = content::read(project.folder(), files, 1, found);
    faults = told(found, files);
    return content;
}

}  // namespace

TEST_CASE("a project without labels has the program's, each with English") {
    std::string faults;
    const auto content = read("", faults);
    CHECK(faults.empty());
    for (const char* key : {"mission",
                            "about",
                            "goals",
                            "contents",
                            "contact",
                            "from-home",
                            "local-time",
                            "position",
                            "region",
                            "language",
                            "standard-time",
                            "great-circle",
                            "left",
                            "right",
                            "above",
                            "illustration",
                            "photograph",
                            "continued",
                            "no-shared-hours",
                            "partner-cities",
                            "cities",
                            "illustration-credit",
                            "photograph-credit",
                            "same-time",
                            "hours-awake",
                            "hours-explained",
                            "involve",
                            "country",
                            "native-name"}) {
        REQUIRE(content.labels.count(key) == 1);
        CHECK(content.labels.at(key).find("en")->lang == "en");
    }
    CHECK(word(content, "from-home", "en-US") == "From {home}");
    CHECK(word(content, "cities", "it") == "Città gemellate");
}

TEST_CASE("no translation of a label loses a name that is to be filled in") {
    std::string faults;
    const auto content = read("", faults);
    for (const auto& [key, text] : content.labels) {
        const auto english = word(content, key, "en");
        for (const char* name : {"{home}", "{city}", "{count}", "{credit}"})
            for (const auto& version : text.versions) {
                INFO(key << " in " << version.lang);
                CHECK((plain(version.value).find(name) == std::string::npos) ==
                      (english.find(name) == std::string::npos));
            }
    }
}

TEST_CASE("a project's label replaces the program's in its language and leaves the others") {
    std::string faults;
    const auto content = read("labels: {mission: {en: Our mission, nl: Missie}, about: Who we are}\n", faults);
    CHECK(faults.empty());
    CHECK(word(content, "mission", "en") == "Our mission");
    CHECK(word(content, "mission", "nl") == "Missie");
    CHECK(word(content, "mission", "de") == "Auftrag");
    CHECK(word(content, "about", "de") == "Who we are");
    CHECK(word(content, "goals", "fr") == "Objectifs");
}

TEST_CASE("a label that no page has is a warning, and one without English an error") {
    std::string faults;
    read("labels: {misson: Mission, motto: {de: Wahlspruch}}\n", faults);
    CHECK(faults ==
          "content/labels.yaml:1:10: warning: no page has a label 'misson' (did you mean 'mission'?)\n"
          "content/labels.yaml:1:27: warning: no page has a label 'motto' (content/README.md lists the labels)\n"
          "content/labels.yaml:1:27: error: the label 'motto' has no English (add en: …; other languages fall back to "
          "it)\n");
}

TEST_CASE("every word of the program is there in ten languages, with the same names in braces") {
    std::string faults;
    const auto content = read("", faults);
    const auto names_in = [](const std::string& text) {
        std::multiset<std::string> names;
        for (std::size_t at = 0; (at = text.find('{', at)) != std::string::npos; ++at)
            names.insert(text.substr(at, text.find('}', at) - at + 1));
        return names;
    };
    CHECK(content.labels.size() > 80);
    for (const auto& [key, label] : content.labels) {
        const auto english = names_in(word(content, key, "en"));
        for (const std::string lang : {"en", "fr", "es", "it", "ja", "de", "pt", "zh", "ko", "ar"}) {
            INFO(key << " in " << lang);
            const auto* version = label.find(lang);
            REQUIRE(version != nullptr);
            CHECK(version->lang == lang);
            CHECK(names_in(plain(version->value)) == english);
        }
    }
}

TEST_CASE("a language that the program does not know is added by a project's own labels") {
    std::string faults;
    const auto content = read("labels: {mission: {eu: Xedea}, from-home: {eu: \"{home}tik\"}}\n", faults);
    CHECK(faults.empty());
    CHECK(word(content, "mission", "eu") == "Xedea");
    CHECK(word(content, "from-home", "eu") == "{home}tik");
    CHECK(word(content, "goals", "eu") == "Goals");
}

TEST_CASE("a label's names in braces are those that the program fills in") {
    std::string faults;
    read("labels:\n  from-home: {eu: Etxetik, uk: \"Від {hoem}\"}\n  mission: {eu: \"Xedea {city}\"}\n", faults);
    CHECK(faults ==
          "content/labels.yaml:2:19: warning: the label 'from-home' in 'eu' lacks {home} (write {home} where that "
          "belongs)\n"
          "content/labels.yaml:2:32: error: nothing stands for {hoem} in 'from-home' in 'uk' (it has {home})\n"
          "content/labels.yaml:2:32: warning: the label 'from-home' in 'uk' lacks {home} (write {home} where that "
          "belongs)\n"
          "content/labels.yaml:3:17: error: nothing stands for {city} in 'mission' in 'eu' (this label has no names in "
          "braces)\n");
}

TEST_CASE("Taiwan and Hong Kong read traditional characters, China simplified ones") {
    std::string faults;
    const auto content = read("", faults);
    for (const char* lang : {"zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-TW"})
        CHECK(word(content, "visit-emergency", lang) == "緊急情況");
    for (const char* lang : {"zh", "zh-CN", "zh-SG", "zh-Hans", "zh-Hans-HK"})
        CHECK(word(content, "visit-emergency", lang) == "紧急情况");
}
