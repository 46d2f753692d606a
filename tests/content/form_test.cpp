#include "catch.hpp"
#include "content/readers.hpp"

using namespace brochure;
using namespace brochure::content;

namespace {

yaml::Node scalar(std::string text) {
    yaml::Node node;
    node.kind = yaml::Kind::scalar;
    node.scalar = std::move(text);
    return node;
}

bool good(Form form, const std::string& text) {
    Diagnostics found;
    std::string value;
    const bool read = a(form).read(scalar(text), value, {"key", {}, found});
    CHECK(read == !found.has_errors());
    return read;
}

std::string tag(const std::string& text) {
    std::string value;
    return read_language_tag(text, value) ? value : "refused";
}

}  // namespace

TEST_CASE("a country is a code of ISO 3166, and Norway's is one") {
    for (const char* code : {"US", "FR", "MX", "JP", "IT", "NO", "GB", "TW"}) CHECK(good(Form::country, code));
    for (const char* code : {"UK", "us", "USA", "XX", "", "ZZ", "Norway", "AN", "SU"})
        CHECK(!good(Form::country, code));
}

TEST_CASE("a wrong country is told which was probably meant") {
    CHECK(country_hint("UK").value() == "GB is United Kingdom");
    CHECK(country_hint("fr").value() == "FR is France");
    CHECK(country_hint("ITA").value() == "IT is Italy");
    CHECK(country_hint("japan").value() == "JP is Japan");
    CHECK(country_hint("Atlantis").value() == "two capital letters of ISO 3166: US, FR, MX, JP, IT …");
    CHECK(!country_hint("NO"));
}

TEST_CASE("a zone is one of the IANA database, not an abbreviation that hides when clocks change") {
    for (const char* zone : {"America/Chicago", "Europe/Paris", "America/Mexico_City", "Asia/Tokyo", "Europe/Rome",
                             "UTC", "America/Argentina/Buenos_Aires"})
        CHECK(good(Form::zone, zone));
    for (const char* zone : {"CST", "EST5EDT", "GMT+3", "Etc/Unknown", "Europe/Pariss", "", "/", "europe/paris"})
        CHECK(!good(Form::zone, zone));
    CHECK(zone_hint("america/chicago").value() == "did you mean 'America/Chicago'?");
    CHECK(zone_hint("Tokyo").value() == "did you mean 'Asia/Tokyo'?");
    CHECK(zone_hint("US/Mexico City").value() == "did you mean 'America/Mexico_City'?");
    CHECK(zone_hint("CST").value() == "an area and a city, as Europe/Paris or America/Mexico_City");
}

TEST_CASE("language tags are well formed and take their usual capitals") {
    CHECK(tag("en") == "en");
    CHECK(tag("EN-us") == "en-US");
    CHECK(tag("zh-hant-tw") == "zh-Hant-TW");
    CHECK(tag("de-1996") == "de-1996");
    CHECK(tag("es-419") == "es-419");
    for (const char* wrong :
         {"", "e", "english", "en_US", "en-", "-en", "en--US", "e1", "en-US-US-US", "fr ca", "en-abcdefghi"})
        CHECK(tag(wrong) == "refused");
}

TEST_CASE("a picture's file stays inside images/") {
    for (const char* file : {"colima.jpg", "2027/colima.jpg", "São Paulo.jpg", "a..b.jpg"})
        CHECK(good(Form::file, file));
    for (const char* file : {"", "/etc/passwd", "../secret.jpg", "a/../../b.jpg", "a//b.jpg", "./a.jpg", "C:\\a.jpg",
                             "a\\b.jpg", "file:///a.jpg", "a/"})
        CHECK(!good(Form::file, file));
}

TEST_CASE("a slug names a file on any system") {
    for (const char* slug : {"colima", "clermont-ferrand", "Seika2", "a_b"}) CHECK(is_slug(slug));
    for (const char* slug : {"", "-a", "são-paulo", "a b", "a/b", "a.b", ".."}) CHECK(!is_slug(slug));
    CHECK(!is_slug(std::string(101, 'a')));
}

TEST_CASE("dates are days of the calendar") {
    for (const char* date : {"2027-05-14", "2028-02-29", "2000-02-29", "0001-01-01"}) CHECK(good(Form::date, date));
    for (const char* date : {"", "2027-02-29", "1900-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "14.05.2027",
                             "2027-5-14", "2027-05-14T10", "+027-05-14", "20a7-05-14"})
        CHECK(!good(Form::date, date));
}

TEST_CASE("contacts have the form of what they are") {
    for (const char* mail : {"office@example.org", "a.b+c@d.example.org"}) CHECK(good(Form::email, mail));
    for (const char* mail :
         {"", "office", "@example.org", "office@", "a@b", "a@b.", "a b@c.de", "a@b@c.de", "<a@b.cd>"})
        CHECK(!good(Form::email, mail));
    for (const char* phone : {"+1 405 000 0000", "(04) 73-00.00", "112", "15"}) CHECK(good(Form::phone, phone));
    for (const char* phone : {"", "call us", "1", "+1 405 000 0000 ext. 3", "123456789012345678901"})
        CHECK(!good(Form::phone, phone));
    for (const char* web :
         {"example.org", "example.org/sister-cities", "https://example.org", "http://example.org/a?b"})
        CHECK(good(Form::web, web));
    for (const char* web :
         {"", "example", "ftp://example.org", "https://", "exa mple.org", ".org", "a@example.org", "example./a"})
        CHECK(!good(Form::web, web));
}

// The forms are those that the numbering plans of the countries publish: groups of two in France, area code and line in
// the United States and Japan.
TEST_CASE("telephone numbers with a country's code are written as E.123 has them, and others as they were typed") {
    const auto written = [](const std::string& typed) {
        Diagnostics found;
        std::string value;
        CHECK(a(Form::phone).read(scalar(typed), value, {"phone", {}, found}));
        return value + (found.all().empty() ? "" : " (" + found.all().front().text + ")");
    };
    CHECK(written("+14053665426") == "+1 405 366 5426");
    CHECK(written("+1 (405) 366-5426") == "+1 405 366 5426");
    CHECK(written("+33473000000") == "+33 4 73 00 00 00");
    CHECK(written("+81774950000") == "+81 774 95 0000");
    CHECK(written("+525512345678") == "+52 55 1234 5678");
    CHECK(written("(405) 366-5426") == "(405) 366-5426");
    CHECK(written("911") == "911");
    CHECK(written("+1 000 000 0000") == "+1 000 000 0000");  // a placeholder
    CHECK(written("+1 405 366") == "+1 405 366 ('+1 405 366' has too few digits for +1)");
    CHECK(written("+33 4 73 00 00 00 00 00") ==
          "+33 4 73 00 00 00 00 00 ('+33 4 73 00 00 00 00 00' has too many digits for +33)");
    CHECK(written("+999 405 366 5426") == "+999 405 366 5426 ('+999 405 366 5426' begins with the code of no country)");
}
