// The programme of a visit (DESIGN 7.10): two languages row by row, days that stay whole, the emergency numbers last.
#include <functional>
#include <map>

#include "composing.hpp"

using namespace brochure;
using namespace composing;

namespace {

/// `days` days with `items` entries each; `more` further lines of the visit.
std::string visit(int days, int items, const std::string& more = "") {
    std::string text =
        "visit:\n  title: {en: Delegation programme, ja: 訪問団プログラム}\n  dates: {from: 2027-05-01, to: 2027-05-" +
        std::string(days < 10 ? "0" : "") + std::to_string(days) +
        "}\n  host: home\n  guest: colima\n  languages: [en, ja]\n  documents: [programme]\n" + more + "  itinerary:\n";
    for (int day = 1; day <= days; ++day)
        for (int item = 0; item < items; ++item)
            text += "    - {date: 2027-05-" + std::string(day < 10 ? "0" : "") + std::to_string(day) + ", start: \"" +
                    std::to_string(8 + item) + ":00\", title: {en: Event " + std::to_string(day) + "." +
                    std::to_string(item) + " end, ja: 行事}, place: {en: Town hall, ja: 市庁舎}}\n";
    return text;
}

Made made(const std::string& text, const std::string& lang = "en") {
    return compose({.files = {{"content/organisation.yaml", at_home},
                              {"content/publications.yaml", "publications: {}\n"},
                              {"content/cities/colima.yaml", "city: {name: Colima, country: MX, text: A city.}\n"},
                              {"content/visits/spring.yaml", text}},
                    .design = "visit",
                    .lang = lang});
}

std::size_t page_of(const Made& made, const std::string& words) {
    for (std::size_t page = 0; page < made.publication->pages.size(); ++page)
        if (made.run(page, words)) return page;
    FAIL("nowhere: " << words);
    return 0;
}

}  // namespace

TEST_CASE("both languages of an entry stand on the same baseline, the place 12 below, the next entry 36 below") {
    const Made programme = made(visit(1, 3));
    REQUIRE(programme.publication);
    const auto* first = programme.run(0, "Event 1.0");
    const auto* second = programme.run(0, "Event 1.1");
    const auto* place = programme.run(0, "Town hall");
    const auto* japanese = programme.run(0, "行事");
    REQUIRE((first && second && place && japanese));
    CHECK(first->origin.x.pt() == 92);
    CHECK(japanese->origin.x.pt() == 312);
    CHECK(japanese->origin.y == first->origin.y);
    CHECK((place->origin.y - first->origin.y).pt() == 12);
    CHECK((second->origin.y - first->origin.y).pt() == 36);
    const auto* time = programme.run(0, "08:00");
    REQUIRE(time);
    CHECK(time->origin.x.pt() == 48);
    CHECK(time->origin.y == first->origin.y);
}

TEST_CASE("an entry for some says for whom, in both languages, before its place") {
    const Made programme =
        made(visit(1, 0) +
             "    - {date: 2027-05-01, start: 9:00, title: {en: Walk, ja: 散策}, place: {en: Town hall, ja: "
             "市庁舎}, group: [Blue, Green]}\n"
             "    - {date: 2027-05-01, start: 12:00, title: {en: Lunch, ja: 昼食}}\n");
    REQUIRE(programme.publication);
    const auto* walk = programme.run(0, "Blue, Green");
    REQUIRE(walk);
    CHECK(walk->origin.x.pt() == 92);
    const auto* event = programme.run(0, "Walk");
    REQUIRE(event);
    CHECK((walk->origin.y - event->origin.y).pt() == 12);
    CHECK(programme.run(0, "Lunch"));
}

TEST_CASE("a day that fits on a page is not divided; a longer one names itself again in both languages") {
    const Made whole = made(visit(3, 8));
    REQUIRE(whole.publication);
    for (int day = 1; day <= 3; ++day) {
        const std::string name = "Event " + std::to_string(day) + ".";
        CHECK(page_of(whole, name + "0") == page_of(whole, name + "7"));
    }
    const Made one_page = made(visit(1, 15));
    REQUIRE(one_page.publication);
    CHECK(one_page.publication->pages.size() == 1);
    const Made long_day = made(visit(1, 15,
                                     "  welcome: {text: {en: \"Welcome.\\n\\nAll of "
                                     "you.\\n\\nHere.\\n\\nNow.\\n\\nAgain.\\n\\nGladly.\", ja: ようこそ。}}\n"));
    REQUIRE(long_day.publication);
    REQUIRE(long_day.publication->pages.size() == 2);
    CHECK(long_day.run(1, "Event 1.14"));
}

