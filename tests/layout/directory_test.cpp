// The directory of many partners (DESIGN 7.11): which layout it gets, in what order, and where things stand.
#include <set>

#include "composing.hpp"

using namespace brochure;
namespace {

struct Partner {
    std::string name, country = "FR", zone = "Europe/Paris", email = "";
    double latitude = 45, longitude = 3;
};

struct Placed {
    std::string text;
    std::size_t page = 0;
    double x = 0, y = 0, right = 0;
};

struct Made : composing::Made {
    std::vector<Placed> runs() const {
        std::vector<Placed> all;
        for (std::size_t page = 0; page < publication->pages.size(); ++page)
            for (const auto& item : publication->pages[page].items)
                if (const auto* run = std::get_if<page::PlacedRun>(&item))
                    all.push_back({run->run.text, page, run->origin.x.pt(), run->origin.y.pt(),
                                   (run->origin.x + run->run.advance).pt()});
        return all;
    }
    static std::string trimmed(const std::string& text) { return text.substr(0, text.find_last_not_of(' ') + 1); }
    /// The only run with this text, spaces at its end aside.
    Placed run(const std::string& text) const {
        std::vector<Placed> same;
        for (const auto& one : runs())
            if (trimmed(one.text) == text) same.push_back(one);
        INFO(text);
        REQUIRE(same.size() == 1);
        return same.front();
    }
    bool has(const std::string& text) const {
        const auto all = runs();
        return std::any_of(all.begin(), all.end(),
                           [&](const auto& one) { return one.text.find(text) != std::string::npos; });
    }
    /// Baselines of horizontal lines of one weight on a page, from the top.
    std::set<double> rules(std::size_t page, double weight) const {
        std::set<double> heights;
        for (const auto& item : publication->pages.at(page).items)
            if (const auto* path = std::get_if<page::Path>(&item);
                path && path->stroke && path->segments.size() == 2 && path->stroke->weight.pt() == Approx(weight))
                heights.insert(path->segments[0].a.y.pt());
        return heights;
    }
};

std::string quoted(const std::string& text) {
    return "\"" + text + "\"";
}

Made made_of(const std::vector<Partner>& partners, const std::string& lang = "en-US",
             const std::string& sections = "[directory]", const std::string& format = "half-letter",
             const std::string& binding = "none") {
    composing::Project project;
    project.lang = lang;
    project.files["content/organisation.yaml"] = composing::at_home;
    project.files["content/publications.yaml"] = "publications: {p: {title: T, design: municipal, format: " + format +
                                                 ", binding: " + binding + ", lang: " + lang +
                                                 ", sections: " + sections + "}}\n";
    int number = 10000;
    for (const auto& partner : partners)
        project.files["content/cities/c" + std::to_string(++number) + ".yaml"] =
            "city:\n  name: " + quoted(partner.name) + "\n  country: " + partner.country + "\n  coordinates: [" +
            std::to_string(partner.latitude) + ", " + std::to_string(partner.longitude) + "]\n  zone: " + partner.zone +
            "\n  source: s\n" + (partner.email.empty() ? "" : "  email: " + partner.email + "\n");
    Made result{composing::compose(project)};
    for (const auto& one : result.found.all())
        if (one.severity == Severity::error) UNSCOPED_INFO(one.text);
    REQUIRE(result.publication);
    return result;
}

/// "Town 100", "Town 101", ... all over the world; their names are in the order of their numbers.
std::vector<Partner> towns(std::size_t count) {
    std::vector<Partner> all;
    for (std::size_t i = 0; i < count; ++i) {
        Partner one;
        one.name = "Town " + std::to_string((count < 900 ? 100 : 1000) + i);
        one.latitude = -50 + static_cast<double>(i * 37 % 110);
        one.longitude = -180 + static_cast<double>(i * 53 % 360);
        one.email = "t" + std::to_string(i) + "@example.org";
        all.push_back(one);
    }
    return all;
}

constexpr double near_enough = 0.25;  // pt

}  // namespace

