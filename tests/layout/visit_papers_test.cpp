// The sheets that a delegation is handed: what they hold, that long lists and names find room, and how they are read.
#include <algorithm>

#include "visit_paper.hpp"

using namespace brochure;
using namespace composing;

TEST_CASE("eighty participants with names of sixty letters fill pages whose heads are repeated (R8)") {
    const std::string family(59, 'm'), given = "Ann";
    const Made made = paper("participants", people(80, family, given));
    REQUIRE(made.publication);
    CHECK(made.publication->pages.size() > 2);
    const std::string words = all_words(made);
    for (int i = 0; i < 80; ++i) CHECK(times(words, "山田" + std::to_string(i)) >= 1);
    for (std::size_t page = 0; page < made.publication->pages.size(); ++page) {
        INFO(page);
        CHECK(made.run(page, "Name"));
        CHECK(made.run(page, "Role"));
    }
    CHECK(made.run(0, "Guests"));
    CHECK(times(words, "(continued)") >= 1);
    check_tags(made);
}

TEST_CASE("guests stand under their heading and hosts under theirs, names in both scripts on one baseline") {
    const Made made = paper("participants", people(2, "Yamada", "Hanako"));
    REQUIRE(made.publication);
    const auto* guest = made.run(0, "Hanako Yamada0");
    const auto* host = made.run(0, "Hanako Yamada1");
    REQUIRE(guest);
    REQUIRE(host);
    CHECK(made.run(0, "Guests")->origin.y < guest->origin.y);
    CHECK(guest->origin.y < made.run(0, "Hosts")->origin.y);
    CHECK(made.run(0, "Hosts")->origin.y < host->origin.y);
    REQUIRE(made.run(0, "山田"));
    CHECK(made.run(0, "山田")->origin.y == guest->origin.y);
    CHECK(all_words(made).find("山田0 花子") != std::string::npos);  // the family name first
}

TEST_CASE("in the second language's columns a name and a role without a version of their own are printed as they are") {
    const std::string french =
        "visit:\n  title: {en: Programme, fr: Programme}\n  dates: {from: 2027-05-17, to: 2027-05-19}\n  host: home\n"
        "  guest: seika\n  languages: [en, fr]\n";
    const std::string list =
        "  people:\n    - {family: Dupont, given: Anne, role: {en: Mayor, fr: Maire}}\n"
        "    - {family: Doe, given: Jane, role: {en: Chair}}\n";
    const Made table = paper("participants", list, "en", "", french);
    REQUIRE(table.publication);
    for (const std::string words : {"Anne Dupont", "Jane Doe", "Chair"}) {
        INFO(words);
        CHECK(times(all_words(table), words) == 2);
    }
    // One below the other nothing is said twice.
    const Made large = paper("participants", list, "en", "", french, "large-print");
    REQUIRE(large.publication);
    for (const std::string words : {"Anne Dupont", "Jane Doe", "Chair"}) CHECK(times(all_words(large), words) == 1);
}

TEST_CASE("a letter without a picture begins at the head of the page") {
    const Made letter = paper("welcome", "  welcome: {text: {en: We are glad.}, signer: Jane Doe}\n");
    REQUIRE(letter.publication);
    Length highest = 792_pt;
    for (const auto& item : letter.publication->pages.front().items)
        if (const auto* run = std::get_if<page::PlacedRun>(&item)) highest = std::min(highest, run->origin.y);
    CHECK(highest.pt() == 60);
}

TEST_CASE("the fact sheet computes distance and time difference, in the reader's units first") {
    const std::string facts = "  facts: [{label: {en: Money, ja: 通貨}, value: {en: Dollar, ja: ドル}, source: s}]\n";
    const Made english = paper("facts", facts), japanese = paper("facts", facts, "ja");
    REQUIRE(english.publication);
    const std::string words = all_words(english), other = all_words(japanese);
    INFO(words << other);
    CHECK(times(words, "+14") == 1);
    CHECK(times(words, "2:00\u00A0a.m.") == 1);  // 12:00 in Norman, in May
    CHECK(words.find("mi") < words.find("km"));
    CHECK(other.find("km") < other.find("mi"));
    CHECK(times(words, "Dollar") == 1);
    check_tags(english);
}

