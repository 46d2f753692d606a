// What is cut out of a sheet for a delegation: cards, badges and tents, whatever the names and numbers on them.
#include <algorithm>

#include "torture_visit.hpp"
#include "visit_paper.hpp"

using namespace brochure;
using namespace composing;

TEST_CASE("a phrase card shows the reader's words, those of the others larger, and how they are said") {
    const std::string phrases =
        "  phrases:\n    - {text: {en: Thank you, ja: ありがとう}, reading: {en: ah-ree-gah-toh, ja: サンキュー}}\n";
    const Made english = paper("phrases", phrases), japanese = paper("phrases", phrases, "ja");
    REQUIRE(english.publication);
    REQUIRE(english.run(0, "Thank you"));
    REQUIRE(english.run(0, "ありがとう"));
    REQUIRE(english.run(0, "ree"));
    CHECK_FALSE(english.run(0, "サンキュー"));
    CHECK(english.run(0, "ありがとう")->run.size.pt() >= 16);
    CHECK(english.run(0, "ありがとう")->origin.y == english.run(0, "Thank you")->origin.y);
    REQUIRE(japanese.publication);
    CHECK(japanese.run(0, "サンキュー"));
    CHECK(japanese.run(0, "Thank you")->run.size > japanese.run(0, "ありがとう")->run.size);
    check_tags(english);
}

TEST_CASE("a badge for everybody, a certificate for every guest, names of any length inside the sheet") {
    const std::string longest = "Maximiliana-Wilhelmina-Theodora-Konstantinopolitanskaya-Smith";
    for (const std::string document : {"badges", "tents", "certificate"})
        for (const std::string format : {"", "  paper: a4\n"}) {
            INFO(document << format);
            const Made made = paper(document, people(4, longest, "Ann"), "en", format);
            REQUIRE(made.publication);
            CHECK(made.publication->pages.size() == (document == "certificate" ? 2 : 4));
            check_tags(made, made.publication->pages.size());
            for (const auto& page : made.publication->pages)
                for (const auto& item : page.items)
                    if (const auto* run = std::get_if<page::PlacedRun>(&item)) {
                        CHECK(run->origin.x.pt() >= 0);
                        CHECK((run->origin.x + run->run.advance).pt() <= page.trim.width.pt());
                        CHECK(run->origin.y.pt() <= page.trim.height.pt());
                    }
        }
}

TEST_CASE("of three languages a badge has the one that its bearer has a name in") {
    const std::string begins =
        "visit:\n  title: {en: Programme, fr: Programme, ja: 予定}\n  dates: {from: 2027-05-17, to: 2027-05-19}\n  "
        "host: "
        "home\n  guest: seika\n  languages: [en, fr, ja]\n";
    const std::string visit =
        "  people:\n    - {family: {en: Yamada, ja: 山田}, given: {en: Hanako, ja: 花子}, role: {en: Member, fr: "
        "Membre, "
        "ja: 議員}}\n    - {family: {en: Curie, fr: Curie-Joliot}, given: {en: Eve}, role: {en: Guest, fr: Invitée, "
        "ja: "
        "来賓}}\n    - {family: Doe, given: Jane, role: {en: Clerk, fr: Greffière, ja: 書記}, side: host}\n";
    for (const std::string document : {"badges", "tents"}) {
        const Made made = paper(document, visit, "en", "", begins);
        REQUIRE(made.publication);
        const std::string words = all_words(made);
        INFO(words);
        CHECK(words.find("山田") != std::string::npos);
        CHECK(words.find("議員") != std::string::npos);
        CHECK(words.find("Membre") == std::string::npos);
        CHECK(words.find("Invitée") != std::string::npos);
        CHECK(words.find("来賓") == std::string::npos);
        CHECK(words.find("Greffière") != std::string::npos);  // no name of her own in any: the second
    }
}