TEST_CASE(
    "of a day too long for a page no entry is set before one that found no room, and the next page names it again") {
    for (int tall = 8; tall < 26; ++tall) {
        std::string text = visit(1, 0);
        for (int i = 0; i < 30; ++i) {
            const std::string minute = i % 2 == 0 ? "00" : "30", number = std::to_string(100 + i);
            text += "    - {date: 2027-05-01, start: \"" + std::to_string(8 + i / 2) + ":" + minute +
                    "\", title: Event " + number +
                    (i == tall ? ", note: " + std::string(10, ' ') +
                                     [] {
                                         std::string words;
                                         for (int k = 0; k < 60; ++k) words += "bring shoes for the mud ";
                                         return words;
                                     }()
                               : "") +
                    "}\n";
        }
        const Made programme = made(text);
        INFO("tall " << tall);
        REQUIRE(programme.publication);
        REQUIRE(programme.publication->pages.size() >= 2);
        std::size_t before = 0;
        for (int i = 0; i < 30; ++i) {
            const std::size_t page = page_of(programme, "Event " + std::to_string(100 + i));
            CHECK(page >= before);
            before = page;
        }
        CHECK(programme.words(1).find("(continued)") != std::string::npos);
        for (const auto& page : programme.publication->pages)
            for (const auto& item : page.items)
                if (const auto* run = std::get_if<page::PlacedRun>(&item); run && run->run.size.pt() > 8)
                    CHECK(run->origin.y.pt() <= 744);
    }
}

TEST_CASE("emergency numbers stand on Night at the foot of the last page, and the folio there is light") {
    const std::string numbers =
        "  emergency:\n    - {label: {en: Police, ja: 警察}, phone: \"911\"}\n    - {label: {en: Office, ja: 事務局}, "
        "phone: \"+1 000 000 0000\"}\n";
    for (const int days : {1, 2, 3}) {
        const Made programme = made(visit(days, 6, numbers));
        REQUIRE(programme.publication);
        const std::size_t last = programme.publication->pages.size() - 1;
        const auto* number = programme.run(last, "911");
        REQUIRE(number);
        CHECK(number->run.size.pt() == 54);
        CHECK(page_of(programme, "911") == last);
        CHECK(page_of(programme, "警察") == last);
        int grounds = 0;
        for (const auto& item : programme.publication->pages[last].items)
            if (const auto* path = std::get_if<page::Path>(&item)) grounds += path->fill == "night" ? 1 : 0;
        CHECK(grounds == 1);
        const auto* foot = programme.run(last, "Delegation programme");
        REQUIRE(foot);
    }
}

TEST_CASE("what a guest must find stands in the second language's column too, in whatever language it is") {
    const Made programme = made(
        "visit:\n  title: {en: Delegation programme, ja: 訪問団プログラム}\n  dates: {from: 2027-05-01, to: "
        "2027-05-01}\n"
        "  host: home\n  guest: colima\n  languages: [en, ja]\n  documents: [programme]\n  people:\n"
        "    - {id: h, family: Doe, given: Jane, side: host}\n  itinerary:\n"
        "    - date: 2027-05-01\n      start: \"9:00\"\n      title: {en: Visit, ja: 訪問}\n      place: {en: Hall}\n"
        "      address: |-\n        1201 Main Street\n        Norman\n      transport: {en: Bus}\n      contact: h\n");
    REQUIRE(programme.publication);
    for (const std::string words : {"1201 Main Street", "Norman", "Bus", "Hall"}) {
        INFO(words << " in " << programme.words(0));
        const std::string all = programme.words(0);
        const auto first = all.find(words);
        REQUIRE(first != std::string::npos);
        CHECK(all.find(words, first + 1) != std::string::npos);
    }
    // An address of several lines is not gone on with in its last one.
    const auto* city = programme.run(0, "Norman");
    const auto* bus = programme.run(0, "Bus");
    REQUIRE((city && bus));
    CHECK(bus->origin.y > city->origin.y);
}

