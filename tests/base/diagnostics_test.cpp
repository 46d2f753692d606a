#include "base/diagnostics.hpp"
#include "catch.hpp"

using namespace brochure;

TEST_CASE("findings are sorted by file name, line and column, and told once") {
    SourceFiles files;
    const auto z = files.add("z.yaml", {}), a = files.add("a.yaml", {});
    Diagnostics found;
    found.error({z, 1, 1}, "r", "fourth");
    found.error({a, 2, 3}, "r", "third");
    found.error({a, 2, 3}, "r", "third");
    found.warning({a, 2, 1}, "r", "second");
    found.note({}, "r", "first");
    const auto sorted = found.sorted(files);
    REQUIRE(sorted.size() == 4);
    CHECK(sorted[0].text == "first");
    CHECK(sorted[1].text == "second");
    CHECK(sorted[2].text == "third");
    CHECK(sorted[3].text == "fourth");
}

TEST_CASE("a repeat is told once even when another finding of the same place stands between") {
    SourceFiles files;
    const auto a = files.add("a.yaml", {});
    Diagnostics found;
    found.error({a, 1, 1}, "r", "x");
    found.error({a, 1, 1}, "r", "y");
    found.error({a, 1, 1}, "r", "x");
    CHECK(found.sorted(files).size() == 2);
}

TEST_CASE("the order of threads never shows") {
    SourceFiles files;
    const auto a = files.add("a.yaml", {}), b = files.add("b.yaml", {});
    Diagnostics first, second, one, other;
    first.error({a, 1, 1}, "r", "a");
    second.error({b, 1, 1}, "r", "b");
    one.take(Diagnostics{first});
    one.take(Diagnostics{second});
    other.take(std::move(second));
    other.take(std::move(first));
    CHECK(one.sorted(files) == other.sorted(files));
}

TEST_CASE("errors and the world's failures are told apart from warnings and notes") {
    Diagnostics found;
    found.note({}, "r", "n");
    found.warning({}, "r", "w");
    CHECK_FALSE(found.has_errors());
    found.error({}, "r", "e");
    CHECK(found.has_errors());
    CHECK_FALSE(found.has_failures());
    found.failure("r", "f");
    CHECK(found.has_failures());
    CHECK(found.count(Severity::error) == 2);
    CHECK(found.count(Severity::warning) == 1);
    CHECK(found.count(Severity::note) == 1);
}