TEST_CASE("a directory of twenty stands where the design says") {
    const auto made = made_of(towns(20), "en-US", "[directory]", "half-letter", "saddle-stitch");
    CHECK(made.chose("directory\n"));
    CHECK(made.run("DIRECTORY").y == Approx(60).margin(near_enough));
    CHECK(made.run("Twenty partners").y == Approx(96).margin(near_enough));
    for (std::size_t i = 0; i < 20; ++i) {
        const double rule = 48 + 48.0 * static_cast<double>(i % 10), left = i < 10 ? 42 : 207;
        const auto name = made.run("Town " + std::to_string(100 + i));
        CHECK(name.page == 2);  // a recto
        CHECK(name.x == Approx(left + 17).margin(near_enough));
        CHECK(name.y == Approx(rule + 12).margin(near_enough));
        const auto contact = made.run("t" + std::to_string(i) + "@example.org");
        CHECK(contact.y == Approx(rule + 36).margin(near_enough));
        CHECK(contact.right < left + 153 + near_enough);
    }
    CHECK(made.rules(2, 0.75) == std::set<double>{48});
    CHECK(made.rules(2, 0.35) == std::set<double>{48, 96, 144, 192, 240, 288, 336, 384, 432, 480});
}

TEST_CASE("numbers stand in discs on the globes and beside the names") {
    const auto made = made_of(towns(20));
    std::vector<int> seen(21, 0);
    for (const auto& run : made.runs())
        if (Made::trimmed(run.text).find_first_not_of("0123456789") == std::string::npos && run.y < 570)
            ++seen.at(static_cast<std::size_t>(std::stoi(run.text)));
    for (std::size_t number = 1; number <= 20; ++number) CHECK(seen[number] == 2);
    CHECK(made.text("unnumbered-places").empty());
}

TEST_CASE("up to forty go on over a second page, and one row is not left alone") {
    const auto more = made_of(towns(21));
    CHECK(more.chose("directory\n"));
    REQUIRE(more.publication->pages.size() == 3);
    CHECK(more.run("Town 117").page == 1);
    CHECK(more.run("Town 118").page == 2);
    CHECK(more.run("Town 119").page == 2);
    CHECK(more.run("Town 120").page == 2);
    CHECK(more.run("Town 120").y == Approx(60).margin(near_enough));  // beside two
    const auto forty = made_of(towns(40));
    CHECK(forty.chose("directory\n"));
    CHECK(forty.publication->pages.size() == 3);
    CHECK(forty.run("Town 139").y == Approx(492).margin(near_enough));
}

TEST_CASE("from forty-one on entries stand closer, without the contact") {
    const auto made = made_of(towns(41));
    CHECK(made.chose("directory-dense"));
    CHECK(made.publication->pages.size() == 3);
    CHECK(made.run("Town 101").y - made.run("Town 100").y == Approx(36).margin(near_enough));
    CHECK_FALSE(made.has("example.org"));
    CHECK(made.has("41 partners"));
}

TEST_CASE("two thousand are all listed, and are dots on the globes") {
    const auto made = made_of(towns(2000));
    CHECK(made.chose("directory-dense"));
    std::set<std::string> names;
    for (const auto& run : made.runs())
        if (run.text.rfind("Town ", 0) == 0) CHECK(names.insert(run.text).second);
    CHECK(names.size() == 2000);
    CHECK(made.publication->pages.size() == 1 + 72);
    CHECK(made.has("2,000 partners"));
    CHECK(made.has("dots"));
    CHECK(made.text("unnumbered-places").find("2000 places as dots") != std::string::npos);
}

TEST_CASE("regions and names are in the order of the document's language") {
    const std::vector<Partner> partners{{.name = "Zürich", .country = "CH"}, {.name = "Örebro", .country = "SE"},
                                        {.name = "Oslo", .country = "NO"},   {.name = "Kanazawa", .country = "JP"},
                                        {.name = "Kumasi", .country = "GH"}, {.name = "Newcastle", .country = "AU"}};
    const auto before = [](const Made& made, const std::string& a, const std::string& b) {
        const auto first = made.run(a), second = made.run(b);
        return std::tuple{first.page, first.x, first.y} < std::tuple{second.page, second.x, second.y};
    };
    const auto german = made_of(partners, "de");
    CHECK(before(german, "Kumasi", "Kanazawa"));  // Afrika, Asien, Europa, Ozeanien
    CHECK(before(german, "Kanazawa", "Örebro"));
    CHECK(before(german, "Örebro", "Oslo"));
    CHECK(before(german, "Oslo", "Zürich"));
    CHECK(before(german, "Zürich", "Newcastle"));
    CHECK(german.has("OZEANIEN"));
    CHECK(german.has("Sechs Partnerstädte"));
    const auto swedish = made_of(partners, "sv");  // a language without labels: ICU's names
    CHECK(before(swedish, "Oslo", "Zürich"));
    CHECK(before(swedish, "Zürich", "Örebro"));
    CHECK(swedish.has("OCEANIEN"));
}

