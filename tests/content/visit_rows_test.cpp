#include "content/visit.hpp"

#include "project.hpp"

using namespace brochure;
using namespace brochure::content;

namespace {

const std::string frame =
    "visit:\n  title: T\n  dates: {from: 2027-05-17, to: 2027-05-17}\n  host: home\n  guest: lyon\n"
    "  languages: [en, ja]\n  unreviewed: [ja]\n";

struct Outcome {
    SourceFiles files;
    Diagnostics found;
    std::vector<Visit> visits;
    std::string faults;
    Outcome(const std::string& more, const std::string& name, const std::string& table,
            const std::string& languages = "[en, ja]") {
        std::string visit = frame + more;
        visit.replace(visit.find("[en, ja]"), 8, languages);
        Project project;
        project.file("content/organisation.yaml", small_organisation)
            .file("content/publications.yaml", small_publications)
            .file("content/cities/lyon.yaml", "city: {name: Lyon, country: FR}\n")
            .file("content/visits/x.yaml", visit)
            .file("content/visits/" + name, table);
        visits = read(project.folder(), files, 1, found).visits;
        faults = told(found, files);
    }
    const Visit& visit() const { return visits.at(0); }
};

std::string in(const Text& text, const std::string& lang) {
    const auto* version = text.find(lang);
    return version == nullptr ? "" : version->lang + ":" + plain(version->value);
}

}  // namespace

TEST_CASE("people come from a spreadsheet: any capitals, languages and levels as columns") {
    const Outcome read(
        "  people: people.csv\n", "people.csv",
        "\xEF\xBB\xBF"
        "ID;Family;family (ja);Given;Role.en;role.JA;Side;Group;Minor;Phone;phone.level;Diet;diet.ja;"
        ";\r\n"
        "one;Yamada;山田;Hanako;Head;団長;;Blue, Red;FALSE;+81 75 000 0000;delegation;no fish;魚は不可;;\r\n"
        "two;Doe;;Jane;\"Chair,\r\nwith *care*\";;HOST;;;;;;;;\r\n");
    // "HOST" is not a word of the list: the one fault.
    INFO(read.faults);
    CHECK(read.faults.rfind("content/visits/people.csv:4:15: error: 'side' wants guest or host", 0) == 0);
    REQUIRE(read.visit().people.size() == 2);  // what is good in the row is there
    CHECK(read.visit().people[0].whole);
    CHECK_FALSE(read.visit().people[1].whole);
    CHECK(read.visit().people[1].id->value == "two");
    const auto& one = read.visit().people[0];
    CHECK(one.id->value == "one");
    CHECK(in(one.family, "en") == "en:Yamada");
    CHECK(in(one.family, "ja") == "ja:山田");
    CHECK(in(one.role, "ja") == "ja:団長");
    CHECK(one.groups.size() == 2);
    CHECK(one.groups[1].value == "Red");
    CHECK(one.phone->level == Level::delegation);
    CHECK(one.phone->value == "+81 75 000 0000");
    CHECK(one.diet->level == Level::host);
    CHECK(in(one.diet->value, "ja") == "ja:魚は不可");
    CHECK(in(one.diet->value, "en") == "en:no fish");
    CHECK_FALSE(one.minor->value);
    CHECK(full_name(one, "ja") == "Hanako Yamada");  // only the family name has that script
    CHECK(name_language(one, "ja") == "en");
    CHECK(full_name(one, "en") == "Hanako Yamada");
}

TEST_CASE("foreign names in katakana keep their order, a dot between their parts, however their hyphen is typed") {
    const Outcome read("  people: people.csv\n", "people.csv",
                       "family.ja,given.ja\r\nデュポン,ジャン＝バティスト\r\nサン゠テグジュペリ,ジャン\r\n"
                       "ボールドウィン,J・B・ジャン\r\n山田,花子\r\n");
    REQUIRE(read.visit().people.size() == 4);
    const auto called = [&](std::size_t i) { return full_name(read.visit().people[i], "ja"); };
    CHECK(called(0) == "ジャン＝バティスト・デュポン");
    CHECK(called(1) == "ジャン・サン゠テグジュペリ");
    CHECK(called(2) == "J・B・ジャン・ボールドウィン");
    CHECK(called(3) == "山田 花子");
}

TEST_CASE("a reading in the name's own language stands above family and given name, each under its own") {
    const Outcome read("  people: people.csv\n", "people.csv",
                       "family,family.ja,given,given.ja,reading.ja,reading.en\r\n"
                       "Yamada,山田,Hanako,花子,やまだ はなこ,yah-mah-dah\r\n"
                       "Sato,佐藤,Mari,まり,さとう まり,\r\n"
                       "Mori,森,Ken,健,もりけん,\r\n");
    REQUIRE(read.visit().people.size() == 3);
    const auto& people = read.visit().people;
    CHECK(name_with_reading(people[0], "ja") == "\uFFF9山田\uFFFAやまだ\uFFFB \uFFF9花子\uFFFAはなこ\uFFFB");
    CHECK(name_with_reading(people[0], "en") == "Hanako Yamada");
    CHECK(name_with_reading(people[0], "fr") == full_name(people[0], "fr"));
    CHECK(name_with_reading(people[1], "ja") == "\uFFF9佐藤\uFFFAさとう\uFFFB まり");  // kana need none
    CHECK(name_with_reading(people[2], "ja") == "\uFFF9森 健\uFFFAもりけん\uFFFB");
    CHECK(full_name(people[0], "ja") == "山田 花子");
}

