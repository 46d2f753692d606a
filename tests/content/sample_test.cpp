#include "catch.hpp"
#include "content/content.hpp"

#include <iostream>

using namespace brochure;

TEST_CASE("the sample project is read without a fault") {
    SourceFiles files;
    Diagnostics found;
    const auto content = content::read(PROJECT_DIR, files, 2, found);
    for (const auto& each : found.sorted(files))
        if (each.severity != Severity::note)
            UNSCOPED_INFO((each.where.file.index < 0 ? "" : files.path(each.where.file)) << ":" << each.where.line << ":" << each.where.column << ": " << each.text);
    CHECK(found.count(Severity::error) == 0);
    CHECK(found.count(Severity::warning) == 0);
    CHECK(content.cities.size() == 4);
}
