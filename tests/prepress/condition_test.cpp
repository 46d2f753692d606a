#include "prepress/condition.hpp"

#include "catch.hpp"

using namespace brochure::prepress;

TEST_CASE("a printing condition is known by each of its names") {
    CHECK(condition_in("FOGRA39L Coated") == "fogra39");
    CHECK(condition_in("ISO Coated v2 300% (ECI)") == "fogra39");
    CHECK(condition_in("CGATS TR 001") == "tr1");
    CHECK(condition_in("U.S. Web Coated (SWOP) v2") == "tr1");
    CHECK(condition_in("CGATS_TR006") == condition_in("GRACoL2006_Coated1v2"));
    CHECK(condition_in("CGATS21_CRPC6") == condition_in("GRACoL2013_CRPC6.icc"));
    CHECK(condition_in("The toner machine of the town").empty());
}

TEST_CASE("two names differ when they speak of two conditions, not when one speaks of none") {
    CHECK(conditions_differ("CGATS TR 001", "FOGRA39L Coated"));
    CHECK(conditions_differ("FOGRA51", "FOGRA52"));
    CHECK_FALSE(conditions_differ("FOGRA39", "Coated FOGRA39 (ISO 12647-2:2004)"));
    CHECK_FALSE(conditions_differ("Our press", "FOGRA39L Coated"));
}
