#include "text/addresses.hpp"

#include <string>

#include "catch.hpp"

using namespace brochure::text;

namespace {

/// The addresses in `text`, each after the initial of its kind, with a bar between.
std::string found_in(std::string_view text) {
    std::vector<Address> found;
    find_addresses(text, found);
    std::string all;
    for (const Address& address : found) {
        if (!all.empty()) all += '|';
        all += address.kind == Address::Kind::url ? 'u' : address.kind == Address::Kind::email ? 'e' : 'p';
        all += ':';
        all += text.substr(address.begin, address.end - address.begin);
    }
    return all;
}

}  // namespace

TEST_CASE("web addresses are found with and without a scheme") {
    CHECK(found_in("See https://norman.gov/a?b=c#d now") == "u:https://norman.gov/a?b=c#d");
    CHECK(found_in("see www.comune.arezzo.it") == "u:www.comune.arezzo.it");
    CHECK(found_in("town.seika.lg.jp and clermont-ferrand.fr/ville") ==
          "u:town.seika.lg.jp|u:clermont-ferrand.fr/ville");
}

TEST_CASE("punctuation around an address does not belong to it") {
    CHECK(found_in("(https://a.org/x).") == "u:https://a.org/x");
    CHECK(found_in("“www.a.org”, then") == "u:www.a.org");
    CHECK(found_in("info@a.org;") == "e:info@a.org");
}

TEST_CASE("a bracket opened inside an address belongs to it") {
    CHECK(found_in("https://en.wikipedia.org/wiki/Norman_(Oklahoma).") ==
          "u:https://en.wikipedia.org/wiki/Norman_(Oklahoma)");
}

TEST_CASE("e-mail addresses are found") {
    CHECK(found_in("Mail sister.cities+x@norman-ok.gov!") == "e:sister.cities+x@norman-ok.gov");
}

TEST_CASE("telephone numbers are found as they are written here and abroad") {
    CHECK(found_in("+1 (405) 366-5402") == "p:+1 (405) 366-5402");
    CHECK(found_in("(405) 366-5402, ext. 3") == "p:(405) 366-5402");
    CHECK(found_in("call 405-366-5402.") == "p:405-366-5402");
    CHECK(found_in("366-5402") == "p:366-5402");
    CHECK(found_in("405.366.5402") == "p:405.366.5402");
    CHECK(found_in("04 73 42 63 63") == "p:04 73 42 63 63");
    CHECK(found_in("+81 774 94 2004") == "p:+81 774 94 2004");
    CHECK(found_in("0774-94-2004") == "p:0774-94-2004");
}

TEST_CASE("numbers, years, dates and co-ordinates are not telephone numbers") {
    for (const char* text : {"1984-1990", "2027-06-01", "1,100 U.S. cities", "1 234 567", "19.2433, -103.7250",
                             "296 metres (971 ft)", "15", "pp. 7-12", "10 - 12", "3.14159265", "1.234.567"})
        CHECK(found_in(text).empty());
}

TEST_CASE("abbreviations and a missing space after a full stop are not addresses") {
    for (const char* text : {"U.S. cities", "e.g. this", "3 p.m.", "the eastern end.The average", "St. Louis",
                             "Dwight D. Eisenhower", "a@b", "@norman", "://", "www."})
        CHECK(found_in(text).empty());
}

TEST_CASE("a number within a web address is part of it") {
    CHECK(found_in("https://a.org/405-366-5402") == "u:https://a.org/405-366-5402");
}
