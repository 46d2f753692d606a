#include "text/opportunities.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <sstream>
#include <thread>

#include "catch.hpp"
#include "text/latin_breaks.hpp"
#include "text/utf8.hpp"

using namespace brochure::text;

namespace {

LineBreakIterators& iterators() {
    static LineBreakIterators all;
    return all;
}

/// The text with "|" where a line may end and "!" where it has to, but for the end.
std::string marked(std::string_view text, const std::vector<Opportunity>& places) {
    std::string result{text};
    for (auto place = places.rbegin(); place != places.rend(); ++place)
        if (place->offset < text.size()) result.insert(place->offset, place->mandatory ? "!" : "|");
    return result;
}

std::string raw(std::string_view text, std::string_view lang = "en-US") {
    std::vector<Opportunity> places;
    line_opportunities(text, lang, iterators(), places);
    return marked(text, places);
}

std::string by_icu(std::string_view text, std::string_view lang) {
    std::vector<Opportunity> places;
    line_opportunities_by_icu(text, lang, iterators(), places);
    return marked(text, places);
}

std::string tailored(std::string_view text, std::string_view lang = "en-US") {
    std::vector<Opportunity> places;
    line_opportunities(text, lang, iterators(), places);
    tailor_opportunities(text, places);
    return marked(text, places);
}

/// ICU has three rules that Unicode's own test knows only since 16.0 (LB15c, LB20a, and IS x NU of LB25): ".35" and
/// "a.2" stay whole, a line may end before ".35", and a hyphen that begins a word stays with it.
bool ahead_of_unicode_15(std::string_view text, std::uint32_t at) {
    std::u32string codes, after;
    for (std::uint32_t i = 0; i < text.size();) {
        std::u32string& side = i < at ? codes : after;
        const auto code = static_cast<char32_t>(next_code(text, i));
        if (code != 0x0308) side.push_back(code);
    }
    const auto digit = [](char32_t c) { return c >= '0' && c <= '9'; };
    const bool starts_word = codes == U"-";
    const bool before_number = after.size() > 1 && after[0] == '.' && digit(after[1]) && codes.ends_with(U' ');
    const bool in_number = !after.empty() && digit(after[0]) && (codes.ends_with(U'.') || codes.ends_with(U','));
    return starts_word || before_number || in_number;
}

}  // namespace

TEST_CASE("lines may end after spaces and hyphens") {
    CHECK(raw("the sister cities") == "the |sister |cities");
    CHECK(raw("volcano-themed park") == "volcano-|themed |park");
}

TEST_CASE("the end of the text is a mandatory place and the empty text has none") {
    std::vector<Opportunity> places;
    line_opportunities("word", "en", iterators(), places);
    CHECK(places == std::vector<Opportunity>{{4, true}});
    line_opportunities("", "en", iterators(), places);
    CHECK(places.empty());
}

TEST_CASE("a line end in the text is mandatory") {
    CHECK(raw("one\ntwo\n\nthree") == "one\n!two\n!\n!three");
    CHECK(raw("一\n二", "ja") == "一\n!二");
}

TEST_CASE("no line ends at a no-break space") {
    CHECK(raw("50\u00A0km") == "50\u00A0km");
    CHECK(raw("mot\u202F!") == "mot\u202F!");
}

TEST_CASE("kinsoku is strict in Japanese: small kana and the prolonged sound mark begin no line") {
    CHECK(raw("シャツ", "ja") == "シャ|ツ");
    CHECK(raw("ホール", "ja") == "ホー|ル");
    CHECK(raw("京都。「精華」", "ja") == "京|都。|「精|華」");
    CHECK(raw("人々", "ja") == "人々");
}

