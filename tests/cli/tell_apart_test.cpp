#include "cli/tell_apart.hpp"
#include "catch.hpp"

using namespace brochure;
using cli::FoundIn;
using cli::tell_apart;

namespace {

FoundIn found_in(const std::string& publication, const std::string& text, int line = 3) {
    FoundIn one{publication, {}};
    one.found.warning({FileId{0}, line, 5}, "low-resolution", text, "wider");
    return one;
}

}  // namespace

TEST_CASE("two publications that are told different things about one place are named") {
    std::vector<FoundIn> all{found_in("brochure", "35 ppi"), found_in("brochure-a5", "33 ppi")};
    tell_apart(all);
    CHECK(all[0].found.all()[0].text == "35 ppi (in brochure)");
    CHECK(all[1].found.all()[0].text == "33 ppi (in brochure-a5)");
}

TEST_CASE("what publications are told alike, or about other places, stays as it is") {
    std::vector<FoundIn> all{found_in("brochure", "35 ppi"), found_in("brochure-a5", "35 ppi"),
                             found_in("handout", "69 ppi", 4)};
    tell_apart(all);
    for (const auto& one : all) CHECK(one.found.all()[0].text.find("(in") == std::string::npos);
}