TEST_CASE("no name on a badge or tent comes near the role below it, whatever its letters and the lines of both") {
    const std::string begins =
        "visit:\n  title: {en: Badges}\n  dates: {from: 2027-05-10, to: 2027-05-12}\n  host: home\n  guest: seika\n"
        "  languages: [en, ja, ar]\n";
    for (const std::string document : {"badges", "tents"})
        for (const std::string name :
             {"{en: Cohen, ar: كوهين}, given: {en: Ann, ar: آن}",
              "{en: Dupont-Saint-Exup\u00E9ry, ar: دوبون}, given: {en: Jean-Baptiste, ar: جان}",
              "{en: Dupont-Saint-Exup\u00E9ry-de-la-Rochefoucauld, ar: دوبون}, given: {en: "
              "Jean-Baptiste, ar: جان}"})
            for (const std::string role : {"Chair", "Deputy assistant director of international relations"}) {
                INFO(document << " " << name << " " << role);
                const Made made = paper(
                    document, "  people:\n    - {family: " + name + ", role: {en: " + role + ", ar: نائب مدير}}\n",
                    "en", "", begins);
                REQUIRE(made.publication);
                const auto* arabic = made.run(0, name.find("كوهين") == std::string::npos ? "دوبون" : "كوهين");
                const auto* below = made.run(0, role.substr(0, 5));
                REQUIRE((arabic && below));
                // What hangs below Arabic letters, and the Latin ones' height.
                CHECK(below->origin.y - arabic->origin.y >= arabic->run.size * 0.35 + below->run.size * 0.75);
                // Its own side, as where it is the document's second language.
                CHECK(arabic->origin.x > made.publication->pages[0].trim.width / 2.0);
            }
}

TEST_CASE("a name that is the same in both languages stands on a tent once, at the side where the first begins") {
    const std::string begins =
        "visit:\n  title: {ar: زيارة, en: Visit}\n  dates: {from: 2027-05-10, to: 2027-05-12}\n  host: home\n  guest: "
        "seika\n  languages: [ar, en]\n";
    for (const std::string side : {"guest", "host"}) {
        const Made made =
            paper("tents", "  people: [{family: Cohen, given: Miriam, side: " + side + "}]\n", "ar", "", begins);
        REQUIRE(made.publication);
        CHECK(times(all_words(made), "Cohen") == 1);
        const auto* name = made.run(0, "Cohen");
        REQUIRE(name);
        CHECK((name->origin.x + name->run.advance).pt() ==
              Approx(made.publication->pages[0].trim.width.pt() - 24).margin(3));
    }
}

TEST_CASE("a list in large print that goes on over a page names itself again; on cards its heading does") {
    std::string numbers = "  emergency:\n", phrases = "  phrases:\n";
    for (int i = 0; i < 24; ++i) {
        numbers += "    - {label: {en: Office " + std::to_string(i) + ", ja: 事務局}, phone: \"911\"}\n";
        phrases += "    - {text: {en: \"Where is house " + std::to_string(i) + "?\", ja: どこですか。}}\n";
    }
    const Made large = paper("phrases", phrases, "en", "", visit_head, "large-print");
    REQUIRE(large.publication);
    REQUIRE(large.publication->pages.size() > 1);
    for (std::size_t page = 0; page < large.publication->pages.size(); ++page)
        CHECK(times(large.words(page), "Useful words") == 1);
    const Made cards = paper("emergency", numbers);
    REQUIRE(cards.publication);
    REQUIRE(cards.publication->pages.size() > 1);
    for (std::size_t page = 0; page < cards.publication->pages.size(); ++page)
        CHECK(times(cards.words(page), "In an emergency") == 1);
}

