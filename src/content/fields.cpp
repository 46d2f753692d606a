#include "content/fields.hpp"

#include <functional>

#include "content/printer_fields.hpp"
#include "content/readers.hpp"

namespace brochure::content {

namespace {

using yaml::list;
using yaml::record;
using yaml::Table;
using yaml::words;

// Some maps of the file are only headings over fields of the record itself.
constexpr auto itself = std::identity{};
constexpr auto organisation_of = [](OrganisationFile& file) -> Organisation& { return file.organisation; };

template <class T>
auto of_organisation(T Organisation::*member) {
    return [member](OrganisationFile& file) -> T& { return file.organisation.*member; };
}

constexpr std::string_view decorative_doc =
    "Yes for a picture that tells nothing: whoever has the page read aloud does not hear of it.";

Table<Photo> photo_table(const SourceFiles& files) {
    return Table<Photo>("photo", "A picture, and what is known of it.")
        .required("file", &Photo::file, a(Form::file), "The picture's file in `images/`.", "colima.jpg")
        .optional("kind", &Photo::kind,
                  yaml::choice<Photo::Kind>(
                      {{"photograph", Photo::Kind::photograph}, {"illustration", Photo::Kind::illustration}}),
                  "Decides the word before the credit. Without it: photograph.", "illustration")
        .optional("alt", &Photo::alt, TextReader{Markup::line, &files},
                  "What a reader who cannot see the picture should know of it, in one or two sentences, 250 characters "
                  "at most. Only a picture that is `decorative` has none.",
                  "A white palace with arches behind a kiosk with a red roof")
        .optional("decorative", &Photo::decorative, yaml::boolean(), decorative_doc, "yes")
        .optional("caption", &Photo::caption, TextReader{Markup::line, &files},
                  "What is printed below or beside the picture.", "The Government Palace in Colima City, Mexico")
        .optional("credit", &Photo::credit, yaml::text(),
                  "Who made the picture; printed after the caption. Without it: a warning.", "María López")
        .optional("licence", &Photo::licence, yaml::text(), "Under what licence you may print it. Not printed.",
                  "CC BY 4.0")
        .optional("minors", &Photo::minors, yaml::boolean(),
                  "Yes for a picture on which people under age can be recognised. It then wants `consent`.", "yes")
        .optional("consent", &Photo::consent, yaml::boolean(),
                  "Yes once parents or guardians have agreed in writing that a picture of minors is shown.", "yes")
        .optional("focus", &Photo::focus, list(yaml::number(0, 1), 2, 2),
                  "The point that a crop keeps near its middle: fractions from the left and from the top. Without it: "
                  "0.5, 0.42.",
                  "[0.45, 0.45]")
        .optional("protect", &Photo::protect, RegionReader{}, "What no crop may cut: faces, towers, summits.",
                  "[0.25, 0.1, 0.5, 0.4]")
        .optional("whole", &Photo::whole, list(RegionReader{}, 1, 50),
                  "What a crop shows whole or not at all, where it can: people, a statue, a fountain.",
                  "[[0.46, 0.82, 0.05, 0.07]]")
        .optional("usable", &Photo::usable, RegionReader{}, "The part of the picture that may be shown at all.",
                  "[0, 0.05, 1, 0.9]");
}

Table<Photo> logo_table(const SourceFiles& files) {
    return Table<Photo>("logo", "A logo or seal. It is shown whole, in its own colours, with clear space around it.")
        .required("file", &Photo::file, a(Form::file),
                  "Its file in `images/`: an SVG without text (turned into paths) and effects, or a PNG.", "seal.svg")
        .optional("alt", &Photo::alt, TextReader{Markup::line, &files},
                  "What a reader who cannot see it should know of it. Only one that is `decorative` has none.",
                  "Seal of the city of Norman")
        .optional("decorative", &Photo::decorative, yaml::boolean(), decorative_doc, "yes");
}

Table<Fact> fact_table(const SourceFiles& files) {
    return Table<Fact>("facts", "A fact of your own, printed after distance, time and position.")
        .required("label", &Fact::label, TextReader{Markup::line, &files}, "Its name.", "Partner since")
        .required("value", &Fact::value, TextReader{Markup::line, &files}, "What is the case.", "1984")
        .wanted("source", &Fact::source, yaml::text(), "Where you know it from. Not printed.",
                "agreement in the city archive");
}

Table<Nearby> nearby_table(const SourceFiles& files) {
    return Table<Nearby>("nearby", "A city of reference on the map of a partner's surroundings.")
        .required("name", &Nearby::name, TextReader{Markup::line, &files}, "Its name.", "Guadalajara")
        .required("coordinates", &Nearby::coordinates, CoordinatesReader{},
                  "Degrees north and east; south and west take a minus.", "[20.6774, -103.3475]")
        .wanted("source", &Nearby::source, yaml::text(), "Where the coordinates are from. Not printed.",
                "GeoNames 4005539");
}

Table<Phrase> phrase_table(const SourceFiles& files) {
    return Table<Phrase>("phrases", "A few words of the city's language, printed on the back of a handout.")
        .required("original", &Phrase::original, yaml::text(), "The words in their own language and script.", "Bonjour")
        .optional("pronunciation", &Phrase::pronunciation, yaml::text(), "How readers say it.", "bohn-zhoor")
        .required("meaning", &Phrase::meaning, TextReader{Markup::line, &files}, "What it means.", "Hello")
        .required("lang", &Phrase::lang, a(Form::language), "The language of the original.", "fr");
}

Table<City> city_table(const Fields& fields, const SourceFiles& files) {
    return Table<City>("city", "A partner city. The file's name without `.yaml` is how other files call it.")
        .required("name", &City::name, TextReader{Markup::line, &files}, "The city's name.", "Colima")
        .optional("native", &City::native, yaml::text(), "The name in its own script.", "精華町")
        .required("country", &City::country, a(Form::country), "The country's code, ISO 3166, two capital letters.",
                  "MX")
        .optional("country-name", &City::country_name, TextReader{Markup::line, &files},
                  "The country's name, if the usual one is not wanted.", "Mexico")
        .wanted("coordinates", &City::coordinates, CoordinatesReader{},
                "Degrees north and east; south and west take a minus.", "[19.2433, -103.7250]")
        .wanted("zone", &City::zone, a(Form::zone), "The time zone's name in the IANA time zone database.",
                "America/Mexico_City")
        .optional("source", &City::source, yaml::text(), "Where coordinates and zone are from. Not printed.",
                  "GeoNames, 14 May 2027")
        .optional(
            "language", &City::language, a(Form::language),
            "The language of its people, for publications in the partner's language. Without it: what most people "
            "of the country speak.",
            "fr-CH")
        .optional("unreviewed", &City::unreviewed, list(a(Form::language), 0, 40),
                  "Languages whose translation in this file nobody has read yet who speaks them well; `check` reminds "
                  "of it.",
                  "[es]")
        .optional("email", &City::email, a(Form::email), "How to write to the partner; the directory prints it.",
                  "friends@colima.example.org")
        .wanted("photo", &City::photo, record(fields.photo), "Its picture.", "{file: colima.jpg, alt: …}")
        .optional("logo", &City::logo, record(fields.logo), "Its logo or seal, below the facts of its handout.",
                  "{file: colima.svg, alt: …}")
        .optional(
            "layout", &City::layout, yaml::text(),
            "The page layout of the design to be used, by name: in the design municipal plate, landscape, panorama, "
            "page, page-short, page-upright, portrait, page-long or no-photo. Without it: the best-fitting one.",
            "landscape")
        .optional("lead", &City::lead, TextReader{Markup::line, &files},
                  "The opening sentence, set larger; otherwise the text's first sentences.",
                  "Colima lies in a valley south of its volcano.")
        .wanted("text", &City::text, TextReader{Markup::blocks, &files}, "The city in a few sentences.",
                "Colima is the capital of …")
        .optional("short", &City::shorter, TextReader{Markup::blocks, &files},
                  "A shorter text for a leaflet, written by you.", "Colima is …")
        .optional("facts", &City::facts, list(record(fields.fact)), "Facts of your own, up to three.",
                  "[{label: Partner since, value: 1984, source: agreement}]")
        .optional("nearby", &City::nearby, list(record(fields.nearby), 0, 10),
                  "Cities of reference on the map of its surroundings, up to ten.",
                  "[{name: Guadalajara, coordinates: [20.6774, -103.3475], source: GeoNames 4005539}]")
        .optional("phrases", &City::phrases, list(record(fields.phrase), 0, 20),
                  "A few words of its language; a dozen fit. Have them read by somebody who speaks it.",
                  "[{original: Bonjour, pronunciation: bohn-zhoor, meaning: Hello, lang: fr}]");
}

Table<Place> home_table(const SourceFiles& files) {
    return Table<Place>("home", "The home city: great circles start here, distances and hours are counted from here.")
        .required("city", &Place::city, TextReader{Markup::line, &files}, "Its name.", "Norman")
        .optional("region", &Place::region, TextReader{Markup::line, &files}, "Its state or province.", "Oklahoma")
        .required("country", &Place::country, a(Form::country), "The country's code, ISO 3166, two capital letters.",
                  "US")
        .wanted("coordinates", &Place::coordinates, CoordinatesReader{},
                "Degrees north and east; south and west take a minus.", "[35.2226, -97.4395]")
        .wanted("zone", &Place::zone, a(Form::zone), "The time zone's name in the IANA time zone database.",
                "America/Chicago")
        .optional("source", &Place::source, yaml::text(), "Where coordinates and zone are from. Not printed.",
                  "GeoNames, 14 May 2027");
}

Table<Section> section_table(std::string_view name, std::string_view doc, const SourceFiles& files) {
    return Table<Section>(name, doc)
        .optional("label", &Section::label, TextReader{Markup::line, &files}, "The small line above the title.",
                  "Sister Cities Mission Statement")
        .optional("title", &Section::title, TextReader{Markup::line, &files}, "The title.",
                  "Sister Cities International")
        .optional("lead", &Section::lead, TextReader{Markup::line, &files},
                  "The opening sentence, set larger; otherwise the text's first sentences.", "A network of citizens.")
        .required("text", &Section::text, TextReader{Markup::blocks, &files}, "The text.", "Founded in 1956 by …")
        .optional("short", &Section::shorter, TextReader{Markup::blocks, &files},
                  "A shorter text for a leaflet, written by you.", "Founded in 1956, …");
}

Table<Goals> goals_table(const SourceFiles& files) {
    return Table<Goals>("goals", "What the organisation wants.")
        .optional("label", &Goals::label, TextReader{Markup::line, &files}, "The small line above the title.",
                  "What we want")
        .optional("title", &Goals::title, TextReader{Markup::line, &files}, "The title.",
                  "Goals of Sister Cities International")
        .required("items", &Goals::items, list(TextReader{Markup::line, &files}, 1),
                  "The goals, in order; they are numbered.", "[Develop municipal partnerships]");
}

Table<Involve::Item> involve_item_table(const SourceFiles& files) {
    return Table<Involve::Item>("items", "A field of work in which readers can take part.")
        .required("label", &Involve::Item::label, TextReader{Markup::line, &files}, "Its name.", "Cultural")
        .optional("value", &Involve::Item::value, TextReader{Markup::lines, &files},
                  "Whom to ask, and how: two lines at most look well.", "|- and the lines below it");
}

Table<Involve> involve_table(const Fields& fields, const SourceFiles& files) {
    return Table<Involve>("involve", "How readers can take part.")
        .optional("label", &Involve::label, TextReader{Markup::line, &files},
                  "The small line above the title; without it the program's word.", "Get involved")
        .required("title", &Involve::title, TextReader{Markup::line, &files}, "The title.", "Exchanges and projects")
        .required("items", &Involve::items, list(record(fields.involve_item), 1), "The fields of work, in order.",
                  "[{label: Cultural, value: María López}]");
}

Table<Figure> figure_table(const SourceFiles& files) {
    return Table<Figure>("figures", "A large numeral. Read one after the other, figures should form a sentence.")
        .optional("before", &Figure::before, TextReader{Markup::line, &files}, "The words before it.", "More than")
        .required("number", &Figure::number, TextReader{Markup::line, &files}, "The number as it is printed.",
                  "\"1,100\"")
        .optional("after", &Figure::after, TextReader{Markup::line, &files}, "The words after it.", "U.S. cities");
}

Table<Person> person_table(const SourceFiles& files) {
    return Table<Person>("committee", "A person of the committee.")
        .required("name", &Person::name, yaml::text(), "The name, never guessed.", "María López")
        .optional("role", &Person::role, TextReader{Markup::line, &files}, "What the person does.", "Chair")
        .optional("phone", &Person::phone, a(Form::phone), "With the country's code.", "+1 000 000 0000")
        .optional("email", &Person::email, a(Form::email), "An e-mail address.", "chair@example.org");
}

Table<Contacts> contacts_table(const SourceFiles& files) {
    return Table<Contacts>("contacts", "How readers reach you.")
        .optional("name", &Contacts::name, TextReader{Markup::line, &files}, "Who answers.", "Sister Cities Office")
        .wanted("address", &Contacts::address, TextReader{Markup::lines, &files}, "The postal address, line by line.",
                "|- and the lines below it")
        .wanted("phone", &Contacts::phone, a(Form::phone), "With the country's code.", "\"+1 000 000 0000\"")
        .wanted("email", &Contacts::email, a(Form::email), "An e-mail address.", "office@example.org")
        .wanted("web", &Contacts::web, a(Form::web), "A web address, with or without https://.",
                "example.org/sister-cities");
}

Table<Organisation> organisation_table(const Fields& fields, const SourceFiles& files) {
    return Table<Organisation>("organisation", "Who you are.")
        .required("name", &Organisation::name, TextReader{Markup::line, &files}, "The organisation's name.",
                  "Sister Cities International")
        .required("home", &Organisation::home, record(fields.home), "The home city.", "{city: Norman, country: US}")
        .optional("logo", &Organisation::logo, record(fields.logo), "Your logo or seal.", "{file: seal.svg, alt: …}")
        .optional("unreviewed", &Organisation::unreviewed, list(a(Form::language), 0, 40),
                  "Languages whose translation in this file nobody has read yet who speaks them well; `check` reminds "
                  "of it.",
                  "[fr, ja]");
}

Table<Organisation> cover_table(const Fields& fields, const SourceFiles& files) {
    return Table<Organisation>("cover", "The first page.")
        .wanted("title", &Organisation::cover_title, TextReader{Markup::lines, &files},
                "The title, one line of the cover for each line.", "Sister Cities")
        .wanted("photo", &Organisation::cover, record(fields.photo), "Its picture.", "{file: cover.jpg, alt: …}");
}

Table<OrganisationFile> cities_table(const SourceFiles& files) {
    return Table<OrganisationFile>("cities", "How the partners are listed.")
        .optional("title", of_organisation(&Organisation::cities_title), TextReader{Markup::line, &files},
                  "The heading over the list of partners.", "\"Our sister cities are:\"")
        .optional("order", &OrganisationFile::order, list(yaml::text()),
                  "The order in which they are printed, by file name without `.yaml`; cities not named follow by name.",
                  "[clermont-ferrand, colima]");
}

Table<OrganisationFile> organisation_file_table(const Fields& fields, const SourceFiles& files) {
    return Table<OrganisationFile>("", "`content/organisation.yaml`")
        .required("organisation", organisation_of, record(fields.organisation), "Who you are.", "{name: …, home: …}")
        .optional("cover", organisation_of, record(fields.cover), "The first page.", "{title: …, photo: …}")
        .wanted("about", of_organisation(&Organisation::about), record(fields.about), "What the organisation is.",
                "{title: …, text: …}")
        .wanted("mission", of_organisation(&Organisation::mission), record(fields.mission), "Its mission.",
                "{label: …, text: …}")
        .wanted("goals", of_organisation(&Organisation::goals), record(fields.goals), "Its goals.",
                "{title: …, items: [ … ]}")
        .optional("involve", of_organisation(&Organisation::involve), record(fields.involve),
                  "How readers can take part.", "{title: …, items: [ … ]}")
        .optional("figures", of_organisation(&Organisation::figures), list(record(fields.figure), 0, 6),
                  "Large numerals, up to six.", "[{before: More than, number: \"1,100\", after: U.S. cities}]")
        .optional("cities", itself, record(fields.cities), "How the partners are listed.", "{title: …, order: [ … ]}")
        .wanted("contacts", of_organisation(&Organisation::contacts), record(fields.contacts), "How readers reach you.",
                "{phone: …, email: …}")
        .wanted("committee", of_organisation(&Organisation::committee), list(record(fields.person)),
                "Who does the work.", "[{name: …, role: Chair}]")
        .wanted("meetings", of_organisation(&Organisation::meetings), TextReader{Markup::lines, &files},
                "When and where you meet, line by line.", "First Tuesday of the month, 6 pm, City Hall");
}

Table<Publication> publication_table(const SourceFiles& files) {
    return Table<Publication>("publications",
                              "One product: a brochure, a handout. Its key is the name of the file that is made.")
        .optional("title", &Publication::title, TextReader{Markup::line, &files},
                  "The document's title, as PDF viewers show it.", "Sister Cities")
        .required("design", &Publication::design, a(Form::slug),
                  "The look: a file in `content/designs/`, without `.yaml`.", "municipal")
        .required("format", &Publication::format, yaml::text(), "A page format of that design.", "half-letter")
        .optional("binding", &Publication::binding, words({"saddle-stitch", "none"}),
                  "saddle-stitch: folded and stapled, filled up to a multiple of four pages. Without it: none.",
                  "saddle-stitch")
        .optional("lang", &Publication::lang, a(Form::language),
                  "The language, and that of texts which do not name theirs. Without it: en-US.", "en-US")
        .optional(
            "languages", &Publication::languages, list(a(Form::language_or_partner), 1, 40),
            "The languages in which it is made, a file each; `partner` is the language of the city, of which there "
            "is one with `for-each: city`. Without it: that of `lang` alone.",
            "[en-US, partner]")
        .optional("second-lang", &Publication::other_lang, a(Form::language_or_partner),
                  "A second language in the same file: every section but cover and back stands there twice, on pages "
                  "that alternate, in a booklet the first language at the left and the second facing it.",
                  "fr")
        .optional(
            "editions", &Publication::editions, list(words({"screen", "print", "office", "large-print"}), 1),
            "What it is made for: `screen` to read and to send, `print` for the printer, `office` for the copier, "
            "`large-print` in one column of large type.",
            "[screen, print, office, large-print]")
        .optional("sections", &Publication::sections, list(yaml::text(), 1),
                  "What it consists of, in order: kinds of section (see below) and file names of single cities. "
                  "Without it: what the design has.",
                  "[cover, cities, back]")
        .optional("for-each", &Publication::for_each, words({"city"}), "Makes one file for each city.", "city")
        .optional("pages", &Publication::pages, yaml::integer(1, 10000), "The number of pages, if it is fixed.", "12")
        .optional(
            "layouts", &Publication::layouts, yaml::map_of(yaml::text()),
            "Page layouts of cities in this publication, by their file names: they win over `layout:` of the city.",
            "{seika: landscape}")
        .optional("max-mb", &Publication::max_mb, yaml::number(0.01, 10000),
                  "How large a file for the screen, or in large print, may become, in megabytes: `build` warns of one "
                  "that is larger.",
                  "5")
        .optional("screen-ppi", &Publication::screen_ppi, yaml::number(36, 2400),
                  "Photos that would be finer than this on the screen are made smaller. Without it: what the design's "
                  "`max-ppi` says, else 150 pixels per inch.",
                  "200")
        .optional("date", &Publication::date, a(Form::date),
                  "The document's date; clock differences are computed for it.", "2027-05-14")
        .optional("printer", &Publication::printer, record(printer_table()),
                  "Who prints it: the name of a profile, or a map that says what is different. Without it: us-offset, "
                  "or eu-offset for a format with less bleed.",
                  "us-offset")
        .optional("copies", &Publication::copies, yaml::integer(1, 100'000'000),
                  "How many the printer makes; it stands on the job ticket.", "500")
        .optional("paper", &Publication::paper, yaml::text(),
                  "The paper it is printed on, in the printer's words; it stands on the job ticket.",
                  "\"100 lb gloss text\"");
}

}  // namespace

Fields::Fields(const SourceFiles& files)
    : photo{photo_table(files)},
      logo{logo_table(files)},
      fact{fact_table(files)},
      nearby{nearby_table(files)},
      phrase{phrase_table(files)},
      city{city_table(*this, files)},
      city_file{Table<City>("", "`content/cities/<city>.yaml`")
                    .required("city", itself, record(city), "The city.", "{name: Colima, country: MX}")},
      home{home_table(files)},
      about{section_table("about", "What the organisation is.", files)},
      mission{section_table("mission", "What it is there for.", files)},
      goals{goals_table(files)},
      involve_item{involve_item_table(files)},
      involve{involve_table(*this, files)},
      figure{figure_table(files)},
      contacts{contacts_table(files)},
      person{person_table(files)},
      organisation{organisation_table(*this, files)},
      cover{cover_table(*this, files)},
      cities{cities_table(files)},
      organisation_file{organisation_file_table(*this, files)},
      publication{publication_table(files)},
      publications_file{Table<PublicationsFile>("", "`content/publications.yaml`")
                            .required("publications", itself, yaml::map_of(record(publication)),
                                      "What is made of the content.",
                                      "{brochure: {design: municipal, format: half-letter}}")},
      labels_file{Table<LabelsFile>("", "`content/labels.yaml`")
                      .required("labels", itself, yaml::map_of(TextReader{Markup::line, &files}),
                                "The program's own words.", "{mission: {en: Mission, fr: Mission}}")} {}

}  // namespace brochure::content
