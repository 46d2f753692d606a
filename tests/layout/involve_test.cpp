// DESIGN 7.7, to take part: six fields as Fields, more of them as Heading 2; whatever they are, the page is full before
// another begins, and what they lead to stands below them.
#include "composing.hpp"

using namespace brochure;
using namespace composing;

namespace {

Made with_fields(const std::vector<std::string>& names, bool two_lines, const std::string& format = "half-letter") {
    std::string organisation = at_home +
                               "contacts: {name: Office, email: office@example.org, web: \"https://example.org\"}\n"
                               "involve:\n  title: Exchanges\n  items:\n";
    for (const auto& name : names)
        organisation += "    - {label: " + name + ", value: \"Ana Maria Romero" +
                        std::string{two_lines ? "\\nana@example.org" : ""} + "\"}\n";
    return compose({.files = {{"content/organisation.yaml", organisation},
                              {"content/publications.yaml", publication("[involve]", format)}}});
}

}  // namespace

TEST_CASE("six fields are set as Fields, also where one of them has a name of two lines") {
    const auto format = GENERATE(values<std::string>({"half-letter", "a5"}));
    const Made made =
        with_fields({"Economy and the trades", "Schools", "Health", "Arts", "Sport", "Towns"}, true, format);
    REQUIRE(made.publication);
    INFO(made.explained.text);
    REQUIRE(made.publication->pages.size() == 1);
    CHECK(made.run(0, "Economy")->run.size.pt() == Approx(24));
    CHECK(made.run(0, "Schools")->run.size.pt() == Approx(24));
}

TEST_CASE("more than six fields are set as Heading 2 at pitch 24") {
    const Made made = with_fields({"Economy", "Schools", "Health", "Arts", "Sport", "Towns", "Food"}, false);
    REQUIRE(made.publication);
    CHECK(made.run(0, "Schools")->run.size.pt() == Approx(16));
    CHECK((made.run(0, "Health")->origin.y - made.run(0, "Schools")->origin.y).pt() == Approx(24));
}

TEST_CASE("nine fields with a name and an address each fill a page, and the code stands on the last page of them") {
    const std::vector<std::string> nine{"Economy", "Schools", "Health", "Arts", "Sport",
                                        "Towns",   "Food",    "Music",  "Books"};
    const Made one = with_fields(nine, true);
    REQUIRE(one.publication);
    CHECK(one.publication->pages.size() == 1);
    const auto code = std::find_if(one.publication->structure.begin(), one.publication->structure.end(),
                                   [](const auto& element) { return element.code.has_value(); });
    REQUIRE(code != one.publication->structure.end());
    CHECK(code->box->bottom() <= 564_pt);  // L
    auto more = nine;
    for (const char* name : {"Chess", "Trees", "Rivers", "Trams", "Bees"}) more.emplace_back(name);
    const Made two = with_fields(more, true);
    REQUIRE(two.publication);
    REQUIRE(two.publication->pages.size() == 2);
    CHECK(two.run(0, "Office") == nullptr);
    CHECK(two.run(1, "Office") != nullptr);
    CHECK(two.run(1, "Bees") != nullptr);
}

TEST_CASE("a field without whom to ask keeps its cell, so that all rows of the table are alike") {
    const auto format = GENERATE(values<std::string>({"half-letter", "a5", "letter"}));
    const Made made = compose(
        {.files = {{"content/organisation.yaml",
                    at_home + "involve: {title: Exchanges, items: [{label: Cultural, value: Ana}, {label: Towns}]}\n"},
                   {"content/publications.yaml", publication("[involve]", format)}},
         .design = format == "letter" ? "gazette" : "municipal"});
    REQUIRE(made.publication);
    std::size_t rows = 0;
    for (const auto& element : made.publication->structure)
        if (element.role == page::Role::row) {
            ++rows;
            CHECK(element.children.size() == 2);
        }
    CHECK(rows == 2);
}
