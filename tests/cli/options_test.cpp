#include "cli/options.hpp"

#include "catch.hpp"

using namespace brochure::cli;

namespace {

std::variant<Options, Answer> parsed(std::vector<const char*> words) {
    words.insert(words.begin(), "brochure");
    return parse(static_cast<int>(words.size()), words.data());
}
Options options(std::vector<const char*> words) {
    return std::get<Options>(parsed(std::move(words)));
}
Answer answer(std::vector<const char*> words) {
    return std::get<Answer>(parsed(std::move(words)));
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("build without more makes everything in this folder, with all cores and the cache") {
    const Options asked = options({"build"});
    CHECK(asked.command == Options::Command::build);
    CHECK(asked.project == ".");
    CHECK(asked.publications.empty());
    CHECK(asked.editions.empty());
    CHECK_FALSE(asked.out);
    CHECK(asked.jobs == 0);
    CHECK(asked.format == Options::Format::text);
    CHECK(asked.cache);
    CHECK_FALSE(asked.explain);
}

TEST_CASE("choices may be repeated, and the project may stand anywhere") {
    const Options asked =
        options({"build", "--publication", "handout",  "town",       "--city",   "colima", "--city=seika", "--edition",
                 "print", "--publication", "brochure", "--lang",     "fr",       "--out",  "to/printer",   "--jobs",
                 "3",     "--format",      "json",     "--no-cache", "--explain"});
    CHECK(asked.project == "town");
    CHECK(asked.publications == Words{"handout", "brochure"});
    CHECK(asked.cities == Words{"colima", "seika"});
    CHECK(asked.editions == Words{"print"});
    CHECK(asked.langs == Words{"fr"});
    CHECK(asked.out == "to/printer");
    CHECK(asked.jobs == 3);
    CHECK(asked.format == Options::Format::json);
    CHECK_FALSE(asked.cache);
    CHECK(asked.explain);
}

TEST_CASE("asking twice for one thing asks for it once") {
    CHECK(options({"build", "--edition", "print", "--edition", "screen", "--edition", "print"}).editions ==
          Words{"print", "screen"});
}

TEST_CASE("check and watch are told from build") {
    CHECK(options({"check"}).command == Options::Command::check);
    CHECK(options({"check", "town", "--format", "sarif"}).format == Options::Format::sarif);
    CHECK(options({"watch", "town"}).command == Options::Command::watch);
}

TEST_CASE("a format that is none is named with those that are") {
    for (const char* word : {"xml", "1", "JSON"})
        CHECK(answer({"build", "--format", word})
                  .err.find("there is no format '" + std::string{word} + "' (known: text, json, sarif)") !=
              std::string::npos);
}

TEST_CASE("help shows options as they are typed") {
    CHECK(answer({"build", "--help"}).out.find("--no-cache ") != std::string::npos);
    CHECK(answer({"build", "--help"}).out.find('{') == std::string::npos);
}

TEST_CASE("wrong usage is status 2, says what is wrong and leaves stdout alone") {
    const std::vector<std::vector<const char*>> wrong{{},
                                                      {"bild"},
                                                      {"build", "--publcation", "x"},
                                                      {"build", "--jobs", "0"},
                                                      {"build", "--jobs", "many"},
                                                      {"build", "--format", "xml"},
                                                      {"build", "one", "two"},
                                                      {"build", "--city"},
                                                      {"build", "--out", ""},
                                                      {"check", "--out", "x"}};
    for (const auto& words : wrong) {
        const Answer said = answer(words);
        CHECK(said.status == 2);
        CHECK_FALSE(said.err.empty());
        CHECK(said.out.empty());
    }
}

TEST_CASE("a command that is not known is told which was meant, and none which there are") {
    CHECK(answer({"bild"}).err.starts_with("brochure: there is no command 'bild'; did you mean 'build'?"));
    CHECK(answer({"frobnicate", "x"})
              .err.starts_with("brochure: there is no command 'frobnicate' (known: build, check, watch)"));
    CHECK(answer({}).err.starts_with("brochure: say what is to be done: build, check or watch"));
}

TEST_CASE("help teaches by example and lists the exit statuses") {
    const Answer help = answer({"--help"});
    CHECK(help.status == 0);
    CHECK(help.err.empty());
    for (const char* part : {"build", "check", "watch", "Examples:", "--city colima", "Exit status:", "content/"})
        CHECK(help.out.find(part) != std::string::npos);
    const Answer build = answer({"build", "--help"});
    CHECK(build.status == 0);
    for (const char* option : {"--publication", "--edition", "--city", "--lang", "--out", "--jobs", "--format",
                               "--no-cache", "--explain", "PROJECT"})
        CHECK(build.out.find(option) != std::string::npos);
}

TEST_CASE("--version names the program and its version") {
    const Answer said = answer({"--version"});
    CHECK(said.status == 0);
    CHECK(said.out.starts_with("brochure "));
    CHECK(said.out.find('.') != std::string::npos);
}
