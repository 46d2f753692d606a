#include "text/hyphenation.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <thread>

#include <unistd.h>

#include "catch.hpp"
#include "text/hyphen_dictionary.hpp"
#include "text/hyphen_shelf.hpp"

using namespace brochure::text;

namespace {

Hyphenator& hyphenator() {
    static Hyphenator all;
    return all;
}

/// The word with "=" where a hyphen may be drawn and "|" where one is there already.
std::string divided(std::string_view word, std::string_view lang, HyphenRules rules = {2, 2, false}) {
    std::string result{word};
    const auto points = hyphenator().points(word, lang, rules);
    for (auto point = points.rbegin(); point != points.rend(); ++point)
        result.insert(point->offset, point->kind == HyphenPoint::Kind::hard ? "|" : "=");
    return result;
}

bool installed(std::string_view lang) {
    return hyphenator().dictionary(lang) == HyphenDictionary::found;
}

/// A folder that vanishes with its dictionary.
struct Folder {
    std::filesystem::path path;
    explicit Folder(const std::string& name)
        : path{std::filesystem::temp_directory_path() /
               ("brochure-hyphenation-" + std::to_string(getpid()) + "-" + name)} {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    void write(const std::string& name, std::string_view text) const {
        std::ofstream{path / name, std::ios::binary} << text;
    }
};

}  // namespace

TEST_CASE("English words are divided by the patterns of their language") {
    CHECK(divided("international", "en-US") == "in=ter=na=tional");
    CHECK(divided("partnerships", "en-US") == "part=ner=ships");
}

TEST_CASE("each language has its own patterns") {
    if (installed("fr")) CHECK(divided("développement", "fr") == "dé=ve=lop=pe=ment");
    if (installed("it")) CHECK(divided("partecipazione", "it") == "par=te=ci=pa=zio=ne");
    if (installed("es")) CHECK(divided("organización", "es-MX") == "or=ga=ni=za=ción");
    if (installed("de")) CHECK(divided("Donaudampfschifffahrt", "de") == "Do=nau=dampf=schiff=fahrt");
}

TEST_CASE("a dictionary in Latin 1 divides words with umlauts at the right byte") {
    if (installed("de")) CHECK(divided("Größenverhältnisse", "de", {4, 3, false}) == "Größen=ver=hält=nisse");
}

TEST_CASE("enough letters stay before and after the hyphen") {
    CHECK(divided("international", "en-US", {4, 3, false}) == "inter=na=tional");
    CHECK(divided("international", "en-US", {6, 7, false}) == "international");
    CHECK(divided("development", "en-US", {2, 5, false}) == "de=vel=opment");
}

TEST_CASE("punctuation around a word neither counts as letters nor moves the points") {
    CHECK(divided("“international,”", "en-US", {4, 3, false}) == "“inter=na=tional,”");
    CHECK(divided("(communities).", "en-US", {4, 3, false}) == "(commu=ni=ties).");
}

TEST_CASE("words with a capital stay whole, but not German ones") {
    CHECK(divided("International", "en-US") == "International");
    CHECK(divided("INTERNATIONAL", "en-US") == "INTERNATIONAL");
    CHECK(divided("International", "en-US", {4, 3, true}) == "Inter=na=tional");
    if (installed("de")) CHECK(divided("Gemeinschaft", "de") == "Ge=mein=schaft");
}

TEST_CASE("addresses, numbers and words with digits stay whole") {
    for (const char* word :
         {"https://www.sistercities.org/communities", "www.sistercities.org", "international@communities.org",
          "international2027", "405-366-5402", "communities/organisations"})
        CHECK(divided(word, "en-US") == word);
}

TEST_CASE("a word with a typed hyphen is divided only there, and only after four letters") {
    CHECK(divided("non-profit", "en-US") == "non-profit");
    CHECK(divided("volcano-themed", "en-US") == "volcano-|themed");
    CHECK(divided("Clermont-Ferrand", "fr") == "Clermont-|Ferrand");
    CHECK(divided("Notre-Dame-de-l'Assomption", "fr") == "Notre-|Dame-|de-|l'Assomption");
}

TEST_CASE("a word with soft hyphens is divided only there") {
    CHECK(divided("inter\u00ADnational", "en-US") == "inter\u00AD=national");
    CHECK(divided("Inter\u00ADnational", "ja") == "Inter\u00AD=national");
}

TEST_CASE("no point stands right after an apostrophe or before an accent") {
    if (installed("fr")) CHECK(divided("l’organisation", "fr", {1, 1, false}).find("’=") == std::string::npos);
    if (installed("it")) CHECK(divided("dell’amministrazione", "it", {1, 1, false}).find("’=") == std::string::npos);
    const std::string decomposed = "de\u0301veloppement";
    if (installed("fr")) CHECK(divided(decomposed, "fr", {1, 1, false}).find("=\u0301") == std::string::npos);
}

TEST_CASE("languages without hyphenation want no dictionary") {
    for (const char* lang : {"ja", "zh-Hant", "ko", "th", "ar", "he", ""}) {
        CHECK(hyphenator().dictionary(lang) == HyphenDictionary::not_wanted);
        CHECK(divided("international", lang) == "international");
    }
}

TEST_CASE("a missing dictionary leaves words whole and names its package") {
    Hyphenator nowhere{"/nonexistent"};
    CHECK(nowhere.dictionary("de-DE") == HyphenDictionary::missing);
    CHECK(nowhere.points("Gemeinschaft", "de-DE", {}).empty());
    CHECK(Hyphenator::package_of("de-DE") == "hyphen-de");
    CHECK(Hyphenator::package_of("en-US") == "hyphen-en-us");
    CHECK(Hyphenator::package_of("en-GB") == "hyphen-en-gb");
    CHECK(Hyphenator::package_of("pt-BR") == "hyphen-pt-br");
    CHECK(Hyphenator::package_of("nb") == "hyphen-no");
    CHECK(Hyphenator::package_of("vi").empty());
}

TEST_CASE("a dictionary that is empty, cut short or no dictionary divides nothing it should not") {
    const Folder folder{"broken"};
    folder.write("hyph_xx.dic", "");
    folder.write("hyph_yy.dic", "NO-SUCH-CHARSET\na1b\n");
    folder.write("hyph_zz.dic", "UTF-8\na1");
    Hyphenator hyphens{folder.path};
    CHECK(hyphens.dictionary("xx") == HyphenDictionary::missing);
    CHECK(hyphens.dictionary("yy") == HyphenDictionary::missing);
    CHECK(hyphens.points("abababab", "zz", {2, 2, false}).size() <= 4);
}

TEST_CASE("the region's dictionary is taken first, then the language's, then any region's") {
    const Folder folder{"regions"};
    folder.write("hyph_xx_AA.dic", "UTF-8\na1b\n");
    Hyphenator hyphens{folder.path};
    CHECK(hyphens.dictionary("xx-BB") == HyphenDictionary::found);
    CHECK(hyphens.points("ccabcc", "xx-BB", {2, 2, false}).size() == 1);
    folder.write("hyph_xx.dic", "UTF-8\nc1a\n");
    CHECK(hyphens.points("ccabcc", "xx-CC", {1, 1, false}) ==
          std::vector<HyphenPoint>{{2, HyphenPoint::Kind::pattern}});
    CHECK(hyphens.points("ccabcc", "xx-AA", {1, 1, false}) ==
          std::vector<HyphenPoint>{{3, HyphenPoint::Kind::pattern}});
}

TEST_CASE("a small part of a large dictionary divides words as the whole does") {
    // Patterns over three letters, so that they overlap; some with the same letters, some in two levels.
    std::mt19937 random{6};
    const auto letters = [&](std::size_t length) {
        std::string text;
        for (std::size_t i = 0; i < length; ++i) text.push_back(static_cast<char>('a' + random() % 3));
        return text;
    };
    const Folder folder{"shelf"};
    for (int run = 0; run < 12; ++run) {
        std::string text = "ISO8859-1\nLEFTHYPHENMIN 1\n";
        for (int i = 0; i < 60; ++i) {
            if (i == 30 && run % 2 == 0) text += "NEXTLEVEL\n";
            std::string pattern = letters(2 + random() % 5);
            pattern.insert(1 + random() % (pattern.size() - 1), std::to_string(1 + random() % 5));
            if (random() % 6 == 0)
                pattern.insert(0, ".");
            else if (random() % 6 == 0)
                pattern += ".";
            text += pattern + "\n";
        }
        folder.write("hyph_xx.dic", text);
        const auto whole = HyphenDictionaryFile::load(folder.path / "hyph_xx.dic");
        const HyphenShelf shelf{text};
        REQUIRE(whole);
        for (int i = 0; i < 100; ++i) {
            const std::string word = letters(3 + random() % 12);
            folder.write("part.dic", shelf.dictionary_for(word));
            const auto part = HyphenDictionaryFile::load(folder.path / "part.dic");
            REQUIRE(part);
            REQUIRE(part->divide(word) == whole->divide(word));
        }
    }
}

TEST_CASE("any bytes have points only between letters") {
    std::mt19937 random{7};
    for (int run = 0; run < 3000; ++run) {
        std::string word;
        for (auto n = random() % 30; n > 0; --n)
            word.push_back(random() % 3 == 0 ? static_cast<char>(random() % 256)
                                             : static_cast<char>('a' + random() % 26));
        std::uint32_t before = 0;
        for (const HyphenPoint& point : hyphenator().points(word, "en-US", {1, 1, true})) {
            REQUIRE(point.offset > before);
            REQUIRE(point.offset <= word.size());
            before = point.offset;
        }
    }
}

TEST_CASE("several threads may divide words at once and get what one would") {
    const std::vector<std::string> words = {"international", "communities", "organization", "development",
                                            "governmental"};
    std::vector<std::string> alone;
    for (const auto& word : words) alone.push_back(divided(word, "en-US"));
    Hyphenator shared;
    std::vector<int> wrong(4, 0);
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < wrong.size(); ++t)
        threads.emplace_back([&, t] {
            for (int round = 0; round < 50; ++round)
                for (std::size_t i = 0; i < words.size(); ++i)
                    wrong[t] +=
                        shared.points(words[i], "en-US", {2, 2, false}).size() + words[i].size() == alone[i].size() ? 0
                                                                                                                    : 1;
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(wrong == std::vector<int>(4, 0));
}