TEST_CASE("a letter of welcome of any length is printed to its end, then who signs it") {
    for (const int sentences : {3, 400}) {
        std::string text;
        for (int i = 0; i < sentences; ++i) text += "We are glad " + std::to_string(i) + " times. ";
        const Made made =
            paper("welcome", "  welcome: {text: {en: \"" + text + "\"}, signer: Jane Doe, office: {en: Mayor}}\n");
        REQUIRE(made.publication);
        const std::string words = all_words(made);
        CHECK(times(words, "glad") == static_cast<std::size_t>(sentences));
        CHECK(times(words, "Jane Doe") == 1);
        CHECK(words.find("Jane Doe") > words.rfind("times"));
        CHECK(times(words, "Mayor") == 1);
        check_tags(made);
    }
}

TEST_CASE("the letterhead parts Latin names by a comma in Chinese too") {
    const std::string begins =
        "visit:\n  title: {zh: 访问}\n  dates: {from: 2027-05-17, to: 2027-05-19}\n  host: home\n  guest: seika\n"
        "  languages: [zh]\n";
    const Made letter = paper("welcome", "  welcome: {text: {zh: 欢迎。}}\n", "zh", "", begins);
    REQUIRE(letter.publication);
    CHECK(letter.words(0).find("Norman, R") != std::string::npos);
}

TEST_CASE("a title stands with the name wherever somebody is named, unless the role says it") {
    const std::string one =
        "  people: [{family: {en: Doe, ja: 田中}, given: {en: Jane, ja: 花子}, title: {en: Mayor, ja: 町長}, role: "
        "{en: "
        "Physician, ja: 町長}}]\n  itinerary: [{date: 2027-05-17, start: 9:00, title: {en: A, ja: あ}}]\n";
    for (const std::string document : {"badges", "tents", "certificate", "participants", "programme"}) {
        INFO(document);
        const Made made = paper(document, one);
        REQUIRE(made.publication);
        const std::string words = made.words(0);
        CHECK(words.find("Mayor Jane Doe") != std::string::npos);
        const auto first = words.find("町長");
        CHECK(first != std::string::npos);
        // On a tent the name is addressed with its title.
        if (document != "tents" && first != std::string::npos)
            CHECK(words.find("町長", first + 1) == std::string::npos);
    }
}

TEST_CASE("an entry on the clocks of another city says so, and what the host's clocks then show") {
    const auto entry = [](const std::string& more) {
        return "  itinerary: [{date: 2027-05-17, start: 9:00, title: {en: A, ja: あ}, place: {en: Hall, ja: 会館}" +
               more + "}]\n";
    };
    const auto words = [&](const std::string& more) {
        const Made made = paper("programme", entry(more));
        REQUIRE(made.publication);
        return made.words(0);
    };
    CHECK(words(", zone: Asia/Tokyo").find("09:00 (Seika) = 19:00 \u22121 (Norman)") != std::string::npos);
    CHECK(words(", zone: America/Los_Angeles").find("09:00 (Los Angeles) = 11:00 (Norman)") != std::string::npos);
    CHECK(words(", zone: America/Chicago").find("(Norman)") == std::string::npos);
    CHECK(words("").find("(Norman)") == std::string::npos);
}