TEST_CASE("a short programme keeps its emergency band on the one page that it has") {
    for (int items = 1; items <= 14; ++items) {
        const Made programme =
            made(visit(1, items, "  emergency: [{label: {en: Police, ja: 警察}, phone: \"911\"}]\n"));
        REQUIRE(programme.publication);
        INFO(items << " items");
        const auto& pages = programme.publication->pages;
        if (pages.size() == 1) continue;
        // A second page holds more than the band, or it was needed.
        const auto* last = programme.run(0, "Event 1." + std::to_string(items - 1));
        if (!last) continue;
        CHECK(last->origin.y.pt() > 792 - 168 - 66);
    }
}

TEST_CASE("where nothing is said between title and days no rule parts them") {
    const auto rules = [](const Made& programme) {
        const auto& items = programme.publication->pages.front().items;
        return std::count_if(items.begin(), items.end(), [](const auto& item) {
            const auto* path = std::get_if<page::Path>(&item);
            return path && path->segments.size() > 1 && !(path->stroke && path->stroke->swatch == "paper") &&
                   (path->segments[1].a.x - path->segments[0].a.x).pt() > 500;
        });
    };
    const Made bare = made(visit(1, 1)), with_notice = made(visit(1, 1, "  notice: {en: Note, ja: 注記}\n"));
    REQUIRE((bare.publication && with_notice.publication));
    CHECK(rules(bare) + 1 == rules(with_notice));
}

TEST_CASE("within a day entries stand in the order in which they happen, whichever clock they are written by") {
    const Made programme =
        made(visit(1, 3, "  people: []\n") +
             "    - {date: 2027-05-01, start: \"23:30\", zone: Asia/Tokyo, title: {en: Call, ja: 電話}}\n");
    REQUIRE(programme.publication);
    const std::string words = programme.words(0);
    INFO(words);
    // 23:30 in Tokyo are 9:30 in Norman, between the events of 9:00 and 10:00.
    const auto call = words.find("Call");
    REQUIRE(call != std::string::npos);
    CHECK(words.find("Event 1.1") < call);
    CHECK(call < words.find("Event 1.2"));
}

TEST_CASE("what another language lacks is left empty there, and is not said in the first") {
    const Made programme = made(visit(1, 1,
                                      "  subtitle: {en: Only in English}\n  people:\n    - {family: {en: Doe}, given: "
                                      "{en: Jane}, role: {en: Mayor}}\n"));
    REQUIRE(programme.publication);
    CHECK(programme.words(0).find("Jane Doe") != std::string::npos);
    std::string words = programme.words(0);
    const auto first = words.find("Mayor");
    REQUIRE(first != std::string::npos);
    CHECK(words.find("Mayor", first + 1) == std::string::npos);
}

TEST_CASE("eighty people with long names and twelve full days find room on as many pages as they need") {
    std::string people = "  people:\n";
    for (int i = 0; i < 80; ++i)
        people += "    - {family: {en: Wolfeschlegelsteinhausenbergerdorff, ja: 長い名前}, given: {en: Hubert Blaine " +
                  std::to_string(i) +
                  "}, role: {en: Member of the council and of several of its committees, ja: 議員}}\n";
    const Made programme = made(visit(12, 14, people));
    REQUIRE(programme.publication);
    CHECK_FALSE(programme.found.has_errors());
    CHECK(programme.publication->pages.size() < 40);
    CHECK(page_of(programme, "Blaine 79") == programme.publication->pages.size() - 1);
}

