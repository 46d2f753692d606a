#include "yaml/record.hpp"
#include "catch.hpp"
#include "yaml/given.hpp"

using namespace brochure;
using yaml::Presence;
using yaml::Table;

namespace {

struct Photo {
    Located<std::string> file;
    std::array<double, 2> focus{0.5, 0.5};
    SourcePosition where;
};
struct Contacts {
    std::optional<Located<std::string>> phone, email;
};
struct City {
    Located<std::string> name;
    std::optional<Located<int>> since;
    std::optional<Photo> photo;
    std::vector<Photo> more;
    Contacts contacts;
};

const Table<Photo>& photo_table() {
    static const auto table =
        Table<Photo>("photo", "A picture.")
            .required("file", &Photo::file, yaml::text(), "Its file in images/.", "colima.jpg")
            .optional("focus", &Photo::focus, yaml::list(yaml::number(0, 1)), "What matters most.", "[0.5, 0.4]")
            .short_form([] { return yaml::text_like("a file's name"); },
                        [](const yaml::Node& node, Photo& photo, Diagnostics&) {
                            photo.file = {node.scalar, node.where};
                            return true;
                        });
    return table;
}
const Table<Contacts>& contacts_table() {
    static const auto table = Table<Contacts>("contacts")
                                  .wanted("phone", &Contacts::phone, yaml::text(), "Telephone.", "+1 405 555 0100")
                                  .wanted("email", &Contacts::email, yaml::text(), "Electronic mail.", "a@example.org");
    return table;
}
const Table<City>& city_table() {
    static const auto table =
        Table<City>("city", "A partner city.")
            .required("name", &City::name, yaml::text(), "As it is called in English.", "Colima")
            .optional("partner-since", &City::since, yaml::integer(1000, 2100), "Year.", "1984")
            .optional("photo", &City::photo, yaml::record(photo_table()), "Its picture.")
            .optional("more", &City::more, yaml::list(yaml::record(photo_table())), "More pictures.")
            .wanted("contacts", &City::contacts, yaml::record(contacts_table()), "Who answers.", {});
    return table;
}

struct Read {
    Given given;
    City city;
    bool good;
    explicit Read(std::string yaml, bool fill_in = true) : given{(fill_in ? filled() : std::string{}) + yaml} {
        REQUIRE(given.node);
        good = yaml::read_record(*given.node, city_table(), city, given.found);
    }
    static std::string filled() { return "contacts: {phone: x, email: y}\n"; }
    std::string told() const { return given.told(); }
    std::string hint() const { return given.found.all().at(0).hint; }
};

}  // namespace

TEST_CASE("a record is read from its table of fields") {
    Read read(
        "name: Colima\npartner-since: 1984\nphoto: {file: colima.jpg, focus: [0.1, 0.2]}\nmore: [a.jpg, {file: "
        "b.jpg}]\n");
    CHECK(read.told().empty());
    CHECK(read.good);
    CHECK(read.city.name.value == "Colima");
    CHECK(read.city.name.where.line == 2);
    CHECK(read.city.name.where.column == 7);
    CHECK(read.city.since->value == 1984);
    REQUIRE(read.city.photo);
    CHECK(read.city.photo->file.value == "colima.jpg");
    CHECK(read.city.photo->focus[1] == 0.2);
    CHECK(read.city.photo->where.line == 4);
    REQUIRE(read.city.more.size() == 2);
    CHECK(read.city.more[0].file.value == "a.jpg");
    CHECK(read.city.more[1].file.where.column == 22);
}

TEST_CASE("an unknown key is an error that guesses what was meant") {
    Read read("name: Colima\npartner_sinc: 1984\n");
    CHECK_FALSE(read.good);
    CHECK(read.told() == "3:1 unknown-key: unknown key 'partner_sinc' in 'city'\n");
    CHECK(read.hint() == "did you mean 'partner-since'?");
}

TEST_CASE("an unknown key like no other lists those that are known") {
    Read read("name: Colima\nxylophone: 1\n");
    CHECK(read.hint() == "known here: name, partner-since, photo, more, contacts");
}

TEST_CASE("of a file that is something else altogether not every key is reported") {
    std::string text = "name: x\n";
    for (int i = 0; i < 1000; ++i) text += "wrong" + std::to_string(i) + ": x\n";
    Read read(text);
    CHECK_FALSE(read.good);
    CHECK(read.given.found.all().size() == yaml::most_unknown_keys);
}

TEST_CASE("a missing key is an error at the record, with an example") {
    Read read("photo:\n  focus: [0, 1]\n");
    CHECK_FALSE(read.good);
    CHECK(read.told() ==
          "1:1 missing-key: 'name' is missing from 'city'\n"
          "3:3 missing-key: 'file' is missing from 'photo'\n");
    CHECK(read.given.found.sorted(read.given.files)[0].hint == "for example  name: Colima");
}

