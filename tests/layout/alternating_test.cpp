// Publications whose sections stand in two languages, on pages that alternate.
#include "composing.hpp"

using namespace brochure;
using namespace composing;

namespace {

std::string town(const std::string& name) {
    return "city:\n  name: " + name + "\n  country: FR\n  text: {en: A town called " + name +
           " by the river., fr: Une ville nommée " + name + " au bord du fleuve.}\n";
}

Made made(const std::string& binding, const std::string& sections = "[cover, about, cities, back]",
          const std::string& about = "We are friends.") {
    return compose(
        {.files = {
             {"content/organisation.yaml",
              "organisation: {name: O, home: {city: Norman, country: US}}\ncover: {title: {en: Friends, fr: Amis}}\n"
              "about:\n  title: {en: About us, fr: Qui nous sommes}\n  text: {en: " +
                  about + ", fr: Nous sommes amis.}\n"},
             {"content/cities/lyon.yaml", town("Lyon")},
             {"content/cities/tours.yaml", town("Tours")},
             {"content/publications.yaml",
              "publications: {p: {title: T, design: municipal, format: half-letter, binding: " + binding +
                  ", second-lang: fr, sections: " + sections + "}}\n"}}});
}

/// On which page, from 0, words stand; -1: on none.
int page_of(const Made& one, const std::string& words) {
    for (std::size_t page = 0; page < one.publication->pages.size(); ++page)
        if (one.words(page).find(words) != std::string::npos) return static_cast<int>(page);
    return -1;
}

}  // namespace

TEST_CASE("in a booklet the first language stands at the left and the second faces it") {
    const auto one = made("saddle-stitch");
    for (const auto& each : one.found.all()) UNSCOPED_INFO(each.text);
    REQUIRE(one.publication);
    for (const auto& [first, second] :
         {std::pair{"friends", "amis"}, {"called Lyon", "nommée Lyon"}, {"called Tours", "nommée Tours"}}) {
        INFO(first);
        CHECK(page_of(one, first) % 2 == 1);  // pages count from 0: the left ones are odd
        CHECK(page_of(one, second) == page_of(one, first) + 1);
    }
    CHECK(page_of(one, "Friends") == 0);
    CHECK(page_of(one, "Amis") == -1);  // the cover stands once
    CHECK(one.publication->pages.size() % 4 == 0);
}

TEST_CASE("a longer text in one language does not push the next pair to the wrong side") {
    std::string longer;
    for (int i = 0; i < 90; ++i) longer += "We are friends of everybody who wants to see the world. ";
    const auto one = made("saddle-stitch", "[cover, about, cities, back]", longer + "End");
    for (const auto& each : one.found.all()) UNSCOPED_INFO(each.text);
    REQUIRE(one.publication);
    CHECK(page_of(one, "Nous sommes amis") - page_of(one, "We are friends") > 1);
    CHECK(page_of(one, "called Lyon") % 2 == 1);
    CHECK(page_of(one, "nommée Lyon") == page_of(one, "called Lyon") + 1);
}

TEST_CASE("every run and every section of the second language says that it is in it") {
    const auto one = made("saddle-stitch");
    REQUIRE(one.publication);
    CHECK(one.publication->lang == "en-US");
    const auto page = static_cast<std::size_t>(page_of(one, "nommée Lyon"));
    for (const auto& item : one.publication->pages[page].items)
        if (const auto* placed = std::get_if<page::PlacedRun>(&item)) CHECK(placed->run.lang == "fr");
    std::size_t french = 0;
    for (const auto& element : one.publication->structure)
        french += element.role == page::Role::sect && element.lang == "fr" ? 1 : 0;
    CHECK(french == 3);
}

TEST_CASE("bookmarks name each section in its language") {
    const auto one = made("saddle-stitch");
    REQUIRE(one.publication);
    std::vector<std::string> titles;
    for (const auto& entry : one.publication->outline) titles.push_back(entry.title);
    for (const char* title : {"About us", "Qui nous sommes", "Lyon"}) {
        INFO(title);
        CHECK(std::find(titles.begin(), titles.end(), title) != titles.end());
    }
    CHECK(std::count(titles.begin(), titles.end(), "Lyon") == 2);
}

TEST_CASE("without a spine the languages take turns: front one, back the other") {
    const auto one = made("none", "[about]");
    REQUIRE(one.publication);
    REQUIRE(one.publication->pages.size() == 2);
    CHECK(page_of(one, "friends") == 0);
    CHECK(page_of(one, "amis") == 1);
}
