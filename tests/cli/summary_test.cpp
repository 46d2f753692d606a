#include "cli/summary.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"

using namespace brochure;
using namespace brochure::cli;

TEST_CASE("sizes are given as disks and mail programs count") {
    CHECK(size_text(0) == "0 B");
    CHECK(size_text(999) == "999 B");
    CHECK(size_text(310'400) == "310 KB");
    CHECK(size_text(999'499) == "999 KB");
    CHECK(size_text(999'500) == "1.0 MB");
    CHECK(size_text(12'340'000) == "12.3 MB");
    CHECK(size_text(2'500'000'000) == "2.50 GB");
}

TEST_CASE("times are as exact as they matter") {
    CHECK(time_text(0.0414) == "0.04 s");
    CHECK(time_text(12.3) == "12 s");
    CHECK(time_text(125) == "2 min 5 s");
}

TEST_CASE("one is not many") {
    CHECK(counted(1, "page", "pages") == "1 page");
    CHECK(counted(0, "page", "pages") == "0 pages");
    CHECK(counted(16, "page", "pages") == "16 pages");
}

namespace {

Outcome two_files() {
    Outcome outcome;
    outcome.project = std::make_unique<Project>();
    outcome.made.push_back({.fate = Made::Fate::written,
                            .publication = "brochure",
                            .city = "",
                            .lang = "en-US",
                            .edition = "screen",
                            .file = "out/brochure-screen.pdf",
                            .pages = 16,
                            .bytes = 1'200'000,
                            .warnings = 2,
                            .instruction = {}});
    outcome.made.push_back({.fate = Made::Fate::written,
                            .publication = "handout",
                            .city = "seika",
                            .lang = "en-US",
                            .edition = "print",
                            .file = "out/handout-seika-print.pdf",
                            .pages = 2,
                            .bytes = 310'000,
                            .warnings = 0,
                            .instruction = {}});
    outcome.found.warning({}, "a", "first");
    outcome.found.warning({}, "a", "second");
    return outcome;
}

}  // namespace

TEST_CASE("the summary lines up file, pages and size, and ends with counts and time") {
    CHECK(summary(two_files(), {}, 0.04) ==
          "out/brochure-screen.pdf      16 pages    1.2 MB  2 warnings\n"
          "out/handout-seika-print.pdf   2 pages    310 KB\n"
          "2 files made, 2 warnings, 0.04 s\n");
}

TEST_CASE("a fault that several files share is listed once and counted once") {
    Outcome outcome = two_files();
    outcome.found.warning({}, "a", "second");
    CHECK(summary(outcome, {}, 0.04).ends_with("2 files made, 2 warnings, 0.04 s\n"));
}

TEST_CASE("a file that an edit did not touch is counted, not listed") {
    Outcome outcome = two_files();
    outcome.made[0].fate = Made::Fate::unchanged;
    CHECK(summary(outcome, {}, 0.04) ==
          "out/handout-seika-print.pdf  2 pages    310 KB\n"
          "1 file made, 1 unchanged, 2 warnings, 0.04 s\n");
}

TEST_CASE("what was not made is named, and so is a file left over from an earlier run") {
    Outcome outcome = two_files();
    outcome.made[0].fate = Made::Fate::failed;
    outcome.made[0].file = PROJECT_DIR "/LICENSE";
    outcome.made[1].fate = Made::Fate::failed;
    outcome.made[1].file = "/nowhere/x.pdf";
    outcome.found.error({}, "b", "third");
    const std::string text = summary(outcome, {}, 0.04);
    CHECK(text.find("not made: " PROJECT_DIR "/LICENSE  (the file of that name is from an earlier run)\n") !=
          std::string::npos);
    CHECK(text.find("not made: /nowhere/x.pdf\n") != std::string::npos);
    CHECK(text.find("0 files made, 1 error, 2 warnings") != std::string::npos);
}

TEST_CASE("the JSON report is one document with files, findings, status and time") {
    const auto json = nlohmann::json::parse(json_report(two_files(), 0.0414));
    CHECK(json["status"] == 0);
    CHECK(json["seconds"] == 0.041);
    CHECK(json["files"].size() == 2);
    CHECK(json["files"][0]["file"] == "out/brochure-screen.pdf");
    CHECK(json["files"][0]["pages"] == 16);
    CHECK(json["files"][0]["result"] == "written");
    CHECK(json["files"][1]["city"] == "seika");
    CHECK(json["diagnostics"].size() == 2);
    CHECK(json["counts"]["warning"] == 2);
}

TEST_CASE("a file name that is no UTF-8 does not spoil the report") {
    Outcome outcome = two_files();
    outcome.made[0].file = "out/\xff.pdf";
    CHECK_NOTHROW(nlohmann::json::parse(json_report(outcome, 0)));
}

TEST_CASE("the exit status tells whose fault it is, the world's before the author's") {
    Outcome outcome = two_files();
    CHECK(outcome.status() == 0);
    outcome.found.error({}, "b", "third");
    CHECK(outcome.status() == 1);
    outcome.found.failure("disk-full", "no room");
    CHECK(outcome.status() == 3);
    outcome.usage_fault = "no such city";
    CHECK(outcome.status() == 2);
}