TEST_CASE("lines of random Japanese text neither begin nor end with a forbidden character") {
    const std::u32string_view all =
        U"精華町京都府大学のとをにはがでカキクマルー々ぁぃっゃゅょァィッャュョヵヶ、。，．・：；！？」』）】〉》「『（"
        U"【〈《";
    const std::u32string_view never_first = U"ー々ぁぃっゃゅょァィッャュョヵヶ、。，．・：；！？」』）】〉》",
                              never_last = U"「『（【〈《";
    std::mt19937 random{8};
    for (int run = 0; run < 300; ++run) {
        std::string text;
        for (int i = 0; i < 40; ++i) append_code(text, all[random() % all.size()]);
        std::vector<Opportunity> places;
        line_opportunities(text, "ja", iterators(), places);
        for (const Opportunity& place : places) {
            if (place.offset == text.size()) continue;
            std::uint32_t after = place.offset, before = place.offset - 3;
            REQUIRE(never_first.find(static_cast<char32_t>(next_code(text, after))) == never_first.npos);
            REQUIRE(never_last.find(static_cast<char32_t>(next_code(text, before))) == never_last.npos);
        }
    }
}

TEST_CASE("Thai and Khmer are broken by dictionary") {
    CHECK(raw("ภาษาไทยง่าย", "th") == "ภาษา|ไทย|ง่าย");
    CHECK(raw("សួស្តីពិភពលោក", "km").find('|') != std::string::npos);
}

TEST_CASE("bad UTF-8 does no harm") {
    std::vector<Opportunity> places;
    const std::string text = "one \xFF\xC3 two\xE2\x80";
    line_opportunities(text, "en", iterators(), places);
    REQUIRE_FALSE(places.empty());
    CHECK(places.back().offset == text.size());
}

TEST_CASE("plain Latin text is read without ICU, with ICU's result") {
    const std::array<std::string_view, 42> pieces = {
        "a", "b",  "word", "É", "ß", "1", "42", "1956", " ", " ", " ", "  ",     "\n",     ".",
        ",", ":",  ";",    "!", "?", "-", "/",  "(",    ")", "[", "]", "“",      "”",      "‘",
        "’", "\"", "'",    "«", "»", "–", "—",  "…",    "%", "$", "°", "\u00A0", "\u202F", "&"};
    const std::array<std::string_view, 6> langs = {"en-US", "fr", "de-DE", "es-MX", "it", "pt"};
    std::mt19937 random{9};
    int own = 0;
    for (int run = 0; run < 20000; ++run) {
        std::string text;
        for (auto n = 1 + random() % 9; n > 0; --n) text += pieces[random() % pieces.size()];
        std::vector<Opportunity> places;
        if (!latin_opportunities(text, places)) continue;
        ++own;
        const std::string_view lang = langs[random() % langs.size()];
        REQUIRE(marked(text, places) == by_icu(text, lang));
    }
    CHECK(own > 5000);
}

TEST_CASE("every pair and triple of Latin characters is broken as ICU does") {
    std::vector<std::string> characters;
    for (std::uint32_t c = 0x20; c < 0x180; ++c) {
        if (c >= 'b' && c <= 'y') continue;  // one letter stands for them
        if (c >= 0x102 && c < 0x17E) continue;
        characters.emplace_back();
        append_code(characters.back(), c);
    }
    for (std::uint32_t c = 0x2010; c < 0x2040; ++c) {
        characters.emplace_back();
        append_code(characters.back(), c);
    }
    std::vector<Opportunity> places;
    for (const std::string& left : characters)
        for (const std::string& right : characters)
            for (const char* frame : {"", "a", "1", " "}) {
                const std::string text = frame + left + right + frame;
                if (latin_opportunities(text, places) && marked(text, places) != by_icu(text, "en"))
                    FAIL(text << " " << marked(text, places));
                const std::string apart = frame + left + " " + right + frame;
                if (latin_opportunities(apart, places) && marked(apart, places) != by_icu(apart, "en"))
                    FAIL(apart << " " << marked(apart, places));
            }
}

