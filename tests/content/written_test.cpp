#include "content/written.hpp"

#include "project.hpp"

using namespace brochure;
using namespace brochure::content;

namespace {

// The city's file as `text:` writes it, with '@' where a character is looked for; its place as it is found,
// "line:column". Every spelling of '@' in the text stands for the private character U+E000.
std::string found_at(std::string written) {
    const std::string sought = "\xEE\x80\x80";
    for (std::size_t at = 0; (at = written.find('@', at)) != std::string::npos;) written.replace(at, 1, sought);
    Project folder;
    folder.file("content/organisation.yaml", small_organisation)
        .file("content/publications.yaml", small_publications)
        .file("content/cities/x.yaml", "city:\n  name: X\n  country: FR\n  text: " + written);
    SourceFiles files;
    Diagnostics found;
    const auto content = content::read(folder.folder(), files, 1, found);
    INFO(told(found, files));
    REQUIRE_FALSE(found.has_errors());
    for (const auto& block : content.cities.at(0).text.versions.at(0).value.blocks)
        for (const auto& span : block.spans)
            if (const auto at = span.text.find(sought); at != std::string::npos) {
                const auto where = end_of_passage(span.where, span.text.substr(0, at + sought.size()), files);
                return std::to_string(where.line) + ":" + std::to_string(where.column);
            }
    return "nowhere";
}

}  // namespace

TEST_CASE("a character within a text is found at its own line and column, however YAML writes the text") {
    CHECK(found_at("one @\n") == "4:13");
    CHECK(found_at("one\n    two\n    thrée @\n") == "6:11");
    CHECK(found_at("|\n    one\n    two @ three\n") == "6:9");
    CHECK(found_at("|-\n    one\n\n    two\n\n    three @\n") == "9:11");
    CHECK(found_at(">\n    one\n    two\n    three @\n") == "7:11");
    CHECK(found_at("|\r\n    one\r\n    two @\r\n") == "6:9");
    CHECK(found_at("|\n      one\n      two @\n") == "6:11");
    CHECK(found_at("'it''s ''one''\n    or two @'\n") == "5:12");
    CHECK(found_at("\"one \\\"two\\\"\\\n    \\ three\n    @\"\n") == "6:5");
    CHECK(found_at("\"\\u7CBE\\x41 \\uE000\"\n") == "4:21");
    CHECK(found_at("|\n    精華町の\n    広報@\n") == "6:7");
}

TEST_CASE("a character is found behind markup, in the span that holds it") {
    CHECK(found_at("|\n    one *two\n    @* three\n") == "6:5");
    CHECK(found_at("|\n    *one* \\* two \\*\n    &amp; @\n") == "6:11");
    CHECK(found_at("|\n    *one* two  \n    three @\n") == "6:11");
    CHECK(found_at("|\n    *one* &#233; &#xE000;\n") == "5:18");
    CHECK(found_at("|\n    - [one](https://example.org/) two\n    - three\n      four @\n") == "7:12");
}

TEST_CASE("what is not written where the passage begins keeps the place it had") {
    SourceFiles files;
    const FileId file = files.add("x.yaml", "name: \"Colima\"\n");
    const SourcePosition start{file, 1, 7};
    CHECK(end_of_passage(start, "Colima", files) == SourcePosition{file, 1, 13});
    CHECK(end_of_passage(start, "Col", files) == SourcePosition{file, 1, 10});
    CHECK(end_of_passage(start, "Seika", files) == start);
    CHECK(end_of_passage(start, "Colima, Mexico", files) == start);
    CHECK(end_of_passage({file, 9, 1}, "Colima", files) == SourcePosition{file, 9, 1});
    CHECK(end_of_passage({}, "Colima", files) == SourcePosition{});
}

TEST_CASE("findings with a passage are moved to its end, others stay") {
    SourceFiles files;
    const FileId file = files.add("x.yaml", "text: |\n  one\n  two\n");
    Diagnostics found;
    found.error({file, 1, 1}, "a", "stays");
    found.add({Severity::error, {file, 2, 3}, "moves", "", "b", Blame::author, "one tw"});
    const auto list = placed(found, files);
    REQUIRE(list.all().size() == 2);
    CHECK(list.all()[0].where == SourcePosition{file, 1, 1});
    CHECK(list.all()[1].where == SourcePosition{file, 3, 4});
}
