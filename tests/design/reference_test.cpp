#include "design/reference.hpp"

#include "catch.hpp"
#include "reading.hpp"

namespace {

const std::string path = std::string{PROJECT_DIR} + "/content/designs/README.md";
const std::string begin =
    "<!-- From here on printed from the field tables: test_design \"[print]\" writes it anew. -->\n";

}  // namespace

TEST_CASE("the manual's reference is what the program reads") {
    const auto manual = reading::contents(path);
    const auto at = manual.find(begin);
    REQUIRE(at != std::string::npos);
    INFO("out of date: run test_design \"[print]\"");
    CHECK(manual.substr(at + begin.size()) == brochure::design::reference());
}

TEST_CASE("every example in the manual is read without a fault") {
    const auto manual = reading::contents(path);
    // A block marked `yaml design` is a whole file.
    std::size_t count = 0;
    for (std::size_t at = manual.find("```yaml design\n"); at != std::string::npos;
         at = manual.find("```yaml design\n", at)) {
        at += std::string_view{"```yaml design\n"}.size();
        const auto read = reading::text(manual.substr(at, manual.find("```", at) - at));
        INFO(read.faults());
        CHECK(read.found.all().empty());
        ++count;
    }
    CHECK(count > 0);
}

TEST_CASE("write the manual's reference", "[.][print]") {
    const auto manual = reading::contents(path);
    std::ofstream{path, std::ios::binary} << manual.substr(0, manual.find(begin)) << begin
                                          << brochure::design::reference();
}