TEST_CASE("an entry ends by the clocks of its zone: over a change of them, past midnight, at midnight") {
    const auto words = [&](const std::string& item, const std::string& days = "2027-03-13, to: 2027-03-15") {
        const std::string usual = visit_head;
        const auto dates = usual.find("2027-05-17, to: 2027-05-19");
        const Made made = paper("programme", "  itinerary: [{title: {en: A, ja: あ}, " + item + "}]\n", "en", "",
                                usual.substr(0, dates) + days + usual.substr(dates + 26));
        REQUIRE(made.publication);
        return made.words(0);
    };
    // Norman's clocks go from 2:00 to 3:00 on that day, and on November 7 from 2:00 back to 1:00 (tzdata).
    CHECK(words("date: 2027-03-14, start: 1:30, duration: 3 h").find("–05:30") != std::string::npos);
    CHECK(words("date: 2027-03-14, start: 1:30, duration: 3 h, zone: Asia/Tokyo").find("–04:30") != std::string::npos);
    CHECK(words("date: 2027-11-07, start: 0:30, duration: 3 h", "2027-11-06, to: 2027-11-08").find("–02:30") !=
          std::string::npos);
    CHECK(words("date: 2027-03-13, start: 22:00, duration: 3 h").find("–01:00 +1") != std::string::npos);
    CHECK(words("date: 2027-03-13, start: 22:00, duration: 2 h").find("–24:00") != std::string::npos);
    CHECK(words("date: 2027-03-13, start: 22:00, end: 24:00").find("–24:00") != std::string::npos);
    CHECK(words("date: 2027-03-13, start: 9:00, end: 10:15").find("–10:15") != std::string::npos);
}

TEST_CASE("each part of a line is tagged with the language that it really is in") {
    // Words begin with the language that they were written in; what names none is in the visit's first, Japanese.
    const std::string begins =
        "visit:\n  title: {ja: 予定, ko: 일정}\n  subtitle: {en: En-subtitle}\n  dates: {from: 2027-05-17, to: "
        "2027-05-19}\n"
        "  host: home\n  guest: seika\n  languages: [ja, ko]\n";
    const std::string visit =
        "  people:\n"
        "    - {id: a, family: {en: En-family}, given: {en: En-given}, title: {fr: Fr-title}, role: {en: En-role}, "
        "phone: {value: \"+1 405 555 0100\", level: delegation}}\n"
        "    - {id: b, side: host, family: {ja: 山田, ko: 야마다}, given: {en: En-half, ja: 花子, ko: 하나코}, role: "
        "Ja-role}\n"
        "  places: {hall: {name: {en: En-hall}, address: {fr: Fr-address}}}\n"
        "  itinerary:\n"
        "    - {date: 2027-05-17, start: 9:00, title: {ja: 歓迎, ko: 환영}, place: hall, spot: {fr: Fr-spot}, contact: "
        "a, "
        "transport: {en: En-bus}, note: Ja-note, zone: Asia/Tokyo}\n"
        "    - {date: 2027-05-18, start: 9:00, title: {en: En-event}, place: {ja: 会館, en: En-not-this}, spot: {en: "
        "En-spot}, status: planned, contact: b}\n"
        "  lodging: [{from: 2027-05-17, place: hall, note: {en: En-note}}]\n"
        "  flights: [{title: {en: En-flight}, legs: [{from: {airport: KIX, city: {en: En-osaka}, time: 2027-05-17 "
        "10:00, "
        "zone: Asia/Tokyo}, to: {airport: OKC, city: {fr: Fr-oklahoma}, time: 2027-05-17 12:00, zone: "
        "America/Chicago}}]}]\n"
        "  gifts: [{title: {en: En-gift}, text: {fr: Fr-for}}]\n  emergency: [{label: {en: En-police}, phone: "
        "\"911\"}]\n  welcome: {text: {en: En-text}}\n"
        "  facts: [{label: {en: En-label}, value: {fr: Fr-value}}]\n";
    for (const std::string document : {"programme", "participants", "facts", "emergency", "contacts", "badges", "tents",
                                       "certificate", "briefing"}) {
        INFO(document);
        const Made made = paper(document, visit, "ja", "", begins);
        REQUIRE(made.publication);
        const auto& tree = made.publication->structure;
        std::size_t seen = 0;
        for (const auto& page : made.publication->pages)
            for (const auto& item : page.items) {
                const auto* placed = std::get_if<page::PlacedRun>(&item);
                if (!placed) continue;
                std::string tagged = placed->run.lang;
                for (auto at = placed->element; at.index > 0;) {
                    const auto& element = tree.at(static_cast<std::size_t>(at.index));
                    if (!element.lang.empty()) {
                        tagged = element.lang;
                        break;
                    }
                    at = element.parent;
                }
                for (const std::string lang : {"en", "fr", "ja"}) {
                    const std::string begin = {static_cast<char>(lang[0] - 'a' + 'A'), lang[1], '-'};
                    if (placed->run.text.find(begin) == std::string::npos) continue;
                    INFO(placed->run.text);
                    ++seen;
                    CHECK(placed->run.lang == lang);
                    CHECK(tagged.substr(0, 2) == lang);
                }
            }
        CHECK(seen > 0);
    }
}

