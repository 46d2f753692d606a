#include "measured_publications.hpp"

#include <algorithm>

#include "catch.hpp"
#include "cli/plan.hpp"
#include "cli/project.hpp"

using namespace brochure;
namespace fs = std::filesystem;

namespace measured {
namespace {

using content::Content;
using layout::Photos;

/// A project of the golden pages, read once, with the photos it names.
struct Read {
    explicit Read(const std::string& name) {
        const fs::path root = fs::path{TEST_DATA} / name;
        project = cli::read_project(root, 1, found);
        photos = shelf.probe(*project, 1, image::Cache{{}}, found);
        fonts.emplace(project->manifest, text::Fonts::Places{root / "fonts", {}});
    }
    Diagnostics found;
    std::unique_ptr<cli::Project> project;
    cli::PhotoShelf shelf;
    Photos photos;
    std::optional<text::Fonts> fonts;
};

content::City& city(Content& content, const std::string& slug) {
    for (auto& each : content.cities)
        if (each.slug == slug) return each;
    throw std::runtime_error{"no city " + slug};
}

content::Text words(const std::string& text) {
    content::Block block;
    block.spans.emplace_back().text = text;
    return {{{"", {{block}, {}}}}, {}};
}

std::string repeated(const std::string& sentence, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += (i == 0 ? "" : " ") + sentence;
    return all;
}

void set_text(content::City& city, const std::string& text) {
    city.text = words(text);
    city.lead = {};
}

// ---- covers -----------------------------------------------------------------------------------------------------

void no_cover(Content& content, Photos&) {
    content.organisation.cover.reset();
}

/// Of the cover's picture only an upright part may be used: narrower than 3 to 4.
void upright_cover(Content& content, Photos&) {
    content.organisation.cover->usable = Region{0.55, 0, 0.42, 1};
    content.organisation.cover->protect.reset();
}

void logo(Content& content, Photos& photos, int width, int height) {
    content::Photo seal;
    seal.file.value = "seal.svg";
    seal.alt = words("A seal");
    content.organisation.logo = seal;
    photos["seal.svg"].width = width;
    photos["seal.svg"].height = height;
}
void square_logo(Content& content, Photos& photos) {
    logo(content, photos, 2000, 2000);
}
void wide_logo(Content& content, Photos& photos) {
    logo(content, photos, 2000, 1000);
}

void reached(Content& content, Photos&) {
    content::Contacts contacts;
    contacts.name = words("Sister Cities Office");
    contacts.address = words("Street and number\nNorman, Oklahoma 00000");
    contacts.phone = Located<std::string>{"+1 000 000 0000", {}};
    content.organisation.contacts = contacts;
}

// ---- mission, about, goals, get involved ------------------------------------------------------------------------

void mission(Content& content, int characters) {
    auto& mission = *content.organisation.mission;
    std::string text = "We bring people together";
    while (static_cast<int>(text.size()) < characters) text += ", town by town";
    mission.text = words(text + ".");
    mission.lead = mission.shorter = {};
}
void mission_of_400(Content& content, Photos&) {
    mission(content, 380);
}
void mission_of_600(Content& content, Photos&) {
    mission(content, 580);
}

void long_about(Content& content, Photos&) {
    content.organisation.about->text = words(repeated("They write to each other and meet once in every year.", 24));
}

/// As many lines as that, each broken by hand.
void about_of_15_lines(Content& content, Photos&) {
    std::string lines = "Line";
    for (int i = 1; i < 15; ++i) lines += "\nLine";
    content.organisation.about->text = words(lines);
}

void many_goals(Content& content, Photos&) {
    content.organisation.goals->title = words("Goals");
    content.organisation.goals->items.assign(14, words("Meet"));
}

void fields_of_work(Content& content, int count) {
    content::Involve involve;
    involve.title = words("Exchanges and projects");
    for (int i = 0; i < count; ++i) involve.items.push_back({words("Field " + std::to_string(i + 1)), words("me"), {}});
    content.organisation.involve = involve;
    content::Contacts contacts;
    contacts.name = words("Sister Cities Office");
    contacts.email = Located<std::string>{"office@example.org", {}};
    contacts.web = Located<std::string>{"https://example.org/sister-cities", {}};
    content.organisation.contacts = contacts;
}
void eight_fields(Content& content, Photos&) {
    fields_of_work(content, 8);
}
void twenty_fields(Content& content, Photos&) {
    fields_of_work(content, 20);
}
void six_fields(Content& content, Photos&) {
    fields_of_work(content, 6);
}

// ---- partners ---------------------------------------------------------------------------------------------------

/// As many partners as that: the sample's own, then "Town 105", "Town 106", ... in France.
void partners(Content& content, std::size_t count) {
    for (std::size_t i = content.cities.size(); i < count; ++i) {
        content::City town;
        town.slug = "town" + std::to_string(101 + i);
        town.name = words("Town " + std::to_string(101 + i));
        town.country.value = "FR";
        const double at = static_cast<double>(i);
        town.coordinates = Located<content::Coordinates>{{43 + at / 8, 1 + at / 6}, {}};
        town.zone = Located<std::string>{"Europe/Paris", {}};
        town.text = words("A town of some size.");
        content.cities.push_back(town);
    }
}
void eight_partners(Content& content, Photos&) {
    partners(content, 8);
}
void eight_with_a_long_name(Content& content, Photos&) {
    partners(content, 8);
    content.cities[1].name = words("San Cristóbal de las Casas");
}
void twenty_four_partners(Content& content, Photos&) {
    partners(content, 24);
}
void a_long_name(Content& content, Photos&) {
    content.cities[1].name = words("San Cristóbal de las Casas");
}
void nowhere(Content& content, Photos&) {
    content.organisation.cities_title = words("Partners");
    for (auto& each : content.cities) each.coordinates.reset();
}
/// France alone, for a directory without regions in between.
void towns_alone(Content& content, std::size_t count) {
    partners(content, count + 4);
    content.cities.erase(content.cities.begin(), content.cities.begin() + 4);
    for (auto& each : content.cities) each.email = Located<std::string>{"a@example.org", {}};
}
void twenty_towns(Content& content, Photos&) {
    towns_alone(content, 20);
}
void fifty_towns(Content& content, Photos&) {
    towns_alone(content, 50);
}

// ---- cities -----------------------------------------------------------------------------------------------------

/// Where the sample itself takes another layout.
void a_panorama(Content& content, Photos&) {
    for (auto& publication : content.publications) publication.layouts.clear();
}

/// The four arrangements of a single page beside the standard one, on pages 6 to 9.
void other_arrangements(Content& content, Photos&) {
    for (auto& each : content.cities) each.layout.reset();
    city(content, "clermont-ferrand").photo.reset();
    set_text(city(content, "seika"), "Seika Town is located at the southwestern end of Kyoto Prefecture.");
    auto& arezzo = city(content, "arezzo");
    set_text(arezzo, "Arezzo is a city and comune in Italy, the capital of the province of the same name.");
    arezzo.photo->usable = Region{0.03, 0, 0.66, 1};
    set_text(city(content, "colima"),
             repeated("It lies near the central Pacific coast, in a valley south of the volcano.", 24));
    city(content, "colima").photo->protect.reset();
}

/// An upright photo with as long a text as its arrangement takes.
void upright_and_long(Content& content, Photos&) {
    auto& arezzo = city(content, "arezzo");
    arezzo.layout.reset();
    arezzo.photo->usable = Region{0.03, 0, 0.66, 1};
    set_text(arezzo,
             "Arezzo is a city in Italy, the capital of the province of the same name, which lies in Tuscany. " +
                 repeated("It is some eighty kilometres from Florence.", 8));
}

/// A text as long as a handout takes.
void long_on_a_sheet(Content& content, Photos&) {
    auto& clermont = city(content, "clermont-ferrand");
    clermont.photo->protect.reset();
    set_text(clermont,
             "Clermont-Ferrand is a university city in central France. " +
                 repeated("Near the fountains and statues of the square are a cathedral and a basilica.", 21));
}

/// So many characters: a first sentence of 170, which ends "stopped", and a second, "Beyond ...".
std::string two_sentences(std::size_t first, std::size_t all) {
    const auto filled = [](const std::string& begin, const std::string& end, std::size_t length) {
        std::string text = begin;
        while (text.size() + end.size() < length) text += text.size() % 6 == 0 ? ' ' : 'o';
        return text + end;
    };
    return filled("It", " stopped.", first) + " " + filled("Beyond", " end.", all - first - 1);
}
void text_of_240(Content& content, Photos&) {
    set_text(city(content, "clermont-ferrand"), two_sentences(170, 240));
}
void text_of_241(Content& content, Photos&) {
    set_text(city(content, "clermont-ferrand"), two_sentences(170, 241));
}
void first_sentence_of_171(Content& content, Photos&) {
    set_text(city(content, "clermont-ferrand"), two_sentences(171, 241));
}

void two_lines_on_a_sheet(Content& content, Photos&) {
    auto& clermont = city(content, "clermont-ferrand");
    clermont.name = words("Clermont-Ferrand under the Mountains");
    set_text(clermont, "A university city in central France.");
}

/// A text that goes on over two further pages, alone in its publication.
void endless_text(Content& content, Photos&) {
    content.cities = {city(content, "colima")};
    content.cities[0].layout.reset();
    content.cities[0].photo->protect.reset();
    set_text(content.cities[0],
             repeated("It lies near the central Pacific coast, in a valley south of the volcano.", 76));
}

void more_facts(Content& content, Photos&) {
    for (const auto& [label, value] : {std::pair{"River", "Colima River"}, {"Coast", "Pacific"}}) {
        auto& fact = city(content, "colima").facts.emplace_back();
        fact.label = words(label);
        fact.value = words(value);
        fact.source = Located<std::string>{"s", {}};
    }
}

void phrases(Content& content, Photos&) {
    auto& clermont = city(content, "clermont-ferrand");
    for (const auto& [original, meaning] : {std::pair{"Bonjour", "Hello"}, {"Merci", "Thank you"}}) {
        content::Phrase phrase;
        phrase.original.value = original;
        phrase.pronunciation = Located<std::string>{"as written", {}};
        phrase.meaning = words(meaning);
        phrase.lang.value = "fr";
        clermont.phrases.push_back(phrase);
    }
    content::Person chair;
    chair.name.value = "Name Surname";
    chair.role = words("Chair");
    chair.phone = Located<std::string>{"+1 000 000 0000", {}};
    content::Person host = chair;
    host.role = words("Host");
    content.organisation.committee = {chair, host};
    content.organisation.meetings = words("First Monday");
}

}  // namespace

const std::map<std::string, Wanted>& publications() {
    static const std::map<std::string, Wanted> all{
        {"half-letter", {"sample", "brochure", "", "", {}}},
        {"a5", {"sample", "brochure-a5", "", "", {}, a_panorama}},
        {"single", {"sample", "brochure-12", "", "", {}}},
        {"single-a5", {"sample", "brochure-12", "", "a5", {}}},
        {"other", {"sample", "brochure-12", "", "", {}, other_arrangements}},
        {"other-a5", {"sample", "brochure-12", "", "a5", {}, other_arrangements}},
        {"endless", {"sample", "brochure-12", "", "", {"cities"}, endless_text}},
        {"endless-a5", {"sample", "brochure-12", "", "a5", {"cities"}, endless_text}},
        {"cover-night", {"sample", "brochure", "", "", {"cover", "back"}, no_cover}},
        {"cover-night-a5", {"sample", "brochure", "", "a5", {"cover", "back"}, no_cover}},
        {"cover-band", {"sample", "brochure", "", "", {"cover", "back"}, upright_cover}},
        {"cover-band-a5", {"sample", "brochure", "", "a5", {"cover", "back"}, upright_cover}},
        {"logo", {"sample", "brochure", "", "", {"cover", "back"}, square_logo}},
        {"logo-a5", {"sample", "brochure", "", "a5", {"cover", "back"}, wide_logo}},
        {"mission-small", {"sample", "brochure", "", "", {"mission"}, mission_of_400}},
        {"mission-lead", {"sample", "brochure", "", "", {"mission"}, mission_of_600}},
        {"back", {"sample", "brochure", "", "", {"cover", "back"}, reached}},
        {"facts", {"sample", "brochure", "", "", {}, more_facts}},
        {"about-full", {"sample", "brochure", "", "", {"about"}, about_of_15_lines}},
        {"about-more", {"sample", "brochure", "", "", {"about"}, long_about}},
        {"goals-more", {"sample", "brochure", "", "", {"goals"}, many_goals}},
        {"goals-more-a5", {"sample", "brochure", "", "a5", {"goals"}, many_goals}},
        {"involve-many", {"sample", "brochure", "", "", {"involve"}, eight_fields}},
        {"involve-more", {"sample", "brochure", "", "", {"involve"}, twenty_fields}},
        {"map-names", {"sample", "brochure", "", "", {"contents"}, a_long_name}},
        {"map-rows", {"sample", "brochure", "", "", {"contents"}, eight_partners}},
        {"map-rows-a5", {"sample", "brochure", "", "a5", {"contents"}, eight_partners}},
        {"map-rows-names", {"sample", "brochure", "", "", {"contents"}, eight_with_a_long_name}},
        {"map-columns", {"sample", "brochure", "", "", {"contents"}, twenty_four_partners}},
        {"map-columns-a5", {"sample", "brochure", "", "a5", {"contents"}, twenty_four_partners}},
        {"list", {"sample", "brochure", "", "", {"contents"}, nowhere}},
        {"directory", {"sample", "brochure", "", "", {"directory"}, twenty_towns}},
        {"directory-dense", {"sample", "brochure", "", "", {"directory"}, fifty_towns}},
        {"handout", {"sample", "handout", "clermont-ferrand", "", {}}},
        {"handout-a4", {"sample", "handout", "clermont-ferrand", "a4", {}}},
        {"phrases", {"sample", "handout", "clermont-ferrand", "", {}, phrases}},
        {"phrases-a4", {"sample", "handout", "clermont-ferrand", "a4", {}, phrases}},
        {"leaflet", {"sample", "leaflet", "", "", {}, six_fields}},
        {"leaflet-a4", {"sample", "leaflet", "", "leaflet-a4", {}, six_fields}},
        {"upright-long", {"sample", "brochure-12", "", "", {}, upright_and_long}},
        {"handout-long", {"sample", "handout", "clermont-ferrand", "", {}, long_on_a_sheet}},
        {"lead-240", {"sample", "handout", "clermont-ferrand", "", {}, text_of_240}},
        {"lead-241", {"sample", "handout", "clermont-ferrand", "", {}, text_of_241}},
        {"lead-171", {"sample", "handout", "clermont-ferrand", "", {}, first_sentence_of_171}},
        {"handout-name", {"sample", "handout", "clermont-ferrand", "", {}, two_lines_on_a_sheet}},
        {"involve", {"reach", "booklet", "", "", {}}},
        {"involve-a5", {"reach", "booklet", "", "a5", {}}},
        {"contacts", {"reach", "sheet", "bern", "", {}}},
    };
    return all;
}

page::Publication composed(const Wanted& wanted) {
    static std::map<std::string, std::unique_ptr<Read>> read;
    auto& from = read[wanted.project];
    if (!from) from = std::make_unique<Read>(wanted.project);
    Content content = from->project->content;
    Photos photos = from->photos;
    if (wanted.change) wanted.change(content, photos);
    const auto found = std::find_if(content.publications.begin(), content.publications.end(),
                                    [&](const auto& each) { return each.name.value == wanted.publication; });
    REQUIRE(found != content.publications.end());
    content::Publication publication = *found;
    if (!wanted.format.empty()) publication.format.value = wanted.format;
    if (!wanted.sections.empty()) {
        publication.sections.clear();
        publication.pages.reset();
        for (const auto& section : wanted.sections) publication.sections.push_back({section, {}});
    }
    layout::Job job;
    job.publication = &publication;
    job.lang = publication.lang.empty() ? "en-US" : publication.lang;
    if (!wanted.city.empty()) job.city = &city(content, wanted.city);
    Diagnostics said;
    const auto& design = from->project->designs.at(publication.design.value);
    auto made = layout::compose(content, design, job, photos, *from->fonts, said);
    for (const auto& each : said.all()) UNSCOPED_INFO(each.text);
    REQUIRE(made);
    return std::move(*made);
}

}  // namespace measured