TEST_CASE("a required key without a value is missing, and the fault stands at the key") {
    const auto* value = GENERATE("", " ~", " \"\"", " '  '");
    Read read(std::string("name:") + value + "\n");
    CHECK_FALSE(read.good);
    CHECK(read.told() == "2:1 missing-key: 'name' is missing from 'city'\n");
}

TEST_CASE("a wrong type says what is wanted, what was found, and an example") {
    Read read("name: Colima\npartner-since: soon\n");
    CHECK_FALSE(read.good);
    CHECK(read.told() ==
          "3:16 wrong-type: 'partner-since' wants a whole number from 1000 to 2100, not the text \"soon\"\n");
    CHECK(read.hint() == "for example  partner-since: 1984");
}

TEST_CASE("a record that is no map says which keys it wants") {
    Read read("name: Colima\ncontacts2: 1\n");
    Given given("name: Colima\ncontacts: nobody\n");
    City city;
    CHECK_FALSE(yaml::read_record(*given.node, city_table(), city, given.found));
    CHECK(given.told() == "2:11 wrong-type: 'contacts' wants a map with phone, email, not the text \"nobody\"\n");
}

TEST_CASE("every fault of a record is told in one run") {
    Read read("nam: Colima\npartner-since: 3\nphoto: {fiel: x}\nmore: x\n");
    CHECK(read.given.found.count(Severity::error) == 6);
}

TEST_CASE("what is wanted and not there is still to fill in, and no error") {
    Read read("name: Colima\ncontacts:\n  phone:\n", false);
    CHECK(read.good);
    CHECK(read.told() ==
          "3:3 still-to-fill-in: still to fill in: contacts.phone\n"
          "3:3 still-to-fill-in: still to fill in: contacts.email\n");
    CHECK(read.given.found.count(Severity::note) == 2);
}

TEST_CASE("of a wanted record that is not there each wanted part is still to fill in") {
    Read read("name: Colima\n", false);
    CHECK(read.good);
    CHECK(read.told() ==
          "1:1 still-to-fill-in: still to fill in: contacts.phone\n"
          "1:1 still-to-fill-in: still to fill in: contacts.email\n");
}

TEST_CASE("a map may be read into the record around it") {
    struct Flat {
        std::string a, b;
    };
    const auto inner = Table<Flat>("inner").optional("b", &Flat::b, yaml::text(), "");
    const auto outer = Table<Flat>("outer")
                           .optional("a", &Flat::a, yaml::text(), "")
                           .optional("inner", std::identity{}, yaml::record(inner), "");
    Given given("{a: 1, inner: {b: 2}}");
    Flat flat;
    CHECK(yaml::read_record(*given.node, outer, flat, given.found));
    CHECK(flat.a == "1");
    CHECK(flat.b == "2");
}

TEST_CASE("a reader of one's own reports its own faults") {
    struct Place {
        std::optional<Located<double>> latitude;
    };
    const auto table = Table<Place>("place").optional(
        "latitude", &Place::latitude,
        yaml::custom(
            [] {
                return yaml::either("a latitude", {yaml::number().type(), yaml::text().type()});
            },
            [](const yaml::Node& node, double& value, Diagnostics& found) {
                if (node.scalar == "equator")
                    value = 0;
                else
                    found.error(node.where, "own", "not a latitude");
                return node.scalar == "equator";
            }),
        "North or south.");
    Place place;
    Given good("latitude: equator");
    CHECK(yaml::read_record(*good.node, table, place, good.found));
    CHECK(place.latitude->where.column == 11);
    Given bad("latitude: pole");
    CHECK_FALSE(yaml::read_record(*bad.node, table, place, bad.found));
    CHECK(bad.told() == "1:11 own: not a latitude\n");
    CHECK_FALSE(place.latitude);
}

TEST_CASE("a table describes itself as a plain value") {
    const auto fields = yaml::describe(city_table());
    REQUIRE(fields.size() == 5);
    CHECK(fields[0].key == "name");
    CHECK(fields[0].presence == Presence::required);
    CHECK(fields[0].doc == "As it is called in English.");
    CHECK(fields[0].example == "Colima");
    CHECK(fields[1].type.form == yaml::Type::Form::integer);
    CHECK(fields[1].type.least == 1000);
    CHECK(fields[2].type.form == yaml::Type::Form::either);
    CHECK(fields[2].type.words == "a file's name, or a map with file, focus");
    CHECK(fields[2].type.of[1].fields[1].key == "focus");
    CHECK(fields[3].type.of[0].form == yaml::Type::Form::either);
    CHECK(fields[4].presence == Presence::wanted);
    CHECK(fields[4].type.record == "contacts");
}