TEST_CASE("ordinary English, French and Italian sentences need no ICU") {
    for (const char* text : {"Founded in 1956 by President Dwight D.\u00A0Eisenhower, Sister Cities International "
                             "(SCI) is the national, nonprofit, volunteer membership organization.",
                             "more than 1,100\u00A0U.S.\u00A0cities and their 2,000 partners in over 120 countries",
                             "He said “don’t say ‘no’ in the ’90s”—and left… It’s 5–7 °C.",
                             "Près de l’église\u202F: «\u202Fla Grande Place\u202F»\u202F!",
                             "dell’arte «città» un po’ di 80\u00A0km (50\u00A0miles)", "volcano-themed"}) {
        std::vector<Opportunity> places;
        CHECK(latin_opportunities(text, places));
        CHECK(marked(text, places) == by_icu(text, "en"));
    }
}

TEST_CASE("the breaker passes Unicode's own test of line breaking") {
    std::ifstream file{"/usr/share/unicode/auxiliary/LineBreakTest.txt"};
    std::string line;
    if (!std::getline(file, line)) {
        std::cout << "not run: Unicode's test of line breaking (LineBreakTest.txt is not there; Debian package "
                     "unicode-data)\n";
        return;
    }
    const std::string version = line.substr(line.find('-') + 1, line.find(".txt") - line.find('-') - 1);
    if (!std::string_view{version}.starts_with(U_UNICODE_VERSION)) {
        std::cout << "not run: Unicode's test of line breaking (LineBreakTest.txt is of Unicode " << version
                  << ", ICU of Unicode " << U_UNICODE_VERSION << ")\n";
        return;
    }
    int cases = 0, wrong = 0;
    while (std::getline(file, line)) {
        std::istringstream words{line.substr(0, line.find('#'))};
        std::string word, text;
        std::vector<std::uint32_t> expected;
        while (words >> word) {
            if (word == "÷")
                expected.push_back(static_cast<std::uint32_t>(text.size()));
            else if (word != "×")
                append_code(text, static_cast<std::uint32_t>(std::stoul(word, nullptr, 16)));
        }
        if (text.empty()) continue;
        std::vector<Opportunity> places;
        line_opportunities(text, "en", iterators(), places);
        std::vector<std::uint32_t> found;
        for (const Opportunity& place : places) found.push_back(place.offset);
        ++cases;
        std::vector<std::uint32_t> differing;
        std::set_symmetric_difference(found.begin(), found.end(), expected.begin(), expected.end(),
                                      std::back_inserter(differing));
        if (std::all_of(differing.begin(), differing.end(),
                        [&](std::uint32_t at) { return ahead_of_unicode_15(text, at); }))
            continue;
        ++wrong;
        std::cout << line << "\n  found " << marked(text, places) << "\n";
    }
    CHECK(cases > 7000);
    CHECK(wrong == 0);
}

TEST_CASE("a web address ends a line only after its own marks, and not in its scheme") {
    CHECK(tailored("https://www.norman.gov/sister-cities?lang=fr&x=1") ==
          "https://www.norman.|gov/|sister-cities?|lang=|fr&|x=1");
    CHECK(tailored("see www.norman.gov now") == "see |www.norman.|gov |now");
}

TEST_CASE("e-mail addresses and telephone numbers are not broken") {
    // A hyphen at a line's end would look like the setter's; a stretch too long for a column ends before one.
    CHECK(tailored("example.org/boards-and-commissions-for-sister-cities") ==
          "example.|org/|boards|-and|-commissions|-for|-sister|-cities");
    CHECK(tailored("mail sister-cities@norman-ok.gov now") == "mail |sister-cities@norman-ok.gov |now");
    CHECK(tailored("call +1 (405) 366-5402 now") == "call |+1 (405) 366-5402 |now");
    CHECK(tailored("tel. 04 73 42 63 63.") == "tel. |04 73 42 63 63.");
}

