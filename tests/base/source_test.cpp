#include "base/source.hpp"
#include "catch.hpp"

using namespace brochure;

TEST_CASE("a line is found by its number, without its end") {
    const std::string end = GENERATE("\n", "\r\n", "\r");
    SourceFiles files;
    const auto file = files.add("a.yaml", "one" + end + end + "three" + end + "four");
    CHECK(files.line(file, 1) == "one");
    CHECK(files.line(file, 2).empty());
    CHECK(files.line(file, 3) == "three");
    CHECK(files.line(file, 4) == "four");
    CHECK(files.line(file, 5).empty());
    CHECK(files.line(file, 3, 2) == "th");
    CHECK(files.line(FileId{}, 1).empty());
}

TEST_CASE("the first line shows no byte-order mark") {
    SourceFiles files;
    CHECK(files.line(files.add("a.yaml", "\xEF\xBB\xBFname: x\n"), 1) == "name: x");
}

TEST_CASE("a file is found by the path under which it was added") {
    SourceFiles files;
    files.add("a.yaml", {});
    const auto b = files.add("b.yaml", "text");
    CHECK(files.find("b.yaml") == b);
    CHECK_FALSE(files.find("c.yaml"));
    CHECK(files.path(b) == "b.yaml");
    CHECK(files.text(b) == "text");
    CHECK(files.size() == 2);
}
