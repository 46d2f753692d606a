#include "text/typography.hpp"

#include <array>
#include <random>

#include "catch.hpp"

using namespace brochure::text;

namespace {

/// What `typeset` makes of it, with ~ for U+00A0 and ^ for U+202F.
std::string set(std::string_view text, std::string_view lang = "en-US") {
    std::string result = typeset(text, lang);
    const auto show = [&](std::string_view space, const char* sign) {
        for (std::size_t at = result.find(space); at != result.npos; at = result.find(space, at))
            result.replace(at, space.size(), sign);
    };
    show("\u00a0", "~");
    show("\u202f", "^");
    return result;
}

}  // namespace

TEST_CASE("English quotation marks, nested ones and apostrophes") {
    CHECK(set("He said \"don't\".") == "He said “don’t”.");
    CHECK(set("\"'No' is a word,\" she said") == "“‘No’ is a word,” she said");
    CHECK(set("\"nested \"quote\" here\"") == "“nested ‘quote’ here”");
    CHECK(set("(\"in brackets\")") == "(“in brackets”)");
    CHECK(set("the boys' 'club'") == "the boys’ ‘club’");
    CHECK(set("Notre-Dame-de-l'Assomption") == "Notre-Dame-de-l’Assomption");
}

TEST_CASE("letters left out at the start of a word get an apostrophe, not an opening mark") {
    CHECK(set("in the '90s") == "in the ’90s");
    CHECK(set("class of '56.") == "class of ’56.");
    CHECK(set("'tis rock 'n' roll") == "’tis rock ’n’ roll");
    CHECK(set("from 's-Hertogenbosch to 't Zand") == "from ’s-Hertogenbosch to ’t Zand");
}

TEST_CASE("feet and inches, minutes and seconds get primes") {
    CHECK(set("5' 10\" tall") == "5′ 10″ tall");
    CHECK(set("\"6\" is a number") == "“6” is a number");
}

TEST_CASE("quotation marks follow the language") {
    CHECK(set("\"a 'b' c\"", "de") == "„a ‚b‘ c“");
    CHECK(set("\"a 'b' c\"", "de-CH") == "«a ‹b› c»");
    CHECK(set("\"a 'b' c\"", "fr") == "«^a “b” c^»");
    CHECK(set("\"a 'b' c\"", "it") == "«a “b” c»");
    CHECK(set("\"a 'b' c\"", "es") == "«a “b” c»");
    CHECK(set("\"a 'b' c\"", "es-MX") == "“a ‘b’ c”");
    CHECK(set("\"a 'b' c\"", "pl") == "„a «b» c”");
    CHECK(set("\"a\"", "sv") == "”a”");
    CHECK(set("\"a\"", "da") == "»a«");
    CHECK(set("l'arte, un po' di", "it") == "l’arte, un po’ di");
    CHECK(set("Hans' Auto", "de") == "Hans’ Auto");
}

TEST_CASE("a quotation may hold other languages, and ends with the marks it began with") {
    const auto mixed = [](std::initializer_list<std::array<std::string, 2>> pieces) {
        std::string text;
        std::vector<Tongue> tongues;
        for (const auto& [lang, words] : pieces) {
            text += words;
            tongues.push_back({text.size(), lang});
        }
        OffsetMap map;
        return typeset(text, tongues, map);
    };
    CHECK(mixed({{"en", "He said \"the "}, {"fr", "parc"}, {"en", "'s gate\" and"}}) ==
          "He said “the parc’s gate” and");
    CHECK(mixed({{"en", "say \""}, {"fr", "bonjour"}, {"en", "\" now"}}) == "say “bonjour” now");
    CHECK(mixed({{"en", "say '"}, {"fr", "bonjour"}, {"en", "' now"}}) == "say ‘bonjour’ now");
    CHECK(mixed({{"en", "say \"'"}, {"de", "Tag"}, {"en", "'\" now"}}) == "say “‘Tag’” now");
    CHECK(mixed({{"en", "say "}, {"de", "\"Tag\""}, {"en", " now"}}) == "say „Tag“ now");
    CHECK(mixed({{"fr", "dire \"good"}, {"en", " day\""}, {"fr", " ici"}}) == "dire «\u202Fgood day\u202F» ici");
    CHECK(mixed({{"fr", "l'"}, {"en", "hotel"}, {"fr", "!"}}) == "l’hotel\u202F!");
    CHECK(mixed({{"en", "Dwight D. "}, {"de", "Eisenhower"}, {"ja", "精  華"}}) ==
          "Dwight\u00A0D.\u00A0Eisenhower精 華");
}