TEST_CASE("a region of one has its name and its rule") {
    auto partners = towns(3);
    partners[1].country = "AU";
    const auto made = made_of(partners);
    const auto label = made.run("OCEANIA"), name = made.run("Town 101");
    CHECK(label.y == Approx(name.y));
    CHECK(label.right == Approx(name.x - 17 + 153).margin(0.5));  // the tracking of the last letter
    CHECK(made.rules(1, 0.75).size() == 1);                       // both regions open a column
    CHECK(made_of(towns(1)).has("One partner"));
}

TEST_CASE("a name of 45 letters takes a second line and its entry grows by it") {
    auto partners = towns(4);
    partners[0].name = "Krung Thep Maha Nakhon Amon Rattanakosin City";
    REQUIRE(partners[0].name.size() == 45);
    partners[0].country = "TH";  // beside the region's name
    const auto made = made_of(partners);
    CHECK_FALSE(made.found.has_errors());
    double first = 1e9, last = 0;
    for (const auto& run : made.runs())
        if (run.page == 1 && partners[0].name.find(run.text.substr(0, 5)) != std::string::npos && run.text.size() > 5) {
            first = std::min(first, run.y);
            last = std::max(last, run.y);
        }
    CHECK(last > first);
    CHECK(made.rules(1, 0.75).contains(48 + 48 + last - first));
}

TEST_CASE("rows stand level across the columns where an entry needs another line") {
    auto partners = towns(12);
    partners[1].email = "international.relations.office@example.org";  // the second row on the left
    partners[9].name += " Rattanakosin Bang Noi";                      // the fourth one on the right
    const auto made = made_of(partners);
    for (std::size_t i = 0; i < 6; ++i) {
        const auto place = [&](std::size_t index) {  // the name begins with "Town 1.."
            double y = 0;
            for (const auto& run : made.runs())
                if (run.page == 1 && run.text.starts_with("Town " + std::to_string(100 + index))) y = run.y;
            return y;
        };
        const double lower = 12.0 * ((i > 1 ? 1 : 0) + (i > 3 ? 1 : 0));
        CHECK(place(i) == Approx(60 + 48.0 * static_cast<double>(i) + lower));
        CHECK(place(i + 6) == place(i));
    }
}

TEST_CASE("a word too wide to stand beside the region's name stands below it, its number with it") {
    auto partners = towns(2);
    partners[0].name = "Castelnaudaryenlauragais";
    partners[0].country = "FR";
    const auto made = made_of(partners);
    CHECK(made.text("overfull").empty());
    CHECK(made.run("EUROPE").y == Approx(60));
    CHECK(made.run(partners[0].name).y == Approx(72));
    std::vector<double> numbers;  // on the list, not on the globes
    for (const auto& run : made.runs())
        if (run.page == 1 && Made::trimmed(run.text) == "1") numbers.push_back(run.y);
    CHECK(numbers == std::vector<double>{72});
}

TEST_CASE("names keep their own scripts") {
    auto partners = towns(2);
    partners[0].name = "金沢";
    partners[0].country = "JP";
    partners[1].name = "بيت لحم";
    partners[1].country = "PS";
    const auto made = made_of(partners);
    CHECK_FALSE(made.found.has_errors());
    CHECK(made.has("金沢"));
    CHECK(made.has("بيت"));
}

TEST_CASE("a contact that is too long for the line stands below it, whole") {
    auto partners = towns(2);
    partners[0].email = "international.relations.office@example.org";
    const auto made = made_of(partners);
    CHECK(made.run(partners[0].email).y == Approx(48 + 48).margin(near_enough));
}

TEST_CASE("a map section of more than 24 partners leads to the directory") {
    CHECK(made_of(towns(24), "en-US", "[contents]").chose("map-columns"));
    const auto alone = made_of(towns(25), "en-US", "[contents]");
    CHECK(alone.chose("directory\n"));
    CHECK(alone.has("25 partners"));
    CHECK(made_of(towns(41), "en-US", "[contents]").chose("directory-dense"));
    const auto both = made_of(towns(25), "en-US", "[contents, directory]");
    CHECK(both.chose("map-many"));
    CHECK(both.has("The directory lists all 25 partners."));
    CHECK(both.chose("directory\n"));
}

TEST_CASE("on A5 a directory of twenty keeps to its page") {
    const auto made = made_of(towns(20), "en-US", "[directory]", "a5");
    CHECK(made.chose("directory\n"));
    CHECK(made.publication->pages.size() == 2);
}