TEST_CASE("an itinerary comes from a spreadsheet, texts with quoted line ends and markup in them") {
    const Outcome read("  itinerary: itinerary.csv\n  places: {hall: {name: City Hall}}\n", "itinerary.csv",
                       "date,start,end,title,title.ja,place,staff note\r\n"
                       "2027-05-17,09:00:00,10:30,\"Talk, and\r\nlunch\",講演,City Hall,chairs\r\n");
    CHECK(read.faults == "");
    REQUIRE(read.visit().itinerary.size() == 1);
    const auto& item = read.visit().itinerary[0];
    CHECK(item.start->value == std::chrono::minutes{540});
    CHECK(in(item.title, "en") == "en:Talk, and lunch");
    CHECK(in(item.place->name, "ja") == "en:City Hall");
    CHECK(item.staff_note->level == Level::staff);
    const auto where = item.title.versions.at(0).value.where;
    CHECK(where.line == 2);
    CHECK(where.column == 27);
}

TEST_CASE("faults in a table name its line and column, and columns that nobody knows are guessed at") {
    const Outcome read("  itinerary: itinerary.csv\n", "itinerary.csv",
                       "date;strat;title;title;;zone;title.fr.x\n"
                       "5/17/2027;9;A <b> tag;x;y;Asia/Tokio;\n"
                       ";;;;;;\n"
                       "2027-05-17;;;;;Asia/Tokyo;\n");
    CHECK(read.faults ==
          "content/visits/itinerary.csv:1:6: error: unknown key 'strat' in 'itinerary' (did you mean 'start'?)\n"
          "content/visits/itinerary.csv:1:18: error: the column 'title' stands here twice (leave one of them out)\n"
          "content/visits/itinerary.csv:1:24: error: this column has cells but no head (name it after a field of "
          "'itinerary')\n"
          "content/visits/itinerary.csv:2:1: error: 'date' wants a day of the calendar, not the text \"5/17/2027\" "
          "(year-month-day, for example 2027-05-14; in a spreadsheet give the column that format)\n"
          "content/visits/itinerary.csv:2:15: error: HTML is not set (write '\\<' for the character itself)\n"
          "content/visits/itinerary.csv:2:27: error: 'zone' wants a name of the IANA time zone database, not the text "
          "\"Asia/Tokio\" (an area and a city, as Europe/Paris or America/Mexico_City)\n"
          "content/visits/itinerary.csv:4:13: error: 'title' is missing from 'itinerary' (for example  title: {en: "
          "Welcome at City Hall, ja: 市庁舎にて歓迎式})\n");
}

TEST_CASE("a table that is not there, and a column that must be") {
    CHECK(Outcome("  people: poeple.csv\n", "people.csv", "family\nOne\n").faults ==
          "content/visits/x.yaml:8:11: error: 'people' names a table that is not there: content/visits/poeple.csv (did "
          "you mean 'people.csv'?)\n");
    CHECK(Outcome("  people: people.csv\n", "people.csv", "given\nOne\n")
              .faults.find("content/visits/people.csv:1:1: error: the table has no column 'family'") == 0);
}

TEST_CASE("a name that names no language is in one that is written in its letters, and keeps that one's order") {
    const Outcome read("  people: people.csv\n", "people.csv",
                       "family,given\r\nDoe,John\r\n山田,花子\r\n김,민수\r\nミラー,アン\r\n", "[ja, en]");
    REQUIRE(read.visit().people.size() == 4);
    const auto& people = read.visit().people;
    for (const char* reader : {"ja", "en", "de"}) {
        INFO(reader);
        CHECK(full_name(people[0], reader) == "John Doe");
        CHECK(full_name(people[1], reader) == "山田 花子");
        CHECK(full_name(people[2], reader) == "김민수");
        CHECK(full_name(people[3], reader) == "アン\u30FBミラー");
    }
    CHECK(name_language(people[0], "ja") == "en");
    CHECK(name_language(people[1], "en") == "ja");
    CHECK(name_language(people[2], "ja") == "ko");
}

TEST_CASE("kanji, kana and hangul tell the order of a name in a visit of other languages too") {
    const Outcome read("  people: people.csv\n", "people.csv",
                       "family,given,reading.ja\r\n山田,花子,やまだ はなこ\r\n王,小明,\r\nドウ,ジェーン,\r\n"
                       "김,민수,\r\n",
                       "[de, fr]");
    REQUIRE(read.visit().people.size() == 4);
    const auto& people = read.visit().people;
    CHECK(full_name(people[0], "de") == "山田 花子");
    CHECK(name_language(people[0], "de") == "ja");
    CHECK(full_name(people[1], "de") == "王 小明");
    CHECK(name_language(people[1], "de") == "und-Hani");
    CHECK(full_name(people[2], "de") == "ジェーン\u30FBドウ");
    CHECK(full_name(people[3], "fr") == "김민수");
}

TEST_CASE("Chinese and Korean names are written in one, Japanese ones with a space") {
    const Outcome read(
        "  people: people.csv\n", "people.csv",
        "family [zh],given [zh],family (ko),given (ko),family.ja,given.ja\r\n王,小明,김,영희,山田,花子\r\n",
        "[zh, ko, ja]");
    REQUIRE(read.visit().people.size() == 1);
    const auto& person = read.visit().people[0];
    CHECK(full_name(person, "zh") == "王小明");
    CHECK(full_name(person, "ko") == "김영희");
    CHECK(full_name(person, "ja") == "山田 花子");
}