TEST_CASE("three dots become an ellipsis and other rows of dots stay") {
    CHECK(set("and so on...") == "and so on…");
    CHECK(set("The end....") == "The end….");
    CHECK(set(".. .....") == ".. .....");
}

TEST_CASE("hyphens between spaces become the dash of the language") {
    CHECK(set("cities -- and towns") == "cities—and towns");
    CHECK(set("cities - and towns") == "cities—and towns");
    CHECK(set("cities -- and towns", "en-GB") == "cities~– and towns");
    CHECK(set("Städte -- und", "de") == "Städte~– und");
    CHECK(set("word--word") == "word—word");
    CHECK(set("a – b") == "a~– b");
    CHECK(set("- first point") == "- first point");
}

TEST_CASE("ranges of years and pages get an en dash, other hyphens between digits stay") {
    CHECK(set("1984-1990") == "1984–1990");
    CHECK(set("(1984-1990),") == "(1984–1990),");
    CHECK(set("pp. 7-12") == "pp.~7–12");
    CHECK(set("10--12") == "10–12");
    for (const char* text :
         {"405-366-5402", "366-5402", "2027-06-01", "10-12", "1990-1984", "10 - 12", "A1984-1990", "1984-1990-2000"})
        CHECK(set(text) == text);
}

TEST_CASE("a hyphen before a number is a minus") {
    CHECK(set("-5 °C") == "−5~°C");
    CHECK(set("at -103.72 (-5)") == "at −103.72 (−5)");
    CHECK(set("B-52") == "B-52");
}

TEST_CASE("a name with initials is not divided") {
    CHECK(set("by President Dwight D. Eisenhower, J. F. Kennedy") ==
          "by President Dwight~D.~Eisenhower, J.~F.~Kennedy");
    CHECK(set("Élise D. Martin", "fr") == "Élise~D.~Martin");
    // No name: what follows is no name, or the word before is none.
    CHECK(set("see Plan B. it says") == "see Plan B. it says");
    CHECK(set("and J. Smith") == "and J.~Smith");
    CHECK(set("Washington, D. Smith") == "Washington, D.~Smith");
}

TEST_CASE("numbers stay with their units, and abbreviations with their nouns") {
    CHECK(set("50 km, 15 °C, 971 ft) and 6 %") == "50~km, 15~°C, 971~ft) and 6~%");
    CHECK(set("80 kilometres (50 miles), 296 metres, 15 degrees Celsius") ==
          "80~kilometres (50~miles), 296~metres, 15~degrees Celsius");
    CHECK(set("1,100 U.S. cities") == "1,100~U.S.~cities");
    CHECK(set("between U.S. and international") == "between U.S. and international");
    CHECK(set("founded in 1956 in Norman") == "founded in 1956 in Norman");
    CHECK(set("120 countries") == "120 countries");
    CHECK(set("at 3 p.m. sharp") == "at 3~p.m.~sharp");
}

TEST_CASE("titles and abbreviations stay with what follows") {
    CHECK(set("Mr. Smith, p. 7, No. 3, St. Louis") == "Mr.~Smith, p.~7, No.~3, St.~Louis");
    CHECK(set("page. Then") == "page. Then");
}

TEST_CASE("stray spaces collapse and typed no-break spaces stay") {
    CHECK(set("one  two\t three") == "one two three");
    CHECK(set("one\u00A0two\u202Fthree") == "one~two^three");
    CHECK(set(" one ") == " one ");
}

TEST_CASE("French marks get their narrow spaces, whether one was typed or not") {
    CHECK(set("Bonjour! Quoi ? Oui; non : si", "fr") == "Bonjour^! Quoi^? Oui^; non~: si");
    CHECK(set("« mot » et «mot»", "fr") == "«^mot^» et «^mot^»");
    CHECK(set("\" mot \"", "fr") == "«^mot^»");
    CHECK(set("Quoi ?!", "fr") == "Quoi^?!");
    CHECK(set("12 500 habitants", "fr") == "12^500~habitants");
    CHECK(set("à 14:05 http://a.fr/b?c (!)", "fr") == "à 14:05 http://a.fr/b?c (!)");
}

TEST_CASE("Canadian French has no space before high marks") {
    CHECK(set("Bonjour! Oui; \"non\": si", "fr-CA") == "Bonjour! Oui; «^non^»~: si");
}

TEST_CASE("English text gets no French spaces") {
    CHECK(set("What? Yes! No; so: there") == "What? Yes! No; so: there");
}

