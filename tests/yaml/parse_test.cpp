#include "catch.hpp"
#include "yaml/given.hpp"

using namespace brochure;
using yaml::Kind;

TEST_CASE("a scalar stays the text that was written") {
    Given given("country: NO\nyear: 1956\nquoted: \"yes\"\n");
    REQUIRE(given.node);
    CHECK(given.told().empty());
    CHECK(given.node->find("country")->scalar == "NO");
    CHECK(given.node->find("year")->scalar == "1956");
    CHECK_FALSE(given.node->find("country")->quoted);
    CHECK(given.node->find("quoted")->quoted);
    CHECK(given.node->find("nothing") == nullptr);
}