TEST_CASE("a welcome letter of any length stands on the programme whole and in order, the days after it") {
    for (const std::string paper : {"letter", "a4"})
        for (const int words : {300, 900})
            for (const int paragraphs : {1, 6}) {
                std::string english, japanese;
                for (int i = 0; i < words; ++i) {
                    const bool ends = i + 1 < words && (i + 1) % (words / paragraphs) == 0;
                    english += "w" + std::to_string(1000 + i) + (ends ? "e.\\n\\n" : "e ");
                    japanese += "第" + std::to_string(5000 + i) + "語" + (ends ? "。\\n\\n" : "、");
                }
                const Made programme = made(visit(2, 6,
                                                  "  paper: " + paper + "\n  welcome: {text: {en: \"" + english +
                                                      "\", ja: \"" + japanese + "\"}}\n"));
                INFO(paper << " " << words << " " << paragraphs << " " << programme.text("overset"));
                REQUIRE(programme.publication);
                std::size_t before = 0;
                for (int i = 0; i < words; ++i) {
                    const std::size_t page = page_of(programme, "w" + std::to_string(1000 + i) + "e");
                    CHECK(page >= before);
                    before = page;
                }
                std::string all;
                const std::size_t pages = programme.publication->pages.size();
                for (std::size_t i = 0; i < pages; ++i) {
                    all += programme.words(i);
                    const std::string folio = std::to_string(i + 1) + "/" + std::to_string(pages);
                    if (const auto at = all.rfind(folio); at != std::string::npos) all.erase(at, folio.size());
                }
                for (int i = 0; i < words; ++i) {
                    const std::string word = std::to_string(5000 + i);  // a line may end before 語
                    const auto at = all.find(word);
                    CHECK((at != std::string::npos && all.find(word, at + 1) == std::string::npos));
                }
                CHECK(page_of(programme, "Event 1.0") >= before);
                // The first page is not left half empty for the letter's sake.
                double lowest = 0;
                for (const auto& item : programme.publication->pages[0].items)
                    if (const auto* run = std::get_if<page::PlacedRun>(&item); run && run->run.size.pt() > 9)
                        lowest = std::max(lowest, run->origin.y.pt());
                CHECK(lowest > 700);
            }
}

TEST_CASE("the programme's notice stands in both languages on one baseline") {
    const Made programme = made(visit(1, 2, "  notice: {en: An example., ja: 記載例です。}\n"));
    REQUIRE(programme.publication);
    const auto *first = programme.run(0, "An example"), *second = programme.run(0, "記載例");
    REQUIRE((first && second));
    CHECK(first->origin.y == second->origin.y);
    CHECK(second->origin.x > first->origin.x);
}

TEST_CASE("from right to left the comma stands between the place and the room, whoever is named after them") {
    const Made programme = compose(
        {.files =
             {{"content/organisation.yaml", at_home},
              {"content/publications.yaml", "publications: {}\n"},
              {"content/cities/colima.yaml", "city: {name: Colima, country: MX, text: A city.}\n"},
              {"content/visits/spring.yaml",
               "visit:\n  title: برنامج\n  dates: {from: 2027-05-01, to: 2027-05-01}\n  host: home\n"
               "  guest: colima\n  languages: [ar]\n  documents: [programme]\n"
               "  people:\n    - {id: h, side: host, family: دو, given: جين}\n"
               "  itinerary:\n    - {date: 2027-05-01, start: 9:00, title: زيارة, place: {ar: المتحف}, spot: القاعة, "
               "contact: h}\n"}},
         .design = "visit",
         .lang = "ar"});
    REQUIRE(programme.publication);
    const auto* hall = programme.run(0, "القاعة");
    REQUIRE(hall);
    std::map<double, std::string, std::greater<>> from_right;
    for (const auto& item : programme.publication->pages[0].items)
        if (const auto* placed = std::get_if<page::PlacedRun>(&item); placed && placed->origin.y == hall->origin.y)
            from_right[placed->origin.x.pt()] += placed->run.text;
    std::string line;
    for (const auto& run : from_right) line += run.second;
    std::erase(line, ' ');
    CHECK(line == "المتحف\u060Cالقاعة\u00B7جيندو");
}

