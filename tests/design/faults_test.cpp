#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "catch.hpp"
#include "reading.hpp"

using namespace brochure;

namespace {

/// What a file of data/faults says is to be said of it: `# error 16: text` on a line, several on one line in a row.
struct Expected {
    int line, column;
    std::string severity, text;
};

std::vector<Expected> expectations(const std::string& yaml) {
    static const std::regex remark{"# (error|warning) ([0-9]+): ([^#]*[^# ])"};
    std::vector<Expected> all;
    std::istringstream lines{yaml};
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number)
        for (std::sregex_iterator at{line.begin(), line.end(), remark}, end; at != end; ++at)
            all.push_back({number, std::stoi((*at)[2]), (*at)[1], (*at)[3]});
    return all;
}

}  // namespace

TEST_CASE("every fault is reported once, at its line and column") {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(std::string{TEST_DATA} + "/data/faults"))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    REQUIRE_FALSE(paths.empty());
    for (const auto& path : paths) {
        const auto yaml = reading::contents(path.string());
        const auto read = reading::text(yaml);
        INFO(path.filename().string() << " gave\n" << read.faults());
        const auto expected = expectations(yaml);
        CHECK(read.found.all().size() == expected.size());
        for (const auto& want : expected) {
            INFO(want.line << ":" << want.column << ": " << want.text);
            const auto& all = read.found.all();
            CHECK(std::any_of(all.begin(), all.end(), [&](const Diagnostic& fault) {
                return fault.where.line == want.line && fault.where.column == want.column &&
                       fault.text.find(want.text) != std::string::npos &&
                       (fault.severity == Severity::error) == (want.severity == "error");
            }));
        }
    }
}

TEST_CASE("hints lead to the right word") {
    const auto hint = [](const std::string& frame) {
        const auto read = reading::text(reading::with_frames("      - " + frame + "\n"));
        INFO(read.faults());
        REQUIRE(read.found.all().size() == 1);
        return read.found.all()[0].hint;
    };
    CHECK(hint("{picture: photo, fittng: fill}") == "did you mean 'fitting'?");
    CHECK(hint("{pictur: photo}") == "did you mean 'picture'?");
    CHECK(hint("{text: name, baseline: 60, style: bdy}") == "did you mean 'body'?");
    CHECK(hint("{rule: inc, y: 60}") == "did you mean 'ink'?");
    CHECK(hint("{text: name, baseline: L - ryse}") == "did you mean 'rise'?");
    CHECK(hint("{text: name, baseline: 60, role: Figur}") == "did you mean 'Figure'?");
    CHECK(hint("{text: name, baseline: ninety}").find("write points, or a sum") == 0);
    CHECK(hint("{globe: arc, columns: 1-6, top: 60, diameter: 0}").find("points above zero") != std::string::npos);
    CHECK(hint("{text: name, id: rise-x, baseline: 60-rise-rise}") ==
          "between two names a minus wants spaces: rise - rise");
}

TEST_CASE("a fault inside a sum is found behind quotation marks, wide letters and line ends") {
    const auto where = [](const std::string& frame) {
        const auto read = reading::text(reading::with_frames("      - " + frame + "\n"));
        INFO(read.faults());
        REQUIRE(read.found.all().size() == 1);
        return std::pair{read.found.all()[0].where.line - 8, read.found.all()[0].where.column};
    };
    CHECK(where("{text: name, baseline: 60 + nix}") == std::pair{1, 37});
    CHECK(where("{text: name, baseline: '60 + nix'}") == std::pair{1, 38});
    CHECK(where("{text: name, baseline: \"60 + nix\"}") == std::pair{1, 38});
    CHECK(where("{text: \"naïve 市\", baseline: \"60 + é\"}") == std::pair{1, 43});
    CHECK(where("{text: name, baseline: \"60 +\n          nix\"}") == std::pair{2, 11});
    CHECK(where("{text: name, baseline: 60 +\n          nix}") == std::pair{2, 11});
    CHECK(where("{text: name, baseline: \"60 \\x2B nix\"}") == std::pair{1, 41});
}

TEST_CASE("what nobody wrote by hand ends soon") {
    std::string chain = reading::with_frames("      - {folio: name}\n");
    std::string styles = "styles: {body: {}";
    for (int i = 0; i < 5000; ++i)
        styles += ", s" + std::to_string(i) +
                  ": {based-on: " + (i < 4999 ? "s" + std::to_string(i + 1) : std::string{"body"}) + "}";
    chain.replace(chain.find("styles:"), chain.find("\nformats") - chain.find("styles:"), styles + "}");
    const auto read = reading::text(chain);
    CHECK(read.found.has_errors());
    const auto& first = read.found.all()[0];
    CHECK(first.rule == "style-depth");

    std::string frames;
    for (int i = 0; i < 3000; ++i)
        frames += "      - {flow: text, id: f" + std::to_string(i) + ", top: nix, continues: g}\n";
    CHECK(reading::text(reading::with_frames(frames)).found.all().size() == 6000);
}

TEST_CASE("where a part of a design is missing, only that is told") {
    std::string text = reading::with_frames("      - {text: city.name, style: label, swatch: ink}\n");
    text.replace(text.find("swatches:"), 9, "swatchs:");
    const auto read = reading::text(text);
    CHECK(read.found.has_errors());
    for (const auto& each : read.found.all()) {
        INFO(each.text);
        CHECK(each.rule != "unknown-swatch");
    }
}

TEST_CASE("an empty or a broken file is a fault, not a design") {
    CHECK(reading::text("").found.has_errors());
    CHECK(reading::text("[]").found.has_errors());
    CHECK(reading::text("swatches: {").found.has_errors());
    CHECK(reading::text("masters: {a: {frames: [1, [], null, {}]}}").found.has_errors());
    CHECK(reading::text("styles: []\nmasters: x\nsections: [a]\nformats: {a: 3, b: }\nswatches: 7").found.has_errors());
}

TEST_CASE("a place that no format's page has is an error where it is written") {
    const auto fault = [](const std::string& frame) {
        const auto read = reading::text(reading::with_frames("      - " + frame + "\n"));
        return read.faults();
    };
    CHECK(fault("{text: name, columns: 1-6, baseline: 1140, style: body}") ==
          "9:46: no format has a page so high: 'baseline' is off all of them\n");
    CHECK(fault("{rule: ink, columns: 1-6, y: 30 in}").find(": no format has a page so high: 'y'") !=
          std::string::npos);
    CHECK(fault("{panel: ink, left: 0, right: 900, top: 0, bottom: 9}").find("no format has a page so wide: 'right'") !=
          std::string::npos);
    CHECK(fault("{panel: ink, left: 0, right: 2*W+B, top: 0, bottom: 604}").empty());
}
