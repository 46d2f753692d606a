#include <algorithm>
#include <iterator>
#include <sstream>

#include "project.hpp"

using namespace brochure;

// Small projects in tests/diagnostics whose comments say what is to be said of them; tests/diagnostics/README.md has
// the notation. A fault that is missing, extra or elsewhere fails the test.
namespace {

struct Part {
    std::string path, text;
};
struct Case {
    std::string preface;
    std::vector<Part> parts;
};

Case read_case(const std::filesystem::path& file) {
    std::ifstream in(file);
    Case result;
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("=== ", 0) == 0)
            result.parts.push_back({line.substr(4), {}});
        else
            (result.parts.empty() ? result.preface : result.parts.back().text) += line + "\n";
    }
    return result;
}

const char* word(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

// "content/cities/x.yaml:3:12 error: text", from "# error 12: text" on line 3 or "#^2 error 12: text" two lines below.
void add_expected(const Part& part, std::vector<std::string>& expected) {
    std::istringstream in(part.text);
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        for (std::size_t at = 0; (at = line.find('#', at)) != std::string::npos; ++at) {
            std::istringstream marker(line.substr(at + 1));
            int above = 0, column = 0;
            if (marker.peek() == '^') marker.ignore(1) >> above;
            std::string severity, text;
            marker >> severity;
            if (severity != "error" && severity != "warning" && severity != "note") continue;
            marker >> column;
            std::getline(marker.ignore(2), text);
            const auto end = std::min({text.find(" # error"), text.find(" # warning"), text.find(" # note")});
            expected.push_back(part.path + ":" + std::to_string(number - above) + ":" + std::to_string(column) + " " +
                               severity + ": " + text.substr(0, end));
        }
    }
}

std::vector<std::string> expected_of(const Case& project) {
    std::vector<std::string> expected;
    std::istringstream in(project.preface);
    for (std::string line; std::getline(in, line);)
        if (line.rfind("#run ", 0) == 0) expected.push_back(line.substr(5));
    for (const auto& part : project.parts) add_expected(part, expected);
    return expected;
}

std::string shown(const Diagnostic& each, const SourceFiles& files) {
    const auto text = std::string(word(each.severity)) + ": " + each.text;
    if (each.where.file.index < 0) return text;
    return files.path(each.where.file) + ":" + std::to_string(each.where.line) + ":" +
           std::to_string(each.where.column) + " " + text;
}

void check_case(const std::filesystem::path& file) {
    const auto project = read_case(file);
    Project folder;
    folder.file("content/organisation.yaml", small_organisation).file("content/publications.yaml", small_publications);
    for (const auto& part : project.parts) folder.file(part.path, part.text);
    SourceFiles files;
    Diagnostics found;
    content::read(folder.folder(), files, 1, found);
    auto expected = expected_of(project);
    const auto expects = [&](const char* text) {
        return std::any_of(expected.begin(), expected.end(),
                           [&](const auto& e) { return e.find(text) != std::string::npos; });
    };
    const bool notes = expects(" note: "), to_fill_in = expects("still to fill in");
    for (const auto& each : found.sorted(files)) {
        if (each.severity == Severity::note && (!notes || (each.rule == "still-to-fill-in" && !to_fill_in))) continue;
        const auto told_text = shown(each, files);
        const auto at =
            std::find_if(expected.begin(), expected.end(), [&](const auto& e) { return told_text.rfind(e, 0) == 0; });
        if (at != expected.end())
            expected.erase(at);
        else
            FAIL_CHECK(file.filename().string() << ": not expected: " << told_text);
    }
    for (const auto& each : expected) FAIL_CHECK(file.filename().string() << ": missing: " << each);
}

}  // namespace

TEST_CASE("every fault is told at its line and column, and nothing else is") {
    std::vector<std::filesystem::path> cases;
    for (const auto& each : std::filesystem::directory_iterator(PROJECT_DIR "/tests/diagnostics"))
        if (each.path().extension() == ".project") cases.push_back(each.path());
    std::sort(cases.begin(), cases.end());
    CHECK(cases.size() >= 12);
    for (const auto& each : cases) check_case(each);
}
