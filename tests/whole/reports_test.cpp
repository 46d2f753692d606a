#include <iostream>

#include "catch.hpp"
#include "sandbox.hpp"

// The documents' fields are tested in base and cli; here that each is alone on stdout and parses.
namespace {

bool is_json(const Sandbox& box, const std::string& text) {
    box.write("report.json", text);
    return box.run("python3 -c 'import json; json.load(open(\"report.json\"))'").status == 0;
}

}  // namespace

TEST_CASE("--format json puts one JSON document on stdout and nothing on stderr") {
    if (!have_program("python3", "parsing reports with a second parser")) return;
    const Sandbox box;
    const Run good = box.brochure({"build", "--format", "json"});
    CHECK(good.status == 0);
    CHECK(good.err.empty());
    CHECK(is_json(box, good.out));
    CHECK(has(good.out, "\"out/brochure-screen.pdf\""));

    box.replace("content/cities/colima.yaml", "country: MX", "contry: MX");
    for (const char* command : {"build", "check"}) {
        const Run bad = box.brochure({command, "--format", "json"});
        CHECK(bad.status == 1);
        CHECK(bad.err.empty());
        CHECK(is_json(box, bad.out));
        CHECK(has(bad.out, "\"unknown-key\""));
    }
}

TEST_CASE("--format sarif puts one SARIF document on stdout and nothing on stderr") {
    if (!have_program("python3", "parsing reports with a second parser")) return;
    const Sandbox box;
    box.replace("content/cities/colima.yaml", "country: MX", "contry: MX");
    const Run run = box.brochure({"check", "--format", "sarif"});
    CHECK(run.status == 1);
    CHECK(run.err.empty());
    CHECK(is_json(box, run.out));
    CHECK(has(run.out, "2.1.0"));
    CHECK(has(run.out, "content/cities/colima.yaml"));
}

TEST_CASE("text, JSON and SARIF tell of the same faults at the same places, in the same order") {
    if (!have_program("python3", "reading reports with a second parser")) return;
    const Sandbox box;
    box.replace("content/cities/colima.yaml", "country: MX", "contry: MX");
    box.replace("content/cities/seika.yaml", "name: {und: Seika", "name: [{und: Seika");
    box.replace("content/publications.yaml", "design: municipal", "design: municpal");
    box.write("images/arezzo.jpg", "");
    box.write("list.py", R"py(
import json, sys
kind = sys.argv[1]
if kind == "json":
    for d in json.load(sys.stdin)["diagnostics"]: print(d["path"], d["line"], d["column"], d["severity"], d["text"])
if kind == "sarif":
    for r in json.load(sys.stdin)["runs"][0]["results"]:
        at = r["locations"][0]["physicalLocation"]
        text = r["message"]["text"].split("\n")[0]
        print(at["artifactLocation"]["uri"], at["region"]["startLine"], at["region"]["startColumn"], r["level"], text)
if kind == "text":
    import re
    for line in sys.stdin:
        found = re.match(r"(content/[^:]*):(\d+):(\d+): (error|warning|note): (.*)", line)
        if found: print(*found.groups())
)py");
    const std::string check = shell_word(BROCHURE) + " check";
    const Run text = box.run(check + " 2>&1 | python3 list.py text");
    const Run json = box.run(check + " --format json | python3 list.py json");
    const Run sarif = box.run(check + " --format sarif | python3 list.py sarif");
    INFO(json.err << sarif.err);
    CHECK(has(text.out, "content/cities/arezzo.yaml"));
    CHECK(has(text.out, "content/cities/colima.yaml"));
    CHECK(has(text.out, "content/cities/seika.yaml"));
    CHECK(has(text.out, "content/publications.yaml"));
    CHECK(json.out == text.out);
    CHECK(sarif.out == text.out);
}

TEST_CASE("without a terminal there is no colour and no progress line") {
    const Sandbox box;
    box.replace("content/cities/colima.yaml", "country: MX", "contry: MX");
    const Run run = box.run("unset NO_COLOR; TERM=xterm-256color " + shell_word(BROCHURE) + " build");
    CHECK_FALSE(has(run.err, "\033"));
    CHECK_FALSE(has(run.err, "\r"));
}

TEST_CASE("on a terminal faults are coloured, unless NO_COLOR is set") {
    if (!have_program("script", "colours on a terminal")) return;
    const Sandbox box;
    if (box.run("script -qec true /dev/null").status != 0) {
        std::cout << "not run: colours on a terminal (none can be had here)\n";
        return;
    }
    box.replace("content/cities/colima.yaml", "country: MX", "contry: MX");
    const std::string build = "script -qec " + shell_word(shell_word(BROCHURE) + " check") + " /dev/null";
    CHECK(has(box.run("unset NO_COLOR; TERM=xterm-256color " + build).out, "\033["));
    CHECK_FALSE(has(box.run("NO_COLOR=1 TERM=xterm-256color " + build).out, "\033[3"));
}

TEST_CASE("a report that cannot be written is the world's failure") {
    const Sandbox box;
    CHECK(box.run(shell_word(BROCHURE) + " check --format json > /dev/full").status == 3);
}
