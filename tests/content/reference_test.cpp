#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"
#include "content/fields.hpp"

TEST_CASE("the field reference in content/README.md is what the tables say") {
    std::ifstream in(PROJECT_DIR "/content/README.md");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::string begin = "<!-- fields: begin -->\n", end = "<!-- fields: end -->";
    const auto first = text.find(begin), last = text.find(end);
    REQUIRE(first != std::string::npos);
    REQUIRE(last != std::string::npos);
    const auto written = text.substr(first + begin.size(), last - first - begin.size());
    const auto wanted = brochure::content::reference();
    if (written == wanted) return;
    std::ofstream("content-reference.md") << wanted;
    FAIL(
        "content/README.md is stale: put content-reference.md, just written to this folder, between its two 'fields' "
        "marks");
}
