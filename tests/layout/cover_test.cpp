// Where the cover's title may stand on its picture, and what stands there.
#include "composing.hpp"
#include "image/light.hpp"

using namespace brochure;
using namespace composing;

namespace {

constexpr std::uint8_t dark = 40, bright = 220;

// A picture of 1.29 to 1, which covers back and front, by its four quarters: back and front, above and below.
image::Photo picture(std::uint8_t back_top, std::uint8_t front_top, std::uint8_t back_foot, std::uint8_t front_foot) {
    image::Light light{100, 100, {}};
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 100; ++x)
            light.values.push_back(y < 50 ? (x < 50 ? back_top : front_top) : (x < 50 ? back_foot : front_foot));
    image::Photo made = photo(3375, 2625);
    made.light = std::make_shared<const image::Light>(light);
    return made;
}

Made booklet(const image::Photo& cover, std::size_t partners = 2, const std::string& second = "Arles") {
    Project project{.files = {{"content/organisation.yaml",
                               "organisation:\n  name: O\n  home: {city: Norman, country: US, coordinates: [35.22, "
                               "-97.44], zone: America/Chicago, source: s}\n"
                               "cover: {title: Sister Cities, photo: {file: c.jpg, alt: A view, credit: me}}\n"
                               "contacts: {email: a@example.org}\n"},
                              {"content/publications.yaml", publication("[cover, back]")}},
                    .photos = {{"c.jpg", cover}}};
    for (std::size_t i = 0; i < partners; ++i)
        project.files["content/cities/c" + std::to_string(10 + i) + ".yaml"] =
            i == 1 ? "city:\n  {name: " + second + ", country: FR}\n"
                   : "city: {name: Town" + std::to_string(i) + ", country: FR}\n";
    return compose(project);
}

}  // namespace

TEST_CASE("a title stands on its picture where that is dark, else on a band above it") {
    const Made on = booklet(picture(dark, dark, dark, bright));
    REQUIRE(on.publication);
    CHECK(on.chose("cover-picture"));
    CHECK(on.chose("back-picture"));
    const Made light = booklet(picture(bright, bright, bright, bright));
    REQUIRE(light.publication);
    CHECK(light.chose("cover-band"));
    CHECK(light.chose("back-night"));
    const auto pictures = light.pictures(0);
    REQUIRE(pictures.size() == 1);
    // The names stand at 144, one line of title above them; the band ends on the next line of the grid 24 below.
    CHECK(pictures[0].clip.top.pt() == Approx(168));
    CHECK(pictures[0].clip.bottom().pt() == Approx(621));
}

TEST_CASE("of a picture that is light in part, it matters which part") {
    CHECK(booklet(picture(dark, bright, dark, dark)).chose("cover-band"));
    CHECK(booklet(picture(dark, bright, dark, dark)).chose("back-night"));  // a back never shows half of another cover
    const Made back = booklet(picture(bright, dark, dark, dark));
    CHECK(back.chose("cover-picture"));
    CHECK(back.chose("back-night"));  // a ground for the page, no box on the picture
}

TEST_CASE("a picture narrower than 3 to 4, or one that nobody has looked at, carries no title") {
    auto narrow = picture(dark, dark, dark, dark);
    narrow.width = 2600;
    narrow.height = 3600;
    CHECK(booklet(narrow).chose("cover-band"));
    narrow.width = 2750;
    CHECK(booklet(narrow).chose("cover-picture"));
    CHECK(booklet(photo(3375, 2625)).chose("cover-band"));
}

TEST_CASE("more than eight partners are a number on the cover") {
    const Made eight = booklet(picture(dark, dark, dark, dark), 8),
               twenty = booklet(picture(dark, dark, dark, dark), 20);
    REQUIRE(eight.publication);
    REQUIRE(twenty.publication);
    CHECK(eight.words(0).find("Town7") != std::string::npos);
    CHECK(twenty.words(0).find("20 partner cities") != std::string::npos);
    CHECK(twenty.words(0).find("Town") == std::string::npos);
}

TEST_CASE("a partner's name that is too long for the cover is told at that partner") {
    const Made made = booklet(picture(dark, dark, dark, dark), 3, "\"" + std::string(60, 'M') + "\"");
    const auto* divided = made.said("divided");
    REQUIRE(divided);
    CHECK(divided->where.line == 2);
}

TEST_CASE("where the back's picture is dark only above, committee and meetings stand beside the contact") {
    image::Light light{100, 100, {}};
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 100; ++x) light.values.push_back(y < 33 ? dark : bright);
    image::Photo cover = photo(3375, 2625);
    cover.light = std::make_shared<const image::Light>(light);
    const auto made = [&](const std::string& committee) {
        Project project{.files = {{"content/organisation.yaml",
                                   at_home +
                                       "cover: {title: Sister, photo: {file: c.jpg, alt: A view, credit: me}}\n"
                                       "contacts: {name: Office, address: \"Street\\nTown\", email: a@example.org}\n"
                                       "meetings: \"Mondays\\nTown hall\"\ncommittee: [" +
                                       committee + "]\n"},
                                  {"content/publications.yaml", publication("[cover, back]")}},
                        .photos = {{"c.jpg", cover}}};
        return compose(project);
    };
    const std::string ana = "{name: Ana, role: Chair, phone: \"+1 000 000 0000\"}";
    const Made many = made(ana + ", " + ana + ", " + ana);
    REQUIRE(many.publication);
    INFO(many.explained.text);
    REQUIRE(many.chose("back-columns"));
    const auto* office = many.run(1, "Office");
    const auto* first = many.run(1, "Ana");
    REQUIRE(office);
    REQUIRE(first);
    CHECK(office->origin.y == first->origin.y);
    CHECK(office->origin.x < first->origin.x);
    CHECK(many.run(1, "Town hall")->origin.y.pt() < 200);
    CHECK(made(ana + ", " + ana + ", " + ana + ", " + ana + ", " + ana + ", " + ana).chose("back-night"));
}