TEST_CASE("a private lodging leaves neither a heading nor an empty row in the facts") {
    const std::string places = "  places: {home: {name: {en: Secret home}, level: host}}\n";
    const std::string facts = "  facts: [{label: {en: Money}, value: {en: Dollars}}]\n";
    const auto words = [&](const std::string& lodging) {
        const Made made = paper("facts", places + facts + "  lodging: [" + lodging + "]\n");
        REQUIRE(made.publication);
        return all_words(made);
    };
    CHECK(words("{from: 2027-05-17, place: {en: Hotel}}").find("Where you stay") != std::string::npos);
    CHECK(words("{from: 2027-05-17, place: home}").find("Where you stay") == std::string::npos);
}

TEST_CASE("a name too long to have its reading above it has it in brackets") {
    const auto list = [](const std::string& family, const std::string& reading) {
        const Made made =
            paper("participants", "  people: [{family: {en: Doe, ja: " + family + "}, given: {en: Jane, ja: 花子}, " +
                                      "reading: {ja: " + reading + " はなこ}, role: {en: Member, ja: 議員}}]\n");
        CHECK_FALSE(made.found.has_errors());
        return made.publication ? made.words(0) : std::string{};
    };
    CHECK(list("田中", "たなか").find("（") == std::string::npos);
    CHECK(list("勘解由小路左衛門三郎兵衛", "かでのこうじさえもんさぶろうひょうえのすけのかみのじょう").find("（") !=
          std::string::npos);
}

TEST_CASE("the briefing names a flight without a title by its ends, and a birthday by the language's rules") {
    const Made made = paper("briefing",
                            "  flights: [{booking: ABC123, legs: [{from: {airport: KIX, time: 2027-05-16 22:30, zone: "
                            "Asia/Tokyo}, to: {airport: OKC, time: 2027-05-17 05:20, zone: America/Chicago}}]}]\n"
                            "  people: [{family: Doe, given: Jane, born: 1980-04-01, note: {en: quiet}}]\n");
    REQUIRE(made.publication);
    const std::string words = all_words(made);
    INFO(words);
    CHECK(words.find("KIX\u00A0\u2013 OKC") != std::string::npos);
    CHECK(words.find("ABC123") != std::string::npos);
    CHECK(words.find("born April\u00A01, 1980") != std::string::npos);
    check_tags(made);
}

TEST_CASE("facts hold what is noted of an emergency number and of the place where the guests sleep") {
    const std::string visit =
        "  places: {inn: {name: {en: Inn, ja: 宿}, note: {en: Ring twice, ja: 呼鈴}}}\n"
        "  lodging: [{from: 2027-05-17, nights: 1, place: inn}]\n  emergency:\n"
        "    - {label: {en: Help, ja: 緊急}, phone: \"911\", note: {en: At once, ja: 至急}}\n"
        "    - {label: {en: Desk, ja: 受付}, phone: \"+1 555 0100\"}\n";
    const auto words = all_words(paper("facts", visit));
    for (const std::string part : {"Ring twice", "At once", "911", "+1 555 0100"}) {
        INFO(part << " in " << words);
        CHECK(times(words, part) == 1);
    }
}

TEST_CASE("a title in no language stands before the name in both halves, one of a language in its own") {
    const auto words = [](const std::string& title) {
        return all_words(paper(
            "programme", "  people: [{id: a, family: {en: Doe, ja: ドウ}, given: {en: Jane, ja: ジェーン}, title: " +
                             title + "}]\n  itinerary: [{date: 2027-05-17, title: T}]\n"));
    };
    CHECK(times(words("Professor"), "Professor") == 2);
    CHECK(times(words("{en: Professor}"), "Professor") == 1);
}