TEST_CASE("of several cards each says which it is, and one card alone says nothing of the kind") {
    std::string numbers = "  emergency:\n    - {label: {en: Police, ja: 警察}, phone: \"911\"}\n";
    for (int i = 0; i < 5; ++i)
        numbers += "    - {label: {en: Office, ja: 事務局}, phone: \"+1 000 000 000" + std::to_string(i) + "\"}\n";
    const Made several = paper("emergency", numbers);
    REQUIRE(several.publication);
    const auto all = several.publication->pages.size();
    REQUIRE(all > 1);
    for (std::size_t page = 0; page < all; ++page)
        CHECK(several.run(page, std::to_string(page + 1) + "/" + std::to_string(all)));
    const Made one = paper("emergency", "  emergency: [{label: {en: Police, ja: 警察}, phone: \"911\"}]\n");
    REQUIRE(one.publication);
    CHECK_FALSE(one.run(0, "1/1"));
}

TEST_CASE("a name that would be small on one line of a badge stands larger on two") {
    const auto size_of = [](const std::string& family) {
        const Made badge = paper("badges", "  people: [{family: " + family + ", given: Jean-Baptiste, title: Mme}]\n");
        REQUIRE(badge.publication);
        const auto* run = badge.run(0, "Jean");
        REQUIRE(run);
        return run->run.size.pt();
    };
    CHECK(size_of("Lefèvre-Dubois A") >= 22);
    CHECK(size_of("Li") >= 25);
}

TEST_CASE("wallet cards hold the numbers, the local one first, in both languages") {
    const Made made =
        paper("emergency",
              "  emergency:\n    - {label: {en: Police, ja: 警察}, phone: \"911\"}\n    - {label: {en: Consulate, ja: "
              "領事館}, phone: \"+1 000 000 0000\"}\n  places: {inn: {name: Inn, phone: \"+1 000 000 0007\"}}\n"
              "  lodging: [{from: 2027-05-17, nights: 2, place: inn}]\n");
    REQUIRE(made.publication);
    CHECK(made.publication->pages.front().trim.width.pt() == 252);
    for (const std::string words : {"911", "Police", "警察", "Consulate", "領事館", "0007", "Inn"}) {
        INFO(words);
        CHECK(times(all_words(made), words) == 1);
    }
    CHECK(made.run(0, "911")->origin.y < made.run(0, "Consulate")->origin.y);
    check_tags(made);
}

TEST_CASE("no wallet card is without a row, however long the names on it") {
    std::string people = "  people:\n";
    for (int i = 0; i < 12; ++i)
        people += "    - {family: " + torture::family(i) +
                  ", given: Maria, role: {en: Member of the council}, phone: " + "{value: \"+1 405 555 " +
                  std::to_string(1000 + i) + "\", level: delegation}}\n";
    const Made cards = paper("contacts", people);
    REQUIRE(cards.publication);
    std::size_t numbers = 0;
    for (std::size_t page = 0; page < cards.publication->pages.size(); ++page) {
        INFO("card " << page + 1 << ": " << cards.words(page));
        CHECK(cards.words(page).find("405") != std::string::npos);
        numbers += times(cards.words(page), "405");
    }
    CHECK(numbers >= 12);
}

TEST_CASE("each piece that is cut out has the local number, and the notice of an example") {
    std::string numbers = "  emergency:\n    - {label: {en: Police, ja: 警察}, phone: \"911\"}\n";
    for (int i = 0; i < 9; ++i)
        numbers += "    - {label: {en: Office" + std::to_string(i) + ", ja: 事務局}, phone: \"+1 555 010" +
                   std::to_string(i) + "\"}\n";
    std::string callers = "  people:\n";
    for (int i = 0; i < 7; ++i)
        callers +=
            "    - {id: h" + std::to_string(i) + ", side: host, family: {en: Doe" + std::to_string(i) +
            ", ja: ドウ}, given: {en: Jane, ja: ジェーン}, role: {en: Interpreter, ja: 通訳}, phone: {value: \"+1 "
            "555 020" +
            std::to_string(i) + "\", level: delegation}}\n";
    const std::string notice = "  notice: {en: An example., ja: 記載例です。}\n";
    for (const bool example : {false, true})
        for (const std::string size : {"letter", "a4"})
            for (const std::string document : {"emergency", "contacts", "badges", "tents"}) {
                const Made made =
                    paper(document, (example ? notice : "") + numbers + callers, "en", "  paper: " + size + "\n");
                INFO(document << " " << size << " " << example);
                REQUIRE(made.publication);
                const bool is_card = document == "emergency" || document == "contacts";
                CHECK((!is_card || made.publication->pages.size() > 1));
                for (std::size_t page = 0; page < made.publication->pages.size(); ++page) {
                    INFO(page);
                    CHECK((!is_card || times(made.words(page), "911") == 1));
                    CHECK(times(made.words(page), "An example") == (example ? 1 : 0));
                    CHECK((document == "contacts" || times(made.words(page), "記載例") == (example ? 1 : 0)));
                }
                const std::string words = all_words(made);
                for (int i = 0; document == "emergency" && i < 9; ++i)
                    CHECK(times(words, "010" + std::to_string(i)) == 1);
                for (int i = 0; document == "contacts" && i < 7; ++i)
                    CHECK(times(words, "020" + std::to_string(i)) == 1);
            }
}

