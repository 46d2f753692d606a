#include "content/translations.hpp"

#include "project.hpp"

using namespace brochure;
using content::TextKind;

namespace {

/// Texts by language; an empty one: a text that names none.
content::Text text(const std::vector<std::pair<std::string, std::string>>& versions) {
    content::Text made;
    for (const auto& [lang, words] : versions) {
        auto& version = made.versions.emplace_back();
        version.lang = lang;
        version.value.blocks.emplace_back().spans.emplace_back().text = words;
    }
    return made;
}

bool is_in(const content::Text& one, std::string_view lang, TextKind kind = TextKind::words) {
    return content::is_in(one, kind, lang, "en-US");
}

}  // namespace

TEST_CASE("a text is there in a language when it has that language, in whatever country") {
    const auto both = text({{"en", "A city"}, {"fr", "Une ville"}});
    CHECK(is_in(both, "fr"));
    CHECK(is_in(both, "fr-CA"));
    CHECK(is_in(both, "en-GB"));
    CHECK_FALSE(is_in(both, "ja"));
    CHECK(is_in(text({{"es-MX", "Una ciudad"}}), "es"));
}

TEST_CASE("a text that names no language is in that of the publication, a name in all") {
    const auto bare = text({{"", "Colima"}});
    CHECK(is_in(bare, "en"));
    CHECK_FALSE(is_in(bare, "fr"));
    CHECK(is_in(bare, "fr", TextKind::name));
    const auto named = text({{"en", "Florence"}, {"it", "Firenze"}});
    CHECK_FALSE(is_in(named, "fr", TextKind::name));
}

TEST_CASE("what is not there, and a number, is missing in no language") {
    CHECK(is_in({}, "fr"));
    CHECK(is_in(text({{"", "1984"}}), "fr"));
}

TEST_CASE("the nearest version of a text is found: the tag, the language, another country's, that of all, the first") {
    const auto found = [](const content::Text& one, std::string_view lang) { return plain(one.find(lang)->value); };
    const auto all = text({{"en", "en"}, {"pt-BR", "pt-BR"}, {"fr", "fr"}, {"", "und"}});
    CHECK(found(all, "fr-CA") == "fr");
    CHECK(found(all, "pt") == "pt-BR");
    CHECK(found(all, "pt-PT") == "pt-BR");
    CHECK(found(all, "ja") == "und");
    CHECK(found(text({{"en", "en"}, {"fr", "fr"}}), "ja") == "en");
}

TEST_CASE("und: is the text of all languages that have none of their own") {
    Project project;
    project.file("content/organisation.yaml", small_organisation)
        .file("content/publications.yaml", small_publications)
        .file("content/cities/seika.yaml", "city: {name: {und: Seika, ja: 精華町}, country: JP}\n");
    SourceFiles files;
    Diagnostics found;
    const auto content = content::read(project.folder(), files, 1, found);
    CHECK(told(found, files).empty());
    const auto& name = content.cities.at(0).name;
    CHECK(plain(name.find("fr")->value) == "Seika");
    CHECK(name.find("fr")->lang.empty());
    CHECK(plain(name.find("ja")->value) == "精華町");
}