TEST_CASE("the facts tell when both cities are awake, again from the day on which the clocks change") {
    const Made one = paper("facts", "  facts: [{label: Water, value: Good}]\n");
    REQUIRE(one.publication);
    const std::string words = all_words(one);
    CHECK(times(words, "Hours awake in both cities") == 1);
    CHECK(words.find("18\u201321 in Norman, 08\u201311 in Seika") != std::string::npos);  // 14 hours ahead
    std::string begins = visit_head;
    begins.replace(begins.find("{from: 2027-05-17, to: 2027-05-19}"), 34, "{from: 2027-11-05, to: 2027-11-09}");
    const Made two = paper("facts", "  facts: [{label: Water, value: Good}]\n", "en", "", begins);
    REQUIRE(two.publication);
    CHECK(times(all_words(two), "Hours awake in both cities") == 2);
}

TEST_CASE("in Arabic the hours follow the colon, and the ends of a range are read from the right") {
    const std::string begins =
        "visit:\n  title: {en: Q, ar: س}\n  dates: {from: 2027-05-17, to: 2027-05-19}\n  host: home\n  guest: seika\n"
        "  languages: [en, ar]\n";
    const Made made =
        paper("facts", "  facts: [{label: {en: Water, ar: ماء}, value: {en: Good, ar: جيد}}]\n", "ar", "", begins);
    REQUIRE(made.publication);
    const auto* heading = made.run(0, "المشتركة");
    REQUIRE(heading);
    const auto left_of = [&](const std::string& words) {
        for (const auto& item : made.publication->pages[0].items)
            if (const auto* run = std::get_if<page::PlacedRun>(&item); run && run->origin.y == heading->origin.y)
                if (run->run.text.find(words) != std::string::npos) return run->origin.x.pt();
        FAIL("nowhere: " << words);
        return 0.0;
    };
    CHECK(left_of(":") < heading->origin.x.pt());
    CHECK(left_of("18") < left_of(":"));
    CHECK(left_of("21") < left_of("18"));
}

TEST_CASE("where the sun does not set on some of the days the facts say so") {
    const std::string north =
        "city:\n  name: Troms\u00F8\n  country: NO\n  coordinates: [69.65, 18.96]\n  zone: Europe/Oslo\n  source: s\n"
        "  text: T.\n";
    const auto facts_of = [&](const std::string& dates) {
        return all_words(compose(
            {.files = {{"content/organisation.yaml", at_home},
                       {"content/cities/north.yaml", north},
                       {"content/publications.yaml", publication("[cover]")},
                       {"content/visits/v.yaml",
                        "visit:\n  title: V\n  dates: " + dates +
                            "\n  host: north\n  guest: home\n"
                            "  languages: [en]\n  documents: [facts]\n  facts: [{label: Water, value: Good}]\n"}},
             .design = "visit",
             .lang = "en",
             .document = "facts"}));
    };
    // It sets last in the night to 18 May and rises again on 26 July; the polar night is from 27 November to 15
    // January.
    CHECK(times(facts_of("{from: 2027-06-10, to: 2027-06-14}"), "the sun does not set") == 2);
    CHECK(times(facts_of("{from: 2027-12-10, to: 2027-12-10}"), "the sun does not rise") == 1);
    const std::string words = facts_of("{from: 2027-05-14, to: 2027-05-22}");
    INFO(words);
    CHECK(times(words, "the sun does not set") == 2);  // from the day on which it begins, and on the last
    CHECK(times(words, "May\u00A022") == 1);
}

TEST_CASE("paragraphs in two languages beside each other are no table, whose columns nothing would head") {
    const Made made = paper("welcome", "  welcome: {text: {en: We are glad., ja: 喜び}, signer: Jane Doe}\n", "en", "",
                            visit_head + "  notice: {en: An example., ja: 例}\n");
    REQUIRE(made.publication);
    for (const auto& element : made.publication->structure) CHECK(element.role != page::Role::table);
}