TEST_CASE("a card has room for the telephone numbers of any country") {
    std::string people = "  people:\n";
    for (const std::string number : {"+49 1511 2345678", "+86 138 1234 5678", "+55 11 96123 4567", "+44 20 7946 0018"})
        people += "    - {family: Doe, given: Jane, phone: {value: \"" + number + "\", level: delegation}}\n";
    for (const std::string size : {"letter", "a4"}) {
        const Made made = paper("contacts", people, "en", "  paper: " + size + "\n");
        REQUIRE(made.publication);
        CHECK(made.found.all().empty());
    }
}

TEST_CASE("the local number at the foot of a card is a row as the others are") {
    for (const std::string notice : {"", "  notice: {en: An example., ja: 例}\n"}) {
        std::string numbers =
            "  emergency:\n    - {label: {en: \"Police, fire, ambulance\", ja: 警察}, phone: \"911\"}\n";
        for (int i = 1; i < 6; ++i)
            numbers += "    - {label: {en: Office" + std::to_string(i) + ", ja: 局}, phone: \"+1 555 010" +
                       std::to_string(i) + "\"}\n";
        const Made cards = paper("emergency", notice + numbers);
        REQUIRE(cards.publication);
        REQUIRE(cards.publication->pages.size() > 1);
        const auto *other = cards.run(1, "+1 555"), *office = cards.run(1, "Office"), *local = cards.run(1, "911"),
                   *label = cards.run(1, "Police, fire, ambulance"), *second = cards.run(1, "警察");
        REQUIRE((other && office && local && label && second));
        CHECK(local->origin.x == other->origin.x);
        CHECK(label->origin.x == office->origin.x);
        CHECK(second->origin.x == office->origin.x);
        CHECK(local->origin.y == label->origin.y);
        CHECK(second->origin.y.pt() == label->origin.y.pt() + 9);
    }
}

TEST_CASE("on tents and badges what hangs below the larger name does not reach the one below it") {
    const std::string visit =
        "  people:\n    - {family: {en: Jacques, ja: 城}, given: {en: Joy, ja: 弓}, role: {en: Member, ja: 団員}}\n"
        "    - {family: {en: Featherstonehaugh-Cholmondeley, ja: 山田}, given: {en: Gregory James, ja: 花子}, role: "
        "{en: Member, ja: 団員}}\n";
    for (const std::string document : {"tents", "badges"}) {
        const Made made = paper(document, visit);
        REQUIRE(made.publication);
        for (std::size_t i = 0; i < 2; ++i) {
            const auto* first = made.run(i, i == 0 ? "Jacques" : "Cholmondeley");
            const auto* second = made.run(i, i == 0 ? "城" : "山田");
            INFO(document << i);
            REQUIRE(first);
            REQUIRE(second);
            // Vollkorn's descenders are 0.24 em deep, Noto Serif CJK's characters 0.88 em high.
            const double between = (second->origin.y - first->origin.y).pt();
            CHECK(between > 0.24 * first->run.size.pt() + 0.88 * second->run.size.pt());
        }
    }
}