TEST_CASE("Japanese, Chinese and Korean keep all but double spaces and straight quotation marks") {
    CHECK(set("精華 -- x...  50 km", "ja") == "精華 -- x... 50 km");
    CHECK(set("彼は\"はい\"と言い、\"'花'を見た\"と書いた。", "ja") ==
          "彼は「はい」と言い、「『花』を見た」と書いた。");
    CHECK(set("他说\"好\"了，\"看'花'去\"。", "zh") == "他说“好”了，“看‘花’去”。");
    CHECK(set("他說\"好\"了，\"看'花'去\"。", "zh-Hant") == "他說「好」了，「看『花』去」。");
    CHECK(set("他說\"好\"", "zh-TW") == "他說「好」");
    CHECK(set("\"네\"라고 했다. '꽃'", "ko") == "“네”라고 했다. ‘꽃’");
}

TEST_CASE("in Chinese, Japanese and Korean a mark without its other stays, and Latin words keep their apostrophes") {
    CHECK(set("15\"の画面", "ja") == "15\"の画面");
    CHECK(set("5'の板", "ja") == "5'の板");
    CHECK(set("Let's Goの'会'", "ja") == "Let’s Goの『会』");
    CHECK(set("\"Let's Go\"に行く", "ja") == "「Let’s Go」に行く");
    CHECK(set("https://a.org/x?q='z'", "ja") == "https://a.org/x?q='z'");
}

TEST_CASE("nothing changes in web and e-mail addresses and telephone numbers") {
    for (const char* text :
         {"https://a.org/x--y?q='z'&n=1984-1990", "o'neil-1984-1990@a.org", "+1 405 366 5402", "www.a.org/it's..."})
        CHECK(set(text).find(std::string_view{text}.substr(0, 12)) == 0);
    CHECK(set("https://a.org/x--y?q='z'&n=1984-1990") == "https://a.org/x--y?q='z'&n=1984-1990");
    CHECK(set("+1 405 366 5402 m") == "+1 405 366 5402~m");
}

TEST_CASE("every output byte knows where it came from") {
    const std::string text = "say \"no\"... 50 km";
    OffsetMap map;
    const std::string result = typeset(text, "en", map);
    CHECK(map.input(result.find("“")) == text.find('"'));
    CHECK(map.input(result.find("no")) == text.find("no"));
    CHECK(map.input(result.find("…") + 1) == text.find("..."));
    CHECK(map.input(result.find("km")) == text.find("km"));
    CHECK(map.input(result.size()) == text.size());
    CHECK(map.output(text.find("km")) == result.find("km"));
    CHECK(map.output(text.size()) == result.size());
    CHECK(map.output(text.find("...") + 1) == result.find("…"));
}

TEST_CASE("text without anything to do maps to itself") {
    OffsetMap map;
    CHECK(typeset("plain words", "en", map) == "plain words");
    CHECK(map.identity());
    CHECK(map.input(5) == 5);
}

TEST_CASE("setting a text twice changes nothing more, and offsets keep their order") {
    const std::array<std::string_view, 50> pieces = {
        "a",  "word", "É", "D.", "U.S.", "p.", "Mr.",    "1",      "42", "1984",      "1990",    " ",
        " ",  " ",    " ", "  ", "\t",   "\n", "\"",     "\"",     "'",  "'",         "“",       "”",
        "«",  "»",    "‘", "’",  "-",    "-",  "--",     "...",    ".",  "!",         "?",       ":",
        ";",  ",",    "(", ")",  "–",    "—",  "\u00A0", "\u202F", "km", "www.a.org", "x@a.org", "+1 405 366 5402",
        "精", "\xFF"};
    const std::array<std::string_view, 10> langs = {"en-US", "en-GB", "fr", "fr-CA", "de",
                                                    "it",    "es-MX", "sv", "ja",    "zh"};
    std::mt19937 random{10};
    for (int run = 0; run < 30000; ++run) {
        std::string text;
        for (auto n = 1 + random() % 10; n > 0; --n) text += pieces[random() % pieces.size()];
        const std::string_view lang = langs[random() % langs.size()];
        OffsetMap map;
        const std::string once = typeset(text, lang, map);
        const std::string twice = typeset(once, lang);
        if (once != twice) FAIL(lang << " [" << text << "] [" << once << "] [" << twice << "]");
        std::size_t before = 0;
        for (std::size_t at = 0; at <= once.size(); ++at) {
            const std::size_t input = map.input(at);
            if (input < before || input > text.size()) FAIL("offsets of [" << text << "] at " << at);
            before = input;
        }
    }
}