TEST_CASE("a typed hyphen ends a line only after four letters") {
    CHECK(tailored("a non-profit network") == "a |non-profit |network");
    CHECK(tailored("a 19th-century kiosk") == "a |19th-|century |kiosk");
    CHECK(tailored("(non-profit)") == "(non-profit)");
    CHECK(tailored("Clermont-Ferrand") == "Clermont-|Ferrand");
    CHECK(tailored("Notre-Dame-de-l'Assomption", "fr") == "Notre-|Dame-|de-l'Assomption");
    CHECK(tailored("Saint-Jean-d’Angély", "fr") == "Saint-|Jean-d’Angély");
    CHECK(tailored("state-of-the-art Stoke-on-Trent") == "state-|of-the-art |Stoke-|on-Trent");
    CHECK(tailored("Villeneuve-la") == "Villeneuve-la");
    CHECK(tailored("50\u00A0km-long") == "50\u00A0km-long");
}

TEST_CASE("a soft hyphen before a word is no place for a line end") {
    CHECK(tailored("the \u00ADNorman visit") == "the |\u00ADNorman |visit");
    CHECK(tailored("\u00ADNorman (\u00ADSeika)") == "\u00ADNorman |(\u00ADSeika)");
    CHECK(tailored("“\u00ADSeika” at\u00A0\u00ADArezzo") == "“\u00ADSeika” |at\u00A0\u00ADArezzo");
    CHECK(tailored("inter\u00ADnational") == "inter\u00AD|national");
}

TEST_CASE("a slash ends a line only between longer words") {
    CHECK(tailored("and/or") == "and/or");
    CHECK(tailored("100\u00A0km/h") == "100\u00A0km/h");
    CHECK(tailored("municipal/regional") == "municipal/|regional");
}

TEST_CASE("no line begins with a dash that follows its word") {
    CHECK(tailored("word—word") == "word—|word");
    CHECK(tailored("1984–1990") == "1984–|1990");
    for (const char* range : {"17–19", "7–9", "17.–19.", "08–14"}) CHECK(tailored(range) == range);
}

TEST_CASE("text without exceptions is left as it was") {
    CHECK(tailored("the sister cities") == "the |sister |cities");
}

TEST_CASE("threads share the iterators") {
    std::vector<int> wrong(4, 0);
    std::vector<std::thread> threads;
    const std::string expected = raw("京都。「精華」シャツ", "ja");
    for (int& mine : wrong)
        threads.emplace_back([&] {
            for (int i = 0; i < 200; ++i) mine += raw("京都。「精華」シャツ", "ja") == expected ? 0 : 1;
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(wrong == std::vector<int>(4, 0));
}

TEST_CASE("no line ends within a date or a time of day between a number and what it counts") {
    CHECK(tailored("2027年3月31日～4月1日", "ja") == "2027年|3月31日|～|4月1日");
    CHECK(tailored("9時30分に", "ja") == "9時30分|に");
    CHECK(tailored("第3号の", "ja").find("3|号") == std::string::npos);
    CHECK(tailored("3人", "ja") == "3|人");
    CHECK(tailored("19日水曜日に", "ja") == "19日|水曜日|に");
    CHECK(tailored("翌日", "ja") == "翌日");
}

TEST_CASE("a reading in brackets stays whole, a longer remark does not") {
    CHECK(tailored("花子（はなこ）と", "ja") == "花|子|（はなこ）|と");
    CHECK(tailored("（ここでは、あとから）", "ja").find("こ|こ") != std::string::npos);
}

TEST_CASE("no line ends within a Korean word, nor between a figure or a bracket and what belongs to it") {
    CHECK(tailored("세이카정은 교토부 남부에", "ko") == "세이카정은 |교토부 |남부에");
    CHECK(tailored("2027년 5월의 Norman시(市)에서", "ko") == "2027년 |5월의 |Norman시|(市)에서");
}
