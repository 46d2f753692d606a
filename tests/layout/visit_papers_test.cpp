// The documents that a delegation is handed: what they hold, that long lists and names find room, and how they are
// read.
#include <algorithm>

#include "composing.hpp"
#include "torture_visit.hpp"

using namespace brochure;
using namespace composing;

namespace {

const std::string head =
    "visit:\n  title: {en: Programme, ja: 予定}\n  dates: {from: 2027-05-17, to: 2027-05-19}\n  host: home\n"
    "  guest: seika\n  languages: [en, ja]\n";
const std::string seika =
    "city:\n  name: Seika\n  country: JP\n  coordinates: [34.76, 135.79]\n  zone: Asia/Tokyo\n  source: s\n  text: "
    "T.\n";

// The first of a visit's publications that is this document, in `lang`.
Made paper(const std::string& document, const std::string& visit, const std::string& lang = "en",
           const std::string& paper = "", const std::string& begins = head, const std::string& design_name = "visit") {
    namespace fs = std::filesystem;
    const fs::path root = fs::temp_directory_path() / ("visit-papers-" + std::to_string(getpid()));
    const std::map<std::string, std::string> written{
        {"content/organisation.yaml", at_home},
        {"content/cities/seika.yaml", seika},
        {"content/publications.yaml", publication("[cover]")},
        {"content/visits/v.yaml", begins + "  documents: [" + document + "]\n" + paper + visit}};
    for (const auto& [path, text] : written) {
        fs::create_directories((root / path).parent_path());
        std::ofstream{root / path} << text;
    }
    SourceFiles files;
    Diagnostics found;
    const auto content = content::read(root, files, 1, found);
    fs::remove_all(root);
    const auto shipped = [&](const std::string& path) {
        return files.add(path, std::string{design::embedded().at(path)});
    };
    const auto design = design::read(shipped("content/designs/" + design_name + ".yaml"), files, found);
    const auto manifest = design::read_fonts(shipped("fonts/fonts.yaml"), files, found);
    for (const auto& one : found.all())
        if (one.severity == Severity::error) UNSCOPED_INFO(one.text << " (" << one.hint << ")");
    REQUIRE_FALSE(found.has_errors());
    const auto one = std::find_if(content.publications.begin(), content.publications.end(),
                                  [&](const auto& each) { return each.document == document && each.lang == lang; });
    REQUIRE(one != content.publications.end());
    text::Fonts fonts{manifest, {}};
    layout::Job job;
    job.publication = &*one;
    job.lang = lang;
    Made made;
    made.publication = layout::compose(content, design, job, {}, fonts, made.found, &made.explained);
    for (const auto& each : made.found.all()) UNSCOPED_INFO(each.text << " (" << each.hint << ")");
    return made;
}

std::string people(int count, const std::string& family, const std::string& given) {
    std::string all = "  people:\n";
    for (int i = 0; i < count; ++i)
        all += "    - {id: p" + std::to_string(i) + ", family: {en: " + family + std::to_string(i) + ", ja: 山田" +
               std::to_string(i) + "}, given: {en: " + given + ", ja: 花子}, role: {en: Member, ja: 団員}" +
               (i % 2 ? ", side: host" : "") + "}\n";
    return all;
}

std::string all_words(const Made& made) {
    std::string all;
    for (std::size_t i = 0; i < made.publication->pages.size(); ++i) all += made.words(i) + "\n";
    return all;
}

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++count;
    return count;
}

// Every row of every table has the same cells as the others of it, and there is one H1.
void check_tags(const Made& made, std::size_t titles = 1) {
    const auto& tree = made.publication->structure;
    std::size_t found = 0;
    for (const auto& element : tree) {
        found += element.role == page::Role::h1 ? 1U : 0U;
        if (element.role != page::Role::table) continue;
        std::size_t cells = 0;
        for (const auto child : element.children) {
            const auto& row = tree.at(static_cast<std::size_t>(child.index));
            CHECK(row.role == page::Role::row);
            if (cells == 0) cells = row.children.size();
            CHECK(row.children.size() == cells);
        }
        CHECK(cells > 0);
    }
    CHECK(found == titles);
}

}  // namespace

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

TEST_CASE("a list in large print that goes on over a page names itself again; on cards its heading does") {
    std::string numbers = "  emergency:\n", phrases = "  phrases:\n";
    for (int i = 0; i < 24; ++i) {
        numbers += "    - {label: {en: Office " + std::to_string(i) + ", ja: 事務局}, phone: \"911\"}\n";
        phrases += "    - {text: {en: \"Where is house " + std::to_string(i) + "?\", ja: どこですか。}}\n";
    }
    const Made large = paper("phrases", phrases, "en", "", head, "large-print");
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

TEST_CASE("a letter without a picture begins at the head of the page") {
    const Made letter = paper("welcome", "  welcome: {text: {en: We are glad.}, signer: Jane Doe}\n");
    REQUIRE(letter.publication);
    Length highest = 792_pt;
    for (const auto& item : letter.publication->pages.front().items)
        if (const auto* run = std::get_if<page::PlacedRun>(&item)) highest = std::min(highest, run->origin.y);
    CHECK(highest.pt() == 60);
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
        const std::string usual = head;
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