TEST_CASE("any count of emergency numbers stands on Night, which grows with them and goes on with them") {
    for (const std::string paper : {"letter", "a4"})
        for (const std::string second : {"", ", ja"})
            for (const int count : {1, 3, 4, 5, 7, 12, 40}) {
                std::string numbers = "  paper: " + paper + "\n  emergency:\n";
                for (int i = 0; i < count; ++i)
                    numbers += "    - {label: {en: Reach" + std::to_string(100 + i) + ", ja: 番}, phone: \"" +
                               (i == 0 ? "911" : "+1 555 " + std::to_string(1000 + i)) + "\"}\n";
                std::string text = visit(1, 3, numbers);
                const std::string two = "[en, ja]";
                text.replace(text.find(two), two.size(), "[en" + second + "]");
                const Made programme = made(text);
                INFO(paper << second << " " << count << " " << programme.text("overset"));
                REQUIRE(programme.publication);
                int found = 0;
                for (const auto& page : programme.publication->pages) {
                    double top = 1e5;
                    for (const auto& item : page.items)
                        if (const auto* path = std::get_if<page::Path>(&item); path && path->fill == "night")
                            top = path->segments.front().a.y.pt();
                    double lowest = 0, foot = 0;
                    for (const auto& item : page.items) {
                        const auto* run = std::get_if<page::PlacedRun>(&item);
                        if (!run) continue;
                        const double y = run->origin.y.pt();
                        const bool light =
                            run->run.swatch.find("cream") == 0 || run->run.swatch.find("ochre") != std::string::npos;
                        CHECK(light == (y > top));
                        if (y > top && run->element == page::artifact) foot = y;
                        if (y > top && run->element != page::artifact) lowest = std::max(lowest, y);
                        if (run->run.text.find("Reach") != std::string::npos) ++found;
                    }
                    if (top < 1e5) CHECK((foot > lowest + 12));
                }
                CHECK(found == count);
                CHECK(programme.publication->pages.size() == (count < 40 ? 1 : 3));
            }
}

TEST_CASE("a first number of many figures is set as the others are") {
    const Made programme = made(visit(1, 2, "  emergency:\n    - {label: Help, phone: \"+1 000 000 0000\"}\n"));
    INFO(programme.text("overset"));
    REQUIRE(programme.publication);
    const auto* number = programme.run(0, "+1");
    REQUIRE(number);
    CHECK(number->run.size.pt() == 11);
}

TEST_CASE("what is noted of a number and of a place stands on the programme in both languages") {
    const Made programme = made(
        visit(1, 0,
              "  places: {hall: {name: {en: Hall, ja: 館}, note: {en: Gate B, ja: 東門}}}\n"
              "  emergency:\n    - {label: {en: Help, ja: 緊急}, phone: \"911\", note: {en: At once, ja: 至急}}\n") +
        "    - {date: 2027-05-01, start: 9:00, title: {en: Walk, ja: 散策}, place: hall}\n");
    INFO(programme.text("overset"));
    REQUIRE(programme.publication);
    for (const std::string words : {"Gate B", "東門", "At once", "至急"}) {
        INFO(words);
        CHECK(programme.run(0, words));
    }
}

TEST_CASE("a half without the letter has no heading for it") {
    const std::string word = "ようこそ";
    const Made programme = made(visit(1, 2, "  welcome: {text: {en: Glad.}}\n"));
    REQUIRE(programme.publication);
    CHECK(programme.run(0, "Welcome"));
    CHECK_FALSE(programme.run(0, word));
    const Made both = made(visit(1, 2, "  welcome: {text: {en: Glad., ja: 喜び}}\n"));
    REQUIRE(both.publication);
    CHECK(both.run(0, word));
}

TEST_CASE("a heading in another language begins at the side where the page's own begin") {
    std::string text = visit(1, 2, "  people: [{id: a, family: Doe, given: Jane}]\n");
    const std::string two = "[en, ja]";
    text.replace(text.find(two), two.size(), "[he]");
    for (const std::string from : {"ja: 訪問団プログラム", "ja: 行事", "ja: 市庁舎"})
        for (std::size_t at; (at = text.find(from)) != std::string::npos;) text.replace(at, from.size(), "he: עיר");
    const Made programme = made(text, "he");
    REQUIRE(programme.publication);
    const auto* heading = programme.run(0, "People");
    REQUIRE(heading);
    CHECK(heading->origin.x.pt() > 480);
}

TEST_CASE("an entry taller than a page is an error at that entry") {
    std::string note;
    for (int i = 0; i < 400; ++i) note += "Bring a coat. ";
    const Made programme =
        made(visit(1, 1) + "    - {date: 2027-05-01, start: 18:00, title: {en: Walk, ja: 散策}, note: " + note + "}\n");
    CHECK_FALSE(programme.publication);
    REQUIRE(programme.said("overset"));
    const std::string yaml = visit(1, 1);
    CHECK(programme.said("overset")->where.line == 1 + std::count(yaml.begin(), yaml.end(), '\n'));
}
